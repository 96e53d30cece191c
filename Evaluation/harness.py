"""What every evaluation needs: the program to measure, and the record of its figures."""
import argparse, csv, datetime, json, os, subprocess, sys

TOP = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
RECORDS = os.path.join(TOP, "Evaluation", "Records")


class Trouble(Exception):
    """What kept the evaluation from running, as a sentence."""


def binary(given):
    """The program to measure: the one given, else the release build, made anew when the sources are newer."""
    if given:
        if not os.access(given, os.X_OK) or os.path.isdir(given):
            raise Trouble(f"{given} is not a program that can be run (--stemma)")
        return os.path.abspath(given)
    path = os.path.join(TOP, ".build", "release", "stemma")
    sources = [os.path.join(place, name) for place, _, names in os.walk(os.path.join(TOP, "Sources")) for name in names]
    newest = max(map(os.path.getmtime, [*sources, os.path.join(TOP, "Package.swift")]), default=0)
    if not os.path.isfile(path) or os.path.getmtime(path) < newest:
        print("building stemma (release)…", file=sys.stderr)
        try:
            built = subprocess.run(["swift", "build", "-c", "release", "--product", "stemma"], cwd=TOP, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        except FileNotFoundError as error:
            raise Trouble("there is no swift to build stemma with; see Scripts/setup, or name a program with --stemma") from error
        if built.returncode:
            raise Trouble("swift build failed:\n" + built.stdout.decode("utf-8", "replace")[-2000:])
    return path


def commit():
    git = lambda *words: subprocess.run(["git", "-C", TOP, *words], capture_output=True, text=True).stdout.strip()
    try:
        name = git("rev-parse", "--short", "HEAD") or "unknown"
        return name + ("-changed" if git("status", "--porcelain", "--", "Sources", "Package.swift") else "")
    except FileNotFoundError:
        return "unknown"


def record(rows, folder=RECORDS, date=None, commit_=None):
    """Appends (story or set, figure, value) to <date>-<commit>.csv and says where; returns the path."""
    date = date or datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    commit_ = commit_ or commit()
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, f"{date}-{commit_}.csv")
    new = not os.path.exists(path)
    with open(path, "a", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        if new:
            out.writerow(("date", "commit", "story", "figure", "value"))
        out.writerows((date, commit_, name, figure, round(value, 6)) for name, figure, value in rows if value is not None)
    print(f"recorded in {os.path.relpath(path)}", file=sys.stderr)
    return path


def arguments(name, about, folder):
    """What every evaluation asks for: folders, the program, and how to show the result."""
    parser = argparse.ArgumentParser(prog=f"Scripts/evaluate {name}", description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="DIR", help=folder)
    parser.add_argument("--stemma", metavar="PATH", help="the program to measure; else .build/release/stemma, built when it is missing or old")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--explain", action="store_true", help="list what is not right")
    parser.add_argument("--no-record", action="store_true", help="write nothing under Evaluation/Records")
    return parser


def show(results, options):
    """Prints (set, figures, notes) as a table or as JSON, and records the figures."""
    if options.json:
        print(json.dumps([{"set": name, "figures": figures, **({"notes": notes} if options.explain else {})} for name, figures, notes in results],
                         ensure_ascii=False, indent=1))
    else:
        for name, figures, notes in results:
            print(name)
            for figure, value in figures.items():
                print(f"  {figure:<22}{value:>9}" if isinstance(value, int) else f"  {figure:<22}{value:>9.4f}")
            for note in notes if options.explain else []:
                print("    " + note)
    if not options.no_record:
        record([(name, figure, value) for name, figures, _ in results for figure, value in figures.items()])
