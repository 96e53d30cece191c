"""The harness of near-copies on a corpus of six reports."""
import contextlib, io, json, os, sys, tempfile, unittest

import evaluate_nearcopies

TEXTS = ["The old mill at Harrow burned down on Monday night and nobody was hurt in the fire",
         "The old mill at Harrow burned down on Monday night, police said, and nobody was hurt",
         "Police said that a mill in Harrow was lost to flames",
         "The council of Brent meets on Friday to vote about the bridge and its tolls",
         "In other news the council of Brent meets on Friday to vote about schools",
         "A goat won the race"]
GROUPS = [1, 1, 1, 2, 3, 4]
PAIRS = [(0, 1, .55), (0, 2, 0), (1, 2, .05)]


class NearCopies(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        write = lambda name, lines: self.file(name, "".join(lines))
        write("docs.jsonl", [json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(TEXTS)])
        write("truth.jsonl", [json.dumps({"id": i, "group": g}) + "\n" for i, g in enumerate(GROUPS)])
        write("pairs.tsv", [f"{a}\t{b}\t{j}\t0\t0\n" for a, b, j in PAIRS])

    def file(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file: file.write(text)
        return path

    def score(self, *records):
        given = self.file("given.jsonl", "".join(r if isinstance(r, str) else json.dumps(r) + "\n" for r in records))
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = evaluate_nearcopies.main([self.folder.name, "--given", given, "--json", "--no-record"])
        return json.loads(out.getvalue())[0]["figures"] if status == 0 else err.getvalue()

    def test_groups_stories_and_pairs_are_read_alike(self):
        whole = self.score({"reports": [2, 0, 1]})
        self.assertEqual((whole["P"], whole["R"], whole["pairs"], whole["largest"]), (1, 1, 3, 3))
        self.assertEqual(self.score({"id": "s1", "nearCopies": [["0", "1", "2"]]})["R"], 1)
        self.assertEqual(self.score({"nearCopies": [{"reports": [0, 1, 2]}], "reports": [0, 1, 2, 3, 4, 5]})["pairs"], 3)
        pairs = self.score({"pair": [1, 0]}, {"pair": ["0", "1"]})
        self.assertAlmostEqual(pairs["R"], 1 / 3)
        self.assertEqual(pairs["R .5–.6"], 1)
        self.assertEqual(pairs["R .0–.1"], 0)

    def test_a_pair_is_right_by_its_wording_too(self):
        # Reports 3 and 4 are not of one group but share most of what the shorter one says; 0 and 5 share nothing.
        figures = self.score({"pair": [3, 4]}, {"pair": [0, 5]}, {"pair": [0, 1]})
        self.assertAlmostEqual(figures["P"], 2 / 3)
        self.assertAlmostEqual(figures["P provenance"], 1 / 3)

    def test_what_is_not_of_the_corpus_is_named_by_its_line(self):
        self.assertIn("line 2", self.score({"pair": [0, 1]}, {"pair": [0, 99]}))
        self.assertIn("line 1", self.score("no JSON\n"))


if __name__ == "__main__":
    unittest.main()
