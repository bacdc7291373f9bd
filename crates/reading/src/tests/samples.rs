//! Files that the tests make for themselves: documents, tables and archives as office programs
//! write them, in words of our own.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive of these parts.
pub(super) fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive(parts, CompressionMethod::Deflated)
}

/// An archive of these parts as they are, so that bytes inside can be changed.
pub(super) fn bundled(parts: &[(&str, &[u8])]) -> Vec<u8> {
    archive(parts, CompressionMethod::Stored)
}

fn archive(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, bytes) in parts {
        archive.start_file(*name, options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

pub(super) const DOCX_BODY: &str = r#"<w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Fachtag Pflege im Quartier</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Wir laden </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>herzlich</w:t></w:r><w:r><w:t xml:space="preserve"> ein.</w:t></w:r><w:del><w:r><w:delText>Nicht mehr.</w:delText></w:r></w:del></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Datum:</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3. Juni 2027</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Uhrzeit:</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>9.30 Uhr</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>Ort:</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Stadthalle Gera</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Kaffee &amp; Kuchen</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">Fragen an die </w:t></w:r><w:hyperlink r:id="rId7"><w:r><w:t>Geschäftsstelle</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>"#;

/// A document of Word with this body.
pub(super) fn docx(body: &str) -> Vec<u8> {
    let document = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\" xmlns:r=\"r\"><w:body>{body}</w:body></w:document>"
    );
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\">\
        <w:name w:val=\"heading 1\"/></w:style></w:styles>";
    let links = "<Relationships><Relationship Id=\"rId7\" Target=\"mailto:post@beispiel.example\"/></Relationships>";
    let core = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>Einladung</dc:title>\
        <dcterms:modified>2027-04-20T10:00:00Z</dcterms:modified></cp:coreProperties>";
    bundled(&[
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ])
}

pub(super) const ODT_BODY: &str = r#"<text:h text:outline-level="1">Sommerfest am See</text:h>
<text:p>Am 4. August<text:s/>2027<text:line-break/>um 15 Uhr im Kleinen Saal in Apolda.<office:annotation><text:p>Stimmt das?</text:p></office:annotation></text:p>
<text:list><text:list-item><text:p>Musik</text:p></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Wann</text:p></table:table-cell><table:table-cell><text:p>Was</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>15 Uhr</text:p></table:table-cell><table:table-cell><text:p>Kaffee</text:p></table:table-cell></table:table-row></table:table>"#;

/// A text of `OpenDocument` with this body.
pub(super) fn odt(body: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version=\"1.0\"?><office:document-content xmlns:office=\"o\" xmlns:text=\"x\" xmlns:table=\"t\">\
         <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    bundled(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        (
            "meta.xml",
            b"<m xmlns:dc=\"d\"><dc:date>2027-05-02T08:00:00</dc:date></m>",
        ),
    ])
}

/// A PDF with these pages, each the operators that write it, in a font that it only names.
pub(super) fn pdf(pages: &[&str]) -> Vec<u8> {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut kids = Vec::new();
    for page in pages {
        let number = objects.len() + 1;
        kids.push(format!("{number} 0 R"));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R \
             /Resources << /Font << /F1 3 0 R >> >> >>",
            number + 1
        ));
        objects.push(format!(
            "<< /Length {} >>\nstream\n{page}\nendstream",
            page.len()
        ));
    }
    objects[1] = format!(
        "<< /Type /Pages /Kids [{}] /Count {} >>",
        kids.join(" "),
        kids.len()
    );
    with_table(&objects)
}

/// Objects as a file, with the table of where they are.
fn with_table(objects: &[String]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", number + 1).bytes());
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).bytes());
    for place in &places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    file.extend(
        format!(
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
            places.len() + 1
        )
        .bytes(),
    );
    file
}

/// Lines from the top of a page, each with its place from the left and its size.
pub(super) fn written(lines: &[(u32, u32, u32, &str)]) -> String {
    let mut page = String::from("BT\n");
    for (left, top, size, words) in lines {
        // Letters beyond ASCII as the font's encoding has them.
        let words: String = words
            .chars()
            .map(|it| match it {
                'ä' => "\\344".to_owned(),
                'ö' => "\\366".to_owned(),
                'ü' => "\\374".to_owned(),
                'ß' => "\\337".to_owned(),
                '–' => "\\226".to_owned(),
                '•' => "\\225".to_owned(),
                '(' | ')' => format!("\\{it}"),
                it => it.to_string(),
            })
            .collect();
        let bottom = 842 - top;
        page.extend([format!(
            "/F1 {size} Tf 1 0 0 1 {left} {bottom} Tm ({words}) Tj\n"
        )]);
    }
    page.push_str("ET");
    page
}

/// A rich text as office programs write it.
pub(super) const RTF: &str = r#"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}
{\stylesheet{\s0 Normal;}{\s1\sbasedon0 heading 1;}{\*\cs2 Zeichen;}}
{\info{\title Einladung}{\author Ilse Krapp}{\creatim\yr2027\mo4\dy1}{\revtim\yr2027\mo4\dy20\hr9}}
{\header\pard Netzwerk Beispiel\par}
\pard\plain\s1\outlinelevel0\f0\b Fachtag Pflege im Quartier\par
\pard\plain\f0 Wir laden {\b herzlich} ein \u8211 - f\'fcr alle{\v versteckt}, die\line kommen.\par
\trowd\cellx2000\cellx6000\pard\intbl Datum:\cell\pard\intbl 3. Juni 2027\cell\row
\trowd\cellx2000\cellx6000\pard\intbl Uhrzeit:\cell\pard\intbl 9.30 Uhr\cell\row
\trowd\cellx2000\cellx6000\pard\intbl Ort:\cell\pard\intbl Stadthalle Gera\cell\row
\pard\plain{\listtext\bullet\tab}\ls1\ilvl0 Kaffee & Kuchen\par
\pard\plain Fragen an die {\field{\*\fldinst{HYPERLINK "mailto:post@beispiel.example"}}{\fldrslt{\ul Gesch\'e4ftsstelle}}}.\par
{\pict\pngblip\bin4 }}{{89504e47}}"#;
