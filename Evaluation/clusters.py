"""How well links between elements, and groups of elements, meet those of the truth."""
import collections


def link_rates(right, found):
    """Precision, recall and F1 of a set of pairs."""
    hits = len(right & found)
    precision, recall = hits / len(found) if found else 1.0 if not right else 0.0, hits / len(right) if right else 1.0
    return precision, recall, f1(precision, recall)


def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(elements, truth, found):
    """Sums over the elements of the precision and of the recall of extended B³ (Amigó, Gonzalo, Artiles, Verdejo 2009,
    "A comparison of extrinsic clustering evaluation metrics based on formal constraints"), which lets an element be in
    several groups. For each element e and each e' that shares a group with it, e itself among them, precision is
    min(groups of the system that have both, groups of the truth that have both) / groups of the system that have both,
    averaged over those e'; recall the same with the parts exchanged. What is in no group is in one of its own.

    `truth` and `found` are lists of sets of elements."""
    elements = set(elements)
    theirs, ours = memberships(elements, truth), memberships(elements, found)
    precision = recall = 0.0
    for element in elements:
        a, b = fellows(element, ours), fellows(element, theirs)
        precision += sum(min(count, b.get(other, 0)) / count for other, count in a.items()) / len(a)
        recall += sum(min(count, a.get(other, 0)) / count for other, count in b.items()) / len(b)
    return precision, recall


def memberships(elements, groups):
    """(the groups of each element, the elements of each group), with the lonely in groups of their own."""
    groups = [group & elements for group in map(set, groups)]
    of = collections.defaultdict(list)
    for number, group in enumerate(groups):
        for element in group: of[element].append(number)
    for element in elements - of.keys():
        of[element].append(len(groups))
        groups.append({element})
    return of, groups


def fellows(element, memberships):
    of, groups = memberships
    return collections.Counter(other for number in of[element] for other in groups[number])


def components(elements, links):
    """The groups that links make when whoever is linked is of one group."""
    parent = {element: element for element in elements}

    def root(x):
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for a, b in links: parent[root(a)] = root(b)
    groups = collections.defaultdict(set)
    for element in elements: groups[root(element)].add(element)
    return list(groups.values())
