//! Certificates of attendance, each with the code by which others may check it.

use serde::Serialize;

use super::{Facts, Letterhead};

/// The certificates of one gathering; each is a page.
#[derive(Clone, Debug, Serialize)]
pub struct CertificatesPaper {
    /// Who certifies.
    pub letterhead: Letterhead,
    /// The document's title.
    pub title: String,
    /// The gathering.
    pub facts: Facts,
    /// The certificates.
    pub certificates: Vec<Certificate>,
}

/// What is certified to one person.
#[derive(Clone, Debug, Serialize)]
pub struct Certificate {
    /// Who took part.
    pub name: String,
    /// For whom the person came.
    pub organisation: Option<String>,
    /// Place and date of the certificate.
    pub place_and_date: String,
    /// The code by which it is checked.
    pub code: String,
    /// The address of the page that checks it.
    pub address: String,
}
