//! What a post is and what it must hold: no clock, no database, no page.

use base::access::{Audience, Subject};
use base::{Blame, GatheringId, NetworkId, PostId};
use jiff::Timestamp;
use jiff::civil::Date;
use shell::picture::{self, Picture};
use store::BlobHash;

/// Whether a post is written or out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// The office's alone.
    Draft,
    /// To be read by its audience.
    Published,
}

impl State {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Published => "published",
        }
    }

    /// Reads the word of the database.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Draft, Self::Published]
            .into_iter()
            .find(|state| state.word() == word)
    }
}

/// A tag: as it is read and as addresses carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// As it is read.
    pub name: String,
    /// As addresses carry it.
    pub slug: String,
}

/// A link of a post to another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebLink {
    /// Its address, `http` or `https`.
    pub href: String,
    /// What it leads to.
    pub label: String,
}

/// The picture of a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The file.
    pub hash: BlobHash,
    /// Its media type and size.
    pub picture: Picture,
    /// What it shows, for those who cannot see it.
    pub alt: String,
    /// What stands below it.
    pub caption: String,
}

/// News, a press release, a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// Its id.
    pub id: PostId,
    /// Its network.
    pub network: NetworkId,
    /// Its path segment.
    pub slug: String,
    /// Its headline.
    pub title: String,
    /// What it says in one or two sentences.
    pub lead: String,
    /// Its text, in Markdown.
    pub body: String,
    /// Where it comes from, as newspapers put it: "Celle (lkc)".
    pub source_mark: String,
    /// Links, one a line: address, space, label.
    pub links: String,
    /// Who may read it.
    pub audience: Audience,
    /// Whether it is out.
    pub state: State,
    /// The gathering that it reports of.
    pub gathering: Option<GatheringId>,
    /// The day that it carries.
    pub day: Option<Date>,
    /// Its picture.
    pub shown: Option<Shown>,
    /// When it first came out.
    pub published_at: Option<Timestamp>,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Counts its changes.
    pub version: i64,
    /// Its tags.
    pub tags: Vec<Tag>,
}

impl Post {
    /// What a right is asked about.
    pub fn subject(&self) -> Subject {
        subject(self.network, self.id, self.audience, self.state)
    }
}

/// What a right is asked about, of a post with this audience and state.
pub fn subject(network: NetworkId, id: PostId, audience: Audience, state: State) -> Subject {
    Subject::Record {
        network,
        group: None,
        record: Some(id.into()),
        audience,
        published: state == State::Published,
        invited: false,
    }
}

/// What a right is asked about, of posts of a network in general: whoever may edit one post
/// alone begins no other.
pub const fn any_post(network: NetworkId, audience: Audience, state: State) -> Subject {
    Subject::Record {
        network,
        group: None,
        record: None,
        audience,
        published: matches!(state, State::Published),
        invited: false,
    }
}

/// What becomes of a post's picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum PictureChange {
    /// It stays, or there is none.
    #[default]
    Keep,
    /// It goes.
    Remove,
    /// These bytes take its place.
    New(Vec<u8>),
}

/// A post as it is handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostInput {
    /// Its headline.
    pub title: String,
    /// What it says in one or two sentences.
    pub lead: String,
    /// Its text, in Markdown.
    pub body: String,
    /// Where it comes from.
    pub source_mark: String,
    /// Links, one a line: address, space, label.
    pub links: String,
    /// Who may read it: public, members or office.
    pub audience: Audience,
    /// The gathering that it reports of.
    pub gathering: Option<GatheringId>,
    /// The day that it carries; the day of its publication where none is given.
    pub day: Option<Date>,
    /// Tags as they are read.
    pub tags: Vec<String>,
    /// What becomes of its picture.
    pub picture: PictureChange,
    /// What the picture shows.
    pub picture_alt: String,
    /// What stands below the picture.
    pub picture_caption: String,
}

impl Default for PostInput {
    fn default() -> Self {
        Self {
            title: String::new(),
            lead: String::new(),
            body: String::new(),
            source_mark: String::new(),
            links: String::new(),
            audience: Audience::Public,
            gathering: None,
            day: None,
            tags: Vec::new(),
            picture: PictureChange::Keep,
            picture_alt: String::new(),
            picture_caption: String::new(),
        }
    }
}

impl PostInput {
    /// A post as it stands, to be handed in with some of it changed.
    pub fn of(post: &Post) -> Self {
        let shown = post.shown.as_ref();
        Self {
            title: post.title.clone(),
            lead: post.lead.clone(),
            body: post.body.clone(),
            source_mark: post.source_mark.clone(),
            links: post.links.clone(),
            audience: post.audience,
            gathering: post.gathering,
            day: post.day,
            tags: post.tags.iter().map(|tag| tag.name.clone()).collect(),
            picture: PictureChange::Keep,
            picture_alt: shown.map(|it| it.alt.clone()).unwrap_or_default(),
            picture_caption: shown.map(|it| it.caption.clone()).unwrap_or_default(),
        }
    }
}

/// The longest tag.
pub const TAG_LENGTH: usize = 40;
/// How many tags a post may carry.
pub const TAGS: usize = 12;

/// What is wrong with a post on `today`, whose picture stays where none comes.
pub fn faults(input: &PostInput, today: Date, has_picture: bool) -> Vec<Blame> {
    let mut faults = Vec::new();
    if input.title.trim().is_empty() {
        faults.push(Blame::at("title", "fault-missing"));
    }
    if input.audience == Audience::Invited {
        faults.push(Blame::at("audience", "fault-choice"));
    }
    if input.day.is_some_and(|day| day > today) {
        faults.push(Blame::at("day", "publishing-fault-day"));
    }
    if input.tags.len() > TAGS {
        faults.push(Blame::at("tags", "publishing-fault-tags").with("max", TAGS));
    }
    if input.tags.iter().any(|tag| !fits(tag)) {
        faults.push(Blame::at("tags", "publishing-fault-tag").with("max", TAG_LENGTH));
    }
    if let Some(line) = input.links.lines().find(|line| web_link(line).is_none()) {
        faults.push(Blame::at("links", "publishing-fault-link").with("line", line));
    }
    faults.extend(picture_faults(input, has_picture));
    faults
}

fn fits(tag: &str) -> bool {
    tag.chars().count() <= TAG_LENGTH && !base::slug(tag).is_empty()
}

fn picture_faults(input: &PostInput, has_picture: bool) -> Vec<Blame> {
    let mut faults = Vec::new();
    let stays = match &input.picture {
        PictureChange::Keep => has_picture,
        PictureChange::Remove => false,
        PictureChange::New(bytes) if bytes.len() > picture::LARGEST => {
            let megabytes = picture::LARGEST / 1_000_000;
            faults
                .push(Blame::at("picture", "publishing-fault-picture-size").with("max", megabytes));
            true
        }
        PictureChange::New(bytes) => {
            if Picture::of(&picture::without_metadata(bytes)).is_none() {
                faults.push(Blame::at("picture", "publishing-fault-picture-type"));
            }
            true
        }
    };
    if stays && input.picture_alt.is_empty() {
        faults.push(Blame::at("picture_alt", "publishing-fault-alt"));
    }
    faults
}

/// Why a post cannot come out yet.
pub fn unready(post: &Post) -> Vec<Blame> {
    if post.lead.is_empty() && post.body.is_empty() {
        return vec![Blame::at("body", "publishing-fault-empty")];
    }
    Vec::new()
}

/// The tags that a line names, each once, in the order they were typed.
pub fn typed_tags(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in line.split([',', ';', '\n']).map(str::trim) {
        let slug = base::slug(tag);
        if !tag.is_empty() && tags.iter().all(|known| base::slug(known) != slug) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// The links of a post; lines that are none are left out.
pub fn web_links(lines: &str) -> Vec<WebLink> {
    lines.lines().filter_map(web_link).collect()
}

fn web_link(line: &str) -> Option<WebLink> {
    let line = line.trim();
    let (href, label) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let rest = ["https://", "http://"]
        .into_iter()
        .find_map(|scheme| href.strip_prefix(scheme))?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let sound = !host.is_empty()
        && !host.contains('@')
        && !href
            .chars()
            .any(|it| it.is_control() || "<>\"\\".contains(it));
    sound.then(|| WebLink {
        href: href.to_owned(),
        label: if label.trim().is_empty() {
            host.to_owned()
        } else {
            label.trim().to_owned()
        },
    })
}

/// The path segment that a title asks for.
pub fn wished_slug(title: &str) -> String {
    let slug = base::slug(title);
    if slug.is_empty() {
        "meldung".to_owned()
    } else {
        slug
    }
}

/// The `attempt`th wish for a path segment: `name`, `name-2`, `name-3` …
pub fn nth_slug(wished: &str, attempt: usize) -> String {
    if attempt < 2 {
        wished.to_owned()
    } else {
        format!("{wished}-{attempt}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four pixels wide and three high, without any.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x04\0\0\0\x03\x08\x02\0\0\0\0\0\0\0\
        \0\0\0\0IEND\0\0\0\0";

    fn input() -> PostInput {
        PostInput {
            title: "Sommerfest mit Ehrenamtspreis".to_owned(),
            ..PostInput::default()
        }
    }

    const TODAY: Date = Date::constant(2018, 9, 1);

    #[test]
    fn a_post_with_a_title_alone_can_be_kept() {
        assert_eq!(faults(&input(), TODAY, false), []);
    }

    #[test]
    fn a_picture_without_words_is_refused_whether_new_or_kept() {
        let blame = [Blame::at("picture_alt", "publishing-fault-alt")];
        let mut with_new = input();
        with_new.picture = PictureChange::New(PNG.to_vec());

        assert_eq!(faults(&with_new, TODAY, false), blame);
        assert_eq!(faults(&input(), TODAY, true), blame);
        with_new.picture = PictureChange::Remove;
        assert_eq!(faults(&with_new, TODAY, true), []);
    }

    #[test]
    fn a_file_that_is_no_picture_is_refused_by_its_content() {
        let mut wrong = input();
        wrong.picture_alt = "Preisverleihung".to_owned();
        wrong.picture = PictureChange::New(b"<svg xmlns='x' onload='alert(1)'/>".to_vec());

        assert_eq!(
            faults(&wrong, TODAY, false),
            [Blame::at("picture", "publishing-fault-picture-type")]
        );
    }

    #[test]
    fn a_picture_of_more_than_eight_megabytes_is_refused() {
        let mut large = input();
        large.picture_alt = "Preisverleihung".to_owned();
        large.picture = PictureChange::New(vec![0; picture::LARGEST + 1]);

        assert_eq!(
            faults(&large, TODAY, false),
            [Blame::at("picture", "publishing-fault-picture-size").with("max", 8)]
        );
    }

    #[test]
    fn a_day_to_come_is_refused() {
        let mut early = input();
        early.day = Some(Date::constant(2018, 9, 2));

        assert_eq!(
            faults(&early, TODAY, false),
            [Blame::at("day", "publishing-fault-day")]
        );
    }

    #[test]
    fn tags_are_taken_once_and_in_order() {
        assert_eq!(
            typed_tags("Ehrenamt, Arbeit und Bildung ;ehrenamt,, Würde\n"),
            ["Ehrenamt", "Arbeit und Bildung", "Würde"]
        );
    }

    #[test]
    fn a_tag_that_leaves_no_address_is_refused() {
        let mut odd = input();
        odd.tags = vec!["🎉".to_owned()];

        assert_eq!(
            faults(&odd, TODAY, false),
            [Blame::at("tags", "publishing-fault-tag").with("max", 40)]
        );
    }

    #[test]
    fn links_are_addresses_of_the_web_with_a_label_behind() {
        let typed =
            "https://www.example.org/presse?id=3 Pressemitteilung der Stadt\nhttp://example.org";

        assert_eq!(
            web_links(typed),
            [
                WebLink {
                    href: "https://www.example.org/presse?id=3".to_owned(),
                    label: "Pressemitteilung der Stadt".to_owned()
                },
                WebLink {
                    href: "http://example.org".to_owned(),
                    label: "example.org".to_owned()
                },
            ]
        );
    }

    #[test]
    fn what_is_no_address_of_the_web_is_refused_as_a_link() {
        for line in [
            "javascript:alert(1) Bitte hier",
            "https:// leer",
            "http://office@example.org Köder",
            "www.example.org",
        ] {
            let mut wrong = input();
            wrong.links = line.to_owned();
            assert_eq!(
                faults(&wrong, TODAY, false),
                [Blame::at("links", "publishing-fault-link").with("line", line)]
            );
        }
    }

    #[test]
    fn a_title_without_letters_still_gets_an_address() {
        assert_eq!(wished_slug("🎉🎉"), "meldung");
        assert_eq!(nth_slug("meldung", 1), "meldung");
        assert_eq!(nth_slug("meldung", 3), "meldung-3");
    }
}
