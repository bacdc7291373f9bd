//! Posts: the list, one post, and the form.

use askama::Template;
use base::access::Audience;
use shell::{Fields, Link, Page, Visit};

use super::{Card, Day};
use crate::links;
use crate::rules::{Post, State, WebLink};

/// A network's posts.
#[derive(Template)]
#[template(path = "publishing/posts.html")]
pub struct PostsPage {
    /// The page.
    pub page: Page,
    /// The posts.
    pub posts: Vec<Card>,
    /// What is written and not out; nothing where the person may not see it.
    pub drafts: Vec<Card>,
    /// The latest and the years; true where it is what is shown.
    pub years: Vec<(Link, bool)>,
    /// Whether one year is shown.
    pub is_of_year: bool,
    /// Where a post is written, for those who may.
    pub write_href: Option<String>,
    /// Where all tags are.
    pub tags_href: String,
}

/// A picture on a page.
pub struct Figure {
    /// Where it is.
    pub src: String,
    /// Its width.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// What it shows.
    pub alt: String,
    /// What stands below it.
    pub caption: String,
}

/// The gathering that a post reports of.
pub struct Occasion {
    /// Its title.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// Its day.
    pub day: Option<Day>,
}

/// What the office may do with a post, with the address of each act.
pub struct Acts {
    /// Change it.
    pub edit: String,
    /// Bring it out, where it is a draft.
    pub publication: Option<String>,
    /// Take it back, where it is out.
    pub withdrawal: Option<String>,
    /// Delete it, where it is a draft.
    pub deletion: Option<String>,
}

/// One post.
#[derive(Template)]
#[template(path = "publishing/post.html")]
pub struct PostPage {
    /// The page.
    pub page: Page,
    /// The post.
    pub post: Post,
    /// Its text as HTML.
    pub body: String,
    /// The day that it carries.
    pub day: Option<Day>,
    /// Who may read it, where not everyone may.
    pub audience: Option<String>,
    /// Its picture.
    pub figure: Option<Figure>,
    /// Its links.
    pub links: Vec<WebLink>,
    /// Its tags.
    pub tags: Vec<Link>,
    /// The gathering that it reports of.
    pub occasion: Option<Occasion>,
    /// What the person may do.
    pub acts: Option<Acts>,
}

impl PostPage {
    /// Whether it waits to be brought out.
    pub fn is_draft(&self) -> bool {
        self.post.state == State::Draft
    }
}

/// The picture of a post, where it has one.
pub fn figure(post: &Post, visit: &Visit, network: &str) -> Option<Figure> {
    let shown = post.shown.as_ref()?;
    let src = links::of_post(network, &post.slug, "bild");
    Some(Figure {
        src: visit.href(&format!("{src}?v={}", post.version)),
        width: shown.picture.width,
        height: shown.picture.height,
        alt: shown.alt.clone(),
        caption: shown.caption.clone(),
    })
}

/// What the office may do with a post.
pub fn acts(post: &Post, visit: &Visit, network: &str) -> Acts {
    let act = |name| visit.href(&links::of_post(network, &post.slug, name));
    let is_draft = post.state == State::Draft;
    Acts {
        edit: act("bearbeiten"),
        publication: is_draft.then(|| act("veroeffentlichung")),
        withdrawal: (!is_draft).then(|| act("ruecknahme")),
        deletion: is_draft.then(|| act("loeschung")),
    }
}

/// The form of a post.
#[derive(Template)]
#[template(path = "publishing/post_form.html")]
pub struct PostForm {
    /// The page.
    pub page: Page,
    /// Its fields.
    pub fields: Fields,
    /// Where it goes.
    pub action: String,
    /// Where one goes without saving.
    pub cancel_href: String,
    /// The choices of the audience.
    pub audiences: Vec<(String, String)>,
    /// The picture that the post has.
    pub figure: Option<Figure>,
    /// The gathering that the post reports of.
    pub occasion: Option<Occasion>,
    /// The state that somebody else left meanwhile, to be read beside this one.
    pub newer_href: Option<String>,
    /// How it will look, where that was asked.
    pub preview: Option<Preview>,
}

/// How a post will look.
pub struct Preview {
    /// Its headline.
    pub title: String,
    /// Its lead.
    pub lead: String,
    /// Its text as HTML.
    pub body: String,
    /// Where it comes from.
    pub source_mark: String,
}

/// The audiences that a post may have, with their labels.
pub fn audiences(visit: &Visit) -> Vec<(String, String)> {
    [
        (Audience::Public, "publishing-audience-public"),
        (Audience::Members, "publishing-audience-members"),
        (Audience::Office, "publishing-audience-office"),
    ]
    .into_iter()
    .map(|(audience, key)| (audience.word().to_owned(), visit.say(key).to_owned()))
    .collect()
}
