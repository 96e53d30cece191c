#!/usr/bin/env python3
"""Makes simulated stories: folders of reports with their truth (Evaluation/traditions).

    python3 Evaluation/make_traditions.py --condition clean --stories 10 --first-seed 1000 OUT_DIR
    python3 Evaluation/make_traditions.py --condition noise --data "$STEMMA_DATA" OUT_DIR

Each story is OUT_DIR/CONDITION-SEED with reports/*.txt and truth.json (schema stemma-gold-seeds/1, with the descent itself beside it
under `tradition`), as `Scripts/evaluate story` reads it. The same seed and condition make the same bytes. With --data (or STEMMA_DATA), some
descents have the shapes of published stemmata; without, all are star-like.
"""
import argparse, json, os, shutil, sys

from traditions import dispatches, stories, truths


def write(story, folder):
    truth, texts = truths.written(story)
    shutil.rmtree(os.path.join(folder, "reports"), ignore_errors=True)
    os.makedirs(os.path.join(folder, "reports"))
    for name, data in texts.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    with open(os.path.join(folder, "truth.json"), "w", encoding="utf-8") as file:
        json.dump(truth, file, ensure_ascii=False, indent=1)
        file.write("\n")


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", metavar="OUT_DIR")
    parser.add_argument("--condition", choices=stories.CONDITIONS, default="clean")
    parser.add_argument("--stories", type=int, default=10)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--reports", type=int, help="reports of a story; else drawn")
    parser.add_argument("--matter", choices=("events", "dispatches"), default="events", help="our own events, or the old dispatches of data/muc34: copies of one line")
    parser.add_argument("--data", default=os.environ.get("STEMMA_DATA"), help="folder with data/openstemmata, data/muc34 and data/ud-ewt")
    options = parser.parse_args(arguments)
    if options.matter == "dispatches" and not dispatches.events(options.data):
        parser.error("--matter dispatches needs --data (or STEMMA_DATA): a folder with data/muc34 and data/ud-ewt")
    for seed in range(options.first_seed, options.first_seed + options.stories):
        write(stories.made(seed, options.condition, options.reports, options.data, matter=options.matter), os.path.join(options.out, f"{options.condition}-{seed}"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
