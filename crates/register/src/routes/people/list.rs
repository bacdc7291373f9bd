//! The list of people.

use std::sync::Arc;

use base::Fault;
use base::access::Right;
use jiff::civil::Date;
use shell::{Answer, Link, Page, Pages, Remembered, Visit, query_value, show};
use store::Conn;
use uuid::Uuid;

use crate::actions::finding::{CLOSED_PERSON, PERSON};
use crate::browsing::{self, Outline, Shown};
use crate::pages::{PeoplePage, PersonLine, Tab};
use crate::records::PeopleList;
use crate::routes::{here, path, searched};
use crate::types::Representative;
use crate::{links, records, rules};

/// How the address asks for closed records.
const CLOSED: &str = "abgeschlossen";

/// One page of the list with what stands around it.
struct OnePage {
    people: Vec<Representative>,
    open_count: i64,
    closed_count: i64,
    pages: Pages,
    has_more: bool,
}

fn outline(
    conn: &mut Conn<'_>,
    remembered: &Remembered,
    list: PeopleList,
) -> Result<Arc<Outline>, Fault> {
    let conn = std::cell::RefCell::new(conn);
    Outline::of(
        remembered,
        format!("people {} {}", list.network, list.closed),
        |most| records::first_people(&mut conn.borrow_mut(), list, most),
        || records::count_people(&mut conn.borrow_mut(), list, None),
    )
}

/// The people of a long list whom a search finds, by name.
fn found(conn: &mut Conn<'_>, list: PeopleList, search: &str) -> Result<Vec<Uuid>, Fault> {
    let most = browsing::MOST_FOUND;
    let kind = if list.closed { CLOSED_PERSON } else { PERSON };
    let mut named = Vec::new();
    for hit in conn.search_kind(list.network, kind, (search, most))? {
        let id = hit.subject;
        let person = records::person(conn, id.into())?;
        named.extend(person.map(|it| (rules::sort_key(&it.sort_name), id)));
    }
    named.sort_unstable();
    Ok(named.into_iter().map(|(_, id)| id).collect())
}

fn one_page(
    conn: &mut Conn<'_>,
    (visit, remembered): (&Visit, &Remembered),
    (list, search): (PeopleList, &str),
) -> Result<OnePage, Fault> {
    let of = |closed| PeopleList { closed, ..list };
    let open_count = outline(conn, remembered, of(false))?.count();
    let closed_count = outline(conn, remembered, of(true))?.count();
    let outline = outline(conn, remembered, list)?;
    let browsed = browsing::browse(
        conn,
        (visit, &outline, search),
        |conn| found(conn, list, search),
        |conn, begins| {
            let key = format!("people {} {} before {begins}", list.network, list.closed);
            let before = remembered.once(key, || records::count_people(conn, list, Some(begins)));
            before.map(|it| *it)
        },
    )?;
    Ok(OnePage {
        people: people(conn, (list, visit.today()), (&outline, &browsed))?,
        open_count,
        closed_count,
        pages: browsed.pages,
        has_more: browsed.has_more,
    })
}

fn people(
    conn: &mut Conn<'_>,
    (list, on): (PeopleList, Date),
    (outline, browsed): (&Outline, &browsing::Browsed),
) -> Result<Vec<Representative>, Fault> {
    match &browsed.shown {
        Shown::These(ids) => {
            let mut people = Vec::new();
            for id in ids {
                people.extend(records::representative(conn, (*id).into(), on)?);
            }
            Ok(people)
        }
        Shown::From(place) => {
            // One more than is shown says where the next page begins.
            let part = (place, browsed.pages.each + 1);
            let mut rows = records::listed_people(conn, (list, on), part)?;
            outline.walked(&browsed.pages, &mut rows, |(it, key)| {
                (key.clone(), it.person.id.into())
            });
            Ok(rows.into_iter().map(|(it, _)| it).collect())
        }
    }
}

pub(super) async fn list(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    let is_office = visit.may_here(Right::RunOffice);
    let closed = is_office && query_value(&visit.query, "art").as_deref() == Some(CLOSED);
    let search = searched(&visit);
    let (inner, words, remembered) = (visit.clone(), search.clone(), visit.remembered());
    let it = visit
        .store()
        .read(move |conn| {
            let list = PeopleList { network, closed };
            one_page(conn, (&inner, &remembered), (list, &words))
        })
        .await?;
    let action = visit.href(&links::of(links::PEOPLE, &slug));
    let tab = |of_closed: bool, key: &str, count: i64| Tab {
        label: visit.say(key).to_owned(),
        href: if of_closed {
            format!("{action}?art={CLOSED}")
        } else {
            action.clone()
        },
        count,
        current: of_closed == closed,
    };
    let tabs = if is_office && (closed || it.closed_count > 0) {
        vec![
            tab(false, "register-tab-open", it.open_count),
            tab(true, "register-tab-closed", it.closed_count),
        ]
    } else {
        Vec::new()
    };
    let kind = closed.then_some(CLOSED);
    let lines = it.people.iter();
    let page = PeoplePage {
        page: Page::new(&visit, visit.say("register-people")),
        new_href: is_office.then(|| visit.href(&links::of(links::PERSON_NEW, &slug))),
        count: it.open_count,
        kind,
        lines: lines.map(|it| line(&visit, it, is_office)).collect(),
        tabs,
        letters: browsing::letters((&action, kind), &search, &it.pages),
        pages: it.pages,
        has_more: it.has_more,
        search,
        is_office,
        action,
    };
    show(&page)
}

fn line(visit: &Visit, it: &Representative, is_office: bool) -> PersonLine {
    PersonLine {
        name: it.person.name.clone(),
        href: visit.href(&path(visit, links::PERSON, it.person.id)),
        function: it.function.clone(),
        organisation: it.organisation.as_ref().map(|(at, name)| {
            Link::new(
                name.clone(),
                visit.href(&path(visit, links::ORGANISATION, at)),
            )
        }),
        mail: if is_office {
            it.person.mail.clone()
        } else {
            String::new()
        },
    }
}
