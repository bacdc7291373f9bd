"""The mails about a change: the office moves a gathering whose guests are invited, then cancels
it, and tells everybody both times. What they get is kept for the checks of mails and calendars.

    notices.py --base URL --files FOLDER
"""

import argparse
import email
import email.policy
import re
import sys
import time
from pathlib import Path

from subscriber import Office

GATHERING = "/weimar/termine/2017-11-29-vorbereitung-der-dezembersitzung"
MOVED_TO = "2017-11-30"
PATIENCE = 60


def mails(office):
    return set(re.findall(r'href="(/demo/post/[^"?#]+)"', office.get("/demo/post")))


def calendar_of(raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [part for part in message.walk() if part.get_content_type() == "text/calendar"]
    return parts[0].get_content() if parts else ""


def new_mails(office, before):
    """The mails that have come since, once no more of them come."""
    found, end = set(), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        time.sleep(1)
        now = mails(office) - before
        if now and now == found:
            break
        found = now
    for page in sorted(found):
        link = re.search(r'href="([^"]+\.eml)"', office.get(page))
        if link:
            yield page, office.get(link[1]).encode()


def kept(office, before, act, expected, folder):
    """Lets the office act; how many mails of the expected kind have come, and where it led."""
    path = act()
    count = 0
    for page, raw in new_mails(office, before):
        calendar = calendar_of(raw)
        if expected.issubset(calendar.split()):
            count += 1
            (folder / f"{len(list(folder.iterdir())):03}.eml").write_bytes(raw)
        else:
            print(f"note: {page} is something else")
    print(f"{count} mails with {' and '.join(sorted(expected))}")
    return count, path


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True)
    parser.add_argument("--files", required=True, type=Path)
    given = parser.parse_args()
    given.files.mkdir(parents=True, exist_ok=True)
    office = Office(given.base)
    moves = lambda: office.moves(GATHERING, MOVED_TO, "tell")
    moved, path = kept(office, mails(office), moves, {"METHOD:REQUEST", "SEQUENCE:1"}, given.files)
    cancels = lambda: office.cancels(path, "tell")
    cancelled, _ = kept(office, mails(office), cancels, {"METHOD:CANCEL", "STATUS:CANCELLED"}, given.files)
    if not moved or moved != cancelled:
        print(f"FAIL: {moved} were told of the change and {cancelled} of the cancellation")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
