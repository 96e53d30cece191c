"""Versions of one text whose order is known: chains of an encyclopedia's articles, and policies with their graph from a repository.

The texts are handed over under names that say nothing, without any date. Of policies a random half, the same one each time, is kept back
and the true graph contracted through it.

  parents       neighbours in the true graph that are neighbours in the stemma, whatever the direction: recall, precision, F1
  direction     true neighbours of which the earlier one stands above the later one in the stemma; `told`: of those where either stands above the other
  order         the same of all pairs in which one truly descends from the other

Beside them two that look at the texts only: `tree` is the minimum spanning tree of the distances of their word trigrams (its edges have no direction), and
`longer` takes the longer of two for the later. Copies of one text are given once.
"""
import collections, gzip, hashlib, json, os, random, tempfile

import evaluate_story
from derivation_measures import Descent
from derivation_stories import found_descent
from evaluate_overlap import grams, tokens
from harness import Trouble
from score_tools import harmonic, share


def chains(folder):
    """(name, [text], {(earlier, later)}) of each chain."""
    top = os.path.join(folder, "version_documents")
    for name in sorted(os.listdir(top)):
        place, texts = os.path.join(top, name), []
        for file in sorted((f for f in os.listdir(place) if f.split(".")[0].isdigit()), key=lambda f: int(f.split(".")[0])):
            with open(os.path.join(place, file), encoding="utf-8", errors="replace") as f: text = f.read()
            if text not in texts and len(text.split()) >= 10: texts.append(text)
        if len(texts) > 1: yield name, texts, {(i, i + 1) for i in range(len(texts) - 1)}


def families(folder):
    """The same of families of policies, with half of their versions hidden."""
    with gzip.open(os.path.join(folder, "families.jsonl.gz"), "rt", encoding="utf-8") as file:
        for line in file:
            f = json.loads(line)
            rng = random.Random(f"half|{f['family']}")
            order = [v["id"] for v in f["versions"]]
            kept = sorted(rng.sample(order, max(3, (len(order) + 1) // 2)), key=order.index) if len(order) > 3 else order
            text = {v["id"]: v["text"] for v in f["versions"]}
            first = {}
            for v in kept: first.setdefault(text[v], v)
            given = [v for v in kept if first[text[v]] == v]
            parents = collections.defaultdict(list)
            for p, c in f["edges"]:
                if p != c: parents[c].append((p, True))
            if len(given) > 1:
                edges = Descent(given, dict(parents)).contracted()
                yield f["family"], [text[v] for v in given], {(given.index(a), given.index(b)) for a, b in edges}


def descends(edges, size):
    """Pairs of which the second descends from the first."""
    below, found = collections.defaultdict(set), set()
    for a, b in edges: below[a].add(b)
    for start in range(size):
        stack, seen = [start], set()
        while stack:
            for b in below[stack.pop()]:
                if b not in seen:
                    seen.add(b)
                    stack.append(b)
        found |= {(start, b) for b in seen if b != start}
    return found


def compare(program, texts):
    """The descent that the dossier of the texts tells, its nodes being the texts' numbers."""
    with tempfile.TemporaryDirectory(prefix="versions-") as folder:
        at = {}
        for i, text in enumerate(texts):
            path = os.path.join(folder, hashlib.sha1(text.encode()).hexdigest()[:16] + ".txt")
            with open(path, "w", encoding="utf-8") as file: file.write(text)
            os.utime(path, (1e9, 1e9))
            at[os.path.basename(path)] = i
        dossier, seconds = evaluate_story.compare(program, sorted(os.path.join(folder, f) for f in at))
    key = {r["id"]: at[os.path.basename(r["source"])] for r in dossier["reports"]}
    return found_descent(dossier, key), seconds


def spanning_tree(texts):
    """Undirected edges of the minimum spanning tree of Jaccard distances of word trigrams."""
    own = [grams(tokens(t), 3) or {(t,)} for t in texts]
    near = lambda a, b: len(own[a] & own[b]) / max(1, len(own[a] | own[b]))
    inside, edges = {0}, set()
    while len(inside) < len(texts):
        _, a, b = max((near(a, b), -a, -b) for a in inside for b in range(len(texts)) if b not in inside)
        edges.add(frozenset((-a, -b)))
        inside.add(-b)
    return edges


def score(program, folder, options):
    """(figures, notes) of a folder with chains or with families."""
    sets = families(folder) if os.path.isfile(os.path.join(folder, "families.jsonl.gz")) else chains(folder)
    sets = list(sets)
    if options.sample and options.sample < len(sets): sets = random.Random(0).sample(sets, options.sample)
    n, notes = collections.Counter(), []
    for name, texts, edges in sets:
        try:
            found, seconds = compare(program, texts)
        except Trouble as trouble:
            raise Trouble(f"{name}: {trouble}") from trouble
        said = found.contracted()
        above = descends(said, len(texts))
        true, neighbours = {frozenset(e) for e in edges}, {frozenset(e) for e in said}
        tree = spanning_tree(texts)
        n["seconds"] += seconds
        n["sets"], n["texts"] = n["sets"] + 1, n["texts"] + len(texts)
        n["true"], n["found"], n["right"] = n["true"] + len(true), n["found"] + len(neighbours), n["right"] + len(true & neighbours)
        n["tree"], n["treeRight"] = n["tree"] + len(tree), n["treeRight"] + len(tree & true)
        size = [len(t.split()) for t in texts]
        for kind, pairs in (("direction", edges), ("order", descends(edges, len(texts)))):
            for a, b in pairs:
                n[kind] += 1
                n[kind, "right"] += (a, b) in above
                n[kind, "told"] += (a, b) in above or (b, a) in above
                n[kind, "longer"] += (size[b] > size[a]) + .5 * (size[b] == size[a])
        bad = sorted((a, b) for a, b in edges if (b, a) in above)
        if bad: notes.append(f"{name}: turned round: " + ", ".join(f"{a}→{b}" for a, b in bad))
        missing = sorted(tuple(sorted(p)) for p in true - neighbours)
        if missing: notes.append(f"{name}: no neighbours: " + ", ".join(f"{a}–{b}" for a, b in missing))
    recall, precision = share(n["right"], n["true"], 0.0), share(n["right"], n["found"], 0.0)
    figures = {"parents.recall": recall, "parents.precision": precision, "parents.f1": harmonic(precision, recall), "parents, tree": share(n["treeRight"], n["tree"])}
    for kind in ("direction", "order"):
        figures.update({kind: share(n[kind, "right"], n[kind]), f"{kind}.told": share(n[kind, "told"], n[kind]),
                        f"{kind}.rightOfTold": share(n[kind, "right"], n[kind, "told"]), f"{kind}, longer": share(n[kind, "longer"], n[kind])})
    figures.update({"sets": n["sets"], "texts": n["texts"], "seconds": n["seconds"]})
    return {k: v for k, v in figures.items() if v is not None}, notes
