"""What is true of a made story, in the schema of the hand-made truths (stemma-gold-seeds/1), and `tradition` beside it: the descent itself.

Lines of a claim are the lines of its sentences in the reports that are given; origins are what those sentences rest on. Both follow the text
through every change, so they follow from the graph. Where a reader cannot know (a matter of common knowledge, an unnamed witness, a written release
that several had), the interval says so.
"""
import hashlib, random, re

from . import grammar
from .pages import saved
from .passages import Figure

SOURCE_KINDS = {"official": "official", "speech": "public utterance", "release": "public document", "expert": "interview", "archive": "public document"}
RELATIONS = {"copy": "republication", "edit": "republication (edited)", "paraphrase": "rewrite", "translation": "retranslation", "lead of": "lead of",
             "drew on a block": "drew on a block"}
CHANGED = {"rounded", "comparator shifted", "hedge dropped", "updated", "garbled"}


def written(story):
    """(truth, {file name: bytes}) of a story."""
    masked = story.condition == "masked"
    reports = sorted(story.reports(), key=lambda n: (n.time, n.id))
    key = {n.id: f"{i:03}" for i, n in enumerate(reports)}
    pages, seen = {}, set()
    for n in reports:                                    # two reports are never the same bytes: the scorers tell them apart by these
        pages[n.id] = saved(n, story, masked)
        if pages[n.id].text in seen: pages[n.id] = saved(n, story, masked, named=True)
        seen.add(pages[n.id].text)
    files, texts, cells, figures, quotes = {}, {}, {}, {}, {}
    for n in reports:
        page, at = pages[n.id], pages[n.id].bytes_at()
        data = page.text.encode()
        name = f"reports/{re.sub('[^a-z]+', '-', n.outlet.lower())}.txt"
        texts[name] = data
        span = lambda a, b: {"start": at[a], "end": at[b], "text": page.text[a:b]}
        title = next(s for s in page.segments if s[0] == "title")
        byline = next((s for s in page.segments if s[0] == "byline"), None)
        date = next((s for s in page.segments if s[0] == "date"), None)
        files[key[n.id]] = {
            "file": name, "sha256": hashlib.sha256(data).hexdigest(), "length_bytes": len(data),
            "metadata": {"outlet": n.outlet, "title": [span(*title[1:])], "byline": page.text[slice(*byline[1:])].removeprefix("By ") if byline else None,
                         "date": n.time.date().isoformat() if date else None,
                         "credit_lines": [{"text": page.text[a:b], "scope": scope, "agency": agency, "span": [span(a, b)]} for scope, agency, a, b in page.credits],
                         "language_path": "; ".join(f"{RELATIONS[how]} of {p}" for p, how, _ in n.parents) or "own reporting"},
            "segments": [{"line": page.text.count("\n", 0, a) + 1, "kind": kind, "start": at[a], "end": at[b], "text_head": page.text[a:b][:60]} for kind, a, b in page.segments]}
        for s, start in page.sentences:
            for id_, (a, b) in s.spans().items():
                cells.setdefault(id_, {}).setdefault(n.id, []).append((s, span(start + a, start + b)))
            shown, parts = s.show()
            for a, b, part in parts:
                if part.role == "figure" and b > a:
                    figures.setdefault(part.key, []).append((n, part.value, span(start + a, start + b)))
                if part.role == "quote" and b > a and s.fact in story.world.event.facts and story.world.event.facts[s.fact].words:
                    quotes.setdefault(s.fact, []).append((n, span(start + a, start + b), s))
    truth = {
        "schema": "stemma-gold-seeds/1", "slug": f"simulated-{story.condition}-{story.seed}", "title": f"A simulated {story.world.event.kind} (invented), seed {story.seed}",
        "exhaustive": False, "offsets": "0-based, end-exclusive, UTF-8 bytes of the file",
        "agencies": sorted({*story.agencies, *(n.credited for n in reports if n.credited)}), "annotator": "the simulator", "annotators": 1, "files": files,
        "quotes": [quote(story, i, fact, found, key) for i, (fact, found) in enumerate(quotes.items(), 1)],
        "figures": [figure(i, slot, found, key) for i, (slot, found) in enumerate(sorted(figures.items()), 1)],
        "claims": [claim(story, i, id_, cells[id_], reports, key) for i, id_ in enumerate(ordered(story, cells), 1)],
        "divergences": [], "graph": graph(story, reports, key)}
    newsrooms = {n.line for n in reports}
    truth["origin_levels"] = {"publishers": len(reports), "agencies": len({n.agency for n in reports if n.agency}), "independent_gathering_lines": len(newsrooms)}
    truth["tradition"] = tradition(story, key, pages)
    return truth, texts


def ordered(story, cells):
    facts = list(story.world.event.facts)
    place = lambda c: facts.index(c) if c in facts else facts.index(c[:-2]) if c[:-2] in facts else len(facts) + (c != "event")
    return sorted(cells, key=lambda c: (place(c), c))


def bare(text):
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def claim(story, number, id_, cell, reports, key):
    """One claim with who has it, how, through which lines and from which origins."""
    fact = story.world.event.facts.get(re.sub(r"_\d$", "", id_))
    # The reference is the report of the earliest text whose wording was changed least.
    reference = min(cell, key=lambda n: (min(len(s.altered) for s, _ in cell[n]), key[n]))
    model, base = cell[reference][0]
    told, lines, origins = {}, {}, {}
    for n in reports:
        found = cell.get(n.id, [])
        status = "absent"
        if found:
            s, span = found[0]
            numbers = lambda x: sorted((p.value.value, p.value.comparator) for p in x.parts if isinstance(p.value, Figure) and p.claim == id_)
            same = any(bare(x["text"]) == bare(base["text"]) for _, x in found)
            hedged = lambda x: any(p.role == "hedge" and p.claim == id_ for p in x.parts)
            altered = numbers(s) and numbers(model) and numbers(s) != numbers(model) or "garbled" in s.altered or hedged(s) != hedged(model) and "hedge dropped" in (*s.altered, *model.altered)
            status = "verbatim" if same else "altered" if altered else "paraphrase"
        told[key[n.id]] = {"status": status, "spans": [x for _, x in found], "alterations": sorted({a for s, _ in found for a in s.altered}), "note": ""}
        for s, _ in found:
            lines.setdefault(s.line, set()).add(n.id)
            for o in s.origins.get(id_, ()): origins.setdefault(o, set()).add(n.id)
    show = lambda l: key.get(l, l)
    lines, origins = sorted(map(show, lines)), sorted(origins)
    source = story.world.event.sources.get(fact.source).kind if fact and fact.source in story.world.event.sources else fact.source if fact else None
    l, o = len(lines), len(origins)
    low_lines = 1 if source == "release" else l
    # What everybody knows may come from one book; witnesses without a name may be one.
    low_origins = 1 if source == "background" else max(1, sum(not x.endswith(": a witness") for x in origins)) if source == "witnesses" else o
    shape = "single" if l == 1 and o == 1 else "public" if o == 1 else "plural"
    if source == "release" and l > 1: shape = "release"
    return {"id": f"C{number:02}", "claim": id_, "type": "statement", "reference_report": key[reference], "reports": told, "naive_count": len(cell),
            "wording_is_public_quote": bool(fact and fact.words and source != "expert"),
            "independent_origins": {"point": o, "interval": [low_origins, o], "origins": origins, "note": ""},
            "independent_lines": {"point": l, "interval": [low_lines, l], "lines": lines}, "stratum": shape}


def figure(number, slot, found, key):
    n, value, _ = found[0]
    unit = {"count": "people", "money": "EUR", "percent": "percent"}.get(value.unit, value.unit)
    return {"id": f"F{number:02}", "quantity": slot, "value": value.value, "unit": unit, "variants": [
        {"report": key[n.id], "span": span, "normalized": v.value, "comparator": {"": None, "about": "~", "moreThan": ">", "atLeast": ">=", "almost": "~<"}[v.comparator],
         "period_as_written": None, "source_as_written": None, "note": ""} for n, v, span in found]}


def quote(story, number, fact, found, key):
    source = story.world.event.sources[story.world.event.facts[fact].source]
    name = re.search(r"<(\w+)>", source.names[1].replace("_last", "")) if source.kind in ("speech", "expert") else None
    strip = lambda x: {**x, "end": x["end"] - 1, "text": x["text"][:-1]} if x["text"].endswith(",") else x
    return {"id": f"Q{number:02}", "content": fact, "speaker": story.world.text.get(name[1]) if name else None, "addressee_reference": None, "channel_reference": None,
            "public_utterance": source.kind != "expert", "variants": [
                {"report": key[n.id], "form": "direct (retranslated)" if "retranslated" in s.altered else "direct", "spans": [strip(span)], "wording": span["text"], "cue": None,
                 "addressee_as_written": None, "channel_as_written": None, "note": ""} for n, span, s in found]}


def graph(story, reports, key):
    show = lambda i: key.get(i, i)
    nodes = [{"id": key[n.id], "hidden": False, "label": n.outlet} for n in reports]
    nodes += [{"id": n.id, "hidden": True, "kind": "agency" if n.kind == "agency" and not n.parents else "dispatch" if n.kind == "agency" else "newsroom",
               "label": f"{n.agency} dispatch" if n.agency and n.kind == "agency" else f"a lost text ({n.id})"} for n in story.nodes if n.hidden]
    edges = [{"parent": show(p), "child": show(n.id), "confidence": .99, "relation": RELATIONS[how], "evidence": "", "inferable_from_files": True}
             for n in story.nodes for p, how, _ in n.parents]
    used = {o for n in story.nodes for s in n.body for os in s.origins.values() for o in os}
    for id_, source in story.world.event.sources.items():
        if id_ in used:
            nodes.append({"id": id_, "hidden": True, "kind": SOURCE_KINDS[source.kind], "label": grammar.choose(story.world.fill(source.names[0]), random.Random(0))})
            heads = {s.line: next((n.id for n in story.nodes if n.line == s.line and not n.parents), None) for n in story.nodes for s in n.body
                     if any(id_ in os for os in s.origins.values())}
            edges += [{"parent": id_, "child": show(h), "confidence": .99, "relation": "cited source", "evidence": "", "inferable_from_files": True} for h in heads.values() if h]
    mixed = {n.id for n in reports if any(s.line != n.line and s.line != n.id for s in n.body)}
    families = [{"id": line, "members": [key[n.id] for n in reports if n.line == line and n.id not in mixed], "kind": "agency" if line.startswith("WIRE") else "newsroom",
                 "confidence": .99, "note": ""} for line in story.lines]
    families += [{"id": f"MIXED_{key[n.id]}", "members": [key[n.id]], "kind": "mixed", "confidence": .99, "note": ""} for n in reports if n.id in mixed]
    return {"nodes": nodes, "edges": edges, "families": [f for f in families if f["members"]], "rejected_edges": [], "alternatives": []}


def tradition(story, key, pages):
    """The descent itself: what the hand-made truths cannot say, for the measures of derivation."""
    show = lambda i: key.get(i, i)
    return {"seed": story.seed, "condition": story.condition, "event": story.world.event.kind,
            "nodes": [{"id": show(n.id), "hidden": n.hidden, "line": show(n.line), "kind": n.kind, "time": n.time.isoformat(timespec="minutes"), "agency": n.agency,
                       "credit": n.credit, "credited": None if story.condition == "masked" else n.credited, **({"lost": n.noise["lost"]} if n.noise else {})} for n in story.nodes],
            "edges": [{"parent": show(p), "child": show(n.id), "kind": how, "main": i == 0, "claims": list(claims)} for n in story.nodes for i, (p, how, claims) in enumerate(n.parents)],
            "lines": {line: label for line, label in story.lines.items()}}
