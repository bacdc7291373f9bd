//! The addresses of feedback; where it is given and where it is read are registration's to name,
//! because its mails lead there.

/// What was said of a gathering.
pub const RESULTS: &str = registration::links::FEEDBACK;
/// What is asked; POST writes it down.
pub const SETTINGS: &str = "/{network}/termine/{slug}/rueckmeldung/einrichten";
/// The questions as participants will see them.
pub const PREVIEW: &str = "/{network}/termine/{slug}/rueckmeldung/vorschau";
/// Opening or closing it.
pub const STATE: &str = "/{network}/termine/{slug}/rueckmeldung/stand";
/// What was said, as a file.
pub const CSV: &str = "/{network}/termine/{slug}/rueckmeldung/ergebnisse.csv";
/// Answering, behind one's own link.
pub const OWN: &str = registration::links::OWN_FEEDBACK;

/// What was said of a gathering, or something below it.
pub fn results(network: &str, slug: &str, rest: &str) -> String {
    registration::links::feedback(network, slug, rest)
}

/// Answering, behind one's own link.
pub fn own(token: &str) -> String {
    registration::links::own_feedback(token)
}
