"""The simulator of traditions: the same seed makes the same bytes, the truth is that of the texts, and every change leaves what it says it leaves."""
import datetime, functools, json, os, random, re, sys, tempfile, unittest

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import make_traditions
from traditions import edits, grammar, lexicon, pages, stories, topologies, truths, wires
from traditions.passages import Day, Figure, Part, Sentence
from traditions.writers import Rewriter, World, Writer, heard

SEEDS = range(3000, 3006)


@functools.lru_cache(maxsize=None)
def made(seed, condition="clean"):
    return stories.made(seed, condition)


def sentence(*parts, **fields):
    fields.setdefault("line", "WIRE1")
    parts = [Part(p) if isinstance(p, str) else p for p in parts]
    fields.setdefault("origins", {p.claim: ("police",) for p in parts if p.claim})
    return Sentence(tuple(parts), **fields)


TOLL = Part("12", "figure", "killed", "killed", Figure(12))


class Stories(unittest.TestCase):
    def test_the_same_seed_makes_the_same_bytes_and_another_one_others(self):
        once, again, other = (truths.written(made(s)) for s in (3001, 3001, 3002))
        self.assertEqual(json.dumps(once[0]), json.dumps(again[0]))
        self.assertEqual(once[1], again[1])
        self.assertNotEqual(once[1], other[1])

    def test_every_condition_makes_a_story_of_every_kind_of_event(self):
        for seed in SEEDS:
            for condition in stories.CONDITIONS:
                truth, texts = truths.written(made(seed, condition))
                self.assertGreaterEqual(len(texts), 2)
                self.assertEqual(len(texts), len(truth["files"]))
        self.assertEqual({made(s).world.event.kind for s in SEEDS}, set(grammar.kinds()))

    def test_the_truths_spans_are_the_texts(self):
        for seed in SEEDS:
            truth, texts = truths.written(made(seed))
            for claim in truth["claims"]:
                for key, cell in claim["reports"].items():
                    data = texts[truth["files"][key]["file"]]
                    self.assertEqual(bool(cell["spans"]), cell["status"] != "absent")
                    for span in cell["spans"]:
                        self.assertEqual(data[span["start"]:span["end"]].decode(), span["text"])
                        self.assertGreater(len(span["text"]), 3)
            for item in (*truth["figures"], *truth["quotes"]):
                for v in item["variants"]:
                    for span in v.get("spans") or [v["span"]]:
                        self.assertEqual(texts[truth["files"][v["report"]]["file"]][span["start"]:span["end"]].decode(), span["text"])

    def test_segments_cover_what_is_written(self):
        truth, texts = truths.written(made(3003))
        for f in truth["files"].values():
            data = bytearray(texts[f["file"]])
            for s in f["segments"]:
                self.assertNotIn(b"\n\n", data[s["start"]:s["end"]])
                data[s["start"]:s["end"]] = b" " * (s["end"] - s["start"])
            self.assertEqual(bytes(data).strip(), b"")

    def test_lines_and_origins_follow_from_the_graph(self):
        """Walking up the edges by which a claim came gives the lines that the truth counts."""
        for seed in SEEDS:
            for condition in ("clean", "contaminated"):
                story = made(seed, condition)
                node = {n.id: n for n in story.nodes}

                def roots(n, claim):
                    """The lines from which a text has a claim: its own, if it added it or has no parent with it, else those of the texts it came from."""
                    if f"own_{n.id}_" in claim: return {n.id}
                    blocks = [p for p, how, claims in n.parents if how == "drew on a block" and claim in claims]
                    above = blocks or [p for p, how, _ in n.parents if how != "drew on a block" and any(claim in s.claims() for s in node[p].body)]
                    return set().union(*(roots(node[p], claim) for p in above)) if above else {n.line}

                for n in story.reports():
                    for s in n.body:
                        for claim in s.claims():
                            self.assertIn(s.line, roots(n, claim), f"{seed} {condition} {n.id} {claim}")

    def test_counts_of_claims_are_those_of_their_sentences(self):
        for seed in SEEDS:
            story = made(seed)
            truth, _ = truths.written(story)
            for claim in truth["claims"]:
                told = [s for n in story.reports() for s in n.body if claim["claim"] in s.spans()]
                self.assertEqual(claim["independent_lines"]["point"], len({s.line for s in told}))
                self.assertEqual(claim["independent_origins"]["point"], len({o for s in told for o in s.origins[claim["claim"]]}))
                self.assertEqual(claim["naive_count"], sum(x["status"] != "absent" for x in claim["reports"].values()))
                for count in ("independent_lines", "independent_origins"):
                    low, high = claim[count]["interval"]
                    self.assertTrue(1 <= low <= claim[count]["point"] <= high)

    def test_a_public_speech_is_one_origin_through_several_lines(self):
        found = [c for s in SEEDS for c in truths.written(made(s))[0]["claims"] if c["wording_is_public_quote"] and c["independent_lines"]["point"] > 1]
        self.assertTrue(found)
        for c in found: self.assertEqual(c["independent_origins"]["point"], 1)
        self.assertEqual({c["stratum"] for c in found} - {"public", "release"}, set())

    def test_an_expert_spoke_to_one_line(self):
        for seed in SEEDS:
            story = made(seed)
            experts = {f.id for f in story.world.event.facts.values() if f.source in story.world.event.sources and story.world.event.sources[f.source].kind == "expert"}
            self.assertLessEqual(len({s.line for n in story.nodes for s in n.body if s.fact in experts}), 1)

    def test_noise_loses_and_garbles_and_changes_nothing_else(self):
        clean, noisy = made(3004), made(3004, "noisier")
        self.assertEqual([n.id for n in clean.nodes], [n.id for n in noisy.nodes])
        self.assertEqual([n.parents for n in clean.nodes], [n.parents for n in noisy.nodes])
        whole, left = sum(len(n.body) for n in clean.reports()), sum(len(n.body) for n in noisy.reports())
        self.assertTrue(.5 < left / whole < .8)
        self.assertTrue(any("garbled" in s.altered for n in noisy.reports() for s in n.body))

    def test_contamination_gives_as_many_second_parents_as_it_says(self):
        def rate(condition):
            derived = [n for s in range(3000, 3060) for n in made(s, condition).reports() if n.parents and n.parents[0][1] != "lead of"]
            return sum(any(how == "drew on a block" for _, how, _ in n.parents) for n in derived) / len(derived)
        self.assertTrue(.26 < rate("contaminated") < .34)
        self.assertTrue(.07 < rate("clean") < .13)

    def test_a_masked_story_names_no_agency_in_a_credit(self):
        for seed in SEEDS:
            truth, texts = truths.written(made(seed, "masked"))
            plain, shown = truths.written(made(seed))
            self.assertEqual([c for f in truth["files"].values() for c in f["metadata"]["credit_lines"]], [])
            self.assertEqual(list(texts), list(shown))
            own = {f["metadata"]["outlet"] for f in truth["files"].values()}
            for agency in set(made(seed).agencies) - own:
                self.assertFalse(any(agency.encode() in t for t in texts.values()), f"{seed} {agency}")
            self.assertEqual([c["independent_lines"] for c in truth["claims"]], [c["independent_lines"] for c in plain["claims"]])

    def test_credits_are_present_removed_and_wrong(self):
        kinds = {n.credit for s in range(3000, 3030) for n in made(s).reports() if n.agency and n.parents}
        self.assertEqual(kinds, {"present", "removed", "wrong"})
        for s in range(3000, 3030):
            for n in made(s).reports():
                if n.credit == "wrong": self.assertNotEqual(n.credited, n.agency)

    def test_what_is_written_is_a_story_that_the_scorer_reads(self):
        with tempfile.TemporaryDirectory() as folder:
            make_traditions.main([folder, "--stories", "1", "--first-seed", "3005", "--data", ""])
            import evaluate_story
            (name, truth, paths), = evaluate_story.stories(os.path.join(folder, "clean-3005"))
            self.assertEqual(set(paths), set(truth["files"]))


class Changes(unittest.TestCase):
    def setUp(self):
        self.rng = random.Random(7)
        self.world = World("accident", random.Random(3))
        self.writer = Rewriter(self.world, "WIRE1", self.rng)
        self.plain = sentence(Part("the bridge fell and ", "", "event"), TOLL, Part(" people died", "", "killed"), Part(", police said", "attribution", None, "police", who="police"))

    def carried(self, before, after):
        self.assertEqual(after.line, before.line)
        self.assertLessEqual(set(after.claims()), set(before.claims()))

    def test_a_cut_keeps_the_lead_and_the_order(self):
        body = [sentence(f"sentence {i}") for i in range(20)]
        short = edits.cut(body, self.rng, .4)
        self.assertIs(short[0], body[0])
        self.assertTrue(4 < len(short) < 20)
        self.assertEqual([body.index(s) for s in short], sorted(body.index(s) for s in short))
        self.assertEqual(edits.shortened(body, self.rng, .5), body[:10])

    def test_reordering_loses_nothing_and_keeps_the_lead(self):
        body = [sentence(f"sentence {i}") for i in range(12)]
        moved = edits.reordered(body, self.rng, 3)
        self.assertEqual(sorted(s.show()[0] for s in moved), sorted(s.show()[0] for s in body))
        self.assertEqual(moved[0].show(), body[0].show())
        self.assertNotEqual([s.show() for s in moved], [s.show() for s in body])

    def test_a_spliced_block_stands_in_one_piece(self):
        body, block = [sentence(f"sentence {i}") for i in range(6)], [sentence(f"other {i}") for i in range(3)]
        texts = [s.show()[0] for s in edits.spliced(body, block, self.rng)]
        at = texts.index("Other 0.")
        self.assertEqual(texts[at:at + 3], ["Other 0.", "Other 1.", "Other 2."])
        self.assertEqual(len(texts), 9)

    def test_a_block_is_of_what_the_receiver_lacks(self):
        body = [sentence(Part(f"claim {i}", "", f"c{i}")) for i in range(8)]
        for _ in range(20):
            block = edits.block(body, {"c2", "c5"}, self.rng)
            claims = [s.claims()[0] for s in block]
            self.assertFalse({"c0", "c2", "c5"} & set(claims))
            self.assertIn(len(claims), (2, 3, 4))
        self.assertIsNone(edits.block(body, {f"c{i}" for i in range(8)}, self.rng))

    def test_synonyms_leave_figures_names_and_quotations(self):
        s = sentence(Part("“", "mark"), Part("residents were evacuated,", "quote", "q"), Part("”", "mark"), Part(" police said about ", "attribution"), TOLL, Part(" residents were evacuated", "", "e"))
        changed = edits.rephrased(s, self.rng, 1.0)
        self.assertIn("“Residents were evacuated,”", changed.show()[0])
        self.assertIn("12", changed.show()[0])
        self.assertNotIn(" residents were evacuated", changed.show()[0])
        self.carried(s, changed)

    def test_two_paraphrasers_often_take_the_obvious_synonym(self):
        words = [lexicon.paraphrased("residents", random.Random(i), 1.0) for i in range(200)]
        self.assertNotIn("residents", words)
        self.assertTrue(80 < words.count(lexicon.ALTERNATIVES["residents"][0]) < 150)

    def test_a_translation_comes_back_alike_each_time_and_in_quotations_too(self):
        s = sentence(Part("“", "mark"), Part("We will not rest until we know why this happened,", "quote", "q"), Part("”", "mark"), Part(" the minister said", "attribution"))
        once, again = edits.retranslated(s), edits.retranslated(s)
        self.assertEqual(once, again)
        self.assertIn("shall not pause", once.show()[0])

    def test_rounding_comes_near_with_a_comparator_that_is_true(self):
        for i in range(60):
            figure = Figure(float(self.rng.randint(20, 9000)))
            made = edits.rounded(sentence(Part("x", "figure", "c", "n", figure)), self.rng)
            value = made.values.get("n", figure)
            self.assertLessEqual(abs(value.value - figure.value) / figure.value, .5)
            if value != figure:
                self.assertTrue(value.comparator == "about" or (value.comparator == "almost") == (value.value > figure.value))
                self.assertEqual(made.parts[0].text, value.show())

    def test_a_shifted_comparator_keeps_the_value(self):
        made = edits.compared(sentence(Part("x", "figure", "c", "n", Figure(200, "count", "moreThan"))), self.rng)
        self.assertEqual(made.values["n"].value, 200)
        self.assertNotEqual(made.values["n"].comparator, "moreThan")
        self.assertNotIn("more than", made.show()[0])

    def test_a_resolved_date_is_the_same_day(self):
        day = Day(datetime.date(2023, 5, 24))
        s = sentence("it fell ", Part(day.show(), "date", "event", "day", day))
        self.assertEqual(s.show()[0], "It fell on Wednesday.")
        self.assertEqual(edits.with_date(s, "dayMonth").show()[0], "It fell on 24 May.")
        self.assertEqual(edits.with_date(edits.with_date(s, "dayMonth"), "weekday").show()[0], "It fell on Wednesday.")

    def test_attributions_and_hedges_are_dropped_but_a_quotations_speaker_is_not(self):
        self.assertEqual(edits.unattributed(self.plain).show()[0], "The bridge fell and 12 people died.")
        quoted = sentence(Part("“", "mark"), Part("No,", "quote", "q"), Part("”", "mark"), Part(" she said", "attribution"))
        self.assertEqual(edits.unattributed(quoted), quoted)
        hedged = sentence(Part("it had ", "", "c"), Part("probably ", "hedge", "c"), Part("rusted", "", "c"))
        self.assertEqual(edits.unhedged(hedged).show()[0], "It had rusted.")
        self.assertEqual(edits.unhedged(hedged).claims(), ["c"])

    def test_an_anonymous_source_has_no_name(self):
        source = self.world.event.sources["minister"]
        s = self.writer.sentence(self.world.event.facts["mourning"])
        hidden = edits.anonymous(s, self.world)
        self.assertIn(source.names[2], hidden.show()[0].lower())
        self.assertNotIn(self.world.text["minister_last"], hidden.show()[0])
        self.carried(s, hidden)

    def test_a_quotation_made_indirect_has_no_marks_and_the_same_source(self):
        s = self.writer.sentence(self.world.event.facts["savings"], as_quote=True)
        told = edits.indirect(s, self.writer)
        self.assertIn("“", s.show()[0])
        self.assertNotIn("“", told.show()[0])
        self.assertEqual(told.origins, s.origins)
        self.carried(s, told)

    def test_a_pseudo_quotation_marks_narration(self):
        made = edits.pseudo_quoted(self.plain)
        self.assertEqual(made.show()[0], "“The bridge fell and 12 people died,” police said.")
        self.carried(self.plain, made)

    def test_an_attribution_turns_round(self):
        self.assertEqual(edits.turned(self.plain).show()[0], "Police said that the bridge fell and 12 people died.")
        self.assertEqual(edits.turned(edits.turned(self.plain)).show()[0], self.plain.show()[0])

    def test_a_fact_told_anew_keeps_the_figures_that_were_read(self):
        s = self.writer.sentence(self.world.event.facts["injured"], values={"injured": Figure(77)})
        for _ in range(10):
            anew = edits.reworded(s, self.writer)
            self.assertIn("77", anew.show()[0])
            self.assertEqual(anew.origins, s.origins)

    def test_garbling_loses_words_or_misreads_a_figure(self):
        s = sentence(Part("one two three four five six seven", "", "c"), Part("80", "figure", "c", "n", Figure(80)))
        self.assertTrue(any(len(edits.garbled(s, self.rng).words()) < len(s.words()) for _ in range(5)))
        self.assertTrue(any(edits.garbled(s, self.rng).values.get("n", Figure(80)).value != 80 for _ in range(20)))

    def test_another_ear_changes_small_words_only(self):
        heard_ = [heard("We will not rest until we know why this has happened", random.Random(i)) for i in range(20)]
        self.assertTrue(all("rest" in h and "know why" in h for h in heard_))
        self.assertGreater(len(set(heard_)), 1)


class Wires(unittest.TestCase):
    def test_a_later_lead_has_news_and_mends_figures(self):
        rng = random.Random(5)
        world = World("storm", random.Random(9))
        writer = Writer(world, "WIRE1", rng, "Halewire")
        facts = list(world.event.facts)
        title, body = wires.first(writer, facts[:12])
        before = writer.values["evacuated"].value if "evacuated" in writer.values else None
        _, later = wires.next_lead(writer, title, body, facts[12:16], rng)
        claims = {c for s in later for c in s.claims()}
        self.assertTrue(set(facts[12:16]) & claims)
        self.assertTrue({re.sub("_2$", "", c) for c in claims} < set(facts) | {"event", "killed"})
        self.assertTrue(all(s.line == "WIRE1" for s in later))

    def test_an_agency_asks_two_witnesses(self):
        world = World("storm", random.Random(9))
        _, body = wires.first(Writer(world, "WIRE1", random.Random(5), "Halewire"), ["roar", "gusts"])
        told = [s for s in body if s.fact == "roar"]
        self.assertEqual(len(told), 2)
        self.assertEqual({s.line for s in told}, {"WIRE1"})


class Shapes(unittest.TestCase):
    def test_parents_come_before_children_and_one_is_the_root(self):
        for shape in [topologies.star(random.Random(i), 8) for i in range(10)]:
            self.assertEqual([i for i, (p, _, _) in enumerate(shape) if p is None], [0])
            self.assertTrue(all(p is None or p < i for i, (p, _, _) in enumerate(shape)))

    def test_a_published_stemma_becomes_a_shape(self):
        edge = lambda p, c, **more: {"p": p, "c": c, **more}
        stemma = {"nodes": [{"id": i, "hidden": i in "ab"} for i in "abcde"],
                  "edges": [edge("a", "b"), edge("a", "c"), edge("b", "d"), edge("b", "e"), edge("c", "e", contamination=True)]}
        shape = topologies.shaped(stemma)
        self.assertEqual(len(shape), 5)
        self.assertEqual(sum(hidden for _, hidden, _ in shape), 2)
        self.assertTrue(all(second is None or second < i for i, (_, _, second) in enumerate(shape)))


class Grammar(unittest.TestCase):
    def test_every_fact_has_wordings_that_differ_and_slots_that_are_known(self):
        for kind in grammar.kinds():
            world = World(kind, random.Random(1))
            for fact in world.event.facts.values():
                self.assertTrue(fact.source in world.event.sources or fact.source in ("observers", "witnesses", "background"), f"{kind} {fact.id}")
                self.assertGreaterEqual(len(fact.wordings), 2 if fact.words else 3, f"{kind} {fact.id}")
                for seed in range(5):
                    text = Writer(world, "L", random.Random(seed)).sentence(fact).show()[0]
                    self.assertFalse(re.search(r"[<>{}\[\]|~@]", text), f"{kind} {fact.id}: {text}")

    def test_independent_writers_seldom_word_alike(self):
        world = World("accident", random.Random(2))
        told = [{id_: Writer(world, f"L{i}", random.Random(i)).sentence(f, as_quote=False).show()[0] for id_, f in world.event.facts.items()} for i in range(2)]
        self.assertLessEqual(sum(told[0][f] == told[1][f] for f in told[0]), 1)

    def test_a_page_has_its_sentences_where_it_says(self):
        story = made(3006)
        for n in story.reports():
            page = pages.saved(n, story)
            for s, start in page.sentences:
                text = s.show()[0]
                shown = page.text[start:start + len(text)]
                self.assertEqual(re.sub("[“”\"’']", "", shown), re.sub("[“”\"’']", "", text))


if __name__ == "__main__":
    unittest.main()
