"""The claims that the evaluation makes: what is distorted differs, the seed decides, and what the reports have is not called false."""
import os, random, sys, unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import evaluate_claims as claims
import evaluate_story

STORY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Examples", "karsund-lock")


class Distortions(unittest.TestCase):
    def test_a_number_changes_and_a_year_does_not(self):
        self.assertNotEqual(claims.numbers("The lock cost 40 million", random.Random(1)), "The lock cost 40 million")
        self.assertIsNone(claims.numbers("It was built in 1961", random.Random(1)))
        self.assertNotIn("four", claims.numbers("Some four people", random.Random(1)))

    def test_a_denial_is_put_in_or_taken_out(self):
        self.assertEqual(claims.negated("The lock was shut", random.Random(1)), "The lock was not shut")
        self.assertEqual(claims.negated("The lock was not shut", random.Random(1)), "The lock was shut")
        self.assertIsNone(claims.negated("Boats wait", random.Random(1)))

    def test_a_day_becomes_another(self):
        changed = claims.dated("It broke on Tuesday", random.Random(1))
        self.assertTrue(changed.startswith("It broke on ") and "Tuesday" not in changed)

    def test_overlap_counts_reports(self):
        said = [[claims.words("Four people were killed at the lock")], [claims.words("Four people were killed there")]]
        self.assertEqual(claims.overlap("Four people were killed", said, 0.8), "corroborated")
        self.assertEqual(claims.overlap("Nine boats sank", said, 0.6), "notFound")


class Sets(unittest.TestCase):
    def test_a_story_gives_the_same_claims_each_time_and_of_every_class(self):
        name, truth, _ = evaluate_story.stories(STORY)[0]
        made = claims.claims_of(name, truth, [("other", truth)], 7)
        self.assertEqual(made, claims.claims_of(name, truth, [("other", truth)], 7))
        self.assertEqual(len(made), len({text for text, _, _ in made}))
        kinds = {kind for _, kind, _ in made}
        for kind in ("wide", "niche", "fabricated", "distorted-number", "distorted-polarity", "distorted-date", "distorted-actor", "distorted-attribution"):
            self.assertIn(kind, kinds)
        written = claims.written(name)
        self.assertGreater(len(made) + len(written), 200)
        for _, kind, allowed in made + written:
            if claims.is_false(kind):
                self.assertFalse(allowed & claims.CONFIRMED, kind)


if __name__ == "__main__":
    unittest.main()
