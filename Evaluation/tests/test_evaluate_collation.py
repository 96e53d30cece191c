"""The scorers of collations, with a stand-in for the program that joins texts with the same first word."""
import contextlib, io, json, math, os, shutil, sys, tempfile, unittest

import clusters, collation_events, collation_tolls, evaluate_collation, likeness
import example

# Likens by the first word. Claims join the lines of the reports that begin with the same word; numbers before "killed" or
# "hurt" are figures.
STAND_IN = """#!%s
import collections, json, re, sys
for line in sys.stdin:
    item = json.loads(line)
    if sys.argv[2] == "liken":
        print(json.dumps({"id": item["id"], "likeness": float(item["a"].split()[0] == item["b"].split()[0])}))
        continue
    reports = [{"id": chr(65 + n), "source": r["source"]} for n, r in enumerate(item["reports"])]
    claims, figures = collections.defaultdict(list), []
    for r, report in zip(item["reports"], reports):
        at = 0
        for text in r["text"].splitlines():
            span = {"report": report["id"], "start": at, "end": at + len(text.encode()), "exact": text}
            claims[text.split()[0]].append({"report": report["id"], "span": span, "relation": "verbatim"})
            for found in re.finditer(r"(\\d+) (people) (killed|hurt)", text):
                figures.append({"quantity": found[2] + " " + found[3], "unit": "people", "value": float(found[1]), "high": None,
                                "variants": [{"report": report["id"], "value": float(found[1]), "span": dict(span, exact=found[1])}]})
            at += len(text.encode()) + 1
    print(json.dumps({"id": item["id"], "reports": reports, "figures": figures, "divergences": [],
                      "claims": [{"variants": [{"text": "", "witnesses": found}]} for found in claims.values()]}))
""" % sys.executable


class Collation(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        self.program = self.write("stemma", STAND_IN)
        os.chmod(self.program, 0o755)

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def figures(self, *more):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = evaluate_collation.main([os.path.join(self.folder, "set"), "--stemma", self.program, "--no-record", "--json", "--explain", *more])
        return status, json.loads(out.getvalue())[0] if out.getvalue() else None, err.getvalue()

    # ---- events

    DOCUMENT = """<Document><token t_id="1" sentence="0">http</token><token t_id="2" sentence="1">Quake</token><token t_id="3" sentence="1">hits</token>
<token t_id="4" sentence="2">%s</token><token t_id="5" sentence="2">fall</token><token t_id="6" sentence="2">.</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="3"/></ACTION_OCCURRENCE><ACTION_STATE m_id="2"><token_anchor t_id="5"/></ACTION_STATE>
<ACTION_OCCURRENCE m_id="8" instance_id="ACT1"/><ACTION_STATE m_id="9" instance_id="ACT2"/><LOC m_id="10" instance_id="LOC1"/></Markables>
<Relations><CROSS_DOC_COREF note="ACT1"><source m_id="1"/><target m_id="8"/></CROSS_DOC_COREF>
<CROSS_DOC_COREF note="ACT2"><source m_id="2"/><target m_id="9"/></CROSS_DOC_COREF><CROSS_DOC_COREF note="LOC1"><source m_id="2"/><target m_id="10"/></CROSS_DOC_COREF>
</Relations></Document>"""

    def events(self):
        self.write("set/ECB+/1/1_1ecbplus.xml", self.DOCUMENT % "Walls")
        self.write("set/ECB+/1/1_2ecbplus.xml", self.DOCUMENT % "Houses")
        self.write("set/" + collation_events.LISTED, "Topic,File,Sentence Number\n1,1ecbplus,1\n1,1ecbplus,2\n1,2ecbplus,1\n1,2ecbplus,2\n1,3ecbplus,1\n")

    def test_events(self):
        self.events()
        status, result, _ = self.figures()
        figures = result["figures"]
        self.assertEqual((status, figures["topic.sentences"], figures["topic.links"]), (0, 4, 2))
        # "Quake hits" is joined, "Walls fall." and "Houses fall." are not.
        self.assertEqual([figures[f"topic.links.{x}"] for x in ("precision", "recall")], [1.0, 0.5])
        self.assertEqual([figures[f"subtopic.B3.{x}"] for x in ("precision", "recall")], [1.0, 0.75])
        self.assertEqual(figures["topic.overlap.links.F1"], 1.0)
        self.assertEqual(len(result["notes"]), 2)

    def test_the_address_is_no_sentence_and_entities_are_no_events(self):
        self.events()
        document = collation_events.documents(os.path.join(self.folder, "set"))[0]
        self.assertEqual((document.text, document.chains), ("Quake hits\nWalls fall.\n", {"ACT1": {1}, "ACT2": {2}}))
        self.assertEqual([document.sentence_at(at) for at in (0, 10, 11)], [1, 1, 2])

    # ---- tolls

    def tolls(self, *texts):
        self.write("set/incidents.jsonl", json.dumps({"incident": "1", "num_killed": 2, "num_injured": 3}) + "\n")
        self.write("set/reports.jsonl", "".join(json.dumps({"incident": "1", "doc": str(at), "date": f"2014-01-0{at + 1}", "title": "Shooting", "text": text}) + "\n"
                                                for at, text in enumerate(texts)))
        status, result, _ = self.figures()
        self.assertEqual(status, 0)
        return result["figures"]

    def test_the_later_toll_is_the_storys(self):
        figures = self.tolls("1 people killed", "2 people killed. Then a wall fell on others, 3 people hurt")
        self.assertEqual([figures[f"stemma.{x}"] for x in ("killed.exact", "injured.exact", "both exact")], [1.0, 1.0, 1.0])
        self.assertEqual(figures["pattern.killed.exact"], 1.0)
        self.assertEqual(figures["zero.both exact"], 0.0)

    def test_no_answer(self):
        figures = self.tolls("Somebody was killed.")
        self.assertEqual((figures["stemma.killed.coverage"], figures["stemma.killed.exact, many"]), (0.0, 0.0))
        self.assertNotIn("stemma.killed.accuracy", figures)

    def test_kinds(self):
        for words, kind in (("people were shot dead", "killed"), ("officers wounded", "injured"), ("teens shot", "shot"), ("killed or injured", None), ("cars", None)):
            self.assertEqual(collation_tolls.kind(words), kind, words)
        self.assertEqual(collation_tolls.answer({"killed": [(0, 1)], "injured": [], "shot": [(0, 4)]}), {"killed": 1, "injured": 3})

    # ---- pairs

    def test_paraphrases(self):
        rows = "Quality\t#1 ID\t#2 ID\t#1 String\t#2 String\n1\t1\t2\tA boat sank\tA boat went down\n0\t3\t4\tThe bank opened\tHer dog ran\n"
        for name in ("msr-para-train.tsv", "msr-para-test.tsv"): self.write("set/" + name, rows)
        _, result, _ = self.figures()
        self.assertEqual([result["figures"][f"{x}.AUC"] for x in ("stemma", "overlap", "tfidf")], [1.0, 1.0, 1.0])
        self.assertEqual(result["figures"]["stemma.accuracy"], 1.0)

    def test_similarity(self):
        rows = "".join(f"main-news\tx\t2015\t1\t{score}\t{a}\t{b}\n" for score, a, b in ((5, "a b c", "a b c"), (2, "a b c", "a d e"), (0, "a b c", "x y z")))
        for name in ("sts-dev.csv", "sts-test.csv"): self.write("set/" + name, rows)
        _, result, _ = self.figures()
        self.assertAlmostEqual(result["figures"]["dev.overlap.spearman"], 1.0)
        self.assertAlmostEqual(result["figures"]["dev.stemma.spearman"], math.sqrt(0.75))

    def test_claims(self):
        rows = [{"topic": "t", "claim_a": a, "claim_b": b, "relation": r} for a, b, r in (("Rain fell", "Rain came", 1), ("Rain fell", "Sun shone", 0))]
        self.write("set/ClaimDiff-strength-train.json", json.dumps({"data": rows}))
        _, result, _ = self.figures()
        figures = result["figures"]
        self.assertEqual((figures["S.stemma.AUC"], figures["S.joined, related"], figures["S.joined, others"]), (1.0, 1.0, 0.0))

    # ---- trouble

    def test_a_folder_without_a_set(self):
        self.write("set/readme", "")
        status, _, said = self.figures()
        self.assertEqual(status, 2)
        self.assertIn("holds no set that is known", said)

    def test_a_set_that_is_not_in_its_layout(self):
        for name in ("msr-para-train.tsv", "msr-para-test.tsv"): self.write("set/" + name, "a\nb\n")
        status, _, said = self.figures()
        self.assertEqual(status, 2)
        self.assertIn("MSRP's layout", said)


class Measures(unittest.TestCase):
    def test_rank_measures(self):
        self.assertEqual(likeness.ranks([3, 1, 3]), [2.5, 1, 2.5])
        self.assertEqual(likeness.auc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]), 0.75)
        self.assertAlmostEqual(likeness.average_precision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]), 5 / 6)
        self.assertEqual(likeness.threshold([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]), 0.35)
        self.assertEqual(likeness.accuracy_and_f1([0.1, 0.9], [0, 1], 0.5), (1.0, 1.0))

    def test_word_likeness(self):
        self.assertEqual(likeness.dice("The cat", "the dog"), 0.5)
        tfidf = likeness.TfIdf(["a b", "a c"])
        self.assertAlmostEqual(tfidf("a b", "a b"), 1.0)
        self.assertLess(tfidf("a b", "a c"), 0.5)

    def test_b_cubed_of_one_group_each_is_the_plain_one(self):
        # Bagga and Baldwin's example: truth 1-5, 6-7, 8-12; found 1-5 and 6-12: precision 16/21, recall 1.
        truth, found = [set(range(1, 6)), {6, 7}, set(range(8, 13))], [set(range(1, 6)), set(range(6, 13))]
        precision, recall = clusters.b_cubed(range(1, 13), truth, found)
        self.assertAlmostEqual(precision / 12, (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
        self.assertAlmostEqual(recall / 12, 1.0)

    def test_b_cubed_counts_how_often_two_are_together(self):
        precision, recall = clusters.b_cubed("ab", [{"a", "b"}, {"a", "b"}], [{"a", "b"}])
        self.assertEqual((precision, recall), (2.0, 1.0))

    def test_components(self):
        self.assertEqual(sorted(map(sorted, clusters.components("abcd", [("a", "b"), ("b", "c")]))), [["a", "b", "c"], ["d"]])


if __name__ == "__main__":
    unittest.main()
