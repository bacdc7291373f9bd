//! Assistance needs over HTTP: the contact's work, the proofs, one's own.

use axum::extract::Path;
use axum::http::StatusCode;
use base::access::{Decision, Right, Subject, decide};
use base::{Halt, NetworkId};
use gatherings::Gathering;
use shell::{Answer, Fields, Form, Look, Page, Problem, Routes, Visit, go, show, show_as};
use store::Conn;
use uuid::Uuid;

use super::actions::OpenPlace;
use super::pages::{self, OwnPage, Shown};
use super::rules::{NeedState, Told, totals};
use super::{actions, form, links, records};
use crate::actions as room_actions;
use crate::records as room;
use crate::routes::{behind_link, led_home, stands};

/// The addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::ALL, Right::ReadAssistanceNeeds, all);
    routes.get(links::PROOFS, Right::ProtectData, proofs);
    routes.get(links::LIST, Right::ReadAssistanceNeeds, list);
    routes.get(links::TOTALS, Right::ReadAssistanceNeeds, sums);
    routes.get(links::NEED, Right::ReadAssistanceNeeds, need);
    routes.post(links::NEED, Right::ReadAssistanceNeeds, set_state);
    routes.get(links::OWN, Right::ReadPublic, own);
    routes.post(links::OWN, Right::ReadPublic, tell_anew);
    routes.post(links::OWN_WITHDRAWAL, Right::ReadPublic, withdraw);
}

async fn all(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let actor = visit.actor.clone();
    let asked = visit
        .store()
        .read(move |conn| records::asked(conn, network))
        .await?;
    let mine = asked.into_iter().filter(|it| {
        let subject = Subject::Record {
            network,
            group: it.group,
            record: Some(it.gathering.into()),
            audience: base::access::Audience::Office,
            published: true,
            invited: false,
        };
        decide(&actor, Right::ReadAssistanceNeeds, &subject) == Decision::Allowed
    });
    show(&pages::all_page(&visit, mine.collect())?)
}

async fn proofs(visit: Visit) -> Answer {
    let (network, inner) = (visit.network()?.id, visit.clone());
    let page = visit
        .store()
        .read(move |conn| {
            let keys = records::keys_of(conn, network)?;
            pages::proofs_page(conn, &inner, keys)
        })
        .await?;
    show(&page)
}

/// The gathering of an address and how long needs for it are kept, for its contact alone.
async fn trusted(visit: &Visit, slug: &str) -> Result<(Gathering, i64), Problem> {
    let (network, slug) = (visit.network()?.id, slug.to_owned());
    let (it, days) = visit
        .store()
        .read(move |conn| found(conn, network, &slug))
        .await?;
    visit.require(Right::ReadAssistanceNeeds, &it.subject(false))?;
    Ok((it, days))
}

fn found(conn: &mut Conn<'_>, network: NetworkId, slug: &str) -> Result<(Gathering, i64), Halt> {
    let it = gatherings::gathering_by_slug(conn, network, slug)?.ok_or(Halt::Missing)?;
    let desk = room::desk_of(conn, (Some(it.id), it.series))?;
    Ok((it, desk.map_or(0, |desk| desk.needs_days)))
}

async fn list(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let (it, days) = trusted(&visit, &slug).await?;
    let id = it.id;
    let lines = visit
        .store()
        .read(move |conn| records::lines(conn, id))
        .await?;
    show(&pages::list_page(&visit, (&it, days), lines)?)
}

/// Whoever opens what somebody told is seen doing so; where it cannot be noted nothing is shown.
/// The note says for which gathering, and not who needs anything: it outlives the need.
async fn noted(visit: &Visit, it: &Gathering, (what, subject): (&'static str, Uuid)) -> Answered {
    let (inner, mut moment, network) = (visit.clone(), visit.moment(), it.network);
    let look = Look {
        what,
        subject,
        detail: it.title.clone(),
        is_frequent: false,
    };
    visit
        .store()
        .housekeep(move |conn| {
            let by = (&inner.actor, network);
            inner.app.note_look(conn, &mut moment, by, &look)
        })
        .await?;
    Ok(())
}

type Answered = Result<(), Problem>;

async fn sums(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let (it, _) = trusted(&visit, &slug).await?;
    noted(&visit, &it, ("needs-look-totals", it.id.into())).await?;
    let (id, inner) = (it.id, visit.clone());
    let totals = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let mut all: Vec<Option<Told>> = Vec::new();
            for (need, whose) in records::needs_of(conn, id)? {
                all.push(match actions::opened(conn, &inner.app, (&need, &whose))? {
                    actions::Opened::Told(told) => Some(told),
                    actions::Opened::Gone(_) | actions::Opened::Closed => None,
                });
            }
            Ok(totals(all.iter().map(Option::as_ref)))
        })
        .await?;
    show(&pages::totals_page(&visit, &it, &totals)?)
}

type OneNeed = Path<(String, String, String)>;

async fn need(visit: Visit, Path((_, slug, id)): OneNeed) -> Answer {
    let (it, days) = trusted(&visit, &slug).await?;
    one(&visit, (&it, days), &id, Form::default()).await
}

async fn one(visit: &Visit, (it, days): (&Gathering, i64), id: &str, mut form: Form) -> Answer {
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    noted(visit, it, ("needs-look", id)).await?;
    let (gathering, inner) = (it.id, visit.clone());
    let shown = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let found = records::need(conn, id)?;
            let (need, whose) = found
                .filter(|(_, whose)| whose.gathering == gathering)
                .ok_or(Halt::Missing)?;
            let place = room::place(conn, need.place)?.ok_or(Halt::Missing)?;
            let by = room::registration(conn, whose.registration)?.ok_or(Halt::Missing)?;
            let organisation = match by.organisation {
                Some(id) => register::organisation(conn, id)?.map(|it| it.name),
                None => None,
            };
            Ok(Shown {
                id,
                state: need.state,
                opened: actions::opened(conn, &inner.app, (&need, &whose))?,
                name: place.name,
                mail: by.mail,
                phone: by.phone,
                organisation: organisation.unwrap_or(by.organisation_name),
            })
        })
        .await?;
    let status = if form.is_blamed() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        form.put("state", shown.state.word());
        StatusCode::OK
    };
    let fields = Fields::new(visit, form);
    show_as(status, &pages::need_page(visit, (it, days), shown, fields)?)
}

async fn set_state(visit: Visit, Path((_, slug, id)): OneNeed, mut form: Form) -> Answer {
    let (it, days) = trusted(&visit, &slug).await?;
    let Some(state) = form.choice("state", NeedState::from_word) else {
        return one(&visit, (&it, days), &id, form).await;
    };
    let need: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    let (mut moment, actor, gathering) = (visit.moment(), visit.actor.clone(), it.id);
    let done = visit
        .store()
        .write(move |conn| {
            let found = records::need(conn, need)?;
            found
                .filter(|(_, whose)| whose.gathering == gathering)
                .ok_or(Halt::Missing)?;
            actions::set_state(conn, &mut moment, &actor, (need, state))
        })
        .await;
    if let Err(halt) = done {
        form.take_refusal(halt)?;
        return one(&visit, (&it, days), &id, form).await;
    }
    let path = links::list(&visit.network()?.slug, &it.slug, "");
    Ok(go(&visit, &path, "needs-state"))
}

/// The place of a link that needs can be told for or taken back, where there is one.
fn mine(conn: &mut Conn<'_>, visit: &Visit, token: &str) -> Result<Option<OpenPlace>, Halt> {
    let id = room_actions::by_link(conn, token, visit.now)?.ok_or(Halt::Missing)?;
    let own = room_actions::own(conn, id, visit.now)?;
    Ok(actions::open_place(conn, visit, &own)?)
}

async fn own(visit: Visit, Path(token): Path<String>) -> Answer {
    behind_link(&visit, asked(&visit, &token, Form::default()).await).await
}

async fn asked(visit: &Visit, token: &str, form: Form) -> Answer {
    let status = if form.is_blamed() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let (inner, link) = (visit.clone(), token.to_owned());
    let page = visit
        .store()
        .read(move |conn| own_page(conn, &inner, (&link, form)))
        .await?;
    match page {
        Some(page) => show_as(status, &page),
        None => Ok(led_home(visit, token)),
    }
}

/// The page behind a link; none where nothing can be told or taken back.
fn own_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (token, form): (&str, Form),
) -> Result<Option<OwnPage>, Halt> {
    let Some(open) = mine(conn, visit, token)? else {
        return Ok(None);
    };
    let before = records::need_of_place(conn, open.place.id)?;
    if open.closed.is_some() && before.is_none() {
        return Ok(None);
    }
    let fields = Fields::new(visit, form);
    let needs = if open.closed.is_some() {
        None
    } else {
        let dates = std::slice::from_ref(&open.date);
        form::asking(conn, visit, (dates, open.days), &fields)?
    };
    let said = before
        .as_ref()
        .map(|(it, _)| pages::said(visit, (it.told_at, it.state), &open.date.zone));
    let mut page = Page::new(visit, visit.say("needs-own"));
    let it = gatherings::gathering(conn, open.date.id)?.ok_or(Halt::Missing)?;
    if let Some(network) = register::network(conn, it.network)? {
        page = page.of_network(&register::card(network));
    }
    page.sign_in_href = visit.href("/anmelden");
    Ok(Some(OwnPage {
        page,
        kicker: open.date.title,
        said,
        needs,
        closed: open.closed.unwrap_or_default(),
        is_again: before.is_some(),
        action: visit.href(&links::own(token, "")),
        back: visit.href(&crate::links::own(token, "")),
        withdrawal: visit.href(&links::own(token, "/ruecknahme")),
        fields,
    }))
}

async fn tell_anew(visit: Visit, Path(token): Path<String>, form: Form) -> Answer {
    behind_link(&visit, told_anew(&visit, &token, form).await).await
}

async fn told_anew(visit: &Visit, token: &str, mut form: Form) -> Answer {
    let told = form::typed(&mut form);
    if told.is_empty() && !form.is_blamed() {
        form.blame(base::Blame::at("needs", "needs-fault-nothing"));
    }
    if form.is_blamed() {
        return asked(visit, token, form).await;
    }
    let (inner, mut moment, link) = (visit.clone(), visit.moment(), token.to_owned());
    let is_told = visit
        .store()
        .write(move |conn| -> Result<bool, Halt> {
            let Some(open) = mine(conn, &inner, &link)?.filter(|it| it.closed.is_none()) else {
                return Ok(false);
            };
            actions::put(conn, &mut moment, &inner.app, (open.place.id, &told))?;
            Ok(true)
        })
        .await?;
    if is_told {
        Ok(go(visit, &crate::links::own(token, ""), "needs-told"))
    } else {
        stands(visit, token, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}

async fn withdraw(visit: Visit, Path(token): Path<String>) -> Answer {
    behind_link(&visit, withdrawn(&visit, &token).await).await
}

async fn withdrawn(visit: &Visit, token: &str) -> Answer {
    let (inner, mut moment, link) = (visit.clone(), visit.moment(), token.to_owned());
    let is_struck = visit
        .store()
        .write(move |conn| -> Result<bool, Halt> {
            let Some(open) = mine(conn, &inner, &link)? else {
                return Ok(false);
            };
            actions::strike(conn, &mut moment, open.place.id)?;
            Ok(true)
        })
        .await?;
    if is_struck {
        Ok(go(visit, &crate::links::own(token, ""), "needs-withdrawn"))
    } else {
        stands(visit, token, StatusCode::UNPROCESSABLE_ENTITY).await
    }
}
