"""Stories with their hand-made truth: the figures of `Scripts/evaluate story` that are the collation's."""
import check_dossier
import evaluate_story

SHOWN = ("quotes.grouping", "figures.grouping", "figures.mustNotMerge", "claims.alignment", "claims.presence", "claims.relation", "divergences",
         "divergences.recall.high")


def score(program, folder, options):
    figures, notes = {}, []
    for name, truth, paths in evaluate_story.stories(folder):
        if name.endswith(", masked"): continue                 # the same text but for its credits
        texts = {key: check_dossier.read(path) for key, path in paths.items()}
        dossier, seconds = evaluate_story.compare(program, list(paths.values()))
        result = evaluate_story.evaluate(name, truth, texts, dossier, seconds)
        chosen = {key: value for key, value in result["figures"].items() if key.startswith(SHOWN) and not key.endswith("unscored")}
        figures.update({**chosen, "seconds": seconds})
        notes += [note for section in ("claims", "divergences", "quotes", "figures") for note in result["notes"].get(section, [])]
    return figures, notes
