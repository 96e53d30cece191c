"""Scripts/check_truth.py finds what is wrong with a truth, and nothing wrong with the example's."""
import importlib.util, json, os, shutil, tempfile, unittest

from example import HERE, STORY

PATH = os.path.join(HERE, "..", "..", "Scripts", "check_truth.py")
SPEC = importlib.util.spec_from_file_location("check_truth", PATH)
check_truth = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(check_truth)


class CheckTruth(unittest.TestCase):
    def faults(self, change):
        with tempfile.TemporaryDirectory() as folder:
            story = shutil.copytree(STORY, os.path.join(folder, "story"))
            path = os.path.join(story, "truth.json")
            with open(path, encoding="utf-8") as file:
                truth = json.load(file)
            change(truth, story)
            with open(path, "w", encoding="utf-8") as file:
                json.dump(truth, file)
            return " ".join(check_truth.check(story)[0])

    def test_the_example(self):
        self.assertEqual(check_truth.check(STORY)[0], [])

    def test_faults_are_found(self):
        def span(t, _): t["quotes"][0]["variants"][0]["spans"][0]["start"] += 1
        def segment(t, _): t["files"]["000"]["segments"][0].update(start=5, end=5)
        def twice(t, _): t["claims"][1]["id"] = t["claims"][0]["id"]
        def status(t, _): t["claims"][0]["reports"]["000"]["status"] = "copied"
        def absent(t, _): t["claims"][0]["reports"]["000"]["status"] = "absent"
        def interval(t, _): t["claims"][0]["independent_lines"]["interval"] = [1, 2]
        def stratum(t, _): t["claims"][0]["stratum"] = "single"
        def node(t, _): t["graph"]["edges"][0]["parent"] = "NOBODY"
        def report(t, folder): open(os.path.join(folder, "reports", "stray.txt"), "w").close()
        def digest(t, _): t["files"]["003"]["sha256"] = "0" * 64
        def licence(t, folder): open(os.path.join(folder, "README.md"), "w").close()
        for change, expected in ((span, "is not the text of"), (segment, "[5, 5)"), (twice, "is there 2 times"), (status, "is no status"),
                                 (absent, "absent means without spans"), (interval, "does not fit"), (stratum, "are plural, not single"),
                                 (node, "no node has the id NOBODY"), (report, "not the reports that lie in"), (digest, "sha256 is not that"),
                                 (licence, "does not say 'our own words'")):
            with self.subTest(change.__name__):
                self.assertIn(expected, self.faults(change))


if __name__ == "__main__":
    unittest.main()
