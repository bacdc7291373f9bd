//! Writing posts: the form, publication, withdrawal, deletion.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use base::access::Audience;
use base::{Blame, GatheringId, Halt};
use shell::{
    Answer, Fields, Form, LINE, Marked, NetworkCard, Page, TEXT, Visit, go, record, show, show_as,
};

use super::posts::{occasion, occasion_of};
use super::{below_posts, own_post_at, writes};
use crate::pages::posts::{PostForm, Preview, audiences, figure};
use crate::rules::{self, PictureChange, Post, PostInput};
use crate::{actions, links, prose, records};

/// The longest lead.
const LEAD: usize = 600;

/// An empty form, or one that begins a report of a gathering (`?termin=`).
pub async fn write_form(visit: Visit) -> Answer {
    writes(&visit)?;
    let asked = shell::query_value(&visit.query, "termin");
    let gathering: Option<GatheringId> = asked.and_then(|id| id.parse().ok());
    let mut form = Form::of([("audience", Audience::Public.word().to_owned())]);
    if let Some(id) = gathering {
        let inner = visit.clone();
        let found = visit
            .store()
            .read(move |conn| occasion_of(conn, &inner, id))
            .await?;
        if let Some(found) = found {
            form = Form::of([
                ("gathering", id.to_string()),
                ("title", found.title),
                (
                    "audience",
                    audience_of_report(found.audience).word().to_owned(),
                ),
            ]);
        }
    }
    Draft::new(&visit, form, None).shown(StatusCode::OK).await
}

/// A report tells no wider circle than the gathering was for, unless the office widens it.
const fn audience_of_report(gathering: Audience) -> Audience {
    match gathering {
        Audience::Public => Audience::Public,
        Audience::Members => Audience::Members,
        Audience::Invited | Audience::Office => Audience::Office,
    }
}

/// Keeps a new draft.
pub async fn write(visit: Visit, mut form: Form) -> Answer {
    writes(&visit)?;
    let input = typed(&mut form);
    if let Some(answer) = not_yet(&visit, &mut form, None).await {
        return answer;
    }
    let network = visit.network()?.clone();
    let (mut moment, who) = (visit.moment(), visit.actor.clone());
    let written = visit
        .store()
        .write(move |conn| {
            let id = actions::write_post(conn, &mut moment, &who, network.id, &input)?;
            records::post(conn, id)?.ok_or(Halt::Missing)
        })
        .await;
    match written {
        Ok(post) => Ok(go(
            &visit,
            &links::post(&network.slug, &post.slug),
            "post-written",
        )),
        Err(halt) => {
            form.take_refusal(halt)?;
            Draft::new(&visit, form, None)
                .shown(StatusCode::UNPROCESSABLE_ENTITY)
                .await
        }
    }
}

/// The form with what the post says now.
pub async fn edit_form(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let post = own_post_at(&visit, slug).await?;
    let form = filled(&post);
    Draft::new(&visit, form, Some(post))
        .shown(StatusCode::OK)
        .await
}

/// Keeps a change.
pub async fn edit(visit: Visit, Path((_, slug)): Path<(String, String)>, mut form: Form) -> Answer {
    let post = own_post_at(&visit, slug).await?;
    let input = typed(&mut form);
    let version = form.number("version", 0, i64::MAX).unwrap_or_default();
    if let Some(answer) = not_yet(&visit, &mut form, Some(&post)).await {
        return answer;
    }
    let network = visit.network()?.clone();
    let (mut moment, who, id) = (visit.moment(), visit.actor.clone(), post.id);
    let changed = visit
        .store()
        .write(move |conn| {
            actions::change_post(conn, &mut moment, &who, (id, version), &input)?;
            records::post(conn, id)?.ok_or(Halt::Missing)
        })
        .await;
    match changed {
        Ok(post) => Ok(go(
            &visit,
            &links::post(&network.slug, &post.slug),
            "post-changed",
        )),
        Err(Halt::Stale) => {
            form.blame(Blame::at("", "publishing-fault-stale"));
            form.forget("version");
            form.put("version", post.version.to_string());
            let mut draft = Draft::new(&visit, form, Some(post));
            draft.is_stale = true;
            draft.shown(StatusCode::CONFLICT).await
        }
        Err(halt) => {
            form.take_refusal(halt)?;
            Draft::new(&visit, form, Some(post))
                .shown(StatusCode::UNPROCESSABLE_ENTITY)
                .await
        }
    }
}

/// The form again, where something is wrong with it or a preview was asked for.
async fn not_yet(visit: &Visit, form: &mut Form, post: Option<&Post>) -> Option<Answer> {
    let status = if form.is_blamed() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else if form.has("preview") {
        StatusCode::OK
    } else {
        return None;
    };
    let draft = Draft::new(visit, std::mem::take(form), post.cloned());
    Some(draft.shown(status).await)
}

fn typed(form: &mut Form) -> PostInput {
    let upload = form.uploads("picture").next();
    let picture = match upload.map(|upload| upload.bytes.clone()) {
        Some(bytes) => PictureChange::New(bytes),
        None if form.has("picture_remove") => PictureChange::Remove,
        None => PictureChange::Keep,
    };
    PostInput {
        title: form.required("title", LINE),
        lead: form.text("lead", LEAD),
        body: form.text("body", TEXT),
        source_mark: form.line("source_mark", 100),
        links: form.text("links", 4000),
        audience: form
            .choice("audience", Audience::from_word)
            .unwrap_or(Audience::Office),
        gathering: form.id("gathering"),
        day: form.date("day"),
        tags: rules::typed_tags(&form.line("tags", 600)),
        picture,
        picture_alt: form.text("picture_alt", 500),
        picture_caption: form.text("picture_caption", 500),
    }
}

fn filled(post: &Post) -> Form {
    let tags: Vec<&str> = post.tags.iter().map(|tag| tag.name.as_str()).collect();
    let shown = post.shown.as_ref();
    Form::of([
        ("title", post.title.clone()),
        ("lead", post.lead.clone()),
        ("body", post.body.clone()),
        ("source_mark", post.source_mark.clone()),
        ("links", post.links.clone()),
        ("audience", post.audience.word().to_owned()),
        (
            "gathering",
            post.gathering.map(|id| id.to_string()).unwrap_or_default(),
        ),
        (
            "day",
            post.day.map(|day| day.to_string()).unwrap_or_default(),
        ),
        ("tags", tags.join(", ")),
        (
            "picture_alt",
            shown.map(|it| it.alt.clone()).unwrap_or_default(),
        ),
        (
            "picture_caption",
            shown.map(|it| it.caption.clone()).unwrap_or_default(),
        ),
        ("version", post.version.to_string()),
    ])
}

/// The form of a post on its way to a page.
struct Draft {
    visit: Visit,
    form: Form,
    post: Option<Post>,
    is_stale: bool,
}

impl Draft {
    fn new(visit: &Visit, form: Form, post: Option<Post>) -> Self {
        Self {
            visit: visit.clone(),
            form,
            post,
            is_stale: false,
        }
    }

    async fn shown(self, status: StatusCode) -> Answer {
        let Self {
            visit,
            form,
            post,
            is_stale,
        } = self;
        let card = visit.network()?.clone();
        let network = card.slug.clone();
        let found = match form.value("gathering").parse::<GatheringId>() {
            Ok(id) => {
                let inner = visit.clone();
                visit
                    .store()
                    .read(move |conn| occasion_of(conn, &inner, id))
                    .await?
            }
            Err(_) => None,
        };
        let post_path = post.as_ref().map(|post| links::post(&network, &post.slug));
        let cancel = post_path.clone().unwrap_or_else(|| links::posts(&network));
        let action = match &post {
            Some(post) => links::of_post(&network, &post.slug, "bearbeiten"),
            None => links::below(&network, "meldung-schreiben"),
        };
        let page = match &post {
            Some(post) => Page::told(
                &visit,
                "publishing-edit-title",
                &[("title", record(&post.title))],
            ),
            None => Page::new(&visit, visit.say("publishing-write-title")),
        };
        let page = below_post(page, &card, post.as_ref());
        let template = PostForm {
            preview: preview(&form),
            page: page.here(),
            action: visit.href(&action),
            cancel_href: visit.href(&cancel),
            audiences: audiences(&visit),
            figure: post
                .as_ref()
                .and_then(|post| figure(post, &visit, &network)),
            occasion: found.map(|found| occasion(&visit, found)),
            newer_href: post_path.filter(|_| is_stale).map(|path| visit.href(&path)),
            fields: Fields::new(&visit, form),
        };
        show_as(status, &template)
    }
}

/// Adds the way to what is done with a post, or with one that is not yet there.
fn below_post(page: Page, network: &NetworkCard, post: Option<&Post>) -> Page {
    let page = below_posts(page, network);
    match post {
        Some(post) => page.below_record(&post.title, &links::post(&network.slug, &post.slug)),
        None => page,
    }
}

fn preview(form: &Form) -> Option<Preview> {
    (form.has("preview") && !form.is_blamed()).then(|| Preview {
        title: form.value("title").to_owned(),
        lead: form.value("lead").to_owned(),
        body: prose::html(form.value("body"), 3),
        source_mark: form.value("source_mark").to_owned(),
    })
}

/// Brings a post out; where something is missing, the form says so.
pub async fn publish(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let post = own_post_at(&visit, slug).await?;
    let network = visit.network()?.slug.clone();
    let (mut moment, who, id) = (visit.moment(), visit.actor.clone(), post.id);
    let published = visit
        .store()
        .write(move |conn| actions::publish_post(conn, &mut moment, &who, id))
        .await;
    match published {
        Ok(()) => Ok(go(
            &visit,
            &links::post(&network, &post.slug),
            "post-published",
        )),
        Err(halt) => {
            let mut form = filled(&post);
            form.take_refusal(halt)?;
            Draft::new(&visit, form, Some(post))
                .shown(StatusCode::UNPROCESSABLE_ENTITY)
                .await
        }
    }
}

/// Takes a post back.
pub async fn withdraw(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let post = own_post_at(&visit, slug).await?;
    let network = visit.network()?.slug.clone();
    let (mut moment, who, id) = (visit.moment(), visit.actor.clone(), post.id);
    visit
        .store()
        .write(move |conn| actions::withdraw_post(conn, &mut moment, &who, id))
        .await?;
    Ok(go(
        &visit,
        &links::post(&network, &post.slug),
        "post-withdrawn",
    ))
}

#[derive(Template)]
#[template(path = "confirm.html")]
struct Deletion {
    page: Page,
    question: Marked,
    consequences: Vec<String>,
    action: String,
    confirm_label: String,
    cancel_href: String,
    danger: bool,
}

/// Asks before a draft is deleted.
pub async fn ask_deletion(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let post = own_post_at(&visit, slug).await?;
    let card = visit.network()?.clone();
    let network = card.slug.clone();
    let args = [("title", record(&post.title))];
    let page = Page::told(&visit, "publishing-delete-question", &args);
    let page = below_post(page, &card, Some(&post)).here();
    show(&Deletion {
        consequences: vec![visit.say("publishing-delete-consequence").to_owned()],
        action: visit.href(&links::of_post(&network, &post.slug, "loeschung")),
        confirm_label: visit.say("publishing-delete").to_owned(),
        cancel_href: visit.href(&links::post(&network, &post.slug)),
        danger: true,
        question: page.heading.clone(),
        page,
    })
}

/// Deletes a draft.
pub async fn delete(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let id = own_post_at(&visit, slug).await?.id;
    let network = visit.network()?.slug.clone();
    let (mut moment, who) = (visit.moment(), visit.actor.clone());
    visit
        .store()
        .write(move |conn| actions::delete_draft(conn, &mut moment, &who, id))
        .await?;
    Ok(go(&visit, &links::posts(&network), "post-deleted"))
}
