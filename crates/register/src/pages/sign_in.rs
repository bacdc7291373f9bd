//! Pages of signing in, of one's own account, and of the first run.

use askama::Template;
use shell::{Fields, Link, Page};

/// The page that asks for a mail address.
#[derive(Template)]
#[template(path = "register/sign-in.html")]
pub(crate) struct SignInPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) failed_by_password: bool,
    /// Other ways to sign in.
    pub(crate) entrances: Vec<Link>,
}

/// What everybody is told who asked for a link.
#[derive(Template)]
#[template(path = "register/sent.html")]
pub(crate) struct SentPage {
    pub(crate) page: Page,
    pub(crate) minutes: i64,
}

/// What a one-time link does.
#[derive(Template)]
#[template(path = "register/link.html")]
pub(crate) struct LinkPage {
    pub(crate) page: Page,
    /// Whose account it opens; none where it opens nothing.
    pub(crate) name: Option<String>,
    pub(crate) action: String,
}

/// One of one's own sessions.
pub(crate) struct SessionLine {
    pub(crate) browser: String,
    pub(crate) since: String,
    pub(crate) used: String,
    pub(crate) is_this: bool,
    pub(crate) end_href: String,
}

/// One's own account.
#[derive(Template)]
#[template(path = "register/account.html")]
pub(crate) struct AccountPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) mail: String,
    /// The name that an office keeps; none where the person keeps it.
    pub(crate) kept_name: Option<String>,
    pub(crate) has_password: bool,
    /// Whether the person runs the installation.
    pub(crate) is_operator: bool,
    pub(crate) sessions: Vec<SessionLine>,
    pub(crate) languages: Vec<(String, String)>,
}

/// The first run.
#[derive(Template)]
#[template(path = "register/setup.html")]
pub(crate) struct SetupPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) lands: Vec<(String, String)>,
}
