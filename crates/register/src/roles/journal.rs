//! A network's journal as a page: who did what to which record.

use base::Halt;
use base::access::{Audience, Right};
use shell::{Answer, Page, Pages, Visit, show};
use store::{Conn, Noted};

use super::pages::{self, NetworkJournalPage, NotedLine};
use crate::routes::here;
use crate::{links, pages as words};

/// How many entries stand on one page.
const ON_A_PAGE: i64 = 50;

pub(super) async fn look(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    let inner = visit.clone();
    let (lines, pages) = visit
        .store()
        .read(move |conn| {
            let count = conn.journal_count(network)?;
            let pages = Pages::of(&inner, count, ON_A_PAGE);
            let mut lines = Vec::new();
            for noted in conn.journal_in(network, (pages.before(), pages.each))? {
                lines.push(line(conn, &inner, noted)?);
            }
            Ok::<_, Halt>((lines, pages))
        })
        .await?;
    let list = links::of(links::ROLES, &slug);
    let page = Page::new(&visit, visit.say("register-network-journal"));
    show(&NetworkJournalPage {
        page: page.below(visit.say("register-roles"), &list).here(),
        tabs: pages::tabs(&visit, &slug, links::JOURNAL),
        lines,
        pages,
    })
}

/// An entry with its record, named as far as the reader may know of it.
fn line(conn: &mut Conn<'_>, visit: &Visit, noted: Noted) -> Result<NotedLine, Halt> {
    let network = visit.network()?.id;
    let is_office = visit.may_here(Right::RunOffice);
    let open = |audience| matches!(audience, Audience::Public | Audience::Members);
    let found = conn.indexed_in(network, &noted.kind, noted.subject)?;
    let found = found.filter(|it| is_office || open(it.audience));
    let kind = format!("journal-kind-{}", noted.kind.replace('_', "-"));
    Ok(NotedLine {
        kind: if visit.app.phrases.knows(visit.lang, &kind) {
            visit.say(&kind).to_owned()
        } else {
            String::new()
        },
        record: found.map(|it| (visit.href(&it.href), it.title)),
        line: words::journal_line(visit, noted),
    })
}
