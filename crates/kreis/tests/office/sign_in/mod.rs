//! Stories of the room `sign_in`: second factors beside link and password, and other providers.

mod app;
mod demanded;
mod recovery;
mod reset;

use jiff::ToSpan;
use totp_rs::{Builder, Secret};
use trial::{Seen, Trial, Visitor, form};

/// Where factors are kept.
const FACTORS: &str = "/konto/zweiter-faktor";
/// Where one is asked for.
const ASKED: &str = "/anmelden/zweiter-faktor";

/// An app on somebody's phone.
struct Phone(Vec<u8>);

impl Phone {
    /// The app that read the key of a page.
    fn of(page: &Seen) -> Self {
        let letters = secrets(page)
            .first()
            .expect("the page shows a key")
            .replace(' ', "");
        let secret = Secret::try_from_base32(&letters).expect("base 32");
        Self(secret.as_bytes().to_vec())
    }

    /// The code that it shows now.
    fn code(&self, trial: &Trial) -> String {
        let now = trial.app.real_clock.now().as_second();
        let codes = Builder::new().with_secret(self.0.clone()).build();
        let codes = codes.expect("an app takes the key");
        codes
            .generate(u64::try_from(now).expect("after 1970"))
            .to_string()
    }
}

/// What a page shows to be kept: keys and codes.
fn secrets(page: &Seen) -> Vec<String> {
    let html = page.html();
    let parts = html.split("<code class=\"kreis-secret\">").skip(1);
    parts
        .filter_map(|rest| Some(rest.split_once("</code>")?.0.to_owned()))
        .collect()
}

/// Lets time pass on the machine's clock.
fn later(trial: &Trial, span: jiff::Span) {
    let clock = &trial.app.real_clock;
    clock.move_to(clock.now().checked_add(span).unwrap());
}

/// Ties an app to the account of who visits; the phone, and the recovery codes if any are new.
async fn tied(trial: &Trial, visitor: &Visitor, name: &str) -> (Phone, Vec<String>) {
    let begun = visitor.post(&format!("{FACTORS}/app"), form![]).await;
    assert_eq!(begun.status, 303, "{}", begun.main_text());
    let page = visitor.get(begun.location()).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    let phone = Phone::of(&page);
    let fields = form![("code", phone.code(trial)), ("name", name)];
    let done = visitor.post(begun.location(), fields).await;
    assert!(matches!(done.status, 200 | 303), "{}", done.main_text());
    // The next code is another one.
    later(trial, 1.minutes());
    (phone, secrets(&done))
}

/// The address of the one factor with these words in the list.
async fn address_of(visitor: &Visitor, name: &str) -> String {
    visitor.get(FACTORS).await.link(name)
}
