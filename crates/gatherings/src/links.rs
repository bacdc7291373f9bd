//! Addresses of gatherings: one constant each, and the functions that fill them.

use base::{AgendaItemId, DocumentId, SeriesId};

/// All gatherings of a year, and what comes.
pub const LIST: &str = "/{network}/termine";
/// The list as a calendar to subscribe to.
pub const LIST_ICS: &str = "/{network}/termine.ics";
/// The list as news.
pub const LIST_ATOM: &str = "/{network}/termine.atom";
/// One's own calendar of all networks, to subscribe to; POST gives it a new address.
pub const OWN_CALENDAR: &str = "/konto/kalender";
/// The same while its new address is shown.
pub const OWN_CALENDAR_NEW: &str = "/konto/kalender/{token}";
/// Ending it.
pub const OWN_CALENDAR_END: &str = "/konto/kalender/ende";
/// What calendar programs fetch; the file is the token with its suffix.
pub const OWN_FEED: &str = "/kalender/{file}";
/// One gathering; the slug may end in `.ics` or `.pdf`.
pub const GATHERING: &str = "/{network}/termine/{slug}";
/// Planning a new one.
pub const PLAN: &str = "/{network}/termin-anlegen";
/// Its facts.
pub const EDIT: &str = "/{network}/termine/{slug}/bearbeiten";
/// Announcing it.
pub const ANNOUNCEMENT: &str = "/{network}/termine/{slug}/ankuendigung";
/// Calling it off.
pub const CANCELLATION: &str = "/{network}/termine/{slug}/absage";
/// Taking the cancellation back.
pub const CANCELLATION_WITHDRAWAL: &str = "/{network}/termine/{slug}/absage/ruecknahme";
/// Saying that it took place.
pub const HOLDING: &str = "/{network}/termine/{slug}/durchfuehrung";
/// Deleting a draft.
pub const DELETION: &str = "/{network}/termine/{slug}/loeschung";
/// The agenda at work; POST adds an item.
pub const AGENDA: &str = "/{network}/termine/{slug}/tagesordnung";
/// Telling the invited of another agenda, or choosing not to.
pub const AGENDA_NEWS: &str = "/{network}/termine/{slug}/tagesordnung/mitteilung";
/// One item.
pub const AGENDA_ITEM: &str = "/{network}/termine/{slug}/tagesordnung/{item}";
/// Its place.
pub const AGENDA_PLACE: &str = "/{network}/termine/{slug}/tagesordnung/{item}/platz";
/// Taking it off.
pub const AGENDA_REMOVAL: &str = "/{network}/termine/{slug}/tagesordnung/{item}/entfernung";
/// Documents at work; POST adds one.
pub const DOCUMENTS: &str = "/{network}/termine/{slug}/dokumente";
/// A document's file.
pub const DOCUMENT: &str = "/{network}/termine/{slug}/dokumente/{document}";
/// Title, audience, versions; POST writes title and audience.
pub const DOCUMENT_EDIT: &str = "/{network}/termine/{slug}/dokumente/{document}/bearbeiten";
/// Adding a version.
pub const DOCUMENT_VERSIONS: &str = "/{network}/termine/{slug}/dokumente/{document}/fassungen";
/// An older version's file.
pub const DOCUMENT_VERSION: &str =
    "/{network}/termine/{slug}/dokumente/{document}/fassungen/{number}";
/// Taking a document out of sight.
pub const DOCUMENT_REMOVAL: &str = "/{network}/termine/{slug}/dokumente/{document}/entfernung";
/// Who came.
pub const ATTENDANCE: &str = "/{network}/termine/{slug}/teilnahme";
/// The attendance list to print.
pub const ATTENDANCE_PDF: &str = "/{network}/termine/{slug}/teilnahme.pdf";
/// Who takes part, for members: the names of those who agreed to it.
pub const PARTICIPANTS: &str = "/{network}/termine/{slug}/teilnehmende";
/// The same to print.
pub const PARTICIPANTS_PDF: &str = "/{network}/termine/{slug}/teilnehmende.pdf";
/// The series of a network; POST adds one.
pub const SERIES: &str = "/{network}/reihen";
/// One series at work.
pub const SERIES_EDIT: &str = "/{network}/reihen/{series}/bearbeiten";

/// One's own calendar while its new address is shown.
pub fn own_calendar_new(token: &str) -> String {
    OWN_CALENDAR_NEW.replace("{token}", token)
}

/// What calendar programs fetch.
pub fn own_feed(token: &str) -> String {
    format!("/kalender/{token}.ics")
}

/// All gatherings.
pub fn list(network: &str) -> String {
    format!("/{network}/termine")
}

/// The gatherings of a year.
pub fn year(network: &str, year: i16) -> String {
    format!("/{network}/termine?jahr={year}")
}

/// The gatherings of a month.
pub fn month(network: &str, month: jiff::civil::Date) -> String {
    let (year, month) = (month.year(), month.month());
    format!("/{network}/termine?jahr={year}&monat={month}")
}

/// One gathering.
pub fn gathering(network: &str, slug: &str) -> String {
    format!("/{network}/termine/{slug}")
}

/// A page or act below a gathering.
pub fn below(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/{rest}")
}

/// Planning a new one.
pub fn plan(network: &str) -> String {
    format!("/{network}/termin-anlegen")
}

/// An agenda item, or something below it.
pub fn agenda_item(network: &str, slug: &str, item: AgendaItemId, rest: &str) -> String {
    format!("/{network}/termine/{slug}/tagesordnung/{item}{rest}")
}

/// A document, or something below it.
pub fn document(network: &str, slug: &str, document: DocumentId, rest: &str) -> String {
    format!("/{network}/termine/{slug}/dokumente/{document}{rest}")
}

/// The series.
pub fn series(network: &str) -> String {
    format!("/{network}/reihen")
}

/// A series at work.
pub fn series_edit(network: &str, series: SeriesId) -> String {
    format!("/{network}/reihen/{series}/bearbeiten")
}

/// Everything with a tag.
pub fn tag(network: &str, tag: &str) -> String {
    format!("/{network}/schlagworte/{}", base::slug(tag))
}

/// The page behind the link in a guest's mail; the room of invitations answers there.
pub fn reply(token: &str) -> String {
    format!("/antwort/{token}")
}
