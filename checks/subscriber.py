"""A subscriber: vdirsyncer fetches the public feed, khal shows it; then the office moves one
gathering and cancels another, and khal must show that, too.

    subscriber.py --base URL
    subscriber.py --self-test

Both tools lie in an environment of their own, see requirements-subscriber.in.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
TOOLS = Path(os.environ.get("KREIS_TOOLS") or Path(os.environ.get("KREIS_CACHE") or CACHE / "kreis") / "tools")
BIN = TOOLS / "subscriber" / "bin"
NETWORK = "/weimar"
ZONE = "Europe/Berlin"
SYNC = """[general]
status_path = "{folder}/status"
[pair feed]
a = "kreis"
b = "here"
collections = null
conflict_resolution = "a wins"
[storage kreis]
type = "http"
url = "{url}"
[storage here]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""
SHOW = f"""[calendars]
[[feed]]
path = {{folder}}/calendar
readonly = True
[locale]
local_timezone = {ZONE}
default_timezone = {ZONE}
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {{folder}}/khal.db
"""


class Subscriber:
    """One person's calendar on a machine of their own."""

    def __init__(self, folder, url):
        self.folder = Path(folder)
        (self.folder / "calendar").mkdir()
        (self.folder / "sync.conf").write_text(SYNC.format(folder=folder, url=url))
        (self.folder / "show.conf").write_text(SHOW.format(folder=folder))
        self.tool("vdirsyncer", "sync.conf", "discover", answer="y\n")

    def tool(self, name, settings, *arguments, answer=""):
        env = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}
        command = [BIN / name, "-c", self.folder / settings, *arguments]
        done = subprocess.run(command, input=answer, env=env, capture_output=True, text=True)
        if done.returncode:
            raise SystemExit(f"{name} {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def sync(self):
        """Fetches what is new and says what khal shows: title, start, whether it is cancelled."""
        self.tool("vdirsyncer", "sync.conf", "sync")
        # Looked at from before the demo's first gathering to after its last.
        parts = ("{title}", "{start-long-full}", "{cancelled}")
        shown = self.tool(
            "khal", "show.conf", "list", "--once", "--day-format", "", "--format", "\t".join(parts), "2015-01-01", "2021-01-01"
        )
        found = set()
        for line in filter(None, shown.splitlines()):
            title, start, cancelled = line.split("\t")
            found.add((title.strip(), start.strip(), bool(cancelled.strip())))
        return found


def events(feed):
    """What the feed says: title, local start and address of each event, with its status."""
    unfolded = re.sub(r"\r?\n[ \t]", "", feed)
    found = []
    for block in re.findall(r"BEGIN:VEVENT\r?\n(.*?)END:VEVENT", unfolded, re.S):
        value = lambda name: (re.search(rf"^{name}(?:;[^:\r\n]*)?:(.*?)\r?$", block, re.M) or ["", ""])[1]
        start = datetime.strptime(value("DTSTART"), "%Y%m%dT%H%M%S")
        title = re.sub(r"\\([,;\\])", r"\1", value("SUMMARY"))
        found.append((title, start.strftime("%Y-%m-%d %H:%M"), value("URL"), value("STATUS")))
    return found


class Fields(HTMLParser):
    """The fields of the form that leads to an address, as a browser would send them."""

    def __init__(self, action):
        super().__init__()
        self.action, self.inside, self.found, self.area, self.choice = action, False, [], None, None

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.inside = urllib.parse.urlsplit(given.get("action") or "").path == self.action
        if not self.inside or "name" not in given and tag != "option":
            return
        if tag == "input" and (given.get("type") not in ("checkbox", "radio") or "checked" in given):
            self.found.append((given["name"], given.get("value") or ""))
        elif tag == "textarea":
            self.area = (given["name"], [])
        elif tag == "select":
            self.choice = given["name"]
        elif tag == "option" and self.choice and "selected" in given:
            self.found.append((self.choice, given.get("value") or ""))

    def handle_data(self, data):
        if self.area:
            self.area[1].append(data)

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        elif tag == "select":
            self.choice = None
        elif tag == "textarea" and self.area:
            self.found.append((self.area[0], "".join(self.area[1]).lstrip("\n")))
            self.area = None


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Office:
    """The office of the demo, signed in."""

    def __init__(self, base):
        self.base = base
        jar = urllib.request.HTTPCookieProcessor(CookieJar())
        self.reads = urllib.request.build_opener(jar)
        self.acts = urllib.request.build_opener(jar, NoRedirect)
        self.get("/demo/als/office")

    def get(self, path):
        with self.reads.open(self.base + path) as answer:
            return answer.read().decode()

    def post(self, path, fields):
        data = urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(self.base + path, data, {"Origin": self.base})
        try:
            self.acts.open(request)
        except urllib.error.HTTPError as answer:
            if answer.code == 303:
                return urllib.parse.urlsplit(answer.headers["Location"]).path
            raise SystemExit(f"POST {path} answers {answer.code} instead of 303") from None
        raise SystemExit(f"POST {path} does not lead on")

    def moves(self, path, day, inform="quiet"):
        """Moves a gathering to another day; says its new path."""
        address = f"{path}/bearbeiten"
        form = Fields(address)
        form.feed(self.get(address))
        fields = [(name, day if name == "day" else value) for name, value in form.found if name != "inform"]
        return self.post(address, [*fields, ("inform", inform)])

    def cancels(self, path, inform="quiet"):
        self.post(f"{path}/absage", [("reason", "Die Leitung ist erkrankt."), ("inform", inform)])


def faults(before, after, feed, moved, cancelled):
    """What a subscriber does not see as it is. `moved` and `cancelled` are title and start,
    `moved` with its new one."""
    if before != {(title, start, status == "CANCELLED") for title, start, _, status in feed}:
        yield "list", "khal does not show what the feed says"
    title, old, new = moved
    if (title, new, False) not in after:
        yield "moved", f'"{title}" does not stand at {new}'
    if any(name == title and start == old for name, start, _ in after):
        yield "ghost", f'"{title}" still stands at {old}'
    if (*cancelled, True) not in after:
        yield "cancelled", f'"{cancelled[0]}" is not shown as cancelled'
    if (*cancelled, False) in after:
        yield "cancelled", f'"{cancelled[0]}" still takes place'
    touched = {(title, old), (title, new), cancelled}
    others = lambda all_: {it for it in all_ if it[:2] not in touched}
    if others(before) != others(after):
        yield "others", f"changed as well: {sorted(others(before) ^ others(after))}"


def look(base, act):
    """Syncs, lets `act` change two events of the feed, syncs again."""
    url = f"{base}{NETWORK}/termine.ics"
    with urllib.request.urlopen(url) as answer:
        feed = events(answer.read().decode())
    with tempfile.TemporaryDirectory() as folder:
        subscriber = Subscriber(folder, url)
        before = subscriber.sync()
        moved, cancelled = act(feed)
        after = subscriber.sync()
    return len(feed), list(faults(before, after, feed, moved, cancelled))


def act_as_office(base):
    def act(feed):
        office = Office(base)
        today = re.search(r'kreis-demo__today.*?datetime="([\d-]{10})', office.get(NETWORK), re.S)[1]
        day = date.fromisoformat(today)
        coming = [it for it in feed if it[1] > f"{day} 99" and it[3] == "CONFIRMED"]
        if len(coming) < 2:
            raise SystemExit("the feed has no two gatherings to come")
        (title, start, address, _), (other, other_start, other_address, _) = sorted(coming, key=lambda it: it[1])[-2:]
        new_day = date.fromisoformat(start[:10]) + timedelta(days=1)
        office.moves(urllib.parse.urlsplit(address).path, new_day.isoformat())
        office.cancels(urllib.parse.urlsplit(other_address).path)
        return (title, start, f"{new_day}{start[10:]}"), (other, other_start)

    return act


SAMPLE = [("1", "Sitzung, groß", "20171207T140000", "CONFIRMED"), ("2", "Sommerfest", "20180601T150000", "CONFIRMED"),
          ("3", "Rückblick", "20181207T140000", "CONFIRMED")]
CHANGED = [("1", "Sitzung, groß", "20171208T140000", "CONFIRMED"), ("2", "Sommerfest", "20180601T150000", "CANCELLED"), SAMPLE[2]]
# What the feed says after the change, and the rules that have to complain.
PLANTED = [
    ("sound", CHANGED, set()),
    ("nothing new", SAMPLE, {"moved", "ghost", "cancelled"}),
    ("old time stays beside the new", [*CHANGED, ("4", *SAMPLE[0][1:])], {"ghost"}),
    ("cancelled one vanishes", [CHANGED[0], CHANGED[2]], {"cancelled"}),
    ("another one vanishes", CHANGED[:2], {"others"}),
]


def calendar_of(rows):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kreis//Probe//DE"]
    for uid, title, start, status in rows:
        lines += ["BEGIN:VEVENT", f"UID:{uid}@probe.example", "DTSTAMP:20171120T080000Z", f"DTSTART;TZID={ZONE}:{start}"]
        lines += ["DURATION:PT2H", "SUMMARY:" + title.replace(",", "\\,"), f"STATUS:{status}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def self_test():
    missed = 0
    for name, changed, expected in PLANTED:
        state = {"feed": calendar_of(SAMPLE)}

        class Feed(BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/calendar; charset=utf-8")
                self.end_headers()
                self.wfile.write(state["feed"])

            def log_message(self, *_):
                pass

        def act(_):
            state["feed"] = calendar_of(changed)
            return ("Sitzung, groß", "2017-12-07 14:00", "2017-12-08 14:00"), ("Sommerfest", "2018-06-01 15:00")

        server = ThreadingHTTPServer(("127.0.0.1", 0), Feed)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        _, found = look(f"http://127.0.0.1:{server.server_port}", act)
        server.shutdown()
        fits = {rule for rule, _ in found} == expected
        print(f"{'ok  ' if fits else 'FAIL'} {name}: {found}")
        missed += not fits
    return 1 if missed else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base")
    parser.add_argument("--self-test", action="store_true")
    given = parser.parse_args()
    if given.self_test:
        return self_test()
    count, found = look(given.base, act_as_office(given.base))
    for rule, what in found:
        print(f"FAIL {rule}: {what}")
    print(f"{count} gatherings of the feed looked at, one moved, one cancelled, {len(found)} faults")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
