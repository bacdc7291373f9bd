//! Pages of people and their functions.

use askama::Template;
use shell::{Fields, Link, Marked, Page, Pages, Pick};

use super::{AlikeLine, JournalLine, Tab, Tie};
use crate::browsing::Letter;
use crate::standing::Consequence;
use crate::types::Person;

/// One person of the list.
pub(crate) struct PersonLine {
    pub(crate) name: String,
    pub(crate) href: String,
    pub(crate) function: String,
    pub(crate) organisation: Option<Link>,
    pub(crate) mail: String,
}

/// A network's people.
#[derive(Template)]
#[template(path = "register/people.html")]
pub(crate) struct PeoplePage {
    pub(crate) page: Page,
    pub(crate) action: String,
    pub(crate) new_href: Option<String>,
    pub(crate) count: i64,
    pub(crate) tabs: Vec<Tab>,
    /// The word of the address for what is shown, where it has one.
    pub(crate) kind: Option<&'static str>,
    pub(crate) search: String,
    pub(crate) lines: Vec<PersonLine>,
    pub(crate) letters: Vec<Letter>,
    pub(crate) has_more: bool,
    pub(crate) pages: Pages,
    pub(crate) is_office: bool,
}

/// The account of a person, as the office sees it.
pub(crate) struct AccountWords {
    pub(crate) mail: String,
    pub(crate) is_office: bool,
    /// The roles that the network gave it.
    pub(crate) roles: Vec<Marked>,
}

/// Where the office's acts about a person begin.
pub(crate) struct PersonLinks {
    pub(crate) edit: String,
    pub(crate) close: String,
    pub(crate) reopen: String,
    pub(crate) function: String,
    pub(crate) account: String,
    pub(crate) office: String,
    pub(crate) office_end: String,
    pub(crate) role: String,
}

/// One person.
#[derive(Template)]
#[template(path = "register/person.html")]
pub(crate) struct PersonPage {
    pub(crate) page: Page,
    pub(crate) person: Person,
    pub(crate) address_form: String,
    pub(crate) lang: String,
    pub(crate) account: Option<AccountWords>,
    pub(crate) functions: Vec<Tie>,
    pub(crate) groups: Vec<Tie>,
    /// Functions that went from this person or to it.
    pub(crate) handovers: Vec<(String, Marked)>,
    pub(crate) consequences: Vec<Consequence>,
    /// What other rooms say of what follows.
    pub(crate) further: Vec<String>,
    /// What other rooms keep of them.
    pub(crate) keeping: Vec<String>,
    pub(crate) journal: Vec<JournalLine>,
    pub(crate) panels: Vec<String>,
    pub(crate) is_office: bool,
    pub(crate) links: PersonLinks,
}

/// The form of a person's record.
#[derive(Template)]
#[template(path = "register/person-form.html")]
pub(crate) struct PersonForm {
    pub(crate) custom: crate::fields::Custom,
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    pub(crate) alike: Vec<AlikeLine>,
    pub(crate) address_forms: Vec<(String, String)>,
    pub(crate) languages: Vec<(String, String)>,
}

/// The form of a function.
#[derive(Template)]
#[template(path = "register/function-form.html")]
pub(crate) struct FunctionForm {
    pub(crate) page: Page,
    pub(crate) fields: Fields,
    pub(crate) action: String,
    pub(crate) save: &'static str,
    pub(crate) cancel_href: String,
    /// Where an old function is; none for a new one, which asks.
    pub(crate) at: Option<String>,
    /// Whether somebody else has the vote that is given here.
    pub(crate) is_taken: bool,
    pub(crate) organisations: Pick,
}
