//! One's own second factors.

use askama::Template;
use shell::{Fields, Page};

use crate::links;
use crate::rules::QrCode;

/// One factor of the list.
pub(crate) struct FactorLine {
    pub(crate) name: String,
    pub(crate) kind: String,
    pub(crate) since: String,
    /// When it was given last; none where it never was.
    pub(crate) used: Option<String>,
    pub(crate) href: String,
}

/// An account at another provider.
pub(crate) struct Binding {
    /// What it is and since when.
    pub(crate) words: String,
    pub(crate) release: String,
}

/// All of one's factors.
#[derive(Template)]
#[template(path = "sign_in/factors.html")]
pub(crate) struct FactorsPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) factors: Vec<FactorLine>,
    pub(crate) codes_left: i64,
    /// The address where passkeys answer; none where the installation has no name.
    pub(crate) passkeys_at: Option<String>,
    /// Whether the program has a key for the secrets of apps.
    pub(crate) takes_apps: bool,
    /// Whether a role asks for a factor and there is none.
    pub(crate) is_demanded_now: bool,
    pub(crate) bindings: Vec<Binding>,
}

/// Tying an app.
#[derive(Template)]
#[template(path = "sign_in/app.html")]
pub(crate) struct AppPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) code: QrCode,
    pub(crate) spelled: String,
    /// What an app on the same device opens.
    pub(crate) address: String,
    pub(crate) action: String,
}

/// One factor: its name, and taking it away.
#[derive(Template)]
#[template(path = "sign_in/factor.html")]
pub(crate) struct FactorPage {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) gone: String,
    /// Whether it is the only one.
    pub(crate) is_last: bool,
}

/// Recovery codes, shown once.
#[derive(Template)]
#[template(path = "sign_in/codes.html")]
pub(crate) struct CodesPage {
    pub(crate) page: Page,
    pub(crate) codes: Vec<String>,
    /// Whether they came with a first factor.
    pub(crate) is_first: bool,
}

impl AppPage {
    /// How wide and high the picture is, in squares, with the quiet rim of four that readers
    /// need.
    pub(crate) fn viewed(&self) -> String {
        let whole = self.code.side + 8;
        format!("-4 -4 {whole} {whole}")
    }

    /// The same side as a number.
    pub(crate) const fn whole(&self) -> usize {
        self.code.side + 8
    }
}
