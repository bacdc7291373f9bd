"""The mails about a change: the office moves a gathering whose guests are invited, then cancels
it, and tells everybody both times. What they get is kept for the checks of mails and calendars.

    notices.py --base URL --files FOLDER
    notices.py --self-test
"""

import argparse
import email
import email.policy
import re
import sys
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path

from subscriber import Office

GATHERING = "/weimar/termine/2017-11-29-vorbereitung-der-dezembersitzung"
MOVED_TO = "2017-11-30"
PATIENCE = 60
CHANGE = {"METHOD:REQUEST", "SEQUENCE:1"}
CANCELLATION = {"METHOD:CANCEL", "STATUS:CANCELLED"}


def mails(office):
    return set(re.findall(r'href="(/demo/post/[^"?#]+)"', office.get("/demo/post")))


def calendar_of(message):
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return parts[0].get_content() if parts else ""


def new_mails(office, before, patience):
    """The mails that have come since, once no more of them come."""
    found, end = set(), time.monotonic() + patience
    while time.monotonic() < end:
        time.sleep(min(1, patience / 4))
        now = mails(office) - before
        if now and now == found:
            break
        found = now
    for page in sorted(found):
        link = re.search(r'href="([^"]+\.eml)"', office.get(page))
        if link:
            yield page, office.get(link[1]).encode()


def kept(office, act, expected, folder, patience):
    """Lets the office act: who got a mail of the expected kind, each as often, and where it led."""
    before = mails(office)
    path = act()
    told = []
    for page, raw in new_mails(office, before, patience):
        message = email.message_from_bytes(raw, policy=email.policy.default)
        if expected.issubset(calendar_of(message).split()):
            told.append(str(message["To"]))
            (folder / f"{len(list(folder.iterdir())):03}.eml").write_bytes(raw)
        else:
            print(f"note: {page} is something else")
    print(f"{len(told)} mails with {' and '.join(sorted(expected))}")
    return sorted(told), path


def look(office, folder, patience=PATIENCE):
    """Moves, cancels, and says what is wrong with who was told."""
    moves = lambda: office.moves(GATHERING, MOVED_TO, "tell")
    moved, path = kept(office, moves, CHANGE, folder, patience)
    cancels = lambda: office.cancels(path, "tell")
    cancelled, _ = kept(office, cancels, CANCELLATION, folder, patience)
    if not moved:
        yield "moved", "nobody was told of the change"
    for name, told in (("moved", moved), ("cancelled", cancelled)):
        twice = sorted({it for it in told if told.count(it) > 1})
        if twice:
            yield "twice", f"{name}: told more than once: {', '.join(twice)}"
    if set(moved) != set(cancelled):
        missed = sorted(set(moved) ^ set(cancelled))
        yield "cancelled", f"told of one thing and not of the other: {', '.join(missed)}"


class Planted:
    """An office whose mails are planted: a row for each act, of who gets what."""

    def __init__(self, change, cancellation):
        self.acts, self.pages = {"moves": change, "cancels": cancellation}, {}

    def get(self, path):
        if path == "/demo/post":
            return "".join(f'<a href="{page}">' for page in self.pages if not page.endswith(".eml"))
        return self.pages[path]

    def sends(self, rows):
        for to, lines in rows:
            message = EmailMessage()
            message["To"] = to
            message.set_content("Guten Tag")
            if lines:
                calendar = "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR", ""])
                message.add_alternative(calendar, subtype="calendar")
            page = f"/demo/post/{len(self.pages):03}"
            self.pages[f"{page}.eml"] = message.as_string()
            self.pages[page] = f'<a href="{page}.eml">'

    def moves(self, path, *_):
        self.sends(self.acts["moves"])
        return path

    def cancels(self, *_):
        self.sends(self.acts["cancels"])


ANNA, BEN = "anna@probe.example", "ben@probe.example"
TO_BOTH = [(ANNA, CHANGE), (BEN, CHANGE)], [(ANNA, CANCELLATION), (BEN, CANCELLATION)]
# What the two acts send, and the rules that have to complain.
PLANTED = [
    ("sound", *TO_BOTH, set()),
    ("nobody hears of anything", [], [], {"moved"}),
    ("the cancellation reaches one", TO_BOTH[0], TO_BOTH[1][:1], {"cancelled"}),
    ("another one hears of the cancellation", TO_BOTH[0][:1], TO_BOTH[1][1:], {"cancelled"}),
    ("one hears twice", [*TO_BOTH[0], TO_BOTH[0][0]], TO_BOTH[1], {"twice"}),
    ("the change has no higher number", [(ANNA, {"METHOD:REQUEST", "SEQUENCE:0"})], [], {"moved"}),
    ("the cancellation is a request", TO_BOTH[0], [(ANNA, CHANGE), (BEN, CHANGE)], {"cancelled"}),
    ("the change has no calendar", [(ANNA, None)], [], {"moved"}),
]


def self_test():
    missed = 0
    for name, change, cancellation, expected in PLANTED:
        with tempfile.TemporaryDirectory() as folder:
            found = list(look(Planted(change, cancellation), Path(folder), patience=0.1))
        fits = {rule for rule, _ in found} == expected
        print(f"{'ok  ' if fits else 'FAIL'} {name}: {found}")
        missed += not fits
    return 1 if missed else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base")
    parser.add_argument("--files", type=Path)
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        return self_test()
    given.files.mkdir(parents=True, exist_ok=True)
    found = list(look(Office(given.base), given.files))
    for rule, what in found:
        print(f"FAIL {rule}: {what}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
