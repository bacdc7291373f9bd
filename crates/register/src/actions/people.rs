//! People and their functions.

use base::access::Actor;
use base::{Fault, FunctionId, Halt, Lang, Moment, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::Conn;

use super::organisations::organisation_in;
use super::{Check, finding, voting};
use crate::records::{self, About, Changes};
use crate::rules;
use crate::types::{Function, Person, Term};

/// What is known of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonInput {
    /// The name as it is shown.
    pub name: String,
    /// The name that lists sort by; the shown one where it is empty.
    pub sort_name: String,
    /// How letters address the person: `neutral`, `frau` or `herr`; neutral where it is empty.
    pub address_form: String,
    /// The mail address.
    pub mail: String,
    /// The telephone number.
    pub phone: String,
    /// The language of mails.
    pub lang: Lang,
    /// What the office notes for itself.
    pub note: String,
}

/// What a person is to be at an organisation.
#[derive(Clone, Debug)]
pub struct FunctionInput {
    /// The person.
    pub person: PersonId,
    /// The organisation.
    pub organisation: OrganisationId,
    /// What the person is there.
    pub title: String,
    /// Whether the person speaks for the organisation.
    pub contact: bool,
    /// Whether the person gives the organisation's vote; contacts alone can.
    pub voting: bool,
    /// From when to when.
    pub term: Term,
}

/// The words that letters know for addressing a person.
pub(crate) const ADDRESS_FORMS: [&str; 3] = ["neutral", "frau", "herr"];

/// A person of this network.
pub(crate) fn person_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: PersonId,
) -> Result<Person, Halt> {
    records::person(conn, id)?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

/// Enters a person.
///
/// # Errors
/// Refused where the name is missing.
pub fn add_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &PersonInput,
) -> Result<PersonId, Halt> {
    let id = enter(conn, moment, who, network, input)?;
    finding::find_person(conn, moment, id)?;
    Ok(id)
}

/// Enters a person with a first function; the person that the function names is not looked at.
///
/// # Errors
/// As in [`add_person`] and [`add_function`].
pub fn add_person_at(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, input): (NetworkId, &PersonInput),
    function: FunctionInput,
) -> Result<(PersonId, FunctionId), Halt> {
    let person = enter(conn, moment, who, network, input)?;
    let function = FunctionInput { person, ..function };
    Ok((person, add_function(conn, moment, who, network, &function)?))
}

/// Enters a person whom nobody finds yet.
fn enter(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &PersonInput,
) -> Result<PersonId, Halt> {
    check(input)?;
    let id: PersonId = moment.id();
    let person = filled(id, network, input, false);
    records::insert_person(conn, &person)?;
    let about = about(network, id);
    records::note(conn, moment, who, about, "register-added", person.name)?;
    Ok(id)
}

/// Changes a person's record.
///
/// # Errors
/// Missing in another network; refused where the name is missing.
pub fn change_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, PersonId),
    input: &PersonInput,
) -> Result<(), Halt> {
    let old = person_in(conn, network, id)?;
    check(input)?;
    let new = filled(id, network, input, old.ended);
    let changes = compared(&old, &new);
    if changes.is_empty() {
        return Ok(());
    }
    if old.mail != new.mail {
        super::accounts::follow_mail(conn, &new)?;
    }
    records::update_person(conn, &new)?;
    finding::find_person(conn, moment, id)?;
    let (about, detail) = (about(network, id), changes.detail());
    records::note(conn, moment, who, about, "register-changed", detail)?;
    Ok(())
}

/// Closes a person's record, or opens it again.
///
/// # Errors
/// Missing in another network; refused where the person is the last of the office.
pub fn close_person(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, PersonId),
    closed: bool,
) -> Result<(), Halt> {
    let mut person = person_in(conn, network, id)?;
    if person.ended == closed {
        return Ok(());
    }
    if closed {
        crate::roles::leave_roles(conn, moment, who, (network, id))?;
    }
    person.ended = closed;
    records::update_person(conn, &person)?;
    if !closed {
        voting::leave_votes(conn, moment, who, (network, id))?;
    }
    finding::find_person(conn, moment, id)?;
    let about = about(network, id);
    Ok(records::note_closed(
        conn,
        moment,
        who,
        about,
        (closed, person.name),
    )?)
}

/// Enters a function.
///
/// # Errors
/// Missing in another network; refused where it has no name, ends before it begins, is to vote
/// without being a contact, or where somebody else has the organisation's vote.
pub fn add_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &FunctionInput,
) -> Result<FunctionId, Halt> {
    let person = person_in(conn, network, input.person)?;
    let organisation = organisation_in(conn, network, input.organisation)?;
    check_function(&input.title, (input.contact, input.voting), input.term)?;
    if input.voting {
        let voter = (input.person, input.term);
        voting::refuse_second(conn, "voting", input.organisation, voter)?;
    }
    let id: FunctionId = moment.id();
    records::insert_function(conn, id, input)?;
    finding::find_person(conn, moment, input.person)?;
    let changes = Changes::default()
        .open("register-function", "", &input.title)
        .mark("register-contact", false, input.contact)
        .mark("register-voting", false, input.voting)
        .term(Term::default(), input.term);
    let tie = Tied {
        network,
        person: (person.id, &person.name),
        organisation: (organisation.id, &organisation.name),
    };
    tie.note(conn, moment, who, "register-function-added", changes)?;
    Ok(id)
}

/// Changes a function, except whose and where it is.
///
/// # Errors
/// Missing in another network; refused where it has no name, ends before it begins, is to vote
/// without being a contact, or where somebody else has the organisation's vote.
pub fn change_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, FunctionId),
    (title, (contact, votes), term): (&str, (bool, bool), Term),
) -> Result<PersonId, Halt> {
    let old = function_in(conn, network, id)?;
    check_function(title, (contact, votes), term)?;
    if votes && (!old.voting || old.term != term) {
        voting::refuse_second(conn, "voting", old.organisation, (old.person, term))?;
    }
    let new = Function {
        title: title.to_owned(),
        contact,
        voting: votes,
        term,
        ..old.clone()
    };
    let changes = Changes::default()
        .open("register-function", &old.title, &new.title)
        .mark("register-contact", old.contact, new.contact)
        .mark("register-voting", old.voting, new.voting)
        .term(old.term, new.term);
    if !changes.is_empty() {
        records::update_function(conn, &new)?;
        finding::find_person(conn, moment, old.person)?;
        let changes = if old.title == new.title {
            changes.about("register-function", &old.title)
        } else {
            changes
        };
        let tie = Tied::of(network, &old);
        tie.note(conn, moment, who, "register-function-changed", changes)?;
    }
    Ok(old.person)
}

/// Enters a function's last day; none lets it go on.
///
/// # Errors
/// Missing in another network; refused where the day lies before the first, or where it would go
/// on with a vote that somebody else has got.
pub fn end_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (network, id): (NetworkId, FunctionId),
    until: Option<Date>,
) -> Result<PersonId, Halt> {
    let old = function_in(conn, network, id)?;
    let term = super::ended_term(old.term, until)?;
    if old.voting
        && old
            .term
            .until
            .is_some_and(|last| until.is_none_or(|it| it > last))
    {
        voting::refuse_second(conn, "until", old.organisation, (old.person, term))?;
    }
    records::end_function(conn, id, until)?;
    finding::find_person(conn, moment, old.person)?;
    let changes = Changes::default()
        .term(old.term, term)
        .about("register-function", &old.title);
    let verb = super::ending_verb(
        until,
        "register-function-ended",
        "register-function-resumed",
    );
    Tied::of(network, &old).note(conn, moment, who, verb, changes)?;
    Ok(old.person)
}

/// The two whom a function ties: its history stands with both.
pub(crate) struct Tied<'t> {
    pub(crate) network: NetworkId,
    pub(crate) person: (PersonId, &'t str),
    pub(crate) organisation: (OrganisationId, &'t str),
}

impl<'t> Tied<'t> {
    pub(crate) fn of(network: NetworkId, it: &'t Function) -> Self {
        Self {
            network,
            person: (it.person, &it.person_name),
            organisation: (it.organisation, &it.organisation_name),
        }
    }

    pub(crate) fn note(
        &self,
        conn: &mut Conn<'_>,
        moment: &mut Moment,
        who: &Actor,
        verb: &'static str,
        changes: Changes,
    ) -> Result<(), Fault> {
        let at = changes
            .clone()
            .about("register-organisation", self.organisation.1);
        let about = about(self.network, self.person.0);
        records::note(conn, moment, who, about, verb, at.detail())?;
        let of = changes.about("register-person", self.person.1);
        let about = super::organisations::about(self.network, self.organisation.0);
        records::note(conn, moment, who, about, verb, of.detail())
    }
}

/// A function of this network.
pub(crate) fn function_in(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: FunctionId,
) -> Result<Function, Halt> {
    let function = records::function(conn, id)?.ok_or(Halt::Missing)?;
    person_in(conn, network, function.person)?;
    Ok(function)
}

fn check(input: &PersonInput) -> Result<(), Halt> {
    let mut check = Check::default();
    check.filled(&input.name, "name");
    check.must(
        input.mail.is_empty() || shell::looks_like_mail(&input.mail),
        "mail",
        "fault-mail",
    );
    check.must(
        input.address_form.is_empty() || ADDRESS_FORMS.contains(&input.address_form.as_str()),
        "address_form",
        "fault-choice",
    );
    check.done()
}

fn check_function(title: &str, (contact, voting): (bool, bool), term: Term) -> Result<(), Halt> {
    let mut check = Check::default();
    check.filled(title, "title");
    check.must(contact || !voting, "voting", "register-fault-voting");
    check.must(rules::is_ordered(term), "until", "register-fault-term");
    check.done()
}

pub(super) fn about(network: NetworkId, id: PersonId) -> About {
    About {
        network,
        kind: "person",
        subject: id.into(),
    }
}

fn filled(id: PersonId, network: NetworkId, input: &PersonInput, ended: bool) -> Person {
    let or = |text: &str, other: &str| {
        if text.is_empty() {
            other.to_owned()
        } else {
            text.to_owned()
        }
    };
    Person {
        id,
        network,
        name: input.name.clone(),
        sort_name: or(&input.sort_name, &input.name),
        address_form: or(&input.address_form, "neutral"),
        mail: input.mail.clone(),
        phone: input.phone.clone(),
        lang: input.lang,
        note: input.note.clone(),
        ended,
    }
}

fn compared(old: &Person, new: &Person) -> Changes {
    Changes::default()
        .open("register-name", &old.name, &new.name)
        .open("register-sort-name", &old.sort_name, &new.sort_name)
        .closed(
            "register-address-form",
            &old.address_form,
            &new.address_form,
        )
        .closed("register-mail", &old.mail, &new.mail)
        .closed("register-phone", &old.phone, &new.phone)
        .open("register-lang", old.lang.tag(), new.lang.tag())
        .closed("register-note", &old.note, &new.note)
}
