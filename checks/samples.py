"""Calendars and mails without fault, and the same with one fault planted each."""

import tempfile
from email.message import EmailMessage
from pathlib import Path

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""

FEED = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kreis//Probe//DE
METHOD:PUBLISH
{ZONE}BEGIN:VEVENT
UID:1@probe.example
DTSTAMP:20171120T080000Z
SEQUENCE:2
DTSTART;TZID=Europe/Berlin:20171207T140000
DTEND;TZID=Europe/Berlin:20171207T163000
SUMMARY:Fachkräfte dringend gesucht
END:VEVENT
BEGIN:VEVENT
UID:2@probe.example
DTSTAMP:20171120T080000Z
DTSTART;TZID=Europe/Berlin:20180301T090000
DTEND;TZID=Europe/Berlin:20180301T100000
RRULE:FREQ=MONTHLY;BYDAY=1TH;COUNT=12
SUMMARY:Sprechstunde über die Sommerzeit hinweg
END:VEVENT
END:VCALENDAR
"""

REQUEST = f"""BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Kreis//Probe//DE
METHOD:REQUEST
{ZONE}BEGIN:VEVENT
UID:1@probe.example
DTSTAMP:20171120T080000Z
SEQUENCE:0
ORGANIZER;CN=Geschäftsstelle:mailto:buero@probe.example
ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:leitung@jobcenter.example
DTSTART;TZID=Europe/Berlin:20171207T140000
DTEND;TZID=Europe/Berlin:20171207T163000
SUMMARY:Fachkräfte dringend gesucht
END:VEVENT
END:VCALENDAR
"""

HTML = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Einladung</title></head>
<body><p>Guten Tag, hiermit laden wir Sie zur Sitzung am 7. Dezember ein.</p></body></html>
"""
TEXT = "Guten Tag,\n\nhiermit laden wir Sie zur Sitzung am 7. Dezember 2017 ein.\n\nIhre Geschäftsstelle\n"


def wire(text):
    return text.replace("\n", "\r\n").encode("utf-8")


def mail(calendar=REQUEST, method="REQUEST", html=HTML, attachment=True, order=("html", "calendar"), sender=None):
    """A good invitation, unless an argument spoils it."""
    message = EmailMessage()
    message["From"] = sender or "Geschäftsstelle <buero@probe.example>"
    message["To"] = "leitung@jobcenter.example"
    message["Subject"] = "Einladung: Fachkräfte dringend gesucht"
    message["Date"] = "Mon, 20 Nov 2017 09:00:00 +0100"
    message["Message-ID"] = "<1.1@probe.example>"
    message.set_content(TEXT, cte="quoted-printable")
    for kind in order:
        if kind == "html":
            message.add_alternative(html, subtype="html", cte="quoted-printable")
        else:
            message.add_alternative(
                wire(calendar).decode(), subtype="calendar", params={"method": method}, cte="base64"
            )
    if attachment:
        message.add_attachment(b"%PDF-1.7\n", maintype="application", subtype="pdf", filename="Einladung.pdf")
    return message.as_bytes(policy=message.policy.clone(linesep="\r\n"))


def planted():
    """Name, file ending, bytes, and the rule that must complain (None: no fault)."""
    long_line = "SUMMARY:" + "Fachkräfte " * 10
    yield "feed", ".ics", wire(FEED), None
    yield "request", ".ics", wire(REQUEST), None
    yield "bare line feeds", ".ics", FEED.encode(), "wire"
    yield "long line", ".ics", wire(FEED.replace("SUMMARY:Fachkräfte dringend gesucht", long_line)), "wire"
    split = wire(FEED).replace("ä".encode(), b"\xc3\r\n \xa4", 1)
    yield "cut letter", ".ics", split, "wire"
    yield "no zone", ".ics", wire(FEED.replace(ZONE, "")), "zone"
    wrong_zone = FEED.replace("TZOFFSETTO:+0100", "TZOFFSETTO:+0130")
    yield "zone off by half an hour", ".ics", wire(wrong_zone), "agreement"
    yield "person in public", ".ics", wire(
        FEED.replace("SEQUENCE:2\n", "SEQUENCE:2\nATTENDEE:mailto:a@probe.example\n")
    ), "people"
    yield "request without organiser", ".ics", wire(
        "\n".join(line for line in REQUEST.split("\n") if not line.startswith("ORGANIZER"))
    ), "method"
    yield "request without sequence", ".ics", wire(REQUEST.replace("SEQUENCE:0\n", "")), "method"
    yield "cancel without status", ".ics", wire(REQUEST.replace("METHOD:REQUEST", "METHOD:CANCEL")), "method"
    yield "broken", ".ics", wire(FEED.replace("END:VEVENT\n", "", 1)), "refused"
    yield "no day", ".ics", wire(FEED.replace("20171207T140000", "20171307T140000")), "refused"
    yield "mail", ".eml", mail(), None
    yield "mail without attachment", ".eml", mail(attachment=False), None
    yield "mail without calendar", ".eml", mail(order=("html",)), None
    yield "other method outside", ".eml", mail(method="PUBLISH"), "mail"
    yield "calendar before html", ".eml", mail(order=("calendar", "html")), "mail"
    yield "text only", ".eml", mail(order=(), attachment=False), "mail"
    yield "foreign picture", ".eml", mail(html=HTML.replace("<p>", '<img alt="" src="https://x.example/a.png"><p>')), "mail"
    yield "foreign sender", ".eml", mail(sender="buero@other.example"), "mail"
    yield "fault inside", ".eml", mail(calendar=REQUEST.replace("SEQUENCE:0\n", "")), "method"


def calendars_self_test(faults):
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        cases = {}
        for name, ending, raw, rule in planted():
            path = Path(folder) / (name.replace(" ", "-") + ending)
            path.write_bytes(raw)
            cases[path] = (name, rule)
        for path, found in faults(list(cases)).items():
            name, rule = cases[path]
            good = not found if rule is None else rule in [r for r, _ in found]
            print(f"{'ok  ' if good else 'FAIL'} {name}: {found[0] if found else 'no fault'}")
            wrong += not good
    return 1 if wrong else 0
