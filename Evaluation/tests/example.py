"""The example story and the dossier that a perfect reader would write of it: what these tests are made with."""
import json, os, sys

HERE = os.path.dirname(os.path.abspath(__file__))
for place in (HERE, os.path.join(HERE, "..")):
    if place not in sys.path:
        sys.path.insert(0, place)

import check_dossier
from perfect_dossier import perfect
from score_tools import gold_texts

STORY = os.path.normpath(os.path.join(HERE, "..", "..", "Examples", "karsund-lock"))
TRUTH = json.loads(check_dossier.read(os.path.join(STORY, "truth.json")))
TEXTS = gold_texts(TRUTH, [STORY])
PERFECT = perfect(TRUTH, TEXTS)
SIGLA = {r["id"]: k for r in PERFECT["reports"] for k, f in TRUTH["files"].items() if f["file"] == r["source"]}
