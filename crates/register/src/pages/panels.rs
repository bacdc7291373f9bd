//! What the register shows on the start page.

use askama::Template;
use base::Fault;
use base::access::Right;
use jiff::ToSpan;
use shell::{Link, Marked, Panel, Place, Visit};
use store::Conn;

use crate::fields::{self, RecordKind};
use crate::{links, records, roles};

/// The panels of this room.
pub(crate) const PANELS: &[Panel] = &[
    Panel {
        order: 4,
        show: unstaffed,
    },
    Panel {
        order: 24,
        show: changes,
    },
    Panel {
        order: 25,
        show: asking,
    },
    Panel {
        order: 66,
        show: own,
    },
    Panel {
        order: 68,
        show: children,
    },
    Panel {
        order: 70,
        show: own_fields,
    },
];

#[derive(Template)]
#[template(path = "register/panel-unstaffed.html")]
struct UnstaffedPanel {
    text: String,
    link: Link,
}

#[derive(Template)]
#[template(path = "register/panel-changes.html")]
struct ChangesPanel<'p> {
    visit: &'p Visit,
    count: i64,
    title: String,
    href: String,
}

#[derive(Template)]
#[template(path = "register/panel-asking.html")]
struct AskingPanel<'p> {
    visit: &'p Visit,
    count: usize,
    title: String,
    href: String,
}

#[derive(Template)]
#[template(path = "register/panel-own.html")]
struct OwnPanel<'p> {
    visit: &'p Visit,
    organisations: Vec<Link>,
}

#[derive(Template)]
#[template(path = "register/panel-fields.html")]
struct FieldsPanel<'p> {
    visit: &'p Visit,
    values: Vec<(Marked, Marked)>,
}

#[derive(Template)]
#[template(path = "register/panel-children.html")]
struct ChildrenPanel<'p> {
    visit: &'p Visit,
    children: Vec<(Link, String, String)>,
}

fn rendered(panel: &impl Template) -> Result<Option<String>, Fault> {
    panel
        .render()
        .map(Some)
        .map_err(|cause| Fault::because("render a panel", cause))
}

/// How many days ahead the start page says that nobody will run the office.
const AHEAD: i32 = 60;

/// For the office: that soon nobody runs it.
fn unstaffed(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    if place != Place::Start || !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    let today = visit.today();
    let until = today.checked_add(AHEAD.days()).unwrap_or(today);
    let day = roles::unstaffed_from(conn, (network.id, None), today)?;
    match day.filter(|day| *day > today && *day <= until) {
        Some(day) => rendered(&UnstaffedPanel {
            text: roles::unstaffed(visit, day),
            link: Link::new(
                visit.say("register-roles"),
                visit.href(&links::of(links::ROLES, &network.slug)),
            ),
        }),
        None => Ok(None),
    }
}

/// For the office: what contacts changed at their own organisations.
fn changes(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    if place != Place::Start || !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    let count = records::waiting_change_count(conn, network.id)?;
    if count == 0 {
        return Ok(None);
    }
    rendered(&ChangesPanel {
        visit,
        count,
        title: visit.tell("register-own-due", &[("count", count.into())]),
        href: visit.href(&links::of(links::OWN_CHANGES, &network.slug)),
    })
}

/// For the office: networks that want to belong to this one.
fn asking(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    if place != Place::Start || !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    let count = records::requests_to(conn, network.id)?.len();
    if count == 0 {
        return Ok(None);
    }
    rendered(&AskingPanel {
        visit,
        count,
        title: visit.tell("register-belonging-due", &[("count", count.into())]),
        href: visit.href(&links::of(links::BELONGING, &network.slug)),
    })
}

/// For contacts: their own organisations.
fn own(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    if place != Place::Start {
        return Ok(None);
    }
    let mut organisations = Vec::new();
    for id in visit.actor.spoken_for_in(network.id) {
        if let Some(it) = records::organisation(conn, id)? {
            let edit = links::below(links::OWN_EDIT, &network.slug, id);
            organisations.push(Link::new(it.name, visit.href(&edit)));
        }
    }
    if organisations.is_empty() {
        return Ok(None);
    }
    rendered(&OwnPanel {
        visit,
        organisations,
    })
}

/// On a person's page: what stands in the network's own fields.
fn own_fields(
    conn: &mut Conn<'_>,
    visit: &Visit,
    place: Place<'_>,
) -> Result<Option<String>, Fault> {
    let (Some(network), Place::Person(person)) = (&visit.network, place) else {
        return Ok(None);
    };
    let is_office = visit.may_here(Right::RunOffice);
    let mut defined = fields::of(conn, network.id, RecordKind::Person)?;
    defined.retain(|it| is_office || !it.internal);
    let values = fields::values(conn, RecordKind::Person, person.into())?;
    let values = fields::shown(visit, &defined, &values);
    if values.is_empty() {
        return Ok(None);
    }
    rendered(&FieldsPanel { visit, values })
}

/// For the office of a network that has others below it: how they stand.
fn children(conn: &mut Conn<'_>, visit: &Visit, place: Place<'_>) -> Result<Option<String>, Fault> {
    let Some(network) = &visit.network else {
        return Ok(None);
    };
    if place != Place::Start || !visit.may_here(Right::RunOffice) {
        return Ok(None);
    }
    let children = records::child_networks(conn, network.id, visit.today())?;
    if children.is_empty() {
        return Ok(None);
    }
    let children = children.into_iter().map(|(child, members)| {
        let count = visit.tell("register-member-count", &[("count", members.into())]);
        let home = visit.href(&format!("/{}", child.slug));
        (Link::new(child.name, home), count, child.office_mail)
    });
    rendered(&ChildrenPanel {
        visit,
        children: children.collect(),
    })
}
