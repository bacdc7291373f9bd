//! What the office does with posts: each act with its journal entry and its place in the
//! search, in one transaction.

use base::access::{Actor, Audience};
use base::{Fault, Halt, Lang, Moment, NetworkId, PostId};
use jiff::civil::Date;
use register::Network;
use shell::picture::{Picture, without_metadata};
use store::{Conn, Entry, Indexed};

use crate::rules::{PictureChange, Post, PostInput, Shown, State, Tag};
use crate::{links, prose, records, rules};

/// The kind of record in journal, search and old addresses.
pub const KIND: &str = "post";

/// Writes a draft.
///
/// # Errors
/// Refused, with what is wrong at which field.
pub fn write_post(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &PostInput,
) -> Result<PostId, Halt> {
    let network = home_of(conn, network)?;
    refuse(rules::faults(input, today(&network, moment), false))?;
    let id: PostId = moment.id();
    let mut post = Post {
        id,
        network: network.id,
        slug: free_slug(conn, &network, id, &input.title)?,
        title: String::new(),
        lead: String::new(),
        body: String::new(),
        source_mark: String::new(),
        links: String::new(),
        audience: input.audience,
        state: State::Draft,
        gathering: None,
        day: None,
        shown: None,
        published_at: None,
        changed_at: moment.now(),
        version: 1,
        tags: Vec::new(),
    };
    fill(conn, &mut post, input)?;
    settle(conn, moment, &network, &post)?;
    note(conn, moment, who, &post, "post-written")?;
    Ok(id)
}

/// Changes a post; `version` is the one that the person read.
///
/// The address of a draft follows its title. Once a post was out, its old address leads on.
///
/// # Errors
/// Refused, with what is wrong; stale, where somebody else was faster.
pub fn change_post(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    (id, version): (PostId, i64),
    input: &PostInput,
) -> Result<(), Halt> {
    let mut post = records::post(conn, id)?.ok_or(Halt::Missing)?;
    if post.version != version {
        return Err(Halt::Stale);
    }
    let network = home_of(conn, post.network)?;
    let has_picture = post.shown.is_some();
    refuse(rules::faults(input, today(&network, moment), has_picture))?;
    if rules::wished_slug(&input.title) != rules::wished_slug(&post.title) {
        let slug = free_slug(conn, &network, id, &input.title)?;
        if post.published_at.is_some() && slug != post.slug {
            register::keep_old_slug(conn, network.id, KIND, &post.slug, id)?;
        }
        post.slug = slug;
    }
    fill(conn, &mut post, input)?;
    if post.state == State::Published {
        refuse(rules::unready(&post))?;
        post.day = post.day.or_else(|| Some(today(&network, moment)));
    }
    touch(&mut post, moment);
    settle(conn, moment, &network, &post)?;
    note(conn, moment, who, &post, "post-changed")?;
    Ok(())
}

/// Brings a post out; it carries the day it names, or today.
///
/// # Errors
/// Refused, where there is nothing to read yet.
pub fn publish_post(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: PostId,
) -> Result<(), Halt> {
    let mut post = records::post(conn, id)?.ok_or(Halt::Missing)?;
    if post.state == State::Published {
        return Ok(());
    }
    refuse(rules::unready(&post))?;
    let network = home_of(conn, post.network)?;
    post.state = State::Published;
    post.day = post.day.or_else(|| Some(today(&network, moment)));
    post.published_at = post.published_at.or(Some(moment.now()));
    touch(&mut post, moment);
    settle(conn, moment, &network, &post)?;
    note(conn, moment, who, &post, "post-published")?;
    Ok(())
}

/// Takes a post back; it is a draft again.
///
/// # Errors
/// Missing.
pub fn withdraw_post(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: PostId,
) -> Result<(), Halt> {
    let mut post = records::post(conn, id)?.ok_or(Halt::Missing)?;
    if post.state == State::Draft {
        return Ok(());
    }
    let network = home_of(conn, post.network)?;
    post.state = State::Draft;
    touch(&mut post, moment);
    settle(conn, moment, &network, &post)?;
    note(conn, moment, who, &post, "post-withdrawn")?;
    Ok(())
}

/// Deletes a draft.
///
/// # Errors
/// Refused, while the post is out.
pub fn delete_draft(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: PostId,
) -> Result<(), Halt> {
    let post = records::post(conn, id)?.ok_or(Halt::Missing)?;
    if post.state == State::Published {
        return Err(Halt::no("publishing-fault-published"));
    }
    note(conn, moment, who, &post, "post-deleted")?;
    conn.unindex(KIND, id.into())?;
    records::forget(conn, id)?;
    Ok(())
}

/// A page's own texts, as they are handed in: page, language, text.
pub type PageText = (&'static str, Lang, String);

/// Keeps what a network's office, or the operator where there is none, adds to the pages.
///
/// # Errors
/// Those of the database.
pub fn keep_page_texts(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    scope: Option<NetworkId>,
    texts: &[PageText],
) -> Result<(), Halt> {
    for (page, lang, text) in texts {
        records::keep_page_text(conn, scope, page, *lang, text)?;
    }
    let entry = Entry {
        network: scope,
        account: who.account,
        actor: &who.name,
        verb: "page-texts-changed",
        kind: "page-texts",
        subject: scope.map_or(uuid::Uuid::nil(), Into::into),
        detail: String::new(),
    };
    conn.note(moment, &entry)?;
    Ok(())
}

fn home_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Network, Halt> {
    register::network(conn, network)?.ok_or(Halt::Missing)
}

fn today(network: &Network, moment: &Moment) -> Date {
    moment
        .now()
        .in_tz(&network.zone)
        .map_or(Date::default(), |zoned| zoned.date())
}

fn refuse(faults: Vec<base::Blame>) -> Result<(), Halt> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(Halt::Refused(faults))
    }
}

/// An address that no other post has or had: links to either stay right.
fn free_slug(
    conn: &mut Conn<'_>,
    network: &Network,
    id: PostId,
    title: &str,
) -> Result<String, Fault> {
    let wished = rules::wished_slug(title);
    for attempt in 1..1000 {
        let slug = rules::nth_slug(&wished, attempt);
        let now = records::id_by_slug(conn, network.id, &slug)?;
        let before = register::old_slug(conn, network.id, KIND, &slug)?.map(PostId::from);
        if now.or(before).is_none_or(|other| other == id) {
            return Ok(slug);
        }
    }
    Err(Fault::new("find a free address for a post"))
}

fn fill(conn: &mut Conn<'_>, post: &mut Post, input: &PostInput) -> Result<(), Fault> {
    post.title.clone_from(&input.title);
    post.lead.clone_from(&input.lead);
    post.body.clone_from(&input.body);
    post.source_mark.clone_from(&input.source_mark);
    post.links.clone_from(&input.links);
    post.audience = input.audience;
    post.gathering = input.gathering;
    post.day = input.day;
    post.tags = input
        .tags
        .iter()
        .map(|name| Tag {
            name: name.clone(),
            slug: base::slug(name),
        })
        .collect();
    match &input.picture {
        PictureChange::Keep => {}
        PictureChange::Remove => post.shown = None,
        PictureChange::New(bytes) => post.shown = keep_picture(conn, bytes)?,
    }
    if let Some(shown) = &mut post.shown {
        shown.alt.clone_from(&input.picture_alt);
        shown.caption.clone_from(&input.picture_caption);
    }
    Ok(())
}

fn keep_picture(conn: &mut Conn<'_>, bytes: &[u8]) -> Result<Option<Shown>, Fault> {
    let plain = without_metadata(bytes);
    let Some(picture) = Picture::of(&plain) else {
        return Ok(None);
    };
    Ok(Some(Shown {
        hash: conn.keep_blob(&plain)?,
        picture,
        alt: String::new(),
        caption: String::new(),
    }))
}

fn touch(post: &mut Post, moment: &Moment) {
    post.changed_at = moment.now();
    post.version += 1;
}

/// Keeps the post and lets it be found by those who may read it.
fn settle(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: &Network,
    post: &Post,
) -> Result<(), Fault> {
    records::keep(conn, post)?;
    let tags: Vec<&str> = post.tags.iter().map(|tag| tag.name.as_str()).collect();
    let caption = post.shown.as_ref().map_or("", |it| it.caption.as_str());
    let text = [
        post.lead.as_str(),
        &prose::words(&post.body),
        &post.source_mark,
        caption,
        &tags.join(" "),
    ]
    .join(" ");
    let entry = Indexed {
        network: post.network,
        kind: KIND,
        subject: post.id.into(),
        audience: match post.state {
            State::Draft => Audience::Office,
            State::Published => post.audience,
        },
        title: &post.title,
        href: &links::post(&network.slug, &post.slug),
        day: post.day,
        text: &text,
    };
    conn.index(moment, &entry)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    post: &Post,
    verb: &'static str,
) -> Result<(), Fault> {
    let entry = Entry {
        network: Some(post.network),
        account: who.account,
        actor: &who.name,
        verb,
        kind: KIND,
        subject: post.id.into(),
        detail: post.title.clone(),
    };
    conn.note(moment, &entry)
}
