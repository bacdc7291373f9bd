//! The outbox over HTTP.

use axum::extract::Path;
use axum::response::IntoResponse;
use base::access::Right;
use base::{Halt, LetterId};
use shell::{Answer, Content, Form, Page, Routes, Visit, go, show};

use crate::actions::{self, Chosen};
use crate::letter::{Letter, State};
use crate::pages::{Bundle, GroupPage, LetterPage, Line, OutboxPage, PER_PAGE};
use crate::view::{self, view};
use crate::{links, pages, preview, records};

/// The outbox's addresses with the rights they need.
pub(crate) fn routes(routes: &mut Routes) {
    routes.get(links::OUTBOX, Right::RunOffice, outbox);
    routes.get(links::LETTER, Right::RunOffice, letter);
    routes.get(links::HTML, Right::RunOffice, html);
    routes.get(links::FILE, Right::RunOffice, file);
    routes.post(links::AGAIN, Right::RunOffice, again);
    routes.get(links::GROUP, Right::RunOffice, group);
    routes.post(links::RELEASE, Right::RunOffice, release);
    routes.post(links::DISCARD, Right::RunOffice, discard);
    routes.post(links::HOLD_END, Right::RunOffice, end_hold);
}

async fn outbox(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let number: i64 = shell::query_value(&visit.query, "seite")
        .and_then(|number| number.parse().ok())
        .filter(|number| (1..100_000).contains(number))
        .unwrap_or(1);
    let inner = visit.clone();
    let shown = visit
        .store()
        .read(move |conn| {
            let visit = inner;
            let mut list = |state, offset| pages::lines(conn, &visit, network.id, (state, offset));
            let failed = list(State::Failed, 0)?;
            let queued = list(State::Queued, 0)?;
            let sent = list(State::Sent, (number - 1) * PER_PAGE)?;
            let sent_count = records::count(conn, network.id, State::Sent)?;
            let bundles = records::groups(conn, network.id)?
                .into_iter()
                .map(|group| Bundle::of(&visit, group))
                .collect::<Result<_, Halt>>()?;
            let home = links::outbox(&network.slug);
            let at = |number: i64| visit.href(&format!("{home}?seite={number}#sent"));
            let page = Page::new(&visit, visit.say("outbox-title"));
            let held_since = records::hold::held_since(conn, network.id)?;
            Ok::<_, Halt>(OutboxPage {
                held_since: held_since.map(|at| pages::when(&visit, at)),
                hold_end: visit.href(&format!("{home}/zurueckhaltung/ende")),
                bundles,
                failed,
                queued,
                sent,
                sent_count,
                newer: (number > 1).then(|| at(number - 1)),
                older: (number * PER_PAGE < sent_count).then(|| at(number + 1)),
                page: page
                    .below_record(&network.name, &format!("/{}", network.slug))
                    .here(),
            })
        })
        .await?;
    show(&shown)
}

/// The letter of an address, if it is one of the network's.
async fn found(visit: &Visit, id: &str) -> Result<Letter, Halt> {
    let id: LetterId = id.parse().map_err(|_| Halt::Missing)?;
    let network = visit.network()?.id;
    let letter = visit
        .store()
        .read(move |conn| records::letter(conn, id))
        .await?;
    letter
        .filter(|letter| letter.network == Some(network))
        .ok_or(Halt::Missing)
}

async fn shown(visit: &Visit, letter: &Letter) -> Result<String, Halt> {
    let content = preview::written(&visit.app, letter.clone()).await?;
    let here = visit.href(&links::letter(&visit.network()?.slug, letter.id));
    let to = format!("{} <{}>", letter.to_name, letter.to_address);
    Ok(view(visit, content.as_ref(), &to, &here)?)
}

async fn letter(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let letter = found(&visit, &id).await?;
    let view = shown(&visit, &letter).await?;
    let network = visit.network()?;
    let page = pages::page_about(&visit, &letter.about)
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("outbox-title"), &links::outbox(&network.slug))
        .here();
    show(&LetterPage {
        sent_by: letter.laid_by.clone(),
        group_href: (letter.state == State::Waiting)
            .then(|| visit.href(&links::group(&network.slug, letter.id))),
        line: Line::of(&visit, letter)?,
        page,
        view,
    })
}

async fn group(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let first = found(&visit, &id).await?;
    let network = visit.network()?.clone();
    let (kind, about) = (first.kind.clone(), first.about.clone());
    let (letters, group) = visit
        .store()
        .read(move |conn| {
            let letters = records::waiting_in(conn, network.id, (&kind, &about))?;
            let group = records::groups(conn, network.id)?
                .into_iter()
                .find(|group| group.kind == kind && group.about == about);
            Ok::<_, Halt>((letters, group))
        })
        .await?;
    let (Some(group), Some(sample)) = (group, letters.first()) else {
        return Ok(
            axum::response::Redirect::to(&visit.href(&links::outbox(&network.slug)))
                .into_response(),
        );
    };
    let view = shown(&visit, sample).await?;
    let page = pages::page_about(&visit, &first.about)
        .below_record(&network.name, &format!("/{}", network.slug))
        .below(visit.say("outbox-title"), &links::outbox(&network.slug))
        .here();
    show(&GroupPage {
        bundle: Bundle::of(&visit, group)?,
        lines: letters
            .into_iter()
            .map(|letter| Line::of(&visit, letter))
            .collect::<Result<_, _>>()?,
        view,
        page,
    })
}

async fn content(visit: &Visit, id: &str) -> Result<Option<Content>, Halt> {
    let letter = found(visit, id).await?;
    Ok(preview::written(&visit.app, letter).await?)
}

async fn html(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    view::frame(content(&visit, &id).await?)
}

async fn file(visit: Visit, Path((_, id, number)): Path<(String, String, usize)>) -> Answer {
    view::file(content(&visit, &id).await?, number)
}

async fn again(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let letter = found(&visit, &id).await?;
    let (mut moment, by) = (visit.moment(), visit.actor.name.clone());
    let sent = visit
        .store()
        .write(move |conn| actions::send_again(conn, &mut moment, letter.id, &by))
        .await?;
    let path = links::letter(&visit.network()?.slug, sent);
    Ok(go(&visit, &path, "letter-sent-again"))
}

async fn end_hold(visit: Visit) -> Answer {
    let (mut moment, who) = (visit.moment(), visit.actor.clone());
    let network = visit.network()?.clone();
    visit
        .store()
        .write(move |conn| actions::end_hold(conn, &mut moment, (&who, network.id)))
        .await?;
    let path = links::outbox(&network.slug);
    Ok(go(&visit, &path, "letter-hold-ended"))
}

/// Which group the form means, with the number of letters that the person saw.
async fn chosen(visit: &Visit, id: &str, mut form: Form) -> Result<Chosen, Halt> {
    let letter = found(visit, id).await?;
    let count = form.number("count", 1, 1_000_000).ok_or(Halt::Stale)?;
    Ok(Chosen {
        kind: letter.kind,
        about: letter.about,
        count,
    })
}

async fn release(visit: Visit, Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let chosen = chosen(&visit, &id, form).await?;
    let (mut moment, who) = (visit.moment(), visit.actor.clone());
    let network = visit.network()?.clone();
    visit
        .store()
        .write(move |conn| actions::release(conn, &mut moment, (&who, network.id), &chosen))
        .await?;
    let path = links::outbox(&network.slug);
    Ok(go(&visit, &path, "letters-released"))
}

async fn discard(visit: Visit, Path((_, id)): Path<(String, String)>, form: Form) -> Answer {
    let chosen = chosen(&visit, &id, form).await?;
    let (mut moment, who) = (visit.moment(), visit.actor.clone());
    let network = visit.network()?.clone();
    visit
        .store()
        .write(move |conn| actions::discard(conn, &mut moment, (&who, network.id), &chosen))
        .await?;
    let path = links::outbox(&network.slug);
    Ok(go(&visit, &path, "letters-discarded"))
}
