"""How well pages are read: what `kreis import --dry-run` drafts, compared with labels.

    reading.py [--program KREIS] [--corpus DIR] [--misses] [--half tuned|blind] [--drafts DIR] [--self-test]

Reads our own pages (crates/reading/tests) and, where it is there, the corpus of pages of others,
and prints a line of figures for each pattern, half and whole. Odd pages of our own may be tuned
to, even ones are blind. `--drafts` scores drafts that were written before.

A labelled gathering is found when a draft has its day; on found ones time, place, title and the
rest are judged. Where a label says nothing of a field, nothing is right there; `FIELD_alt` lists
further right answers. A gathering marked `optional` is neither asked for nor wrong.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "crates/reading/tests"
TELLING = ("title", "start_time", "end_time", "end_date", "venue", "city", "register_until", "audience", "series", "doors")
SHOWN = (
    ("days", "day"), ("start_time", "time"), ("venue", "venue"), ("city", "city"), ("title", "title"),
    ("speakers", "speak"), ("function", "funct"), ("body", "body"), ("contacts", "cont"), ("reach", "reach"),
    ("posts", "post"), ("post_facts", "facts"), ("organisations", "organ"), ("recurring", "recur"), ("asking", "ask"),
)


def words(value):
    return re.findall(r"\w+", str(value or "").casefold())


def alike(one, other):
    """How many words two texts share, from 0 to 1."""
    mine, theirs = words(one), words(other)
    if not mine or not theirs:
        return 1.0 if mine == theirs else 0.0
    left = list(theirs)
    shared = 0
    for word in mine:
        if word in left:
            left.remove(word)
            shared += 1
    return 2 * shared / (len(mine) + len(theirs))


def same_city(one, other):
    mine, theirs = words(one), words(other)
    if not mine or not theirs:
        return mine == theirs
    return mine[: len(theirs)] == theirs or theirs[: len(mine)] == mine


def digits(value):
    return re.sub(r"\D", "", str(value or ""))


class Tally:
    """Right, asked and given answers of each field."""

    def __init__(self):
        self.right, self.asked, self.given = defaultdict(int), defaultdict(int), defaultdict(int)
        self.misses = []

    def judge(self, field, right, miss):
        """One answer that is right or not."""
        self.count(field, int(right), 1, 1)
        if not right:
            self.misses.append(f"{field}: {miss}")

    def count(self, field, right, asked, given):
        self.right[field] += right
        self.asked[field] += asked
        self.given[field] += given

    def add(self, other):
        for field in set(other.asked) | set(other.given):
            self.count(field, other.right[field], other.asked[field], other.given[field])

    def f1(self, field):
        """None where nothing was asked for and nothing given."""
        both = self.asked[field] + self.given[field]
        return 2 * self.right[field] / both if both else None


def day_of(it):
    return it.get("start_date") or it.get("start_date_partial")


def days_of(label):
    return {day_of(label), *label.get("accept_dates", ())} - {None}


def answers(label, field):
    return [label.get(field), *label.get(field + "_alt", ())]


def fits(field, right, given):
    if not right or not given:
        return not right and not given
    if field == "city":
        return same_city(right, given)
    if field in ("venue", "audience"):
        return alike(right, given) >= 0.6
    if field in ("title", "series"):
        mine, theirs = set(words(right)), set(words(given))
        return alike(right, given) >= 0.5 or mine <= theirs and len(theirs) <= 2 * len(mine) + 2
    return right == given


def likeness(label, draft):
    held = sum(any(fits(it, right, draft.get(it)) for right in answers(label, it)) for it in ("start_time", "venue", "city"))
    return 10 * (not label.get("optional")) + held + 2 * alike(label.get("title"), draft.get("title"))


def pairs(labels, drafts):
    """Each label with at most one draft of its day, the likest first."""
    possible = sorted(
        ((likeness(label, draft), -one, -other) for one, label in enumerate(labels) for other, draft in enumerate(drafts)
         if day_of(draft) in days_of(label)), reverse=True)
    taken, found = set(), {}
    for _, one, other in possible:
        if -one not in found and -other not in taken:
            found[-one] = -other
            taken.add(-other)
    return found


def score_gatherings(label, draft, tally, all_fields):
    labels, drafts = label["gatherings"], draft.get("gatherings") or []
    found = pairs(labels, drafts)
    spoken, told = [], []
    for number, it in enumerate(labels):
        if it.get("optional"):
            continue
        if number not in found:
            tally.count("days", 0, 1, 0)
            tally.misses.append(f"not found: {day_of(it)} {it['title']}")
            spoken += it.get("speakers", [])
            continue
        tally.count("days", 1, 1, 1)
        given = drafts[found[number]]
        for field in TELLING if all_fields else TELLING[:6]:
            right = any(fits(field, it_is, given.get(field)) for it_is in answers(it, field))
            tally.judge(field, right, f"{day_of(it)}: {given.get(field)!r} for {it.get(field)!r}")
        spoken += it.get("speakers", [])
        told += given.get("speakers", [])
    spans = [(it["start_date"], it["end_date"]) for it in labels if it.get("end_date") and it.get("start_date")]
    for number, it in enumerate(drafts):
        later = any(first < (day_of(it) or "") <= last for first, last in spans)
        if number not in found.values() and not later:
            tally.count("days", 0, 0, 1)
            tally.misses.append(f"too many: {day_of(it)} {it['title']}")
            told += it.get("speakers", [])
    if all_fields:
        score_speakers(spoken, told, tally)


def score_speakers(spoken, told, tally):
    """A speaker of several gatherings counts once."""
    mine = {tuple(words(it["name"])): it for it in spoken}
    theirs = {tuple(words(it["name"])): it for it in told}
    for key, it in mine.items():
        hit = next((other for other in theirs if other[-1:] == key[-1:] and alike(it["name"], theirs[other]["name"]) >= 0.6), None)
        tally.count("speakers", int(hit is not None), 1, 0)
        if hit is None:
            tally.misses.append(f"speaker not found: {it['name']}")
            continue
        given = theirs.pop(hit)
        tally.count("speakers", 0, 0, 1)
        for field in ("function", "body"):
            if it.get(field) or given.get(field):
                right = bool(it.get(field)) and alike(it.get(field), given.get(field)) >= 0.5
                tally.judge(field, right, f"{it['name']}: {given.get(field)!r} for {it.get(field)!r}")
    for it in theirs.values():
        tally.count("speakers", 0, 0, 1)
        tally.misses.append(f"no speaker: {it['name']}")


def same_contact(one, other):
    mail = one.get("email") and (one["email"].casefold() == (other.get("email") or "").casefold())
    phone = digits(one.get("phone")) and digits(one.get("phone")) == digits(other.get("phone"))
    name = one.get("name") and alike(one["name"], other.get("name")) >= 0.6
    return bool(mail or phone or name)


def score_contacts(label, draft, tally):
    left = list(draft.get("contacts") or [])
    for it in label["contacts"]:
        hit = next((other for other in left if same_contact(it, other)), None)
        tally.count("contacts", int(hit is not None), 1, int(hit is not None))
        if hit is None:
            tally.misses.append(f"contact not found: {it}")
            continue
        left.remove(hit)
        for field, right in (
            ("name", alike(it.get("name"), hit.get("name")) >= 0.6),
            ("role", alike(it.get("role"), hit.get("role")) >= 0.5),
            ("email", (it.get("email") or "").casefold() == (hit.get("email") or "").casefold()),
            ("phone", digits(it.get("phone")) == digits(hit.get("phone"))),
        ):
            tally.judge("reach", right, f"{field} {hit.get(field)!r} for {it.get(field)!r}")
    for it in left:
        tally.count("contacts", 0, 0, 1)
        tally.misses.append(f"no contact: {it.get('name')} {it.get('email')} {it.get('phone')}")


def score_post(label, draft, tally):
    mine, theirs = label.get("post"), draft.get("post")
    if mine is None or theirs is None:
        tally.count("posts", 0, int(mine is not None), int(theirs is not None))
        if mine or theirs:
            tally.misses.append("post not found" if mine else f"no post: {theirs['title']}")
        return
    tally.count("posts", 1, 1, 1)
    pictures = [(it.get("address"), it.get("caption")) for it in mine.get("pictures", [])]
    shown = [(it.get("address"), it.get("caption")) for it in theirs.get("pictures", [])]
    for field, right, given in (
        ("title", True, fits("title", mine["title"], theirs["title"])),
        ("day", mine.get("day"), theirs.get("day")),
        ("source", mine.get("source"), theirs.get("source")),
        ("tags", sorted(mine.get("tags", [])), sorted(theirs.get("tags", []))),
        ("pictures", pictures, shown),
    ):
        tally.judge("post_facts", right == given, f"{field} {given!r} for {right!r}")


def score_rest(label, draft, tally):
    given = [name if isinstance(name, str) else name.get("name", "") for name in draft.get("organisations") or []]
    for name in label["organisations"]:
        folded = " ".join(words(name))
        hit = next((it for it in given if folded in " ".join(words(it)) or len(it) >= 4 and " ".join(words(it)) in folded and 2 * len(it) >= len(name)), None)
        tally.count("organisations", int(hit is not None), 1, 0)
        if hit is None:
            tally.misses.append(f"organisation not found: {name}")
    # Names that are too many are counted, too: an office has to reject each of them.
    tally.count("organisations", 0, 0, len(given))
    asked, answered = label.get("registration", {}), draft.get("registration") or {}
    for field in ("wanted", "deadline", "members_only", "assistance_asked"):
        right = (asked.get(field) or None) == (answered.get(field) or None)
        tally.judge("asking", right, f"{field} {answered.get(field)!r} for {asked.get(field)!r}")
    left = list(draft.get("recurring_undated") or [])
    for it in label.get("recurring_undated", []):
        hit = next((other for other in left if alike(it["recurrence"], other.get("recurrence")) >= 0.5 and (it.get("start_time") or None) == other.get("start_time")), None)
        tally.count("recurring", int(hit is not None), 1, 0)
        if hit is None:
            tally.misses.append(f"recurrence not found: {it['recurrence']} {it.get('start_time')}")
        else:
            left.remove(hit)
            tally.count("recurring", 0, 0, 1)
    tally.count("recurring", 0, 0, len(left))
    tally.misses += [f"no recurrence: {it.get('recurrence')} {it.get('start_time')}" for it in left]


def score(label, draft, all_fields=True):
    tally = Tally()
    score_gatherings(label, draft, tally, all_fields)
    score_contacts(label, draft, tally)
    score_rest(label, draft, tally)
    if all_fields:
        score_post(label, draft, tally)
    return tally


def drafts_of(program, pages, folder):
    command = [program, "import", "--dry-run", "--json", str(folder), str(pages)]
    ran = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if ran.returncode:
        sys.exit(f"{' '.join(command)}: {ran.stdout[-2000:]}")


def read_json(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def line(name, pages, tally):
    figures = (tally.f1(field) for field, _ in SHOWN)
    return f"{name:<22}{pages:>3}  " + " ".join("    –" if it is None else f"{it:5.2f}" for it in figures)


def half_of(name):
    return "tuned" if int(name.split("-")[0]) % 2 else "blind"


def sums(rows):
    whole = Tally()
    for tally in rows:
        whole.add(tally)
    return whole


def report_own(folder, halves, with_misses):
    scored = {it.stem: (read_json(it), score(read_json(it), read_json(folder / it.name))) for it in sorted((OWN / "labels").glob("*.json"))}
    print(f"{'own pages':<22} no  " + " ".join(f"{name:>5}" for _, name in SHOWN))
    for half in halves:
        chosen = {name: row for name, row in scored.items() if half_of(name) == half}
        for pattern in dict.fromkeys(label["pattern"] for label, _ in chosen.values()):
            rows = [tally for label, tally in chosen.values() if label["pattern"] == pattern]
            print(line(f"{half} {pattern}", len(rows), sums(rows)))
        whole = sums([tally for _, tally in chosen.values()])
        print(line(f"{half}, all", len(chosen), whole))
        empty = [tally for label, tally in chosen.values() if not [it for it in label["gatherings"] if not it.get("optional")]]
        print(f"{half}: {len(empty)} pages without gatherings, {sum(tally.given['days'] for tally in empty)} found there; "
              + ", ".join(f"{field} {whole.f1(field):.2f}" for field in TELLING[2:4] + TELLING[6:] if whole.asked[field]))
        for name, (_, tally) in chosen.items() if with_misses else ():
            print("\n".join(f"  {name}: {miss}" for miss in tally.misses))


def report_corpus(corpus, folder, with_misses):
    labels = sorted((corpus / "labels").glob("*.json"))
    rows = {it.stem: score(read_json(it), read_json(folder / it.name), all_fields=False) for it in labels}
    print(line("corpus, all", len(rows), sums(rows.values())))
    for name, tally in rows.items() if with_misses else ():
        print("\n".join(f"  {name}: {miss}" for miss in tally.misses))
    command = [sys.executable, corpus / "score.py", corpus / "labels", folder, corpus / "split.tsv"]
    print(subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout, end="")


def self_test():
    """Labels against themselves are without fault, and each planted fault costs its field."""
    wrong = 0
    plant = {
        "days": lambda it: it["gatherings"].pop(),
        "start_time": lambda it: it["gatherings"][0].update(start_time="03:03"),
        "city": lambda it: it["gatherings"][0].update(city="Nirgendwo"),
        "venue": lambda it: it["gatherings"][0].update(venue="woanders"),
        "speakers": lambda it: it["gatherings"][0]["speakers"].pop(),
        "function": lambda it: it["gatherings"][0]["speakers"][0].update(function="etwas"),
        "contacts": lambda it: it["contacts"].clear(),
        "reach": lambda it: it["contacts"][0].update(phone="1"),
        "posts": lambda it: it.update(post=None),
        "post_facts": lambda it: it["post"].update(day="2001-01-01"),
        "organisations": lambda it: it["organisations"].pop(),
        "asking": lambda it: it["registration"].update(deadline=None),
    }
    source = OWN / "labels/01-wordpress.json"
    for field, fault in [(None, lambda it: None), *plant.items()]:
        draft = read_json(source)
        fault(draft)
        tally = score(read_json(source), draft)
        lower = [it for it, _ in SHOWN if tally.f1(it) not in (None, 1.0)]
        good = not lower if field is None else field in lower
        print(f"{'ok  ' if good else 'FAIL'} {field or 'clean'}: {lower or 'no fault'}")
        wrong += not good
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", default=str(Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug/kreis"))
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared/corpus")
    parser.add_argument("--half", choices=("tuned", "blind"))
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--drafts", type=Path)
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        return 1 if self_test() else 0
    with tempfile.TemporaryDirectory() as scratch:
        own, others = (given.drafts or Path(scratch) / "own"), Path(scratch) / "corpus"
        if not given.drafts:
            drafts_of(given.program, OWN / "pages", own)
        report_own(own, [given.half] if given.half else ["tuned", "blind"], given.misses)
        if given.corpus.is_dir() and not given.drafts:
            drafts_of(given.program, given.corpus / "pages", others)
            report_corpus(given.corpus, others, given.misses)
    return 0


if __name__ == "__main__":
    sys.exit(main())
