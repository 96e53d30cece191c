"""The scorers of numbers and quantities, with a stand-in for the program that answers from a table."""
import contextlib, io, json, os, shutil, sys, tempfile, unittest

import annotations, evaluate_quantities, evaluate_recognizers, units

# Answers each text with what ANSWERS has for it, else with nothing.
STAND_IN = """#!%s
import json, sys
answers = json.load(open(sys.argv[0] + ".json", encoding="utf-8"))
for line in sys.stdin:
    report = json.loads(line)
    print(json.dumps({"id": report["id"], "numbers": [], "quantities": [], "times": [], **answers.get(report["text"], {})}))
""" % sys.executable


def span(text, words):
    start = text.index(words)
    return {"start": len(text[:start].encode()), "end": len(text[:start + len(words)].encode()), "text": words}


def quantity(text, words, value, unit="", kind="count", **others):
    return {"span": span(text, words), "number": span(text, words), "value": value, "high": None, "kind": kind, "unit": unit, "unitWords": None,
            "per": None, "comparator": "equal", "comparatorWords": None, "change": None, **others}


class Stage(unittest.TestCase):
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
        with open(path, "w", encoding="utf-8") as file:
            json.dump(data, file)

    def run_(self, module, answers, *arguments):
        self.write("stemma.json", answers)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = module.main([*arguments, "--stemma", self.program, "--no-record", "--json", "--explain"])
        return status, json.loads(out.getvalue()) if out.getvalue() else None, err.getvalue()


class EvaluateQuantities(Stage):
    TEXT = "The café sold 40 red cups and 2 to 3 jars."

    def score(self, truth, found):
        self.write("set/NewsQuant.json", [{"text": self.TEXT, "quantities": [dict(zip(("change", "value", "unit", "normalized_unit"), row)) for row in truth]}])
        status, result, _ = self.run_(evaluate_quantities, {self.TEXT: {"quantities": found}}, os.path.join(self.folder, "set"))
        self.assertEqual(status, 0)
        return result[0]["figures"], result[0].get("notes")

    def test_all_right(self):
        figures, notes = self.score(
            [("=", "40.0", "red cups", "red cup"), ("=", "2.0-3.0", "jars", "jar")],
            [quantity(self.TEXT, "40", 40, "cups", unitWords=span(self.TEXT, "red cups")), quantity(self.TEXT, "2 to 3", 2, "jars", high=3)])
        self.assertEqual((figures["value.F1"], figures["unit.F1"], figures["change.F1"], notes), (1.0, 1.0, 1.0, []))

    def test_each_counts_once_and_what_is_too_much_counts_against(self):
        figures, notes = self.score([("up", "40.0", "%", "percentage")], [quantity(self.TEXT, "40", 40, "cups"), quantity(self.TEXT, "40", 40, "cups")])
        self.assertEqual((figures["value.precision"], figures["value.recall"]), (0.5, 1.0))
        self.assertEqual((figures["unit.F1"], figures["change.F1"]), (0.0, 0.0))
        self.assertEqual(len(notes), 1)

    def test_an_end_of_a_range_is_no_value(self):
        figures, _ = self.score([("=", "2.0-3.0", "jars", "jar")], [quantity(self.TEXT, "2", 2, "jars")])
        self.assertEqual(figures["value.F1"], 0.0)

    def test_ends(self):
        self.assertEqual(evaluate_quantities.ends("-1.5"), (-1.5,))
        self.assertEqual(evaluate_quantities.ends("80.0-65.0"), (65.0, 80.0))
        self.assertEqual(evaluate_quantities.ends("1e-05--2"), (-2.0, 1e-05))

    def test_a_rate_needs_what_it_is_for(self):
        truth = [("=", "40.0", "$ a month", "dollar per month")]
        without = [quantity(self.TEXT, "40", 40, "USD", "money")]
        self.assertEqual(self.score(truth, without)[0]["unit.F1"], 0.0)
        self.assertEqual(self.score(truth, [dict(without[0], per="month")])[0]["unit.F1"], 1.0)

    def test_trouble_is_told(self):
        status, _, told = self.run_(evaluate_quantities, {}, self.folder)
        self.assertEqual(status, 2)
        self.assertIn("NewsQuant.json", told)


class Units(unittest.TestCase):
    def test_one_name(self):
        for ways in (("$", "US$", "dollars", "USD"), ("%", "per cent", "percentage", "percent"), ("km", "kilometres", "Kilometer"),
                     ("$ a month", "dollar per month", "USD per month"), ("-", "", None), ("an acre", "acres"), ("year-old", "year of age")):
            self.assertEqual(len({units.fold(way) for way in ways}), 1, ways)

    def test_different_things_stay_apart(self):
        for a, b in (("%", "percentage point"), ("dollar", "australian dollar"), ("cups", "red cups"), ("$", "$ per month"), ("year", "year of age")):
            self.assertNotEqual(units.fold(a), units.fold(b))


class EvaluateRecognizers(Stage):
    def figures(self, path, cases, answers):
        self.write(os.path.join("set", "Specs", path), cases)
        status, result, _ = self.run_(evaluate_recognizers, answers, os.path.join(self.folder, "set"))
        self.assertEqual(status, 0)
        return result[0]["figures"]

    def test_numbers_by_span_and_value(self):
        text = "Zwölf: 12 and 13"
        case = lambda words, value: {"Text": words, "Start": text.index(words), "End": text.index(words) + 1, "Resolution": {"value": value}}
        figures = self.figures("Number/English/NumberModel.json", [{"Input": text, "Results": [case("12", "12"), case("13", "13")]}],
                               {text: {"numbers": [{"span": span(text, "12"), "value": 12}, {"span": span(text, "13"), "value": 14}]}})
        self.assertEqual((figures["number.precision"], figures["number.recall"], figures["number.exact"]), (0.5, 0.5, 0.0))

    def test_bounds(self):
        text = "at most 100 apples"
        case = {"Text": "at most 100", "Start": 0, "End": 10, "Resolution": {"value": "(,100]"}}
        found = quantity(text, "100", 100, comparator="atMost", comparatorWords=span(text, "at most"))
        right = self.figures("Number/English/NumberRangeModel.json", [{"Input": text, "Results": [case]}], {text: {"quantities": [found]}})
        wrong = self.figures("Number/English/NumberRangeModel.json", [{"Input": text, "Results": [case]}],
                             {text: {"quantities": [dict(found, comparator="lessThan")]}})
        self.assertEqual((right["range.F1"], wrong["range.F1"]), (1.0, 0.0))

    def test_a_currency_with_its_code(self):
        text = "c $ 9 now"
        case = {"Text": "c $ 9", "Start": 0, "End": 4, "Resolution": {"value": "9", "unit": "Canadian dollar", "isoCurrency": "CAD"}}
        found = quantity(text, "9", 9, "CAD", "money", unitWords=span(text, "c $"))
        path = "NumberWithUnit/English/CurrencyModel.json"
        self.assertEqual(self.figures(path, [{"Input": text, "Results": [case]}], {text: {"quantities": [found]}})["currency.F1"], 1.0)
        self.assertEqual(self.figures(path, [{"Input": text, "Results": [case]}], {text: {"quantities": [dict(found, unit="USD")]}})["currency.F1"], 0.0)

    def test_a_unit_by_itself_is_not_asked_for(self):
        case = {"Text": "percent", "Start": 0, "End": 6, "Resolution": {"value": "null"}}
        figures = self.figures("Number/English/PercentModel.json", [{"Input": "percent", "Results": [case]}], {})
        self.assertEqual((figures["percent.F1"], figures["percent.exact"]), (1.0, 1.0))


class Pairs(unittest.TestCase):
    def test_as_many_as_there_can_be(self):
        fits = {(0, 0), (0, 1), (1, 0)}
        self.assertEqual(annotations.pairs([0, 1], [0, 1], lambda a, b: (a, b) in fits), [(0, 1), (1, 0)])


if __name__ == "__main__":
    unittest.main()
