"""The scorer on a perfect dossier of the example story, where every main figure is 1, and on spoiled ones, where the right figures fall."""
import copy, unittest

from example import PERFECT, SIGLA, TEXTS, TRUTH
import check_dossier
from score_story import Scorer


def count(n):
    return {"least": n, "best": n, "most": n, "ids": []}


def witnesses(claim):
    return [w for v in claim["variants"] for w in v["witnesses"]]


def rewrite(claim, id_, ws):
    here = {w["report"] for w in ws}
    return {**claim, "id": id_, "variants": [{"text": claim["lemma"], "witnesses": ws}], "absentFrom": [s for s in SIGLA if s not in here]}


# ---- the spoilers: each takes a copy of the perfect dossier and changes it in place

def half_the_quotes(d):
    d["quotes"] = d["quotes"][::2]


def split_claims(d):
    d["claims"] = [rewrite(c, f"{c['id']}.{i}", [w]) for c in d["claims"] for i, w in enumerate(witnesses(c))]


def nine_origins(d):
    for c in d["claims"]:
        c["support"]["origins"].update(count(9))


def anonymous(d):
    for q in d["quotes"]:
        q["speaker"] = None
        for v in q["variants"]:
            v["speaker"] = None


def shifted(d, by=3):
    if isinstance(d, dict):
        if "exact" in d:
            d.update(start=d["start"] + by, end=d["end"] + by)
        d = list(d.values())
    for x in d if isinstance(d, list) else []:
        shifted(x, by)


def furniture_as_body(d):
    for r in d["reports"]:
        r["body"] = sorted(r["body"] + [x["span"] for x in r["furniture"]], key=lambda s: s["start"])
        r["furniture"] = []


def merged_thirty_percents(d):
    one, other = (next(f for f in d["figures"] if f["id"] == i) for i in ("F10", "F11"))
    one["variants"] += other["variants"]
    d["figures"].remove(other)


def no_agency(d):
    for r in d["reports"]:
        r["credits"] = []


def copied_from_the_cut_one(d):
    d["stemma"]["edges"] = [{"from": SIGLA_OF["002"], "to": SIGLA_OF["000"], "confidence": 0.95, "kind": "copied", "evidence": []}]


def broken(d):
    for q in d["quotes"]:
        del q["variants"]


SIGLA_OF = {k: s for s, k in SIGLA.items()}


def sheet(spoil=None):
    dossier = copy.deepcopy(PERFECT)
    if spoil:
        spoil(dossier)
    return Scorer(dossier, TRUTH, TEXTS).score()


class ScoreStory(unittest.TestCase):
    def test_perfect(self):
        whole = sheet()
        for name in whole.mains():
            self.assertEqual(whole.value(name), 1.0, name)
        self.assertEqual(dict(whole.notes), {})
        self.assertEqual(whole.strata, {"single": [13, 13], "public": [9, 9], "plural": [7, 7]})
        for name in ("metadata.invented", "figures.traps", "lines.falseCorroboration", "origins.falseCorroboration", "stemma.rejectedEdges", "validity.problems"):
            self.assertEqual(whole.value(name), 0, name)

    def test_spoiled(self):
        for spoil, name, high in ((half_the_quotes, "quotes.spans", 0.8), (split_claims, "claims.alignment", 0.05), (nine_origins, "lines.joint", 0),
                                  (nine_origins, "origins.noFalseCorroboration", 0), (anonymous, "quotes.speaker", 0), (shifted, "validity", 0.1),
                                  (furniture_as_body, "body", 0.95), (merged_thirty_percents, "figures.mustNotMerge", 0.99),
                                  (no_agency, "credits", 0), (copied_from_the_cut_one, "stemma.lostParent", 0.3), (broken, "quotes.unscored", 0)):
            with self.subTest(spoil.__name__):
                spoiled = sheet(spoil)
                self.assertLessEqual(spoiled.value(name), high, name)
                self.assertLess(spoiled.overall(), 0.9999)

    def test_rejected_edge_is_counted(self):
        self.assertEqual(sheet(copied_from_the_cut_one).value("stemma.rejectedEdges"), 1)


class CheckDossier(unittest.TestCase):
    def problems(self, change):
        dossier = copy.deepcopy(PERFECT)
        change(dossier)
        return " ".join(m for _, m in check_dossier.check(dossier, {s: TEXTS[k] for s, k in SIGLA.items()}).problems)

    def test_faults_are_found(self):
        def order(d): d["claims"][0], d["claims"][5] = d["claims"][5], d["claims"][0]
        def absent(d): d["claims"][0]["absentFrom"] = ["A"]
        def zero(d): d["claims"][0]["support"]["origins"]["least"] = 0
        def no_node(d): d["claims"][0]["support"]["lines"]["ids"] = ["S1"]
        def uneven(d): d["claims"][0]["support"]["lines"].update(best=2, most=2, least=1)
        def cycle(d): d["stemma"]["edges"].append({"from": "A", "to": "O1", "confidence": 1, "kind": "copied", "evidence": []})
        def kind(d): d["divergences"][0]["kind"] = "odd"
        def gone(d): del d["reports"][0]["language"]
        def exact(d): d["quotes"][0]["variants"][0]["span"]["exact"] += "!"
        def sigla(d): d["reports"].reverse()
        for change, expected in ((order, "out of order"), (absent, "absentFrom"), (zero, "least <= best"), (no_node, "no node has the id 'S1'"),
                                 (uneven, "its best is 2"), (cycle, "descends from itself"), (kind, "is not one of"), (gone, "has no `language`"),
                                 (exact, "is not the text at"), (sigla, "its siglum is")):
            with self.subTest(change.__name__):
                self.assertIn(expected, self.problems(change))
        self.assertEqual(self.problems(lambda d: None), "")


if __name__ == "__main__":
    unittest.main()
