#!/usr/bin/env python3
"""Answers an exam of abstract traditions: tables of readings in, who drew on whom and the lines of each claim out.

    Scripts/evaluate traditions EXAM.jsonl > answers.jsonl

An exam's line is a story: {"story": 7, "claims": {"c3": {"quoted": true}}, "reports": [{"id": "r4", "time": 2.31, "readings":
{"c3": 17}}]}, `time` in hours or null. Its answer is the line that `stemma stage trace` gives for it: {"story": 7, "parents":
{"r4": "r1"}, "confidence": {"r4": 0.9}, "lines": {"c3": {"least": 1, "best": 1, "most": 2}}, …}. It is the same inference that
derives from a collation. Nothing is scored here: whoever made the exam has the truth.
"""
import argparse, json, os, subprocess, sys

from harness import Trouble, binary


def fault(line):
    """What keeps a line from being a story, as the end of a sentence; else None."""
    try:
        story = json.loads(line)
    except ValueError as error:
        return f"is no JSON: {error}"
    if not isinstance(story, dict): return "is no object"
    if not isinstance(story.get("reports"), list): return "has no list of reports"
    known = story.get("claims", {})
    if not isinstance(known, dict) or not all(isinstance(claim, dict) for claim in known.values()): return "has claims that are no objects"
    seen = set()
    for at, report in enumerate(story["reports"], 1):
        if not isinstance(report, dict) or not isinstance(report.get("id"), str): return f"has a report without an id, number {at}"
        name = report["id"]
        if name in seen: return f"has two reports {name!r}"
        seen.add(name)
        readings = report.get("readings")
        if not isinstance(readings, dict) or not all(isinstance(x, int) and not isinstance(x, bool) for x in readings.values()):
            return f"has a report whose readings are no object of whole numbers, {name!r}"
        if not isinstance(report.get("time"), (int, float, type(None))) or isinstance(report.get("time"), bool):
            return f"has a report whose time is no number of hours, {name!r}"
    return None


def stories(path):
    """The lines that are stories; the others are named on standard error."""
    with sys.stdin if path == "-" else open(path, encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip(): continue
            wrong = fault(line)
            if wrong: print(f"Scripts/evaluate traditions: {path}, line {number} {wrong}; it was passed over", file=sys.stderr)
            else: yield line.strip()


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="Scripts/evaluate traditions", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("exam", metavar="EXAM.jsonl", help="the stories; - for standard input")
    parser.add_argument("--stemma", metavar="PATH", help="the program to ask; else .build/release/stemma, built when it is missing or old")
    options = parser.parse_args(arguments)
    try:
        program = binary(options.stemma)
        try:
            asked = list(stories(options.exam))
        except OSError as error:
            raise Trouble(f"{options.exam} cannot be read: {error.strerror}") from error
        if not asked: raise Trouble(f"there is no story in {options.exam}")
        done = subprocess.run([program, "stage", "trace", "--quiet"], input="\n".join(asked).encode() + b"\n", stdout=subprocess.PIPE)
        if done.returncode: raise Trouble(f"stemma stage trace ended with status {done.returncode}")
        answers = done.stdout.decode("utf-8", "replace").splitlines()
        if len(answers) != len(asked): raise Trouble(f"stemma stage trace answered {len(answers)} of {len(asked)} stories")
    except Trouble as trouble:
        print(f"Scripts/evaluate traditions: {trouble}", file=sys.stderr)
        return 2
    try:
        for answer in answers: print(answer)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
