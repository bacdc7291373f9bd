//! The fields of work that a network offers to choose from.

use base::access::Right;
use base::{FieldOfWorkId, Halt};
use shell::{Answer, Fields, Form, LINE, Marked, Page, Routes, Visit, go, show_as};

use super::super::{act, here};
use crate::actions::{self, WorksInput};
use crate::pages::{self, WorkRow, WorksPage};
use crate::profile::FieldOfWork;
use crate::{links, records};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::WORKS, Right::RunOffice, look);
    routes.post(links::WORKS, Right::RunOffice, change);
}

type Known = (Vec<FieldOfWork>, Vec<(FieldOfWorkId, i64)>);

async fn known(visit: &Visit) -> Result<Known, Halt> {
    let (network, _) = here(visit)?;
    visit
        .store()
        .read(move |conn| {
            Ok((
                records::fields_of_work(conn, network)?,
                records::work_counts(conn, network)?,
            ))
        })
        .await
}

async fn look(visit: Visit) -> Answer {
    let known = known(&visit).await?;
    let mut form = Form::default();
    for it in &known.0 {
        form.put(&format!("work-{}", it.id), it.name.clone());
        if !it.ended {
            form.put(&format!("offered-{}", it.id), "true");
        }
    }
    answer(&visit, known, form)
}

fn answer(visit: &Visit, (works, counts): Known, form: Form) -> Answer {
    let (_, slug) = here(visit)?;
    let row = |it: &FieldOfWork| {
        let count = counts.iter().find(|(id, _)| *id == it.id);
        let count = count.map_or(0, |(_, count)| *count);
        WorkRow {
            name: format!("work-{}", it.id),
            offered: format!("offered-{}", it.id),
            label: visit.say("register-work-name").to_owned(),
            legend: Marked::record(visit.content_lang(), &it.name),
            count: visit.tell("register-work-count", &[("count", count.into())]),
        }
    };
    let status = form.status();
    let page = WorksPage {
        page: Page::new(visit, visit.say("register-works")),
        tabs: pages::settings_tabs(visit, &slug, links::WORKS),
        action: visit.href(&links::of(links::WORKS, &slug)),
        rows: works.iter().map(row).collect(),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}

async fn change(visit: Visit, mut form: Form) -> Answer {
    let (network, slug) = here(&visit)?;
    let known = known(&visit).await?;
    let input = read(&mut form, &known.0);
    let done = act(&visit, &mut form, move |conn, moment, who| {
        actions::change_fields_of_work(conn, moment, who, network, &input)
    });
    match done.await? {
        Some(()) => {
            let path = links::of(links::WORKS, &slug);
            Ok(go(&visit, &path, "register-works"))
        }
        None => answer(&visit, known, form),
    }
}

/// A field of work that the form does not name stays as it is.
fn read(form: &mut Form, known: &[FieldOfWork]) -> WorksInput {
    let mut input = WorksInput::default();
    for it in known {
        let name = format!("work-{}", it.id);
        if form.has(&name) {
            let words = form.line(&name, 100);
            let offered = form.has(&format!("offered-{}", it.id));
            input.known.push((it.id, words, offered));
        }
    }
    let new = form.text("new", 20 * LINE);
    let lines = new.lines().map(str::trim).filter(|it| !it.is_empty());
    input.new = lines.map(|line| line.chars().take(100).collect()).collect();
    input
}
