"""The harness around the scorer, with a stand-in for the program that prints a dossier given to it."""
import contextlib, copy, csv, io, json, os, shutil, tempfile, unittest

from example import PERFECT, STORY, TEXTS, TRUTH
import evaluate_story as harness


class EvaluateStory(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)

    def program(self, text, status=0):
        """A program that prints a text, whatever it is asked."""
        folder = tempfile.mkdtemp(dir=self.folder)
        out, path = os.path.join(folder, "out"), os.path.join(folder, "stemma")
        with open(out, "w", encoding="utf-8") as file:
            file.write(text)
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\ncat '{out}'\necho 'no reports' >&2\nexit {status}\n")
        os.chmod(path, 0o755)
        return path

    def run_(self, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = harness.main([*arguments, "--no-record"])
        return status, out.getvalue(), err.getvalue()

    def test_a_perfect_dossier(self):
        status, out, _ = self.run_(STORY, "--stemma", self.program(json.dumps(PERFECT)), "--strict", "--json")
        result = json.loads(out)
        self.assertEqual((status, result["stories"][0]["overall"]), (0, 1.0))
        self.assertEqual({k: round(v["joint"], 3) for k, v in result["joint"].items()},
                         {"stemma": 1.0, "always one and one": 0.333, "one per report": 0.0})

    def test_the_table_names_the_story_and_the_baselines(self):
        _, out, _ = self.run_(STORY, "--stemma", self.program(json.dumps(PERFECT)))
        for words in ("karsund-lock", "claims.alignment", "always one and one", "one per report", "7 of    7"):
            self.assertIn(words, out)

    def test_strict_fails_on_a_least_above_the_truth(self):
        bold = harness.one_per_report(copy.deepcopy(PERFECT))
        status, _, err = self.run_(STORY, "--stemma", self.program(json.dumps(bold)), "--strict")
        self.assertEqual(status, 1)
        self.assertIn("lines.falseCorroboration", err)
        self.assertEqual(self.run_(STORY, "--stemma", self.program(json.dumps(bold)))[0], 0)

    def test_a_dossier_that_counts_nothing(self):
        silent = copy.deepcopy(PERFECT)
        for claim in silent["claims"]:
            claim["support"].update(lines=None, origins=None)
        silent["summary"].update(lines=None, origins=None)
        result = harness.evaluate("silent", TRUTH, TEXTS, silent)
        self.assertEqual(result["figures"]["lines.joint"], 0)
        self.assertEqual(harness.joint([result["strata"]["always one and one"]])["strata"]["single"], {"right": 13, "claims": 13})

    def test_strata_are_added_up_over_stories(self):
        total = harness.joint([{"single": [1, 2], "plural": [0, 1]}, {"single": [2, 2]}])
        self.assertEqual(total, {"joint": 0.375, "strata": {"plural": {"right": 0, "claims": 1}, "single": {"right": 3, "claims": 4}}})

    def test_a_masked_story_is_a_second_one(self):
        shutil.copytree(os.path.join(STORY, "reports"), os.path.join(self.folder, "reports"))
        for name in ("gold.json", "gold-masked.json"):
            shutil.copy(os.path.join(STORY, "truth.json"), os.path.join(self.folder, name))
        base = os.path.basename(self.folder)
        self.assertEqual([name for name, _, _ in harness.stories(self.folder)], [base, base + ", masked"])

    def test_what_cannot_be_run_is_said(self):
        for arguments, words in ((("/no/such/folder",), "is not a folder"), ((self.folder,), "holds neither"), ((STORY, "--stemma", "/no/such/program"), "that can be run"),
                                 ((STORY, "--stemma", self.program("", 4)), "ended with status 4: no reports"), ((STORY, "--stemma", self.program("{")), "wrote no JSON")):
            with self.subTest(words):
                status, _, err = self.run_(*arguments)
                self.assertEqual(status, 2)
                self.assertIn(words, err)

    def test_a_missing_report_is_named(self):
        shutil.copy(os.path.join(STORY, "truth.json"), self.folder)
        with self.assertRaisesRegex(harness.Trouble, "no report found for reports/drovna-courier.txt"):
            harness.stories(self.folder)

    def test_the_record(self):
        result = harness.evaluate("karsund-lock", TRUTH, TEXTS, PERFECT)
        for _ in range(2):
            path = harness.record(harness.figures([result]), self.folder, "2025-03-14", "abc1234")
        with open(path, encoding="utf-8") as file:
            rows = list(csv.reader(file))
        self.assertEqual(os.path.basename(path), "2025-03-14-abc1234.csv")
        self.assertEqual(rows[0], ["date", "commit", "story", "figure", "value"])
        self.assertIn(["2025-03-14", "abc1234", "karsund-lock", "body", "1.0"], rows)
        self.assertEqual(sum(r[0] == "date" for r in rows), 1)
        self.assertEqual(len(rows) % 2, 1)                              # appended, the header once


if __name__ == "__main__":
    unittest.main()
