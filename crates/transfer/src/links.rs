//! The addresses of lists in and out.

use std::fmt::Display;

/// What lists there are, and what was read in.
pub const LISTS: &str = "/{network}/listen";
/// A list to be read in.
pub const UPLOAD: &str = "/{network}/listen/einlesen";
/// An empty list to fill in.
pub const SAMPLE: &str = "/{network}/listen/muster.csv";
/// A list that is read in: where it stands.
pub const TRANSFER: &str = "/{network}/listen/{id}";
/// What its columns mean.
pub const COLUMNS: &str = "/{network}/listen/{id}/spalten";
/// What becomes of its rows.
pub const CHOICES: &str = "/{network}/listen/{id}/auswahl";
/// Writing it into the register.
pub const WRITING: &str = "/{network}/listen/{id}/eintragung";
/// Taking it back out.
pub const UNDOING: &str = "/{network}/listen/{id}/ruecknahme";
/// Forgetting it before it is written.
pub const DISCARDING: &str = "/{network}/listen/{id}/verwerfen";
/// Which columns a list goes out with.
pub const CHOOSE: &str = "/{network}/listen/ausgabe/{list}";
/// The same for a group.
pub const CHOOSE_GROUP: &str = "/{network}/gremien/{slug}/ausgabe";
/// The organisations.
pub const ORGANISATIONS_CSV: &str = "/{network}/organisationen.csv";
/// The organisations for spreadsheets.
pub const ORGANISATIONS_XLSX: &str = "/{network}/organisationen.xlsx";
/// The people.
pub const PEOPLE_CSV: &str = "/{network}/personen.csv";
/// The people for spreadsheets.
pub const PEOPLE_XLSX: &str = "/{network}/personen.xlsx";
/// Who is in a group.
pub const GROUP_CSV: &str = "/{network}/gremien/{slug}/mitwirkung.csv";
/// Who is in a group, for spreadsheets.
pub const GROUP_XLSX: &str = "/{network}/gremien/{slug}/mitwirkung.xlsx";

/// An address of a network that names no record.
pub fn of(address: &str, network: &str) -> String {
    address.replace("{network}", network)
}

/// An address below a network: the first place is the network, the second the record.
pub fn below(address: &str, network: &str, record: impl Display) -> String {
    let record = record.to_string();
    of(address, network)
        .replace("{id}", &record)
        .replace("{slug}", &record)
        .replace("{list}", &record)
}
