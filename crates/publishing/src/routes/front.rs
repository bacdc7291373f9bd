//! The front pages: installation, network, tags, start.

use axum::extract::Path;
use base::Halt;
use base::access::Right;
use register::Network;
use shell::{Answer, Link, Page, Place, Visit, kept, panels, record, show};
use store::Conn;

use super::{below_home, may_write, page_below_home, wanted};
use crate::pages::home::{FrontPage, HomePage, NetworkLine, StartPage, TagPage, TagsPage};
use crate::pages::{Card, lines};
use crate::records::{self, Listed, Wanted};
use crate::{links, prose};

/// How many posts the front page shows.
const LATEST: i64 = 3;

/// The networks of this installation.
pub async fn installation(visit: Visit) -> Answer {
    let networks = visit.store().read(register::networks).await?;
    let lines = networks.into_iter().map(|network| NetworkLine {
        href: visit.href(&links::home(&network.slug)),
        name: network.name,
        association: network.association,
    });
    kept(show(&FrontPage {
        networks: lines.collect(),
        set_up_href: visit.href("/einrichten"),
        page: Page::new(&visit, visit.say("publishing-front-title")),
    }))
}

struct Home {
    network: Network,
    members: i64,
    groups: Vec<String>,
    parent: Option<Network>,
    children: Vec<Network>,
    panels: Vec<String>,
    posts: Vec<Listed>,
}

fn gather(conn: &mut Conn<'_>, visit: &Visit) -> Result<Home, Halt> {
    let id = visit.network()?.id;
    let network = register::network(conn, id)?.ok_or(Halt::Missing)?;
    let all = register::networks(conn)?;
    let (parents, others): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|other| Some(other.id) == network.parent);
    Ok(Home {
        members: register::member_count(conn, id, visit.today())?,
        groups: register::groups_of(conn, id)?
            .into_iter()
            .filter(|group| !group.ended)
            .map(|group| group.name)
            .collect(),
        parent: parents.into_iter().next(),
        children: others
            .into_iter()
            .filter(|other| other.parent == Some(id))
            .collect(),
        panels: panels(conn, visit, Place::Home)?,
        posts: records::listed(conn, &wanted(visit, id, LATEST))?,
        network,
    })
}

/// A network's public front page.
pub async fn home(visit: Visit) -> Answer {
    let at = visit.clone();
    let home = visit.store().read(move |conn| gather(conn, &at)).await?;
    let slug = home.network.slug.clone();
    let link = |network: Network| Link::new(network.name, visit.href(&links::home(&network.slug)));
    kept(show(&HomePage {
        page: Page::new(&visit, visit.say("publishing-nav-home")).with_feed(
            visit.say("publishing-feed"),
            &links::below(&slug, "meldungen.atom"),
            "application/atom+xml",
        ),
        about: prose::html(&home.network.about, 3),
        lacks_about: home.network.about.trim().is_empty() && visit.may_here(Right::RunOffice),
        members: home.members,
        groups: home.groups,
        parent: home.parent.map(link),
        children: home.children.into_iter().map(link).collect(),
        panels: home.panels,
        posts: home
            .posts
            .into_iter()
            .map(|post| Card::of(post, &visit, &slug))
            .collect(),
        posts_href: visit.href(&links::posts(&slug)),
        search_href: visit.href(&links::below(&slug, "suche")),
        address: lines(&home.network.office_address),
        network: home.network,
    }))
}

/// All tags of a network's posts.
pub async fn tags(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let reader = wanted(&visit, network.id, 0);
    let tags = visit
        .store()
        .read(move |conn| records::tags(conn, &reader))
        .await?;
    let tags = tags.into_iter().map(|(tag, count)| {
        let href = visit.href(&links::tag(&network.slug, &tag.slug));
        let posts = visit.tell("publishing-post-count", &[("count", count.into())]);
        (Link::new(tag.name, href), posts)
    });
    kept(show(&TagsPage {
        tags: tags.collect(),
        page: page_below_home(&visit, &network, visit.say("publishing-tags")).here(),
    }))
}

/// What carries a tag.
pub async fn tag(visit: Visit, Path((_, tag)): Path<(String, String)>) -> Answer {
    let network = visit.network()?.clone();
    let slug = base::slug(&tag);
    let at = visit.clone();
    let (name, posts, panels) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let reader = wanted(&at, network.id, 100);
            let known = records::tags(conn, &reader)?;
            let known = known.into_iter().find(|(known, _)| known.slug == slug);
            let name = known.map_or(tag, |(known, _)| known.name);
            let by_tag = Wanted {
                tag: Some(&slug),
                ..reader
            };
            let posts = records::listed(conn, &by_tag)?;
            let panels = panels(conn, &at, Place::Tag(&name))?;
            Ok((name, posts, panels))
        })
        .await?;
    if posts.is_empty() && panels.is_empty() {
        return Err(Halt::Missing.into());
    }
    let network = visit.network()?;
    let args = [("tag", record(name))];
    kept(show(&TagPage {
        posts: posts
            .into_iter()
            .map(|post| Card::of(post, &visit, &network.slug))
            .collect(),
        panels,
        tags_href: visit.href(&links::below(&network.slug, "schlagworte")),
        page: below_home(Page::told(&visit, "publishing-tag-title", &args), network)
            .below(
                visit.say("publishing-tags"),
                &links::below(&network.slug, "schlagworte"),
            )
            .here(),
    }))
}

/// The signed-in start page: what is due.
pub async fn start(visit: Visit) -> Answer {
    let at = visit.clone();
    let (network, panels) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let id = at.network()?.id;
            let network = register::network(conn, id)?.ok_or(Halt::Missing)?;
            Ok((network, panels(conn, &at, Place::Start)?))
        })
        .await?;
    show(&StartPage {
        panels,
        acts: acts(&visit, &network.slug),
        warnings: warnings(&visit, &network),
        page: Page::new(&visit, visit.say("publishing-start-title")),
    })
}

fn acts(visit: &Visit, slug: &str) -> Vec<Link> {
    let (office, writes) = (visit.may_here(Right::RunOffice), may_write(visit));
    [
        (office, "publishing-act-gathering", "termin-anlegen"),
        (writes, "publishing-act-post", "meldung-schreiben"),
        (office, "publishing-act-people", "personen"),
        (writes, "publishing-act-texts", "seitentexte"),
    ]
    .into_iter()
    .filter(|(may, _, _)| *may)
    .map(|(_, key, page)| Link::new(visit.say(key), visit.href(&links::below(slug, page))))
    .collect()
}

/// What the public pages lack by law, said to the office alone.
fn warnings(visit: &Visit, network: &Network) -> Vec<(String, Link)> {
    let office = super::legal::Responsible::office(network);
    if !visit.may_here(Right::RunOffice) || office.is_known {
        return Vec::new();
    }
    let settings = visit.href(&links::below(&network.slug, "einstellungen"));
    vec![(
        visit.say("publishing-warning-imprint").to_owned(),
        Link::new(visit.say("publishing-warning-imprint-link"), settings),
    )]
}
