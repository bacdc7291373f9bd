//! What every paper is made of: letterhead, facts of a gathering, agenda.

pub(crate) mod agenda;
pub(crate) mod attendance;
pub(crate) mod badges;
pub(crate) mod certificates;
pub(crate) mod invitation;
pub(crate) mod labels;
pub(crate) mod letters;
pub(crate) mod minutes;
pub(crate) mod participants;
pub(crate) mod plan;
pub(crate) mod programme;

use base::Lang;
use jiff::Timestamp;
use serde::Serialize;

use crate::accent::Accent;

/// Who sends the paper, and how it looks.
#[derive(Clone, Debug, Serialize)]
pub struct Letterhead {
    /// The language of all labels and of the whole document.
    pub lang: Lang,
    /// The network's name.
    pub network: String,
    /// The line under it that names the association the network belongs to.
    pub parent: Option<String>,
    /// The office that answers questions.
    pub office: Office,
    /// The network's logo.
    pub logo: Option<Picture>,
    /// The network's colour.
    pub accent: Accent,
    /// Whether the paper comes from an installation with invented data.
    pub sample_data: bool,
    /// When the file is made. PDF/A asks for it; it is written into the file, not on the page.
    #[serde(skip)]
    pub printed_at: Timestamp,
}

/// The office with its ways to reach it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Office {
    /// Its name as a signature ("Geschäftsstelle der Kreisgruppe").
    pub name: String,
    /// Street and town, a line each.
    pub address: Vec<String>,
    /// Telephone number as people write it.
    pub phone: Option<String>,
    /// Mail address.
    pub mail: Option<String>,
    /// Address of the public site, with or without `https://`.
    pub website: Option<String>,
}

/// A picture in memory: PNG, JPEG, GIF, WebP or SVG.
#[derive(Clone, Debug, Serialize)]
pub struct Picture {
    /// The file's bytes; the kind is told from them.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What a person hears who does not see the picture.
    pub alt: String,
}

/// Somebody with a part in the gathering: a person, a function, or both.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Party {
    /// The person's name, where it is to be printed.
    pub name: Option<String>,
    /// What the person is there ("Geschäftsführung").
    pub function: Option<String>,
    /// The organisation or body the person speaks for.
    pub body: Option<String>,
}

/// Where the gathering is.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Place {
    /// Name of the house or room.
    pub name: String,
    /// Street and town, a line each.
    pub address: Vec<String>,
    /// How accessible the place is ("stufenlos, WC für alle im Erdgeschoss").
    pub accessibility: Option<String>,
}

/// What everybody wants to know first about a gathering.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    /// The gathering's title.
    pub title: String,
    /// The day, written out.
    pub day: String,
    /// Begin, or begin and end.
    pub time: String,
    /// Where it is.
    pub place: Option<Place>,
    /// The organisation that receives the others.
    pub host: Option<String>,
    /// What this gathering is about before all else.
    pub focus: Option<String>,
    /// Guests by function and body.
    pub guests: Vec<Party>,
}

/// One line of the agenda.
#[derive(Clone, Debug, Default, Serialize)]
pub struct AgendaRow {
    /// The item's number ("3", "3a").
    pub number: String,
    /// When it begins, as reckoned from the items before.
    pub time: String,
    /// What it is about.
    pub title: String,
    /// A line of explanation.
    pub note: Option<String>,
    /// Who speaks.
    pub speakers: Vec<Party>,
    /// How many minutes are planned.
    pub minutes: Option<u32>,
}
