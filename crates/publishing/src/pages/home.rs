//! The front pages: of the installation, of a network, of a tag, and the start page.

use askama::Template;
use register::Network;
use shell::{Link, Page};

use super::Card;

/// The networks of the installation.
#[derive(Template)]
#[template(path = "publishing/front.html")]
pub struct FrontPage {
    /// The page.
    pub page: Page,
    /// The networks.
    pub networks: Vec<NetworkLine>,
    /// Where an empty installation is set up.
    pub set_up_href: String,
}

/// A network in a list.
pub struct NetworkLine {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// The association that it is part of.
    pub association: String,
}

/// A network's public front page.
#[derive(Template)]
#[template(path = "publishing/home.html")]
pub struct HomePage {
    /// The page.
    pub page: Page,
    /// The network.
    pub network: Network,
    /// What it stands for, as HTML.
    pub about: String,
    /// How many member organisations it has.
    pub members: i64,
    /// Its groups.
    pub groups: Vec<String>,
    /// The network that it is part of.
    pub parent: Option<Link>,
    /// The networks that are part of it.
    pub children: Vec<Link>,
    /// What other rooms show here.
    pub panels: Vec<String>,
    /// The latest posts.
    pub posts: Vec<Card>,
    /// Where all posts are.
    pub posts_href: String,
    /// Where the search is.
    pub search_href: String,
    /// The office's address, in lines.
    pub address: Vec<String>,
    /// Whether the office looks at it and has written nothing about the network yet.
    pub lacks_about: bool,
}

/// All tags.
#[derive(Template)]
#[template(path = "publishing/tags.html")]
pub struct TagsPage {
    /// The page.
    pub page: Page,
    /// The tags: label, address and number of posts in words.
    pub tags: Vec<(Link, String)>,
}

/// What carries a tag.
#[derive(Template)]
#[template(path = "publishing/tag.html")]
pub struct TagPage {
    /// The page.
    pub page: Page,
    /// The posts.
    pub posts: Vec<Card>,
    /// What other rooms show here.
    pub panels: Vec<String>,
    /// Where all tags are.
    pub tags_href: String,
}

/// The signed-in start page.
#[derive(Template)]
#[template(path = "publishing/start.html")]
pub struct StartPage {
    /// The page.
    pub page: Page,
    /// What is due, room by room.
    pub panels: Vec<String>,
    /// What the person may do.
    pub acts: Vec<Link>,
    /// What the public pages lack, with the page to mend it.
    pub warnings: Vec<(String, Link)>,
}
