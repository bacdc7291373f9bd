//! Pictures that come along with a page, wherever they lie.

use super::samples::packed;
use crate::drafts::PictureDraft;
use crate::{documents, read};

/// As much of a picture as the reader looks at.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nund was ein Bild sonst noch hat";
/// The same as text.
const CODED: &str = "iVBORw0KGgp1bmQgd2FzIGVpbiBCaWxkIHNvbnN0IG5vY2ggaGF0";
const WORDS: &str = "Im Haus am Wehr haben Nachbarinnen und Nachbarn am Samstag gemeinsam den Garten \
    neu angelegt, Beete gebaut und Obstbäume gesetzt, die im Herbst die ersten Früchte tragen sollen.";

/// A page that is news, with this picture below it.
fn page(figure: &str) -> String {
    format!(
        "<html><head><meta property=\"article:published_time\" content=\"2026-04-14T09:00:00\">\
         </head><body><main><h1>Neuer Garten am Wehr</h1><p>{WORDS}</p><p>{WORDS}</p>{figure}\
         </main></body></html>"
    )
}

fn figure(address: &str) -> String {
    format!(
        "<figure><img src=\"{address}\" alt=\"Drei Menschen pflanzen\">\
         <figcaption>Am Wehr wird gepflanzt.</figcaption></figure>"
    )
}

fn pictures(name: &str, bytes: &[u8]) -> Vec<PictureDraft> {
    let mut all = documents(name, bytes).expect("the file is read");
    let drafts = all.remove(0).read.expect("the page is read");
    drafts.post.expect("it is news").pictures
}

/// Whether the only picture came along with its words.
fn came(pictures: &[PictureDraft]) -> bool {
    let [picture] = pictures else {
        panic!("{pictures:?}");
    };
    assert_eq!(picture.caption.as_deref(), Some("Am Wehr wird gepflanzt."));
    assert_eq!(
        picture.alternative.as_deref(),
        Some("Drei Menschen pflanzen")
    );
    picture.bytes.as_deref() == Some(PNG)
}

#[test]
fn a_saved_page_has_its_pictures_beside_it() {
    let html = page(&figure(
        "Neuer%20Garten_files/../Neuer%20Garten_files/wehr.png?w=300",
    ));
    let saved = packed(&[
        ("site/Neuer Garten.html", html.as_bytes()),
        ("site/Neuer Garten_files/wehr.png", PNG),
    ]);

    assert!(came(&pictures("site.zip", &saved)));
}

#[test]
fn no_address_leads_out_of_its_archive_or_to_what_is_no_picture() {
    for address in [
        "../../wehr.png",
        "https://garten.example/wehr.png",
        "file:///wehr.png",
        "seite.html",
        "",
        "%zz%",
        "data:image/png;base64,////",
    ] {
        let html = page(&figure(address));
        let saved = packed(&[("a/seite.html", html.as_bytes()), ("wehr.png", PNG)]);
        let pictures = pictures("site.zip", &saved);
        assert!(pictures.iter().all(|it| it.bytes.is_none()), "{address}");
    }
}

#[test]
fn a_picture_may_be_part_of_its_page() {
    let html = page(&figure(&format!("data:image/png;base64,{CODED}")));
    let pictures = pictures("seite.html", html.as_bytes());

    assert!(came(&pictures));
    assert_eq!(pictures[0].address, "", "it lies nowhere else");
}

#[test]
fn a_page_saved_as_one_has_its_pictures_inside() {
    for (address, head) in [
        (
            "https://garten.example/wehr.png",
            "Content-Location: https://garten.example/wehr.png",
        ),
        (
            "cid:wehr@garten.example",
            "Content-ID: <wehr@garten.example>",
        ),
    ] {
        let html = page(&figure(address));
        let mail = format!(
            "From: <Saved by a browser>\r\nSubject: Neuer Garten\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related; type=\"text/html\"; boundary=\"teil\"\r\n\r\n\
             --teil\r\nContent-Type: text/html; charset=utf-8\r\n\
             Content-Location: https://garten.example/\r\n\r\n{html}\r\n\
             --teil\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\
             {head}\r\n\r\n{CODED}\r\n--teil--\r\n"
        );
        assert!(
            came(&pictures("garten.mhtml", mail.as_bytes())),
            "{address}"
        );
    }
}

#[test]
fn a_document_of_word_has_its_pictures_with_their_captions() {
    let body = format!(
        "<w:document xmlns:w=\"w\" xmlns:r=\"r\" xmlns:wp=\"p\" xmlns:a=\"a\"><w:body>\
         <w:p><w:pPr><w:pStyle w:val=\"Titel\"/></w:pPr><w:r><w:t>Neuer Garten am Wehr</w:t></w:r></w:p>\
         <w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p><w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:docPr id=\"1\" descr=\"Drei Menschen pflanzen\"/>\
         <a:blip r:embed=\"rId4\"/></w:drawing></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val=\"Beschr\"/></w:pPr><w:r><w:t>Am Wehr wird gepflanzt.</w:t></w:r></w:p>\
         </w:body></w:document>"
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>\
        <w:style w:styleId=\"Beschr\"><w:name w:val=\"caption\"/></w:style></w:styles>";
    let links =
        "<Relationships><Relationship Id=\"rId4\" Target=\"media/image1.png\"/></Relationships>";
    let core =
        "<c xmlns:dcterms=\"t\"><dcterms:modified>2026-04-14T10:00:00Z</dcterms:modified></c>";
    let document = packed(&[
        ("word/document.xml", body.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
        ("word/media/image1.png", PNG),
    ]);

    assert!(came(&pictures("garten.docx", &document)));
}

#[test]
fn a_text_of_open_document_has_its_pictures_with_their_captions() {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:text=\"x\" xmlns:style=\"s\" xmlns:draw=\"d\" \
         xmlns:svg=\"v\" xmlns:xlink=\"l\"><office:automatic-styles><style:style style:name=\"P3\" \
         style:parent-style-name=\"Illustration\"/></office:automatic-styles><office:body><office:text>\
         <text:h text:outline-level=\"1\">Neuer Garten am Wehr</text:h><text:p>{WORDS}</text:p>\
         <text:p>{WORDS}<draw:frame><draw:text-box><text:p text:style-name=\"P3\"><draw:frame>\
         <draw:image xlink:href=\"Pictures/1000.svg\"/>\
         <draw:image xlink:href=\"Pictures/1000.png\"/><svg:desc>Drei Menschen pflanzen</svg:desc>\
         </draw:frame>Am Wehr wird gepflanzt.</text:p></draw:text-box></draw:frame></text:p>\
         </office:text></office:body></office:document-content>"
    );
    let document = packed(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        (
            "meta.xml",
            b"<m xmlns:dc=\"d\"><dc:date>2026-04-14T08:00:00</dc:date></m>",
        ),
        ("Pictures/1000.png", PNG),
    ]);

    assert!(came(&pictures("garten.odt", &document)));
}

#[test]
fn pictures_come_along_out_of_an_archive_in_an_archive() {
    let html = page(&figure("bilder/wehr.png"));
    let inner = packed(&[
        ("site/seite.html", html.as_bytes()),
        ("site/bilder/wehr.png", PNG),
    ]);
    let outer = packed(&[("alt/Site.ZIP", inner.as_slice()), ("wehr.png", PNG)]);
    assert!(came(&pictures("alles.zip", &outer)));

    // Nothing leads out of the inner one.
    let html = page(&figure("../../wehr.png"));
    let inner = packed(&[("site/seite.html", html.as_bytes())]);
    let outer = packed(&[("site.zip", inner.as_slice()), ("wehr.png", PNG)]);
    let pictures = pictures("alles.zip", &outer);
    assert!(pictures.iter().all(|it| it.bytes.is_none()), "{pictures:?}");
}

#[test]
fn pictures_are_few_and_travel_as_text() {
    let many: String = (0..20)
        .map(|it| figure(&format!("bilder/{it}.png")))
        .collect();
    let html = page(&many);
    let names: Vec<String> = (0..20).map(|it| format!("bilder/{it}.png")).collect();
    let mut parts: Vec<(&str, &[u8])> = vec![("seite.html", html.as_bytes())];
    parts.extend(names.iter().map(|it| (it.as_str(), PNG)));
    let found = pictures("site.zip", &packed(&parts));
    assert_eq!(found.len(), 20);
    assert_eq!(found.iter().filter(|it| it.bytes.is_some()).count(), 6);

    let html = page(&figure(&format!("data:image/png;base64,{CODED}")));
    let drafts = read("seite.html", html.as_bytes()).expect("a page is read");
    let line = serde_json::to_string(&drafts).expect("drafts can be written");
    assert!(line.contains(CODED), "{line}");
    assert_eq!(serde_json::from_str(&line).ok(), Some(drafts));
}
