#!/usr/bin/env python3
"""Runs `stemma stage annotate` on texts whose attributions are marked, and scores sources, cues, contents and speakers.

    Scripts/evaluate attribution DIR

DIR has one of two layouts of PolNeAR, or both:

  instances  cofenet/{valid,test}.txt: JSON Lines {id, tokens, labels}, labels B-, I- and O of source, cue and content.
             Tokens are written out as running text, lines of one id as paragraphs of one report, and spans are mapped
             back to tokens: the figures published for this set are over these spans.
  reports    data/{dev,test}/text/<name>.txt and attributions/<name>_<annotator>.ann, brat: spans are of characters.

A content broken by its tag is as many spans as it has pieces. An attribution inside the words of another is left out: the set
marks the outermost alone. A span is exact where both ends are right, white space and a full stop at the end aside; it overlaps where it shares a
character with one of the same role. F1 over all spans.

Speakers: contents that begin with a quotation mark and have a source. Right where the attribution with most of those words has a
source that overlaps the marked one, or whose name has a word of it (where the marked one is a pronoun, only the first counts).

Reports/s is of the whole process, on one core, JSON included.
"""
import json, os, re, sys

import harness
from annotations import annotate
from harness import Trouble, binary, record

ROLES = ("source", "cue", "content")
QUOTES = "\"'“”‘’«»`"
PRONOUNS = set("he she they it i we you who him her them his their which that".split())


# ---- what the program says

def characters(text):
    """The character that begins at each byte of the text in UTF-8, and one past the end."""
    places = []
    for index, character in enumerate(text):
        places += [index] * len(character.encode("utf-8", "surrogatepass"))
    return places + [len(text)]


def found(text, annotations):
    """[{source, cue, content: [(start, end)]}] in characters, the outermost alone."""
    place = characters(text)
    span = lambda s: (place[s["start"]], place[s["end"]])
    rows = []
    for a in annotations["ascriptions"]:
        rows.append({
            "source": [span(a["source"])] if a["source"] else [], "cue": [span(a["cue"])], "content": [span(s) for s in a["content"]]})
    inside = lambda inner, outer: any(s <= inner[0] and inner[1] <= e for s, e in outer["content"])
    return [row for row in rows if not any(other is not row and row["cue"] and inside(row["cue"][0], other)
                                           and not (other["cue"] and inside(other["cue"][0], row)) for other in rows)]


# ---- layouts

def written_out(tokens):
    """Running text of Penn Treebank tokens, and the range of characters of each."""
    text, places, opened = "", [], False
    glue = True
    for index, token in enumerate(tokens):
        shown = {"``": '"', "''": '"', "`": "‘", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]"}.get(token, token)
        closing = False
        if token in ("``", "''"):
            # Some texts write '' for both: an even number to come, this one among them, begins with an opening one.
            rest = tokens[index:tokens.index("``", index)] if "``" in tokens[index:] else tokens[index:]
            opens = token == "``" or not opened and rest.count("''") % 2 == 0
            closing, opened = not opens, opens
        tight = (index > 0 and (closing or re.fullmatch(r"[,.;:?!%)\]]|\.\.\.|n't|N'T|'(s|S|re|ve|ll|m|d|)", token) is not None)) or glue
        if text and not tight:
            text += " "
        places.append((len(text), len(text) + len(shown)))
        text += shown
        glue = token in ("(", "[", "-LRB-", "-LSB-", "$", "£", "€", "#", "`") or token in ("``", "''") and not closing
    return text, places


def instances(path):
    """[(text, gold spans by role, [(quote, source)])] of a file of token instances; lines of one id that follow each other are one text."""
    groups = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if groups and groups[-1][0] == row["id"]:
                groups[-1][1].append(row)
            else:
                groups.append((row["id"], [row]))
    texts = []
    for name, rows in groups:
        text, spans, tokens = "", {role: [] for role in ROLES}, []
        for row in rows:
            if text:
                text += "\n"
            shown, places = written_out(row["tokens"])
            places = [(s + len(text), e + len(text)) for s, e in places]
            text += shown
            tokens += places
            begun = None
            for place, label in list(zip(places, row["labels"])) + [(None, "O")]:
                if begun and (label == "O" or label[0] == "B" or label[2:] != begun[0]):
                    spans[begun[0]].append((begun[1], begun[2]))
                    begun = None
                if label != "O":
                    begun = (label[2:], begun[1] if begun else place[0], place[1])
        texts.append({"id": name, "text": text, "spans": spans, "tokens": tokens, "speakers": []})
    return texts


def brat(folder):
    """The same of a folder with text/ and attributions/; one for each annotator of a text."""
    texts = []
    for name in sorted(os.listdir(os.path.join(folder, "attributions"))):
        if not name.endswith(".ann"):
            continue
        path = os.path.join(folder, "text", name[:-4] + ".txt")
        if not os.path.isfile(path):
            path = os.path.join(folder, "text", name[:-4].rpartition("_")[0] + ".txt")
        if not os.path.isfile(path):
            raise Trouble(f"{name} has no text beside it")
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        marks, spans, speakers = {}, {role: [] for role in ROLES}, []
        with open(os.path.join(folder, "attributions", name), encoding="utf-8") as file:
            lines = [line.rstrip("\n").split("\t") for line in file if "\t" in line]
        for line in lines:
            if line[0][0] == "T":
                role, _, places = line[1].partition(" ")
                pieces = sorted(tuple(map(int, piece.split())) for piece in places.split(";"))
                joined = [pieces[0]]
                for start, end in pieces[1:]:
                    if text[joined[-1][1]:start].strip():
                        joined.append((start, end))
                    else:
                        joined[-1] = (joined[-1][0], end)
                marks[line[0]] = (role.lower(), joined)
                if role.lower() in spans:
                    spans[role.lower()] += joined
        for line in lines:
            if line[0][0] != "E":
                continue
            parts = [marks[part.split(":")[1]] for part in line[1].split() if part.split(":")[1] in marks]
            contents = [pieces for role, pieces in parts if role == "content"]
            sources = [pieces for role, pieces in parts if role == "source"]
            for pieces in contents:
                if sources and text[pieces[0][0]] in QUOTES:
                    speakers.append((pieces, sources[0]))
        texts.append({"id": name[:-4], "text": text, "spans": spans, "tokens": None, "speakers": speakers})
    return texts


# ---- scores

def trimmed(text, span):
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] == "."):
        end -= 1
    return start, end


def to_tokens(span, tokens):
    """A span of characters as the range of tokens that it touches."""
    hit = [index for index, (start, end) in enumerate(tokens) if start < span[1] and span[0] < end]
    return (hit[0], hit[-1] + 1) if hit else None


def share(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(texts, annotated):
    counts = {role: {"gold": 0, "found": 0, "exact": 0, "hit": 0, "held": 0} for role in ROLES}
    notes = []
    for item, annotations in zip(texts, annotated):
        text = item["text"]
        rows = found(text, annotations)
        for role in ROLES:
            ours, gold = {s for row in rows for s in row[role]}, set(item["spans"][role])
            ours, gold = {trimmed(text, s) for s in ours}, {trimmed(text, s) for s in gold}
            ours, gold = {s for s in ours if s[0] < s[1]}, {s for s in gold if s[0] < s[1]}
            if item["tokens"]:
                # Token spans, the full stop at the end aside on both sides.
                ours, gold = ({to_tokens(s, item["tokens"]) for s in spans} - {None} for spans in (ours, gold))
            c = counts[role]
            c["gold"] += len(gold); c["found"] += len(ours); c["exact"] += len(gold & ours)
            c["hit"] += sum(any(share(s, g) for g in gold) for s in ours)
            c["held"] += sum(any(share(s, g) for s in ours) for g in gold)
            shown = lambda s: text[item["tokens"][s[0]][0]:item["tokens"][s[1] - 1][1]] if item["tokens"] else text[s[0]:s[1]]
            for s in sorted(gold - ours):
                near = [o for o in ours if share(s, o)]
                notes.append(f"{role}\t{'near' if near else 'missed'}\t{shown(s)!r}\t{[shown(o) for o in sorted(near)]}\t{item['id']}")
            for s in sorted(ours - gold):
                if not any(share(s, g) for g in gold):
                    notes.append(f"{role}\tstray\t{shown(s)!r}\t{item['id']}")
    figures = {}
    for role, c in counts.items():
        rate = lambda n, of: n / of if of else 0.0
        figures[f"{role}.exact"] = f1(rate(c["exact"], c["found"]), rate(c["exact"], c["gold"]))
        figures[f"{role}.exact.precision"], figures[f"{role}.exact.recall"] = rate(c["exact"], c["found"]), rate(c["exact"], c["gold"])
        figures[f"{role}.overlap"] = f1(rate(c["hit"], c["found"]), rate(c["held"], c["gold"]))
        figures[f"{role}.overlap.precision"], figures[f"{role}.overlap.recall"] = rate(c["hit"], c["found"]), rate(c["held"], c["gold"])
    return figures, notes


def words(text):
    return {word for word in re.findall(r"[^\W_]+", text.lower()) if len(word) > 2 or word == "xi"} - PRONOUNS - {"the", "and", "for", "said"}


def speakers(texts, annotated):
    """The share of direct quotes with a known speaker that are laid to it."""
    right = total = 0
    notes = []
    for item, annotations in zip(texts, annotated):
        text = item["text"]
        place = characters(text)
        span = lambda s: (place[s["start"]], place[s["end"]])
        for pieces, source in item["speakers"]:
            total += 1
            best, most = None, 0
            for a in annotations["attributions"]:
                common = sum(share(span(c), p) for c in a["content"] for p in pieces)
                if common > most:
                    best, most = a, common
            told = "".join(text[s:e] + " " for s, e in source).strip()
            if best:
                given = best["source"]["phrase"]
                overlaps = given is not None and any(share(span(given), s) for s in source)
                if overlaps or words(best["source"]["name"]) & words(told):
                    right += 1
                    continue
            notes.append(f"speaker\t{told!r}\t{best['source']['name'] if best else None!r}\t{text[pieces[0][0]:pieces[0][1]][:80]!r}\t{item['id']}")
    return ({"speakers": right / total, "speakers.quotes": total} if total else {}), notes


# ---- the command

def sets(folder):
    """[(name, texts)]: whatever parts of the set are there, but the one for training."""
    parts = []
    for part in ("valid", "test"):
        path = os.path.join(folder, "cofenet", part + ".txt")
        if os.path.isfile(path):
            parts.append((f"instances {part}", instances(path)))
    for part in ("dev", "test"):
        path = os.path.join(folder, "data", part)
        if os.path.isdir(os.path.join(path, "attributions")):
            parts.append((f"reports {part}", brat(path)))
    if not parts:
        raise Trouble(f"{folder} has neither cofenet/valid.txt nor data/dev/attributions; see Evaluation/README.md")
    return parts


def main(arguments):
    options = harness.arguments("attribution", __doc__, "a folder in the layout of PolNeAR").parse_args(arguments)
    try:
        program = binary(options.stemma)
        result, rows = {}, []
        for folder in options.folders:
            for name, texts in sets(folder):
                annotated, seconds = annotate(program, [item["text"] for item in texts])
                figures, notes = score(texts, annotated)
                told, more = speakers(texts, annotated)
                size = sum(len(item["text"].encode("utf-8", "surrogatepass")) for item in texts)
                figures |= told | {"reports/s": len(texts) / seconds if seconds else 0.0, "MB/s": size / 1e6 / seconds if seconds else 0.0}
                result[name] = figures
                rows += [(f"polnear {name}", figure, value) for figure, value in figures.items()]
                if not options.json:
                    print(f"{name}: {len(texts)} texts")
                    for role in ROLES:
                        print(f"  {role:8}" + "".join(f"  {kind} {figures[f'{role}.{kind}']:.3f} (p {figures[f'{role}.{kind}.precision']:.3f}, r {figures[f'{role}.{kind}.recall']:.3f})" for kind in ("exact", "overlap")))
                    if told:
                        print(f"  speakers  {figures['speakers']:.3f} of {figures['speakers.quotes']} direct quotes")
                    print(f"  {figures['reports/s']:.0f} reports/s, {figures['MB/s']:.2f} MB/s")
                    if options.explain:
                        print("\n".join("  " + note for note in notes + more))
        if options.json:
            print(json.dumps(result, indent=1))
        if not options.no_record:
            record(rows)
    except Trouble as trouble:
        print(f"Scripts/evaluate attribution: {trouble}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
