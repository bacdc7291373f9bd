//! Terms and what is to go.

use std::collections::BTreeMap;

use axum::extract::Path;
use base::{Blame, Halt};
use shell::{Answer, Fields, Form, Page, Retained, Visit, go, show, show_as};
use uuid::Uuid;

use super::{act, status};
use crate::records::retention::{self, List};
use crate::rules;
use crate::{actions, links, pages};

type Below = Path<(String, String)>;

async fn read(visit: &Visit) -> Result<(BTreeMap<String, i64>, Vec<List>), Halt> {
    let network = visit.network()?.id;
    visit
        .store()
        .read(move |conn| {
            let terms = retention::terms(conn, network)?;
            Ok((terms, retention::lists(conn, network)?))
        })
        .await
}

pub(super) async fn look(visit: Visit) -> Answer {
    let (terms, _) = read(&visit).await?;
    let mut form = Form::default();
    for (purpose, months) in terms {
        form.put(&format!("months-{purpose}"), months.to_string());
    }
    rules_page(&visit, form).await
}

async fn rules_page(visit: &Visit, form: Form) -> Answer {
    let (terms, lists) = read(visit).await?;
    let retained = actions::retained(&visit.app.rooms);
    let status = status(&form);
    let page = Page::new(visit, visit.say("privacy-rules"));
    let head = (pages::below(visit, page)?, pages::tabs(visit, "/regeln")?);
    let fields = Fields::new(visit, form);
    let page = pages::rules_page(visit, head, fields, (&retained, &terms, &lists))?;
    show_as(status, &page)
}

pub(super) async fn set(visit: Visit, mut form: Form) -> Answer {
    let retained = actions::retained(&visit.app.rooms);
    let terms: Vec<(&'static str, Option<i64>)> = retained
        .iter()
        .map(|it| {
            let field = format!("months-{}", it.name);
            (it.name, form.number(&field, 1, rules::LONGEST))
        })
        .collect();
    if form.is_blamed() {
        return rules_page(&visit, form).await;
    }
    let network = visit.network()?.id;
    act(&visit, move |conn, moment, who| {
        actions::set_terms(conn, moment, (who, network), &retained, &terms)
    })
    .await?;
    let path = links::below(&visit.network()?.slug, "/regeln");
    Ok(go(&visit, &path, "privacy-terms-set"))
}

fn purpose(visit: &Visit, name: &str) -> Result<Retained, Halt> {
    let all = actions::retained(&visit.app.rooms);
    all.into_iter()
        .find(|it| it.name == name)
        .ok_or(Halt::Missing)
}

pub(super) async fn list(visit: Visit, Path((_, name)): Below) -> Answer {
    let (network, it, now) = (visit.network()?.id, purpose(&visit, &name)?, visit.now);
    let (months, preview, quarantine, due) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let months = retention::terms(conn, network)?.get(it.name).copied();
            let kept = retention::kept(conn, network, it.name)?;
            let due = match months {
                Some(months) => {
                    let limit = i64::try_from(pages::SHOWN).unwrap_or(0) + 1_800;
                    (it.due)(conn, network, rules::cutoff(now, months), limit)?
                }
                None => Vec::new(),
            };
            let due = due.into_iter().map(|due| {
                let stays = kept.contains(&due.id);
                (due, stays)
            });
            Ok((
                months,
                retention::preview(conn, network, it.name)?,
                retention::quarantined(conn, network, it.name)?,
                due.collect::<Vec<_>>(),
            ))
        })
        .await?;
    let slug = &visit.network()?.slug;
    let page = Page::new(&visit, visit.say(it.label))
        .below(visit.say("privacy-nav"), &links::below(slug, ""))
        .below(visit.say("privacy-rules"), &links::below(slug, "/regeln"))
        .here();
    let waiting = (preview, quarantine);
    show(&pages::due_page(&visit, page, (&it, months), waiting, due)?)
}

fn back(visit: &Visit, it: &Retained) -> Result<String, Halt> {
    Ok(links::of_purpose(&visit.network()?.slug, it.name, ""))
}

pub(super) async fn release(visit: Visit, Path((_, name)): Below, form: Form) -> Answer {
    let (network, it) = (visit.network()?.id, purpose(&visit, &name)?);
    let seen: Option<Uuid> = form.value("list").parse().ok();
    act(&visit, move |conn, moment, who| {
        actions::release(conn, moment, (who, network), it.name, seen)
    })
    .await?;
    Ok(go(&visit, &back(&visit, &it)?, "privacy-released"))
}

pub(super) async fn undo(visit: Visit, Path((_, name)): Below) -> Answer {
    let (network, it) = (visit.network()?.id, purpose(&visit, &name)?);
    let all = actions::retained(&visit.app.rooms);
    act(&visit, move |conn, moment, who| {
        actions::take_back(conn, moment, (who, network), it.name, &all)
    })
    .await?;
    Ok(go(&visit, &back(&visit, &it)?, "privacy-taken-back"))
}

pub(super) async fn keep(visit: Visit, Path((_, name)): Below, form: Form) -> Answer {
    let (network, it) = (visit.network()?.id, purpose(&visit, &name)?);
    let Ok(item) = form.value("item").parse::<Uuid>() else {
        return Err(Halt::Refused(vec![Blame::at("item", "fault-choice")]).into());
    };
    let stays = form.value("stays") != "false";
    let all = actions::retained(&visit.app.rooms);
    act(&visit, move |conn, moment, who| {
        actions::keep_item(conn, moment, (who, network), (it.name, item, stays), &all)
    })
    .await?;
    let done = if stays {
        "privacy-kept"
    } else {
        "privacy-kept-no-longer"
    };
    Ok(go(&visit, &back(&visit, &it)?, done))
}
