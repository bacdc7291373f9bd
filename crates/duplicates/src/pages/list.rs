//! The list of pairs, of those that are none, and of merges.

use askama::Template;
use shell::{Page, Pages};

/// One part of the list.
pub(crate) struct Tab {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) count: String,
    pub(crate) current: bool,
}

/// A record on a list.
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) href: Option<String>,
    pub(crate) more: String,
    pub(crate) ended: bool,
}

/// A pair on the list.
pub(crate) struct PairLine {
    pub(crate) one: Named,
    pub(crate) other: Named,
    pub(crate) degree: &'static str,
    pub(crate) reasons: Vec<String>,
    pub(crate) compare_href: String,
    pub(crate) different_href: String,
}

/// A pair that is none, or a merge.
pub(crate) struct SaidLine {
    pub(crate) one: Named,
    pub(crate) other: Named,
    pub(crate) when: String,
    pub(crate) by: String,
    /// Where it is taken back at once.
    pub(crate) back_href: Option<String>,
    /// Where it stands in full.
    pub(crate) look_href: Option<String>,
    pub(crate) is_undone: bool,
}

/// What a part of the list shows.
pub(crate) enum Lines {
    Pairs(Vec<PairLine>),
    Different(Vec<SaidLine>),
    Merged(Vec<SaidLine>),
}

impl Lines {
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Pairs(lines) => lines.is_empty(),
            Self::Different(lines) | Self::Merged(lines) => lines.is_empty(),
        }
    }
}

/// The list.
#[derive(Template)]
#[template(path = "duplicates/list.html")]
pub(crate) struct ListPage {
    pub(crate) page: Page,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) none: &'static str,
    pub(crate) lines: Lines,
    pub(crate) pages: Pages,
}
