//! Places kept for organisations and groups.

use askama::Template;
use base::Halt;
use calendar::dates;
use gatherings::{Gathering, Tab, tabs};
use shell::{Fields, Form, Page, Visit};
use store::Conn;

use super::{below_list, fault_at, when};
use crate::rules::Desk;
use crate::{links, records};

/// One contingent.
struct Row {
    name: String,
    when: String,
    places: i64,
    used: i64,
    until: String,
    is_over: bool,
    removal: String,
}

/// The list with the form of a new one.
#[derive(Template)]
#[template(path = "registration/contingents.html")]
pub(crate) struct ContingentsPage {
    pub(crate) page: Page,
    tabs: String,
    kicker: String,
    rows: Vec<Row>,
    gatherings: Vec<(String, String)>,
    groups: Vec<(String, String)>,
    organisations: Vec<String>,
    action: String,
    cancel: String,
    organisation_fault: Option<String>,
    fields: Fields,
}

/// The contingents of a desk.
pub(crate) fn contingents_page(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (it, desk): (&Gathering, &Desk),
    form: Form,
) -> Result<ContingentsPage, Halt> {
    let slug = &visit.network()?.slug;
    let offered = records::offered(conn, desk)?;
    let line = records::line(conn, desk.id, visit.now)?;
    let rows = records::contingents(conn, desk.id)?
        .into_iter()
        .map(|kept| {
            let date = offered.iter().find(|it| it.id == kept.gathering);
            Row {
                when: date.map(|it| when(visit, it)).unwrap_or_default(),
                places: kept.places,
                used: kept.used,
                until: dates::day_short(kept.until, visit.lang),
                is_over: kept.until_at <= visit.now,
                removal: visit.href(&links::contingent(slug, &it.slug, kept.id)),
                name: kept.name,
            }
        });
    let rows = rows.collect();
    let open = offered.iter().filter(|it| line.knows(it.id));
    let gatherings = open.map(|it| (it.id.to_string(), when(visit, it)));
    let mut groups = vec![(
        String::new(),
        visit.say("registration-c-no-group").to_owned(),
    )];
    for group in register::groups_of(conn, desk.network)? {
        if !group.ended {
            groups.push((group.id.to_string(), group.name));
        }
    }
    let page = Page::new(visit, visit.say("registration-contingents-title"));
    let label = visit.say("registration-c-organisation");
    let fields = Fields::new(visit, form).labelled("organisation", label);
    Ok(ContingentsPage {
        page: below_list(visit, it, page)?,
        tabs: tabs(visit, it, Tab::Registration)?,
        kicker: it.title.clone(),
        rows,
        gatherings: gatherings.collect(),
        groups,
        organisations: records::member_names(conn, (desk.network, visit.today()))?,
        action: visit.href(&links::desk(slug, &it.slug, "/kontingente")),
        cancel: visit.href(&links::list(slug, &it.slug, "")),
        organisation_fault: fault_at(visit, &fields, "organisation"),
        fields,
    })
}
