//! Addresses, the rights that they need, and who answers.

mod front;
mod legal;
mod office;
mod posts;
mod robots;
mod search;
mod texts;

use base::access::{Right, Subject};
use base::{Fault, Halt, NetworkId};
use shell::{NetworkCard, Page, Problem, Routes, Visit};
use store::{Conn, Found};

use crate::records::Wanted;
use crate::rules::Post;
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
    routes.get(links::TEXTS, Right::RunOffice, texts::form);
    routes.post(links::TEXTS, Right::RunOffice, texts::keep);
    routes.get(links::TAGS, Right::ReadPublic, front::tags);
    routes.get(links::TAG, Right::ReadPublic, front::tag);
    routes.get(links::POSTS, Right::ReadPublic, posts::list);
    routes.get(links::FEED, Right::ReadPublic, posts::feed);
    routes.get(links::POST, Right::ReadRecord, posts::show_post);
    routes.get(links::PICTURE, Right::ReadRecord, posts::picture);
    routes.get(links::WRITE, Right::RunOffice, office::write_form);
    routes.post(links::WRITE, Right::RunOffice, office::write);
    routes.get(links::EDIT, Right::RunOffice, office::edit_form);
    routes.post(links::EDIT, Right::RunOffice, office::edit);
    routes.post(links::PUBLICATION, Right::RunOffice, office::publish);
    routes.post(links::WITHDRAWAL, Right::RunOffice, office::withdraw);
    routes.get(links::DELETION, Right::RunOffice, office::ask_deletion);
    routes.post(links::DELETION, Right::RunOffice, office::delete);
}

/// The published posts that this person may read.
fn wanted(visit: &Visit, network: NetworkId, limit: i64) -> Wanted<'static> {
    Wanted {
        network,
        members: visit.may_here(Right::ReadAsMember),
        office: visit.may_here(Right::RunOffice),
        year: None,
        tag: None,
        limit,
    }
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
    visit.require(Right::ReadRecord, &post.subject())?;
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
        audience: found.audience,
        published: true,
        invited,
    };
    let may = |invited: bool| visit.may(Right::ReadRecord, &subject(invited));
    // The guest list is asked only where it would make a difference.
    Ok(may(false) || (may(true) && shell::is_invited(conn, visit, found)?))
}
