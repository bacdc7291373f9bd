//! Impressum, privacy notice, accessibility statement and what offices add to them.

use askama::Template;
use register::Network;
use shell::{Fields, Link, Page};

/// Who answers for a page: a network's office, or the operator of the installation.
pub struct Responsible {
    /// The body's name.
    pub name: String,
    /// Its postal address, in lines.
    pub address: Vec<String>,
    /// Its telephone number.
    pub phone: String,
    /// Its mail address.
    pub mail: String,
    /// The Land that it is in, as the last two letters of ISO 3166-2:DE.
    pub land: String,
    /// Whether anything is known that a reader could write to.
    pub is_known: bool,
}

impl Responsible {
    /// A network's office.
    pub fn office(network: &Network) -> Self {
        let name = if network.office_name.is_empty() {
            &network.name
        } else {
            &network.office_name
        };
        Self {
            name: name.clone(),
            address: super::lines(&network.office_address),
            phone: network.office_phone.clone(),
            mail: network.office_mail.clone(),
            land: network.land.clone(),
            is_known: !network.office_address.trim().is_empty() && !network.office_mail.is_empty(),
        }
    }

    /// The operator, of whom the program knows a mail address alone.
    pub fn operator(name: &str, mail: &str) -> Self {
        Self {
            name: name.to_owned(),
            address: Vec::new(),
            phone: String::new(),
            mail: mail.to_owned(),
            land: String::new(),
            is_known: false,
        }
    }
}

/// A text of the office's own, in the language that it is written in.
pub struct OwnText {
    /// As HTML; empty where nothing was written.
    pub html: String,
    /// Its language where it is not the page's.
    pub lang: Option<&'static str>,
}

/// The Impressum.
#[derive(Template)]
#[template(path = "publishing/imprint.html")]
pub struct ImprintPage {
    /// The page.
    pub page: Page,
    /// Who answers for it.
    pub responsible: Responsible,
    /// The office's or operator's own text.
    pub own: OwnText,
    /// The networks with an Impressum of their own.
    pub networks: Vec<Link>,
    /// What the office should add, with the page to do it.
    pub warning: Option<Link>,
}

/// The privacy notice.
#[derive(Template)]
#[template(path = "publishing/privacy.html")]
pub struct PrivacyPage {
    /// The page.
    pub page: Page,
    /// Who answers for it.
    pub responsible: Responsible,
    /// What the office or operator adds.
    pub own: OwnText,
    /// What the operator says of the server.
    pub server: OwnText,
    /// What other rooms say here: the versions of the office's notice.
    pub panels: Vec<String>,
    /// The authority of the Land that one can complain to.
    pub authority: String,
    /// Whether this is the demo.
    pub is_demo: bool,
    /// The networks with a notice of their own.
    pub networks: Vec<Link>,
    /// What the office should add, with the page to do it.
    pub warning: Option<Link>,
}

/// The accessibility statement.
#[derive(Template)]
#[template(path = "publishing/accessibility.html")]
pub struct AccessibilityPage {
    /// The page.
    pub page: Page,
    /// Who answers for it.
    pub responsible: Responsible,
    /// What the office or operator adds.
    pub own: OwnText,
    /// Whom one can turn to where the office does not answer.
    pub enforcement: OwnText,
    /// What the office should add, with the page to do it.
    pub warning: Option<Link>,
}

/// The form of the own texts.
#[derive(Template)]
#[template(path = "publishing/texts_form.html")]
pub struct TextsForm {
    /// The page.
    pub page: Page,
    /// Its fields.
    pub fields: Fields,
    /// Where it goes.
    pub action: String,
    /// Where one goes without saving.
    pub cancel_href: String,
    /// Whether the Impressum is written here too (of the installation).
    pub with_imprint: bool,
}
