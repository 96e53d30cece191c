"""The harness of abstract traditions, with a stand-in for the program."""
import contextlib, io, json, os, sys, tempfile, unittest

import evaluate_traditions

# Every report hangs from nothing.
STAND_IN = """#!%s
import json, sys
for line in sys.stdin:
    story = json.loads(line)
    print(json.dumps({"story": story.get("story"), "parents": {report["id"]: None for report in story["reports"]}}))
""" % sys.executable


class Traditions(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.program = self.write("stemma", STAND_IN)
        os.chmod(self.program, 0o755)

    def write(self, name, text):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file: file.write(text)
        return path

    def answer(self, exam):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = evaluate_traditions.main([exam, "--stemma", self.program])
        return status, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()

    def test_each_story_is_answered_in_order(self):
        stories = [{"story": n, "claims": {"c": {"quoted": False}}, "reports": [{"id": "r", "time": None, "readings": {"c": n}}]} for n in (5, 3)]
        status, answers, said = self.answer(self.write("exam", "\n\n".join(map(json.dumps, stories))))
        self.assertEqual((status, [x["story"] for x in answers], said), (0, [5, 3], ""))

    def test_lines_that_are_no_stories_are_named_and_passed_over(self):
        good = '{"reports": []}'
        bad = ["{", "[]", "{}", '{"reports": [{}]}', '{"reports": [{"id": "a", "readings": {"c": 1.5}}]}',
               '{"reports": [{"id": "a", "readings": {}, "time": "noon"}]}',
               '{"reports": [{"id": "a", "readings": {}}, {"id": "a", "readings": {}}]}', '{"reports": [], "claims": []}']
        status, answers, said = self.answer(self.write("exam", "\n".join([good, *bad, good])))
        self.assertEqual((status, len(answers)), (0, 2))
        self.assertEqual([f"line {n} " in said for n in range(1, 11)], [False] + [True] * 8 + [False])

    def test_no_exam_is_trouble(self):
        self.assertEqual(self.answer(os.path.join(self.folder.name, "none"))[0], 2)
        self.assertEqual(self.answer(self.write("empty", "\n"))[0], 2)


if __name__ == "__main__":
    unittest.main()
