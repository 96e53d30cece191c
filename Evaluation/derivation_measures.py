"""How well a stemma is found, given who truly drew on whom: measures on descents, whatever they were made from.

A Descent has the reports that are given (`given`) and, for every text, its parents as (parent, main): one main parent at most, the others gave
a block. Texts that are not given are lost ones. `confidence` holds the probability of an edge where there is one.
"""
import collections
from dataclasses import dataclass, field
from itertools import combinations

from score_tools import harmonic, share


@dataclass
class Descent:
    given: list
    parents: dict = field(default_factory=dict)          # child -> [(parent, main)]
    confidence: dict = field(default_factory=dict)       # (parent, child) -> probability
    families: list = field(default_factory=list)         # ({reports}, probability)

    def main(self, node):
        return next((p for p, main in self.parents.get(node, ()) if main), None)

    def nodes(self):
        return sorted({*self.given, *self.parents, *(p for ps in self.parents.values() for p, _ in ps)})

    def root(self, node):
        seen = set()
        while self.main(node) is not None and node not in seen:
            seen.add(node)
            node = self.main(node)
        return node

    def contracted(self, second=True):
        """Edges between given reports, lost texts between them left out."""
        found, given = set(), set(self.given)
        for child in self.given:
            stack, seen = [p for p, main in self.parents.get(child, ()) if main or second], set()
            while stack:
                node = stack.pop()
                if node in given: found.add((node, child))
                elif node not in seen:
                    seen.add(node)
                    stack += [p for p, main in self.parents.get(node, ()) if main or second]
        return {(a, b) for a, b in found if a != b}

    def nearest(self, node):
        """The nearest given text above by main parents, or None."""
        seen, given = {node}, set(self.given)
        node = self.main(node)
        while node is not None and node not in given and node not in seen:
            seen.add(node)
            node = self.main(node)
        return node if node in given else None

    def lost_top(self, node):
        """The topmost of the lost texts right above, no given one between; None where it hangs from none."""
        given, top, at, seen = set(self.given), None, self.main(node), {node}
        while at is not None and at not in given and at not in seen:
            seen.add(at)
            top, at = at, self.main(at)
        return top

    def above(self, node):
        """{text above or the node itself: greatest product of the probabilities on the way}"""
        found, stack = {node: 1.0}, [node]
        while stack:
            here = stack.pop()
            for parent, _ in self.parents.get(here, ()):
                p = found[here] * self.confidence.get((parent, here), 1.0)
                if p > found.get(parent, 0):
                    found[parent] = p
                    stack.append(parent)
        return found

    def distances(self):
        """Edges between any two given reports in the tree of main parents; unconnected ones are infinitely far."""
        near = collections.defaultdict(set)
        for child in self.nodes():
            parent = self.main(child)
            if parent is not None and parent != child:
                near[child].add(parent)
                near[parent].add(child)
        found = {}
        for start in self.given:
            at, ring = {start: 0}, [start]
            while ring:
                step = at[ring[0]] + 1
                ring = sorted({b for a in ring for b in near[a]} - at.keys())
                at.update(dict.fromkeys(ring, step))
            for b in self.given: found[start, b] = at.get(b, float("inf"))
        return found


def together(descent, a, b):
    """The probability that two reports have a text above both: by their family, or along the best way through the stemma."""
    up, other = descent.above(a), descent.above(b)
    way = max((up[c] * other[c] for c in up.keys() & other.keys()), default=0.0)
    return max([way, *(p for family, p in descent.families if {a, b} <= family)])


def average_precision(scored):
    """The area under precision and recall of [(score, truth)]; items of one score count as one step."""
    total, hit, seen, area = sum(t for _, t in scored), 0, 0, 0.0
    if not total: return None
    groups = collections.defaultdict(list)
    for score, truth in scored: groups[score].append(truth)
    for score in sorted(groups, reverse=True):
        right = sum(groups[score])
        hit, seen = hit + right, seen + len(groups[score])
        area += right / total * hit / seen
    return area


def sign_distance(true, found):
    """The average sign distance of the computer-assisted stemmatology challenge (Roos and Heikkilä, Literary and Linguistic Computing 2009), as a
    likeness: over triples A, B, C of given reports, whether A is nearer to B or to C in both trees (1), in one only (half) or the other way
    round (0). That two trees of a forest are infinitely far from each other is ours: theirs are connected."""
    d, e = true.distances(), found.distances()
    far = float("inf")
    sign = lambda x, y: (x > y) - (x < y)
    rows = [1 - abs(sign(d[a, b], d[a, c]) - sign(e.get((a, b), far), e.get((a, c), far))) / 2 for a in true.given for b, c in combinations([x for x in true.given if x != a], 2)]
    return share(sum(rows), len(rows))


def calibration(judged, bins=10):
    """Expected calibration error of [(probability, right)]: the mean gap between the two in ten bins of equal width, by size."""
    if not judged: return None
    cells = collections.defaultdict(list)
    for p, right in judged: cells[min(bins - 1, int(p * bins))].append((p, right))
    return sum(abs(sum(p for p, _ in c) - sum(r for _, r in c)) for c in cells.values()) / len(judged)


def judged_edges(true, found):
    """(probability, right) of every edge that was found. One from a lost text is right when its child truly hangs from a lost text; a second
    parent that is lost is not judged: what a line has from a release or from a medium that is not here is no part of the descent."""
    given, edges, judged = set(found.given), true.contracted(), []
    for child in found.given:
        for parent, main in found.parents.get(child, ()):
            if not main and parent not in given: continue
            right = (parent, child) in edges if parent in given else true.main(child) is not None and true.main(child) not in given
            judged.append((found.confidence.get((parent, child), 1.0), bool(right)))
    return judged


def risk_coverage(judged):
    """(area under risk over coverage, {coverage: risk}) of [(width, wrong)], the narrowest ranges first; among equals, their mean risk."""
    if not judged: return None, {}
    groups, curve, seen, wrong = collections.defaultdict(list), [], 0, 0.0
    for width, bad in judged: groups[width].append(bad)
    for width in sorted(groups):
        rate = sum(groups[width]) / len(groups[width])
        for _ in groups[width]:
            seen, wrong = seen + 1, wrong + rate
            curve.append(wrong / seen)
    at = lambda c: curve[max(0, min(len(curve) - 1, round(c * len(curve)) - 1))]
    return sum(curve) / len(curve), {c: at(c) for c in (.5, .8, 1.0)}


@dataclass
class Tally:
    """The measures of descents, added up over stories."""
    counts: collections.Counter = field(default_factory=collections.Counter)
    pairs: list = field(default_factory=list)
    edges: list = field(default_factory=list)
    signs: list = field(default_factory=list)

    def add(self, true, found, score=together, unjudged=()):
        """A story. `unjudged` pairs are related by a second parent only."""
        n = self.counts
        t, f = true.contracted(), found.contracted()
        n["edges"], n["found"], n["right"] = n["edges"] + len(t), n["found"] + len(f), n["right"] + len(t & f)
        n["undirected"] += len({frozenset(e) for e in t} & {frozenset(e) for e in f})
        for r in true.given:
            n["reports"] += 1
            n["ancestor"] += true.nearest(r) == found.nearest(r)
        for a, b in combinations(true.given, 2):
            if frozenset((a, b)) in unjudged: continue
            kin = true.root(a) == true.root(b)
            self.pairs.append((score(found, a, b), kin))
            s, g = true.lost_top(a), found.lost_top(a)
            sib, got = s is not None and s == true.lost_top(b), g is not None and g == found.lost_top(b)
            n["siblings"], n["foundSiblings"], n["rightSiblings"] = n["siblings"] + sib, n["foundSiblings"] + got, n["rightSiblings"] + (sib and got)
        self.edges += judged_edges(true, found)
        self.signs.append(sign_distance(true, found))

    def figures(self):
        n = self.counts
        f1 = lambda right, found, true: None if not found and not true else harmonic(share(right, found, 0.0), share(right, true, 0.0))
        signs = [s for s in self.signs if s is not None]
        return {"pairs.ap": average_precision(self.pairs), "pairs.kin": share(sum(t for _, t in self.pairs), len(self.pairs)),
                "edges.precision": share(n["right"], n["found"]), "edges.recall": share(n["right"], n["edges"]), "edges.f1": f1(n["right"], n["found"], n["edges"]),
                "ancestor": share(n["ancestor"], n["reports"]), "siblings.f1": f1(n["rightSiblings"], n["foundSiblings"], n["siblings"]),
                "signs": share(sum(signs), len(signs)), "edges.calibration": calibration(self.edges)}
