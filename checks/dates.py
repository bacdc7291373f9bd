"""Two unrelated libraries write days, times and spans in German and English as we do.

    dates.py FILE      what `cargo run -p calendar --example dates -- 2016 2020` prints
    dates.py --self-test

The words, their order, the hour on the clocks of other places and what a span leaves out are
compared with the PyPI package Babel and with Intl of Node; both know them from the CLDR, but
each has its own rules and its own data of time zones. What they cannot say is ours: dashes are
words ("bis", "to"), a weekday is followed by a comma, and which spaces hold together.
"""

import json
import subprocess
import sys
from datetime import date, datetime, time
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
# Files beside this one bear libraries' names and would be found in their place.
sys.path = [folder for folder in sys.path if Path(folder).resolve() != HERE]

from babel import Locale  # noqa: E402
from babel.dates import format_date, format_time  # noqa: E402

# British order, but abbreviations of three letters for every month, as `en` has them.
PLACES = {"de": Locale("de", "DE"), "en": Locale("en", "GB")}
WORDS = {"de": Locale("de"), "en": Locale("en")}
BETWEEN = {"de": " bis ", "en": " to "}
# Spaces of all kinds.
PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " "})


def rows_of(text):
    """Lines `language, form, from, to, words`."""
    return [line.split("\t") for line in text.splitlines()]


@lru_cache(None)
def long(day, lang):
    return format_date(day, "long", PLACES[lang])


@lru_cache(None)
def full(day, lang):
    return f"{format_date(day, 'EEEE', WORDS[lang])}, {long(day, lang)}"


def short(day, lang):
    if lang == "de":
        return format_date(day, "medium", PLACES[lang])
    return format_date(day, "d MMM y", WORDS[lang])


def clock(at, lang, between=""):
    text = format_time(at, "short", locale=PLACES[lang])
    return f"{text} Uhr" if lang == "de" and not between else text


def clocks(start, end, lang):
    if end <= start:
        return clock(start, lang)
    return f"{clock(start, lang, BETWEEN[lang])}{BETWEEN[lang]}{clock(end, lang)}"


def days(first, last, lang):
    if first == last:
        return full(first, lang)
    changes = "y" if first.year != last.year else "M" if first.month != last.month else "d"
    # The same with whole names of months.
    parts = [it.replace("MMM", "MMMM") for it in PLACES[lang].interval_formats["yMMMd"][changes]]
    before, after = (format_date(day, it, PLACES[lang]) for day, it in zip((first, last), parts))
    return before.rstrip("\u2009 –") + BETWEEN[lang] + after


def span(start, end, lang):
    if start.date() == end.date():
        return f"{full(start.date(), lang)}, {clocks(start.time(), end.time(), lang)}"
    return f"{moment(start, lang)},{BETWEEN[lang]}{moment(end, lang)}"


def moment(at, lang):
    return f"{full(at.date(), lang)}, {clock(at.time(), lang)}"


def of_day(pattern, locales):
    return lambda day, _, lang: format_date(date.fromisoformat(day), pattern, locales[lang])


FORMS = {
    "day_long": lambda day, _, lang: full(date.fromisoformat(day), lang),
    "day": lambda day, _, lang: long(date.fromisoformat(day), lang),
    "day_short": lambda day, _, lang: short(date.fromisoformat(day), lang),
    "day_without_year": lambda day, _, lang: format_date(
        date.fromisoformat(day), {"de": "EEEE, d. MMMM", "en": "EEEE, d MMMM"}[lang], PLACES[lang]
    ),
    "month_year": of_day("MMMM y", PLACES),
    "weekday": of_day("EEEE", PLACES),
    # Alone, and without the full stop that German sets within a sentence.
    "weekday_short": of_day("ccc", WORDS),
    "month": of_day("MMMM", PLACES),
    "month_short": of_day("MMM", WORDS),
    "day_span": lambda a, b, lang: days(date.fromisoformat(a), date.fromisoformat(b), lang),
    "span": lambda a, b, lang: span(datetime.fromisoformat(a), datetime.fromisoformat(b), lang),
    "day_and_time": lambda at, _, lang: moment(datetime.fromisoformat(at), lang),
    "day_and_time_short": lambda at, _, lang: (
        f"{short(date.fromisoformat(at[:10]), lang)}, {clock(time.fromisoformat(at[11:]), lang)}"
    ),
    "time": lambda at, _, lang: clock(time.fromisoformat(at), lang),
    "time_span": lambda a, b, lang: clocks(time.fromisoformat(a), time.fromisoformat(b), lang),
    "instant": lambda at, zone, lang: moment(
        datetime.fromisoformat(at.replace("Z", "+00:00")).astimezone(ZoneInfo(zone)), lang
    ),
}


def by_python(rows):
    return [FORMS[form](start, end, lang) for lang, form, start, end, _ in rows]


def by_node(rows):
    lines = "".join("\t".join(row[:4]) + "\n" for row in rows)
    command = ["node", str(HERE / "dates.mjs")]
    found = subprocess.run(command, check=True, input=lines, stdout=subprocess.PIPE, text=True)
    return json.loads(found.stdout)


def faults(rows):
    for name, opinion in (("Babel", by_python(rows)), ("Intl", by_node(rows))):
        for (lang, form, start, end, mine), theirs in zip(rows, opinion, strict=True):
            if mine.translate(PLAIN) != theirs.translate(PLAIN):
                yield f"{form} {lang} {start} {end}: {name} writes {theirs!r}, Kreis {mine!r}"


def self_test():
    """What is right passes; a wrong word, order, hour or span is found by both."""
    right = [
        ["de", "day_long", "2017-12-07", "", "Donnerstag, 7.\u00a0Dezember 2017"],
        ["de", "month_short", "2017-09-01", "", "Sept."],
        ["de", "day_span", "2017-12-07", "2017-12-09", "7. bis 9. Dezember 2017"],
        ["en", "day_short", "2017-12-07", "", "7 Dec 2017"],
        ["en", "time_span", "14:00", "16:30", "14:00 to 16:30"],
        ["en", "instant", "2017-06-30T22:30:00Z", "Europe/Berlin", "Saturday, 1 July 2017, 00:30"],
    ]
    wrong = [
        ["de", "day_long", "2017-12-07", "", "Mittwoch, 7. Dezember 2017"],
        ["de", "day_short", "2017-12-07", "", "7.12.2017"],
        ["de", "day_span", "2017-11-30", "2017-12-02", "30. bis 2. Dezember 2017"],
        ["en", "day", "2017-12-07", "", "December 7, 2017"],
        ["en", "time", "14:00", "", "2:00 pm"],
        ["en", "instant", "2017-06-30T22:30:00Z", "Europe/Berlin", "Friday, 30 June 2017, 23:30"],
    ]
    missed = list(faults(right))
    for row in wrong:
        if len(list(faults([row]))) != 2:
            missed.append(f"not found by both: {row}")
    print(*missed, sep="\n")
    print("every planted fault was found" if not missed else "planted faults were missed")
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    if len(sys.argv) != 2:
        print("no file given")
        return 2
    rows = rows_of(Path(sys.argv[1]).read_text(encoding="utf-8"))
    if {row[1] for row in rows} != set(FORMS):
        print("some forms are missing")
        return 1
    found = list(faults(rows))
    print(*found[:40], sep="\n")
    print(f"{len(rows)} days, times and spans in {len(FORMS)} forms looked at, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
