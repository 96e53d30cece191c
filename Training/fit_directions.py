#!/usr/bin/env python3
"""Fits Sources/StemmaDerive/Direction/DirectionWeights+Fitted.swift: prints the weights and what they are worth on families held out.

    python3 Training/fit_directions.py --train .build/release/stemma-train --versions DIR --policies FILE.jsonl.gz --stories DIR

DIR of --versions has version_documents/ARTICLE/0.txt, 1.txt … in order of time; of policies, families of versions with their edges, a
random half is hidden and the graph contracted through it, three times over, each counting a third; --stories has folders as
Evaluation/make_traditions.py writes them. No text and no name of them goes into the weights.
"""
import argparse, collections, gzip, json, math, os, random, subprocess, sys, tempfile

NEWS = ["greaterNumber", "usualSpelling", "leansOnMissing", "cueRate", "numberRate", "quotationRate", "doubtRate"]   # none of size
STEPS = ["attribution", "comparator", "figure", "quoteAltered", "dangling"]
PENALTY = {"versions": 20.0, "news": 10.0, "near": 1.0, "direct": 1.0}
FOLDS = 10


def versions(folder):
    top = os.path.join(folder, "version_documents")
    for name in sorted(os.listdir(top)):
        place, texts = os.path.join(top, name), []
        if not os.path.isdir(place): continue
        for file in sorted((f for f in os.listdir(place) if f.split(".")[0].isdigit()), key=lambda f: int(f.split(".")[0])):
            with open(os.path.join(place, file), encoding="utf-8", errors="replace") as f: text = f.read()
            if text not in texts: texts.append(text)
        if len(texts) > 1: yield name, texts, {(i, i + 1) for i in range(len(texts) - 1)}, 1.0


def policies(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            family = json.loads(line)
            ids, text = [v["id"] for v in family["versions"]], {v["id"]: v["text"] for v in family["versions"]}
            for seed in range(3):
                hidden = set(random.Random(f"{family['family']}/{seed}").sample(ids, len(ids) // 2))
                parents, children = collections.defaultdict(set), collections.defaultdict(set)
                for p, c in family["edges"]: parents[c].add(p); children[p].add(c)
                for h in ids:
                    if h not in hidden: continue
                    for p in parents[h]: children[p].discard(h); children[p] |= children[h]
                    for c in children[h]: parents[c].discard(h); parents[c] |= parents[h]
                    parents[h] = children[h] = set()
                first = {}
                for v in ids:
                    if v not in hidden: first.setdefault(text[v], len(first))
                edges = {(first[text[p]], first[text[c]]) for c in ids if c not in hidden for p in parents[c] if text[p] != text[c]}
                if len(first) > 1: yield family["family"], list(first), edges, 1 / 3


def stories(folder):
    """(name, files, groups, {(a, b): relation}) with 1 for a made b, -1 the other way, 2 and -2 through reports between, 0 for neither."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, "truth.json")
        if not os.path.isfile(path): continue
        with open(path, encoding="utf-8") as file: truth = json.load(file)
        ids = sorted(truth["files"])
        hidden = {n["id"] for n in truth["tradition"]["nodes"] if n["hidden"]}
        line = {n["id"]: n["line"] for n in truth["tradition"]["nodes"]}
        parent = {e["child"]: e["parent"] for e in truth["tradition"]["edges"] if e["main"]}

        def above(x):
            found = []
            while x in parent:
                x = parent[x]
                if x not in hidden: found.append(x)
            return found

        groups = [[i for i, x in enumerate(ids) if line[x] == l] for l in sorted(set(line.values()))]
        relation = {}
        for i, a in enumerate(ids):
            for j, b in enumerate(ids):
                if i == j: continue
                up, down = above(b), above(a)
                relation[i, j] = (1 if up[:1] == [a] else 2 if a in up else -1 if down[:1] == [b] else -2 if b in down else 0)
        yield name, [os.path.join(folder, name, truth["files"][x]["file"]) for x in ids], [g for g in groups if len(g) > 1], relation


def samples(program, lines):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for line in lines: file.write(json.dumps(line) + "\n")
        file.flush()
        out = subprocess.run([program, "--directions", file.name], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout.splitlines()
    return json.loads(out[0]), [json.loads(line)["pairs"] for line in out[1:]]


def solve(matrix, vector):
    """Gaussian elimination with partial pivoting."""
    n = len(vector)
    rows = [row[:] + [value] for row, value in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            factor = rows[r][i] / rows[i][i]
            if factor:
                for c in range(i, n + 1): rows[r][c] -= factor * rows[i][c]
    found = [0.0] * n
    for i in reversed(range(n)): found[i] = (rows[i][n] - sum(rows[i][c] * found[c] for c in range(i + 1, n))) / rows[i][i]
    return found


def odds(weights, features): return sum(w * x for w, x in zip(weights, features))
def probability(x): return 1 / (1 + math.exp(-max(-500.0, min(500.0, x))))


def fitted(data, penalty, rounds=12):
    """Logistic regression without a constant, by Newton's method. `data`: (features, outcome, weight); an outcome of None is a pair of which the
    features say "yes" and their negatives "no"."""
    n = len(data[0][0])
    weights = [0.0] * n
    for _ in range(rounds):
        slope, bend = [-penalty * w for w in weights], [[penalty if i == j else 0.0 for j in range(n)] for i in range(n)]
        for x, y, weight in data:
            p = probability(odds(weights, x))
            off, spread = ((1.0 if y is None else y) - p) * weight, p * (1 - p) * weight
            live = [i for i in range(n) if x[i]]
            for i in live:
                slope[i] += off * x[i]
                part, row = spread * x[i], bend[i]
                for j in live: row[j] += part * x[j]
        weights = [w + d for w, d in zip(weights, solve(bend, slope))]
    return weights


def calibration_error(pairs, bins=10):
    pairs = sorted(pairs)
    cut = [pairs[len(pairs) * b // bins: len(pairs) * (b + 1) // bins] for b in range(bins)]
    return sum(abs(sum(p for p, _ in c) - sum(y for _, y in c)) for c in cut) / max(1, len(pairs))


def report(name, data, folds, penalty):
    """Prints held-out figures; gives the weights of all."""
    right, told = 0.0, []
    for fold in range(FOLDS):
        weights = fitted([d for d, f in zip(data, folds) if f != fold], penalty)
        for (x, y, weight), f in zip(data, folds):
            if f != fold: continue
            z = odds(weights, x)
            if y is None:
                right += (z > 0) + .5 * (z == 0)
                told.append((probability(abs(z)), z > 0))
            else:
                right += (z > 0) == bool(y)
                told.append((probability(z), y))
    print(f"{name}: {len(data)} pairs, held out right {right / len(data):.3f}, calibration error {calibration_error(told):.3f}")
    return fitted(data, penalty)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("train", "versions", "policies", "stories"): parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    fold_of = {}

    def fold(name):
        return fold_of.setdefault(name, random.Random(name).randrange(FOLDS))

    families = list(versions(options.versions)) + list(policies(options.policies))
    names, found = samples(options.train, [{"family": f[0], "texts": f[1]} for f in families])
    age, age_folds, near, near_folds = [], [], [], []
    for (name, _, edges, weight), pairs in zip(families, found):
        for pair in pairs:
            a, b = pair["a"], pair["b"]
            near.append((pair["near"], float((a, b) in edges or (b, a) in edges), weight)); near_folds.append(fold(name))
            if (a, b) in edges: age.append((pair["signs"], None, weight)); age_folds.append(fold(name))
            elif (b, a) in edges: age.append(([-x for x in pair["signs"]], None, weight)); age_folds.append(fold(name))
    told = list(stories(options.stories))
    _, found = samples(options.train, [{"family": s[0], "files": s[1], "groups": s[2]} for s in told])
    news, news_folds, direct, direct_folds = [], [], [], []
    for (name, _, _, relation), pairs in zip(told, found):
        seed = name.split("-")[-1]
        for pair in pairs:
            how = relation[pair["a"], pair["b"]]
            direct.append((pair["direct"], float(abs(how) == 1), 1.0)); direct_folds.append(fold(seed))
            if how:
                x = [pair["signs"][names["signs"].index(n)] for n in NEWS] + [max(-3, min(3, pair["steps"][names["steps"].index(n)])) for n in STEPS]
                news.append(([v if how > 0 else -v for v in x], None, 1.0)); news_folds.append(fold(seed))
    shown = lambda labels, weights: ", ".join(f".{n}: {w:.3f}" for n, w in zip(labels, weights))
    print("versions:", shown(names["signs"], report("direction of versions", age, age_folds, PENALTY["versions"])))
    print("news and steps:", shown(NEWS + STEPS, report("direction of news", news, news_folds, PENALTY["news"])))
    print("near:", [round(w, 3) for w in report("neighbours among versions", near, near_folds, PENALTY["near"])])
    print("direct:", [round(w, 3) for w in report("parent and child in news", direct, direct_folds, PENALTY["direct"])])
    return 0


if __name__ == "__main__":
    sys.exit(main())
