"""Who hangs from whom under one root: wire-like stars, and the shapes of published stemmata.

A shape is a list of (parent or None, hidden, second parent or None), parents before children; the first is the root.
"""
import json, os

STEMMATA = os.path.join("data", "openstemmata", "stemmata.json")


def star(rng, size, copies=.2):
    """Most draw on the dispatch itself, some on a copy of it."""
    shape = [(None, True, None)]
    for i in range(1, size + 1):
        shape.append((rng.randrange(1, i) if i > 1 and rng.random() < copies else 0, False, None))
    return shape


def published(data):
    """The shapes of published stemmata, where the data lie; else []."""
    path = os.path.join(data or "", STEMMATA)
    if not data or not os.path.isfile(path): return []
    with open(path, encoding="utf-8") as file:
        return [s for s in map(shaped, json.load(file)) if s]


def shaped(stemma):
    """A published stemma as a shape, from its most fruitful root; dashed edges are second parents."""
    children, second, indegree = {}, {}, {}
    for e in stemma["edges"]:
        if e.get("undirected"): continue
        if e.get("contamination") or e["c"] in indegree: second.setdefault(e["c"], e["p"])
        else:
            children.setdefault(e["p"], []).append(e["c"])
            indegree[e["c"]] = e["p"]
    hidden = {n["id"]: n["hidden"] for n in stemma["nodes"]}
    best = []
    for root in [n["id"] for n in stemma["nodes"] if n["id"] not in indegree]:
        order, stack, seen = [], [root], {root}
        while stack:
            node = stack.pop()
            order.append(node)
            for c in children.get(node, []):
                if c not in seen:
                    seen.add(c)
                    stack.append(c)
        if len(order) > len(best): best = order
    at = {node: i for i, node in enumerate(best)}
    # A second parent that comes later in this order would be a cycle in time: left out.
    return [(at.get(indegree.get(n)) if i else None, bool(hidden.get(n)), at[second[n]] if second.get(n) in at and at[second[n]] < i else None)
            for i, n in enumerate(best)] if len(best) > 2 else []


def chosen(rng, size, shapes):
    """A shape with about `size` texts that are given, from the published ones; a star where there is none."""
    fits = [s for s in shapes if size - 1 <= sum(not h for _, h, _ in s) <= size + 1]
    return rng.choice(fits) if fits else star(rng, size)
