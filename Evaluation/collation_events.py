"""ECB+: sentences of several reports that speak of the same events, against the claims that have witnesses in them.

Of each document all sentences are given, one a paragraph, but its address; only the sentences listed in
ECBplus_coreference_sentences.csv are scored. Two sentences of different documents are linked in the truth where they
share an event: a chain of CROSS_DOC_COREF whose instance is an ACTION or a NEG. They are linked by Stemma where a claim
has witnesses in both. `topic` is a story of all documents of a topic, which tell of two events of a kind; `subtopic` has a
story for each of the two (…ecb and …ecbplus), as reports come to the collation. Links are counted over all of them.

B³ is the extended one (clusters.py): a sentence is in as many groups as it has chains, or claims. Chains of one sentence
each and sentences without an event count as they are.

Word overlap and TF-IDF (weighted by the story's own sentences) link what is at or above the one threshold that is best for
them on this very set, for links and for B³ each; their groups are what links join. `likeness` is the score of `stemma stage
liken` cut in the same way: what is lost beyond it is lost in the grouping.
"""
import collections, csv, itertools, os, random, re
import xml.etree.ElementTree as ElementTree

import stages
from clusters import b_cubed, components, f1, link_rates
from harness import Trouble
from likeness import TfIdf, dice, threshold

LISTED = "ECBplus_coreference_sentences.csv"


class Document:
    """One text: its sentences, where each stands in the text given to Stemma, and the chains of events of each."""

    def __init__(self, path, topic):
        self.name = os.path.basename(path)[:-4]
        self.topic, self.subtopic = topic, self.name.rstrip("0123456789").endswith("plus")
        root = ElementTree.parse(path).getroot()
        tokens, sentence_of = collections.defaultdict(list), {}
        for token in root.iter("token"):
            number = int(token.get("sentence"))
            sentence_of[token.get("t_id")] = number
            tokens[number].append(token.text or "")
        if self.subtopic: tokens.pop(0, None)                  # the address
        self.sentences = {number: joined(words) for number, words in sorted(tokens.items())}
        self.text, self.starts = "", []
        for number, sentence in self.sentences.items():
            self.starts.append((len(self.text.encode()), number))
            self.text += sentence + "\n"
        self.chains = chains(root, sentence_of)

    def sentence_at(self, offset):
        """The number of the sentence in which a byte of the text stands."""
        return max((start, number) for start, number in self.starts if start <= offset)[1]


def joined(words):
    """Tokens as a sentence: no space before what closes or after what opens."""
    text = " ".join(word.strip() for word in words if word.strip())
    text = text.replace("``", "“").replace("''", "”").replace("\n", " ")
    text = re.sub(r" ([.,;:!?%)\]”]|n't\b|'(?:s|re|ve|ll|d|m)\b)", r"\1", text)
    return re.sub(r"([(\[“$£€]) ", r"\1", text)


def chains(root, sentence_of):
    """The sentences of each chain of events: instance → numbers."""
    sentences, instances = {}, {}
    for mark in root.find("Markables"):
        anchors = [sentence_of[a.get("t_id")] for a in mark.findall("token_anchor") if a.get("t_id") in sentence_of]
        if anchors: sentences[mark.get("m_id")] = anchors[0]
        elif mark.get("instance_id") and mark.tag.startswith(("ACTION", "NEG")): instances[mark.get("m_id")] = mark.get("instance_id")
    found = collections.defaultdict(set)
    for relation in root.iter("CROSS_DOC_COREF"):
        for target in relation.findall("target"):
            if target.get("m_id") in instances:
                found[instances[target.get("m_id")]] |= {sentences[s.get("m_id")] for s in relation.findall("source") if s.get("m_id") in sentences}
    return found


def documents(folder):
    listed = collections.defaultdict(set)
    path = next((os.path.join(place, LISTED) for place, _, names in os.walk(folder) if LISTED in names), None)
    with open(path, encoding="utf-8") as file:
        for row in list(csv.reader(file))[1:]:
            if len(row) >= 3 and row[2].strip(): listed[f"{row[0].strip()}_{row[1].strip()}"].add(int(row[2]))
    found = []
    for place, _, names in sorted(os.walk(os.path.dirname(path))):
        for name in sorted(names):
            if name.endswith(".xml") and name[:-4] in listed:
                document = Document(os.path.join(place, name), name.split("_")[0])
                document.listed = sorted(listed[document.name] & document.sentences.keys())
                found.append(document)
    if not found: raise Trouble(f"{folder} has none of the documents that {LISTED} names")
    return found


class Part:
    """A story: some documents, the sentences that are scored, and how the truth joins them."""

    def __init__(self, documents):
        self.documents = {document.name: document for document in documents}
        self.elements = [(d.name, number) for d in documents for number in d.listed]
        groups = collections.defaultdict(set)
        for document in documents:
            for chain, numbers in document.chains.items():
                groups[chain] |= {(document.name, number) for number in numbers if number in document.listed}
        self.truth = [group for group in groups.values() if group]
        self.pairs = [pair for pair in itertools.combinations(self.elements, 2) if pair[0][0] != pair[1][0]]
        self.right = self.links(self.truth)

    def links(self, groups):
        """The pairs of sentences of different documents that share a group."""
        together = {pair for group in groups for pair in itertools.combinations(sorted(group, key=self.order), 2)}
        return {(a, b) for a, b in together if a[0] != b[0]}

    def order(self, element):
        if not hasattr(self, "places"): self.places = {element: at for at, element in enumerate(self.elements)}
        return self.places[element]

    def text(self, element):
        return self.documents[element[0]].sentences[element[1]]

    def claims(self, line):
        """The scored sentences of each claim that Stemma made."""
        names = {report["id"]: report["source"] for report in line["reports"]}
        known, groups = set(self.elements), []
        for claim in line["claims"]:
            places = {(names[w["report"]], w["span"]["start"]) for v in claim["variants"] for w in v["witnesses"]}
            groups.append({(name, self.documents[name].sentence_at(start)) for name, start in places} & known)
        return [group for group in groups if group]


def score(program, folder, options):
    found = documents(folder)
    topics = sorted({d.topic for d in found}, key=int)
    if options.sample and options.sample < len(topics):
        topics = sorted(random.Random(5).sample(topics, options.sample), key=int)
    figures, notes = {}, []
    for name, key in (("topic", lambda d: d.topic), ("subtopic", lambda d: (d.topic, d.subtopic))):
        stories = collections.defaultdict(list)
        for document in found:
            if document.topic in topics: stories[key(document)].append(document)
        parts = [Part(story) for story in stories.values()]
        lines, seconds = stages.run(program, "align", [
            {"reports": [{"source": d.name, "text": d.text, "language": "en"} for d in part.documents.values()]} for part in parts])
        groups = [part.claims(line) for part, line in zip(parts, lines)]
        figures.update(rates(name, parts, groups))
        figures.update({f"{name}.sentences": sum(len(p.elements) for p in parts), f"{name}.links": sum(len(p.right) for p in parts), f"{name}.CPU s": seconds})
        for label, values in likenesses(program, parts).items():
            figures.update(cut(f"{name}.{label}", parts, values))
        notes += explanation(name, parts, groups)
    return figures, notes


def rates(name, parts, groups):
    """Links and B³ of groups, summed over the stories."""
    right = {(at, pair) for at, part in enumerate(parts) for pair in part.right}
    links = {(at, pair) for at, (part, group) in enumerate(zip(parts, groups)) for pair in part.links(group)}
    figures = dict(zip((f"{name}.links.precision", f"{name}.links.recall", f"{name}.links.F1"), link_rates(right, links)))
    return {**figures, **b3(name, parts, groups)}


def b3(name, parts, groups):
    sums = [b_cubed(part.elements, part.truth, group) for part, group in zip(parts, groups)]
    total = sum(len(part.elements) for part in parts)
    precision, recall = (sum(column) / total for column in zip(*sums))
    return {f"{name}.B3.precision": precision, f"{name}.B3.recall": recall, f"{name}.B3.F1": f1(precision, recall)}


def likenesses(program, parts):
    pairs = [[(part.text(a), part.text(b)) for a, b in part.pairs] for part in parts]
    items = [{"story": str(at), "a": a, "b": b} for at, story in enumerate(pairs) for a, b in story]
    own = iter(stages.run(program, "liken", items)[0])
    found = {"likeness": [[next(own)["likeness"] for _ in story] for story in pairs], "overlap": [[dice(a, b) for a, b in story] for story in pairs]}
    weighted = []
    for part, story in zip(parts, pairs):
        tfidf = TfIdf([s for d in part.documents.values() for s in d.sentences.values()])
        weighted.append([tfidf(a, b) for a, b in story])
    return {**found, "tfidf": weighted}


def cut(name, parts, values):
    """Links at the best threshold for links; groups at the best for B³, of twenty that part the values evenly."""
    flat = [value for story in values for value in story]
    labels = [pair in part.right for part in parts for pair in part.pairs]
    at = threshold(flat, labels)
    right = {(n, pair) for n, part in enumerate(parts) for pair in part.right}
    linked = lambda limit: [[p for p, v in zip(part.pairs, story) if v >= limit] for part, story in zip(parts, values)]
    links = {(n, pair) for n, story in enumerate(linked(at)) for pair in story}
    figures = dict(zip((f"{name}.links.precision", f"{name}.links.recall", f"{name}.links.F1"), link_rates(right, links)))
    steps = sorted(set(flat))
    tried = [b3(name, parts, [components(p.elements, links) for p, links in zip(parts, linked(limit))])
             for limit in [steps[(len(steps) - 1) * k // 40] for k in range(20, 41)]]
    return {**figures, **max(tried, key=lambda x: x[f"{name}.B3.F1"])}


def explanation(name, parts, groups):
    notes = []
    for part, group in zip(parts, groups):
        found = part.links(group)
        for what, links in (("missed", part.right - found), ("wrong", found - part.right)):
            notes += [f"{name}, {what}: {part.text(a)}\n        {part.text(b)}" for a, b in sorted(links)]
    return notes
