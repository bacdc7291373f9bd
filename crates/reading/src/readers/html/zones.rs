//! Which parts of a web page stand around it on every page: menus, feet, notices of cookies.

use std::sync::LazyLock;

use crate::grammar::tokens::{WordList, list};
use html5gum::StartTag;

use super::attribute;
use crate::page::Zone;

/// How deep elements are followed; what lies deeper belongs to what is there.
const DEEPEST: usize = 400;

#[derive(Default)]
pub(super) struct Zones {
    /// Open elements, and whether each is part of the frame.
    open: Vec<(String, bool)>,
    frames: usize,
}

/// Words in classes, ids and roles of what stands around.
static FRAME_WORDS: WordList = LazyLock::new(|| {
    list(
        "nav navbar navi navigation menu menue mainmenu submenu breadcrumb breadcrumbs footer cookie \
    cookies consent pagination pager skip contentinfo banner searchform comments sitemap",
    )
});

impl Zones {
    pub(super) fn now(&self) -> Zone {
        if self.frames > 0 {
            Zone::Frame
        } else {
            Zone::Main
        }
    }

    pub(super) fn open(&mut self, name: &str, tag: &StartTag<()>) {
        if name == "hr" || self.open.len() >= DEEPEST {
            return;
        }
        // A new paragraph or entry ends the one that nobody closed.
        if matches!(name, "p" | "li" | "td" | "th" | "tr" | "dt" | "dd") {
            self.close_near(name);
        }
        let is_frame = is_frame(name, tag);
        self.frames += usize::from(is_frame);
        self.open.push((name.to_owned(), is_frame));
    }

    fn close_near(&mut self, name: &str) {
        if self.open.last().is_some_and(|(last, _)| last == name) {
            self.pop();
        }
    }

    pub(super) fn close(&mut self, name: &str) {
        // An end without a beginning ends nothing; an end closes what was left open in it.
        let from_top = self
            .open
            .iter()
            .rev()
            .take(40)
            .position(|(it, _)| it == name);
        if let Some(count) = from_top {
            for _ in 0..=count {
                self.pop();
            }
        }
    }

    fn pop(&mut self) {
        if let Some((_, is_frame)) = self.open.pop() {
            self.frames -= usize::from(is_frame);
        }
    }
}

fn is_frame(name: &str, tag: &StartTag<()>) -> bool {
    if matches!(name, "nav" | "footer") {
        return true;
    }
    if !matches!(
        name,
        "div" | "section" | "ul" | "ol" | "aside" | "header" | "form" | "table"
    ) {
        return false;
    }
    if attribute(tag, "role").is_some_and(|it| {
        matches!(
            it.as_str(),
            "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar"
        )
    }) {
        return true;
    }
    let names = [attribute(tag, "class"), attribute(tag, "id")];
    let mut words = names.iter().flatten().flat_map(|it| it.split_whitespace());
    words.any(|word| {
        let lower = word.to_lowercase();
        let mut parts = lower.split(['-', '_']);
        let has_content = [
            "content",
            "main",
            "wrapper",
            "with",
            "has",
            "layout",
            "page",
            "container",
        ]
        .iter()
        .any(|it| lower.split(['-', '_']).any(|part| part == *it));
        !has_content && parts.any(|part| FRAME_WORDS.contains(&part))
    })
}
