//! The page of an organisation's record, and its logo.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use base::access::{Right, Subject};
use base::{Fault, Halt, NetworkId, OrganisationId};
use shell::{Answer, Link, Marked, Named, Page, Visit, show};
use store::{Conn, Noted};

use super::super::{alike, functions, groups, here, id, path};
use crate::actions;
use crate::fields::{self, CustomField, RecordKind, Values};
use crate::pages::{self, Ending, OrganisationPage, Portrait, Tie};
use crate::profile::{Address, Channel, Profile};
use crate::records::{self, ChangeState};
use crate::types::{Function, Group, GroupMember, Membership, Organisation};
use crate::{links, regions};

/// What is known of an organisation beside its main record.
struct Known {
    profile: Profile,
    works: Vec<String>,
    regions: Vec<String>,
    parent: Option<Organisation>,
    parts: Vec<(OrganisationId, String)>,
    defined: Vec<CustomField>,
    values: Values,
}

/// A membership with the network's name and what stands in the network's own fields.
struct Tied {
    membership: Membership,
    network: String,
    values: Values,
}

struct Record {
    organisation: Organisation,
    known: Known,
    functions: Vec<Function>,
    memberships: Vec<Tied>,
    membership_fields: Vec<CustomField>,
    groups: Vec<(GroupMember, Group)>,
    waiting: usize,
    journal: Vec<Noted>,
}

fn known(conn: &mut Conn<'_>, it: &Organisation) -> Result<Known, Fault> {
    let profile = records::profile(conn, it.id)?;
    let offered = records::fields_of_work(conn, it.network)?;
    let works = offered
        .into_iter()
        .filter(|work| profile.works.contains(&work.id));
    let chosen = regions::chosen(conn, &profile.regions)?;
    let parent = match profile.parent {
        Some(parent) => records::organisation(conn, parent)?,
        None => None,
    };
    Ok(Known {
        works: works.map(|work| work.name).collect(),
        regions: chosen.into_iter().map(|region| region.label).collect(),
        parent,
        parts: records::parts_of(conn, it.id)?,
        defined: fields::of(conn, it.network, RecordKind::Organisation)?,
        values: fields::values(conn, RecordKind::Organisation, it.id.into())?,
        profile,
    })
}

fn tied(conn: &mut Conn<'_>, organisation: OrganisationId) -> Result<Vec<Tied>, Fault> {
    let mut tied = Vec::new();
    for membership in records::memberships_of(conn, organisation)? {
        let network = records::network(conn, membership.network)?;
        tied.push(Tied {
            network: network.map_or_else(String::new, |it| it.name),
            values: fields::values(conn, RecordKind::Membership, membership.id.into())?,
            membership,
        });
    }
    Ok(tied)
}

fn read(
    conn: &mut Conn<'_>,
    (network, id): (NetworkId, OrganisationId),
    reads_journal: bool,
) -> Result<Record, Halt> {
    let organisation = actions::organisation_in(conn, network, id)?;
    let waiting = records::changes_at(conn, id, 50)?;
    Ok(Record {
        known: known(conn, &organisation)?,
        functions: records::functions_at(conn, id)?,
        memberships: tied(conn, id)?,
        membership_fields: fields::of(conn, network, RecordKind::Membership)?,
        groups: records::groups_of_organisation(conn, id)?,
        waiting: waiting
            .iter()
            .filter(|it| it.state == ChangeState::Waiting)
            .count(),
        journal: if reads_journal {
            conn.journal_of(id)?
        } else {
            Vec::new()
        },
        organisation,
    })
}

pub(super) async fn look(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let (network, slug) = here(&visit)?;
    let organisation: OrganisationId = id(&organisation)?;
    let is_office = visit.may_here(Right::RunOffice);
    let reads_journal = visit.may_here(Right::ReadJournal);
    let record = visit
        .store()
        .read(move |conn| read(conn, (network, organisation), reads_journal))
        .await;
    let record = match record {
        Err(Halt::Missing) => {
            return alike::moved(&visit, Named::Organisation, organisation).await;
        }
        other => other?,
    };
    let href = |address| visit.href(&path(&visit, address, organisation));
    let is_own = visit
        .actor
        .spoken_for_in(network)
        .any(|it| it == organisation);
    let waiting = record.waiting;
    let page = OrganisationPage {
        page: Page::of_record(&visit, record.organisation.name.clone())
            .below(
                visit.say("register-organisations"),
                &links::of(links::ORGANISATIONS, &slug),
            )
            .here(),
        portrait: portrait(&visit, &record.organisation, record.known, is_office),
        people: people(&visit, &record.functions, is_office),
        memberships: memberships(&visit, &record.memberships, &record.membership_fields),
        groups: groups::of_record(&visit, &record.groups),
        journal: pages::journal(&visit, record.journal),
        organisation: record.organisation,
        is_office,
        own_href: is_own.then(|| href(links::OWN_EDIT)),
        waiting: (is_office && waiting > 0).then(|| {
            Link::new(
                visit.tell("register-own-due", &[("count", waiting.into())]),
                visit.href(&links::of(links::OWN_CHANGES, &slug)),
            )
        }),
        edit_href: href(links::ORGANISATION_EDIT),
        close_href: href(links::ORGANISATION_CLOSE),
        reopen_href: href(links::ORGANISATION_REOPEN),
        membership_href: href(links::MEMBERSHIP_NEW),
    };
    show(&page)
}

/// The visiting address in lines.
pub(super) fn address(it: &Organisation) -> Vec<String> {
    let address = Address {
        street: it.street.clone(),
        postcode: it.postcode.clone(),
        town: it.town.clone(),
    };
    address.lines()
}

fn portrait(visit: &Visit, it: &Organisation, known: Known, is_office: bool) -> Portrait {
    let profile = known.profile;
    let at = |id: OrganisationId| visit.href(&path(visit, links::ORGANISATION, id));
    let legal_form = match profile.legal_form.as_str() {
        "" => Marked::default(),
        "other" => Marked::record(visit.content_lang(), &profile.legal_form_other),
        word => Marked::own(visit.say(&format!("register-legal-{word}"))),
    };
    let defined: Vec<CustomField> = known
        .defined
        .into_iter()
        .filter(|field| is_office || !field.internal)
        .collect();
    let channels = profile.channels.iter();
    Portrait {
        legal_form,
        address: address(it),
        postal: profile.postal.lines(),
        works: known.works,
        regions: known.regions,
        channels: channels
            .filter(|it| is_office || is_for_all(it))
            .map(|it| channel(visit, it))
            .collect(),
        parent: known.parent.map(|it| Link::new(it.name, at(it.id))),
        parts: known
            .parts
            .into_iter()
            .map(|(id, name)| Link::new(name, at(id)))
            .collect(),
        logo: logo_of(visit, it.id, &profile),
        values: fields::shown(visit, &defined, &known.values),
    }
}

/// The address of an organisation's logo and what it shows.
pub(super) fn logo_of(
    visit: &Visit,
    id: OrganisationId,
    profile: &Profile,
) -> Option<(String, String)> {
    let logo = profile.logo.as_ref()?;
    // Another picture has another address, so that browsers do not show the old one.
    let mark: String = logo.hash.to_string().chars().take(8).collect();
    let address = path(visit, links::ORGANISATION_LOGO, id);
    Some((format!("{address}?{mark}"), logo.alt.clone()))
}

/// Numbers and mail addresses are the office's, what stands in the open is everybody's.
fn is_for_all(channel: &Channel) -> bool {
    !matches!(channel.kind.as_str(), "phone" | "mobile" | "fax" | "mail")
}

fn channel(visit: &Visit, it: &Channel) -> (String, String, Option<String>) {
    let kind = visit
        .say(&format!("register-channel-{}", it.kind))
        .to_owned();
    let href = match it.kind.as_str() {
        "mail" => Some(format!("mailto:{}", it.address)),
        _ if crate::rules::is_web_address(&it.address) => Some(it.address.clone()),
        _ => None,
    };
    (kind, it.address.clone(), href)
}

/// Those who have a function here; the office sees former ones too.
fn people(visit: &Visit, functions: &[Function], is_office: bool) -> Vec<Tie> {
    let today = visit.today();
    functions
        .iter()
        .filter(|it| is_office || it.term.holds_on(today))
        .map(|it| {
            let tie = Tie {
                title: Marked::record(visit.content_lang(), &it.person_name),
                href: Some(visit.href(&path(visit, links::PERSON, it.person))),
                words: Marked::record(visit.content_lang(), &it.title),
                mark: it.contact.then(|| visit.say("register-contact").to_owned()),
                edit_href: Some(visit.href(&path(visit, links::FUNCTION_EDIT, it.id))),
                ..Tie::default()
            };
            tie.with_term(visit, it.term, functions::ENDING, it.id)
        })
        .collect()
}

/// The memberships, former ones too; those in other networks are those offices' to change.
fn memberships(visit: &Visit, memberships: &[Tied], defined: &[CustomField]) -> Vec<Tie> {
    let is_office = visit.may_here(Right::RunOffice);
    let defined: Vec<CustomField> = defined
        .iter()
        .filter(|field| is_office || !field.internal)
        .cloned()
        .collect();
    let here = visit.network.as_ref().map(|it| it.id);
    memberships
        .iter()
        .map(|it| {
            let is_here = Some(it.membership.network) == here;
            let words = if is_here { "" } else { it.network.as_str() };
            let ending = Ending {
                end: links::MEMBERSHIP_END,
                resume: links::MEMBERSHIP_RESUME,
            };
            let edit = path(visit, links::MEMBERSHIP_EDIT, it.membership.id);
            let tie = Tie {
                title: Marked::own(visit.say(it.membership.kind.key())),
                words: Marked::record(visit.content_lang(), words),
                notes: fields::lines(visit, &defined, &it.values),
                edit_href: Some(visit.href(&edit)),
                ..Tie::default()
            };
            let tie = tie.with_term(visit, it.membership.term, ending, it.membership.id);
            if is_here {
                return tie;
            }
            Tie {
                edit_href: None,
                end_href: None,
                resume_href: None,
                ..tie
            }
        })
        .collect()
}

/// Who may read the network's register may see it, and so may whoever keeps the record.
pub(super) async fn logo(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let (network, _) = here(&visit)?;
    let organisation: OrganisationId = id(&organisation)?;
    let subject = Subject::Organisation {
        network,
        organisation,
    };
    if !visit.may_here(Right::ReadAsMember) && !visit.may(Right::MaintainOrganisation, &subject) {
        return Err(Halt::Missing.into());
    }
    let (bytes, media_type) = visit
        .store()
        .read(move |conn| {
            let it = actions::organisation_in(conn, network, organisation)?;
            let logo = records::profile(conn, it.id)?.logo.ok_or(Halt::Missing)?;
            Ok::<_, Halt>((conn.blob(logo.hash)?, logo.media_type))
        })
        .await?;
    let media_type = HeaderValue::from_str(&media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let headers = [
        (header::CONTENT_TYPE, media_type),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox"),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, max-age=86400"),
        ),
    ];
    Ok((headers, bytes).into_response())
}
