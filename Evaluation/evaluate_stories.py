#!/usr/bin/env python3
"""How well a stream of reports falls into the stories of its events.

    Scripts/evaluate stories DIR…           # gva-news, ECB+, or a folder of docs.jsonl and truth.jsonl
    Scripts/evaluate stories DIR --explain  # stories that mix events, and events that are in several
    Scripts/evaluate stories DIR --program PATH     # another program than `stemma stories`

A folder is told by its files:

  reports.jsonl                        gva-news: reports of shootings in order of date; a story is an incident
  ECBplus_coreference_sentences.csv    ECB+: all documents in one stream; a story is a subtopic (…ecb or …ecbplus of a topic),
                                       in order of name, and shuffled; `topic` counts the two subtopics of a topic as one story
  docs.jsonl, truth.jsonl              simulated near-copies: a story is a group

The reports are given on standard input, a JSON object a line (id, title, text, published, outlet), to `stemma stories -`; out
come stories as JSON Lines, of which `reports` counts. What is in no story is a story of its own.

Figures are B³ (precision, recall, F1 over the reports) and CEAF-e (φ4: the best one-to-one pairing of stories and events, each
pair worth 2·common/(sizes), Luo 2005). `tfidf` is the single pass that peers do, from the same run: words of four letters or
fewer stop words, 1 + ln tf, idf of all the reports of the set (it sees the future), a report joins the story whose members are
most alike on the mean where that is at or above a threshold, stories older than 14 days before it left out where there are dates.
The threshold is the one that is best on this very set.
"""
import collections, datetime, glob, json, math, os, random, re, subprocess, sys

import harness
from clusters import f1
from collation_events import LISTED, Document
from harness import Trouble

STOP = set("about after again also although among and another any are because been before being between both but came can could did does during each either "
           "even every few for from get got had has have having her here him his how into its just last like made make many may might more most much must "
           "not now off one only other our out over own per rather same said say says she should since some still such than that the their them then there these "
           "they this those through told too two under until very was were what when where which while who whom why will with within without would year years "
           "yet you your".split())
WINDOW = 14                                        # days
PAIRED = 400                                       # stories of a knot that are paired exactly


def main():
    parser = harness.arguments("stories", __doc__, "a folder with one of the sets above")
    parser.add_argument("--program", metavar="PATH", help="a program that reads reports and writes stories as `stemma stories -` does")
    parser.add_argument("--no-peer", action="store_true", help="leave TF-IDF out")
    options = parser.parse_args()
    try:
        command = [os.path.abspath(options.program)] if options.program else [harness.binary(options.stemma), "stories", "-"]
        results = [result for folder in options.folders for result in evaluate(folder, command, options)]
    except Trouble as trouble:
        sys.exit(f"Scripts/evaluate stories: {trouble}")
    harness.show(results, options)


def evaluate(folder, command, options):
    for name, reports, truths in sets(folder):
        found = stories(command, reports)
        peers = {} if options.no_peer or len(reports) > 20000 else {truth: single_pass(reports, labels) for truth, labels in truths.items()}
        for truth, labels in truths.items():
            figures = {"reports": len(reports), "events": len(set(labels)), "stories": len(set(found)), **scores(labels, found, "")}
            if truth in peers:
                threshold, groups = peers[truth]
                figures |= {**scores(labels, groups, "tfidf "), "tfidf threshold": threshold}
            yield f"{name}{', ' + truth if truth else ''}", figures, list(notes(reports, labels, found)) if options.explain else []


# MARK: sets

def sets(folder):
    """(name, reports in order, {kind of truth: label of each})"""
    name = os.path.basename(os.path.normpath(folder))
    listed = next((place for place, _, names in os.walk(folder) if LISTED in names), None)
    if os.path.exists(os.path.join(folder, "reports.jsonl")):
        rows = sorted(lines(os.path.join(folder, "reports.jsonl")), key=lambda r: r["date"])
        yield name, [{"id": str(i), "title": r["title"], "text": r["text"], "published": r["date"], "outlet": host(r["url"])} for i, r in enumerate(rows)], \
            {"": [r["incident"] for r in rows]}
    elif listed:
        rows = []
        for path in sorted(glob.glob(os.path.join(listed, "ECB+", "*", "*.xml"))):
            topic = os.path.basename(os.path.dirname(path))
            document = Document(path, topic)
            rows.append((document.name, document.text, topic + ("+" if document.subtopic else "")))
        for order in ("by name", "shuffled"):
            if order == "shuffled": random.Random(7).shuffle(rows)
            yield f"{name}, {order}", [{"id": n, "title": "", "text": text, "published": "", "outlet": ""} for n, text, _ in rows], \
                {"subtopic": [t for _, _, t in rows], "topic": [t.rstrip("+") for _, _, t in rows]}
    elif os.path.exists(os.path.join(folder, "truth.jsonl")):
        truth = {r["id"]: r["group"] for r in lines(os.path.join(folder, "truth.jsonl"))}
        rows = list(lines(os.path.join(folder, "docs.jsonl")))
        yield name, [{**r, "id": str(r["id"])} for r in rows], {"": [truth[r["id"]] for r in rows]}
    else:
        raise Trouble(f"{folder} has neither reports.jsonl, {LISTED}, nor truth.jsonl")


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file: yield json.loads(line)


def host(address):
    address = re.sub(r"^https?://web\.archive\.org/web/\d+/", "", address)
    return re.sub(r":\d+$", "", address.split("//")[-1].split("/")[0])


# MARK: what is scored

def stories(command, reports):
    """The label of each report's story, by the program."""
    given = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    try:
        run = subprocess.run(command, input=given.encode(), stdout=subprocess.PIPE)
    except OSError as error:
        raise Trouble(f"{command[0]} cannot be run: {error.strerror}") from error
    if run.returncode: raise Trouble(f"{' '.join(command)} ended with {run.returncode}")
    of = {}
    for line in run.stdout.decode().splitlines():
        story = json.loads(line)
        for report in story["reports"]:
            if report in of: raise Trouble(f"report {report} is in two stories")
            of[report] = story["id"]
    return [of.get(report["id"], ("alone", report["id"])) for report in reports]


def single_pass(reports, labels):
    """The best threshold, to three hundredths, and what TF-IDF makes of the reports with it."""
    vectors, days = tfidf(reports), [day(report["published"]) for report in reports]
    likeness = neighbours(vectors)
    return max(((t / 100, pass_(likeness, days, t / 100)) for t in range(8, 33, 3)), key=lambda found: b3(labels, found[1])[2])


def tfidf(reports):
    counts = [collections.Counter(w for w in re.findall(r"\w+", (r["title"] + "\n" + r["text"]).casefold()) if len(w) > 1 and w not in STOP) for r in reports]
    df = collections.Counter(word for count in counts for word in count)
    vectors = []
    for count in counts:
        vector = {w: (1 + math.log(n)) * (math.log((1 + len(reports)) / (1 + df[w])) + 1) for w, n in count.items()}
        length = math.sqrt(sum(x * x for x in vector.values())) or 1
        vectors.append({w: x / length for w, x in vector.items()})
    return vectors


def neighbours(vectors):
    """For each report the cosines with those before it, but for the slightest, which no threshold here meets."""
    postings, rows = collections.defaultdict(list), []
    for number, vector in enumerate(vectors):
        row = collections.defaultdict(float)
        for word, x in vector.items():
            for other, y in postings[word]: row[other] += x * y
            postings[word].append((number, x))
        rows.append({other: like for other, like in row.items() if like > .04})
    return rows


def pass_(likeness, days, threshold):
    of, size, last = [], collections.Counter(), {}
    for number, row in enumerate(likeness):
        sums = collections.defaultdict(float)
        for other, like in row.items(): sums[of[other]] += like
        best, story = max(((total / size[s], -s) for s, total in sums.items() if days[number] is None or last[s] is None or days[number] - last[s] <= WINDOW), default=(0, 0))
        story = -story if best >= threshold else len(size)
        of.append(story)
        size[story] += 1
        last[story] = days[number]
    return of


def day(published):
    try:
        return datetime.date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return None


# MARK: figures

def scores(labels, found, prefix):
    p, r, f = b3(labels, found)
    cp, cr, cf = ceaf(labels, found)
    return {prefix + "B³ precision": p, prefix + "B³ recall": r, prefix + "B³ F1": f, prefix + "CEAF-e F1": cf}


def b3(labels, found):
    """B³ where each report is in one event and one story; as clusters.b_cubed, in linear time."""
    events, stories_, both = collections.Counter(labels), collections.Counter(found), collections.Counter(zip(labels, found))
    precision = sum(n * n / stories_[s] for (_, s), n in both.items()) / len(labels)
    recall = sum(n * n / events[e] for (e, _), n in both.items()) / len(labels)
    return precision, recall, f1(precision, recall)


def ceaf(labels, found):
    """CEAF-e: the pairing is sought in each knot of stories and events that share reports."""
    events, stories_, both = collections.Counter(labels), collections.Counter(found), collections.Counter(zip(labels, found))
    links = collections.defaultdict(dict)
    for (e, s), n in both.items(): links["e", e]["s", s] = links["s", s]["e", e] = 2 * n / (events[e] + stories_[s])
    total, seen = 0.0, set()
    for start in list(links):
        if start in seen: continue
        knot, stack = [], [start]
        seen.add(start)
        while stack:
            node = stack.pop()
            knot.append(node)
            for other in links[node]:
                if other not in seen:
                    seen.add(other)
                    stack.append(other)
        total += pairing([n for n in knot if n[0] == "e"], [n for n in knot if n[0] == "s"], links)
    precision, recall = total / len(stories_), total / len(events)
    return precision, recall, f1(precision, recall)


def pairing(rows, columns, links):
    """The weight of the best one-to-one pairing, by the Hungarian method; of a very large knot, greedily."""
    if len(rows) > len(columns): rows, columns = columns, rows
    if len(rows) == 1: return max(links[rows[0]].values())
    if len(rows) > PAIRED:
        total, used = 0.0, set()
        for weight, a, b in sorted(((w, a, b) for a in rows for b, w in links[a].items()), key=lambda x: (-x[0], str(x[1:]))):
            if a not in used and b not in used:
                used |= {a, b}
                total += weight
        return total
    n, m = len(rows), len(columns)
    cost = lambda i, j: -links[rows[i - 1]].get(columns[j - 1], 0.0)
    u, v, match, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], column = i, 0
        least, used = [math.inf] * (m + 1), [False] * (m + 1)
        while True:
            used[column] = True
            row, delta, next_ = match[column], math.inf, 0
            for j in range(1, m + 1):
                if used[j]: continue
                reduced = cost(row, j) - u[row] - v[j]
                if reduced < least[j]: least[j], way[j] = reduced, column
                if least[j] < delta: delta, next_ = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else: least[j] -= delta
            column = next_
            if not match[column]: break
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(links[rows[match[j] - 1]].get(columns[j - 1], 0.0) for j in range(1, m + 1) if match[j])


def notes(reports, labels, found):
    """Stories of several events, and events in several stories."""
    mixed, split = collections.defaultdict(list), collections.defaultdict(list)
    for report, label, story in zip(reports, labels, found):
        mixed[story].append((label, report))
        split[label].append((story, report))
    title = lambda r: (r["title"] or r["text"].split("\n")[0])[:70]
    for what, groups in (("several events in one story", mixed), ("one event in several stories", split)):
        for members in groups.values():
            if len({kind for kind, _ in members}) > 1:
                yield f"{what}: " + " | ".join(f"[{kind if isinstance(kind, (str, int)) else '-'}] {title(r)}" for kind, r in members[:8])


if __name__ == "__main__":
    main()
