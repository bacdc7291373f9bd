//! The mails that tell somebody of a role: given, for another term, taken, over; and that soon
//! nobody will run the office.

#[cfg(test)]
mod tests;
mod words;

use base::access::{Actor, Role};
use base::{Fault, Moment, NetworkId, PersonId};
use jiff::civil::Date;
use outbox::{NewLetter, Sheet};
use serde::{Deserialize, Serialize};
use shell::{Addressed, App, Content};
use store::Conn;

use super::records;
use super::rules::Place;
use crate::links;
use crate::records::{self as register, accounts};
use crate::types::Term;
use words::{Scene, words};

/// The kind of the letters; their subject is a person, or the day from which nobody runs the
/// office.
pub(crate) const ROLE: &str = "register.role";

/// What has become of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum What {
    /// Somebody gave it.
    Given,
    /// Somebody gave it another term.
    Changed,
    /// Somebody took it.
    Taken,
    /// Its term is over.
    Ended,
    /// With it the last office will end.
    Lapsing,
}

/// What a letter tells, without any name of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct News {
    pub(super) what: What,
    role: String,
    place: String,
    /// What the place is called.
    name: String,
    from: Option<Date>,
    until: Option<Date>,
    /// Whose role it is, in the network's register.
    person: Option<PersonId>,
    /// Whether it comes and goes with a group at a provider of sign-in.
    #[serde(default)]
    by_group: bool,
}

impl News {
    pub(super) fn of(what: What, (role, place, name): (Role, Place, &str), term: Term) -> Self {
        Self {
            what,
            role: role.word().to_owned(),
            place: place.word(),
            name: name.to_owned(),
            from: term.from,
            until: term.until,
            person: None,
            by_group: false,
        }
    }

    /// The same of a role that comes and goes with a group.
    pub(super) fn by_group(self) -> Self {
        Self {
            by_group: true,
            ..self
        }
    }

    const fn term(&self) -> Term {
        Term {
            from: self.from,
            until: self.until,
        }
    }

    fn role(&self) -> Result<(Role, Place), Fault> {
        let role = Role::from_word(&self.role);
        let found = role.zip(Place::from_word(&self.place));
        found.ok_or_else(|| Fault::new("read a role and its place"))
    }
}

/// Tells somebody what an act has done to a role. What the program does by itself, while it is
/// set up, has nobody to name.
pub(super) fn tell(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, person): (NetworkId, PersonId),
    news: &News,
) -> Result<(), Fault> {
    if who.account.is_none() {
        return Ok(());
    }
    let subject = person.to_string();
    send(conn, moment, (network, person), (news, &subject, &who.name))
}

/// Sends a letter to a person's account; nothing where there is none.
pub(super) fn send(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, person): (NetworkId, PersonId),
    (news, subject, by): (&News, &str, &str),
) -> Result<(), Fault> {
    let account = accounts::account_of(conn, person)?.filter(|it| !it.ended);
    let (Some(account), Some(known), Some(here)) = (
        account,
        register::person(conn, person)?,
        register::network(conn, network)?,
    ) else {
        return Ok(());
    };
    let news = News {
        person: Some(person),
        ..news.clone()
    };
    let detail = serde_json::to_string(&news)
        .map_err(|cause| Fault::because("write down what became of a role", cause))?;
    let letter = NewLetter {
        network: Some(network),
        kind: ROLE,
        subject,
        detail,
        about: outbox::About {
            title: here.name,
            day: None,
        },
        to_name: &known.name,
        to_address: &account.mail,
        lang: known.lang,
        by,
    };
    outbox::send_now(conn, moment, &letter).map(drop)
}

/// Writes the mail, as long as what it tells still holds.
pub(crate) fn compose(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
) -> Result<Option<Content>, Fault> {
    let news: News = serde_json::from_str(&to.detail)
        .map_err(|cause| Fault::because("read what became of a role", cause))?;
    let (Some(network), Some(person)) = (to.network, news.person) else {
        return Ok(None);
    };
    let (Some(network), Some(person)) = (
        register::network(conn, network)?,
        register::person(conn, person)?,
    ) else {
        return Ok(None);
    };
    let is_told_so = matches!(news.what, What::Given | What::Changed);
    if is_told_so && !still_holds(conn, (network.id, person.id), &news)? {
        return Ok(None);
    }
    let by = outbox::letter(conn, to.id)?.map_or_else(String::new, |it| it.laid_by);
    let door = match news.what {
        What::Given | What::Changed => links::SIGN_IN.to_owned(),
        What::Lapsing => links::of(links::ROLE_NEW, &network.slug),
        What::Taken | What::Ended => String::new(),
    };
    let scene = Scene {
        wordings: register::wordings(conn, network.id)?,
        mail: to.to_address.clone(),
        door: match door.as_str() {
            "" => door,
            path => app.url(to.lang, path),
        },
        network,
        person,
        news,
        by,
    };
    let sheet = Sheet::new(conn, &app.phrases, to)?;
    let (subject, text, html) = words(sheet, to.lang, &scene)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        automatic: true,
        ..Content::default()
    }))
}

/// Whether the person has the role at this place for this term.
fn still_holds(
    conn: &mut Conn<'_>,
    (network, person): (NetworkId, PersonId),
    news: &News,
) -> Result<bool, Fault> {
    let Some(account) = accounts::account_of(conn, person)? else {
        return Ok(false);
    };
    let (role, place) = news.role()?;
    let at = (network, account.id);
    if role.is_standing() {
        return Ok(accounts::term_of(conn, at, role)? == Some(news.term()));
    }
    let all = records::of_account(conn, at)?;
    let mut same = all.iter().filter(|it| it.role == role && it.place == place);
    Ok(same.any(|it| it.term == news.term()))
}
