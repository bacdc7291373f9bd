//! Documents of office programs, PDF, saved pages and mails.

use super::samples::{DOCX_BODY, ODT_BODY, RTF, docx, odt, packed, pdf, written};
use crate::drafts::Drafts;
use crate::page::{Kind, Page, Zone};
use crate::{Fault, documents, page, read};

fn told(drafts: &Drafts) -> Vec<String> {
    let all = drafts.gatherings.iter();
    all.map(|it| {
        let city = it.city.as_ref().map_or("", |it| &it.value);
        let start = it.start.map(|it| it.strftime("%H:%M").to_string());
        format!("{} {:?} {start:?} {city}", it.title, it.day)
    })
    .collect()
}

fn parts(page: &Page, zone: Zone) -> Vec<String> {
    let blocks = page.blocks.iter().filter(|it| it.zone == zone);
    blocks
        .map(|it| {
            let kind = match &it.kind {
                Kind::Heading(level) => format!("h{level}"),
                Kind::Text => "p".to_owned(),
                Kind::Item => "li".to_owned(),
                Kind::Row { is_head: true, .. } => "th".to_owned(),
                Kind::Row { .. } => "tr".to_owned(),
            };
            format!("{kind} {}", page.words(&it.span))
        })
        .collect()
}

#[test]
fn a_document_of_word_keeps_headings_tables_lists_and_links() {
    let bytes = docx(DOCX_BODY);
    let page = page("einladung.docx", &bytes).unwrap();

    assert_eq!(
        parts(&page, Zone::Main),
        [
            "h1 Fachtag Pflege im Quartier",
            "p Wir laden herzlich ein.",
            "tr Datum: | 3. Juni 2027",
            "tr Uhrzeit: | 9.30 Uhr",
            "tr Ort: | Stadthalle Gera",
            "li Kaffee & Kuchen",
            "p Fragen an die Geschäftsstelle (post@beispiel.example).",
        ]
    );
    assert_eq!(
        page.published.map(|it| it.to_string()).as_deref(),
        Some("2027-04-20")
    );
    let drafts = read("einladung.docx", &bytes).unwrap();
    assert_eq!(
        told(&drafts),
        ["Fachtag Pflege im Quartier Whole(2027-06-03) Some(\"09:30\") Gera"]
    );
}

#[test]
fn a_text_box_is_read_once_and_its_paragraphs_by_themselves() {
    let body = "<w:p><w:r><w:t>Außen</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r>\
        <w:t>Innen</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r>\
        <w:t>Innen</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>";
    let page = page("kasten.docx", &docx(body)).unwrap();
    assert_eq!(page.text, "Innen\n\nAußen");
}

#[test]
fn a_text_of_open_document_keeps_headings_tables_and_lists() {
    let bytes = odt(ODT_BODY);
    let page = page("fest.odt", &bytes).unwrap();

    assert_eq!(
        parts(&page, Zone::Main),
        [
            "h1 Sommerfest am See",
            "p Am 4. August 2027\num 15 Uhr im Kleinen Saal in Apolda.",
            "li Musik",
            "th Wann | Was",
            "tr 15 Uhr | Kaffee",
        ]
    );
    assert_eq!(page.title.as_deref(), Some("Sommerfest am See"));
    let drafts = read("fest.odt", &bytes).unwrap();
    assert!(
        told(&drafts)[0].contains("Whole(2027-08-04) Some(\"15:00\") Apolda"),
        "{:?}",
        told(&drafts)
    );
}

#[test]
fn a_rich_text_keeps_headings_tables_lists_and_links() {
    let page = page("einladung.rtf", RTF.as_bytes()).unwrap();

    assert_eq!(
        parts(&page, Zone::Main),
        [
            "h1 Fachtag Pflege im Quartier",
            "p Wir laden herzlich ein – für alle, die\nkommen.",
            "tr Datum: | 3. Juni 2027",
            "tr Uhrzeit: | 9.30 Uhr",
            "tr Ort: | Stadthalle Gera",
            "li Kaffee & Kuchen",
            "p Fragen an die Geschäftsstelle (post@beispiel.example).",
        ]
    );
    assert_eq!(
        page.published.map(|it| it.to_string()).as_deref(),
        Some("2027-04-20")
    );
    let drafts = read("einladung.rtf", RTF.as_bytes()).unwrap();
    assert_eq!(
        told(&drafts),
        ["Fachtag Pflege im Quartier Whole(2027-06-03) Some(\"09:30\") Gera"]
    );
}

#[test]
fn what_a_rich_text_says_of_its_notes_is_not_said_of_its_paragraphs() {
    let text = r"{\rtf1\ansi \pard\s1\ls1{\listtext\pard\plain 1.\tab}Kaffee\par
\trowd\pard\intbl Datum:{\footnote\pard Ohne Gew\'e4hr\par}\cell 3. Juni 2027\cell\row
\pard Ende\par}";
    let page = page("notiz.rtf", text.as_bytes()).unwrap();
    assert_eq!(
        parts(&page, Zone::Main),
        ["li Kaffee", "tr Datum: | 3. Juni 2027", "p Ende"]
    );
}

#[test]
fn a_heading_of_open_document_may_be_a_field() {
    let body = "<text:h text:outline-level=\"1\"><text:title>Sommerfest am See</text:title></text:h>\
        <text:p>Am 4. August 2027</text:p>";
    let page = page("feld.odt", &odt(body)).unwrap();
    assert_eq!(page.text, "Sommerfest am See\n\nAm 4. August 2027");
}

#[test]
fn letters_of_a_rich_text_come_by_code_page_and_by_number() {
    let cyrillic = b"{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2}";
    assert_eq!(page("a.rtf", cyrillic).unwrap().text, "Привет");
    let numbered = b"{\\rtf1\\uc2 Gr\\u252 ueble{\\uc0\\u-10179\\u-8704}\\uc1 \\u8364?}";
    assert_eq!(page("a.rtf", numbered).unwrap().text, "Grüble😀€");
}

const LETTER: &[(u32, u32, u32, &str)] = &[
    (72, 40, 9, "Netzwerk Beispiel"),
    (72, 100, 22, "Fachtag Pflege"),
    (
        72,
        140,
        11,
        "Wir laden alle, die im Quartier mit Pflege zu tun haben, herz-",
    ),
    (
        72,
        154,
        11,
        "lich zu einem Tag mit Austausch und Anregungen in die Stadt-",
    ),
    (72, 168, 11, "halle ein. Für Kaffee ist gesorgt."),
    (72, 200, 11, "Datum:"),
    (160, 200, 11, "3. Juni 2027"),
    (72, 214, 11, "Uhrzeit:"),
    (160, 214, 11, "9.30 Uhr"),
    (72, 228, 11, "Ort:"),
    (160, 228, 11, "Stadthalle, 07545 Gera"),
    (72, 242, 11, "Kosten:"),
    (160, 242, 11, "keine,"),
    (160, 256, 11, "auch das Essen ist frei"),
    (72, 290, 11, "•"),
    (90, 290, 11, "Gespräche am Vormittag"),
    (300, 810, 9, "1"),
];

#[test]
fn a_pdf_keeps_paragraphs_headings_and_rows() {
    let bytes = pdf(&[&written(LETTER)]);
    let page = page("einladung.pdf", &bytes).unwrap();

    assert_eq!(
        parts(&page, Zone::Main),
        [
            "h7 Netzwerk Beispiel",
            "h1 Fachtag Pflege",
            "p Wir laden alle, die im Quartier mit Pflege zu tun haben, herzlich zu einem Tag mit \
             Austausch und Anregungen in die Stadthalle ein. Für Kaffee ist gesorgt.",
            "tr Datum: | 3. Juni 2027",
            "tr Uhrzeit: | 9.30 Uhr",
            "tr Ort: | Stadthalle, 07545 Gera",
            "tr Kosten: | keine,\nauch das Essen ist frei",
            "li Gespräche am Vormittag",
        ]
    );
    assert_eq!(parts(&page, Zone::Frame), ["p 1"]);
    let drafts = read("einladung.pdf", &bytes).unwrap();
    assert_eq!(
        told(&drafts),
        ["Fachtag Pflege Whole(2027-06-03) Some(\"09:30\") Gera"]
    );
}

#[test]
fn columns_are_read_one_after_the_other_and_what_repeats_stands_around() {
    let column = |left: u32, word: &'static str| {
        (0..6).map(move |line: u32| (left, 100 + line * 13, 10, word))
    };
    let mut lines: Vec<_> = column(60, "links steht dies").collect();
    lines.extend(column(320, "rechts steht das"));
    lines.push((60, 30, 8, "Rundbrief des Netzwerks"));
    let sheet = written(&lines);
    let page = page("brief.pdf", &pdf(&[&sheet, &sheet, &sheet])).unwrap();

    let main = parts(&page, Zone::Main);
    assert_eq!(main.len(), 6, "{main:?}");
    assert!(
        main[0].contains("links") && !main[0].contains("rechts"),
        "{main:?}"
    );
    assert!(main[1].contains("rechts"), "{main:?}");
    let around = parts(&page, Zone::Frame);
    assert_eq!(around.len(), 3, "{around:?}");
    assert!(
        around
            .iter()
            .all(|it| it.ends_with("Rundbrief des Netzwerks"))
    );
}

#[test]
fn a_flyer_is_read_column_by_column_whatever_was_drawn_first() {
    let panels = [
        (
            40,
            [
                "Spielnachmittag",
                "für alle Kinder",
                "3. Juni 2027, 15 Uhr",
                "Bürgerhaus Gera",
            ],
        ),
        (
            240,
            [
                "Elternabend",
                "zum Schulanfang",
                "4. Juni 2027, 19 Uhr",
                "Rathaus Apolda",
            ],
        ),
        (
            440,
            [
                "Sommerfest",
                "mit viel Musik",
                "5. Juni 2027, 14 Uhr",
                "Stadtpark Weimar",
            ],
        ),
    ];
    let mut lines = Vec::from([(
        40,
        60,
        20,
        "Unsere Familienwoche im Quartier: drei Tage für Groß und Klein",
    )]);
    // One line of each after the other, each column a little lower than the one before.
    for line in 0..4 {
        for (number, (left, words)) in (0_u32..).zip(&panels) {
            let top = 120 + u32::try_from(line).unwrap() * 16 + number * 6;
            lines.push((*left, top, 10, words[line]));
        }
    }
    let drafts = read("faltblatt.pdf", &pdf(&[&written(&lines)])).unwrap();
    assert_eq!(
        told(&drafts),
        [
            "Spielnachmittag Whole(2027-06-03) Some(\"15:00\") Gera",
            "Elternabend zum Schulanfang Whole(2027-06-04) Some(\"19:00\") Apolda",
            "Sommerfest Whole(2027-06-05) Some(\"14:00\") Weimar",
        ]
    );
}

#[test]
fn a_pdf_of_pictures_alone_says_that_it_has_no_words() {
    let scan = pdf(&["q 595 0 0 842 0 0 cm 0 0 1 1 re f Q"]);
    assert_eq!(page("scan.pdf", &scan), Err(Fault::NoText));
}

#[test]
fn a_page_saved_as_one_file_is_read_as_the_page() {
    let saved = "From: <Saved by a browser>\r\nSubject: Fachtag\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related; type=\"text/html\"; boundary=\"--x\"\r\n\r\n\
        ----x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        <html><body><main><h1>Fachtag Pflege</h1><p>Am 3. Juni 2027 um 9.30 Uhr in der Stadth=\r\nalle \
        in Gera.</p></main></body></html>\r\n----x\r\nContent-Type: text/css\r\n\r\np{}\r\n----x--\r\n";
    let drafts = read("fachtag.mhtml", saved.as_bytes()).unwrap();
    assert_eq!(drafts.title.as_deref(), Some("Fachtag Pflege"));
    assert_eq!(drafts.gatherings.len(), 1, "{:?}", told(&drafts));
    assert!(drafts.text.contains("Stadthalle"));
}

#[test]
fn an_archive_gives_its_documents_and_passes_over_what_is_none() {
    let inner = packed(&[("brief.md", b"# Brief"), ("tiefer.zip", b"PK\x03\x04")]);
    let file = packed(&[
        ("site/a.html", b"<html><body><p>Eins</p></body></html>"),
        ("site/a_files/frame.html", b"<html>nichts</html>"),
        ("__MACOSX/site/._a.html", b"x"),
        ("site/bild.png", &[0, 1, 2]),
        ("mehr.zip", &inner),
        ("leer.txt", b"  "),
    ]);
    let found = documents("site.zip", &file).unwrap();
    let names: Vec<String> = found
        .iter()
        .map(|it| format!("{} {:?}", it.name, it.read.as_ref().err()))
        .collect();
    assert_eq!(
        names,
        [
            "site/a.html None",
            "mehr.zip/brief.md None",
            "leer.txt Some(Empty)"
        ]
    );
    assert_eq!(documents("leer.txt", b" "), Err(Fault::Empty));
    assert_eq!(
        documents("nichts.zip", &packed(&[("a.png", b"x")])),
        Err(Fault::Unknown)
    );
}
