//! The doors of the demo: one for each role, and the page that shows them.

use askama::Template;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use base::{Halt, Lang};
use shell::{Answer, App, Page, Visit};

use super::contents;
use super::room::START;
use crate::house;

/// Who a visitor of the demo can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The office of the network.
    Office,
    /// The leader of its group.
    Leader,
    /// The contact person of a member organisation.
    Member,
    /// The operator.
    Operator,
    /// Who watches over data protection.
    Protection,
    /// The office of the network with the conferences.
    Conferences,
    /// Whom the participants of the conferences tell what they need.
    Assistance,
    /// Nobody known.
    Public,
}

impl Role {
    /// All of them, in the order of the pages.
    pub const ALL: [Self; 8] = [
        Self::Office,
        Self::Leader,
        Self::Member,
        Self::Operator,
        Self::Protection,
        Self::Conferences,
        Self::Assistance,
        Self::Public,
    ];

    /// The last segment of its door.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Leader => "leader",
            Self::Member => "member",
            Self::Operator => "operator",
            Self::Protection => "protection",
            Self::Conferences => "conferences",
            Self::Assistance => "assistance",
            Self::Public => "public",
        }
    }

    /// The mail address of the account behind it; none for the public.
    pub const fn mail(self) -> &'static str {
        match self {
            Self::Office => contents::OFFICE,
            Self::Leader => contents::LEADER,
            Self::Member => contents::MEMBER,
            Self::Operator => contents::OPERATOR,
            Self::Protection => contents::PROTECTION,
            Self::Conferences => contents::SAXONY,
            Self::Assistance => contents::ASSISTANCE,
            Self::Public => "",
        }
    }

    /// Phrase key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Office => "demo-role-office",
            Self::Leader => "demo-role-leader",
            Self::Member => "demo-role-member",
            Self::Operator => "demo-role-operator",
            Self::Protection => "demo-role-protection",
            Self::Conferences => "demo-role-conferences",
            Self::Assistance => "demo-role-assistance",
            Self::Public => "demo-role-public",
        }
    }

    const fn text_key(self) -> &'static str {
        match self {
            Self::Office => "demo-role-office-text",
            Self::Leader => "demo-role-leader-text",
            Self::Member => "demo-role-member-text",
            Self::Operator => "demo-role-operator-text",
            Self::Protection => "demo-role-protection-text",
            Self::Conferences => "demo-role-conferences-text",
            Self::Assistance => "demo-role-assistance-text",
            Self::Public => "demo-role-public-text",
        }
    }

    /// Where it leads.
    const fn lands_at(self) -> &'static str {
        match self {
            Self::Office | Self::Leader | Self::Member => "/weimar/intern",
            Self::Operator => "/",
            Self::Protection => "/weimar/daten",
            Self::Conferences => {
                "/sachsen/termine/2023-06-08-regionalkonferenz-2023-in-leipzig/anmeldungen"
            }
            Self::Assistance => "/sachsen/assistenz",
            Self::Public => "/weimar",
        }
    }

    /// Its door.
    pub fn path(self) -> String {
        format!("{START}/als/{}", self.word())
    }
}

struct Door {
    name: String,
    text: String,
    href: String,
}

#[derive(Template)]
#[template(path = "demo/start.html")]
struct Start {
    page: Page,
    doors: Vec<Door>,
    steps: Vec<String>,
}

/// The page with all doors and the tour.
pub(super) async fn start(visit: Visit) -> Answer {
    let doors = Role::ALL.map(|role| Door {
        name: visit.say(role.key()).to_owned(),
        text: visit.say(role.text_key()).to_owned(),
        href: visit.href(&role.path()),
    });
    let steps = [
        "demo-tour-1",
        "demo-tour-2",
        "demo-tour-3",
        "demo-tour-4",
        "demo-tour-5",
    ];
    shell::show(&Start {
        doors: doors.into(),
        steps: steps.map(|key| visit.say(key).to_owned()).into(),
        page: Page::new(&visit, visit.say("demo-title")),
    })
}

/// Through a door: signed in as the role, and on to where its work begins.
///
/// The one reading request that changes something; it exists in the demo alone.
pub(super) async fn enter(visit: Visit, Path(word): Path<String>) -> Answer {
    let role = Role::ALL
        .into_iter()
        .find(|role| role.word() == word)
        .ok_or(Halt::Missing)?;
    let token = match role {
        Role::Public => None,
        role => Some(
            house::session(&visit.app, role.mail())
                .await?
                .ok_or(Halt::Missing)?,
        ),
    };
    let cookie = shell::session_cookie(&visit.app, token.as_deref(), 24 * 3600);
    let (name, value) = cookie;
    let onward = Redirect::to(&visit.href(role.lands_at()));
    Ok(([(name, value)], onward).into_response())
}

/// One line for each door, as the terminal shows it.
pub(super) fn lines(app: &App, lang: Lang) -> Vec<String> {
    Role::ALL
        .iter()
        .map(|role| {
            let name = app.phrases.say(lang, role.key());
            let link = app.url(lang, &role.path());
            format!("{:<12}{name:<20}{link}", role.word())
        })
        .collect()
}
