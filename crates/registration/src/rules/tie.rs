//! What ties somebody to a member organisation.

use base::OrganisationId;

/// How somebody belongs to a member organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The register knows the person with a function there.
    Person(OrganisationId),
    /// The mail address is of the organisation's domain.
    Domain(OrganisationId),
    /// The organisation's contact has to say so.
    Asked(OrganisationId),
}

impl Tie {
    /// The word in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person(_) => "person",
            Self::Domain(_) => "domain",
            Self::Asked(_) => "asked",
        }
    }

    /// The organisation.
    pub const fn organisation(self) -> OrganisationId {
        match self {
            Self::Person(it) | Self::Domain(it) | Self::Asked(it) => it,
        }
    }

    /// Whether it holds without anybody's word.
    pub const fn is_sure(self) -> bool {
        !matches!(self, Self::Asked(_))
    }
}

/// Where everybody can have an address: nothing follows from it.
const PUBLIC: [&str; 46] = [
    "gmail.com",
    "googlemail.com",
    "gmx.de",
    "gmx.net",
    "gmx.at",
    "gmx.ch",
    "gmx.com",
    "gmx.info",
    "web.de",
    "email.de",
    "t-online.de",
    "magenta.de",
    "freenet.de",
    "arcor.de",
    "aol.com",
    "aol.de",
    "yahoo.com",
    "yahoo.de",
    "ymail.com",
    "rocketmail.com",
    "hotmail.com",
    "hotmail.de",
    "outlook.com",
    "outlook.de",
    "live.com",
    "live.de",
    "msn.com",
    "icloud.com",
    "me.com",
    "mac.com",
    "posteo.de",
    "posteo.net",
    "posteo.org",
    "mailbox.org",
    "proton.me",
    "protonmail.com",
    "tutanota.com",
    "tutanota.de",
    "tuta.io",
    "online.de",
    "online.home",
    "kabelmail.de",
    "vodafone.de",
    "vodafonemail.de",
    "mail.de",
    "mail.com",
];

/// The domain of a mail address, in small letters.
pub fn domain_of(mail: &str) -> Option<String> {
    let (_, domain) = mail.trim().rsplit_once('@')?;
    let domain = domain.trim_end_matches('.').to_lowercase();
    (!domain.is_empty()).then_some(domain)
}

/// Whether everybody can have an address of this domain.
pub fn is_public_domain(domain: &str) -> bool {
    PUBLIC.contains(&domain)
}

/// The domain of a web address, without `www.`.
pub fn web_domain(address: &str) -> Option<String> {
    let rest = address.trim();
    let rest = rest.split_once("://").map_or(rest, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?.split(':').next()?.to_lowercase();
    let host = host.trim_start_matches("www.").trim_end_matches('.');
    host.contains('.').then(|| host.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_read_from_what_people_type() {
        assert_eq!(
            domain_of("A@Verein.Example").as_deref(),
            Some("verein.example")
        );
        assert_eq!(domain_of("nichts"), None);
        for typed in [
            "https://www.verein.example/seite",
            "verein.example",
            "HTTP://Verein.Example:80?x",
        ] {
            assert_eq!(
                web_domain(typed).as_deref(),
                Some("verein.example"),
                "{typed}"
            );
        }
        assert_eq!(web_domain("nichts"), None);
        assert!(is_public_domain("web.de") && !is_public_domain("verein.example"));
    }
}
