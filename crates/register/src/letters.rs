//! The register's letters, of which a one-time sign-in link is one; and what the letters of all rooms
//! share: how they address people and how they close, and whom an example is written to.

#[cfg(test)]
pub(crate) mod samples;

use base::{AccountId, Fault, Lang, NetworkId, PersonId};
use jiff::SignedDuration;
use outbox::Sheet;
use shell::{Addressed, App, Blank, Content, LetterKind, Link, Phrases, Wording, Wordings};
use store::Conn;
use uuid::Uuid;

use crate::actions::{LINK_LIVES, Step, sign_in_link};
use crate::records::{NetworkRequest, accounts};
use crate::types::{Network, Person, Representative};
use crate::{entrusting, links, records, roles};

/// The kind of the letter.
pub(crate) const SIGN_IN: &str = "register.sign_in";

/// The kind of the letter that tells an office what another one says to belonging; its subject is
/// the network that is told, its detail what was done.
pub(crate) const BELONGING: &str = "register.belonging";

/// The register's letters.
pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: SIGN_IN,
        compose: sign_in,
        sample: None,
    },
    LetterKind {
        kind: entrusting::ACCESS,
        compose: entrusting::access,
        sample: None,
    },
    LetterKind {
        kind: BELONGING,
        compose: belonging,
        sample: None,
    },
    LetterKind {
        kind: roles::ROLE,
        compose: roles::compose,
        sample: None,
    },
];

/// How a network's letters close.
pub const CLOSING: Wording = Wording {
    name: "closing",
    label: "register-wording-closing",
    hint: "register-wording-closing-hint",
    built_in: Some("register-closing"),
    blanks: &[Blank {
        word: "Geschäftsstelle",
        arg: "office",
    }],
    langs: &Lang::ALL,
};

/// The last words of a network's letter: a greeting and who writes.
pub fn closing(
    network: &Network,
    wordings: &Wordings,
    (phrases, lang): (&Phrases, Lang),
) -> String {
    let office = [("office", (&network.office_name).into())];
    let closing = wordings.tell(&CLOSING, (phrases, lang), &office);
    closing.trim_end().to_owned()
}

/// How a letter addresses a person: by family name where the record says how, by the whole
/// name where it is one, and without a name where the record names a function only.
pub fn salutation(sheet: &Sheet<'_>, person: &Person) -> String {
    match greeting(person) {
        (key, None) => sheet.say(key),
        (key, Some(name)) => sheet.tell(key, &[("name", name.into())]),
    }
}

/// The same for a letter on paper.
pub fn salutation_in((phrases, lang): (&Phrases, Lang), person: &Person) -> String {
    match greeting(person) {
        (key, None) => phrases.say(lang, key).to_owned(),
        (key, Some(name)) => phrases.tell(lang, key, &[("name", name.into())]),
    }
}

fn greeting(person: &Person) -> (&'static str, Option<&str>) {
    let family = person.sort_name.split_once(',').map(|(family, _)| family);
    let Some(family) = family else {
        return ("register-salutation-nameless", None);
    };
    let (key, name) = match person.address_form.as_str() {
        "frau" => ("register-salutation-frau", family),
        "herr" => ("register-salutation-herr", family),
        _ => ("register-salutation", person.name.as_str()),
    };
    (key, Some(name.trim()))
}

/// The name of somebody who is not there, in a language.
pub(crate) fn sample_name(phrases: &Phrases, lang: Lang) -> String {
    phrases.say(lang, "register-sample-name").to_owned()
}

/// Somebody who is not there, for examples of letters.
pub fn sample_guest(network: &Network, (phrases, lang): (&Phrases, Lang)) -> Representative {
    let name = sample_name(phrases, lang);
    Representative {
        person: Person {
            id: PersonId::from(Uuid::nil()),
            network: network.id,
            sort_name: name.clone(),
            name,
            address_form: "neutral".to_owned(),
            mail: String::new(),
            phone: String::new(),
            lang,
            note: String::new(),
            ended: false,
        },
        function: String::new(),
        organisation: None,
    }
}

/// Tells an office what another network's office did; a request only while it stands.
fn belonging(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let told = to.subject.parse::<NetworkId>();
    let (Some(from), Ok(told), Some(step)) = (to.network, told, Step::from_word(&to.detail)) else {
        return Ok(None);
    };
    let stands = |it: NetworkRequest| it.parent == told;
    if step == Step::Asked && !records::request_of(conn, from)?.is_some_and(stands) {
        return Ok(None);
    }
    let (Some(from), Some(told)) = (records::network(conn, from)?, records::network(conn, told)?)
    else {
        return Ok(None);
    };
    let mut sheet = Sheet::new(conn, &app.phrases, to)?;
    let args = [("network", from.name.as_str().into())];
    sheet.text(sheet.say("register-salutation-nameless"));
    let key = format!("register-letter-belonging-{}", step.word());
    sheet.text(sheet.tell(&key, &args));
    let page = links::of(links::BELONGING, &told.slug);
    let label = sheet.say("register-letter-belonging-door");
    sheet.doors(vec![Link::new(label, app.url(to.lang, &page))]);
    let wordings = records::wordings(conn, from.id)?;
    let office = [("office", from.office_name.as_str().into())];
    sheet.text(sheet.own(&wordings, &CLOSING, &office));
    let subject = sheet.tell("register-letter-belonging-subject", &args);
    let because = sheet.say("register-letter-belonging-because");
    let (subject, text, html) = sheet.finished(&subject, &because)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }))
}

/// A link that nobody waits for any more is not sent.
const WAITED_FOR: SignedDuration = SignedDuration::from_hours(2);

/// The link is made when the letter goes out, so that its term begins then and its token
/// lies nowhere before.
fn sign_in(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Ok(account) = to.subject.parse::<AccountId>() else {
        return Ok(None);
    };
    let is_open = accounts::account(conn, account)?.is_some_and(|it| !it.ended);
    let waited = app.real_clock.now().duration_since(to.written_at);
    if !is_open || waited > WAITED_FOR {
        return Ok(None);
    }
    let mut moment = app.real_moment();
    let path = sign_in_link(conn, &mut moment, account, LINK_LIVES, &to.detail)?;
    let args = [
        ("link", app.url(to.lang, &path).into()),
        ("site", app.settings.base_url.as_str().into()),
        ("minutes", LINK_LIVES.as_mins().into()),
    ];
    Ok(Some(Content {
        subject: app
            .phrases
            .say(to.lang, "register-letter-sign-in-subject")
            .to_owned(),
        text: app
            .phrases
            .tell(to.lang, "register-letter-sign-in-text", &args),
        automatic: true,
        ..Content::default()
    }))
}
