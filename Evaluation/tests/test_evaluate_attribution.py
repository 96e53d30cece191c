"""The scorer of attributions, with a stand-in for the program that answers from a table."""
import os, sys, tempfile, unittest

import evaluate_attribution as attribution
from test_evaluate_quantities import Stage, span

TEXT = "“We were lucky,” said Lena Ott. The café, Tom Ash claimed, was shut."
ANN = """T1\tContent 0 16\t“We were lucky,”
T2\tCue 17 21\tsaid
T3\tSource 22 30\tLena Ott
T4\tAttribution 17 21\tsaid
E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3

T5\tContent 32 40;59 67\tThe café was shut
T6\tSource 42 49\tTom Ash
T7\tCue 50 57\tclaimed
E2\tAttribution:T8 Source:T6 Cue:T7 Content:T5
"""


def ascription(source, cue, *content):
    return {"source": span(TEXT, source), "cue": span(TEXT, cue), "content": [span(TEXT, c) for c in content], "isSpeech": True}


def spoken(name, phrase, content):
    return {"source": {"name": name, "phrase": span(TEXT, phrase)}, "content": [span(TEXT, content)]}


class EvaluateAttribution(Stage):
    def evaluate(self, ascriptions, attributions):
        for name, data in (("text/a.txt", TEXT), ("attributions/a_x.ann", ANN)):
            path = os.path.join(self.folder, "data", "dev", name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(data)
        answer = {"ascriptions": ascriptions, "attributions": attributions}
        return self.run_(attribution, {TEXT: answer}, self.folder)

    def test_all_right(self):
        status, result, _ = self.evaluate(
            [ascription("Lena Ott", "said", "“We were lucky,”"), ascription("Tom Ash", "claimed", "The café", "was shut")],
            [spoken("Lena Ott", "Lena Ott", "We were lucky,")])
        self.assertEqual(status, 0)
        figures = result["reports dev"]
        for role in ("source", "cue", "content"):
            self.assertEqual(figures[f"{role}.exact"], 1, role)
        self.assertEqual((figures["speakers"], figures["speakers.quotes"]), (1, 1))

    def test_ends_and_misses_count(self):
        _, result, _ = self.evaluate([ascription("Ott", "said", "“We were lucky,”")], [spoken("Tom Ash", "Tom Ash", "We were lucky,")])
        figures = result["reports dev"]
        self.assertEqual(figures["source.exact"], 0)
        self.assertEqual((figures["source.overlap.precision"], figures["source.overlap.recall"]), (1, 0.5))
        self.assertEqual(figures["cue.exact.recall"], 0.5)
        self.assertAlmostEqual(figures["content.exact.recall"], 1 / 3)
        self.assertEqual(figures["speakers"], 0)

    def test_the_inner_of_two_is_left_out(self):
        _, result, _ = self.evaluate(
            [ascription("Lena Ott", "said", "The café, Tom Ash claimed, was shut"), ascription("Tom Ash", "claimed", "The café")], [])
        self.assertEqual(result["reports dev"]["cue.overlap.precision"], 1)
        self.assertEqual(result["reports dev"]["cue.overlap.recall"], 0.5)

    def test_a_folder_without_the_set(self):
        status, _, errors = self.run_(attribution, {}, self.folder)
        self.assertEqual(status, 2)
        self.assertIn("neither cofenet", errors)


class Instances(unittest.TestCase):
    def test_tokens_become_running_text(self):
        tokens = "`` We wo n't ( ever ) pay $ 5 , '' she said . `` No . ''".split()
        text, places = attribution.written_out(tokens)
        self.assertEqual(text, '"We won\'t (ever) pay $5," she said. "No."')
        self.assertEqual([text[s:e] for s, e in places][1:4], ["We", "wo", "n't"])

    def test_marks_that_all_look_closing(self):
        self.assertEqual(attribution.written_out("'' Yes , '' he said .".split())[0], '"Yes," he said.')
        self.assertEqual(attribution.written_out("And that is all . ''".split())[0], 'And that is all."')

    def test_labels_become_spans(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "valid.txt")
            with open(path, "w", encoding="utf-8") as file:
                file.write('{"id": "a", "tokens": ["She", "said", "so", "."], "labels": ["B-source", "B-cue", "B-content", "O"]}\n')
                file.write('{"id": "a", "tokens": ["Yes"], "labels": ["B-content"]}\n')
            texts = attribution.instances(path)
        self.assertEqual(len(texts), 1)
        text = texts[0]["text"]
        self.assertEqual({role: [text[s:e] for s, e in spans] for role, spans in texts[0]["spans"].items()},
                         {"source": ["She"], "cue": ["said"], "content": ["so", "Yes"]})


if __name__ == "__main__":
    unittest.main()
