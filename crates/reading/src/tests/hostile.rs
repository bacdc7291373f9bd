//! Files that mean no good: each ends in a clear fault, or is read without harm.

use super::samples::{docx, odt, packed, pdf};
use crate::{Fault, MOST_BYTES, documents, read};

fn fault(name: &str, bytes: &[u8]) -> Fault {
    documents(name, bytes)
        .map(|it| format!("{it:?}").len())
        .unwrap_err()
}

#[test]
fn what_cannot_be_read_says_why() {
    let compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    let mut locked = compound.to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let mut cut = packed(&[("a.html", "<p>Wort</p>".repeat(500).as_bytes())]);
    cut.truncate(cut.len() / 2);
    let no_body = packed(&[("word/document.xml", b"<w:document")]);
    let slides = packed(&[("ppt/presentation.xml", b"<p/>")]);
    let secret = packed(&[
        ("content.xml", b"x"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
    ]);
    for (name, bytes, reason) in [
        ("leer.html", &b" \n"[..], Fault::Empty),
        ("riesig.txt", &vec![b'a'; MOST_BYTES + 1], Fault::TooLarge),
        (
            "bild.html",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            Fault::Unknown,
        ),
        ("programm.txt", b"\x7fELF\x02\x01\x01\0\0\0", Fault::Unknown),
        ("alt.docx", &compound, Fault::OldOffice),
        ("leer.rtf", b"{\\rtf1 {\\fonttbl Arial;}}", Fault::NoText),
        ("geheim.xlsx", &locked, Fault::Locked),
        ("geheim.odt", &secret, Fault::Locked),
        ("halb.zip", &cut, Fault::Broken),
        ("halb.docx", &no_body, Fault::Broken),
        ("leer.docx", &docx(""), Fault::NoText),
        ("leer.odt", &odt(""), Fault::NoText),
        ("folien.pptx", &slides, Fault::Unknown),
        ("kein.pdf", b"%PDF-1.7\n", Fault::Broken),
        ("leer.pdf", &pdf(&["q Q"]), Fault::NoText),
    ] {
        assert_eq!(fault(name, bytes), reason, "{name}");
    }
}

#[test]
fn archives_that_explode_are_refused_before_they_do() {
    let nothing = vec![b' '; 9 * 1024 * 1024];
    let bomb = packed(&[("a.html", &nothing)]);
    assert!(bomb.len() < 100_000);
    assert_eq!(fault("bombe.zip", &bomb), Fault::TooMuch);

    // An office document that explodes is one file, whatever is in it.
    let bomb = packed(&[("word/document.xml", &nothing)]);
    assert_eq!(fault("bombe.docx", &bomb), Fault::TooMuch);

    // The list of entries says that it is small; what comes out says otherwise.
    let mut lying = packed(&[("a.html", &nothing)]);
    let size = u32::try_from(nothing.len()).unwrap().to_le_bytes();
    let places: Vec<usize> = (0..lying.len() - 4)
        .filter(|at| lying[*at..*at + 4] == size)
        .collect();
    for at in places {
        lying[at..at + 4].copy_from_slice(&16_u32.to_le_bytes());
    }
    let found = documents("luege.zip", &lying).unwrap();
    assert!(
        matches!(found[0].read, Err(Fault::TooMuch | Fault::Broken)),
        "{:?}",
        found[0].read
    );

    // Archives in archives in archives are not followed.
    let mut inner = packed(&[("a.html", b"<p>Wort</p>")]);
    for _ in 0..30 {
        inner = packed(&[("innen.zip", &inner)]);
    }
    assert_eq!(fault("zwiebel.zip", &inner), Fault::Unknown);
}

#[test]
fn what_is_nested_without_end_is_read_as_if_it_were_flat() {
    let deep = 20_000;
    let page = format!(
        "{}Am 3. Juni 2027{}",
        "<div>".repeat(deep),
        "</div>".repeat(deep)
    );
    assert!(read("tief.html", page.as_bytes()).is_ok());
    let body = format!(
        "{}<w:p><w:r><w:t>Wort</w:t></w:r></w:p>{}",
        "<w:tbl><w:tr><w:tc>".repeat(deep),
        "</w:tc></w:tr></w:tbl>".repeat(deep)
    );
    assert_eq!(read("tief.docx", &docx(&body)).unwrap().text, "Wort");
    let body = format!(
        "{}<text:p>Wort</text:p>{}",
        "<text:list><text:list-item>".repeat(deep),
        "</text:list-item></text:list>".repeat(deep)
    );
    assert_eq!(read("tief.odt", &odt(&body)).unwrap().text, "Wort");
    let groups = format!("{{\\rtf1 {}Wort{}!}}", "{".repeat(deep), "}".repeat(deep));
    assert_eq!(read("tief.rtf", groups.as_bytes()).unwrap().text, "!");
    let rows = format!("{{\\rtf1 {}", "\\trowd\\intbl Wort".repeat(deep));
    assert!(read("tief.rtf", rows.as_bytes()).is_ok());
    let calendar = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VEVENT\n".repeat(deep));
    assert!(read("tief.ics", calendar.as_bytes()).is_ok());
}

#[test]
fn scripts_and_foreign_entities_do_nothing() {
    let page = "<html><body><script>document.write('3. Juni 2027')</script><p>Wort</p>\
        <img src=x onerror=alert(1)><iframe src=//x>Rahmen</iframe></body></html>";
    assert_eq!(read("skript.html", page.as_bytes()).unwrap().text, "Wort");
    let body = "<w:p><w:r><w:t>A&datei;B</w:t></w:r></w:p>";
    let document = format!(
        "<!DOCTYPE d [<!ENTITY datei SYSTEM \"file:///etc/passwd\">]><w:document>{body}</w:document>"
    );
    let file = packed(&[("word/document.xml", document.as_bytes())]);
    assert_eq!(read("fremd.docx", &file).unwrap().text, "AB");
    // Ten of ten of ten: what an entity stands for is not looked for.
    let laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><w:document>\
        <w:p><w:r><w:t>X&b;</w:t></w:r></w:p></w:document>";
    let file = packed(&[("word/document.xml", laughs.as_bytes())]);
    assert_eq!(read("lachen.docx", &file).unwrap().text, "X");
}

#[test]
fn rules_and_times_without_sense_are_left_alone() {
    for line in [
        "DTSTART:99999999T999999Z\nRRULE:FREQ=DAILY",
        "DTSTART:00010101T000000\nRRULE:FREQ=YEARLY;INTERVAL=999;COUNT=999999999",
        "DTSTART:99991231T235959Z\nDURATION:P999999999W\nRRULE:FREQ=DAILY;COUNT=99999",
        "DTSTART:20260101T000000\nDTEND:00010101T000000\nRRULE:FREQ=MONTHLY;BYDAY=-99MO,99SU;BYSETPOS=-999",
        "DTSTART:20260101\nRRULE:FREQ=YEARLY;BYMONTH=-1,13;BYMONTHDAY=-128,127",
        "DTSTART;TZID=../../etc/passwd:20260101T000000\nEXDATE:99999999",
    ] {
        let text = format!(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:x\nSUMMARY:X\n{line}\nEND:VEVENT\nEND:VCALENDAR\n"
        );
        let drafts = read("x.ics", text.as_bytes()).unwrap();
        assert!(drafts.gatherings.len() <= 400, "{line}");
    }
}
