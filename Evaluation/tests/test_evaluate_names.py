"""The harnesses of sentences and names, with a stand-in for the program."""
import contextlib, io, json, os, shutil, sys, tempfile, unittest

import evaluate_names, evaluate_sentences

# A sentence for each full stop; a person for each capitalised word, a place where it ends in "port".
STAND_IN = """#!%s
import json, re, sys
for line in sys.stdin:
    text = json.loads(line)["text"]
    place = lambda at: len(text[:at].encode())
    span = lambda m: {"start": place(m.start()), "end": place(m.end()), "text": m.group()}
    print(json.dumps({"id": json.loads(line)["id"], "sentences": [span(m) for m in re.finditer(r"[^ .][^.]*\\.", text)],
                      "entities": [{"kind": "place" if m.group().endswith("port") else "person", "mentions": [span(m)]}
                                   for m in re.finditer("[A-ZÖ]\\\\w+(?:'s)?", text)]}))
""" % sys.executable

CONLLU = """# newdoc id = one
# text = Östen came to Northport.
1\tÖsten\tO
# text = He met Dr. Weir.
# newdoc id = two
# newpar
# text = It rained.
# newpar
# text = Nobody came.
"""

IOB2 = """# newdoc id = one
# text = Östen's boat came to Northport.
1\tÖsten\tB-PER\t-\t-
2\t's\tO\t-\t-
3\tboat\tO\t-\t-
4\tcame\tO\t-\t-
5\tto\tO\t-\t-
6\tNorthport\tB-LOC\t-\t-
7\t.\tO\t-\t-

# text = Orbit fell.
1\tOrbit\tB-ORG\t-\t-
2\tfell\tO\t-\t-
3\t.\tO\t-\t-
"""


class EvaluateNamesAndSentences(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.program = self.write("stemma", STAND_IN)
        os.chmod(self.program, 0o755)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def run_(self, harness, *arguments):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = harness.main([*arguments, "--stemma", self.program, "--no-record", "--json", "--explain"])
        return status, json.loads(out.getvalue()) if out.getvalue() else None, err.getvalue()

    def test_sentences(self):
        path = self.write("bank.conllu", CONLLU)
        self.assertEqual([text for text, _ in evaluate_sentences.documents(path)],
                         ["Östen came to Northport. He met Dr. Weir.", "It rained.\nNobody came."])
        status, result, _ = self.run_(evaluate_sentences, path)
        self.assertEqual((status, result[0]["set"]), (0, "bank"))
        figures = result[0]["figures"]
        # Of four sentences "He met Dr. Weir." is cut in two, and the line break is part of the one behind it.
        self.assertAlmostEqual(figures["ends.precision"], 4 / 5)
        self.assertAlmostEqual(figures["ends.recall"], 1)
        self.assertAlmostEqual(figures["sentences.recall"], 2 / 4)

    def test_names(self):
        status, result, _ = self.run_(evaluate_names, self.write("names.iob2", IOB2))
        figures = result[0]["figures"]
        self.assertEqual(status, 0)
        self.assertAlmostEqual(figures["spans.f1"], 1)
        self.assertAlmostEqual(figures["PER.precision"], 1 / 2)
        self.assertAlmostEqual(figures["LOC.f1"], 1)
        self.assertAlmostEqual(figures["exact.f1"], 2 / 3)
        self.assertTrue(any("Orbit" in note for note in result[0]["notes"]))

    def test_what_is_not_there_is_told(self):
        status, _, said = self.run_(evaluate_sentences, os.path.join(self.folder, "none"))
        self.assertEqual(status, 2)
        self.assertIn("no file or folder", said)
        status, _, said = self.run_(evaluate_names, self.write("empty.iob2", ""))
        self.assertEqual(status, 2)
        self.assertIn("# text", said)


if __name__ == "__main__":
    unittest.main()
