"""The measures of derivation, on descents made by hand."""
import gzip, io, json, os, sys, tempfile, unittest
from contextlib import redirect_stderr, redirect_stdout

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import derivation_stories, derivation_versions, evaluate_derivation, evaluate_overlap
import example
from derivation_measures import Descent, Tally, average_precision, calibration, judged_edges, risk_coverage, sign_distance, together
from derivation_stories import Counts, found_descent, true_descent
from score_story import Scorer


def descent(given, edges, seconds=(), **more):
    """edges as "parent child" in words; small letters are lost texts."""
    parents = {}
    for main, rows in ((True, edges), (False, seconds)):
        for row in rows:
            parent, child = row.split()
            parents.setdefault(child, []).append((parent, main))
    return Descent(list(given), parents, **more)


WIRE = descent("ABCD", ["w A", "w B", "B C"])                         # A and B from a lost wire, C from B, D alone


class Descents(unittest.TestCase):
    def test_lost_texts_are_contracted(self):
        tree = descent("ABC", ["A x", "x B", "x y", "y C"], seconds=["B C"])
        self.assertEqual(tree.contracted(), {("A", "B"), ("A", "C"), ("B", "C")})
        self.assertEqual(tree.contracted(second=False), {("A", "B"), ("A", "C")})
        self.assertEqual(tree.nearest("C"), "A")
        self.assertEqual(WIRE.contracted(), {("B", "C")})
        self.assertIsNone(WIRE.nearest("A"))

    def test_siblings_hang_from_one_lost_text_or_from_leads_of_one(self):
        leads = descent("ABC", ["w v", "w A", "v B", "B C"])
        self.assertEqual([leads.lost_top(x) for x in "ABC"], ["w", "w", None])

    def test_roots_and_ways(self):
        self.assertEqual([WIRE.root(x) for x in "ABCD"], ["w", "w", "w", "D"])
        sure = descent("ABC", ["w A", "w B", "B C"], confidence={("w", "A"): .9, ("w", "B"): .8, ("B", "C"): .5})
        self.assertAlmostEqual(together(sure, "A", "B"), .72)
        self.assertAlmostEqual(together(sure, "A", "C"), .36)
        self.assertAlmostEqual(together(sure, "B", "C"), .5)
        sure.families.append(({"A", "C"}, .95))
        self.assertAlmostEqual(together(sure, "A", "C"), .95)
        self.assertEqual(together(WIRE, "A", "D"), 0)

    def test_distances_are_edges_and_infinite_between_trees(self):
        d = WIRE.distances()
        self.assertEqual((d["A", "B"], d["A", "C"], d["B", "C"], d["A", "A"]), (2, 3, 1, 0))
        self.assertEqual(d["A", "D"], float("inf"))


class Measures(unittest.TestCase):
    def test_average_precision_takes_equal_scores_as_one_step(self):
        self.assertAlmostEqual(average_precision([(.9, True), (.8, False), (.7, True)]), .5 + .5 * 2 / 3)
        self.assertAlmostEqual(average_precision([(1, True), (1, False), (1, False), (1, True)]), .5)
        self.assertEqual(average_precision([(.9, True), (.1, False)]), 1)
        self.assertIsNone(average_precision([(.5, False)]))

    def test_sign_distance(self):
        self.assertEqual(sign_distance(WIRE, WIRE), 1)
        chain, turned = descent("ABC", ["A B", "B C"]), descent("ABC", ["C B", "B A"])
        self.assertEqual(sign_distance(chain, turned), 1)                  # it looks at the tree, not at its direction
        # From A, B is nearer than C in the chain; in the other, C is: 0. From B both are alike near, then A: half. From C: B first, then A: half.
        other = descent("ABC", ["B C", "C A"])
        self.assertAlmostEqual(sign_distance(chain, other), (0 + .5 + .5) / 3)
        self.assertAlmostEqual(sign_distance(chain, descent("ABC", [])), (.5 + 1 + .5) / 3)

    def test_calibration(self):
        self.assertAlmostEqual(calibration([(.95, True)] * 19 + [(.95, False)]), 0)
        self.assertAlmostEqual(calibration([(.9, False), (.1, False)]), .5)
        self.assertAlmostEqual(calibration([(1.0, True)]), 0)
        self.assertIsNone(calibration([]))

    def test_an_edge_from_a_lost_text_is_right_where_the_parent_is_lost(self):
        found = descent("ABCD", ["l A", "l B", "l C", "l D"], confidence={("l", x): .9 for x in "ABCD"})
        self.assertEqual([right for _, right in judged_edges(WIRE, found)], [True, True, False, False])
        found = descent("ABCD", ["B C", "A B"], confidence={("B", "C"): .7, ("A", "B"): .6})
        self.assertEqual(sorted(judged_edges(WIRE, found)), [(.6, False), (.7, True)])

    def test_risk_falls_when_the_wide_ranges_are_left_out(self):
        area, at = risk_coverage([(0, 0.0), (0, 0.0), (1, 1.0), (2, 1.0)])
        self.assertEqual((at[.5], at[1.0]), (0, .5))
        self.assertAlmostEqual(area, (0 + 0 + 1 / 3 + 1 / 2) / 4)
        self.assertEqual(risk_coverage([]), (None, {}))

    def test_a_right_stemma_scores_one_on_everything(self):
        sure = descent("ABCD", ["w A", "w B", "B C"], confidence={e: 1.0 for e in (("w", "A"), ("w", "B"), ("B", "C"))})
        tally = Tally()
        tally.add(WIRE, sure)
        f = tally.figures()
        for name in ("pairs.ap", "edges.precision", "edges.recall", "edges.f1", "ancestor", "siblings.f1", "signs"): self.assertEqual(f[name], 1, name)
        self.assertEqual(f["edges.calibration"], 0)
        self.assertAlmostEqual(f["pairs.kin"], .5)

    def test_wrong_stemmata_fall_where_they_should(self):
        f = lambda found: (lambda t: (t.add(WIRE, found), t.figures())[1])(Tally())
        turned = f(descent("ABCD", ["w A", "w C", "C B"]))
        self.assertEqual((turned["edges.f1"], turned["ancestor"]), (0, .5))
        self.assertEqual(turned["siblings.f1"], 0)
        alone = f(descent("ABCD", []))
        self.assertEqual((alone["edges.recall"], alone["siblings.f1"], alone["pairs.ap"]), (0, 0, .5))
        self.assertAlmostEqual(alone["ancestor"], .75)

    def test_pairs_that_only_a_second_parent_relates_are_not_judged(self):
        truth = {"files": dict.fromkeys("ABC"), "tradition": {"edges": [{"parent": "w", "child": "A", "main": True}, {"parent": "w", "child": "B", "main": True},
                                                                       {"parent": "C", "child": "B", "main": False}]}}
        true, unjudged = true_descent(truth)
        self.assertEqual(unjudged, {frozenset("BC")})
        self.assertEqual(true.contracted(), {("C", "B")})


class Dossiers(unittest.TestCase):
    def test_the_likeliest_edge_is_the_main_one_and_drewOn_never(self):
        dossier = {"stemma": {"edges": [{"from": "X", "to": "Y", "confidence": .99, "kind": "drewOn"}, {"from": "L1", "to": "Y", "confidence": .6, "kind": "copied"}],
                              "families": [{"reports": ["X", "Y"], "confidence": .7}, {"reports": ["Z"], "confidence": 1}]}}
        found = found_descent(dossier, {"X": "000", "Y": "001", "Z": "002"})
        self.assertEqual((found.main("001"), sorted(found.parents["001"])), ("lost L1", [("000", False), ("lost L1", True)]))
        self.assertEqual(found.families, [({"000", "001"}, .7)])

    def test_the_perfect_dossier_of_the_example_is_right_everywhere(self):
        scorer = Scorer(example.PERFECT, example.TRUTH, example.TEXTS)
        scorer.score_claims()
        counts = Counts()
        counts.add(scorer, "karsund-lock")
        f = counts.figures()
        self.assertEqual((f["lines.exact"], f["origins.exact"], f["joint"], f["lines.false"], f["aligned"], f["risk.area"]), (1, 1, 1, 0, 1, 0))
        true, unjudged = true_descent(example.TRUTH)
        tally = Tally()
        tally.add(true, found_descent(example.PERFECT, scorer.key), unjudged=unjudged)
        f = tally.figures()
        self.assertEqual((f["edges.f1"], round(f["pairs.ap"], 9), f["ancestor"]), (1, 1, 1))

    def test_lines_of_families_do_not_depend_on_the_alignment(self):
        dossier = json.loads(json.dumps(example.PERFECT))
        sheets = []
        for claims in (dossier["claims"], []):
            scorer = Scorer({**dossier, "claims": claims}, example.TRUTH, example.TEXTS)
            scorer.score_claims()
            counts = Counts()
            counts.add(scorer, "karsund-lock")
            sheets.append(counts.figures())
        self.assertEqual(sheets[0]["lines.ofFamilies"], sheets[1]["lines.ofFamilies"])
        self.assertEqual(sheets[0]["lines.ofFamilies"], 1)
        self.assertEqual((sheets[0]["lines.exact"], sheets[1]["lines.exact"]), (1, 0))

    def test_one_line_too_many_is_seen(self):
        dossier = json.loads(json.dumps(example.PERFECT))
        for c in dossier["claims"]:
            if c["support"]["lines"]: c["support"]["lines"] = {k: c["support"]["lines"]["best"] + 1 for k in ("least", "best", "most")}
        scorer = Scorer(dossier, example.TRUTH, example.TEXTS)
        scorer.score_claims()
        counts = Counts()
        counts.add(scorer, "karsund-lock")
        f = counts.figures()
        self.assertLess(f["lines.exact"], .5)
        self.assertGreater(f["lines.false"], .5)
        self.assertEqual(f["origins.exact"], 1)
        self.assertEqual(f["lines.width"], 0)


STAND_IN = """#!%s
import hashlib, json, os, sys
paths = sys.argv[sys.argv.index("json") + 1:]
size = lambda p: len(open(p, encoding="utf-8").read())
paths.sort(key=size)
reports = [{"id": chr(65 + i), "source": p, "body": []} for i, p in enumerate(paths)]
edges = [{"from": chr(65 + i), "to": chr(66 + i), "confidence": .9, "kind": "rewritten"} for i in range(len(paths) - 1)]
print(json.dumps({"reports": reports, "stemma": {"edges": edges, "families": []}, "summary": {"lines": {"least": 1, "best": 1, "most": 1}}, "claims": []}))
""" % sys.executable


class Sets(unittest.TestCase):
    """With a stand-in that takes each longer text for a rewrite of the next shorter one."""

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.program = os.path.join(self.folder.name, "stemma")
        with open(self.program, "w") as file: file.write(STAND_IN)
        os.chmod(self.program, 0o755)

    def run_on(self, folder):
        out = io.StringIO()
        with redirect_stdout(out): status = evaluate_derivation.main([folder, "--stemma", self.program, "--no-record", "--json"])
        self.assertEqual(status, 0)
        return list(json.loads(out.getvalue())["sets"].values())[0]

    def test_a_chain_that_grows_and_one_that_shrinks(self):
        words = "alpha bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa".split()
        for name, sizes in (("Growing", (10, 12, 14)), ("Shrinking", (16, 13, 11))):
            place = os.path.join(self.folder.name, "set", "version_documents", name)
            os.makedirs(place)
            for i, n in enumerate(sizes):
                with open(os.path.join(place, f"{i}.txt"), "w") as file: file.write(" ".join(words[:n]))
        f = self.run_on(os.path.join(self.folder.name, "set"))
        self.assertEqual((f["parents.recall"], f["parents.precision"], f["parents, tree"]), (1, 1, 1))
        self.assertEqual((f["direction"], f["direction.told"], f["direction, longer"], f["order"]), (.5, 1, .5, .5))
        self.assertEqual((f["sets"], f["texts"]), (2, 6))

    def test_a_family_of_policies_is_contracted_through_what_is_hidden(self):
        place = os.path.join(self.folder.name, "policies")
        os.makedirs(place)
        versions = [{"id": f"v{i}", "text": "word " * (10 + i) + f"end{i}"} for i in range(8)]
        with gzip.open(os.path.join(place, "families.jsonl.gz"), "wt") as file:
            file.write(json.dumps({"family": "x", "versions": versions, "edges": [[f"v{i}", f"v{i + 1}"] for i in range(7)]}) + "\n")
        (name, texts, edges), = derivation_versions.families(place)
        self.assertEqual(len(texts), 4)
        self.assertEqual(edges, {(0, 1), (1, 2), (2, 3)})
        self.assertEqual(texts, sorted(texts, key=len))
        self.assertEqual(self.run_on(place)["direction"], 1)

    def test_what_is_no_set_is_a_sentence_and_status_2(self):
        said = io.StringIO()
        with redirect_stderr(said): self.assertEqual(evaluate_derivation.main([self.folder.name, "--stemma", self.program, "--no-record"]), 2)
        self.assertIn("no set that is known", said.getvalue())


class Overlap(unittest.TestCase):
    def test_runs_order_and_claims(self):
        a, b = "the old bridge over the river fell at noon", "they said the old bridge over the river collapsed"
        pair = evaluate_overlap.pair(evaluate_overlap.report(a, claims={"x": 1, "y": 5}), evaluate_overlap.report(b, claims={"x": 2}))
        self.assertAlmostEqual(pair["runs5"], 6 / 9)
        self.assertEqual((pair["runs8"], pair["longest"], pair["claims"]), (0, 6, 1))
        self.assertIsNone(pair["claim order"])
        self.assertEqual(evaluate_overlap.tau([(1, 1), (2, 2), (3, 3)], 3), 1)
        self.assertEqual(evaluate_overlap.tau([(1, 3), (2, 2), (3, 1)], 3), -1)

    def test_quotations_do_not_count_as_runs_outside_them(self):
        a = 'he said “we will not rest until we know why this happened” in town'
        pair = evaluate_overlap.pair(evaluate_overlap.report(a), evaluate_overlap.report(a.replace("he said", "a minister told us").replace("in town", "today")))
        self.assertGreater(pair["runs8"], .5)
        self.assertEqual(pair["runs5 unquoted"], 0)


class Baselines(unittest.TestCase):
    def test_near_copies_are_grouped_by_their_shingles(self):
        texts = {"000": b"one two three four five six seven eight nine ten", "001": b"one two three four five six seven eight nine zero", "002": b"nothing at all in common with the other two of them"}
        dossier = {"reports": [{"id": s, "body": [{"report": s, "start": 0, "end": len(texts[k])}]} for s, k in zip("ABC", texts)]}
        shared, group = derivation_stories.shingles(dossier, texts, dict(zip("ABC", texts)))
        self.assertAlmostEqual(shared[frozenset(("000", "001"))], 5 / 6)
        self.assertEqual(group["A"], group["B"])
        self.assertNotEqual(group["A"], group["C"])


if __name__ == "__main__":
    unittest.main()
