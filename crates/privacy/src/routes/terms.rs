//! Terms and what is to go.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use base::{Blame, Halt};
use shell::{Answer, Due, Fields, Form, Page, Pages, Retained, Visit, go, show, show_as};
use store::Conn;
use uuid::Uuid;

use super::act;
use crate::records::retention::{self, List};
use crate::rules;
use crate::{actions, links, pages};

type Below = Path<(String, String)>;

/// So many records stand on a page.
const ON_A_PAGE: i64 = 100;

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
    let status = form.status();
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

/// What the page of a purpose shows.
struct Shown {
    months: Option<i64>,
    preview: Option<List>,
    quarantine: Vec<List>,
    /// What the preview lists and what stays all the same, of one page.
    lines: Vec<(Due, bool)>,
    pages: Pages,
    /// How many of the preview are no longer there or no longer due.
    vanished: usize,
}

/// Just what a release would let go, whatever has become due since the preview was made.
fn shown(conn: &mut Conn<'_>, visit: &Visit, it: &Retained) -> Result<Shown, Halt> {
    let network = visit.network()?.id;
    let months = retention::terms(conn, network)?.get(it.name).copied();
    let kept = retention::kept(conn, network, it.name)?;
    let waiting = retention::waiting(conn, network, it.name)?;
    let preview = retention::preview(conn, network, it.name)?;
    let mut listed: BTreeSet<Uuid> = match &preview {
        Some(list) => retention::items(conn, list.id)?.into_iter().collect(),
        None => BTreeSet::new(),
    };
    let due = match months {
        Some(months) => {
            let limit = actions::most(kept.len() + waiting.len());
            (it.due)(conn, network, rules::cutoff(visit.now, months), limit)?
        }
        None => Vec::new(),
    };
    let mut lines: Vec<(Due, bool)> = Vec::new();
    for due in due {
        let stays = kept.contains(&due.id);
        if listed.remove(&due.id) || stays {
            lines.push((due, stays));
        }
    }
    let count = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let pages = Pages::of(visit, count, ON_A_PAGE);
    let before = usize::try_from(pages.before()).unwrap_or(0);
    let each = usize::try_from(pages.each).unwrap_or(0);
    Ok(Shown {
        months,
        preview,
        quarantine: retention::quarantined(conn, network, it.name)?,
        lines: lines.into_iter().skip(before).take(each).collect(),
        pages,
        vanished: listed.len(),
    })
}

pub(super) async fn list(visit: Visit, Path((_, name)): Below) -> Answer {
    let it = purpose(&visit, &name)?;
    let inner = visit.clone();
    let seen = visit
        .store()
        .read(move |conn| shown(conn, &inner, &it))
        .await?;
    let slug = &visit.network()?.slug;
    let page = Page::new(&visit, visit.say(it.label))
        .below(visit.say("privacy-nav"), &links::below(slug, ""))
        .below(visit.say("privacy-rules"), &links::below(slug, "/regeln"))
        .here();
    let waiting = (seen.preview, seen.quarantine);
    let due = (seen.lines, seen.pages, seen.vanished);
    show(&pages::due_page(
        &visit,
        page,
        (&it, seen.months),
        waiting,
        due,
    )?)
}

fn back(visit: &Visit, it: &Retained) -> Result<String, Halt> {
    Ok(links::of_purpose(&visit.network()?.slug, it.name, ""))
}

pub(super) async fn release(visit: Visit, Path((_, name)): Below, form: Form) -> Answer {
    let (network, it) = (visit.network()?.id, purpose(&visit, &name)?);
    // Nobody releases what nobody has seen.
    let Ok(seen) = form.value("list").parse::<Uuid>() else {
        return Err(Halt::at("list", "privacy-fault-unseen").into());
    };
    act(&visit, move |conn, moment, who| {
        actions::release(conn, moment, (who, network), it.name, seen)
    })
    .await?;
    Ok(go(&visit, &back(&visit, &it)?, "privacy-released"))
}

pub(super) async fn undo(visit: Visit, Path((_, name)): Below) -> Answer {
    let (network, it) = (visit.network()?.id, purpose(&visit, &name)?);
    act(&visit, move |conn, moment, who| {
        actions::take_back(conn, moment, (who, network), &it)
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
    act(&visit, move |conn, moment, who| {
        actions::keep_item(conn, moment, (who, network), &it, (item, stays))
    })
    .await?;
    let done = if stays {
        "privacy-kept"
    } else {
        "privacy-kept-no-longer"
    };
    Ok(go(&visit, &back(&visit, &it)?, done))
}
