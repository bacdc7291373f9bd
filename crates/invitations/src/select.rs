//! Whom one can choose from, who is reached by a choice or a round, and what stands against
//! writing to somebody.

use base::{Fault, Halt, InvitationId, NetworkId};
use gatherings::Gathering;
use jiff::civil::Date;
use outbox::State;
use register::Among;
use shell::{Form, LINE, Pick, Visit};
use store::Conn;

use crate::letters::INVITATION;
use crate::records::Round;
use crate::rules::{Choice, Chosen, each_once};

/// The field that names single people.
const PEOPLE: (&str, Among) = ("people", Among::People);

/// The form as it came, with ids in place of the name that was typed.
///
/// # Errors
/// When the database fails.
pub async fn settled(visit: &Visit, mut form: Form) -> Result<Form, Halt> {
    let here = (visit.network()?.id, visit.today());
    visit
        .store()
        .read(move |conn| {
            register::settle_several(conn, here, &mut form, PEOPLE)?;
            Ok::<_, Halt>(form)
        })
        .await
}

/// How many functions a form offers, the most frequent.
const MOST_FUNCTIONS: i64 = 30;

/// Everybody whom a network's office can write to, as choices of a form. The template
/// `invitations/choose.html` shows them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choosable {
    /// Whole groups: id and name.
    pub groups: Vec<(String, String)>,
    /// Mailing lists: id and name.
    pub lists: Vec<(String, String)>,
    /// Functions that several people have: its name, and the same with how many.
    pub functions: Vec<(String, String)>,
    /// Single people: id, and who they are in one line.
    pub people: Pick,
}

impl Choosable {
    /// The groups and people of a network, as the form stands.
    ///
    /// # Errors
    /// When the database fails.
    pub fn of(
        conn: &mut Conn<'_>,
        visit: &Visit,
        network: NetworkId,
        form: &Form,
    ) -> Result<Self, Fault> {
        let here = (network, Date::MAX);
        let functions = visit
            .remembered()
            .once(format!("functions {network}"), || {
                register::shared_functions(conn, network, MOST_FUNCTIONS)
            })?;
        Ok(Self {
            groups: register::groups_of(conn, network)?
                .into_iter()
                .filter(|group| !group.ended)
                .map(|group| (group.id.to_string(), group.name))
                .collect(),
            lists: register::mailing_lists_of(conn, network)?
                .into_iter()
                .map(|list| (list.id.to_string(), list.name))
                .collect(),
            functions: functions
                .iter()
                .map(|(title, count)| (title.clone(), format!("{title} ({count})")))
                .collect(),
            people: register::offer_several(conn, visit, here, form, PEOPLE)?,
        })
    }
}

impl Choice {
    /// What a form with `invitations/choose.html` says; what is no id is none that anybody was
    /// offered.
    pub fn of(form: &Form) -> Self {
        Self {
            groups: ids(form, "groups"),
            lists: ids(form, "lists"),
            functions: form
                .values("functions")
                .iter()
                .filter(|title| !title.is_empty() && title.chars().count() <= LINE)
                .cloned()
                .collect(),
            member_contacts: form.has("member_contacts"),
            people: ids(form, "people"),
        }
    }

    /// Ticks in a form what was chosen.
    pub fn put(&self, form: &mut Form) {
        for id in &self.groups {
            form.put("groups", id.to_string());
        }
        for id in &self.lists {
            form.put("lists", id.to_string());
        }
        for title in &self.functions {
            form.put("functions", title.clone());
        }
        for id in &self.people {
            form.put("people", id.to_string());
        }
        if self.member_contacts {
            form.put("member_contacts", "yes");
        }
    }
}

/// The ids among a field's values.
pub(crate) fn ids<T: std::str::FromStr>(form: &Form, field: &str) -> Vec<T> {
    let values = form.values(field).iter();
    values.filter_map(|value| value.parse().ok()).collect()
}

/// Somebody whom a round reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reached {
    /// Who, and what led to it.
    pub chosen: Chosen,
    /// What stands against writing.
    pub bar: Option<Bar>,
}

/// What stands against writing to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// The person was written to already, or a letter waits.
    Invited,
    /// No mail address is known; the person stands on the guest list all the same.
    NoAddress,
    /// Letters to the address came back for good; the person stands on the guest list all the
    /// same.
    Paused,
}

impl Reached {
    /// Whether a letter is laid out for this person.
    pub const fn is_to_be_written_to(&self) -> bool {
        self.bar.is_none()
    }
}

/// Everybody whom a round reaches, each once, in the order of their names.
pub fn people(
    conn: &mut Conn<'_>,
    gathering: &Gathering,
    round: &Round,
) -> Result<Vec<Reached>, Fault> {
    let day = gathering.starts.date();
    chosen(conn, (gathering.network, day), &round.choice)?
        .into_iter()
        .map(|chosen| {
            let bar = bar(conn, gathering, &chosen)?;
            Ok(Reached { chosen, bar })
        })
        .collect()
}

/// Everybody whom a choice means on a day, each once, in the order of their names.
///
/// # Errors
/// When the database fails.
pub fn chosen(
    conn: &mut Conn<'_>,
    (network, day): (NetworkId, Date),
    choice: &Choice,
) -> Result<Vec<Chosen>, Fault> {
    let mut chosen = Vec::new();
    for id in &choice.groups {
        let Some(group) = register::group(conn, *id)?.filter(|it| it.network == network) else {
            continue;
        };
        for guest in register::members_of_group(conn, *id, day)? {
            let via = group.name.clone();
            chosen.push(Chosen { guest, via });
        }
    }
    for id in &choice.lists {
        let Some(list) = register::mailing_list(conn, *id)?.filter(|it| it.network == network)
        else {
            continue;
        };
        for guest in register::mailing_list_people(conn, *id, day)? {
            let via = list.name.clone();
            chosen.push(Chosen { guest, via });
        }
    }
    for title in &choice.functions {
        for guest in register::people_with_function(conn, network, title, day)? {
            let via = title.clone();
            chosen.push(Chosen { guest, via });
        }
    }
    if choice.member_contacts {
        for guest in register::member_contacts(conn, network, day)? {
            let organisation = guest.organisation.as_ref();
            let via = organisation.map_or_else(String::new, |(_, name)| name.clone());
            chosen.push(Chosen { guest, via });
        }
    }
    for id in &choice.people {
        let guest = register::representative(conn, *id, day)?;
        let here = guest.filter(|it| it.person.network == network && !it.person.ended);
        chosen.extend(here.map(|guest| Chosen {
            guest,
            via: String::new(),
        }));
    }
    Ok(each_once(chosen))
}

fn bar(conn: &mut Conn<'_>, gathering: &Gathering, chosen: &Chosen) -> Result<Option<Bar>, Fault> {
    let person = &chosen.guest.person;
    let known = gatherings::invitation_of(conn, gathering.id, person.id)?;
    if let Some(known) = known.filter(|it| !it.withdrawn)
        && (known.invited_at.is_some() || has_letter(conn, known.id)?)
    {
        return Ok(Some(Bar::Invited));
    }
    if person.mail.is_empty() {
        return Ok(Some(Bar::NoAddress));
    }
    Ok(outbox::is_paused(conn, &person.mail)?.then_some(Bar::Paused))
}

/// Whether a letter waits for the person or has gone out; one that was discarded is none.
pub(crate) fn has_letter(conn: &mut Conn<'_>, id: InvitationId) -> Result<bool, Fault> {
    let letters = outbox::letters_about(conn, INVITATION, &id.to_string())?;
    Ok(letters.iter().any(|it| it.state != State::Withdrawn))
}
