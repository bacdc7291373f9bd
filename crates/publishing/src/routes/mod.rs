//! Addresses, the rights that they need, and who answers.

mod front;
mod legal;
mod office;
mod posts;
mod robots;
mod search;
mod texts;

use base::access::{Audience, Right, Subject};
use base::{Fault, Halt, NetworkId};
use shell::{NetworkCard, Page, Problem, Routes, Visit};
use store::{Conn, Found};

use crate::records::Wanted;
use crate::rules::{Post, State, any_post};
use crate::{KIND, links, records};

/// Fills in this room's routes.
pub fn fill(routes: &mut Routes) {
    routes.get(links::FRONT, Right::ReadPublic, front::installation);
    routes.get(links::ROBOTS, Right::ReadPublic, robots::robots);
    routes.get(links::SITEMAP, Right::ReadPublic, robots::sitemap);
    routes.get(links::OWN_IMPRINT, Right::ReadPublic, legal::own_imprint);
    routes.get(links::OWN_PRIVACY, Right::ReadPublic, legal::own_privacy);
    routes.get(
        links::OWN_ACCESSIBILITY,
        Right::ReadPublic,
        legal::own_accessibility,
    );
    routes.get(links::OWN_TEXTS, Right::Operate, texts::own_form);
    routes.post(links::OWN_TEXTS, Right::Operate, texts::keep_own);
    routes.get(links::HOME, Right::ReadPublic, front::home);
    routes.get(links::START, Right::ReadAsMember, front::start);
    routes.get(links::SEARCH, Right::ReadPublic, search::search);
    routes.get(links::IMPRINT, Right::ReadPublic, legal::imprint);
    routes.get(links::PRIVACY, Right::ReadPublic, legal::privacy);
    routes.get(
        links::ACCESSIBILITY,
        Right::ReadPublic,
        legal::accessibility,
    );
    routes.get(links::TEXTS, Right::Publish, texts::form);
    routes.post(links::TEXTS, Right::Publish, texts::keep);
    routes.get(links::TAGS, Right::ReadPublic, front::tags);
    routes.get(links::TAG, Right::ReadPublic, front::tag);
    routes.get(links::POSTS, Right::ReadPublic, posts::list);
    routes.get(links::FEED, Right::ReadPublic, posts::feed);
    routes.get(links::POST, Right::ReadRecord, posts::show_post);
    routes.get(links::PICTURE, Right::ReadRecord, posts::picture);
    routes.get(links::WRITE, Right::Publish, office::write_form);
    routes.post(links::WRITE, Right::Publish, office::write);
    routes.get(links::EDIT, Right::Publish, office::edit_form);
    routes.post(links::EDIT, Right::Publish, office::edit);
    routes.post(links::PUBLICATION, Right::Publish, office::publish);
    routes.post(links::WITHDRAWAL, Right::Publish, office::withdraw);
    routes.get(links::DELETION, Right::Publish, office::ask_deletion);
    routes.post(links::DELETION, Right::Publish, office::delete);
}

/// The published posts that this person may read.
fn wanted(visit: &Visit, network: NetworkId, limit: i64) -> Wanted<'static> {
    let reads = |audience: Audience| {
        visit.may(
            Right::ReadRecord,
            &any_post(network, audience, State::Published),
        )
    };
    Wanted {
        network,
        members: reads(Audience::Members),
        office: may_write(visit) || reads(Audience::Office),
        year: None,
        tag: None,
        limit,
    }
}

/// Whether this person writes for all of the network, not only at one post.
pub fn may_write(visit: &Visit) -> bool {
    writes(visit).is_ok()
}

/// Only whoever writes for all of the network begins something new.
fn writes(visit: &Visit) -> Result<(), Problem> {
    let any = any_post(visit.network()?.id, Audience::Office, State::Draft);
    visit.require(Right::Publish, &any)
}

/// A page below the network's front page.
fn page_below_home(visit: &Visit, network: &NetworkCard, title: &str) -> Page {
    below_home(Page::new(visit, title), network)
}

fn below_home(page: Page, network: &NetworkCard) -> Page {
    page.below_record(&network.name, &links::home(&network.slug))
}

/// Adds the way over all posts, to a post or what is done with it.
fn below_posts(page: Page, network: &NetworkCard) -> Page {
    let label = page.say("publishing-posts").to_owned();
    below_home(page, network).below(label, &links::posts(&network.slug))
}

/// The post at this address, where the person may read it.
async fn post_at(visit: &Visit, slug: String) -> Result<Post, Problem> {
    let network = visit.network()?.id;
    let post = visit
        .store()
        .read(move |conn| {
            let id = records::id_by_slug(conn, network, &slug)?.ok_or(Halt::Missing)?;
            records::post(conn, id)?.ok_or(Halt::Missing)
        })
        .await?;
    read(visit, &post)?;
    Ok(post)
}

/// Whoever may write a post reads it, too.
fn read(visit: &Visit, post: &Post) -> Result<(), Problem> {
    let subject = post.subject();
    if visit.may(Right::Publish, &subject) {
        return Ok(());
    }
    visit.require(Right::ReadRecord, &subject)
}

/// The post at this address, where the person may write it.
async fn own_post_at(visit: &Visit, slug: String) -> Result<Post, Problem> {
    let post = post_at(visit, slug).await?;
    visit.require(Right::Publish, &post.subject())?;
    Ok(post)
}

/// The post that had this address before.
fn moved_post(conn: &mut Conn<'_>, network: NetworkId, slug: &str) -> Result<Option<Post>, Halt> {
    match register::old_slug(conn, network, KIND, slug)? {
        Some(id) => Ok(records::post(conn, id.into())?.filter(|post| post.network == network)),
        None => Ok(None),
    }
}

/// Whether this person may know of a record that was found.
fn may_find(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    found: &Found,
) -> Result<bool, Fault> {
    let subject = |invited: bool| Subject::Record {
        network,
        group: None,
        record: Some(found.subject),
        audience: found.audience,
        published: true,
        invited,
    };
    let may = |invited: bool| visit.may(Right::ReadRecord, &subject(invited));
    // The guest list is asked only where it would make a difference.
    Ok(may(false) || (may(true) && shell::is_invited(conn, visit, found)?))
}
