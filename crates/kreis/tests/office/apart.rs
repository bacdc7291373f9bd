//! Files read in a process of their own: the program holds itself to its limits, and every end
//! that it may take becomes a clear fault.

use std::fs;
use std::io::{Cursor, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::time::Duration;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use reading::Fault;
use reading::apart::{Apart, Document};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PROGRAM: &str = env!("CARGO_BIN_EXE_kreis");

fn apart() -> Apart {
    Apart::new(PathBuf::from(PROGRAM))
}

fn packed(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        let options = SimpleFileOptions::default();
        archive.start_file(name.as_str(), options).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn told(documents: &[Document]) -> Vec<String> {
    documents
        .iter()
        .map(|it| match &it.read {
            Ok(drafts) => format!("{}: {}", it.name, drafts.gatherings.len()),
            Err(fault) => format!("{}: {fault:?}", it.name),
        })
        .collect()
}

const PAGE: &str = "<!doctype html><html><body><main><h1>Werkstatt Gute Briefe</h1>\
    <p>Am 4. August 2027 um 10.15 Uhr im Kleinen Saal in Apolda.</p></main></body></html>";

#[test]
fn a_page_is_read_apart_as_it_is_read_here() {
    let documents = apart().read("werkstatt.html", PAGE.as_bytes()).unwrap();

    let here = reading::documents("werkstatt.html", PAGE.as_bytes()).unwrap();
    assert_eq!(documents, here);
    assert_eq!(told(&documents), ["werkstatt.html: 1"]);
}

#[test]
fn an_archive_gives_each_of_its_documents_however_many() {
    let mut entries: Vec<(String, Vec<u8>)> = (0..40)
        .map(|number| (format!("site/{number:02}.html"), PAGE.into()))
        .collect();
    entries.insert(20, ("site/leer.txt".to_owned(), b" \n".to_vec()));
    entries.push(("site/00_files/frame.html".to_owned(), PAGE.into()));
    entries.push(("site/style.css".to_owned(), b"p{}".to_vec()));
    let inner = packed(&[("brief.txt".to_owned(), b"Guten Tag".to_vec())]);
    entries.push(("mehr.zip".to_owned(), inner));

    let documents = apart().read("site.zip", &packed(&entries)).unwrap();

    let told = told(&documents);
    assert_eq!(told.len(), 42);
    assert_eq!(told[0], "site/00.html: 1");
    assert_eq!(told[20], "site/leer.txt: Empty");
    assert_eq!(told[40], "site/39.html: 1");
    assert_eq!(told[41], "mehr.zip/brief.txt: 0");
}

#[test]
fn every_end_of_the_process_is_a_clear_fault() {
    let folder = tempfile::tempdir().unwrap();
    let script = |body: &str| {
        let path = folder.path().join("program");
        fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        let fault = Apart::new(path.clone())
            .read("a.txt", b"Guten Tag")
            .unwrap_err();
        fs::remove_file(path).unwrap();
        fault
    };
    for (body, fault) in [
        ("kill -XCPU $$", Fault::TooLong),
        ("kill -ABRT $$", Fault::TooMuch),
        ("kill -SEGV $$", Fault::Broken),
        ("exit 3", Fault::Broken),
        ("exit 0", Fault::Broken),
        ("echo nonsense", Fault::Broken),
        (
            "echo '{\"Ok\":{\"names\":[\"a.txt\"],\"is_archive\":false}}'; kill -ABRT $$",
            Fault::TooMuch,
        ),
    ] {
        assert_eq!(script(body), fault, "{body}");
    }
    let nowhere = Apart::new(folder.path().join("nowhere"));
    assert_eq!(nowhere.read("a.txt", b"Guten Tag"), Err(Fault::NotStarted));
}

/// Objects as a PDF; readers find them without a table of where they are.
fn pdf(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut file = b"%PDF-1.5\n".to_vec();
    for (number, object) in objects.iter().enumerate() {
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    file.extend(b"trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    file
}

fn stream(about: &str, bytes: &[u8]) -> Vec<u8> {
    let mut object = format!("<< /Length {} {about} >>\nstream\n", bytes.len()).into_bytes();
    object.extend(bytes);
    object.extend(b"\nendstream");
    object
}

fn with_page(contents: Vec<u8>, resources: &str) -> Vec<Vec<u8>> {
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"
    );
    vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        contents,
    ]
}

#[test]
fn a_file_that_takes_too_much_memory_is_stopped() {
    // A row that says of itself that it is 700 MB long.
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(b"BT ET").unwrap();
    let about = "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 700000000 >>";
    let file = pdf(&with_page(stream(about, &packed.finish().unwrap()), ""));

    assert_eq!(apart().read("bombe.pdf", &file), Err(Fault::TooMuch));
}

#[test]
fn a_file_without_end_is_stopped_and_others_of_its_archive_are_read() {
    // Each form draws the next one twice.
    let mut objects = with_page(stream("", b"/F5 Do"), "/XObject << /F5 5 0 R >>");
    for number in 5..45 {
        let next = number + 1;
        let about = format!(
            "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F {next} 0 R >> >>"
        );
        objects.push(stream(&about, b"/F Do /F Do"));
    }
    objects.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b""));
    let file = pdf(&objects);
    let quick = apart().within(Duration::from_secs(2));
    let site = packed(&[
        ("a.html".to_owned(), PAGE.into()),
        ("b.pdf".to_owned(), file),
        ("c.html".to_owned(), PAGE.into()),
    ]);

    let documents = quick.read("site.zip", &site).unwrap();

    assert_eq!(
        told(&documents),
        ["a.html: 1", "b.pdf: TooLong", "c.html: 1"]
    );
}

#[test]
fn a_file_that_is_nested_too_deep_is_stopped() {
    let kids = format!("<< /Type /Pages /Kids {} >>", "[".repeat(400_000));
    let file = pdf(&[
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        kids.into_bytes(),
    ]);

    let fault = apart().read("tief.pdf", &file).unwrap_err();
    assert!(matches!(fault, Fault::Broken | Fault::TooMuch), "{fault:?}");
}
