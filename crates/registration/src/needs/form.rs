//! The question itself: what is asked, with purpose, reader and day of deletion beside it.

use base::{Fault, Halt};
use calendar::dates;
use shell::{Field, Fields, Form, Visit};
use store::Conn;
use vault::Zeroizing;

use super::rules::{Kind, Told, last_day};
use super::{actions, records};
use crate::rules::Offered;

/// What was ticked, and what was written, in forms.
const KINDS: &str = "needs";
const WORDS: &str = "needs_words";
/// So much text is sealed as one piece with everything else, so that its length tells nothing.
const LONGEST: usize = 1000;

/// The question as a form shows it.
pub(crate) struct Asking {
    pub(crate) kinds: Field,
    pub(crate) words: Field,
    /// Who reads it.
    pub(crate) readers: String,
    /// When it is forgotten.
    pub(crate) until: String,
}

/// The question for the dates of a desk; none where nobody could read the answer.
///
/// # Errors
/// When the database fails.
pub(crate) fn asking(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (dates, days): (&[Offered], i64),
    fields: &Fields,
) -> Result<Option<Asking>, Halt> {
    let Some(first) = dates.first() else {
        return Ok(None);
    };
    let Some(it) = gatherings::gathering(conn, first.id)? else {
        return Ok(None);
    };
    let today = visit.today();
    if !actions::can_be_told(conn, &visit.app, (&it, today))? {
        return Ok(None);
    }
    let contacts = records::contacts(conn, (it.network, it.group, it.id), today)?;
    let names: Vec<String> = contacts.into_iter().map(|it| it.name).collect();
    let until = match dates {
        [_] => {
            let day = dates::day_long(last_day(it.ends.date(), days), visit.lang);
            visit.tell("needs-until-day", &[("day", day.into())])
        }
        _ => visit.tell("needs-until-days", &[("days", days.into())]),
    };
    Ok(Some(question(visit, fields, names.join(", "), until)))
}

fn question(visit: &Visit, fields: &Fields, readers: String, until: String) -> Asking {
    let choices: Vec<(String, String)> = Kind::ALL
        .into_iter()
        .map(|kind| (kind.word().to_owned(), visit.say(kind.key()).to_owned()))
        .collect();
    Asking {
        kinds: fields.checkboxes(KINDS, "needs-kinds", &choices),
        words: fields
            .area(WORDS, "needs-words")
            .hint(visit.say("needs-words-hint"))
            .rows(3),
        readers,
        until,
    }
}

/// What a form says.
pub(crate) fn typed(form: &mut Form) -> Told {
    let ticked = form.values(KINDS).to_vec();
    Told {
        kinds: Kind::ALL
            .into_iter()
            .filter(|kind| ticked.iter().any(|word| word == kind.word()))
            .collect(),
        words: Zeroizing::new(form.text(WORDS, LONGEST)),
    }
}

/// Whether a desk asks for needs at all, and somebody could read them; said to its office.
///
/// # Errors
/// When the database fails.
pub(crate) fn lacks(
    conn: &mut Conn<'_>,
    visit: &Visit,
    it: &gatherings::Gathering,
) -> Result<Option<&'static str>, Fault> {
    if visit.app.tool::<vault::Vault>().is_none() {
        return Ok(Some("needs-lacks-keys"));
    }
    let of = (it.network, it.group, it.id);
    let nobody = records::contacts(conn, of, visit.today())?.is_empty();
    Ok(nobody.then_some("needs-lacks-contact"))
}
