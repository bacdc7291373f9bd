//! Publishing: posts and their feeds, the public front pages, tags, search, the pages that
//! the law asks for, and the start page.
//!
//! A post is written as a draft and brought out by the office; a report is a post about a
//! gathering. What other rooms hold is shown through panels and through the search alone.

mod actions;
mod feed;
pub mod links;
mod pages;
mod panels;
mod prose;
mod records;
mod routes;
mod rules;

use base::Lang;
use base::access::Right;
use shell::{NavEntry, Panel, Room, Section};
use store::Migration;

pub use actions::{
    KIND, PageText, change_post, delete_draft, keep_page_texts, publish_post, withdraw_post,
    write_post,
};
pub use records::{Listed, id_by_slug, post, posts_about};
pub use rules::{PictureChange, Post, PostInput, Shown, State, Tag};

/// The tables of this room.
pub const MIGRATIONS: &[Migration] = &[Migration::both(
    "publishing-0001",
    include_str!("../migrations/0001.sql"),
)];

const NAV: &[NavEntry] = &[
    public("publishing-nav-home", "", 0),
    public("publishing-posts", "/meldungen", 30),
    NavEntry {
        key: "publishing-nav-start",
        path: "/intern",
        right: Right::ReadAsMember,
        section: Section::Inner,
        order: 35,
    },
    public("publishing-search", "/suche", 70),
];

/// What publishing brings to the program.
pub fn room() -> Room {
    Room {
        name: "publishing",
        migrations: MIGRATIONS,
        phrases: &[
            (Lang::De, include_str!("../phrases/de.ftl")),
            (Lang::En, include_str!("../phrases/en.ftl")),
        ],
        routes: Some(routes::fill),
        nav: NAV,
        panels: &[Panel {
            order: 60,
            show: panels::show,
        }],
        chapters: records::archive::CHAPTERS,
        ..Room::default()
    }
}

const fn public(key: &'static str, path: &'static str, order: u8) -> NavEntry {
    NavEntry {
        key,
        path,
        right: Right::ReadPublic,
        section: Section::Public,
        order,
    }
}
