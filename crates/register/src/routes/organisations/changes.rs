//! What contacts changed at their own organisations: the office looks at it.

use axum::extract::Path;
use base::access::Right;
use base::{Halt, NetworkId, OrganisationChangeId};
use calendar::dates;
use shell::{Answer, Form, Page, Routes, Visit, go, record, show};

use super::super::{act_at_once, here, id, path};
use crate::actions::{self, Names, SeenChange};
use crate::links;
use crate::pages::{self, OwnChangeGroup, OwnChangeLine, OwnChangesPage};
use crate::records::{self, Change, ChangeState, OwnChange};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::OWN_CHANGES, Right::RunOffice, look);
    routes.post(links::OWN_CHANGES, Right::RunOffice, accept_all);
    routes.post(links::OWN_CHANGE_SEEN, Right::RunOffice, accept);
    routes.post(links::OWN_CHANGE_BACK, Right::RunOffice, take_back);
}

/// How many changes stand on the page.
const SHOWN: i64 = 200;
/// How many of those that are settled.
const SETTLED: i64 = 20;

/// The parts and texts for which names are needed.
pub(super) fn texts(changes: &[OwnChange]) -> impl Iterator<Item = (&str, &str)> {
    changes.iter().flat_map(|it| {
        let part = it.part.as_str();
        [(part, it.was.as_str()), (part, it.became.as_str())]
    })
}

/// A change in words.
pub(super) fn line(visit: &Visit, names: &Names, it: &OwnChange) -> OwnChangeLine {
    let (field, from) = actions::told(names, &it.part, &it.was);
    let (_, to) = actions::told(names, &it.part, &it.became);
    let when = dates::instant_local_short(it.at, &pages::zone(visit), visit.lang);
    let args = [("when", when.into()), ("actor", record(&it.actor))];
    let change = Change {
        field,
        from: Some(from),
        to: Some(to),
    };
    OwnChangeLine {
        what: pages::change(visit, &change),
        by: visit.tell_marked("register-journal-by", &args),
        state: visit
            .say(&format!("register-own-state-{}", it.state.word()))
            .to_owned(),
        state_class: match it.state {
            ChangeState::Waiting => "draft",
            ChangeState::Seen => "held",
            ChangeState::Undone => "cancelled",
        },
        seen: SeenChange::of(it),
        seen_href: visit.href(&path(visit, links::OWN_CHANGE_SEEN, it.id)),
        back_href: visit.href(&path(visit, links::OWN_CHANGE_BACK, it.id)),
    }
}

fn groups(visit: &Visit, names: &Names, changes: &[OwnChange]) -> Vec<OwnChangeGroup> {
    changes
        .chunk_by(|one, next| one.organisation == next.organisation)
        .filter_map(|group| {
            let first = group.first()?;
            Some(OwnChangeGroup {
                name: first.organisation_name.clone(),
                href: visit.href(&path(visit, links::ORGANISATION, first.organisation)),
                changes: group.iter().map(|it| line(visit, names, it)).collect(),
            })
        })
        .collect()
}

async fn look(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    let (waiting, open, settled, names) = visit
        .store()
        .read(move |conn| {
            let waiting = records::waiting_change_count(conn, network)?;
            let open = records::waiting_changes(conn, network, SHOWN)?;
            let settled = records::settled_changes(conn, network, SETTLED)?;
            let all = texts(&open).chain(texts(&settled));
            let names = Names::read(conn, network, all)?;
            Ok::<_, Halt>((waiting, open, settled, names))
        })
        .await?;
    let list = links::of(links::ORGANISATIONS, &slug);
    show(&OwnChangesPage {
        page: Page::new(&visit, visit.say("register-own-changes"))
            .below(visit.say("register-organisations"), &list)
            .here(),
        action: visit.href(&links::of(links::OWN_CHANGES, &slug)),
        further: (waiting > SHOWN).then(|| {
            let count = waiting.saturating_sub(SHOWN);
            visit.tell("register-own-further", &[("count", count.into())])
        }),
        shown: open.len(),
        groups: groups(&visit, &names, &open),
        settled: groups(&visit, &names, &settled),
    })
}

/// The fields that say what the office saw.
const SEEN: &str = "seen";

async fn accept_all(visit: Visit, form: Form) -> Answer {
    let (network, slug) = here(&visit)?;
    let seen: Vec<_> = form
        .values(SEEN)
        .iter()
        .filter_map(|it| SeenChange::read(it))
        .collect();
    let others = accepted(&visit, network, seen).await?;
    let list = links::of(links::OWN_CHANGES, &slug);
    let done = if others > 0 {
        "register-own-seen-more"
    } else {
        "register-own-seen"
    };
    Ok(go(&visit, &list, done))
}

async fn accepted(visit: &Visit, network: NetworkId, seen: Vec<SeenChange>) -> Result<i64, Halt> {
    act_at_once(visit, move |conn, moment, who| {
        actions::accept_own_changes(conn, moment, who, network, &seen)
    })
    .await
}

async fn accept(visit: Visit, Path((_, change)): Path<(String, String)>, form: Form) -> Answer {
    let (network, slug) = here(&visit)?;
    let id: OrganisationChangeId = id(&change)?;
    let mark = form.value(SEEN).to_owned();
    accepted(&visit, network, vec![SeenChange { id, mark }]).await?;
    let is_open = visit
        .store()
        .read(move |conn| records::own_change(conn, id))
        .await?
        .is_some_and(|it| it.state == ChangeState::Waiting);
    let list = links::of(links::OWN_CHANGES, &slug);
    let done = if is_open {
        "register-own-newer"
    } else {
        "register-own-seen"
    };
    Ok(go(&visit, &list, done))
}

async fn take_back(visit: Visit, Path((_, change)): Path<(String, String)>) -> Answer {
    let (network, slug) = here(&visit)?;
    let change: OrganisationChangeId = id(&change)?;
    act_at_once(&visit, move |conn, moment, who| {
        actions::take_own_change_back(conn, moment, who, (network, change))
    })
    .await?;
    let list = links::of(links::OWN_CHANGES, &slug);
    Ok(go(&visit, &list, "register-own-undone"))
}
