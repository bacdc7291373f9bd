//! The guest list, one guest, and one's own answer when signed in.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect};
use base::access::{Actor, Right};
use base::{Halt, HandoverId, InvitationId, Moment, PersonId};
use gatherings::{Gathering, Invitation, Reply};
use shell::{Answer, Form, LINE, Problem, Visit, go, show_as};
use store::Conn;

use super::{at, led};
use crate::actions::{self, Answered, Spoken};
use crate::{links, pages};

type Below = Path<(String, String)>;
type BelowGuest = Path<(String, String, String)>;

/// The longest note of a guest.
const NOTE: usize = 1000;

pub(super) async fn list(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, slug).await?;
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::guests_page(conn, &inner, &it))
        .await?;
    shell::show(&page)
}

/// A guest of a gathering that the visitor leads.
async fn guest(visit: &Visit, slug: String, id: &str) -> Result<(Gathering, Invitation), Problem> {
    let it = led(visit, slug).await?;
    let id: InvitationId = id.parse().map_err(|_| Halt::Missing)?;
    let found = visit
        .store()
        .read(move |conn| gatherings::invitation(conn, id))
        .await?;
    let invitation = found
        .filter(|found| found.gathering == it.id && !found.withdrawn)
        .ok_or(Halt::Missing)?;
    Ok((it, invitation))
}

pub(super) async fn show(visit: Visit, Path((_, slug, id)): BelowGuest) -> Answer {
    let found = guest(&visit, slug, &id).await?;
    let form = pages::reply_fields(&found.1, None);
    page(&visit, found, form, StatusCode::OK).await
}

async fn page(
    visit: &Visit,
    (it, invitation): (Gathering, Invitation),
    form: Form,
    status: StatusCode,
) -> Answer {
    let inner = visit.clone();
    let page = visit
        .store()
        .read(move |conn| pages::guest_page(conn, &inner, (&it, &invitation), form))
        .await?;
    show_as(status, &page)
}

/// The answer that a form gives.
pub(super) fn spoken(form: &mut Form) -> Option<Spoken> {
    let reply = form.choice("reply", Reply::from_word);
    let (deputy, note) = (form.line("deputy", LINE), form.text("note", NOTE));
    (!form.is_blamed()).then_some(())?;
    reply.map(|reply| Spoken {
        reply,
        deputy,
        note,
    })
}

pub(super) async fn reply(visit: Visit, Path((_, slug, id)): BelowGuest, mut form: Form) -> Answer {
    let found = guest(&visit, slug, &id).await?;
    let through = form.choice("through", |word| match word {
        "office-phone" => Some("office-phone"),
        "office-letter" => Some("office-letter"),
        _ => None,
    });
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    let (Some(spoken), Some(through)) = (spoken(&mut form), through) else {
        return page(&visit, found, form, unprocessable).await;
    };
    let (act, invitation) = (visit.clone(), found.1.id);
    let done = visit
        .store()
        .write(move |conn| {
            let mut moment = act.moment();
            actions::answer_for(conn, &mut moment, &act.actor, invitation, (through, spoken))
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return page(&visit, found, form, unprocessable).await;
    }
    let network = visit.network()?;
    let path = links::guest(&network.slug, &found.0.slug, invitation, "");
    Ok(go(&visit, &path, "reply-recorded"))
}

pub(super) async fn again(visit: Visit, Path((_, slug, id)): BelowGuest) -> Answer {
    let (it, invitation) = guest(&visit, slug, &id).await?;
    let (act, id) = (visit.clone(), invitation.id);
    visit
        .store()
        .write(move |conn| actions::send_again(conn, &mut act.moment(), &act.actor, id))
        .await?;
    let path = links::guest(&visit.network()?.slug, &it.slug, id, "");
    Ok(go(&visit, &path, "invitation-sent-again"))
}

pub(super) async fn withdraw(visit: Visit, Path((_, slug, id)): BelowGuest, form: Form) -> Answer {
    let (it, invitation) = guest(&visit, slug, &id).await?;
    let (act, id, tell) = (visit.clone(), invitation.id, form.has("tell"));
    visit
        .store()
        .write(move |conn| actions::withdraw(conn, &mut act.moment(), &act.actor, (id, tell)))
        .await?;
    let path = links::invitation(&visit.network()?.slug, &it.slug);
    Ok(go(&visit, &path, "guest-withdrawn"))
}

/// Gives the invitation to somebody else, and goes back to where that was asked.
pub(super) async fn succeed(
    visit: Visit,
    Path((_, slug, id)): BelowGuest,
    mut form: Form,
) -> Answer {
    let (it, invitation) = guest(&visit, slug, &id).await?;
    let to: Option<PersonId> = form.id("person");
    let back: Option<HandoverId> = form.id("handover");
    let Some(to) = to else {
        return Err(Halt::at("person", "fault-missing").into());
    };
    let (act, id, tell) = (visit.clone(), invitation.id, form.has("tell"));
    visit
        .store()
        .write(move |conn| actions::succeed(conn, &mut act.moment(), &act.actor, (id, to, tell)))
        .await?;
    let network = &visit.network()?.slug;
    let path = match back.filter(|_| visit.may_here(Right::RunOffice)) {
        Some(handover) => register::links::below(register::links::HANDOVER, network, handover),
        None => links::invitation(network, &it.slug),
    };
    Ok(go(&visit, &path, "invitation-succeeded"))
}

/// Whether the guest's name may stand on lists, where that was asked.
pub(super) fn listed(form: &Form) -> Option<bool> {
    form.has("asks_listed").then(|| form.has("listed"))
}

/// Writes down what a guest said to that, under the guest's own name.
pub(super) fn agree(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    visit: &Visit,
    (person, listed): (PersonId, Option<bool>),
) -> Result<(), Halt> {
    let Some(agrees) = listed else {
        return Ok(());
    };
    let who = if visit.actor.person == Some(person) {
        visit.actor.clone()
    } else {
        let guest = register::person(conn, person)?.ok_or(Halt::Missing)?;
        Actor {
            name: guest.name,
            ..Actor::default()
        }
    };
    visit
        .app
        .agree_to_lists(conn, moment, &who, (person, agrees))
}

/// One's own answer; who is not invited learns nothing.
pub(super) async fn own(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let spoken = spoken(&mut form);
    let Some(spoken) = spoken else {
        return Err(Halt::Refused(form.blames().to_vec()).into());
    };
    let (act, listed) = (visit.clone(), listed(&form));
    let (it, answered) = visit
        .store()
        .write(move |conn| {
            let it = at(conn, &act, &slug)?;
            let mut moment = act.moment();
            let who = &act.actor;
            let answered = actions::answer_as_guest(conn, &mut moment, who, it.id, spoken)?;
            if let Some(person) = act.actor.person {
                agree(conn, &mut moment, &act, (person, listed))?;
            }
            Ok::<_, Halt>((it, answered))
        })
        .await?;
    let slug = &visit.network()?.slug;
    if answered == Answered::Asked {
        let path = registration::links::desk(slug, &it.slug, "");
        return Ok(Redirect::to(&visit.href(&path)).into_response());
    }
    let path = gatherings::links::gathering(slug, &it.slug);
    Ok(go(&visit, &path, "reply-recorded"))
}
