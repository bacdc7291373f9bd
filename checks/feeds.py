"""News feeds: well-formed, and what RFC 4287 asks of feeds and entries.

    feeds.py FILE.atom…
    feeds.py --self-test
"""

import re
import sys
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"
# Section 3.3: RFC 3339, with the letters T and Z large.
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:\S+")


def one(parent, where, name, rules):
    """Section 4.1: exactly one of these; yields faults, else checks what it says."""
    found = parent.findall(ATOM + name)
    if len(found) != 1:
        yield name, f"{where} has {len(found)} of them"
        return
    text = (found[0].text or "").strip()
    if not rules(text):
        yield name, f'{where} says "{text}"'


def links(parent, where):
    """Section 4.1.1 and 4.1.2: full addresses, and one alternate of a kind."""
    kinds = set()
    for link in parent.findall(ATOM + "link"):
        href, relation = link.get("href", ""), link.get("rel", "alternate")
        if not ABSOLUTE.fullmatch(href):
            yield "link", f'{where} leads to "{href}"'
        kind = (link.get("type"), link.get("hreflang"))
        if relation == "alternate" and kind in kinds:
            yield "alternate", f"{where} has two for {kind[0]}"
        if relation == "alternate":
            kinds.add(kind)


def relations(parent):
    return {link.get("rel", "alternate") for link in parent.findall(ATOM + "link")}


def entry_faults(entry, where, has_author):
    yield from one(entry, where, "id", ABSOLUTE.fullmatch)
    yield from one(entry, where, "title", bool)
    yield from one(entry, where, "updated", DATE.fullmatch)
    for published in entry.findall(ATOM + "published"):
        if not DATE.fullmatch(published.text or ""):
            yield "published", f'{where} says "{published.text}"'
    yield from links(entry, where)
    if entry.find(ATOM + "content") is None and "alternate" not in relations(entry):
        yield "alternate", f"{where} has neither content nor a link to it"
    if not has_author and entry.find(ATOM + "author") is None:
        yield "author", f"{where} has none, and the feed has none"


def faults(path):
    try:
        feed = xml.fromstring(path.read_bytes())
    except xml.ParseError as cause:
        yield "broken", str(cause)
        return
    if feed.tag != ATOM + "feed":
        yield "namespace", f"the root is {feed.tag}"
        return
    yield from one(feed, "the feed", "id", ABSOLUTE.fullmatch)
    yield from one(feed, "the feed", "title", bool)
    yield from one(feed, "the feed", "updated", DATE.fullmatch)
    yield from links(feed, "the feed")
    if "self" not in relations(feed):
        yield "self", "the feed does not say where it lies"
    entries = feed.findall(ATOM + "entry")
    if not entries:
        yield "entries", "the feed is empty, so nothing of it was looked at"
    names = [entry.findtext(ATOM + "id") for entry in entries]
    if len(set(names)) != len(names):
        yield "id", "two entries share one"
    has_author = feed.find(f"{ATOM}author/{ATOM}name") is not None
    for number, entry in enumerate(entries, 1):
        yield from entry_faults(entry, f"entry {number}", has_author)


SAMPLE = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<id>https://kreis.example/weimar/termine.atom</id><title>Termine</title>
<updated>2017-11-20T08:00:00Z</updated><author><name>Kreisgruppe</name></author>
<link rel="self" href="https://kreis.example/weimar/termine.atom"/>
<entry><id>urn:uuid:018f0000-0000-7000-8000-000000000001</id><title>Sitzung</title>
<updated>2017-11-20T09:00:00+01:00</updated>
<link rel="alternate" type="text/html" href="https://kreis.example/weimar/termine/sitzung"/></entry>
</feed>
"""

# What is planted, in place of what, and the rule that has to find it.
PLANTED = [
    ("", "", None),
    ("</entry>", "", "broken"),
    ("Termine", "Termine & mehr", "broken"),
    ("2005/Atom", "2005/Atem", "namespace"),
    ("<title>Termine</title>", "", "title"),
    ("<title>Sitzung</title>", "<title></title>", "title"),
    ("2017-11-20T08:00:00Z", "20.11.2017", "updated"),
    ("09:00:00+01:00", "09:00:00", "updated"),
    ("<author><name>Kreisgruppe</name></author>", "", "author"),
    ('rel="self"', 'rel="related"', "self"),
    ("https://kreis.example/weimar/termine/sitzung", "/weimar/termine/sitzung", "link"),
    ('rel="alternate"', 'rel="related"', "alternate"),
    ("urn:uuid:018f0000-0000-7000-8000-000000000001", "", "id"),
]


def self_test():
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "feed.atom"
        for sound, faulty, expected in PLANTED:
            path.write_text(SAMPLE.replace(sound, faulty, 1) if sound else SAMPLE)
            found = {rule for rule, _ in faults(path)}
            fits = expected in found if expected else not found
            print(f"{'ok  ' if fits else 'FAIL'} {expected or 'sound'}: {sorted(found)}")
            missed += not fits
    return 1 if missed else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    paths = [Path(name) for name in sys.argv[1:]]
    if not paths:
        print("no files given")
        return 2
    wrong = 0
    for path in paths:
        found = list(faults(path))
        print(f"{'FAIL' if found else 'ok  '} {path.name}")
        for rule, what in found:
            print(f"       {rule}: {what}")
        wrong += bool(found)
    print(f"{len(paths)} feeds looked at, {wrong} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
