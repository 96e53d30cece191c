"""The figures of stories, against slow and obvious twins."""
import itertools, os, random, sys, unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import evaluate_stories
from clusters import b_cubed


def groups(labels):
    return [{i for i, x in enumerate(labels) if x == label} for label in set(labels)]


def best_pairing(labels, found):
    """CEAF-e's weight by trying every pairing."""
    events, stories = groups(labels), groups(found)
    few, many = sorted((events, stories), key=len)
    phi = lambda a, b: 2 * len(a & b) / (len(a) + len(b))
    return max(sum(phi(a, b) for a, b in zip(few, chosen)) for chosen in itertools.permutations(many, len(few)))


class Figures(unittest.TestCase):
    def test_they_are_those_of_the_slow_twins(self):
        chance = random.Random(3)
        for _ in range(200):
            labels = [chance.randrange(4) for _ in range(9)]
            found = [chance.randrange(5) for _ in range(9)]
            precision, recall, _ = evaluate_stories.b3(labels, found)
            slow = b_cubed(range(9), groups(labels), groups(found))
            self.assertAlmostEqual(precision, slow[0] / 9)
            self.assertAlmostEqual(recall, slow[1] / 9)
            precision, recall, _ = evaluate_stories.ceaf(labels, found)
            weight = best_pairing(labels, found)
            self.assertAlmostEqual(precision, weight / len(set(found)))
            self.assertAlmostEqual(recall, weight / len(set(labels)))

    def test_what_is_right_is_all_right(self):
        labels = [0, 0, 1, 2, 2, 2]
        self.assertEqual(evaluate_stories.b3(labels, labels)[2], 1)
        self.assertEqual(evaluate_stories.ceaf(labels, labels)[2], 1)


class SinglePass(unittest.TestCase):
    def test_like_reports_meet_and_old_stories_do_not(self):
        report = lambda text, day: {"id": text, "title": "", "text": text, "published": day, "outlet": ""}
        reports = [report("mill fire orrin valley", "2031-03-01"), report("harvest fair tessen hall", "2031-03-02"),
                   report("mill fire orrin valley", "2031-03-03"), report("mill fire orrin valley", "2031-05-03")]
        _, found = evaluate_stories.single_pass(reports, [0, 1, 0, 2])
        self.assertEqual(found, [0, 1, 0, 2])


if __name__ == "__main__":
    unittest.main()
