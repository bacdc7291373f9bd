//! The pages of this room.

mod again;
mod guests;
mod panels;
mod reminders;
mod reply;
mod round;

pub(crate) use again::{AgainPage, AgainSentPage};
pub(crate) use guests::{guest_page, guests_page, reply_fields};
pub(crate) use panels::PANELS;
pub(crate) use reminders::{reminders_page, typed_reminders};
pub(crate) use reply::{ClosedPage, card, contact, reply_page};
pub(crate) use round::{form_page, round_page};

use base::{Fault, Halt};
use calendar::{Zone, dates};
use gatherings::{Gathering, Invitation, Reply};
use jiff::Timestamp;
use registration::PlaceState;
use shell::{Page, Visit};

/// How pages mark an answer; the words stand beside it.
pub(crate) const fn mark(reply: Option<Reply>) -> &'static str {
    match reply {
        Some(Reply::Yes) => "yes",
        Some(Reply::No) => "no",
        Some(Reply::Tentative) | None => "draft",
    }
}

/// An answer in words.
pub(crate) fn reply_name(visit: &Visit, reply: Option<Reply>) -> String {
    let key = reply.map_or("invitations-no-reply", Reply::key);
    visit.say(key).to_owned()
}

/// How a guest answered: mark and words. Where nothing is answered yet, the place that they wait
/// for tells how far it has come.
pub(crate) fn answer_of(
    visit: &Visit,
    reply: Option<Reply>,
    standing: Option<PlaceState>,
) -> (&'static str, String) {
    match (reply, standing) {
        (None, Some(state)) => (state.ring(), visit.say(state.key()).to_owned()),
        _ => (mark(reply), reply_name(visit, reply)),
    }
}

/// How an answer came, and when.
pub(crate) fn came(visit: &Visit, invitation: &Invitation, zone: &str) -> String {
    let Some(at) = invitation.replied_at else {
        return String::new();
    };
    let key = match invitation.replied_through.as_str() {
        "account" => "invitations-through-account",
        "office-phone" => "invitations-through-phone",
        "office-letter" => "invitations-through-letter",
        "calendar" => "invitations-through-calendar",
        "registration" => "invitations-through-registration",
        "office-mail" => "invitations-through-mail",
        _ => "invitations-through-link",
    };
    visit.tell(key, &[("when", instant(visit, at, zone).into())])
}

/// An instant as the network's clock shows it.
pub(crate) fn instant(visit: &Visit, at: Timestamp, zone: &str) -> String {
    let zone = Zone::named(zone).unwrap_or_else(|_| Zone::utc());
    dates::instant_local_short(at, &zone, visit.lang)
}

/// The path to a page below a gathering.
pub(crate) fn crumbs(visit: &Visit, it: &Gathering, page: Page) -> Result<Page, Halt> {
    let network = visit.network()?;
    Ok(page
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(
            visit.say("gatherings-nav"),
            &gatherings::links::list(&network.slug),
        )
        .below_record(
            &it.title,
            &gatherings::links::gathering(&network.slug, &it.slug),
        ))
}

/// Whether answers are still taken.
pub(crate) fn is_open(gathering: &Gathering, now: Timestamp) -> bool {
    gathering.state == gatherings::State::Announced && now < gathering.starts_at
}

pub(crate) fn rendered(template: &impl askama::Template) -> Result<String, Fault> {
    template
        .render()
        .map_err(|cause| Fault::because("render a part of a page", cause))
}
