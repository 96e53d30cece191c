"""Near-copies by Stemma and by MinHash tools of PyPI, in one run, scored as Scripts/evaluate nearcopies scores them.

    python Benchmarks/peers_nearcopies.py DIR [THRESHOLD]     # a corpus as Scripts/evaluate nearcopies takes it; datasketch, rensa, gaoya, those that are installed

Each tool makes a signature of 128 of a report's word 3-grams, asks its index for reports with a Jaccard index above THRESHOLD (.3, unless given) and adds
it; the pairs it names are counted as they are. The rate is by processor time of this process, from texts in memory, which are read before.
Stemma's is measured in the same way (stemma-benchmarks --flood --copies); its pairs are those within the groups of `stemma stories`. Each tool's last number
is how many times its rate Stemma has.
"""
import json, os, re, subprocess, sys, time

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
sys.path.insert(0, os.path.join(TOP, "Evaluation"))
import evaluate_nearcopies as evaluation  # noqa: E402

WORD = re.compile(r"\w+")
PERMUTATIONS, SEED = 128, 1


def shingles(text):
    words = WORD.findall(text.lower())
    return [" ".join(words[i:i + 3]) for i in range(max(1, len(words) - 2))]


def datasketch(texts, threshold):
    from datasketch import MinHash, MinHashLSH
    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    for number, text in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update_batch([s.encode() for s in shingles(text)])
        yield from ((other, number) for other in index.query(sketch))
        index.insert(number, sketch)


def rensa(texts, threshold):
    from rensa import RMinHash, RMinHashLSH
    index = RMinHashLSH(threshold=threshold, num_perm=PERMUTATIONS, num_bands=32)
    for number, text in enumerate(texts):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(shingles(text))
        yield from ((other, number) for other in index.query(sketch))
        index.insert(number, sketch)


def gaoya(texts, threshold):
    from gaoya.minhash import MinHashStringIndex
    index = MinHashStringIndex(hash_size=32, jaccard_threshold=threshold, num_bands=42, band_size=3, analyzer="word", lowercase=True, ngram_range=(3, 3))
    for number, text in enumerate(texts):
        yield from ((other, number) for other in index.query(text))
        index.insert_document(number, text)


def built(name):
    path = os.path.join(TOP, ".build", "release", name)
    if not os.path.exists(path): sys.exit(f"{name} is not built: swift build -c release --product {name}")
    return path


def stemma(corpus, folder):
    """Reports a second, of near-copies alone."""
    size = len(corpus.place)
    table = subprocess.run([built("stemma-benchmarks"), "--flood", str(size), folder, "--copies", "--json"], check=True, capture_output=True, text=True).stdout
    rate = next(row["value"] for row in json.loads(table) if row["name"] == f"near-copies, {size}")
    lines, _ = evaluation.run(built("stemma"), folder)
    pairs, sizes = evaluation.given(corpus, lines)
    figures, _ = evaluation.score(corpus, pairs, sizes)
    print(f"{'stemma':<12}{rate:8.0f} reports/s   P {figures['P']:.4f}   R {figures['R']:.4f}   pairs {len(pairs)}", flush=True)
    return rate


def main(folder, threshold):
    corpus = evaluation.Corpus(folder)
    with open(os.path.join(folder, "docs.jsonl"), encoding="utf-8") as file: texts = [json.loads(line)["text"] for line in file]
    ours = stemma(corpus, folder)
    for tool in (datasketch, rensa, gaoya):
        start = time.process_time()
        try:
            pairs = set(tool(texts, threshold))
        except ImportError:
            print(f"{tool.__name__:<12}not installed")
            continue
        seconds = time.process_time() - start
        figures, _ = evaluation.score(corpus, pairs, [])
        print(f"{tool.__name__:<12}{len(texts) / seconds:8.0f} reports/s   P {figures['P']:.4f}   R {figures['R']:.4f}   pairs {len(pairs)}"
              f"   {ours * seconds / len(texts):.1f} times", flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3): sys.exit(__doc__)
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) == 3 else .3)
