//! Where everything is, and the paths that lead there.

/// The networks of the installation.
pub const FRONT: &str = "/";
/// What search engines may read.
pub const ROBOTS: &str = "/robots.txt";
/// The public pages, for search engines.
pub const SITEMAP: &str = "/sitemap.xml";
/// The installation's Impressum.
pub const OWN_IMPRINT: &str = "/impressum";
/// The installation's privacy notice.
pub const OWN_PRIVACY: &str = "/datenschutz";
/// The installation's accessibility statement.
pub const OWN_ACCESSIBILITY: &str = "/barrierefreiheit";
/// The installation's own texts.
pub const OWN_TEXTS: &str = "/betrieb/texte";
/// A network's public front page.
pub const HOME: &str = "/{network}";
/// A network's signed-in start page.
pub const START: &str = "/{network}/intern";
/// A network's search.
pub const SEARCH: &str = "/{network}/suche";
/// A network's Impressum.
pub const IMPRINT: &str = "/{network}/impressum";
/// A network's privacy notice.
pub const PRIVACY: &str = "/{network}/datenschutz";
/// A network's accessibility statement.
pub const ACCESSIBILITY: &str = "/{network}/barrierefreiheit";
/// A network's own additions to its legal pages.
pub const TEXTS: &str = "/{network}/seitentexte";
/// A network's posts.
pub const POSTS: &str = "/{network}/meldungen";
/// A network's posts as a feed.
pub const FEED: &str = "/{network}/meldungen.atom";
/// One post.
pub const POST: &str = "/{network}/meldungen/{slug}";
/// A post's picture.
pub const PICTURE: &str = "/{network}/meldungen/{slug}/bild";
/// Where a post is changed.
pub const EDIT: &str = "/{network}/meldungen/{slug}/bearbeiten";
/// A post's publication.
pub const PUBLICATION: &str = "/{network}/meldungen/{slug}/veroeffentlichung";
/// What takes a publication back.
pub const WITHDRAWAL: &str = "/{network}/meldungen/{slug}/ruecknahme";
/// A draft's deletion.
pub const DELETION: &str = "/{network}/meldungen/{slug}/loeschung";
/// Where a post is written.
pub const WRITE: &str = "/{network}/meldung-schreiben";
/// All tags.
pub const TAGS: &str = "/{network}/schlagworte";
/// What carries a tag.
pub const TAG: &str = "/{network}/schlagworte/{tag}";

/// A page directly below a network.
pub fn below(network: &str, page: &str) -> String {
    format!("/{network}/{page}")
}

/// A network's front page.
pub fn home(network: &str) -> String {
    format!("/{network}")
}

/// A network's posts.
pub fn posts(network: &str) -> String {
    below(network, "meldungen")
}

/// One post.
pub fn post(network: &str, slug: &str) -> String {
    format!("/{network}/meldungen/{slug}")
}

/// A page or act below a post.
pub fn of_post(network: &str, slug: &str, act: &str) -> String {
    format!("/{network}/meldungen/{slug}/{act}")
}

/// What carries a tag, given by its slug.
pub fn tag(network: &str, slug: &str) -> String {
    format!("/{network}/schlagworte/{slug}")
}
