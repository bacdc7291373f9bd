"""Three unrelated parsers read our calendar files and mails and must agree.

    calendars.py FILE.ics|FILE.eml…
    calendars.py --self-test

Prints one line per file and `file: rule: what` for each fault.
"""

import email
import email.policy
import json
import re
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import icalendar
import recurring_ical_events
import vobject

HERE = Path(__file__).resolve().parent
ENOUGH = 60
FAR = timedelta(days=365 * 30)


def instant(value):
    """Seconds since 1970; a day counts from its midnight in UTC, as ical.js has it."""
    if isinstance(value, datetime):
        return int((value if value.tzinfo else value.replace(tzinfo=timezone.utc)).timestamp())
    return int(datetime(value.year, value.month, value.day, tzinfo=timezone.utc).timestamp())


def by_icalendar(raw):
    calendar = icalendar.Calendar.from_ical(raw)
    if calendar.errors:
        raise ValueError(calendar.errors)
    events = []
    for event in calendar.walk("VEVENT"):
        if event.errors:
            raise ValueError(event.errors)
        again = event.get("RECURRENCE-ID")
        starts = []
        if "RRULE" in event or "RDATE" in event:
            uid, begin = str(event["UID"]), event.decoded("DTSTART")
            query = recurring_ical_events.of(calendar)
            for one in query.between(begin, begin + FAR):
                if str(one["UID"]) == uid:
                    starts.append(instant(one.decoded("DTSTART")))
        events.append(
            {
                "uid": str(event["UID"]),
                "sequence": int(event.get("SEQUENCE", 0)),
                "start": instant(event.start),
                "end": instant(event.end),
                "again": instant(again.dt) if again else None,
                "starts": sorted(starts)[:ENOUGH],
            }
        )
    return events


def by_vobject(raw):
    calendar = vobject.readOne(raw.decode("utf-8"), allowQP=False)
    events = []
    for event in getattr(calendar, "vevent_list", []):
        start = event.dtstart.value
        if hasattr(event, "dtend"):
            end = event.dtend.value
        elif hasattr(event, "duration"):
            end = start + event.duration.value
        else:
            end = start if isinstance(start, datetime) else start + timedelta(days=1)
        again = event.contents.get("recurrence-id")
        events.append(
            {
                "uid": event.uid.value,
                "sequence": int(event.sequence.value) if hasattr(event, "sequence") else 0,
                "start": instant(start),
                "end": instant(end),
                "again": instant(again[0].value) if again else None,
            }
        )
    return events


def by_ical_js(paths):
    if not paths:
        return {}
    command = ["node", str(HERE / "calendars.mjs"), *map(str, paths)]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def wire_faults(raw):
    """RFC 5545 3.1: lines end in CRLF and hold at most 75 octets, none cut inside a letter."""
    if raw.startswith(b"\xef\xbb\xbf"):
        yield "wire", "starts with a byte order mark"
    if not raw.endswith(b"\r\n") or re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        yield "wire", "a line does not end in CRLF"
    for number, line in enumerate(raw.replace(b"\r\n", b"\n").split(b"\n"), 1):
        if len(line) > 75:
            yield "wire", f"line {number} has {len(line)} octets"
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield "wire", f"line {number} is cut inside a letter"


def people(event):
    attendees = event.get("ATTENDEE", [])
    return attendees if isinstance(attendees, list) else [attendees]


def method_faults(calendar):
    """What RFC 5546 asks of each method, and our own rule that no one is named in public files."""
    method = str(calendar.get("METHOD", "")).upper()
    if str(calendar.get("VERSION", "")) != "2.0" or not calendar.get("PRODID"):
        yield "form", "VERSION 2.0 or PRODID is missing"
    if method not in {"", "PUBLISH", "REQUEST", "CANCEL", "REPLY"}:
        yield "method", f"unexpected METHOD {method}"
    events = list(calendar.walk("VEVENT"))
    if not events:
        yield "form", "no event"
    zones = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for event in events:
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            if name not in event and not (name == "SUMMARY" and method in {"REPLY", "CANCEL"}):
                yield "form", f"an event without {name}"
        for name, value in event.property_items(recursive=False):
            zone = getattr(value, "params", {}).get("TZID")
            if zone and zone not in zones:
                yield "zone", f"{name} is in {zone}, which the file does not define"
        organiser, attendees = event.get("ORGANIZER"), people(event)
        if method in {"", "PUBLISH"}:
            if organiser or attendees:
                yield "people", "a published event names ORGANIZER or ATTENDEE"
            continue
        if not organiser:
            yield "method", f"{method} without ORGANIZER"
        if not attendees and method == "REQUEST":
            yield "method", "REQUEST without ATTENDEE"
        if method in {"REQUEST", "CANCEL"} and "SEQUENCE" not in event:
            yield "method", f"{method} without SEQUENCE"
        if method == "CANCEL" and str(event.get("STATUS", "")) != "CANCELLED":
            yield "method", "CANCEL without STATUS:CANCELLED"
        if method == "REPLY" and (len(attendees) != 1 or "PARTSTAT" not in attendees[0].params):
            yield "method", "REPLY needs one ATTENDEE with PARTSTAT"
        for person in filter(None, [organiser, *attendees]):
            if not str(person).lower().startswith("mailto:"):
                yield "people", f"{person} is no mail address"
        if method == "REQUEST" and any(p.params.get("RSVP", "") != "TRUE" for p in attendees):
            yield "people", "an ATTENDEE is not asked to reply (RSVP=TRUE)"


def agreement_faults(opinions):
    """Differences between the parsers' facts, event by event."""
    (first, mine), *others = opinions.items()
    for name, theirs in others:
        if len(mine) != len(theirs):
            yield "agreement", f"{first} sees {len(mine)} events, {name} {len(theirs)}"
        for one, other in zip(mine, theirs):
            for fact in one.keys() & other.keys():
                if one[fact] != other[fact]:
                    yield "agreement", f"{fact}: {first} says {one[fact]}, {name} {other[fact]}"
    for event in mine:
        if event["end"] < event["start"]:
            yield "form", f"{event['uid']} ends before it starts"


def calendar_faults(raw, third):
    yield from wire_faults(raw)
    opinions = {}
    for name, parser in (("icalendar", by_icalendar), ("vobject", by_vobject)):
        try:
            opinions[name] = parser(raw)
        except Exception as refusal:  # a parser of others may refuse in any way
            yield "refused", f"{name}: {refusal}"
    if "refused" in third:
        yield "refused", f"ical.js: {third['refused']}"
    else:
        opinions["ical.js"] = third["events"]
    if "icalendar" in opinions:
        yield from method_faults(icalendar.Calendar.from_ical(raw))
    if len(opinions) > 1:
        yield from agreement_faults(opinions)


def mail_faults(raw):
    """mixed{ alternative{ text, html, calendar }, attachments } and headers that filters look for."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    for name in ("From", "To", "Subject", "Date", "Message-ID", "MIME-Version"):
        if len(mail.get_all(name, [])) != 1:
            yield "mail", f"{name} is there {len(mail.get_all(name, []))} times"
    if any(len(line) > 998 for line in raw.splitlines()):
        yield "mail", "a line is longer than 998 octets"
    domain = str(mail.get("From", "")).rpartition("@")[2].strip("> ")
    if not str(mail.get("Message-ID", "")).strip("<> ").endswith(domain):
        yield "mail", "the Message-ID is of another domain than From"
    inner = mail
    if mail.get_content_type() == "multipart/mixed":
        inner, *attachments = mail.iter_parts()
        if any(not part.is_attachment() or not part.get_filename() for part in attachments):
            yield "mail", "a part beside the text is no attachment with a name"
    if inner.get_content_type() != "multipart/alternative":
        yield "mail", f"the text is {inner.get_content_type()}, not multipart/alternative"
        return
    parts = list(inner.iter_parts())
    kinds = [part.get_content_type() for part in parts]
    if kinds not in (["text/plain", "text/html"], ["text/plain", "text/html", "text/calendar"]):
        yield "mail", f"the alternatives are {', '.join(kinds)}"
    for part in parts:
        if (part.get_content_charset() or "").lower() != "utf-8":
            yield "mail", f"{part.get_content_type()} does not say charset=utf-8"
        if len(part.get_content().strip()) < 40:
            yield "mail", f"{part.get_content_type()} says next to nothing"
        if part.get_content_type() == "text/html" and re.search(
            r"(src|background)\s*=\s*[\"']?https?:", part.get_content(), re.I
        ):
            yield "mail", "the HTML loads something from a host"
        if part.get_content_type() == "text/calendar":
            body = calendar_bytes(part).decode("utf-8")
            inside = re.search(r"^METHOD:(\w+)\r?$", body, re.M)
            outside = part.get_param("method")
            if not inside or not outside or inside[1].upper() != str(outside).upper():
                yield "mail", f"method={outside} outside, METHOD:{inside and inside[1]} inside"


def calendar_bytes(part):
    """The calendar as written; line ends become CRLF, as mail in transit has them."""
    raw = part.get_payload(decode=True)
    return re.sub(rb"\r?\n", b"\r\n", raw)


def calendars_in(path, raw):
    if path.suffix == ".ics":
        return [raw]
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    return [calendar_bytes(p) for p in mail.walk() if p.get_content_type() in ("text/calendar", "application/ics")]


def faults(paths):
    """Each file with its faults."""
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for path in paths:
            for number, raw in enumerate(calendars_in(path, path.read_bytes())):
                copy = Path(folder) / f"{len(copies)}.ics"
                copy.write_bytes(raw)
                copies[copy] = (path, number)
        third = by_ical_js(list(copies))
        found = {path: [] for path in paths}
        for path in paths:
            if path.suffix == ".eml":
                found[path] += mail_faults(path.read_bytes())
        for copy, (path, _) in copies.items():
            found[path] += calendar_faults(copy.read_bytes(), third[str(copy)])
    return found


def main():
    if sys.argv[1:] == ["--self-test"]:
        from samples import calendars_self_test

        return calendars_self_test(faults)
    paths = [Path(name) for name in sys.argv[1:]]
    if not paths:
        print("no files given")
        return 2
    wrong = 0
    for path, found in faults(paths).items():
        print(f"{'FAIL' if found else 'ok  '} {path.name}")
        for rule, what in found:
            print(f"       {rule}: {what}")
        wrong += bool(found)
    print(f"{len(paths)} calendars and mails looked at, {wrong} with faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
