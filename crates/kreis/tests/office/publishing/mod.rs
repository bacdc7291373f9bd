//! Stories of the room publishing.

mod forms;
mod pages;
mod posts;

use trial::{File, Seen, Trial, form};

const WRITE: &str = "/weimar/meldung-schreiben";

/// A form that can be saved.
fn draft(title: &str, audience: &str) -> Vec<(String, String)> {
    form![
        ("title", title),
        ("lead", "Worum es geht."),
        ("body", "Alle Häuser der Kreisgruppe öffnen ihre Türen."),
        ("audience", audience),
    ]
}

/// Writes and brings out; the address of the post.
async fn published(trial: &Trial, title: &str, audience: &str) -> String {
    let answer = trial.office.post(WRITE, draft(title, audience)).await;
    let address = address(&answer);
    let out = format!("{address}/veroeffentlichung");
    assert_eq!(trial.office.post(&out, form![]).await.status, 303);
    address
}

fn address(answer: &Seen) -> String {
    assert_eq!(answer.status, 303, "{}", answer.text());
    let location = answer.location();
    location.split('?').next().unwrap_or_default().to_owned()
}

/// The head of a picture; enough to be known by.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend([8, 2, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

fn picture(bytes: &[u8]) -> File<'_> {
    File {
        field: "picture",
        name: "fest.png",
        kind: "image/png",
        bytes,
    }
}
