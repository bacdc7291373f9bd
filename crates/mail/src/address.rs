//! Addresses: what is taken as one, and how a domain with umlauts travels.

use lettre::Address;

/// The text is no mail address that a server would take.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not a mail address")]
pub struct BadAddress {
    /// What was given.
    pub text: String,
}

/// Reads an address and turns its domain into ASCII: most servers take `xn--mller-kva.de`
/// and few take `müller.de`.
pub(crate) fn parse(text: &str) -> Result<Address, BadAddress> {
    let bad = || BadAddress {
        text: text.to_owned(),
    };
    if text.chars().any(|c| c.is_control() || c == '<' || c == '>') {
        return Err(bad());
    }
    let (user, domain) = text.rsplit_once('@').ok_or_else(bad)?;
    let domain = if domain.is_ascii() {
        domain.to_owned()
    } else {
        idna::domain_to_ascii(domain).map_err(|_| bad())?
    };
    Address::new(user, domain).map_err(|_| bad())
}

/// The domain of an address in ASCII and lower case.
pub fn domain_of(address: &str) -> Result<String, BadAddress> {
    Ok(parse(address)?.domain().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_with_umlaut_travels_as_ascii() {
        let address = parse("buero@müller-stiftung.de").unwrap();

        assert_eq!(address.to_string(), "buero@xn--mller-stiftung-gsb.de");
    }

    #[test]
    fn line_breaks_and_brackets_are_refused() {
        for text in [
            "a@b.de\r\nBcc: c@d.de",
            "a@b.de>",
            "a\n@b.de",
            "ab.de",
            "@b.de",
            "a@",
            "",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }
}
