//! Registration over HTTP.

mod again;
mod contact;
mod contingents;
mod form;
mod list;
mod own;
mod place;
mod questions;
mod settings;

use base::access::Right;
use base::{Halt, SeriesId};
use gatherings::{Gathering, SeriesKind};
use shell::{Problem, Routes, Visit};
use store::Conn;

use crate::rules::Desk;
use crate::{actions, links, records};

pub use own::behind_link;
pub(crate) use own::{closed, led_home, stands, unlisted};

/// The room's addresses with the rights they need.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(links::FORM, Right::ReadRecord, form::show);
    routes.post(links::FORM, Right::ReadRecord, form::register);
    routes.get(links::SERIES_FORM, Right::ReadRecord, form::show_series);
    routes.post(
        links::SERIES_FORM,
        Right::ReadRecord,
        form::register_in_series,
    );
    routes.get(links::SENT, Right::ReadRecord, form::sent);
    routes.get(links::GUEST_FORM, Right::ReadPublic, form::show_invited);
    routes.post(links::GUEST_FORM, Right::ReadPublic, form::register_invited);
    routes.get(links::LIST, Right::Lead, list::list);
    routes.get(links::ADD, Right::Lead, list::blank);
    routes.post(links::ADD, Right::Lead, list::add);
    routes.get(links::PLACE, Right::Lead, place::show);
    routes.post(links::PLACE_ACT, Right::Lead, place::act);
    routes.get(links::PLACE_FILE, Right::Lead, place::file);
    routes.get(links::SETTINGS, Right::Lead, settings::edit);
    routes.post(links::SETTINGS, Right::Lead, settings::save);
    routes.post(links::STATE, Right::Lead, settings::set_state);
    routes.get(links::PREVIEW, Right::Lead, settings::preview);
    routes.get(links::QUESTIONS, Right::Lead, questions::all);
    routes.post(links::QUESTIONS, Right::Lead, questions::add);
    routes.get(links::QUESTION, Right::Lead, questions::edit);
    routes.post(links::QUESTION, Right::Lead, questions::save);
    routes.post(links::QUESTION_PLACE, Right::Lead, questions::turn);
    routes.post(links::QUESTION_REMOVAL, Right::Lead, questions::remove);
    routes.get(links::CONTINGENTS, Right::Lead, contingents::all);
    routes.post(links::CONTINGENTS, Right::Lead, contingents::add);
    routes.post(links::CONTINGENT_REMOVAL, Right::Lead, contingents::remove);
    routes.get(links::OWN, Right::ReadPublic, own::show);
    routes.post(links::OWN_CONFIRMATION, Right::ReadPublic, own::confirm);
    routes.get(links::OWN_CANCELLATION, Right::ReadPublic, own::ask_cancel);
    routes.post(links::OWN_CANCELLATION, Right::ReadPublic, own::cancel);
    routes.post(links::OWN_RETURN, Right::ReadPublic, own::return_to);
    routes.post(links::OWN_ACCEPTANCE, Right::ReadPublic, own::accept);
    routes.post(links::OWN_DECLINE, Right::ReadPublic, own::decline);
    routes.get(links::OWN_MOVE, Right::ReadPublic, own::choose);
    routes.post(links::OWN_MOVE, Right::ReadPublic, own::move_to);
    routes.get(links::OWN_DETAILS, Right::ReadPublic, own::details);
    routes.post(links::OWN_DETAILS, Right::ReadPublic, own::change);
    routes.get(links::CONTACT, Right::ReadPublic, contact::show);
    routes.post(links::CONTACT, Right::ReadPublic, contact::answer);
    routes.get(links::AGAIN, Right::ReadPublic, again::ask);
    routes.post(links::AGAIN, Right::ReadPublic, again::wish);
    routes.get(links::AGAIN_SENT, Right::ReadPublic, again::sent);
}

/// The series of a gathering, where its dates are to be chosen from.
fn choice_of(conn: &mut Conn<'_>, it: &Gathering) -> Result<Option<SeriesId>, Halt> {
    let Some(id) = it.series else {
        return Ok(None);
    };
    let series = gatherings::series(conn, id)?;
    let is_choice = series.is_some_and(|it| it.kind == SeriesKind::Choice);
    Ok(is_choice.then_some(id))
}

/// The desk where one registers for a gathering.
fn desk_for(conn: &mut Conn<'_>, it: &Gathering) -> Result<Option<Desk>, Halt> {
    Ok(actions::desk_at(conn, it)?)
}

/// A gathering that this person leads, with its desk. A desk of several dates is led by whoever
/// leads them all.
pub(crate) async fn led(visit: &Visit, slug: &str) -> Result<(Gathering, Option<Desk>), Problem> {
    let network = visit.network()?.id;
    let slug = slug.to_owned();
    let (it, desk, others) = visit
        .store()
        .read(move |conn| {
            let it = gatherings::gathering_by_slug(conn, network, &slug)?.ok_or(Halt::Missing)?;
            let desk = desk_for(conn, &it)?;
            let mut others = Vec::new();
            if let Some(desk) = desk.as_ref().filter(|it| it.series.is_some()) {
                for date in records::offered(conn, desk)? {
                    others.extend(gatherings::gathering(conn, date.id)?);
                }
            }
            Ok::<_, Halt>((it, desk, others))
        })
        .await?;
    visit.require(Right::Lead, &it.subject(false))?;
    for other in others {
        visit.require(Right::Lead, &other.subject(false))?;
    }
    Ok((it, desk))
}

/// The same where there must be a desk.
pub(crate) async fn led_desk(visit: &Visit, slug: &str) -> Result<(Gathering, Desk), Problem> {
    let (it, desk) = led(visit, slug).await?;
    Ok((it, desk.ok_or(Halt::Missing)?))
}

/// The network's first path segment.
pub(crate) fn network_slug(visit: &Visit) -> Result<String, Halt> {
    Ok(visit.network()?.slug.clone())
}
