//! The register's addresses.

use std::fmt::Display;

/// The page that asks for a mail address.
pub const SIGN_IN: &str = "/anmelden";
/// What everybody is told who asked for a link.
pub const SIGN_IN_SENT: &str = "/anmelden/gesendet";
/// Signing in with a password.
pub const SIGN_IN_PASSWORD: &str = "/anmelden/passwort";
/// A one-time link.
pub const SIGN_IN_LINK: &str = "/anmelden/link/{token}";
/// Signing out.
pub const SIGN_OUT: &str = "/abmelden";
/// One's own account.
pub const ACCOUNT: &str = "/konto";
/// One's own password.
pub const PASSWORD: &str = "/konto/passwort";
/// Taking one's own password away.
pub const PASSWORD_GONE: &str = "/konto/passwort/entfernen";
/// Ending one of one's own sessions.
pub const SESSION_END: &str = "/konto/sitzungen/{id}";
/// Ending all others of one's own sessions.
pub const SESSIONS_END: &str = "/konto/sitzungen";
/// The first run.
pub const SETUP: &str = "/einrichten";

/// A network's settings.
pub const SETTINGS: &str = "/{network}/einstellungen";
/// The texts of a network's mails.
pub const WORDINGS: &str = "/{network}/einstellungen/mailtexte";
/// The fields of work that a network offers.
pub const WORKS: &str = "/{network}/einstellungen/arbeitsfelder";
/// The fields of a network's own.
pub const FIELDS: &str = "/{network}/einstellungen/felder";
/// A new field of a network's own.
pub const FIELD_NEW: &str = "/{network}/einstellungen/feld-anlegen";
/// Changing a field of a network's own.
pub const FIELD_EDIT: &str = "/{network}/einstellungen/felder/{id}";
/// Closing a field of a network's own.
pub const FIELD_CLOSE: &str = "/{network}/einstellungen/felder/{id}/abschluss";
/// Opening a field of a network's own again.
pub const FIELD_REOPEN: &str = "/{network}/einstellungen/felder/{id}/wiederaufnahme";
/// To which network a network belongs, and which belong to it.
pub const BELONGING: &str = "/{network}/einstellungen/netzwerke";
/// Withdrawing what a network asks for, or ending that it belongs to another.
pub const BELONGING_END: &str = "/{network}/einstellungen/netzwerke/austritt";
/// Accepting a network that asks.
pub const PART_ACCEPT: &str = "/{network}/einstellungen/netzwerke/{id}/aufnahme";
/// Declining a network that asks, or ending that it belongs here.
pub const PART_END: &str = "/{network}/einstellungen/netzwerke/{id}/ende";
/// A network's colours.
pub const COLOURS: &str = "/{network}/farben.css";
/// A network's logo.
pub const LOGO: &str = "/{network}/logo";

/// A network's organisations.
pub const ORGANISATIONS: &str = "/{network}/organisationen";
/// Handing members their own records.
pub const ENTRUSTING: &str = "/{network}/organisationen-uebergabe";
/// A new organisation.
pub const ORGANISATION_NEW: &str = "/{network}/organisation-anlegen";
/// An organisation.
pub const ORGANISATION: &str = "/{network}/organisationen/{id}";
/// Changing an organisation.
pub const ORGANISATION_EDIT: &str = "/{network}/organisationen/{id}/bearbeiten";
/// Closing an organisation's record.
pub const ORGANISATION_CLOSE: &str = "/{network}/organisationen/{id}/abschluss";
/// Opening an organisation's record again.
pub const ORGANISATION_REOPEN: &str = "/{network}/organisationen/{id}/wiederaufnahme";
/// An organisation's logo.
pub const ORGANISATION_LOGO: &str = "/{network}/organisationen/{id}/logo";
/// What contacts changed at their own organisations.
pub const OWN_CHANGES: &str = "/{network}/organisationen/aenderungen";
/// Leaving a contact's change as it is.
pub const OWN_CHANGE_SEEN: &str = "/{network}/organisationen/aenderungen/{id}/gesehen";
/// Taking a contact's change back.
pub const OWN_CHANGE_BACK: &str = "/{network}/organisationen/aenderungen/{id}/ruecknahme";
/// The organisations that one speaks for.
pub const OWN: &str = "/{network}/meine-organisation";
/// Changing the record of an organisation that one speaks for.
pub const OWN_EDIT: &str = "/{network}/meine-organisation/{id}";
/// The regions that a network's organisations serve.
pub const REGIONS: &str = "/{network}/regionen";
/// A new membership.
pub const MEMBERSHIP_NEW: &str = "/{network}/organisationen/{id}/mitgliedschaft";
/// Changing a membership.
pub const MEMBERSHIP_EDIT: &str = "/{network}/mitgliedschaften/{id}/bearbeiten";
/// Ending a membership.
pub const MEMBERSHIP_END: &str = "/{network}/mitgliedschaften/{id}/ende";
/// Letting a membership go on.
pub const MEMBERSHIP_RESUME: &str = "/{network}/mitgliedschaften/{id}/wiederaufnahme";

/// A network's people.
pub const PEOPLE: &str = "/{network}/personen";
/// A new person.
pub const PERSON_NEW: &str = "/{network}/person-anlegen";
/// A person.
pub const PERSON: &str = "/{network}/personen/{id}";
/// Changing a person.
pub const PERSON_EDIT: &str = "/{network}/personen/{id}/bearbeiten";
/// Closing a person's record.
pub const PERSON_CLOSE: &str = "/{network}/personen/{id}/abschluss";
/// Opening a person's record again.
pub const PERSON_REOPEN: &str = "/{network}/personen/{id}/wiederaufnahme";
/// Giving a person an account.
pub const PERSON_ACCOUNT: &str = "/{network}/personen/{id}/konto";
/// Giving a person the office role.
pub const OFFICE_GIVE: &str = "/{network}/personen/{id}/geschaeftsstelle";
/// Taking the office role from a person.
pub const OFFICE_TAKE: &str = "/{network}/personen/{id}/geschaeftsstelle/ende";
/// A new function.
pub const FUNCTION_NEW: &str = "/{network}/personen/{id}/funktion";
/// Changing a function.
pub const FUNCTION_EDIT: &str = "/{network}/funktionen/{id}/bearbeiten";
/// Ending a function.
pub const FUNCTION_END: &str = "/{network}/funktionen/{id}/ende";
/// Letting a function go on.
pub const FUNCTION_RESUME: &str = "/{network}/funktionen/{id}/wiederaufnahme";

/// A network's groups.
pub const GROUPS: &str = "/{network}/gremien";
/// A new group.
pub const GROUP_NEW: &str = "/{network}/gremium-anlegen";
/// A group.
pub const GROUP: &str = "/{network}/gremien/{slug}";
/// Changing a group.
pub const GROUP_EDIT: &str = "/{network}/gremien/{slug}/bearbeiten";
/// Ending a group.
pub const GROUP_CLOSE: &str = "/{network}/gremien/{slug}/abschluss";
/// Taking a group up again.
pub const GROUP_REOPEN: &str = "/{network}/gremien/{slug}/wiederaufnahme";
/// Somebody new in a group.
pub const GROUP_JOIN: &str = "/{network}/gremien/{slug}/mitwirkung";
/// Ending somebody's part in a group.
pub const GROUP_LEAVE: &str = "/{network}/mitwirkungen/{id}/ende";
/// Letting somebody's part in a group go on.
pub const GROUP_REJOIN: &str = "/{network}/mitwirkungen/{id}/wiederaufnahme";

/// A network's mailing lists.
pub const MAILING_LISTS: &str = "/{network}/verteiler";
/// A new mailing list.
pub const MAILING_LIST_NEW: &str = "/{network}/verteiler-anlegen";
/// A mailing list.
pub const MAILING_LIST: &str = "/{network}/verteiler/{id}";
/// Changing a mailing list.
pub const MAILING_LIST_EDIT: &str = "/{network}/verteiler/{id}/bearbeiten";
/// Ending a mailing list.
pub const MAILING_LIST_CLOSE: &str = "/{network}/verteiler/{id}/abschluss";
/// Taking a mailing list up again.
pub const MAILING_LIST_REOPEN: &str = "/{network}/verteiler/{id}/wiederaufnahme";

/// Giving a function to somebody else.
pub const HANDOVER_NEW: &str = "/{network}/funktionen/{id}/nachfolge";
/// A function that went to somebody else, and what is left to do.
pub const HANDOVER: &str = "/{network}/nachfolgen/{id}";
/// Taking it back.
pub const HANDOVER_UNDO: &str = "/{network}/nachfolgen/{id}/ruecknahme";

/// Who may do what in a network.
pub const ROLES: &str = "/{network}/rollen";
/// Giving a role.
pub const ROLE_NEW: &str = "/{network}/rolle-vergeben";
/// Taking a role.
pub const ROLE_TAKE: &str = "/{network}/rollen/{id}/ende";
/// What was done in a network.
pub const JOURNAL: &str = "/{network}/journal";

/// An address below a network: the first place is the network, the second the record.
pub fn below(address: &str, network: &str, record: impl Display) -> String {
    address
        .replace("{network}", network)
        .replace("{id}", &record.to_string())
        .replace("{slug}", &record.to_string())
}

/// An address of a network that names no record.
pub fn of(address: &str, network: &str) -> String {
    address.replace("{network}", network)
}

/// The path of a one-time link.
pub fn sign_in_link(token: &str) -> String {
    SIGN_IN_LINK.replace("{token}", token)
}

/// The path that ends a session.
pub fn session_end(session: impl Display) -> String {
    SESSION_END.replace("{id}", &session.to_string())
}
