//! Every form against what nobody should type: no answer breaks, nothing comes back as code.

mod forms;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Method as Verb;
use shell::Method;
use trial::{Seen, Trial, Visitor, form, story};

use crate::access_table::{Door, Row};
use crate::doors::in_order;
use crate::samples::{Samples, filled, furnish};
use forms::{Field, Forms, plain};

/// The column of the office.
const OFFICE: usize = 4;
/// What would run if it came back as it went.
const SCRIPT: &str = "<script>alert(7)</script>";
/// As a value: a script, marks that turn the direction, pictures, a byte that ends texts.
const NASTY: &str = "Probe <script>alert(7)</script> \u{202e}\u{2066}😀\0 \"'&{{7*7}}\r\n.\r\n";
/// As a place in an address.
const PLACES: [&str; 4] = [
    "%00",
    "%3Cscript%3Ealert(7)%3C%2Fscript%3E",
    "%ff%fe",
    "00000000-0000-0000-0000-000000000000",
];
/// Bodies that are no form of ours.
const BODIES: [(&str, &[u8]); 6] = [
    ("application/x-www-form-urlencoded", b""),
    (
        "application/x-www-form-urlencoded",
        b"title=%ff%fe%00&%zz=%&&=&a",
    ),
    ("multipart/form-data", b"--x\r\n"),
    (
        "multipart/form-data; boundary=x",
        b"--x\r\ncontent-disposition: form-data\r\n\r\n--x--",
    ),
    ("application/json", b"{\"title\":1}"),
    ("text/plain; charset=utf-16", b"\xff\xfe<"),
];

/// What was tried, and what was wrong with the answers.
#[derive(Default)]
struct Findings {
    wrong: Vec<String>,
    accepted: usize,
}

impl Findings {
    fn note(&mut self, what: &str, seen: &Seen) {
        if seen.status >= 500 {
            self.wrong.push(format!("{what}: {}", seen.status));
        }
        if seen.status == 303 {
            self.accepted += 1;
            let is_out = seen.location().contains("/anmelden");
            if is_out && !what.contains(" /anmelden") {
                self.wrong
                    .push(format!("{what}: nobody was signed in any more"));
            }
        }
        if seen.header("content-type").starts_with("text/html") {
            let html = seen.html();
            if html.contains(SCRIPT) {
                self.wrong.push(format!("{what}: the script came back"));
            }
            if seen.status == 422 {
                let unnamed = unnamed_faults(&html);
                if !unnamed.is_empty() {
                    self.wrong
                        .push(format!("{what}: no field named: {unnamed:?}"));
                }
            }
        }
    }
}

/// Faults of a refused form that do not begin with the label of the field they lead to, or lead
/// nowhere.
fn unnamed_faults(html: &str) -> Vec<String> {
    let labels: Vec<String> = ["<label ", "<legend "]
        .iter()
        .flat_map(|tag| html.split(tag).skip(1))
        .filter_map(|rest| rest.split_once('>')?.1.split('<').next())
        .map(|label| plain(label).trim().to_owned())
        .filter(|label| !label.is_empty())
        .collect();
    html.split("<a class=\"kern-link\" href=\"#field-")
        .skip(1)
        .filter_map(|rest| {
            let (field, rest) = rest.split_once("\">")?;
            let fault = plain(rest.split_once("</a>")?.0);
            // Nobody types into a hidden field.
            let is_hidden = html.contains(&format!("type=\"hidden\" name=\"{field}\""));
            let is_named = labels.iter().any(|label| fault.starts_with(label.as_str()));
            let is_there = html.contains(&format!("id=\"field-{field}\""));
            let is_fine = is_hidden || (is_named && is_there);
            (!is_fine).then(|| format!("{field}: {fault}"))
        })
        .collect()
}

fn pairs(fields: &[Field]) -> Vec<(String, String)> {
    fields
        .iter()
        .filter(|it| !it.absent)
        .map(|it| (it.name.clone(), it.value.clone()))
        .collect()
}

/// The form as a browser would send it, with another value in one of its fields.
fn with(fields: &[Field], place: usize, value: &str) -> Vec<(String, String)> {
    let mut fields = fields.to_vec();
    if let Some(field) = fields.get_mut(place) {
        value.clone_into(&mut field.value);
        field.absent = false;
    }
    pairs(&fields)
}

fn bad_values(field: &Field) -> Vec<&'static str> {
    match field.kind.as_str() {
        "date" => vec!["0000-01-01", "9999-12-31", NASTY],
        "time" => vec!["24:61", NASTY],
        "select" | "hidden" => vec!["0190a000-0000-7000-8000-000000000000", NASTY],
        _ => vec![NASTY],
    }
}

async fn office(trial: &Trial) -> Visitor {
    trial.signed_in_as(kreis::demo::Role::Office.mail()).await
}

/// The office, again where the form ends sessions.
async fn still(trial: &Trial, office: &Visitor, path: &str) -> Visitor {
    if path == "/abmelden" || path.starts_with("/konto") {
        return self::office(trial).await;
    }
    office.clone()
}

async fn try_form(trial: &Trial, path: &str, fields: &[Field], findings: &mut Findings) {
    let office = office(trial).await;
    for (kind, body) in BODIES {
        let headers = [("content-type", kind), ("sec-fetch-site", "same-origin")];
        let visitor = still(trial, &office, path).await;
        let seen = visitor
            .ask(Verb::POST, path, &headers, Body::from(body))
            .await;
        findings.note(&format!("POST {path} with {kind}"), &seen);
    }
    let share = 1_000_000 / fields.len().max(1);
    let long: Vec<_> = fields
        .iter()
        .map(|it| (it.name.clone(), "Sitzung ".repeat(share / 8)))
        .collect();
    let visitor = still(trial, &office, path).await;
    let seen = visitor.post(path, long).await;
    findings.note(&format!("POST {path} with long texts"), &seen);
    let mut tried = BTreeSet::new();
    for (place, field) in fields.iter().enumerate() {
        // The rows of a form are like each other.
        if !tried.insert(field.name.replace(|it: char| it.is_ascii_digit(), "")) {
            continue;
        }
        for value in bad_values(field) {
            let visitor = still(trial, &office, path).await;
            let seen = visitor.post(path, with(fields, place, value)).await;
            let what = format!("POST {path} with {} = {value:?}", field.name);
            findings.note(&what, &seen);
        }
    }
}

async fn read_all(trial: &Trial, samples: &Samples, forms: &mut Forms, findings: &mut Findings) {
    let office = office(trial).await;
    for row in in_order().iter().filter(|it| it.method == Method::Get) {
        let path = filled(row.sample, samples);
        let seen = office.get(&path).await;
        findings.note(&format!("GET {path}"), &seen);
        forms::collect(&path, &seen.html(), forms);
    }
}

fn may(row: &Row) -> bool {
    row.doors[OFFICE] == Door::Open && row.method == Method::Post
}

story!(no_form_breaks_whatever_is_typed, |trial| async {
    let samples = furnish(trial, "weimar").await;
    let (mut forms, mut findings) = (Forms::new(), Findings::default());
    read_all(trial, &samples, &mut forms, &mut findings).await;
    let mut tried = BTreeSet::new();
    for row in in_order().iter().filter(|it| may(it)) {
        if !tried.insert(row.address) {
            continue;
        }
        let path = filled(row.sample, &samples);
        let fields = forms.get(&path).cloned().unwrap_or_default();
        try_form(trial, &path, &fields, &mut findings).await;
    }
    // What was accepted stands on the pages now, and goes into mails and papers.
    trial.run_due().await;
    read_all(trial, &samples, &mut forms, &mut findings).await;
    let jobs = trial.read(|conn| {
        let broken = "SELECT COUNT(*) FROM job WHERE last_error IS NOT NULL";
        conn.count(broken, &[])
    });
    assert_eq!(jobs.await, 0, "jobs failed");
    assert!(findings.wrong.is_empty(), "{}", findings.wrong.join("\n"));
    let accepted = findings.accepted;
    assert!(accepted > 100, "only {accepted} forms were accepted");
});

story!(no_address_breaks_whatever_stands_in_it, |trial| async {
    let samples = furnish(trial, "weimar").await;
    let mut findings = Findings::default();
    for row in in_order() {
        // Some rows end all sessions of the account.
        let office = office(trial).await;
        for place in PLACES {
            let mut nasty = samples.clone();
            for (word, value) in &mut nasty {
                if *word != "network" {
                    place.clone_into(value);
                }
            }
            let path = filled(row.sample, &nasty);
            let seen = match row.method {
                Method::Get => {
                    let query = "?q=%00%ff%3Cscript%3Ealert(7)%3C/script%3E&jahr=0000&seite=-1\
                                 &tag=%e2%80%ae&done=x&stand=9999999999999999999999";
                    office.get(&format!("{path}{query}")).await
                }
                Method::Post => {
                    let visitor = still(trial, &office, &path).await;
                    visitor.post(&path, form![]).await
                }
            };
            findings.note(&format!("{:?} {path}", row.method), &seen);
        }
    }
    assert!(findings.wrong.is_empty(), "{}", findings.wrong.join("\n"));
});

story!(a_refused_form_says_which_fields_are_meant, |trial| async {
    let typed = form![("name", "Probe"), ("slug", "Probe!")];
    for (path, fault) in [
        ("/weimar/gremium-anlegen", "Adresse: Erlaubt sind 2 bis 60"),
        ("/en/weimar/gremium-anlegen", "Address: "),
    ] {
        let seen = trial.office.post(path, typed.clone()).await;
        assert_eq!(seen.status, 422);
        let links = seen.links();
        let named = links.iter().find(|link| link.0.starts_with(fault));
        assert_eq!(named.map(|link| link.1.as_str()), Some("#field-slug"));
        assert!(!seen.html().contains("<!--"));
    }
});
