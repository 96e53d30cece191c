"""Wire texts of the 1980s and 1990s (MUC-3 and MUC-4, CC0) as what is handed on, where they lie beside the other data.

They come in capitals; small letters are given to the words that a treebank knows in small letters. A dispatch has one wording of each fact, its
own, so there are no independent writers of it: such stories have one line.
"""
import functools, glob, gzip, os, re

from .grammar import Event, Fact


@functools.lru_cache(maxsize=None)
def vocabulary(data):
    """Words that are written small."""
    known = set()
    for path in sorted(glob.glob(os.path.join(data, "data", "ud-ewt", "*train*.conllu*"))):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
            for line in file:
                cells = line.split("\t")
                if len(cells) > 3 and cells[1].islower() and cells[3] != "PROPN": known.add(cells[1])
    return known


def cased(sentence, known):
    words = [w if not re.search(r"[A-Z]", w) else w.lower() if w.strip(".,;:()'\"").lower() in known else re.sub(r"(?<!\d)[A-Z]+", lambda m: m[0].capitalize(), w) for w in sentence.split()]
    return " ".join(words)


@functools.lru_cache(maxsize=None)
def events(data):
    """The dispatches that are neither short nor long, each as an event of facts that have one wording; none where the data are not."""
    found, known = [], vocabulary(data) if data else ()
    for path in sorted(glob.glob(os.path.join(data or "", "data", "muc34", "dev", "*.xhtml"))) if known else []:
        with open(path, encoding="utf-8", errors="replace") as file: page = file.read()
        text = " ".join(re.sub(r"<[^>]+>", " ", page.partition("<body>")[2]).split())
        text = re.sub(r"^.*?(--|\[TEXT\])", "", text)
        text = re.sub(r"\[[^\]]*\]|&\w+;", " ", text)
        sentences = [" ".join(s.split()) for s in re.split(r"(?<=[A-Z\d]{2}[.!?])\s+(?=[A-Z])", text)]
        sentences = [s for s in sentences if 5 <= len(s.split()) <= 60 and not re.search(r"[<>{}~|\[\]\"]", s)]
        if not 8 <= len(sentences) <= 26: continue
        shown = [cased(s, known).rstrip(".") for s in sentences]
        event = Event(f"dispatch {os.path.basename(path)[:-6]}", leads=[f"[f00: {shown[0]}]"], titles=[" ".join(shown[0].split()[:9]).rstrip(",;")])
        event.facts = {f"f{i:02}": Fact(f"f{i:02}", "background", [], [s]) for i, s in enumerate(shown[1:], 1)}
        found.append(event)
    return found
