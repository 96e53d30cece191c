#!/usr/bin/env python3
"""Asks `stemma check` claims whose answer is known, class by class.

    Scripts/evaluate claims DIR… [--stemma PATH] [--explain]

DIR is a story with its truth (`truth.json` or `gold.json`), as for `Scripts/evaluate story`. Claims are made of the truth when
the evaluation runs, by rules and a seed, so that no sentence of it is kept anywhere: what the truth holds as a claim and what its
reference report says for it are true; the same with another number, date, place, actor or source, or denied, is distorted;
another story's claims under this story's names are fabricated. Claims written by hand lie in Evaluation/claims/<story>.json.
With $STEMMA_DATA set, the stories in $STEMMA_DATA/gold are taken as well.

A true claim is right where the answer agrees with the truth's lines and origins (corroborated: two of both at the least; single
origin: one of either; where the truth's own intervals leave it open, either, or "cannot be measured"). A false one is *wrongly
confirmed* where the answer is corroborated or single origin. Beside it stands what word overlap answers: "corroborated" where two
reports have a sentence with that share of the claim's words.
"""
import collections, concurrent.futures, json, os, random, re, subprocess, sys

import evaluate_story, harness
from harness import Trouble, arguments, binary, show

HERE = os.path.dirname(os.path.abspath(__file__))
SEED = 20251122
CONFIRMED = {"corroborated", "singleOrigin"}
SHORT = {"single": "singleOrigin", "cannot": "cannotBeMeasured"}
OVERLAPS = (0.6, 0.8)
NUMBERS = "two three four five six seven eight nine ten eleven twelve".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April June July August September October November December".split()
ELSEWHERE = ["Oslo", "Lima", "Nairobi", "Quebec", "Manila"]
SOMEBODY = ["Pieter Vanhoek", "Marta Oliveira", "Rajan Mehta", "Ingrid Solberg"]
HELPING = "was were is are has had will have would can could did does".split()


# ---- claims from a truth

def reading(text):
    return re.sub(r"\s+", " ", text.replace("\\$", "$").replace("\\%", "%").replace("\\", "")).strip(" ,;.")


def gloss(claim):
    """The truth's own words for a claim, without what is only said to the annotator."""
    return reading(re.sub(r"\([^)]*\)", "", claim["claim"])).replace(" / ", " or ")


def expected(claim):
    """Verdicts that agree with the truth's counts."""
    def span(field):
        value = claim[field]
        value = value if isinstance(value, dict) else {"point": value, "interval": [value, value]}
        return value["interval"]
    (l, L), (o, O) = span("independent_lines"), span("independent_origins")
    allowed = set()
    if L >= 2 and O >= 2:
        allowed.add("corroborated")
    if l <= 1 or o <= 1:
        allowed.add("singleOrigin")
    if (l <= 1 < L) or (o <= 1 < O):
        allowed.add("cannotBeMeasured")
    return allowed


def is_sentence(text):
    words = text.split()
    return 4 <= len(words) <= 45 and not re.match(r"^(and|but|which|who|that|of|to|by|with|as)\b", text) and re.search(r"\b[a-z]+(ed|s|t|n|w|d)\b", text)


def true_claims(truth):
    """(claim, class, allowed verdicts, whether any report has it otherwise)."""
    found = []
    for claim in truth["claims"]:
        allowed = expected(claim)
        carriers = [r for r, v in claim["reports"].items() if v["status"] != "absent"]
        differs = any(v["status"] == "altered" for v in claim["reports"].values())
        kind = "wide" if len(carriers) >= 3 else "niche"
        if kind == "wide" and "corroborated" not in allowed:
            kind = "rewrites" if claim.get("stratum") == "single" else "wide"
        # Where reports differ on it, to say so is right as well.
        allowed = allowed | ({"disputed"} if differs else set())
        found.append((gloss(claim), kind + "-gloss", allowed))
        span = claim["reports"].get(claim["reference_report"], {}).get("spans")
        if span:
            text = reading(span[0]["text"])
            if is_sentence(text):
                found.append((text[0].upper() + text[1:], kind, allowed))
    return found


# ---- distortions

def numbers(text, random):
    """With one number changed, or nothing."""
    digits = list(re.finditer(r"(?<![\w.,])\$?\d[\d,.]*\d|(?<![\w.,])\d(?![\w.,:])", text))
    digits = [m for m in digits if not re.fullmatch(r"(19|20)\d\d", m.group()) and ":" not in text[m.end():m.end() + 1]]
    if digits:
        m = random.choice(digits)
        value = m.group().lstrip("$").replace(",", "")
        try:
            changed = float(value) * random.choice((2, 3, 0.5)) + (1 if float(value) < 10 else 0)
        except ValueError:
            return None
        new = f"{changed:,.1f}" if "." in value else f"{round(changed):,}"
        return text[:m.start()] + ("$" if m.group().startswith("$") else "") + new + text[m.end():]
    words = [m for m in re.finditer(r"\b(%s)\b" % "|".join(NUMBERS), text, re.I)]
    if words:
        m = random.choice(words)
        new = random.choice([n for n in NUMBERS if n != m.group().lower() and abs(NUMBERS.index(n) - NUMBERS.index(m.group().lower())) > 1])
        return text[:m.start()] + (new.capitalize() if m.group()[0].isupper() else new) + text[m.end():]
    return None


def negated(text, random):
    if re.search(r"\b(not|no|never|nobody|none|n't|without)\b", text):
        plain = re.sub(r"\bnot \b|\bnever \b", "", text, count=1)
        return plain if plain != text else None
    m = re.search(r"\b(%s)\b" % "|".join(HELPING), text)
    if m:
        return text[:m.end()] + " not" + text[m.end():]
    return None


def dated(text, random):
    m = re.search(r"\b(%s)\b" % "|".join(DAYS), text)
    if m:
        return text[:m.start()] + random.choice([d for d in DAYS if d != m.group()]) + text[m.end():]
    m = re.search(r"\b(%s)\b" % "|".join(MONTHS), text)
    if m:
        return text[:m.start()] + random.choice([d for d in MONTHS if d != m.group()]) + text[m.end():]
    m = re.search(r"\b(19|20)\d\d\b", text)
    if m:
        return text[:m.start()] + str(int(m.group()) - random.choice((2, 3, 11))) + text[m.end():]
    return None


def speakers(truth):
    names = {(q.get("speaker") or {}).get("name") if isinstance(q.get("speaker"), dict) else q.get("speaker") for q in truth["quotes"]}
    return sorted(n for n in names if n and re.fullmatch(r"[A-Z][\w’'-]+( [A-Z][\w’'-]+){1,3}", n))


def acted(text, people, random):
    """With one person for another of the same story."""
    for name in people:
        for form in (name, name.split()[-1]):
            if re.search(r"\b%s\b" % re.escape(form), text):
                others = [p for p in people if p.split()[-1] not in text] or SOMEBODY
                other = random.choice(others)
                return re.sub(r"\b%s\b" % re.escape(form), other if form == name else other.split()[-1], text)
    return None


def placed(text, places, random):
    m = re.search(r"\b(in|at|of|to|near) ((?:the )?[A-Z][a-z]+)\b", text)
    if m and m.group(2) not in DAYS + MONTHS:
        others = [p for p in places if p not in text] or ELSEWHERE
        return text[:m.start(2)] + random.choice(others) + text[m.end(2):]
    return None


def said(truth):
    """(speaker, words) of quotations that are whole sentences."""
    for quote in truth["quotes"]:
        speaker = quote.get("speaker")
        speaker = speaker.get("name") if isinstance(speaker, dict) else speaker
        variants = quote["variants"].values() if isinstance(quote["variants"], dict) else quote["variants"]
        texts = [s["text"] for v in variants if v.get("form") != "indirect" for s in v.get("spans") or []]
        texts = [reading(t) for t in texts if 5 <= len(t.split()) <= 30]
        if speaker and texts and re.match(r"[A-Z]", speaker):
            yield speaker, texts[0].strip("“”\"")


def claims_of(name, truth, others, seed, texts=""):
    """All claims of a story: (text, class, allowed verdicts). A number that some report has is no distortion."""
    chance = random.Random(f"{seed} {name}")
    true = true_claims(truth)
    people = speakers(truth)
    places = sorted({m.group(1) for t, _, _ in true for m in re.finditer(r"\b(?:in|at|near) ([A-Z][a-z]+)\b", t)} - set(DAYS) - set(MONTHS))
    made = list(true)
    false = {"disputed", "notFound", "cannotBeMeasured"}
    for text, kind, _ in true:
        for sort, change in (("number", lambda t: numbers(t, chance)), ("polarity", lambda t: negated(t, chance)), ("date", lambda t: dated(t, chance)),
                             ("actor", lambda t: acted(t, people, chance)), ("place", lambda t: placed(t, places, chance))):
            changed = change(text)
            if sort == "number" and changed and any(n not in text and re.search(r"(?<![\w.,])%s(?![\w])" % re.escape(n), texts) for n in re.findall(r"\d[\d,.]*\d|\d", changed)):
                continue
            if changed and changed != text:
                made.append((changed, "distorted-" + sort, false))
    for speaker, words in said(truth):
        made.append((f"{speaker} said: “{words}”", "quote", {"corroborated", "singleOrigin", "cannotBeMeasured", "disputed"}))
        other = [p for p in people if p.split()[-1] != speaker.split()[-1]] or SOMEBODY
        made.append((f"{chance.choice(other)} said: “{words}”", "distorted-attribution", false))
    pool = [t for _, other in others for t, kind, _ in true_claims(other) if not kind.endswith("gloss")]
    for text in chance.sample(pool, min(20, len(pool))):
        for n in sorted(set(re.findall(r"\b[A-Z][a-z]{3,}\b", text)) - set(DAYS) - set(MONTHS) - {text.split()[0]}):
            text = re.sub(r"\b%s\b" % n, chance.choice((people or SOMEBODY) + (places or ELSEWHERE)).split()[-1], text)
        made.append((text, "fabricated", false))
    seen = set()
    return [c for c in made if not (c[0] in seen or seen.add(c[0]))]


def written(name):
    path = os.path.join(HERE, "claims", name.split(",")[0] + ".json")
    if not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as file:
        return [(c["claim"], c["class"], {SHORT.get(e, e) for e in c["expect"].split("|")}) for c in json.load(file)["claims"]]


# ---- answers

def ask(program, claim, paths):
    run = subprocess.run([program, "check", "--quiet", "--one-story", "--format", "json", claim, *paths], capture_output=True, text=True)
    try:
        return json.loads(run.stdout)
    except ValueError as error:
        raise Trouble(f"stemma check “{claim}” gave status {run.returncode}: {run.stderr[-300:]}") from error


def words(text):
    return set(re.findall(r"[a-z0-9]+", text.lower())) - set("a an the of to in on at by for and or was were is are has had it that said with from as be".split())


def overlap(claim, sentences, least):
    """What counting reports with enough of the claim's words answers."""
    own = words(claim)
    if not own:
        return "notFound"
    carriers = sum(any(len(own & s) >= least * len(own) for s in report) for report in sentences)
    return "corroborated" if carriers > 1 else "singleOrigin" if carriers else "notFound"


def right(kind, allowed, verdict):
    return verdict in allowed


def is_false(kind):
    return kind.startswith(("distorted", "fabricated", "stale"))


def evaluate(name, claims, paths, program):
    sentences = []
    for path in paths:
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"<[^>]*>", " ", file.read())
        sentences.append([words(s) for s in re.split(r"(?<=[.!?])[\s”\"]+|\n\s*\n", text)])
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(lambda c: ask(program, c[0], paths), claims))
    figures, notes = collections.OrderedDict(), []
    counts = collections.defaultdict(lambda: [0, 0, 0])
    baseline = {t: [0, 0] for t in OVERLAPS}
    found = [0, 0]
    for (text, kind, allowed), answer in zip(claims, answers):
        verdict = answer["verdict"]
        counts[kind][0] += 1
        counts[kind][1] += right(kind, allowed, verdict)
        if is_false(kind):
            counts[kind][2] += verdict in CONFIRMED
            if verdict in CONFIRMED:
                notes.append(f"CONFIRMED {verdict}  {kind}: {text}")
        elif kind != "form":
            found[0] += 1
            found[1] += verdict in CONFIRMED | {"disputed", "cannotBeMeasured"} and not any(a["distorted"] for a in answer["assertions"])
        if verdict not in allowed and not (is_false(kind) and verdict in CONFIRMED):
            reasons = " ".join(r for a in answer["assertions"] for r in a["reasons"])
            notes.append(f"{verdict} (not {'|'.join(sorted(allowed))})  {kind}: {text}  [{reasons[:160]}]")
        if kind != "form":
            for least in OVERLAPS:
                said_so = overlap(text, sentences, least)
                baseline[least][0] += is_false(kind) and said_so in CONFIRMED
                baseline[least][1] += not is_false(kind) and said_so in allowed
    for kind in sorted(counts):
        figures[f"{kind}.claims"] = counts[kind][0]
        figures[f"{kind}.right"] = counts[kind][1]
    false = [k for k in counts if is_false(k)]
    figures["false.claims"] = sum(counts[k][0] for k in false)
    figures["false.wronglyConfirmed"] = sum(counts[k][2] for k in false)
    distorted = [k for k in counts if k.startswith("distorted")]
    figures["distorted.claims"] = sum(counts[k][0] for k in distorted)
    figures["distorted.wronglyConfirmed"] = sum(counts[k][2] for k in distorted)
    figures["true.claims"], figures["true.found"] = found
    figures["true.right"] = sum(v[1] for k, v in counts.items() if not is_false(k) and k != "form")
    for least in OVERLAPS:
        figures[f"overlap{int(100 * least)}.wronglyConfirmed"] = baseline[least][0]
        figures[f"overlap{int(100 * least)}.trueRight"] = baseline[least][1]
    return name, figures, notes


def main():
    parser = arguments("claims", __doc__, "a story with truth.json or gold.json")
    parser.add_argument("--strict", action="store_true", help="fail where a distorted claim is confirmed")
    options = parser.parse_args()
    try:
        program = binary(options.stemma)
        folders = list(options.folders)
        data = os.environ.get("STEMMA_DATA")
        gold = os.path.join(data, "gold") if data else None
        if gold and os.path.isdir(gold):
            known = {os.path.realpath(f) for f in folders}
            folders += [f for f in (os.path.join(gold, n) for n in sorted(os.listdir(gold))) if os.path.isdir(f) and os.path.realpath(f) not in known]
        else:
            print("STEMMA_DATA is not set: claims are made of the stories named here only", file=sys.stderr)
        stories = [s for folder in folders for s in evaluate_story.stories(folder)]
        results = []
        for name, truth, paths in stories:
            others = [(n, t) for n, t, _ in stories if n.split(",")[0] != name.split(",")[0]]
            paths = [paths[k] for k in sorted(paths)]
            claims = claims_of(name, truth, others, SEED, " ".join(open(p, encoding="utf-8").read() for p in paths))
            results.append(evaluate(name, claims, paths, program))
            if written(name):
                results.append(evaluate(name + ", by hand", written(name), paths, program))
        total = collections.Counter()
        for _, figures, _ in results:
            total.update(figures)
        results.append(("all", collections.OrderedDict((k, total[k]) for k in sorted(total)), []))
        show(results, options)
        print(f"distorted claims wrongly confirmed: {total['distorted.wronglyConfirmed']} of {total['distorted.claims']}", file=sys.stderr if options.json else sys.stdout)
        if options.strict and total["distorted.wronglyConfirmed"]:
            return 1
    except Trouble as trouble:
        print(f"Scripts/evaluate claims: {trouble}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
