//! The addresses of workshops.

/// Who has chosen what at a gathering, for its office.
pub const LIST: &str = "/{network}/termine/{slug}/anmeldungen/workshops";
/// The same for a spreadsheet.
pub const LIST_CSV: &str = "/{network}/termine/{slug}/anmeldungen/workshops.csv";
/// The list of one workshop on paper.
pub const LIST_PDF: &str = "/{network}/termine/{slug}/anmeldungen/workshops/{slot}/liste.pdf";
/// Choosing through one's own link; POST writes it down.
pub const OWN: &str = "/anmeldung/{token}/workshops";

/// Who has chosen what, or something that follows its address.
pub fn list(network: &str, slug: &str, rest: &str) -> String {
    format!("/{network}/termine/{slug}/anmeldungen/workshops{rest}")
}

/// The public form of a gathering, where one registers.
pub fn below(network: &str, slug: &str) -> String {
    crate::links::desk(network, slug, "")
}

/// Choosing through one's own link.
pub fn own(token: &str) -> String {
    format!("/anmeldung/{token}/workshops")
}
