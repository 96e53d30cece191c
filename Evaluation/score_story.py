#!/usr/bin/env python3
"""Scores a `stemma-dossier/1` file against a hand-made gold of the same story.

    python3 score_story.py DOSSIER.json GOLD.json [--texts DIR] [--json] [--explain]

The gold has the schema `stemma-gold-seeds/1` (see ../Examples). Its offsets are UTF-8 bytes where it says so in
`offsets`, and Unicode scalars else; those are turned into bytes by means of the reports' texts, which are looked for
in DIR, else beside the gold, else in ../../seeds from it. Reports are matched by sha256, else by file name.

A gold item is *optional* when the gold itself doubts that a reader must find it: a headline, a caption, a quotation
retold as narration. Finding it counts; missing it does not. Where the gold says that it is not `exhaustive`, what the
dossier has beyond it is no false alarm: precision is that of the items that overlap gold ones. Figures with a star go
into the overall mean.
"""
import argparse, json, os, re
from collections import Counter, defaultdict
from itertools import combinations

from score_tools import (COMPARATORS, DIVERGENCES, FAMILIES, FAMILY, FORMS, FURNITURE, NEUTRAL, TIME_UNITS, Sheet, agencies, below,
                         check_dossier, dates, fold, forms, gold_texts, harmonic, is_person, kinship, lineages, measure, of_longer, of_smaller,
                         offsets, roots, same_outlet, share, shared, short, squeeze, words)

class Scorer:
    """Gold and dossier in one coordinate system: a span is (gold report key, start byte, end byte)."""

    def __init__(self, dossier, gold, texts):
        self.d, self.g, self.texts, self.sheet = dossier, gold, texts, Sheet()
        self.part = not gold.get("exhaustive", True)
        self.only = "; gold in part: only what overlaps it is judged" if self.part else ""
        self.bytes_at = {k: offsets(gold, t) for k, t in texts.items()}
        self.agencies = agencies(gold)
        self.key = {}                                                    # siglum -> gold report key
        for r in dossier.get("reports", []):
            for k, f in gold["files"].items():
                if r.get("sha256") == f["sha256"] or os.path.basename(str(r.get("source", ""))) == os.path.basename(f["file"]):
                    self.key[r["id"]] = k
        self.report = {self.key[r["id"]]: r for r in dossier.get("reports", []) if r["id"] in self.key}
        self.body = {k: [self.gspan(k, s) for s in f["segments"] if s["kind"] in ("body", "subheading")]
                     for k, f in gold["files"].items()}
        for k, f in gold["files"].items():
            if k not in self.report:
                self.sheet.note("reports", f"not in the dossier: {f['file']}")

    def gspan(self, key, s):
        return (key, self.bytes_at[key][s["start"]], self.bytes_at[key][s["end"]])

    def dspan(self, s):
        key = self.key.get((s or {}).get("report"))
        return (key, s["start"], s["end"]) if key and s.get("start") is not None and s.get("end") is not None else None

    def show(self, span):
        text = self.texts[span[0]][span[1]:span[2]].decode("utf-8", "replace")
        return f"{span[0]}[{span[1]}-{span[2]}] “{text if len(text) < 90 else text[:87] + '…'}”"

    def in_body(self, span):
        return any(of_smaller(span, b) >= 0.5 for b in self.body[span[0]])

    def match(self, gold, given, alike, measure):
        """One-to-one, greatest overlap first: {gold index: given index}."""
        pairs = sorted(((-measure(g["span"], d["span"]), i, j) for i, g in enumerate(gold) for j, d in enumerate(given)
                        if measure(g["span"], d["span"]) >= 0.5 and alike(g, d)))
        found, used = {}, set()
        for _, i, j in pairs:
            if i not in found and j not in used:
                found[i] = j
                used.add(j)
        return found

    def detection(self, section, name, gold, given, found, why, ignored=(), traps=()):
        """Span precision, recall and F1; optional gold items are not missed, ignored given ones are no false alarm."""
        used = set(found.values())
        if self.part:
            ignored = {*ignored, *(j for j, d in enumerate(given) if not any(shared(d["span"], g["span"]) for g in (*gold, *traps)))}
        alarms = [j for j in range(len(given)) if j not in used and j not in ignored]
        required = [i for i, g in enumerate(gold) if not g["optional"]]
        for i in required:
            if i not in found:
                self.sheet.note(section, f"missed {gold[i]['id']}: {self.show(gold[i]['span'])}")
        for j in alarms:
            d = given[j]
            self.sheet.note(section, f"false alarm {d['id']}: {self.show(d['span']) if d['span'] else 'a span without offsets'}")
        self.sheet.prf(name, sum(i in found for i in required), len(required), len(used), len(used) + len(alarms), why + self.only, True)

    def grouping(self, section, name, gold, given, found, why, excused=lambda a, b: False):
        """Pairs of gold items in different reports: in one gold group, in one dossier group."""
        hit = need = right = said = 0
        for (i, a), (j, b) in combinations(enumerate(gold), 2):
            if a["span"][0] == b["span"][0]:
                continue
            same = a["id"] == b["id"]
            together = i in found and j in found and given[found[i]]["id"] == given[found[j]]["id"]
            if same and not a["optional"] and not b["optional"]:
                need, hit = need + 1, hit + together
            if together and (same or not excused(a, b)):
                said, right = said + 1, right + same
                if not same:
                    self.sheet.note(section, f"merged {a['id']} with {b['id']} in {given[found[i]]['id']}: {self.show(a['span'])} / {self.show(b['span'])}")
            elif same and i in found and j in found:
                self.sheet.note(section, f"split {a['id']}: {self.show(a['span'])} is in {given[found[i]]['id']}, {self.show(b['span'])} in {given[found[j]]['id']}")
        self.sheet.prf(name, hit, need, right, said, why, True)

    # ---- 1 body and furniture
    def score_body(self):
        both = said = real = kinds = kinds_right = covered = 0
        for key, f in self.g["files"].items():
            text, report = self.texts[key], self.report.get(key, {})
            mask = lambda spans: {i for s in spans if s for i in range(s[1], s[2])}
            ink = {i for i, b in enumerate(text) if b > 32}
            neutral = mask(self.gspan(key, s) for s in f["segments"] if NEUTRAL.search(s["kind"]))
            body = mask(self.body[key]) & ink - neutral
            given = mask(map(self.dspan, report.get("body", []))) & ink - neutral
            both, said, real = both + len(body & given), said + len(given), real + len(body)
            furniture = [(self.dspan(x.get("span")), x.get("kind")) for x in report.get("furniture", [])]
            for s in f["segments"]:
                span = self.gspan(key, s)
                lost, junk = mask([span]) & body - given, mask([span]) & given - body
                if len(lost) + len(junk) > 10:
                    self.sheet.note("body", f"{'body left out' if lost else s['kind'] + ' taken for body'}: {self.show(span)}")
                may = [v for k, v in FURNITURE.items() if k in s["kind"]]
                if may:
                    over = [k for x, k in furniture if of_smaller(span, x) >= 0.5]
                    kinds, covered, ok = kinds + 1, covered + bool(over), any(k in " ".join(may).split() for k in over)
                    kinds_right += ok
                    if not ok:
                        self.sheet.note("furniture", f"{s['kind']} is {' / '.join(over) or 'not marked'}: {self.show(span)}")
        self.sheet.prf("body", both, real, both, said, "bytes of the article told from furniture, captions and title lines", True)
        self.sheet.add("furniture.found", share(covered, kinds), "furniture passages of the gold that are marked as furniture")
        self.sheet.add("furniture.kind", share(kinds_right, kinds), "of them, those marked with a fitting kind")

    # ---- 2 metadata
    def score_metadata(self):
        right, seen, invented, cells = Counter(), Counter(), 0, 0
        for key, f in self.g["files"].items():
            m, r = f["metadata"], self.report.get(key, {})
            told = {k: (r.get(k) or {}).get(v) for k, v in (("outlet", "name"), ("title", "text"), ("byline", "text"), ("published", "value"))}
            title = m.get("title")
            gold = {"outlet": m.get("outlet"), "title": title[0]["text"] if isinstance(title, list) else title,
                    "byline": m.get("byline"), "published": m.get("date")}
            hints = [e["value"][:10] for e in m.get("date_evidence", [])]          # a date the text allows, not states
            open_ = squeeze(gold["outlet"]) not in re.sub(r"\W", "", fold(f["file"] + self.texts[key].decode("utf-8")))
            for field, want in gold.items():
                if self.part and {"published": "date"}.get(field, field) not in m:
                    continue
                have, cells = told[field], cells + 1
                if key not in self.report:
                    ok = False
                elif want is None or have is None:
                    ok = have is None and (want is None or field == "outlet" and open_ or field == "published" and len(dates(want)[0]) == 5)
                    ok = ok or field == "published" and have is not None and have[:10] in hints
                    invented += have is not None and not ok
                elif field == "published":
                    ok = any(have.startswith(d) or have[5:10] == d for d in dates(want))
                elif field == "outlet":
                    ok = same_outlet(have, want)
                else:
                    ok = fold(have).removeprefix("by ") == fold(want).removeprefix("by ")
                right[field] += ok
                seen[field] += 1
                if not ok:
                    self.sheet.note("metadata", f"{key} {field}: {have!r}, gold {want!r}")
        self.sheet.add("metadata", share(sum(right.values()), cells), "outlet, title, byline and date right, and null where the text has none", True)
        for field in ("outlet", "title", "byline", "published"):
            self.sheet.add(f"metadata.{field}", share(right[field], seen[field]), "share of reports")
        self.sheet.add("metadata.invented", invented, "fields filled in that no text supports (a count; should be 0)")

    # ---- 3 credits
    def score_credits(self):
        gold, plain = [], []
        for key, f in self.g["files"].items():
            for c in f["metadata"].get("credit_lines", []):
                text, names = self.texts[key], {short(a) for a in self.agencies.findall(f"{c['text']} {c.get('agency', '')}")}
                if re.match("in-text|one quote|staff", c["scope"]):      # told or cited
                    names = set()
                needle = text[slice(*self.gspan(key, c["span"][0])[1:])]
                spans = [(key, m.start(), m.end()) for m in re.finditer(re.escape(needle), text)]
                (gold if names else plain).append((key, names, spans, c["text"]))
        given = [(x, self.dspan(x.get("span"))) for r in self.report.values() for x in r.get("credits", [])
                 if x.get("kind") in ("byline", "creditLine", "dateline", "photo")]
        agency = lambda x: short(x.get("agency"))
        hits = lambda line, x, s: any(of_smaller(s, t) >= 0.5 for t in line[2])
        found = [line for line in gold if any(agency(x) in line[1] and hits(line, x, s) for x, s in given)]
        given = [(x, s) for x, s in given if not any(hits(line, x, s) for line in plain) and (not self.part or any(hits(line, x, s) for line in gold))]
        right = [x for x, s in given if any(agency(x) in line[1] and hits(line, x, s) for line in gold)]
        for line in gold:
            if line not in found:
                self.sheet.note("credits", f"missed in {line[0]}: {line[3]}")
        for x, s in given:
            if x not in right:
                self.sheet.note("credits", f"false alarm: {x.get('agency')} {self.show(s) if s else ''}")
        self.sheet.prf("credits", len(found), len(gold), len(right), len(given), "agency credit lines: the agency, at that place (told/cited are not counted)" + self.only, True)

    # ---- 4 quotes
    def score_quotes(self):
        gold, given = [], []
        for q in self.g["quotes"]:
            for v in q["variants"]:
                if v["form"] != "narration":                             # the source of a pseudo-quote
                    for s in v["spans"]:
                        span = self.gspan(v["report"], s)
                        gold.append({"id": q["id"], "span": span, "quote": q, "variant": v,
                                     "optional": v["form"] == "narrated" or not self.in_body(span) or v["form"] not in FORMS and "direct" not in v["form"]})
        for q in self.d.get("quotes", []):
            for v in q["variants"]:
                if v["report"] in self.key:
                    given.append({"id": q["id"], "span": self.dspan(v["span"]), "quote": q, "variant": v})
        found = self.match(gold, given, lambda g, d: True, of_longer)
        unlisted = {j for j, d in enumerate(given) if d["span"] and d["variant"].get("form") == "indirect" and self.in_body(d["span"])
                    and not any(shared(d["span"], g["span"]) for g in gold)}      # the gold lists marked quotes in full, reported speech in part
        self.detection("quotes", "quotes.spans", gold, given, found, "passages quoted or reported; overlap at least half of the longer", unlisted)
        self.sheet.add("quotes.unlisted", len(unlisted), "indirect quotes in the body that the gold does not list: not judged (a count)")
        people = {q["speaker"]: words(q["speaker"]) for q in self.g["quotes"] if is_person(q["speaker"])}
        alike = lambda text: {p: len(names & words(text)) for p, names in people.items() if names & words(text)}
        named = lambda text: {p for p, n in alike(text).items() if n == max(alike(text).values())}
        tally = {k: [0, 0] for k in ("speaker", "form", "addressee", "channel")}

        def mark(field, ok, i, have, want):
            tally[field][0] += ok
            tally[field][1] += 1
            if not ok:
                self.sheet.note("quotes", f"{field} of {gold[i]['id']} is {have!r}, gold {want!r}: {self.show(gold[i]['span'])}")
        for i, j in sorted(found.items()):
            g, v, q = gold[i], given[j]["variant"], given[j]["quote"]
            form, want = g["variant"]["form"], g["quote"]["speaker"]
            here, top = v.get("speaker"), (q.get("speaker") or {}).get("name")     # as this report has it, as the story has it
            if form not in ("narrated", "scare/partial") and (want in people or str(want).startswith("NONE")):
                mark("speaker", (named(here) or named(top)) == {want} & people.keys(), i, here or top, want)
            mark("form", v.get("form") in forms(form), i, v.get("form"), form)
            want = g["variant"].get("addressee_as_written")
            if want and form not in ("narrated", "scare/partial"):
                told = words(v.get("addressee")) | (words(" ".join(v.get("channel") or [])) if self.agencies.fullmatch(want) else set())
                mark("addressee", bool(told & words(re.sub(r"\(.*?\)", "", want))) or not told and "implied" in want, i, v.get("addressee"), want)
            want = g["variant"].get("channel_as_written")
            if want:
                mark("channel", bool(words(" ".join(v.get("channel") or [])) & (words(want) | words(g["quote"].get("channel_reference")))),
                     i, v.get("channel"), want)
        for field, (ok, n) in tally.items():
            self.sheet.add(f"quotes.{field}", share(ok, n, 0.0 if field == "speaker" else None), f"of the {n} found quotes where the gold has one", field == "speaker")
        scare = lambda a, b: a["quote"]["speaker"] == b["quote"]["speaker"] and "scare/partial" in (a["variant"]["form"], b["variant"]["form"])
        self.grouping("quotes", "quotes.grouping", gold, given, found, "pairs across reports that are one and the same utterance", scare)

    # ---- 5 figures
    def score_figures(self):
        gold, traps, times, given = [], [], [], []
        for f in self.g["figures"]:
            for v in f["variants"]:                                      # a figure without a value has one in each report, or is none
                value, unit = measure(v["normalized"], f["unit"])
                item = {"id": f["id"] if f["value"] is not None else f"{f['id']}={v['normalized']}", "span": self.gspan(v["report"], v["span"]),
                        "value": value, "unit": unit, "figure": f, "variant": v, "optional": v.get("comparator") not in COMPARATORS}
                (traps if f["value"] is None and not f["unit"] else times if unit in TIME_UNITS or not isinstance(value, (int, float)) else gold).append(item)
        for f in self.d.get("figures", []):
            for v in f["variants"]:
                if v["report"] in self.key:
                    value, unit = measure(v.get("value"), v.get("unit"))
                    given.append({"id": f["id"], "span": self.dspan(v["span"]), "value": value, "unit": unit, "variant": v})
        near = lambda g: (5e-3 if g["unit"] == "length" else 1e-6) * abs(g["value"])
        same = lambda g, d: d["value"] is not None and abs(g["value"] - d["value"]) <= near(g) and g["unit"] == d["unit"]
        found = self.match(gold, given, same, of_smaller)
        trapped = {j for j, d in enumerate(given) if any(shared(d["span"], t["span"]) for t in traps)}
        ignored = {j for j, d in enumerate(given) if d["unit"] in TIME_UNITS or any(of_smaller(d["span"], t["span"]) >= 0.5 for t in times)}
        self.detection("figures", "figures", gold, given, found, "amounts: value, unit and place (dates and durations are not counted)", ignored - trapped, traps)
        self.sheet.add("figures.traps", len(trapped), "numbers of the furniture taken for figures (a count; should be 0)")
        right = 0
        for i, j in sorted(found.items()):
            want, have = gold[i]["variant"].get("comparator"), given[j]["variant"].get("comparator")
            right += have in COMPARATORS.get(want, have or "").split()
            if have not in COMPARATORS.get(want, have or "").split():
                self.sheet.note("figures", f"comparator of {gold[i]['id']} is {have}, gold {want}: {self.show(gold[i]['span'])}")
        self.sheet.add("figures.comparator", share(right, len(found), 0.0), "of the figures found")
        self.grouping("figures", "figures.grouping", gold, given, found, "pairs across reports that are one and the same quantity", lambda a, b: a["figure"] is b["figure"])
        groups = defaultdict(set)
        for i, j in found.items():
            groups[gold[i]["id"]].add(given[j]["id"])
        apart = [(a["id"], b["id"]) for a, b in combinations(self.g["figures"], 2)
                 if a["value"] is not None and (a["value"], a["unit"]) == (b["value"], b["unit"]) and a["unit"] not in TIME_UNITS]
        merged = [p for p in apart if groups[p[0]] & groups[p[1]]]
        for p in merged:
            self.sheet.note("figures", f"must never be merged: {p[0]} and {p[1]}")
        self.sheet.add("figures.mustNotMerge", 1 - len(merged) / len(apart) if apart else None, "pairs of unlike quantities with the same number kept apart")

    # ---- 6 claims
    def score_claims(self):
        """A witness *carries* a gold claim when it covers half of the smaller of the two spans. Recall: pairs of reports
        that share a gold claim and are witnesses of one dossier claim. Precision: pairs of witnesses of one dossier
        claim that share a gold claim; a witness that carries more than four is a lump, and every pair it lumps counts."""
        items, witnesses = {}, []                                        # (claim, report) -> cell; (dossier claim, span, …)
        for c in self.g["claims"]:
            for key, x in c["reports"].items():
                if x["status"] != "absent":
                    spans = [self.gspan(key, s) for s in x["spans"]]
                    items[c["id"], key] = {"spans": spans, "status": x["status"], "optional": not any(map(self.in_body, spans))}
        for c in self.d.get("claims", []):
            for w in (w for v in c["variants"] for w in v["witnesses"] if w["report"] in self.key):
                witnesses.append((c["id"], self.dspan(w["span"]), w.get("relation")))
        carried = [{cid for (cid, key), x in items.items() if span and key == span[0] and any(of_smaller(span, s) >= 0.5 for s in x["spans"])}
                   for _, span, _ in witnesses]
        by_claim, holders = defaultdict(list), defaultdict(lambda: defaultdict(list))
        for n, (did, span, _) in enumerate(witnesses):
            if span:
                by_claim[did].append(n)
                for cid in carried[n]:
                    holders[cid][did].append(n)
        fit = lambda n, cid: max(of_longer(witnesses[n][1], s) for s in items[cid, witnesses[n][1][0]]["spans"])
        right = said = hit = need = 0
        for did, ns in by_claim.items():
            for a, b in combinations(ns, 2):
                if witnesses[a][1][0] == witnesses[b][1][0] or not carried[a] or not carried[b]:
                    continue
                common, lump = len(carried[a] & carried[b]), max(len(carried[a]), len(carried[b])) > 4
                right, said = right + (common if lump else bool(common)), said + (len(carried[a]) * len(carried[b]) if lump else 1)
                if not common:
                    self.sheet.note("claims", f"merged in {did}: {'+'.join(sorted(carried[a]))} {self.show(witnesses[a][1])} with {'+'.join(sorted(carried[b]))} {self.show(witnesses[b][1])}")
        self.best, cells, cells_right, confusion = {}, 0, 0, Counter()
        for c in self.g["claims"]:
            cid, reports = c["id"], [k for k in self.g["files"] if (c["id"], k) in items]
            held = {did: {witnesses[n][1][0] for n in ns} for did, ns in holders[cid].items()}
            for a, b in combinations([k for k in reports if not items[cid, k]["optional"]], 2):
                together = any(a in ks and b in ks for ks in held.values())
                need, hit = need + 1, hit + together
                if not together:
                    self.sheet.note("claims", f"not aligned {cid}: {self.show(items[cid, a]['spans'][0])} with {self.show(items[cid, b]['spans'][0])}")
            size = lambda did: len({witnesses[n][1][0] for n in by_claim[did]}) + len(reports)
            rank = lambda did: (-len(held[did]) / size(did), -sum(fit(n, cid) for n in holders[cid][did]), did)
            best = self.best[cid] = min(held, key=rank, default=None)
            present = {witnesses[n][1][0] for n in by_claim.get(best, [])}
            for key in self.g["files"]:
                ok = (key in present) == ((cid, key) in items) or (cid, key) in items and items[cid, key]["optional"] and key in self.report
                cells, cells_right = cells + 1, cells_right + ok
                if not ok and best:
                    self.sheet.note("claims", f"presence of {cid} ({best}) in {key}: {'said' if key in present else 'not said'}")
            for key in reports if len(reports) > 1 else []:
                here = [n for n in holders[cid].get(best, []) if witnesses[n][1][0] == key]
                if here:
                    have, want = witnesses[max(here, key=lambda n: fit(n, cid))][2], items[cid, key]["status"]
                    confusion[want, have] += 1
                    if have != want:
                        self.sheet.note("claims", f"relation of {cid} in {key} is {have}, gold {want}: {self.show(items[cid, key]['spans'][0])}")
        self.sheet.prf("claims.alignment", hit, need, right, said, "pairs of passages in different reports that make one claim", True)
        self.sheet.add("claims.presence", share(cells_right, cells), f"who has and who leaves out each claim (all absent: {1 - share(sum(not x['optional'] for x in items.values()), cells, 0):.2f})", True)
        f1s = []
        for kind in sorted({w for w, _ in confusion}):
            tp = confusion[kind, kind]
            f1s.append(harmonic(share(tp, sum(n for (_, h), n in confusion.items() if h == kind), 0), share(tp, sum(n for (w, _), n in confusion.items() if w == kind), 0)))
            self.sheet.add(f"claims.relation.{kind}", f1s[-1], "F1 of this relation where aligned")
        self.sheet.add("claims.relation", share(sum(f1s), len(f1s), 0.0), "macro-F1 of verbatim, paraphrase, altered in claims of two reports or more", True)

    # ---- 7 divergences
    def score_divergences(self):
        base, times = Counter(c.get("reference_report") for c in self.g["claims"]).most_common(1)[0]
        base = base if 2 * times > len(self.g["claims"]) else None       # the report that all are compared with, if there is one
        given = [{**x, "at": [s for s in map(self.dspan, x.get("spans", [])) if s], "who": {self.key.get(r) for r in x.get("reports", [])}}
                 for x in self.d.get("divergences", [])]
        matched, found, used = set(), {}, Counter()
        for g in self.g["divergences"]:
            families = DIVERGENCES.get(g["kind"], (0, FAMILY.get(g["kind"]) or " ".join(FAMILIES)))[1].split()
            evidence = [self.gspan(e["report"], e["span"]) for e in g["evidence"]]
            differ = {e[0] for e in evidence} - {base} or {base}

            def hits(d):
                near = [e for e in evidence for s in d["at"] if of_smaller(s, e) >= 0.5 and s[2] - s[1] <= max(400, 2 * (e[2] - e[1]))]
                gone = {"attribution", "omission"} & {FAMILY.get(d["kind"]), *families}    # what is absent has no place of its own
                return FAMILY.get(d["kind"]) in families and any(e[0] in differ or gone and d["who"] & differ for e in near)
            ids = [d["id"] for d in given if hits(d) and not (g["severity"] == "high" and d.get("severity") == "low")]
            matched.update(ids)
            answer = min(ids, key=lambda id_: used[id_], default=None)
            found[g["id"]] = bool(ids) and used[answer] < 3              # one catch-all does not answer everything
            used[answer] += 1
            if not found[g["id"]]:
                self.sheet.note("divergences", f"missed {g['id']} ({g['severity']}, {g['kind']}): {g['title']}")
        places = [self.gspan(e["report"], e["span"]) for g in self.g["divergences"] for e in g["evidence"]]
        given = [d for d in given if not self.part or d["id"] in matched or any(shared(s, p) for s in d["at"] for p in places)]
        for d in given:
            if d["id"] not in matched:
                self.sheet.note("divergences", f"false alarm {d['id']} ({d.get('severity')}, {d['kind']}): {str(d.get('explanation'))[:90]}")
        weight = {"high": 3, "medium": 2, "low": 1}
        cost = lambda rows: sum(weight.get(d.get("severity"), 1) for d in rows)
        judged = [d for d in given if d["id"] in matched or d["kind"] not in ("omission", "addition")]      # the gold lists few of those two
        self.sheet.prf("divergences", cost(g for g in self.g["divergences"] if found[g["id"]]), cost(self.g["divergences"]),
                       cost(d for d in judged if d["id"] in matched), cost(judged), "recall and precision weighted 3/2/1 by severity; unlisted omissions and additions are not judged" + self.only, True)
        for severity in weight:
            rows = [g for g in self.g["divergences"] if g["severity"] == severity]
            self.sheet.add(f"divergences.recall.{severity}", share(sum(found[g["id"]] for g in rows), len(rows)), f"of {len(rows)} in the gold")
        self.sheet.add("divergences.precision.all", share(sum(d["id"] in matched for d in given), len(given), 0.0), "of all that are given, whatever their severity")

    # ---- 8 lines and origins
    def score_lines(self):
        """Lines (agencies, newsrooms) and origins (what they rest on) are two counts. A count is right when its `best` is in
        the gold's interval and its range at most one wider than that; so a constant range earns no more than its best."""
        support = {c["id"]: c.get("support") or {} for c in self.d.get("claims", [])}
        exact, false, aligned, claims = Counter(), Counter(), 0, self.g["claims"]
        inside = defaultdict(list)                                       # the same by the range: the gold's point in least…most
        for c in claims:
            did, right, holds = self.best[c["id"]], {}, {}
            aligned += did is not None
            for kind in ("lines", "origins"):
                want = c.get("independent_" + kind) or c["independent_origins"]      # a gold without lines: a single one, where it has one origin
                (low, high), have = want["interval"], support.get(did, {}).get(kind)
                if have:
                    fits = have["least"] <= have["best"] <= have["most"] <= have["least"] + high - low + 1
                    right[kind] = fits and low <= have["best"] <= high
                    holds[kind] = fits and have["least"] <= want["point"] <= have["most"]
                    exact[kind] += have["best"] == want["point"]
                    false[kind] += have["least"] > high
                    if not right[kind]:
                        said = f"{have['best']} in {have['least']}…{have['most']}"
                        self.sheet.note("lines", f"{kind} of {c['id']} ({did}): {said}, gold {want['point']} in {low}…{high}: {c['claim']}")
                elif did and low == 0:                                   # null is fair where the gold cannot tell either
                    right[kind] = True
                    exact[kind] += 1
            if sum(x["status"] != "absent" for x in c["reports"].values()) > 1:
                cell = self.sheet.strata.setdefault(c.get("stratum", "single"), [0, 0])
                cell[0] += all(right.get(k) for k in ("lines", "origins"))
                cell[1] += 1
                inside[c.get("stratum", "single")].append(all(holds.get(k) for k in ("lines", "origins")))
        rates = [share(*cell) for cell in self.sheet.strata.values()]
        self.sheet.add("lines.joint", share(sum(rates), len(rates)), "claims of two reports or more with both counts right: the mean of the strata below", True)
        for stratum, (right, n) in sorted(self.sheet.strata.items()):
            self.sheet.add(f"lines.joint.{stratum}", share(right, n), f"{right} of {n}")
        rates = [share(sum(cells), len(cells)) for cells in inside.values()]
        self.sheet.add("lines.jointInside", share(sum(rates), len(rates)), "the same with the gold's point in least…most, whatever the best: hedging pays here")
        for kind in ("lines", "origins"):
            self.sheet.add(f"{kind}.exact", share(exact[kind], len(claims)), f"claims whose best number of {kind} is the gold's (unaligned: no)", True)
            self.sheet.add(f"{kind}.falseCorroboration", share(false[kind], aligned),
                           f"aligned claims with more {kind}, at the least, than the gold allows: the worst error (should be 0)")
            self.sheet.add(f"{kind}.noFalseCorroboration", 1 - share(false[kind], aligned) if aligned else 0.0, "one minus the line above", True)
        levels, have = self.g["origin_levels"], (self.d.get("summary") or {}).get("lines") or {"least": 0, "most": -1}
        point = levels.get("independent_gathering_lines", levels["agencies"])
        self.sheet.add("lines.story", (have["least"] <= point <= have["most"]) / max(1, have["most"] - have["least"]),
                       f"the story's lines, in the gold {point}, are in least…most: 1, less for a range wider than 1", True)
        self.sheet.add("lines.storyFalse", float(have["least"] > point), "the story's least is above the truth (should be 0)")

    # ---- 9 stemma
    def score_stemma(self):
        graph, stemma, reports = self.g["graph"], self.d.get("stemma", {}), set(self.g["files"])
        kin, told = kinship(graph), kinship(graph, False)
        lines, mixed = lineages(graph, reports)
        pairs = lambda groups: {p for g in groups for p in combinations(sorted(g), 2)}
        ours = [{self.key[r] for r in f["reports"] if r in self.key} for f in stemma.get("families", []) if f.get("confidence", 0) >= 0.5]
        want = pairs(lines)
        have = {p for p in pairs(ours) if p in want or not mixed & {*p}}
        for p in sorted(want ^ have):
            self.sheet.note("stemma", f"{'not ' if p in want else ''}said to be of one line: {p[0]} and {p[1]}")
        self.sheet.prf("stemma.families", len(want & have), len(want), len(want & have), len(have),
                       "pairs of reports of one line" + (" (those of mixed reports are not judged)" if mixed else ""), True)
        labels, spoken = {n["id"]: n["label"] for n in graph["nodes"]}, set().union(*(words(short(t.decode("utf-8"))) for t in self.texts.values()))
        links = [(e["from"], e["to"]) for e in stemma.get("edges", []) if e.get("confidence", 0) >= 0.5]
        need = covered = 0
        for root in roots(kin):
            names = {short(n) for n in self.agencies.findall(labels[root]) or re.findall(r"\b[A-Z]\w+", labels[root])} & spoken
            fits = lambda n: n.get("kind") == "lost" and (not names or bool(names & words(short(n.get("label")))))
            tops = [n["id"] for n in stemma.get("nodes", []) if (self.key.get(n["id"]) == root if root in reports else fits(n))]
            got = [{self.key.get(r) for r in below(links, n)} for n in tops]
            got = (set().union(*got) if names else max(got, key=lambda g: len(g & below(kin, root)), default=set())) & below(kin, root) & reports
            required = below(told, root) & reports - mixed
            need, covered = need + len(required | got), covered + len(got)
            for k in sorted(required - got):
                self.sheet.note("stemma", f"{k} does not descend from {'the report ' if root in reports else 'a lost text labelled '}{labels[root]}")
        self.sheet.add("stemma.lostParent", share(covered, need), "reports that descend from the right text: lost and rightly labelled, or given", True)
        direct = {(self.key[e["from"]], self.key[e["to"]]): e["confidence"] for e in stemma.get("edges", [])
                  if e["from"] in self.key and e["to"] in self.key and e.get("confidence", 0) >= 0.8}
        rejected = {(a, b): e["why"] for e in graph["rejected_edges"] if e.get("confidence", 1) >= 0.8
                    for a in e["parent"].split("|") for b in e["child"].split("|")}
        wrong = sorted(direct.keys() & rejected.keys())
        for p in wrong:
            self.sheet.note("stemma", f"confident edge {p[0]} -> {p[1]} ({direct[p]}) is rejected: {rejected[p]}")
        self.sheet.add("stemma.rejectedEdges", len(wrong), "edges of confidence 0.8 or more that the gold rejects (a count; should be 0)")
        doubts, honoured = graph.get("alternatives", []), 0.0
        for doubt in doubts:
            d, either = set(doubt["reports"]), re.search("either|accept", doubt["scoring"])
            open_ = any(d <= {self.key.get(r) for r in u["reports"]} and len(u["reports"]) <= len(d) + 1 for u in stemma.get("undecided", []))
            joined = [p for p in direct if set(p) <= d]
            sure = not either and any(p not in kin for p in joined)
            apart = len(d) > 1 and any(d <= g for g in lines) and not any(d <= f for f in ours)
            honoured += 0.0 if apart or sure else 1.0 if open_ or joined else 0.5
            if apart or sure or not open_ and not joined:
                wrong = "a confident edge joins them" if sure else "not of one line" if apart else "not left open"
                self.sheet.note("stemma", f"undecided in the gold: {' and '.join(sorted(d))}: {wrong}")
        self.sheet.add("stemma.undecided", share(honoured, len(doubts)), "open questions of the gold left open (half: no confident edge, but not said)", True)

    # ---- 10 validity
    def score_validity(self):
        by_siglum = {s: self.texts[k] for s, k in self.key.items()}
        result = check_dossier.check(self.d, by_siglum)
        exact = share(result.spans_exact, result.spans - result.spans_unread, 1.0)
        sound = 1 - share(len(result.bad), result.objects, 1.0)
        for path, message in result.problems:
            self.sheet.note("validity", f"{path or 'dossier'}: {message}")
        self.sheet.add("validity", max(0.0, min(exact, sound)), "the lesser of: spans whose bytes are exact; objects without a fault", True)
        self.sheet.add("validity.problems", len(result.problems), "faults that check_dossier.py finds (a count; should be 0)")

    def score(self):
        for step in ("body", "metadata", "credits", "quotes", "figures", "claims", "divergences", "lines", "stemma", "validity"):
            try:
                getattr(self, "score_" + step)()
            except (KeyError, TypeError, AttributeError, ValueError) as error:     # the dossier is not of the contract's shape
                self.sheet.add(step + ".unscored", 0.0, f"could not be scored, see check_dossier.py: {error!r}", True)
        return self.sheet


def score_files(dossier, gold, texts=None):
    load = lambda path: json.loads(check_dossier.read(path))
    here, g = os.path.dirname(os.path.abspath(gold)), load(gold)
    return Scorer(load(dossier), g, gold_texts(g, [texts] if texts else [here, os.path.join(here, "..", "..", "seeds")])).score()


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dossier")
    parser.add_argument("gold")
    parser.add_argument("--texts", metavar="DIR", help="folder of the reports' files")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--explain", action="store_true", help="list misses and false alarms")
    options = parser.parse_args(arguments)
    sheet = score_files(options.dossier, options.gold, options.texts)
    if options.json:
        result = {"figures": {name: value for name, value, _, _ in sheet.rows}, "main": sheet.mains(), "overall": sheet.overall(),
                  "strata": sheet.strata}
        print(json.dumps({**result, "explain": sheet.notes} if options.explain else result, ensure_ascii=False, indent=1))
        return
    print(sheet.table(options.explain))


if __name__ == "__main__":
    main()
