//! The privacy notice: written, brought out, read in each of its versions.

use axum::extract::Path;
use axum::http::StatusCode;
use base::Halt;
use shell::{Answer, Fields, Form, Link, Page, TEXT, Visit, blocks, go, kept, show, show_as};

use super::act;
use crate::pages::{self, NoticePage, NoticesPage};
use crate::records::notices::{self as texts, Notice};
use crate::{actions, links};

async fn read(visit: &Visit) -> Result<(Option<String>, Vec<Notice>), Halt> {
    let network = visit.network()?.id;
    visit
        .store()
        .read(move |conn| {
            let draft = texts::draft(conn, network)?;
            Ok((draft, texts::notices(conn, network)?))
        })
        .await
}

/// What is being written; else what was said last, to go on from there.
pub(super) async fn look(visit: Visit) -> Answer {
    let (draft, versions) = read(&visit).await?;
    let last = versions.first().map(|it| it.text.clone());
    let text = draft.or(last).unwrap_or_default();
    shown(&visit, Form::of([("text", text)]), StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (_, versions) = read(visit).await?;
    let slug = &visit.network()?.slug;
    let page = Page::new(visit, visit.say("privacy-notices"));
    let page = NoticesPage {
        page: pages::below(visit, page)?,
        tabs: pages::tabs(visit, "/hinweise")?,
        fields: Fields::new(visit, form),
        action: visit.href(&links::below(slug, "/hinweise")),
        publish: visit.href(&links::below(slug, "/hinweise/veroeffentlichung")),
        versions: version_links(visit, slug, &versions),
    };
    show_as(status, &page)
}

/// Links to all versions, the latest first.
pub(crate) fn version_links(visit: &Visit, slug: &str, versions: &[Notice]) -> Vec<Link> {
    let links = versions.iter().map(|it| {
        let day = pages::day(visit, it.published_at);
        let args = [("version", it.version.into()), ("day", day.into())];
        let href = visit.href(&links::notice(slug, it.version));
        Link::new(visit.tell("privacy-notice-version", &args), href)
    });
    links.collect()
}

pub(super) async fn keep(visit: Visit, mut form: Form) -> Answer {
    let text = form.text("text", TEXT);
    if form.is_blamed() {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let network = visit.network()?.id;
    act(&visit, move |conn, moment, who| {
        actions::keep_draft(conn, moment, (who, network), &text)
    })
    .await?;
    let path = links::below(&visit.network()?.slug, "/hinweise");
    Ok(go(&visit, &path, "privacy-notice-kept"))
}

/// Publishes what stands in the field, saved before or not.
pub(super) async fn publish(visit: Visit, mut form: Form) -> Answer {
    let text = form.text("text", TEXT);
    if form.is_blamed() {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let network = visit.network()?.id;
    let done = act(&visit, move |conn, moment, who| {
        actions::publish_notice(conn, moment, (who, network), text)
    });
    if let Err(halt) = done.await {
        form.take_refusal(halt)?;
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let path = links::below(&visit.network()?.slug, "/hinweise");
    Ok(go(&visit, &path, "privacy-notice-published"))
}

pub(super) async fn version(visit: Visit, Path((_, version)): Path<(String, String)>) -> Answer {
    let (_, versions) = read(&visit).await?;
    let number: i64 = version.parse().map_err(|_| Halt::Missing)?;
    let it = versions
        .iter()
        .find(|it| it.version == number)
        .ok_or(Halt::Missing)?;
    let slug = &visit.network()?.slug;
    let day = pages::day(&visit, it.published_at);
    let is_last = versions.first().is_some_and(|last| last.version == number);
    let key = if is_last {
        "privacy-notice-stands"
    } else {
        "privacy-notice-stood"
    };
    kept(show(&NoticePage {
        page: Page::new(&visit, visit.say("privacy-notice"))
            .below(
                visit.say("privacy-notice-page"),
                &format!("/{slug}/datenschutz"),
            )
            .here(),
        standing: visit.tell(key, &[("version", number.into()), ("day", day.into())]),
        blocks: blocks(&it.text),
        versions: version_links(&visit, slug, &versions),
    }))
}
