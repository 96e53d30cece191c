#!/usr/bin/env python3
"""Turns a gold file into the dossier that a perfect reader would have written: what the tests here are made with.

    python3 Evaluation/tests/perfect_dossier.py GOLD.json [--texts DIR] > dossier.json      (the output quotes the reports in full)
"""
import argparse, hashlib, json, os, re, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))

import score_story as score
from check_dossier import natural, siglum

ORIGINS = {"public utterance": "speech", "interview": "speech", "statement": "speech", "official": "speech", "eyewitness": "witness",
           "document": "document", "public document": "document", "archive": "document"}
EDGES = (("retranslation", "translated"), ("translation", "translated"), ("republication", "copied"), ("lead of", "copied"), ("drew on", "drewOn"), ("", "rewritten"))


def perfect(gold, texts):
    files, number = gold["files"], lambda x: str(int(x["id"][1:]))
    date = lambda k: next((d for d in score.dates(files[k]["metadata"].get("date")) if len(d) == 10), None)
    keys = sorted(files, key=lambda k: (date(k) is None, date(k) or "", files[k]["file"]))
    sig = {k: siglum(i) for i, k in enumerate(keys)}
    tool = score.Scorer({"reports": []}, gold, texts)

    def span(key, s):
        return bytes_span(*tool.gspan(key, s))

    def bytes_span(key, start, end):
        return {"report": sig[key], "start": start, "end": end, "exact": texts[key][start:end].decode()}
    place = lambda s: (len(s["report"]), s["report"], s["start"], s["end"])
    first = lambda spans: min(map(place, spans))

    def title(key):
        m = files[key]["metadata"]
        return m["title"][0] if isinstance(m["title"], list) else {**m["title_span"][0], "text": m["title"]}

    def report(key):
        f, m = files[key], files[key]["metadata"]
        kind = lambda s: next(v.split()[0] for k, v in score.FURNITURE.items() if k in s["kind"])
        outlet = re.search(re.escape(m["outlet"] or "\0").replace(r"\ ", r"\W?").encode(), texts[key], re.I)
        scope = lambda c: "byline" if c["text"].startswith("By") else "photo" if "photo" in c["scope"] else "cited" if "text" in c["scope"] else "creditLine"
        credits = [{"agency": name, "kind": scope(c), "span": span(key, c["span"][0])} for c in m["credit_lines"]
                   for name in dict.fromkeys(tool.agencies.findall(f"{c['text']} {c.get('agency', '')}"))]
        return {"id": sig[key], "source": f["file"], "sha256": hashlib.sha256(texts[key]).hexdigest(),
                "outlet": m["outlet"] and {"name": m["outlet"], "evidence": outlet and bytes_span(key, outlet.start(), outlet.end())},
                "title": {"text": title(key)["text"], "span": span(key, title(key))},
                "byline": m.get("byline") and {"text": m["byline"], "span": span(key, m["byline_span"][0])},
                "published": date(key) and {"value": date(key), "precision": "day", "evidence": span(key, m["date_span"][0])},
                "language": "en", "credits": sorted(credits, key=lambda c: place(c["span"])),
                "body": [span(key, s) for s in f["segments"] if s["kind"] in ("body", "subheading")],
                "furniture": [{"kind": kind(s), "span": span(key, s)} for s in f["segments"] if any(k in s["kind"] for k in score.FURNITURE)]}

    def quote(q):
        person = lambda name: name if score.is_person(name) else None
        variants = []
        for v in q["variants"]:
            if v["form"] == "narration":
                continue
            told = v.get("channel_as_written")
            channel = [q["channel_reference"] if "readout" in told else told] if told else []
            for s in v["spans"]:
                variants.append({"report": sig[v["report"]], "span": span(v["report"], s), "form": score.forms(v["form"])[0],
                                 "cue": v["cue"], "speaker": None if v["form"] == "narrated" else person(q["speaker"]),
                                 "addressee": v["addressee_as_written"], "channel": channel, "relation": "verbatim"})
        variants.sort(key=lambda v: place(v["span"]))
        speaker = person(q["speaker"]) and {"name": q["speaker"], "mention": None}
        return {"id": "Q" + number(q), "speaker": speaker, "addressee": q["addressee_reference"],
                "channel": [q["channel_reference"]] if q["channel_reference"] else [], "variants": variants}

    def figure(f):
        base = {"value": f["value"], "high": None, "unit": f["unit"]}
        variants = [{"report": sig[v["report"]], "span": span(v["report"], v["span"]), **base, "value": v["normalized"],
                     "comparator": score.COMPARATORS.get(v["comparator"], "equal").split()[0], "period": v["period_as_written"],
                     "attributedTo": v["source_as_written"], "relation": "verbatim"} for v in f["variants"] if isinstance(v["normalized"], (int, float))]
        variants.sort(key=lambda v: place(v["span"]))
        base["value"] = variants[0]["value"]
        return {"id": "F" + number(f), "quantity": f["quantity"], **base, "period": f["period_reference"],
                "comparator": variants[0]["comparator"], "attributedTo": f["attributed_source_reference"], "variants": variants}

    graph, has = gold["graph"], {c["id"]: {k for k, x in c["reports"].items() if x["status"] != "absent"} for c in gold["claims"]}
    kin, label = score.kinship(graph), {n["id"]: n["label"] for n in graph["nodes"]}
    lost = [n for n in graph["nodes"] if n["id"] not in sig and any(n["id"] in e for e in kin)]
    id_of = {**sig, **{n["id"]: f"O{i + 1}" for i, n in enumerate(lost)}}
    nodes = [{"id": s, "kind": "report"} for s in sig.values()]
    nodes += [{"id": id_of[n["id"]], "kind": "lost", "label": n["label"], "labelEvidence": []} for n in lost]
    rank = {n["id"]: i for i, n in enumerate(nodes)}
    links = [(e["parent"], e["child"]) for e in graph["edges"]]

    def lines(c):
        """Where the gold does not name them: the report for what it alone adds, else the one agency behind the story."""
        names = c.get("independent_lines", {}).get("lines") or [n.split("_WRITER")[0] if n.endswith("_WRITER") else score.roots(kin)[0]
                                                               for n in c["independent_origins"]["origins"]]
        return sorted({id_of[n] for n in names}, key=rank.get)

    def origins():
        found, kinds = {}, {n["id"]: n.get("kind") for n in graph["nodes"]}
        for c in gold["claims"]:
            for name in c["independent_origins"]["origins"]:
                own = name in id_of or name.startswith("AFP") or name.endswith("_WRITER")
                cited = any(e["parent"] == name and "cited" in e["relation"] for e in graph["edges"])
                o = found.setdefault(name, {"id": f"S{len(found) + 1}", "label": label.get(name, name), "evidence": [],
                                            "kind": "ownReporting" if own else ORIGINS.get(kinds[name], "document" if cited else "speech")})
                reach = {name, *score.below(links, name)}
                some = lambda xs, ys: set(xs) & set(ys) or set(xs)       # those that descend from it, if any do
                o["reports"] = sorted({*o.get("reports", []), *(sig[k] for k in some(has[c["id"]], reach))}, key=rank.get)
                o["lines"] = sorted({*o.get("lines", []), *some(lines(c), {id_of[n] for n in reach if n in id_of})}, key=rank.get)
        return found
    origin = origins()

    def claim(c):
        witnesses = sorted(({"report": sig[k], "span": span(k, s), "relation": x["status"]} for k, x in c["reports"].items()
                            for s in x["spans"]), key=lambda w: place(w["span"]))
        groups = {}                                                      # one variant per relation and wording
        for w in witnesses:
            groups.setdefault("" if w["relation"] == "verbatim" else w["span"]["exact"], []).append(w)
        here = {w["report"] for w in witnesses}
        named = [origin[n] for n in c["independent_origins"]["origins"]]
        support = lambda ids: {**dict.fromkeys(("least", "best", "most"), len(ids)), "ids": ids}
        return {"id": "C" + number(c), "kind": "statement", "lemma": witnesses[0]["span"]["exact"], "quote": None, "figure": None,
                "variants": [{"text": ws[0]["span"]["exact"], "witnesses": ws} for ws in groups.values()],
                "absentFrom": [s for s in sig.values() if s not in here],
                "support": {"reports": len(here), "publishers": len(here), "lines": support(lines(c)),
                            "origins": support(sorted((o["id"] for o in named), key=natural)),
                            "primarySources": [o["label"] for o in named if o["kind"] != "ownReporting"]}}

    base = max((c["reference_report"] for c in gold["claims"]), key=[c["reference_report"] for c in gold["claims"]].count)

    def divergence(d):
        spans = sorted((span(e["report"], e["span"]) for e in d["evidence"]), key=place)
        found = {s["report"] for s in spans}
        differ = found - {sig[base]} or found
        return {"id": "D" + number(d), "kind": score.DIVERGENCES.get(d["kind"], [d["kind"] if d["kind"] in score.FAMILY else "wording"])[0], "severity": d["severity"], "claim": None,
                "reports": sorted(differ), "against": sorted(found - differ), "spans": spans, "explanation": d["title"]}

    edges = [{"from": id_of[e["parent"]], "to": id_of[e["child"]], "confidence": e["confidence"],
              "kind": next(kind for word, kind in EDGES if word in e["relation"]),
              "evidence": [{"kind": "sharedWording", "weight": 1.0, "note": e["evidence"], "spans": []}]} for e in graph["edges"] if (e["parent"], e["child"]) in kin]
    edges.sort(key=lambda e: (rank[e["from"]], rank[e["to"]]))
    families = [sorted((sig[k] for k in f), key=rank.get) for f in score.lineages(graph, set(files))[0] if len(f) > 1]
    counted = lambda f: any(isinstance(v["normalized"], (int, float)) for v in f["variants"]) and f["unit"] and f["unit"] not in score.TIME_UNITS
    quotes, figures = [quote(q) for q in gold["quotes"]], [figure(f) for f in gold["figures"] if counted(f)]
    claims, divergences = [claim(c) for c in gold["claims"]], [divergence(d) for d in gold["divergences"]]
    by_first = lambda items, spans: sorted(items, key=lambda x: (first(spans(x)), natural(x["id"])))
    of_variants = lambda x: [v["span"] for v in x["variants"]]
    known, levels = sorted(filter(None, map(date, keys))) or [None], gold["origin_levels"]
    count = lambda n: {"least": n, "best": n, "most": n}
    return {"schema": "stemma-dossier/1", "generator": {"name": "perfect_dossier.py", "version": "1"},
            "story": {"id": "gold", "title": title(base)["text"], "firstReported": known[0], "lastReported": known[-1]},
            "reports": [report(k) for k in keys], "quotes": by_first([q for q in quotes if q["variants"]], of_variants),
            "figures": by_first(figures, of_variants),
            "claims": by_first(claims, lambda c: [w["span"] for v in c["variants"] for w in v["witnesses"]]),
            "divergences": by_first(divergences, lambda d: d["spans"]),
            "stemma": {"nodes": nodes, "edges": edges, "families": [{"reports": f, "confidence": 0.99} for f in families],
                       "undecided": [{"reports": sorted(sig[k] for k in a["reports"]), "question": a["hypotheses"][0]["h"], "note": a["scoring"]}
                                     for a in graph["alternatives"]]},
            "origins": list(origin.values()), "caveats": [],
            "summary": {"reports": len(keys), "publishers": levels["publishers"], "origins": count(len(origin)),
                        "lines": count(levels.get("independent_gathering_lines", levels["agencies"]))}}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold")
    parser.add_argument("--texts", metavar="DIR")
    options = parser.parse_args()
    gold = json.loads(score.check_dossier.read(options.gold))
    here = os.path.dirname(os.path.abspath(options.gold))
    folders = [options.texts] if options.texts else [here, os.path.join(here, "..", "..", "seeds")]
    json.dump(perfect(gold, score.gold_texts(gold, folders)), sys.stdout, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
