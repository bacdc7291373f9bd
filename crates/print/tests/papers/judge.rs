//! The foreign validator that judges every file.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Asserts that the file is PDF/UA-1 and PDF/A-2a, and leaves it to be looked at.
pub fn judge(name: &str, pdf: &[u8]) {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("papers");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
        assert_eq!(
            failures(pdf, profile),
            Vec::<String>::new(),
            "{name} as {profile:?}"
        );
    }
}

/// What a profile finds wrong with a file.
fn failures(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let report = validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap();
    report
        .failures
        .iter()
        .filter(|failure| !(failure.rule_id == LENGTH_RULE && lengths_are_true(pdf)))
        .map(ToString::to_string)
        .collect()
}

/// Asserts that the judge sees when the marks of one accessible file are gone.
pub fn judge_the_judge(pdf: &[u8]) {
    for (mark, gone) in [
        ("/MarkInfo", "/NoMarkIn"),
        ("/StructTreeRoot", "/NoStructureHere"),
    ] {
        let mut spoilt = pdf.to_vec();
        let mut at = 0;
        while let Some(found) = spoilt[at..]
            .windows(mark.len())
            .position(|window| window == mark.as_bytes())
        {
            at += found;
            spoilt[at..at + mark.len()].copy_from_slice(&gone.as_bytes()[..mark.len()]);
        }
        assert!(at > 0, "the file has no {mark}");
        for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA2a] {
            assert!(
                !failures(&spoilt, profile).is_empty(),
                "{profile:?} without {mark}"
            );
        }
    }
}

/// The validator looks for a stream's end from behind. When packed data happens to end in a
/// carriage return, it takes that and the writer's line feed for one line end and finds one
/// byte missing, so the lengths are counted here again from the front.
const LENGTH_RULE: &str = "ISO 19005-2:2011:6.1.7.1:1";

fn lengths_are_true(pdf: &[u8]) -> bool {
    let find = |from: usize, what: &[u8]| {
        pdf[from..]
            .windows(what.len())
            .position(|window| window == what)
            .map(|at| from + at)
    };
    let mut from = 0;
    while let Some(at) = find(from, b"/Length ") {
        let digits: String = pdf[at + 8..]
            .iter()
            .map(|byte| char::from(*byte))
            .take_while(char::is_ascii_digit)
            .collect();
        let begin = find(at, b"stream\n").unwrap() + 7;
        from = begin + digits.parse::<usize>().unwrap();
        if !pdf[from..].starts_with(b"\nendstream") {
            return false;
        }
    }
    true
}

/// How many pages the file has.
pub fn pages(pdf: &[u8]) -> usize {
    let report = validate_pdf_bytes(
        pdf,
        &ValidationOptions::default().profile(ValidationProfile::PdfUa1),
    );
    report.unwrap().document.page_count
}

/// How often a structure element says that it speaks this language.
pub fn spoken(pdf: &[u8], lang: &str) -> usize {
    let pdf = lopdf::Document::load_mem(pdf).unwrap();
    let elements = pdf.objects.values().filter_map(|it| it.as_dict().ok());
    let said = elements.filter_map(|it| it.get(b"Lang").ok()?.as_str().ok());
    said.filter(|it| it.starts_with(lang.as_bytes())).count()
}
