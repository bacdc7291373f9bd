//! All SQL of posts, their tags and the pages' own texts.

pub(crate) mod archive;

use base::access::{Audience, Subject};
use base::{Fault, GatheringId, Lang, NetworkId, PostId};
use jiff::civil::Date;
use shell::picture::{Kind, Picture};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{self, Post, Shown, State, Tag};

/// A post as lists show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: PostId,
    /// Its path segment.
    pub slug: String,
    /// Its headline.
    pub title: String,
    /// What it says in one or two sentences.
    pub lead: String,
    /// Where it comes from.
    pub source_mark: String,
    /// Who may read it.
    pub audience: Audience,
    /// Whether it is out.
    pub state: State,
    /// The day that it carries.
    pub day: Option<Date>,
}

impl Listed {
    /// What a right is asked about.
    pub fn subject(&self, network: NetworkId) -> Subject {
        rules::subject(network, self.id, self.audience, self.state)
    }
}

/// Which published posts a list shows.
#[derive(Clone, Debug)]
pub struct Wanted<'w> {
    /// The network.
    pub network: NetworkId,
    /// Whether those for members are shown.
    pub members: bool,
    /// Whether those for the office are shown.
    pub office: bool,
    /// One year only.
    pub year: Option<i16>,
    /// One tag only, by its slug.
    pub tag: Option<&'w str>,
    /// At most so many.
    pub limit: i64,
}

fn audience(row: &mut Row) -> Result<Audience, Fault> {
    Audience::from_word(&row.take::<String>()?).ok_or_else(|| Fault::new("read an audience"))
}

fn state(row: &mut Row) -> Result<State, Fault> {
    State::from_word(&row.take::<String>()?).ok_or_else(|| Fault::new("read a post's state"))
}

fn read_listed(row: &mut Row) -> Result<Listed, Fault> {
    Ok(Listed {
        id: row.take()?,
        slug: row.take()?,
        title: row.take()?,
        lead: row.take()?,
        source_mark: row.take()?,
        audience: audience(row)?,
        state: state(row)?,
        day: row.take()?,
    })
}

/// Published posts, the newest first.
pub fn listed(conn: &mut Conn<'_>, wanted: &Wanted<'_>) -> Result<Vec<Listed>, Fault> {
    let (from, until) = match wanted.year {
        Some(year) => (format!("{year:04}-01-01"), format!("{year:04}-12-31")),
        None => ("0000-01-01".to_owned(), "9999-12-31".to_owned()),
    };
    conn.all(
        sql!(
            "SELECT id, slug, title, lead, source_mark, audience, state, day FROM post
             WHERE network_id = $1 AND state = 'published'
             AND (audience = 'public' OR (audience = 'members' AND $2)
                  OR (audience = 'office' AND $3))
             AND day BETWEEN $4 AND $5
             AND (CAST($6 AS TEXT) IS NULL OR EXISTS
                  (SELECT 1 FROM post_tag t WHERE t.post_id = post.id AND t.slug = $6))
             ORDER BY day DESC, published_at DESC, id DESC LIMIT $7"
        ),
        params![
            wanted.network,
            wanted.members,
            wanted.office,
            from,
            until,
            wanted.tag,
            wanted.limit
        ],
        read_listed,
    )
}

/// Posts that may be about the same as one of this title: whose address begins alike, those of
/// a span of days, and those that carry no day yet.
///
/// # Errors
/// When the database fails.
pub fn posts_about(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (title, span): (&str, Option<(Date, Date)>),
) -> Result<Vec<Listed>, Fault> {
    let slug = rules::wished_slug(title);
    let (from, until) = span.unzip();
    conn.all(
        sql!(
            "SELECT id, slug, title, lead, source_mark, audience, state, day FROM post
             WHERE network_id = $1 AND (slug = $2 OR slug LIKE $3 OR day IS NULL
                                        OR day BETWEEN $4 AND $5)
             ORDER BY CASE WHEN slug = $2 THEN 0 ELSE 1 END, id DESC LIMIT 500"
        ),
        params![network, slug, format!("{slug}-%"), from, until],
        read_listed,
    )
}

/// The years that published posts carry, the newest first.
pub fn years(conn: &mut Conn<'_>, wanted: &Wanted<'_>) -> Result<Vec<String>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT SUBSTR(day, 1, 4) AS year FROM post
             WHERE network_id = $1 AND state = 'published'
             AND (audience = 'public' OR (audience = 'members' AND $2)
                  OR (audience = 'office' AND $3))
             ORDER BY year DESC"
        ),
        params![wanted.network, wanted.members, wanted.office],
        Row::take,
    )
}

/// What is written and not out, the last changed first.
pub fn drafts(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Listed>, Fault> {
    conn.all(
        sql!(
            "SELECT id, slug, title, lead, source_mark, audience, state, day FROM post
             WHERE network_id = $1 AND state = 'draft' ORDER BY changed_at DESC, id DESC LIMIT 100"
        ),
        params![network],
        read_listed,
    )
}

/// What reports of a gathering of the network, drafts too; the caller leaves out what the
/// person may not see.
pub fn reports(
    conn: &mut Conn<'_>,
    network: NetworkId,
    gathering: GatheringId,
) -> Result<Vec<Listed>, Fault> {
    conn.all(
        sql!(
            "SELECT id, slug, title, lead, source_mark, audience, state, day FROM post
             WHERE gathering_id = $1 AND network_id = $2 ORDER BY published_at, id LIMIT 20"
        ),
        params![gathering, network],
        read_listed,
    )
}

/// The tags of published posts, each once with the number of its posts.
pub fn tags(conn: &mut Conn<'_>, wanted: &Wanted<'_>) -> Result<Vec<(Tag, i64)>, Fault> {
    conn.all(
        sql!(
            "SELECT t.slug, MIN(t.tag), COUNT(t.post_id) FROM post_tag t
             JOIN post p ON p.id = t.post_id
             WHERE p.network_id = $1 AND p.state = 'published'
             AND (p.audience = 'public' OR (p.audience = 'members' AND $2)
                  OR (p.audience = 'office' AND $3))
             GROUP BY t.slug ORDER BY t.slug"
        ),
        params![wanted.network, wanted.members, wanted.office],
        |row| {
            let slug = row.take()?;
            let name = row.take()?;
            Ok((Tag { name, slug }, row.take()?))
        },
    )
}

/// The post of a network with this path segment.
pub fn id_by_slug(
    conn: &mut Conn<'_>,
    network: NetworkId,
    slug: &str,
) -> Result<Option<PostId>, Fault> {
    conn.one(
        sql!("SELECT id FROM post WHERE network_id = $1 AND slug = $2"),
        params![network, slug],
        Row::take,
    )
}

/// A post.
pub fn post(conn: &mut Conn<'_>, id: PostId) -> Result<Option<Post>, Fault> {
    let found = conn.one(
        sql!(
            "SELECT id, network_id, slug, title, lead, body, source_mark, links, audience, state,
             gathering_id, day, picture, picture_type, picture_width, picture_height, picture_alt,
             picture_caption, published_at, changed_at, version
             FROM post WHERE id = $1"
        ),
        params![id],
        read_post,
    )?;
    let Some(mut post) = found else {
        return Ok(None);
    };
    post.tags = conn.all(
        sql!("SELECT tag, slug FROM post_tag WHERE post_id = $1 ORDER BY position"),
        params![id],
        |row| {
            Ok(Tag {
                name: row.take()?,
                slug: row.take()?,
            })
        },
    )?;
    Ok(Some(post))
}

fn read_post(row: &mut Row) -> Result<Post, Fault> {
    Ok(Post {
        id: row.take()?,
        network: row.take()?,
        slug: row.take()?,
        title: row.take()?,
        lead: row.take()?,
        body: row.take()?,
        source_mark: row.take()?,
        links: row.take()?,
        audience: audience(row)?,
        state: state(row)?,
        gathering: row.take()?,
        day: row.take()?,
        shown: read_shown(row)?,
        published_at: row.take()?,
        changed_at: row.take()?,
        version: row.take()?,
        tags: Vec::new(),
    })
}

fn read_shown(row: &mut Row) -> Result<Option<Shown>, Fault> {
    let hash = row.take::<Option<_>>()?;
    let kind = Kind::from_mime(&row.take::<String>()?);
    let (width, height) = (row.take()?, row.take()?);
    let (alt, caption) = (row.take()?, row.take()?);
    Ok(hash.zip(kind).map(|(hash, kind)| Shown {
        hash,
        picture: Picture {
            kind,
            width,
            height,
        },
        alt,
        caption,
    }))
}

/// Enters a post that was just created, or puts it in place of what it was.
pub fn keep(conn: &mut Conn<'_>, post: &Post) -> Result<(), Fault> {
    let shown = post.shown.as_ref();
    conn.exec(
        sql!(
            "INSERT INTO post (id, network_id, slug, title, lead, body, source_mark, links,
             audience, state, gathering_id, day, picture, picture_type, picture_width,
             picture_height, picture_alt, picture_caption, published_at, created_at, changed_at,
             version)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19, $20, $20, $21)
             ON CONFLICT (id) DO UPDATE SET slug = $3, title = $4, lead = $5, body = $6,
             source_mark = $7, links = $8, audience = $9, state = $10, gathering_id = $11,
             day = $12, picture = $13, picture_type = $14, picture_width = $15,
             picture_height = $16, picture_alt = $17, picture_caption = $18, published_at = $19,
             changed_at = $20, version = $21"
        ),
        params![
            post.id,
            post.network,
            post.slug,
            post.title,
            post.lead,
            post.body,
            post.source_mark,
            post.links,
            post.audience.word(),
            post.state.word(),
            post.gathering,
            post.day,
            shown.map(|it| it.hash),
            shown.map_or("", |it| it.picture.kind.mime()),
            shown.map_or(0, |it| it.picture.width),
            shown.map_or(0, |it| it.picture.height),
            shown.map_or("", |it| it.alt.as_str()),
            shown.map_or("", |it| it.caption.as_str()),
            post.published_at,
            post.changed_at,
            post.version
        ],
    )?;
    keep_tags(conn, post)
}

fn keep_tags(conn: &mut Conn<'_>, post: &Post) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM post_tag WHERE post_id = $1"),
        params![post.id],
    )?;
    for (position, tag) in post.tags.iter().enumerate() {
        conn.exec(
            sql!("INSERT INTO post_tag (post_id, position, slug, tag) VALUES ($1, $2, $3, $4)"),
            params![post.id, position, tag.slug, tag.name],
        )?;
    }
    Ok(())
}

/// Takes a post away.
pub fn forget(conn: &mut Conn<'_>, id: PostId) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM post_tag WHERE post_id = $1"), params![id])?;
    conn.exec(sql!("DELETE FROM post WHERE id = $1"), params![id])?;
    Ok(())
}

/// What an office or the operator adds to a page; empty where nothing was written.
pub fn page_text(
    conn: &mut Conn<'_>,
    scope: Option<NetworkId>,
    page: &str,
    lang: Lang,
) -> Result<String, Fault> {
    let text = conn.one(
        sql!("SELECT text FROM page_text WHERE scope = $1 AND page = $2 AND lang = $3"),
        params![scope_id(scope), page, lang],
        Row::take,
    )?;
    Ok(text.unwrap_or_default())
}

/// Keeps what an office or the operator adds to a page.
pub fn keep_page_text(
    conn: &mut Conn<'_>,
    scope: Option<NetworkId>,
    page: &str,
    lang: Lang,
    text: &str,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO page_text (scope, page, lang, text) VALUES ($1, $2, $3, $4)
             ON CONFLICT (scope, page, lang) DO UPDATE SET text = $4"
        ),
        params![scope_id(scope), page, lang, text],
    )?;
    Ok(())
}

/// The installation's own texts stand under the id of nothing.
fn scope_id(scope: Option<NetworkId>) -> Uuid {
    scope.map_or(Uuid::nil(), Into::into)
}
