//! Mails in the shapes of common programs and servers, of our own making.

/// Lines as they travel.
fn wire(text: &str) -> Vec<u8> {
    text.replace("\r\n", "\n")
        .replace('\n', "\r\n")
        .into_bytes()
}

/// An answer of a calendar program.
#[derive(Clone)]
pub struct Said<'s> {
    pub from: &'s str,
    pub attendee: &'s str,
    pub uid: &'s str,
    pub partstat: &'s str,
    pub sequence: i64,
    pub at: &'s str,
    pub message_id: &'s str,
}

/// As the large desktop program sends it: the calendar beside text and HTML, zone and all.
pub fn desktop(said: &Said<'_>) -> Vec<u8> {
    let Said {
        from,
        attendee,
        uid,
        partstat,
        sequence,
        at,
        message_id,
    } = said;
    wire(&format!(
        "Return-Path: <{from}>
From: =?utf-8?Q?Gesch=C3=A4ftsf=C3=BChrung?= <{from}>
To: <kreis@kreis.beispiel.example>
Subject: =?utf-8?Q?Zugesagt:_Fachkr=C3=A4fte_dringend_gesucht?=
Thread-Topic: Einladung
Date: Tue, 21 Nov 2017 09:00:00 +0100
Message-ID: <{message_id}>
X-MS-Has-Attach:
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=\"_000_desktop_\"

--_000_desktop_
Content-Type: text/plain; charset=\"utf-8\"
Content-Transfer-Encoding: base64

DQo=
--_000_desktop_
Content-Type: text/html; charset=\"utf-8\"

<html><body></body></html>
--_000_desktop_
Content-Type: text/calendar; charset=\"utf-8\"; method=REPLY

BEGIN:VCALENDAR
METHOD:REPLY
PRODID:desktop
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
ATTENDEE;PARTSTAT={partstat};CN=\"Geschäftsführung: Haus; Weimar\":mailto:{attendee}
COMMENT;LANGUAGE=de-DE:Ich bringe Zahlen mit.
UID:{uid}
SUMMARY;LANGUAGE=de-DE:Zugesagt: Fachkräfte dringend gesucht
DTSTART;TZID=W. Europe Standard Time:20171207T140000
CLASS:PUBLIC
DTSTAMP:{at}
SEQUENCE:{sequence}
END:VEVENT
END:VCALENDAR
--_000_desktop_--
"
    ))
}

/// As the large web calendar sends it: base64, and the calendar once more as a file.
pub fn web(said: &Said<'_>) -> Vec<u8> {
    let Said {
        from,
        attendee,
        uid,
        partstat,
        sequence,
        at,
        message_id,
    } = said;
    wire(&format!(
        "From: Haus Weimar <{from}>
Sender: Kalender <calendar-notification@post.beispiel.example>
To: kreis@kreis.beispiel.example
Reply-To: {from}
Auto-Submitted: auto-generated
Subject: Angenommen: Sitzung
Date: Tue, 21 Nov 2017 08:00:00 +0000
Message-ID: <{message_id}>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=\"web-1\"

--web-1
Content-Type: multipart/alternative; boundary=\"web-2\"

--web-2
Content-Type: text/plain; charset=\"UTF-8\"; format=flowed; delsp=yes

Haus Weimar hat diese Einladung beantwortet.
--web-2
Content-Type: text/calendar; charset=\"UTF-8\"; method=REPLY
Content-Transfer-Encoding: 7bit

BEGIN:VCALENDAR
PRODID:web
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REPLY
BEGIN:VEVENT
DTSTART:20171207T130000Z
DTSTAMP:{at}
UID:{uid}
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partstat};CN={attendee}
 ;X-NUM-GUESTS=0:mailto:{attendee}
SEQUENCE:{sequence}
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
--web-2--
--web-1
Content-Type: application/ics; name=\"invite.ics\"
Content-Disposition: attachment; filename=\"invite.ics\"

BEGIN:VCALENDAR
END:VCALENDAR
--web-1--
"
    ))
}

/// As telephones and the free desktop program send it: the calendar behind a short text.
pub fn telephone(said: &Said<'_>) -> Vec<u8> {
    let Said {
        from,
        attendee,
        uid,
        partstat,
        sequence,
        at,
        message_id,
    } = said;
    wire(&format!(
        "From: {from}
To: kreis@kreis.beispiel.example
Subject: Re: Einladung
Date: Tue, 21 Nov 2017 09:00:00 +0100
Message-Id: <{message_id}>
Mime-Version: 1.0 (1.0)
Content-Type: multipart/mixed; boundary=Tel-1

--Tel-1
Content-Type: text/plain; charset=us-ascii

Antwort aus dem Kalender
--Tel-1
Content-Type: text/calendar; method=REPLY; charset=utf-8
Content-Transfer-Encoding: quoted-printable

BEGIN:VCALENDAR
METHOD:REPLY
VERSION:2.0
BEGIN:VEVENT
ATTENDEE;PARTSTAT=3D{partstat}:mailto:{attendee}
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:{at}
END:VEVENT
END:VCALENDAR
--Tel-1--
"
    ))
}

/// A person's answer to a letter of ours.
pub fn answer(from: &str, to_letter: &str, text: &str, message_id: &str) -> Vec<u8> {
    wire(&format!(
        "From: Leitung Haus <{from}>
To: kreis@kreis.beispiel.example
Subject: AW: Einladung
Date: Tue, 21 Nov 2017 10:00:00 +0100
Message-ID: <{message_id}>
In-Reply-To: <{to_letter}>
References: <anfang@haus.beispiel.example> <{to_letter}>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

{text}

Am 20.11.2017 um 09:00 schrieb Geschäftsstelle:
> wir laden Sie herzlich ein
"
    ))
}

/// An absence note with one of these headers.
pub fn absent(from: &str, to_letter: &str, header: &str, message_id: &str) -> Vec<u8> {
    wire(&format!(
        "From: {from}
To: kreis@kreis.beispiel.example
Subject: Automatische Antwort: Einladung
{header}
Message-ID: <{message_id}>
In-Reply-To: <{to_letter}>
Content-Type: text/plain; charset=utf-8

Ich bin bis Montag nicht im Haus.
"
    ))
}

/// A mail that answers nothing, with HTML, a picture from elsewhere and a file.
pub fn stray(from: &str, message_id: &str) -> Vec<u8> {
    wire(&format!(
        "From: {from}
To: kreis@kreis.beispiel.example
Subject: Frage zum Sommerfest
Message-ID: <{message_id}>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=s1

--s1
Content-Type: text/html; charset=utf-8

<p>Wann ist das <b>Sommerfest</b>?</p><script>alert(1)</script><img src=\"https://fremd.example/x.png\">
--s1
Content-Type: text/html; name=\"../../Plan <1>.html\"
Content-Disposition: attachment; filename=\"../../Plan <1>.html\"

<script>alert(2)</script>
--s1--
"
    ))
}

/// A delivery report (RFC 3464) as most servers write it.
pub fn report(to: &str, letter: &str, status: &str, message_id: &str) -> Vec<u8> {
    wire(&format!(
        "Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@post.beispiel.example>
To: kreis@kreis.beispiel.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <{message_id}>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=\"r/1\"

--r/1
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

Your message could not be delivered.
--r/1
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; post.beispiel.example
Arrival-Date: Tue, 21 Nov 2017 09:00:00 +0100 (CET)

Final-Recipient: rfc822; {to}
Original-Recipient: rfc822;{to}
Action: failed
Status: {status}
Remote-MTA: dns; mx.beispiel.example
Diagnostic-Code: smtp; 550 {status} <{to}>: Recipient address rejected:
    User unknown
--r/1
Content-Description: Undelivered Message
Content-Type: message/rfc822

From: kreis@kreis.beispiel.example
To: {to}
Message-ID: <{letter}>
Subject: Einladung

wir laden ein
--r/1--
"
    ))
}

/// The same as a large office server writes it: the letter's head alone comes back.
pub fn report_with_head(to: &str, letter: &str, status: &str, message_id: &str) -> Vec<u8> {
    wire(&format!(
        "From: postmaster@haus.beispiel.example
To: <kreis@kreis.beispiel.example>
Subject: Unzustellbar: Einladung
Message-ID: <{message_id}>
MIME-Version: 1.0
Content-Type: multipart/report; boundary=\"x\"; report-type=delivery-status

--x
Content-Type: text/html; charset=utf-8

<p>Fehler bei der Zustellung</p>
--x
Content-Type: message/delivery-status

Reporting-MTA: dns;haus.beispiel.example

Final-recipient: RFC822;{to}
Action: failed
Status: {status}
Diagnostic-Code: smtp;550 {status} RESOLVER.ADR.RecipNotFound; not found
--x
Content-Type: text/rfc822-headers

From: <kreis@kreis.beispiel.example>
Message-ID:
 <{letter}>
Subject: Einladung
--x--
"
    ))
}

/// Prose with the letter's head below it, as an old server writes it.
pub fn prose(to: &str, letter: &str, message_id: &str) -> Vec<u8> {
    wire(&format!(
        "Return-Path: <>
From: MAILER-DAEMON@alt.beispiel.example
To: kreis@kreis.beispiel.example
Subject: failure notice
Message-ID: <{message_id}>

I tried to deliver your letter and gave up for good.

<{to}>:
Sorry, there is no mailbox by that name here. (#5.1.1)

--- Below this line is a copy of the letter.

From: kreis@kreis.beispiel.example
To: {to}
Message-ID: <{letter}>
Subject: Einladung

wir laden ein
"
    ))
}
