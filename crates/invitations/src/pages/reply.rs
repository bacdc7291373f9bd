//! The page behind a mail's link: the facts, one answer, one button.

use askama::Template;
use base::Halt;
use calendar::dates;
use gatherings::{Document, Online, State};
use register::Network;
use registration::{PlaceState, Stage};
use shell::{Fields, Form, NetworkCard, Page, Visit};
use store::Conn;

use super::guests::{other_replies, replies};
use super::{answer_of, is_open};
use crate::actions::{ByLink, documents_for};
use crate::links;

/// Answering without an account.
#[derive(Template)]
#[template(path = "invitations/reply.html")]
pub(crate) struct ReplyPage {
    pub(crate) page: Page,
    guest: String,
    state: &'static str,
    state_label: String,
    when: String,
    iso: String,
    place: String,
    address: String,
    access: String,
    online: Option<Online>,
    focus: String,
    agenda: Vec<(String, String)>,
    documents: Vec<Paper>,
    recorded: Option<Recorded>,
    /// Where to come is to register: how far that has come.
    registers: Option<Registers>,
    closed: Option<&'static str>,
    is_done: bool,
    action: String,
    fields: Fields,
    replies: Vec<(String, String)>,
    contact: Vec<String>,
}

/// Registration as an invited person finds it.
struct Registers {
    /// The form, where it is open and they have no place.
    form: Option<String>,
    /// What is to be said instead.
    says: &'static str,
}

/// What stands in the guest list now.
struct Recorded {
    mark: &'static str,
    reply: String,
    deputy: String,
    note: String,
}

/// A document that the guest may open.
struct Paper {
    href: String,
    title: String,
    what: String,
}

fn papers(visit: &Visit, token: &str, documents: Vec<Document>) -> Vec<Paper> {
    let papers = documents.into_iter().map(|it| Paper {
        href: visit.href(&links::reply_document(token, it.id)),
        what: gatherings::file_words(visit, &it.content_type, it.size),
        title: it.title,
    });
    papers.collect()
}

/// A link that opens nothing.
#[derive(Template)]
#[template(path = "invitations/closed.html")]
pub(crate) struct ClosedPage {
    pub(crate) page: Page,
    pub(crate) contacts: Vec<(String, Vec<String>)>,
}

/// How the office of a network can be reached, a line each.
pub(crate) fn contact(network: &Network) -> Vec<String> {
    [
        &network.office_name,
        &network.office_phone,
        &network.office_mail,
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .cloned()
    .collect()
}

/// What the layout shows of a network.
pub(crate) fn card(network: &Network) -> NetworkCard {
    NetworkCard {
        id: network.id,
        slug: network.slug.clone(),
        name: network.name.clone(),
        zone: network.zone.clone(),
        accent: network.accent.clone(),
        logo_alt: network.logo.map(|_| network.logo_alt.clone()),
        sample_data: network.sample_data,
        office_name: network.office_name.clone(),
        office_mail: network.office_mail.clone(),
    }
}

/// The page of a link that opens something. `form` is what was typed or preselected; `done`
/// says that the answer was just taken.
pub(crate) fn reply_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (found, token): (&ByLink, &str),
    (form, is_done): (Form, bool),
) -> Result<ReplyPage, Halt> {
    let (it, invitation) = (&found.gathering, &found.invitation);
    let standing = registration::standing_of(conn, (it.id, invitation.person))?;
    let entry = registration::entry(conn, it, visit.now)?;
    let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
    let guest = register::person(conn, invitation.person)?.ok_or(Halt::Missing)?;
    let agenda = gatherings::agenda(conn, it.id)?;
    let documents = documents_for(conn, it, invitation.person)?;
    let times = gatherings::agenda_times(it, &agenda);
    let mut page = Page::of_record(visit, &it.title).of_network(&card(&network));
    page.sign_in_href = visit.href("/anmelden");
    Ok(ReplyPage {
        page,
        guest: guest.name,
        state: it.state.word(),
        state_label: visit.say(it.state.key()).to_owned(),
        when: dates::span(it.starts, it.ends, visit.lang),
        iso: dates::iso_local(it.starts),
        place: it.venue_name.clone(),
        address: it.address(),
        access: it.venue_access.clone(),
        online: it.online(true, visit.now),
        focus: if it.focus == it.title {
            String::new()
        } else {
            it.focus.clone()
        },
        agenda: times
            .into_iter()
            .map(|time| time.map_or_else(String::new, |time| dates::time(time, visit.lang)))
            .zip(agenda.into_iter().map(|item| item.title))
            .collect(),
        recorded: (invitation.reply.is_some() || standing.is_some()).then(|| {
            let (mark, reply) = answer_of(visit, invitation.reply, standing);
            Recorded {
                mark,
                reply,
                deputy: invitation.deputy.clone(),
                note: invitation.note.clone(),
            }
        }),
        replies: if entry.is_some() {
            other_replies(visit, standing.is_some())
        } else {
            replies(visit)
        },
        registers: entry.map(|entry| {
            let is_open = entry.stage == Stage::Running && standing.is_none();
            let path = registration::links::guest_form(&network.slug, &it.slug, token);
            Registers {
                form: is_open.then(|| visit.href(&path)),
                says: match (standing, entry.stage) {
                    (Some(PlaceState::Confirmed), _) => "invitations-registers-placed",
                    (Some(_), _) => "invitations-registers-pending",
                    (None, Stage::Running) => "invitations-registers-open",
                    (None, Stage::Early) => "invitations-registers-early",
                    (None, _) => "invitations-registers-over",
                },
            }
        }),
        closed: (!is_open(it, visit.now)).then_some(match it.state {
            State::Cancelled => "invitations-closed-cancelled",
            _ => "invitations-closed-begun",
        }),
        is_done,
        action: visit.href(&links::reply_page(token)),
        documents: papers(visit, token, documents),
        fields: Fields::new(visit, form),
        contact: contact(&network),
    })
}
