//! Organisations: the list; entering, changing and looking at a record stand beside it.

mod changes;
mod form;
mod own;
mod record;
mod regions;

use std::sync::Arc;

use axum::extract::Path;
use base::access::Right;
use base::{Fault, Halt, OrganisationId};
use shell::{Answer, Marked, Page, Pages, Remembered, Routes, Visit, go, query_value, show};
use store::Conn;
use uuid::Uuid;

use super::{Closing, id, path};
use crate::actions::finding::{CLOSED_ORGANISATION, ORGANISATION};
use crate::actions::{self};
use crate::browsing::{self, Outline};
use crate::pages::{ElsewhereLine, OrganisationLine, OrganisationsPage, Tab};
use crate::records::{FromElsewhere, OrganisationList};
use crate::types::{MembershipKind, Organisation};
use crate::{links, records, rules};

/// The words about closing an organisation.
const CLOSING: Closing = Closing {
    question: "register-close-question",
    consequence: "register-close-organisation-consequence",
    label: "register-close-record",
    closed: "register-closed",
    reopened: "register-reopened",
};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::ORGANISATIONS, Right::ReadAsMember, list);
    routes.get(links::ORGANISATION_NEW, Right::RunOffice, form::ask_new);
    routes.post(links::ORGANISATION_NEW, Right::RunOffice, form::add);
    routes.get(links::ORGANISATION, Right::ReadAsMember, record::look);
    routes.get(links::ORGANISATION_LOGO, Right::ReadRecord, record::logo);
    routes.get(links::ORGANISATION_EDIT, Right::RunOffice, form::ask_change);
    routes.post(links::ORGANISATION_EDIT, Right::RunOffice, form::change);
    routes.get(links::ORGANISATION_CLOSE, Right::RunOffice, ask_close);
    routes.post(links::ORGANISATION_CLOSE, Right::RunOffice, close);
    routes.post(links::ORGANISATION_REOPEN, Right::RunOffice, reopen);
    changes::fill(routes);
    own::fill(routes);
    regions::fill(routes);
}

/// Which organisations the list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Kind(MembershipKind),
    Others,
    Closed,
}

impl Shown {
    const ALL: [Self; 6] = [
        Self::Kind(MembershipKind::Member),
        Self::Kind(MembershipKind::Partner),
        Self::Kind(MembershipKind::Funder),
        Self::Kind(MembershipKind::Guest),
        Self::Others,
        Self::Closed,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Kind(MembershipKind::Member) => "mitglieder",
            Self::Kind(MembershipKind::Partner) => "partner",
            Self::Kind(MembershipKind::Funder) => "foerdernde",
            Self::Kind(MembershipKind::Guest) => "gaeste",
            Self::Others => "andere",
            Self::Closed => "abgeschlossen",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Kind(MembershipKind::Member) => "register-tab-members",
            Self::Kind(MembershipKind::Partner) => "register-tab-partners",
            Self::Kind(MembershipKind::Funder) => "register-tab-funders",
            Self::Kind(MembershipKind::Guest) => "register-tab-guests",
            Self::Others => "register-tab-others",
            Self::Closed => "register-tab-closed",
        }
    }

    fn of_query(query: &str) -> Self {
        let word = query_value(query, "art").unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|shown| shown.word() == word)
            .unwrap_or(Self::Kind(MembershipKind::Member))
    }

    /// How the records name what is shown.
    const fn kind(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.word(),
            Self::Others => "other",
            Self::Closed => "closed",
        }
    }
}

/// One page of the list with what stands around it.
struct Listed {
    organisations: Vec<Organisation>,
    contacts: Vec<(OrganisationId, String)>,
    elsewhere: Vec<FromElsewhere>,
    counts: Vec<(Shown, i64)>,
    members: i64,
    pages: Pages,
    has_more: bool,
}

fn outline(
    conn: &mut Conn<'_>,
    remembered: &Remembered,
    list: OrganisationList<'_>,
) -> Result<Arc<Outline>, Fault> {
    let conn = std::cell::RefCell::new(conn);
    Outline::of(
        remembered,
        format!("organisations {} {} {}", list.network, list.kind, list.on),
        |most| records::first_organisations(&mut conn.borrow_mut(), list, most),
        || records::count_organisations(&mut conn.borrow_mut(), list, None),
    )
}

/// The organisations of a long list that a search finds, by name.
fn searched_for(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
    search: &str,
) -> Result<Vec<Uuid>, Fault> {
    let most = browsing::MOST_FOUND;
    let kind = if list.kind == "closed" {
        CLOSED_ORGANISATION
    } else {
        ORGANISATION
    };
    let mut named = Vec::new();
    for hit in conn.search_kind(list.network, kind, (search, most))? {
        let id = hit.subject;
        let Some(it) = records::organisation(conn, id.into())? else {
            continue;
        };
        let kinds = records::kinds_of(conn, (list.network, list.on), it.id)?;
        let belongs = match list.kind {
            "closed" => true,
            "other" => kinds.is_empty(),
            kind => kinds.iter().any(|it| it == kind),
        };
        if belongs {
            named.push((rules::sort_key(&it.name), id));
        }
    }
    named.sort_unstable();
    Ok(named.into_iter().map(|(_, id)| id).collect())
}

fn organisations(
    conn: &mut Conn<'_>,
    list: OrganisationList<'_>,
    (outline, browsed): (&Outline, &browsing::Browsed),
) -> Result<Vec<Organisation>, Fault> {
    match &browsed.shown {
        browsing::Shown::These(ids) => {
            let mut found = Vec::new();
            for id in ids {
                found.extend(records::organisation(conn, (*id).into())?);
            }
            Ok(found)
        }
        browsing::Shown::From(place) => {
            // One more than is shown says where the next page begins.
            let part = (place, browsed.pages.each + 1);
            let mut rows = records::listed_organisations(conn, list, part)?;
            outline.walked(&browsed.pages, &mut rows, |(it, key)| {
                (key.clone(), it.id.into())
            });
            Ok(rows.into_iter().map(|(it, _)| it).collect())
        }
    }
}

fn listed(
    conn: &mut Conn<'_>,
    (visit, remembered): (&Visit, &Remembered),
    (shown, search): (Shown, &str),
) -> Result<Listed, Halt> {
    let (network, _) = super::here(visit)?;
    let on = visit.today();
    let listing = |shown: Shown| OrganisationList {
        network,
        kind: shown.kind(),
        on,
    };
    let mut counts = Vec::new();
    for shown in Shown::ALL {
        let count = outline(conn, remembered, listing(shown))?.count();
        counts.push((shown, count));
    }
    let list = listing(shown);
    let outline = outline(conn, remembered, list)?;
    let browsed = browsing::browse(
        conn,
        (visit, &outline, search),
        |conn| searched_for(conn, list, search),
        |conn, begins| {
            let key = format!("organisations {network} {} {on} before {begins}", list.kind);
            let count = || records::count_organisations(conn, list, Some(begins));
            remembered.once(key, count).map(|it| *it)
        },
    )?;
    let organisations = organisations(conn, list, (&outline, &browsed))?;
    let mut elsewhere = Vec::new();
    if let (Shown::Kind(kind), true, 1) = (shown, search.is_empty(), browsed.pages.current) {
        elsewhere = records::members_from_elsewhere(conn, network, on)?;
        elsewhere.retain(|it| it.kind == kind);
    }
    let members = remembered.once(format!("members {network} {on}"), || {
        records::member_count(conn, network, on)
    })?;
    Ok(Listed {
        contacts: records::contacts_of(conn, on, &organisations)?,
        members: *members,
        elsewhere,
        organisations,
        counts,
        pages: browsed.pages,
        has_more: browsed.has_more,
    })
}

async fn list(visit: Visit) -> Answer {
    let (_, slug) = super::here(&visit)?;
    let (shown, search) = (Shown::of_query(&visit.query), super::searched(&visit));
    let (inner, words, remembered) = (visit.clone(), search.clone(), visit.remembered());
    let it = visit
        .store()
        .read(move |conn| listed(conn, (&inner, &remembered), (shown, &words)))
        .await?;
    let action = visit.href(&links::of(links::ORGANISATIONS, &slug));
    let tabs = it
        .counts
        .iter()
        .filter(|(tab, count)| *tab == shown || *count > 0)
        .map(|(tab, count)| Tab {
            label: visit.say(tab.key()).to_owned(),
            href: format!("{action}?art={}", tab.word()),
            count: *count,
            current: *tab == shown,
        });
    let lines = it.organisations.iter();
    let page = OrganisationsPage {
        page: Page::new(&visit, visit.say("register-organisations")),
        new_href: visit
            .may_here(Right::RunOffice)
            .then(|| visit.href(&links::of(links::ORGANISATION_NEW, &slug))),
        members: it.members,
        tabs: tabs.collect(),
        kind: shown.word().to_owned(),
        lines: lines
            .map(|line_of| line(&visit, line_of, &it.contacts))
            .collect(),
        letters: browsing::letters((&action, Some(shown.word())), &search, &it.pages),
        pages: it.pages,
        has_more: it.has_more,
        regions_href: visit.href(&links::of(links::REGIONS, &slug)),
        entrusting_href: visit
            .may_here(Right::RunOffice)
            .then(|| visit.href(&links::of(links::ENTRUSTING, &slug))),
        elsewhere: it.elsewhere.iter().map(|it| guest(&visit, it)).collect(),
        search,
        action,
    };
    show(&page)
}

fn guest(visit: &Visit, it: &FromElsewhere) -> ElsewhereLine {
    let end = path(visit, links::MEMBERSHIP_END, it.membership);
    ElsewhereLine {
        name: it.name.clone(),
        kind: visit.say(it.kind.key()).to_owned(),
        keeper: Marked::record(visit.content_lang(), &it.keeper),
        end_href: visit.may_here(Right::RunOffice).then(|| visit.href(&end)),
    }
}

fn line(
    visit: &Visit,
    organisation: &Organisation,
    contacts: &[(OrganisationId, String)],
) -> OrganisationLine {
    let names: Vec<&str> = contacts
        .iter()
        .filter(|(at, _)| *at == organisation.id)
        .map(|(_, name)| name.as_str())
        .collect();
    OrganisationLine {
        name: organisation.name.clone(),
        short_name: organisation.short_name.clone(),
        href: visit.href(&path(visit, links::ORGANISATION, organisation.id)),
        town: organisation.town.clone(),
        contacts: names.join(", "),
    }
}

async fn found(visit: &Visit, organisation: &str) -> Result<Organisation, Halt> {
    let (network, _) = super::here(visit)?;
    let organisation: OrganisationId = id(organisation)?;
    visit
        .store()
        .read(move |conn: &mut Conn<'_>| actions::organisation_in(conn, network, organisation))
        .await
}

async fn ask_close(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    let it = found(&visit, &organisation).await?;
    let record = path(&visit, links::ORGANISATION, it.id);
    let close = path(&visit, links::ORGANISATION_CLOSE, it.id);
    super::closing_question(&visit, &CLOSING, &it.name, (&close, &record))
}

async fn close(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &organisation, true).await
}

async fn reopen(visit: Visit, Path((_, organisation)): Path<(String, String)>) -> Answer {
    set_closed(&visit, &organisation, false).await
}

async fn set_closed(visit: &Visit, organisation: &str, closed: bool) -> Answer {
    let (network, _) = super::here(visit)?;
    let organisation: OrganisationId = id(organisation)?;
    super::act_at_once(visit, move |conn, moment, who| {
        actions::close_organisation(conn, moment, who, (network, organisation), closed)
    })
    .await?;
    let done = CLOSING.done(closed);
    Ok(go(
        visit,
        &path(visit, links::ORGANISATION, organisation),
        done,
    ))
}
