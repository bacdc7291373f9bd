//! Reading posts: the list, one post, its picture, the feed.

use askama::Template;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use base::access::{Audience, Right};
use base::{Fault, GatheringId, Halt, NetworkId};
use calendar::dates;
use jiff::Timestamp;
use shell::{Answer, Link, NetworkCard, Page, Visit, kept, show};
use store::Conn;

use super::{below_posts, may_find, may_write, moved_post, page_below_home, post_at, read, wanted};
use crate::feed::{Feed, FeedEntry, instant, xml_text};
use crate::pages::posts::{Occasion, PostPage, PostsPage, acts, figure};
use crate::pages::{Card, Day, audience_mark};
use crate::records::{self, Wanted};
use crate::rules::{Post, State, web_links};
use crate::{links, prose};

/// How many posts the list shows before one asks for a year.
const RECENT: i64 = 20;
/// How many posts the feed carries.
const FED: i64 = 20;
const ATOM: &str = "application/atom+xml";

/// A network's posts, the newest or those of one year.
pub async fn list(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let asked = shell::query_value(&visit.query, "jahr");
    let year = asked.as_deref().and_then(|year| year.parse().ok());
    if asked.is_some() && year.is_none_or(|year: i16| !(1900..=2199).contains(&year)) {
        return Err(Halt::Missing.into());
    }
    let writes = visit.may_here(Right::Publish);
    let looker = visit.clone();
    let reader = Wanted {
        year,
        limit: if year.is_some() { 500 } else { RECENT },
        ..wanted(&visit, network.id, 0)
    };
    let (posts, drafts, years) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let drafts = if writes && year.is_none() {
                let mut drafts = records::drafts(conn, reader.network)?;
                drafts.retain(|it| looker.may(Right::Publish, &it.subject(reader.network)));
                drafts
            } else {
                Vec::new()
            };
            Ok((
                records::listed(conn, &reader)?,
                drafts,
                records::years(conn, &reader)?,
            ))
        })
        .await?;
    let path = links::posts(&network.slug);
    let latest = Link::new(visit.say("publishing-latest"), visit.href(&path));
    let years = years.into_iter().map(|label| {
        let current = asked.as_deref() == Some(label.as_str());
        let href = visit.href(&format!("{path}?jahr={label}"));
        (Link::new(label, href), current)
    });
    let years = std::iter::once((latest, asked.is_none())).chain(years);
    let page = match year {
        Some(year) => below_posts(
            Page::told(
                &visit,
                "publishing-posts-of",
                &[("year", year.to_string().into())],
            ),
            &network,
        ),
        None => page_below_home(&visit, &network, visit.say("publishing-posts")),
    };
    let card = |post| Card::of(post, &visit, &network.slug);
    kept(show(&PostsPage {
        posts: posts.into_iter().map(card).collect(),
        drafts: drafts.into_iter().map(card).collect(),
        years: years.collect(),
        is_of_year: year.is_some(),
        write_href: may_write(&visit)
            .then(|| visit.href(&links::below(&network.slug, "meldung-schreiben"))),
        tags_href: visit.href(&links::below(&network.slug, "schlagworte")),
        page: with_feed(page.here(), &visit, &network.slug),
    }))
}

fn with_feed(page: Page, visit: &Visit, network: &str) -> Page {
    let path = links::below(network, "meldungen.atom");
    page.with_feed(visit.say("publishing-feed"), &path, ATOM)
}

enum Found {
    Here(Box<Post>, Option<store::Found>),
    Moved(Box<Post>),
}

fn find(conn: &mut Conn<'_>, visit: &Visit, network: NetworkId, slug: &str) -> Result<Found, Halt> {
    let Some(id) = records::id_by_slug(conn, network, slug)? else {
        return moved_post(conn, network, slug)?
            .map(|post| Found::Moved(Box::new(post)))
            .ok_or(Halt::Missing);
    };
    let post = records::post(conn, id)?.ok_or(Halt::Missing)?;
    let occasion = match post.gathering {
        Some(gathering) => occasion_of(conn, visit, gathering)?,
        None => None,
    };
    Ok(Found::Here(Box::new(post), occasion))
}

/// What a gathering of this network lets be known of itself, where the person may know of it.
pub(super) fn occasion_of(
    conn: &mut Conn<'_>,
    visit: &Visit,
    gathering: GatheringId,
) -> Result<Option<store::Found>, Fault> {
    let found = conn.indexed("gathering", gathering.into())?;
    let (Some(found), Some(network)) = (found, &visit.network) else {
        return Ok(None);
    };
    let is_ours = found.href.starts_with(&format!("/{}/", network.slug));
    let may_know = is_ours && may_find(conn, visit, network.id, &found)?;
    Ok(may_know.then_some(found))
}

/// The gathering as the page names it.
pub(super) fn occasion(visit: &Visit, found: store::Found) -> Occasion {
    Occasion {
        href: visit.href(&found.href),
        day: found.day.map(|day| Day::of(day, visit)),
        title: found.title,
    }
}

/// One post; its old addresses lead on.
pub async fn show_post(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let network = visit.network()?.clone();
    let inner = visit.clone();
    let found = visit
        .store()
        .read(move |conn| find(conn, &inner, network.id, &slug))
        .await?;
    let (post, found) = match found {
        Found::Here(post, found) => (*post, found),
        Found::Moved(post) => {
            read(&visit, &post)?;
            let target = visit.href(&links::post(&network.slug, &post.slug));
            return Ok(Redirect::permanent(&target).into_response());
        }
    };
    read(&visit, &post)?;
    let is_public = is_public(&post);
    let answer = show(&post_page(&visit, &network, post, found));
    if is_public { kept(answer) } else { answer }
}

fn is_public(post: &Post) -> bool {
    post.state == State::Published && post.audience == Audience::Public
}

fn post_page(
    visit: &Visit,
    network: &NetworkCard,
    post: Post,
    found: Option<store::Found>,
) -> PostPage {
    let page = below_posts(Page::of_record(visit, &post.title), network).here();
    let network = network.slug.as_str();
    let tags = post.tags.iter().map(|tag| {
        let href = visit.href(&links::tag(network, &tag.slug));
        Link::new(&tag.name, href)
    });
    PostPage {
        body: prose::html(&post.body, 2),
        day: post.day.map(|day| Day::of(day, visit)),
        audience: audience_mark(visit, post.audience),
        figure: figure(&post, visit, network),
        links: web_links(&post.links),
        tags: tags.collect(),
        occasion: found.map(|found| occasion(visit, found)),
        acts: visit
            .may(Right::Publish, &post.subject())
            .then(|| acts(&post, visit, network)),
        page: with_feed(page, visit, network),
        post,
    }
}

/// A post's picture.
pub async fn picture(visit: Visit, Path((_, slug)): Path<(String, String)>) -> Answer {
    let post = post_at(&visit, slug).await?;
    let is_public = is_public(&post);
    let shown = post.shown.ok_or(Halt::Missing)?;
    let bytes = visit
        .store()
        .read(move |conn| conn.blob(shown.hash))
        .await?;
    let keeping = if is_public {
        "public, max-age=3600"
    } else {
        "private, no-store"
    };
    let headers = [
        (header::CONTENT_TYPE, shown.picture.kind.mime()),
        (header::CACHE_CONTROL, keeping),
        (header::CONTENT_DISPOSITION, "inline"),
    ];
    Ok((headers, bytes).into_response())
}

/// The latest public posts as an Atom feed.
pub async fn feed(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let reader = Wanted {
        network: network.id,
        members: false,
        office: false,
        year: None,
        tag: None,
        limit: FED,
    };
    let posts = visit
        .store()
        .read(move |conn| -> Result<Vec<Post>, Fault> {
            let mut posts = Vec::new();
            for listed in records::listed(conn, &reader)? {
                posts.extend(records::post(conn, listed.id)?);
            }
            Ok(posts)
        })
        .await?;
    let feed = made(&visit, &network.slug, &network.name, &posts);
    kept(atom(&feed))
}

fn made(visit: &Visit, slug: &str, name: &str, posts: &[Post]) -> Feed {
    let url = |path: &str| visit.app.url(visit.lang, path);
    let self_href = url(&links::below(slug, "meldungen.atom"));
    let changed = posts.iter().map(|post| post.changed_at).max();
    let entry = |post: &Post| FeedEntry {
        id: format!("urn:uuid:{}", post.id),
        title: xml_text(&post.title),
        href: url(&links::post(slug, &post.slug)),
        published: instant(post.published_at.unwrap_or(post.changed_at)),
        updated: instant(post.changed_at),
        summary: xml_text(&post.lead),
        content: xml_text(&prose::html(&post.body, 2)),
        tags: post.tags.iter().map(|tag| xml_text(&tag.name)).collect(),
    };
    Feed {
        lang: visit.lang.tag(),
        id: self_href.clone(),
        title: xml_text(&visit.tell("publishing-feed-title", &[("network", name.into())])),
        author: xml_text(name),
        page_href: url(&links::posts(slug)),
        updated: dates::iso_instant(changed.unwrap_or(Timestamp::UNIX_EPOCH)),
        entries: posts.iter().map(entry).collect(),
        self_href,
    }
}

fn atom(feed: &Feed) -> Answer {
    let xml = feed
        .render()
        .map_err(|cause| Fault::because("write a feed", cause))?;
    let headers = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    let response: Response = (headers, xml).into_response();
    Ok(response)
}
