//! What people get by mail: that their request is answered, that everything is erased.

#[cfg(test)]
mod tests;

use base::Fault;
use outbox::Sheet;
use serde::{Deserialize, Serialize};
use shell::{Addressed, App, Content, Fate, LetterKind};
use store::Conn;

use crate::actions::Section;
use crate::links;
use crate::records::requests::{self, Kind, State};

/// Everything is erased. The letter outlives the person by its way alone: once it went, nothing
/// says any more to whom.
pub(crate) const ERASED: &str = "privacy.erased";
/// A request is answered.
pub(crate) const ANSWERED: &str = "privacy.answered";

pub(crate) const LETTERS: &[LetterKind] = &[
    LetterKind {
        kind: ERASED,
        compose: erased,
        sample: None,
    },
    LetterKind {
        kind: ANSWERED,
        compose: answered,
        sample: None,
    },
];

/// What the letter says of the erasure, by phrase keys and numbers alone.
#[derive(Serialize, Deserialize)]
pub(crate) struct Told {
    deleted: u64,
    anonymised: u64,
    stays: Vec<Stay>,
}

#[derive(Serialize, Deserialize)]
struct Stay {
    what: String,
    count: u64,
    why: String,
}

impl Told {
    /// The same out of what became of everything.
    pub(crate) fn of(sections: &[Section]) -> Self {
        let all = || sections.iter().flat_map(|it| &it.erased);
        let sum = |fate: Fate| all().filter(|it| it.fate == fate).map(|it| it.count).sum();
        let stays = all().filter_map(|it| match it.fate {
            Fate::Stays(why) => Some(Stay {
                what: it.what.to_owned(),
                count: it.count,
                why: why.to_owned(),
            }),
            Fate::Deleted | Fate::Anonymised => None,
        });
        Self {
            deleted: sum(Fate::Deleted),
            anonymised: sum(Fate::Anonymised),
            stays: stays.collect(),
        }
    }
}

fn erased(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Some(network) = to.network else {
        return Ok(None);
    };
    let Some(network) = register::network(conn, network)? else {
        return Ok(None);
    };
    let told: Told = serde_json::from_str(&to.detail)
        .map_err(|cause| Fault::because("read what an erasure did", cause))?;
    let sheet = Sheet::new(conn, &app.phrases, to)?;
    erased_words(sheet, (&to.to_name, &network.name), &told).map(Some)
}

fn erased_words(
    mut sheet: Sheet<'_>,
    (name, network): (&str, &str),
    told: &Told,
) -> Result<Content, Fault> {
    let network = [("network", network.into())];
    sheet.text(sheet.tell("privacy-letter-hello", &[("name", name.into())]));
    sheet.text(sheet.tell("privacy-letter-erased", &network));
    let counts = [
        ("deleted", told.deleted.into()),
        ("anonymised", told.anonymised.into()),
    ];
    sheet.text(sheet.tell("privacy-letter-erased-counts", &counts));
    if !told.stays.is_empty() {
        sheet.heading(sheet.say("privacy-letter-stays"));
        let line = |it: &Stay| {
            let args = [
                ("what", sheet.say(&it.what).into()),
                ("count", it.count.into()),
                ("why", sheet.say(&it.why).into()),
            ];
            sheet.tell("privacy-letter-stay", &args)
        };
        let lines = told.stays.iter().map(line).collect();
        sheet.list(lines);
    }
    sheet.text(sheet.say("privacy-letter-last"));
    let subject = sheet.tell("privacy-letter-erased-subject", &network);
    content(&sheet, &subject)
}

fn answered(conn: &mut Conn<'_>, app: &App, to: &Addressed) -> Result<Option<Content>, Fault> {
    let Ok(id) = to.subject.parse() else {
        return Ok(None);
    };
    let Some(request) = requests::request(conn, id)? else {
        return Ok(None);
    };
    let sheet = Sheet::new(conn, &app.phrases, to)?;
    let path = format!("{}#{}", links::OWN, links::anchor(request.network));
    let about = (request.kind, request.state);
    answered_words(sheet, &to.to_name, about, app.url(to.lang, &path)).map(Some)
}

fn answered_words(
    mut sheet: Sheet<'_>,
    name: &str,
    (kind, state): (Kind, State),
    door: String,
) -> Result<Content, Fault> {
    sheet.text(sheet.tell("privacy-letter-hello", &[("name", name.into())]));
    let args = [
        ("kind", sheet.say(kind.key()).into()),
        ("state", sheet.say(state.key()).into()),
    ];
    sheet.text(sheet.tell("privacy-letter-answered", &args));
    let label = sheet.say("privacy-letter-answered-link");
    sheet.doors(vec![shell::Link::new(label, door)]);
    let subject = sheet.say("privacy-letter-answered-subject");
    content(&sheet, &subject)
}

fn content(sheet: &Sheet<'_>, subject: &str) -> Result<Content, Fault> {
    let because = sheet.say("privacy-letter-because");
    let (subject, text, html) = sheet.finished(subject, &because)?;
    Ok(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    })
}
