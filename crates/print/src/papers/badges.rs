//! Name badges: sheets to print, cut and put into holders.

use serde::Serialize;

use super::Letterhead;

/// The badges of one gathering, ten on a sheet.
#[derive(Clone, Debug, Serialize)]
pub struct BadgesPaper {
    /// The network; its letterhead is not printed on badges.
    pub letterhead: Letterhead,
    /// The document's title.
    pub title: String,
    /// The gathering's title, as it stands on each.
    pub gathering: String,
    /// The badges.
    pub badges: Vec<Badge>,
}

/// One badge.
#[derive(Clone, Debug, Serialize)]
pub struct Badge {
    /// Who wears it.
    pub name: String,
    /// For whom the person comes.
    pub organisation: Option<String>,
}
