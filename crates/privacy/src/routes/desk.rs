//! What the office and data protection look after: requests, proofs, looks.

use axum::extract::Path;
use base::Halt;
use shell::{Answer, Fields, Form, Link, Page, Pages, TEXT, Visit, go, show, show_as};
use uuid::Uuid;

use super::act;
use crate::pages::{self, LookLine, ReadsPage, RequestPage, RequestsPage};
use crate::records::requests::{self as asked, Kind, Request, State};
use crate::records::{erasures, reads, retention};
use crate::{actions, links};

pub(super) async fn requests(visit: Visit) -> Answer {
    let (network, inner) = (visit.network()?.id, visit.clone());
    let (all, pages) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let pages = Pages::of(&inner, asked::count(conn, network)?, 50);
            let part = (pages.before(), pages.each);
            Ok((asked::of_network(conn, network, part)?, pages))
        })
        .await?;
    let slug = &visit.network()?.slug;
    let (open, settled): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.state == State::Open);
    let lines = |some: Vec<&Request>| {
        let lines = some.into_iter();
        lines
            .map(|it| pages::request_line(&visit, slug, it))
            .collect()
    };
    show(&RequestsPage {
        page: pages::below(&visit, Page::new(&visit, visit.say("privacy-requests")))?,
        tabs: pages::tabs(&visit, "")?,
        open: lines(open),
        settled: lines(settled),
        pages,
    })
}

async fn found(visit: &Visit, id: &str) -> Result<Request, Halt> {
    let network = visit.network()?.id;
    let id: Uuid = id.parse().map_err(|_| Halt::Missing)?;
    visit
        .store()
        .read(move |conn| asked::request(conn, id))
        .await?
        .filter(|it| it.network == network)
        .ok_or(Halt::Missing)
}

pub(super) async fn request(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let request = found(&visit, &id).await?;
    answering(&visit, &request, Form::default())
}

fn answering(visit: &Visit, it: &Request, form: Form) -> Answer {
    let slug = &visit.network()?.slug;
    let status = form.status();
    let link = |key, rest| {
        let path = links::of_person(slug, it.person, rest);
        Link::new(visit.say(key), visit.href(path.trim_end_matches('/')))
    };
    let choice = |state: State| (state.word().to_owned(), visit.say(state.key()).to_owned());
    let page = RequestPage {
        page: pages::below(visit, Page::new(visit, visit.say(it.kind.key())))?,
        fields: Fields::new(visit, form),
        action: visit.href(&links::request(slug, it.id)),
        cancel: visit.href(&links::below(slug, "")),
        request: Some(pages::request_line(visit, slug, it)),
        links: vec![
            link("privacy-to-person", ""),
            link("privacy-to-held", "daten"),
            link("privacy-to-erasure", "datenloeschung"),
        ],
        choices: match it.kind {
            // It is done by erasing, and by nothing that is only said.
            Kind::Erasure => vec![choice(State::Refused)],
            Kind::Correction => vec![choice(State::Done), choice(State::Refused)],
        },
        is_erasure: it.kind == Kind::Erasure,
        is_settled: it.state != State::Open,
    };
    show_as(status, &page)
}

pub(super) async fn answer(
    visit: Visit,
    Path((_, id)): Path<(String, String)>,
    mut form: Form,
) -> Answer {
    let request = found(&visit, &id).await?;
    let read = |word: &str| State::from_word(word).filter(|it| *it != State::Open);
    let state = form.choice("state", read);
    let answer = form.required("answer", TEXT);
    let (Some(state), false) = (state, form.is_blamed()) else {
        return answering(&visit, &request, form);
    };
    let (id, network) = (request.id, request.network);
    let done = act(&visit, move |conn, moment, who| {
        actions::answer_request(conn, moment, (who, network), id, (state, &answer))
    });
    if let Err(halt) = done.await {
        form.take_refusal(halt)?;
        return answering(&visit, &request, form);
    }
    let path = links::below(&visit.network()?.slug, "");
    Ok(go(&visit, &path, "privacy-answered"))
}

pub(super) async fn proofs(visit: Visit) -> Answer {
    let network = visit.network()?.id;
    let retained = actions::retained(&visit.app.rooms);
    let all = retained.clone();
    let (lists, kept, erased) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let mut kept = Vec::new();
            for it in &all {
                kept.push((it.name, retention::kept(conn, network, it.name)?.len()));
            }
            let lists = retention::lists(conn, network)?;
            Ok((lists, kept, erasures::of_network(conn, network)?))
        })
        .await?;
    let page = Page::new(&visit, visit.say("privacy-proofs"));
    let head = (
        pages::below(&visit, page)?,
        pages::tabs(&visit, "/nachweise")?,
    );
    let page = pages::proofs(&visit, head, (&retained, &lists, &kept), &erased)?;
    show(&page)
}

pub(super) async fn reads(visit: Visit) -> Answer {
    let (network, inner) = (visit.network()?.id, visit.clone());
    let (looks, pages) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let pages = Pages::of(&inner, reads::count(conn, network)?, 100);
            let part = (pages.before(), pages.each);
            Ok((reads::looks(conn, network, part)?, pages))
        })
        .await?;
    let line = |it: reads::Look| LookLine {
        at: visit.hour(it.at),
        actor: it.actor,
        what: visit.say(&it.what).to_owned(),
        name: if it.detail.is_empty() {
            it.name.unwrap_or_else(|| shell::NOBODY.to_owned())
        } else {
            it.detail
        },
    };
    show(&ReadsPage {
        page: pages::below(&visit, Page::new(&visit, visit.say("privacy-reads")))?,
        tabs: pages::tabs(&visit, "/zugriffe")?,
        lines: looks.into_iter().map(line).collect(),
        pages,
    })
}
