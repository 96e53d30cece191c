"""The harness of the extraction, with a stand-in for the program that finds what its pages say it should."""
import contextlib, gzip, io, json, os, shutil, sys, tempfile, unittest

import evaluate_extraction as harness

# Prints as a report's text what stands behind "TEXT:" in each page, as its day what stands behind "DAY:".
STAND_IN = """#!%s
import json, os, sys
folder = sys.argv[-1]
for name in sorted(os.listdir(folder)):
    page = open(os.path.join(folder, name), encoding="utf-8").read()
    part = lambda mark: page.split(mark)[1].split("<")[0].strip() if mark in page else None
    day = part("DAY:")
    print(json.dumps({"source": os.path.join(folder, name), "text": part("TEXT:") or "",
                      "published": {"value": day, "evidence": None} if day else None}))
""" % sys.executable


class EvaluateExtraction(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.program = os.path.join(self.folder, "stemma")
        with open(self.program, "w", encoding="utf-8") as file:
            file.write(STAND_IN)
        os.chmod(self.program, 0o755)

    def write(self, name, data):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data if isinstance(data, bytes) else json.dumps(data).encode())

    def run_(self, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = harness.main([*arguments, "--stemma", self.program, "--no-record", "--json", "--explain"])
        return status, json.loads(out.getvalue()) if out.getvalue() else None, err.getvalue()

    def test_bodies(self):
        self.write("set/ground-truth.json", {"a": {"articleBody": "one two three four five"}, "b": {"articleBody": "six seven eight nine"}})
        self.write("set/html/a.html.gz", gzip.compress(b"<p>TEXT:one two three four five<p>"))
        self.write("set/html/b.html", b"<p>TEXT:six seven eight nine ten eleven<p>")
        status, result, _ = self.run_(os.path.join(self.folder, "set"))
        figures = result[0]["figures"]
        self.assertEqual(status, 0)
        self.assertEqual(figures["body.recall"], 1.0)
        self.assertAlmostEqual(figures["body.precision"], (1 + 1 / 3) / 2)
        self.assertEqual(len(result[0]["notes"]), 1)

    def test_a_page_without_an_article(self):
        self.assertEqual(harness.precision_recall([harness.overlap("", "")]), (1.0, 1.0))
        self.assertEqual(harness.precision_recall([harness.overlap("one two", "")]), (0.0, 0.0))

    def test_repeated_words_count_as_often_as_they_stand(self):
        self.assertEqual(harness.overlap("a b c d a b c d", "a b c d"), (1 / 5, 0.0, 4 / 5))

    def test_segments(self):
        self.write("set/evaldata.json", {"x": {"file": "x.html", "with": ["the lock", "the weir"], "without": ["Menu", "Share"]}})
        self.write("set/html/x.html", b"<p>TEXT:the lock Share it<p>")
        _, result, _ = self.run_(os.path.join(self.folder, "set"))
        figures = result[0]["figures"]
        self.assertEqual((figures["segments.precision"], figures["segments.recall"], figures["segments.accuracy"]), (0.5, 0.5, 0.5))

    def test_dates(self):
        self.write("set/tests/eval_x.json", {u: {"file": u + ".html", "date": "2020-01-02"} for u in "abc"})
        self.write("set/tests/test_set/a.html", b"DAY:2020-01-02T10:00:00Z<")
        self.write("set/tests/test_set/b.html", b"DAY:2020-01-03<")
        self.write("set/tests/test_set/c.html", b"nothing")
        _, result, _ = self.run_(os.path.join(self.folder, "set"))
        figures = result[0]["figures"]
        for name in ("dates.exact", "dates.wrong", "dates.none"):
            self.assertAlmostEqual(figures[name], 1 / 3)

    def test_trouble_is_a_sentence(self):
        self.assertIn("is not a folder", self.run_(os.path.join(self.folder, "absent"))[2])
        self.write("set/ground-truth.json", {"a": {"articleBody": "one"}})
        status, _, said = self.run_(os.path.join(self.folder, "set"))
        self.assertEqual(status, 2)
        self.assertIn("no page a.html", said)


if __name__ == "__main__":
    unittest.main()
