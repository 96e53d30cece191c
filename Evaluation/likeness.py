"""What knows nothing but words: two likenesses of texts to hold Stemma's against, and how well a likeness ranks."""
import collections, math, re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def words(text):
    return [word.lower() for word in WORD.findall(text)]


def dice(a, b):
    """Word overlap: distinct words in both, twice, of all distinct words of each."""
    a, b = set(words(a)), set(words(b))
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


class TfIdf:
    """Cosine of word vectors, each count weighted by ln((1 + n) / (1 + texts that have the word)) + 1."""

    def __init__(self, texts):
        texts = list(dict.fromkeys(texts))
        found = collections.Counter(word for text in texts for word in set(words(text)))
        self.idf = {word: math.log((1 + len(texts)) / (1 + count)) + 1 for word, count in found.items()}
        self.none = math.log(1 + len(texts)) + 1
        self.vectors = {}

    def vector(self, text):
        if text not in self.vectors:
            counts = collections.Counter(words(text))
            vector = {word: count * self.idf.get(word, self.none) for word, count in counts.items()}
            norm = math.sqrt(sum(x * x for x in vector.values())) or 1.0
            self.vectors[text] = {word: x / norm for word, x in vector.items()}
        return self.vectors[text]

    def __call__(self, a, b):
        a, b = self.vector(a), self.vector(b)
        if len(b) < len(a): a, b = b, a
        return sum(x * b.get(word, 0.0) for word, x in a.items())


# ---- how well a likeness tells what is alike

def ranks(values):
    """From 1; what is equal shares the mean of its places."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found, at = [0.0] * len(values), 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]: end += 1
        for place in order[at:end]: found[place] = (at + end + 1) / 2
        at = end
    return found


def pearson(x, y):
    mx, my = sum(x) / len(x), sum(y) / len(y)
    covariance = sum((a - mx) * (b - my) for a, b in zip(x, y))
    spread = math.sqrt(sum((a - mx) ** 2 for a in x) * sum((b - my) ** 2 for b in y))
    return covariance / spread if spread else 0.0


def spearman(x, y):
    return pearson(ranks(x), ranks(y))


def auc(values, labels):
    """The chance that a pair that is alike stands above one that is not; equal values count half."""
    positive = sum(labels)
    if not positive or positive == len(labels): return None
    above = sum(rank for rank, label in zip(ranks(values), labels) if label) - positive * (positive + 1) / 2
    return above / (positive * (len(labels) - positive))


def average_precision(values, labels):
    """Mean of the precision at each threshold, weighted by the recall it adds; equal values are one threshold."""
    groups = collections.defaultdict(lambda: [0, 0])
    for value, label in zip(values, labels):
        groups[value][0] += 1
        groups[value][1] += bool(label)
    seen = hits = total = 0
    for _, (count, right) in sorted(groups.items(), reverse=True):
        seen, hits = seen + count, hits + right
        total += right * hits / seen
    return total / hits if hits else None


def threshold(values, labels, measure="f1"):
    """Where to cut for the best F1, or the best accuracy: the least value that counts as alike."""
    positive, best = sum(map(bool, labels)), (-1.0, math.inf)
    groups = collections.defaultdict(lambda: [0, 0])
    for value, label in zip(values, labels):
        groups[value][0] += 1
        groups[value][1] += bool(label)
    seen = hits = 0
    for value, (count, right) in sorted(groups.items(), reverse=True):
        seen, hits = seen + count, hits + right
        score = 2 * hits / (seen + positive) if measure == "f1" else (hits + len(labels) - positive - (seen - hits)) / len(labels)
        if score > best[0]: best = (score, value)
    return best[1]


def accuracy_and_f1(values, labels, cut):
    hits = sum(value >= cut and bool(label) for value, label in zip(values, labels))
    found, positive = sum(value >= cut for value in values), sum(map(bool, labels))
    right = hits + len(labels) - positive - (found - hits)
    return right / len(labels), 2 * hits / (found + positive) if found + positive else 1.0
