"""What score_story.py is made with: the gold's words and their counterparts in the contract, spans, the score sheet."""
import os, re, sys
from collections import defaultdict
from itertools import accumulate

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import check_dossier

# ---- vocabularies of the gold, mapped to the contract's

FORMS = {"direct": "direct", "direct (edited)": "direct", "direct (retranslated)": "direct", "partial direct": "partial",
         "scare/partial": "partial", "pseudo-direct": "direct partial", "indirect": "indirect", "narrated": "indirect"}
COMPARATORS = {None: "equal", "=": "equal", "reached": "equal atLeast", ">": "moreThan", "<": "lessThan", "~": "about",
               "~<": "almost", ">=": "atLeast", "<=": "atMost", "record": "record"}
UNITS = {"%": "percent", "per cent": "percent", "us$": "usd", "$": "usd", "dollar": "usd", "dollars": "usd"}
LENGTHS = {"mm": 1e-6, "cm": 1e-5, "m": 1e-3, "metre": 1e-3, "meter": 1e-3, "km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "mile": 1.609344,
           "mi": 1.609344, "foot": 3.048e-4, "feet": 3.048e-4, "ft": 3.048e-4}
TIME_UNITS = {"second", "seconds", "minute", "minutes", "local time", "time", "date", "day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "hour", "hours"}
FAMILIES = {"quantity": "figure period date comparator unit", "attribution": "attribution addressee anonymized dangling",
            "wording": "hedge intensity wording quoteAltered pseudoQuote", "contradiction": "contradiction",
            "addition": "addition", "omission": "omission"}
FAMILY = {kind: family for family, kinds in FAMILIES.items() for kind in kinds.split()}
# gold kind -> the contract's kind, and the families in which it may be reported
DIVERGENCES = {
    "attribution:addressee": ("addressee", "attribution"), "named expert anonymised": ("anonymized", "attribution"),
    "dangling reference": ("dangling", "attribution"), "attribution dropped": ("attribution", "attribution omission"),
    "credit masking": ("attribution", "attribution"), "blurred speaker": ("attribution", "attribution"),
    "expert credentials": ("omission", "omission attribution wording"), "companions": ("omission", "omission wording"),
    "dropped loaded adjective": ("wording", "wording omission"), "strengthened comparison": ("intensity", "wording"),
    "intensification": ("intensity", "wording"), "hedge/fact": ("hedge", "wording attribution"),
    "pseudo-quotation": ("pseudoQuote", "wording"), "quote edited inside marks": ("quoteAltered", "wording"),
    "mutual -> one-sided": ("wording", "wording contradiction"), "term shift": ("wording", "wording"),
    "scope shift": ("wording", "wording omission"), "evaluative verb": ("wording", "wording"),
    "vocabulary of the war": ("wording", "wording"), "translation artefact": ("wording", "wording"),
    "headline not supported by body": ("wording", "wording contradiction"), "slot swap": ("wording", "wording contradiction"),
    "quantity comparator": ("comparator", "quantity"), "comparator dropped": ("comparator", "quantity omission"),
    "date conflict": ("date", "quantity contradiction"), "time span": ("period", "quantity wording"),
    "quantity hedge + period + source label": ("period", "quantity"), "contradiction": ("contradiction", "contradiction"),
    "event circumstance": ("contradiction", "contradiction quantity wording"),
    "opposite selection": ("omission", "omission addition contradiction"), "unsupported addition": ("addition", "addition")}
FURNITURE = {"also_on": "promo related link", "read_more": "promo related link", "author_bio": "authorBio",
             "site_name": "banner menu other", "widget": "widget", "cookie": "banner widget", "image_filename": "caption link widget other",
             "caption": "caption credit", "menu": "menu", "credit_line": "credit", "tags": "tags", "related": "related link promo",
             "original_url": "link", "duplicate_title": "banner menu related other", "photo_credit": "credit caption",
             "boilerplate": "other menu banner promo related link widget tags"}      # the last for want of a better one
NEUTRAL = re.compile("subheading|deck|dateline|embed")                   # neither body nor furniture: not judged
TEXTS = re.compile("agency|dispatch|newsroom|dropped report")            # kinds of nodes that are texts; the others are sources
AGENCIES = re.compile(r"\b(AFP|Agence France-Presse|Reuters|AP|Associated Press|Xinhua|TASS|Sputnik|EFE|dpa|ANSA|Interfax|"
                      r"Bloomberg|PTI|ANI|IANS|UPI|Kyodo|Yonhap|Anadolu)\b", re.I)
FILLER = set("a an the of by to in on at for with and or from after met via per premier prime minister president russian "
             "chinese official reported said ceremony implied unnamed continued".split())


def agencies(gold):
    """The pattern of the agencies' names: the known ones, and those that the gold of an invented story names itself."""
    own = "".join("|" + re.escape(name) for name in gold.get("agencies", []))
    return re.compile(AGENCIES.pattern.replace(r")\b", own + r")\b"), re.I)


def offsets(gold, text):
    """Where each of the gold's offsets lies in the file, in bytes: the gold counts bytes, if it says so, or Unicode scalars."""
    if "bytes" in gold.get("offsets", ""):
        return range(len(text) + 1)
    return [0, *accumulate(len(c.encode()) for c in text.decode("utf-8"))]


def fold(text):
    """Case, quotation marks and spacing do not tell two names apart."""
    table = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})
    return " ".join(str(text or "").translate(table).casefold().split())


def short(text):
    return fold(text).replace("agence france-presse", "afp").replace("associated press", "ap")


def words(text):
    return set(re.findall(r"\w+", fold(text))) - FILLER


def is_person(name):
    """A name of two to four capitalised words; not an institution or nobody ("Chinese government paper", "NONE (…)")."""
    parts = str(name or "").split()
    return 1 < len(parts) <= 4 and all(p[0].isupper() and p[-1].isalpha() for p in parts)


def squeeze(outlet):
    """The Moscow Times, Moscow Times and www.themoscowtimes.com are one outlet."""
    name = re.sub(r"^www\.|\.(com|net|org)\b.*$", "", fold(outlet))
    return re.sub(r"\W", "", name).removeprefix("the")


def same_outlet(have, want):
    """Also one of the names of "Example Daily (example.com)", and Example for Example News."""
    core = lambda name: re.sub(r"(?<=..)(news|online|tv)$", "", squeeze(name))
    return core(have) in [core(x) for x in (want, *re.split(r"[()]", want or "")) if squeeze(x)]


def forms(form):
    """The contract's forms that a gold form allows, the fittest first; a word unknown here does not decide."""
    return FORMS.get(form, "direct partial" if "direct" in form else "partial direct indirect").split()


def measure(value, unit):
    """A number and what it counts: currencies, percent and lengths as such, all other nouns as one another."""
    name = UNITS.get(fold(unit), fold(unit))
    if name in TIME_UNITS or name == "percent" or re.fullmatch("[A-Z]{3}", str(unit)) or name == "usd":
        return value, name
    for length in (name, name.rstrip("s")):
        if length in LENGTHS:
            return value * LENGTHS[length] if isinstance(value, (int, float)) else None, "length"
    return value, "count"


def dates(text):
    """The dates that a written one may mean, as ISO; without the year, as MM-DD."""
    text, found = str(text or ""), []
    months = dict(zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13)))
    name = r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    for pattern in (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", rf"\b(?P<d>\d\d?)(st|nd|rd|th)?,? {name},? (?P<y>\d{{4}})",
                    rf"{name} (?P<d>\d\d?)(st|nd|rd|th)?,? (?P<y>\d{{4}})", r"(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<y>\d{2,4})",
                    r"(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>\d{2,4})", rf"{name} (?P<d>\d\d?)\b"):
        for m in re.finditer(pattern, text, re.I):
            year, month, day = m.groupdict().get("y"), months.get(m["m"][:3].lower()) or int(m["m"]), int(m["d"])
            if month <= 12 and not (found and not year):
                found.append(f"{int(year) + 2000 * (len(year) == 2)}-{month:02}-{day:02}" if year else f"{month:02}-{day:02}")
    return found or [text]


def shared(a, b):
    return max(0, min(a[2], b[2]) - max(a[1], b[1])) if a and b and a[0] == b[0] else 0


def of_smaller(a, b):
    return shared(a, b) / max(1, min(a[2] - a[1], b[2] - b[1])) if a and b else 0


def of_longer(a, b):
    return shared(a, b) / max(1, a[2] - a[1], b[2] - b[1]) if a and b else 0


def harmonic(p, r):
    return 2 * p * r / (p + r) if p and r else 0.0


def share(part, whole, empty=None):
    return part / whole if whole else empty


def below(edges, node):
    """All that descends from a node."""
    reach = {node}
    while any(a in reach and b not in reach for a, b in edges):
        reach |= {b for a, b in edges if a in reach}
    return reach - {node}


def kinship(graph, all_=True):
    """The edges between texts, from a report or a lost one, and not from a source that is merely quoted or cited.
    Without `all_`, only those that can be told from the reports."""
    kind = {n["id"]: n.get("kind") for n in graph["nodes"]}
    text = lambda e: TEXTS.search(kind[e["parent"]]) if kind[e["parent"]] else not re.search("source|interview", e["relation"])
    return [(e["parent"], e["child"]) for e in graph["edges"] if text(e) and (all_ or e.get("inferable_from_files", True))]


def lineages(graph, reports):
    """The sets of reports of one line, and the reports of mixed provenance, whose pairs are not judged."""
    kin = kinship(graph)
    if "families" not in graph:
        return [below(kin, root) & reports for root in roots(kin)], set()
    mixed = [f for f in graph["families"] if f["kind"].startswith(("mixed", "partial"))]
    sets = [set(f["members"]) & reports for f in graph["families"] if f not in mixed]
    return sets, {m for f in mixed for m in f["members"]} - {m for s in sets if len(s) > 1 for m in s}


def roots(edges):
    return sorted({a for a, _ in edges} - {b for _, b in edges})


def gold_texts(gold, folders):
    """The bytes of the gold's reports, by gold key; looked for in the folders and, below them, where the gold has them."""
    files = {k: {"id": k, "source": f["file"], "sha256": f["sha256"]} for k, f in gold["files"].items()}
    below_them = dict.fromkeys(os.path.join(d, os.path.dirname(f["file"])) for d in folders for f in gold["files"].values())
    texts = check_dossier.find_texts({"reports": list(files.values())}, [*below_them, *folders])
    missing = [f["source"] for k, f in files.items() if k not in texts]
    if missing:
        sys.exit(f"score_story: no text found for {', '.join(missing)}; give --texts DIR")
    return texts


class Sheet:
    """The figures, in order, and what to show for --explain."""

    def __init__(self):
        self.rows, self.notes = [], defaultdict(list)
        self.strata = {}                                                 # stratum -> [right, claims]: to be added up over stories

    def add(self, name, value, why, main=False):
        self.rows.append((name, value, why, main))

    def prf(self, name, found, required, right, given, why, main=False):
        """found/required is the recall, right/given the precision. No gold and nothing given: not applicable."""
        if not required and not given:
            return self.add(name, None, why, main)
        p, r = share(right, given, 0.0), share(found, required, 1.0)
        self.add(name, {"precision": p, "recall": r, "f1": harmonic(p, r)}, why, main)

    def note(self, section, text):
        self.notes[section].append(text)

    def value(self, name):
        for row, value, _, _ in self.rows:
            if row == name:
                return value["f1"] if isinstance(value, dict) else value
        raise KeyError(name)

    def mains(self):
        return [name for name, _, _, main in self.rows if main and self.value(name) is not None]

    def overall(self):
        return sum(map(self.value, self.mains())) / max(1, len(self.mains()))

    def table(self, explain=False):
        cell = lambda x, width: f"{x:>{width}.3f}" if isinstance(x, float) else f"{'' if x is None else x:>{width}}"
        lines = [f"{'figure':<31} {'P':>6} {'R':>6} {'F1/value':>9}   what it says"]
        for name, value, why, main in self.rows:
            p, r, f = (value[k] for k in ("precision", "recall", "f1")) if isinstance(value, dict) else (None, None, value)
            shown = "      n/a" if value is None else cell(f, 9)
            lines.append(f"{'*' if main else ' '} {name:<29} {cell(p, 6)} {cell(r, 6)} {shown}   {why}")
        lines.append(f"\noverall {self.overall():.3f}   the mean of the {len(self.mains())} figures with a star")
        for section, notes in self.notes.items() if explain else []:
            lines += [f"\n== {section}: {len(notes)}", *("   " + n for n in notes)]
        return "\n".join(lines)
