//! Which record is meant: a field that offers all of a few and finds one of many by its name.
//!
//! Everything works by text alone: what was typed is resolved here, and where several records
//! fit, the form asks which. A script only suggests.

use axum::Json;
use axum::http::header;
use axum::response::IntoResponse;
use base::access::Right;
use base::{Blame, Fault, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use serde::Serialize;
use shell::{Answer, Form, LINE, Pick, Routes, Visit, query_value};
use store::Conn;
use uuid::Uuid;

use crate::actions::finding::{ORGANISATION, PERSON};
use crate::records;
use crate::rules::{found_by, searched_words, sort_key};
use crate::types::{Organisation, Representative};

/// Where suggestions come from.
pub(crate) const SUGGESTIONS: &str = "/{network}/auswahl";
/// So many are all offered; of more, one types a name.
const FEW: i64 = 100;
/// So many are suggested, and so many are asked back about.
const SUGGESTED: i64 = 10;
/// So many are looked at to find the one that is called exactly so.
const LOOKED_AT: i64 = 60;

/// Among what somebody chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Organisations whose records are open; the value is the id.
    Organisations,
    /// People whose records are open; the value is the id.
    People,
    /// Both; the value is `person-` or `organisation-` and the id.
    Parties,
    /// Groups, ended ones too; the value is the id.
    Groups,
}

impl Among {
    const ALL: [Self; 4] = [
        Self::Organisations,
        Self::People,
        Self::Parties,
        Self::Groups,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Organisations => "organisationen",
            Self::People => "personen",
            Self::Parties => "beteiligte",
            Self::Groups => "gremien",
        }
    }

    /// Whether this is a value and no name.
    fn is_value(self, text: &str) -> bool {
        let is_id = |text: &str| text.parse::<Uuid>().is_ok();
        match self {
            Self::Parties => ["person-", "organisation-", "p:", "o:"]
                .iter()
                .any(|kind| text.strip_prefix(kind).is_some_and(is_id)),
            Self::Organisations | Self::People | Self::Groups => is_id(text),
        }
    }
}

/// Whether a network has so few organisations and people that all of them can be offered.
///
/// # Errors
/// When the database fails.
pub fn is_small(conn: &mut Conn<'_>, network: NetworkId) -> Result<bool, Fault> {
    Ok(records::has_few_people(conn, network, FEW)?
        && records::has_few_organisations(conn, network, FEW)?)
}

/// The people of a network whom these names may mean, each with the main function, and the
/// organisations.
///
/// # Errors
/// When the database fails.
pub fn meant_by(
    conn: &mut Conn<'_>,
    network: NetworkId,
    names: &[&str],
) -> Result<(Vec<Representative>, Vec<Organisation>), Fault> {
    let (mut people, mut organisations) =
        (Vec::<Representative>::new(), Vec::<Organisation>::new());
    for name in names {
        for hit in conn.search_kind(network, PERSON, (name, LOOKED_AT))? {
            let found = records::representative(conn, hit.subject.into(), Date::MAX)?;
            let is_new =
                |it: &Representative| people.iter().all(|other| other.person.id != it.person.id);
            let found = found.filter(|it| !it.person.ended && is_new(it));
            people.extend(found);
        }
        for hit in conn.search_kind(network, ORGANISATION, (name, LOOKED_AT))? {
            let found = records::organisation(conn, hit.subject.into())?;
            let is_new = |it: &Organisation| organisations.iter().all(|other| other.id != it.id);
            let found = found.filter(|it| !it.ended && is_new(it));
            organisations.extend(found);
        }
    }
    Ok((people, organisations))
}

/// The network of a choice and the day whose functions stand beside names.
type Where = (NetworkId, Date);

fn person(
    conn: &mut Conn<'_>,
    (network, on): Where,
    id: PersonId,
) -> Result<Option<String>, Fault> {
    let found = records::representative(conn, id, on)?;
    Ok(found
        .filter(|it| it.person.network == network)
        .map(|it| it.line()))
}

fn organisation(
    conn: &mut Conn<'_>,
    (network, _): Where,
    id: OrganisationId,
) -> Result<Option<String>, Fault> {
    let found = records::organisation(conn, id)?;
    Ok(found.filter(|it| it.network == network).map(|it| it.name))
}

/// What a value is called; none where there is no such record in the network.
///
/// # Errors
/// When the database fails.
pub fn named(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    (among, value): (Among, &str),
) -> Result<Option<String>, Fault> {
    let here = (network, on);
    let by_id = |value: &str| value.parse::<Uuid>().ok();
    match among {
        Among::Organisations => {
            by_id(value).map_or(Ok(None), |id| organisation(conn, here, id.into()))
        }
        Among::People => by_id(value).map_or(Ok(None), |id| person(conn, here, id.into())),
        Among::Groups => {
            let found = by_id(value).map_or(Ok(None), |id| records::group(conn, id.into()))?;
            Ok(found.filter(|it| it.network == network).map(|it| it.name))
        }
        Among::Parties => match value.split_once('-') {
            Some(("person", id)) => named(conn, here, (Among::People, id)),
            Some(("organisation", id)) => named(conn, here, (Among::Organisations, id)),
            _ => Ok(None),
        },
    }
}

/// A network's groups, ended ones too: they are few.
fn groups(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<(String, String)>, Fault> {
    let groups = records::every_group_of(conn, network)?.into_iter();
    Ok(groups.map(|it| (it.id.to_string(), it.name)).collect())
}

/// Records by their names: values and labels, those first that begin most alike.
fn find(
    conn: &mut Conn<'_>,
    here: Where,
    among: Among,
    (text, most): (&str, i64),
) -> Result<Vec<(String, String)>, Fault> {
    let mut found = Vec::new();
    if among == Among::Groups {
        let words = searched_words(text);
        found = groups(conn, here.0)?;
        found.retain(|(_, name)| words.iter().all(|it| found_by(&[name]).contains(it)));
        found.truncate(usize::try_from(most).unwrap_or(0));
        return Ok(found);
    }
    if among != Among::People {
        let prefix = if among == Among::Parties {
            "organisation-"
        } else {
            ""
        };
        for hit in conn.search_kind(here.0, ORGANISATION, (text, most))? {
            let name = organisation(conn, here, hit.subject.into())?;
            found.extend(name.map(|name| (format!("{prefix}{}", hit.subject), name)));
        }
    }
    if among != Among::Organisations {
        let prefix = if among == Among::Parties {
            "person-"
        } else {
            ""
        };
        for hit in conn.search_kind(here.0, PERSON, (text, most))? {
            let name = person(conn, here, hit.subject.into())?;
            found.extend(name.map(|name| (format!("{prefix}{}", hit.subject), name)));
        }
    }
    Ok(found)
}

/// What a text means, or what is wrong with it.
fn meant(
    conn: &mut Conn<'_>,
    here: Where,
    among: Among,
    (text, taken): (&str, &[&str]),
) -> Result<Result<String, &'static str>, Fault> {
    if among.is_value(text) {
        return Ok(Ok(text.to_owned()));
    }
    for value in taken.iter().filter(|it| !it.is_empty()) {
        if named(conn, here, (among, value))?.as_deref() == Some(text) {
            return Ok(Ok((*value).to_owned()));
        }
    }
    let found = find(conn, here, among, (text, LOOKED_AT))?;
    let alone = |mut all: Vec<String>| if all.len() == 1 { all.pop() } else { None };
    let same: Vec<String> = found
        .iter()
        .filter(|(_, label)| sort_key(label) == sort_key(text))
        .map(|(value, _)| value.clone())
        .collect();
    if let Some(value) = alone(same) {
        return Ok(Ok(value));
    }
    let none = found.is_empty();
    Ok(
        match alone(found.into_iter().map(|(value, _)| value).collect()) {
            Some(value) => Ok(value),
            None if none => Err("fault-pick-nothing"),
            None => Err("fault-pick-several"),
        },
    )
}

/// Puts the value in place of the name that was typed into a field, before the form is read;
/// where nothing or several fit, the form says so.
///
/// # Errors
/// When the database fails.
pub fn settle(
    conn: &mut Conn<'_>,
    here: (NetworkId, Date),
    form: &mut Form,
    (field, among): (&str, Among),
) -> Result<(), Fault> {
    let text = form.value(field).trim().to_owned();
    let one = form.value(&format!("{field}-one")).to_owned();
    if text.is_empty() || among.is_value(&text) {
        return Ok(());
    }
    if text.chars().count() > LINE {
        return Ok(());
    }
    // An answer to the question which one is meant holds as long as it fits what stands there.
    if among.is_value(&one) {
        let fits = find(conn, here, among, (&text, LOOKED_AT))?;
        if fits.iter().any(|(value, _)| *value == one) {
            put(form, field, one);
            return Ok(());
        }
    }
    let taken = form.value(&format!("{field}-id")).to_owned();
    match meant(conn, here, among, (&text, &[&taken]))? {
        Ok(value) => put(form, field, value),
        Err(fault) => form.blame(Blame::at(field, fault)),
    }
    Ok(())
}

fn put(form: &mut Form, field: &str, value: String) {
    form.forget(field);
    form.put(field, value);
}

/// [`settle`] for a form that has just come.
///
/// # Errors
/// When the database fails, and on an address without a network.
pub async fn settled(
    visit: &Visit,
    mut form: Form,
    (field, among): (&'static str, Among),
) -> Result<Form, base::Halt> {
    let here = (visit.network()?.id, visit.today());
    visit
        .store()
        .read(move |conn| {
            settle(conn, here, &mut form, (field, among))?;
            Ok::<_, base::Halt>(form)
        })
        .await
}

/// Adds the record whose name was typed to those that a field has already.
///
/// # Errors
/// When the database fails.
pub fn settle_several(
    conn: &mut Conn<'_>,
    here: (NetworkId, Date),
    form: &mut Form,
    (field, among): (&str, Among),
) -> Result<(), Fault> {
    let typed = format!("{field}-text");
    let text = form.value(&typed).trim().to_owned();
    if text.is_empty() || text.chars().count() > LINE {
        return Ok(());
    }
    // Who was asked which one is meant has ticked it.
    let found = find(conn, here, among, (&text, LOOKED_AT))?;
    let is_ticked = |value: &String| form.values(field).contains(value);
    if form.has(&format!("{field}-asked")) && found.iter().any(|(value, _)| is_ticked(value)) {
        form.forget(&typed);
        return Ok(());
    }
    match meant(conn, here, among, (&text, &[]))? {
        Ok(value) => {
            if !form.values(field).contains(&value) {
                form.put(field, value);
            }
            form.forget(&typed);
        }
        Err(fault) => form.blame(Blame::at(field, fault)),
    }
    Ok(())
}

fn is_asked(form: &Form, field: &str) -> bool {
    let asks = |blame: &Blame| blame.field == field && blame.key == "fault-pick-several";
    form.blames().iter().any(asks)
}

fn suggestions(visit: &Visit, among: Among) -> Result<String, Fault> {
    let network = visit.network.as_ref();
    let network = network.ok_or_else(|| Fault::new("choose among a network's records"))?;
    let path = crate::links::of(SUGGESTIONS, &network.slug);
    Ok(format!("{}?art={}", visit.href(&path), among.word()))
}

/// All choices, where they are few.
fn all(
    conn: &mut Conn<'_>,
    visit: &Visit,
    here: Where,
    among: Among,
) -> Result<Option<Vec<(String, String)>>, Fault> {
    if among == Among::Groups {
        let all = groups(conn, here.0)?;
        let is_few = i64::try_from(all.len()).is_ok_and(|count| count <= FEW);
        return Ok(is_few.then_some(all));
    }
    let has_people = among != Among::Organisations;
    let has_organisations = among != Among::People;
    if (has_people && !records::has_few_people(conn, here.0, FEW)?)
        || (has_organisations && !records::has_few_organisations(conn, here.0, FEW)?)
    {
        return Ok(None);
    }
    let mut all = Vec::new();
    if has_people {
        for it in records::people_on(conn, here.0, here.1)? {
            all.push(match (among, &it.organisation) {
                (Among::Parties, Some((_, organisation))) => {
                    let args = [
                        ("name", (&it.person.name).into()),
                        ("organisation", organisation.into()),
                    ];
                    let label = visit.tell("register-party-person", &args);
                    (format!("person-{}", it.person.id), label)
                }
                (Among::Parties, None) => (format!("person-{}", it.person.id), it.person.name),
                _ => (it.person.id.to_string(), it.line()),
            });
        }
    }
    if has_organisations {
        for it in records::organisations_of(conn, here.0)? {
            all.push(if among == Among::Parties {
                let args = [("name", it.name.into())];
                let label = visit.tell("register-party-organisation", &args);
                (format!("organisation-{}", it.id), label)
            } else {
                (it.id.to_string(), it.name)
            });
        }
    }
    Ok(Some(all))
}

/// What a field for one record offers, as the form stands; `none` is what the empty choice is
/// called among a few.
///
/// # Errors
/// When the database fails.
pub fn offer(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, on): (NetworkId, Date),
    form: &Form,
    (field, among, none): (&str, Among, &str),
) -> Result<Pick, Fault> {
    let here = (network, on);
    if let Some(mut all) = all(conn, visit, here, among)? {
        all.insert(0, (String::new(), none.to_owned()));
        return Ok(Pick {
            all: Some(all),
            ..Pick::default()
        });
    }
    let value = form.value(field);
    let mut pick = Pick {
        suggest: suggestions(visit, among)?,
        ..Pick::default()
    };
    if let Some(name) = named(conn, here, (among, value))? {
        pick.chosen.push((value.to_owned(), name));
    } else if is_asked(form, field) {
        pick.meant = find(conn, here, among, (value, SUGGESTED))?;
    }
    Ok(pick)
}

/// What a field for several records offers, as the form stands.
///
/// # Errors
/// When the database fails.
pub fn offer_several(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, on): (NetworkId, Date),
    form: &Form,
    (field, among): (&str, Among),
) -> Result<Pick, Fault> {
    let here = (network, on);
    if let Some(all) = all(conn, visit, here, among)? {
        return Ok(Pick {
            all: Some(all),
            ..Pick::default()
        });
    }
    let mut pick = Pick {
        suggest: suggestions(visit, among)?,
        ..Pick::default()
    };
    for value in form.values(field) {
        let name = named(conn, here, (among, value))?;
        pick.chosen.extend(name.map(|name| (value.clone(), name)));
    }
    if is_asked(form, field) {
        let text = form.value(&format!("{field}-text"));
        pick.meant = find(conn, here, among, (text, SUGGESTED))?;
        pick.meant
            .retain(|(value, _)| pick.chosen.iter().all(|(chosen, _)| chosen != value));
    }
    Ok(pick)
}

pub(crate) fn fill(routes: &mut Routes) {
    routes.get(SUGGESTIONS, Right::ReadAsMember, suggest);
}

/// A suggestion as the script reads it.
#[derive(Serialize)]
struct Suggestion {
    id: String,
    label: String,
}

async fn suggest(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let asked = |key| query_value(&visit.query, key).unwrap_or_default();
    let (word, text) = (asked("art"), asked("q"));
    let among = Among::ALL.into_iter().find(|it| it.word() == word);
    let among = among.ok_or(base::Halt::Missing)?;
    let text: String = text.trim().chars().take(LINE).collect();
    let here = (network, visit.today());
    let found = visit
        .store()
        .read(move |conn| find(conn, here, among, (&text, SUGGESTED)))
        .await?;
    let suggested: Vec<Suggestion> = found
        .into_iter()
        .map(|(id, label)| Suggestion { id, label })
        .collect();
    let private = [(header::CACHE_CONTROL, "private, no-store")];
    Ok((private, Json(suggested)).into_response())
}
