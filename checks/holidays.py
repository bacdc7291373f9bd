"""Two unrelated libraries compute the public holidays of all Länder and must agree with ours.

    holidays.py FILE      what `cargo run -p calendar --example holidays -- 2015 2035` prints
    holidays.py --self-test

What holds in a whole Land is compared with the PyPI package holidays and the npm package
date-holidays, day by day; what holds in some towns of a Land with the first of them alone.
"""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# This file bears the library's name and would be found in its place.
sys.path = [folder for folder in sys.path if Path(folder).resolve() != HERE]

import holidays  # noqa: E402

LANDS = "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split()
WHOLE, REGIONAL = "everywhere", "regional"


def ours(text):
    """{(land, reach): days} of lines `land, day, reach, name`."""
    days = {(land, reach): set() for land in LANDS for reach in (WHOLE, REGIONAL)}
    for line in text.splitlines():
        land, day, reach, _ = line.split("\t")
        days[land, reach].add(day)
    return days


def days_of(years, **options):
    return {day.isoformat() for day in holidays.Germany(years=years, **options)}


def by_python(years):
    days = {}
    for land in LANDS:
        whole = days_of(years, subdiv=land)
        days[land, WHOLE] = whole
        days[land, REGIONAL] = days_of(years, subdiv=land, categories=("catholic",)) - whole
    days["BY", REGIONAL] |= days_of(years, subdiv="Augsburg") - days["BY", WHOLE]
    return days


def by_node(years):
    command = ["node", str(HERE / "holidays.mjs"), str(years.start), str(years.stop - 1), *LANDS]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return {(land, WHOLE): set(days) for land, days in found.items()}


def opinions(years):
    return {"holidays": by_python(years), "date-holidays": by_node(years)}


def faults(mine, theirs):
    for name, days in theirs.items():
        for (land, reach), expected in days.items():
            for day in sorted(expected - mine[land, reach]):
                yield f"{land}: {name} has {day} ({reach}), Kreis has not"
            for day in sorted(mine[land, reach] - expected):
                yield f"{land}: Kreis has {day} ({reach}), {name} has not"


def years_in(mine):
    years = sorted({int(day[:4]) for days in mine.values() for day in days})
    return range(years[0], years[-1] + 1)


def self_test():
    """Their own days pass; one taken away, one added and one of the wrong reach are found."""
    years = range(2017, 2019)
    theirs = opinions(years)
    mine = {key: set(days) for key, days in theirs["holidays"].items()}
    missed = list(faults(mine, theirs))
    plants = [
        ("a missing Reformationstag", ("NI", WHOLE), "2017-10-31", set.discard),
        ("an invented day", ("TH", WHOLE), "2018-11-21", set.add),
        ("a regional day that is lost", ("BY", REGIONAL), "2018-08-08", set.discard),
    ]
    for what, key, day, plant in plants:
        planted = {each: set(days) for each, days in mine.items()}
        plant(planted[key], day)
        if not list(faults(planted, theirs)):
            missed.append(f"not found: {what}")
    print(*missed, sep="\n")
    print("every planted fault was found" if not missed else "planted faults were missed")
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        print("no file given")
        return 2
    mine = ours(Path(sys.argv[1]).read_text(encoding="utf-8"))
    years = years_in(mine)
    found = list(faults(mine, opinions(years)))
    print(*found, sep="\n")
    count = sum(map(len, mine.values()))
    print(f"{count} holidays of {len(LANDS)} Länder, {years.start} to {years.stop - 1}, looked at, {len(found)} with faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
