//! The DKIM signature (RFC 6376, RFC 8463): by it a receiving server knows that the mail
//! comes from who it says and that nobody changed it.
//!
//! Written here and not taken from the mail library: that one asks the clock itself, reads
//! only PKCS#1 keys (openssl writes PKCS#8) and signs with an RSA code whose timing leaks.
//! The key work is done by the code that also does TLS.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::STANDARD};
use jiff::Timestamp;
use rustls::{
    SignatureScheme,
    crypto::ring::sign::any_supported_type,
    pki_types::{PrivateKeyDer, pem::PemObject},
    sign::SigningKey,
};
use sha2::{Digest, Sha256};

use crate::{
    canonical::{chosen, fields, is_named, relaxed_body, relaxed_field, split},
    der,
    settings::{DkimSettings, SettingsFault, read_file},
};

/// Headers that get signed as often as they are there.
const SIGNED: &[&str] = &[
    "from",
    "to",
    "subject",
    "date",
    "message-id",
    "reply-to",
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "auto-submitted",
    "in-reply-to",
    "references",
    "list-unsubscribe",
    "list-unsubscribe-post",
];

/// Headers that are named once more than they are there, so that nobody can add a second
/// one on the way without breaking the signature.
const SEALED: &[&str] = &["from", "to", "subject", "reply-to"];

/// The shortest RSA key that receivers should accept (RFC 8301 asks for it).
pub(crate) const LEAST_BITS: usize = 2048;

/// Why a private key can't sign.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// There is no private key in the text, or it is damaged.
    #[error("no readable PEM private key")]
    Unreadable,
    /// The key is shorter than 2048 bits.
    #[error("the RSA key has {bits} bits, at least {LEAST_BITS} are needed")]
    TooShort {
        /// How many it has.
        bits: usize,
    },
    /// It is neither RSA (2048 to 4096 bits) nor Ed25519.
    #[error("the key is neither RSA of 2048 to 4096 bits nor Ed25519")]
    Unsupported,
    /// Domain or selector can't stand in a DNS name.
    #[error("{0:?} cannot be a DKIM domain or selector")]
    Name(String),
    /// The key refused to sign.
    #[error("the key does not sign: {0}")]
    Signing(String),
}

/// What stands before the 32 octets of an Ed25519 key in PKCS#8 (RFC 8410).
const BEFORE_SEED: [u8; 16] = [
    0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
];

/// A private key made of 32 dice, as PEM.
pub fn ed25519_key(seed: &[u8; 32]) -> String {
    let der = [&BEFORE_SEED[..], seed].concat();
    let text = STANDARD.encode(der);
    format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n")
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Rsa { bits: usize },
    Ed25519,
}

/// Signs mails for one domain. Read the key once and keep the signer.
#[derive(Debug, Clone)]
pub struct Signer {
    domain: String,
    selector: String,
    algorithm: Algorithm,
    key: Arc<dyn SigningKey>,
}

impl Signer {
    /// A signer for `domain` with the private key in `pem` (PKCS#8, or PKCS#1 for RSA).
    pub fn new(domain: &str, selector: &str, pem: &str) -> Result<Self, KeyFault> {
        let domain = dns_name(domain)?;
        let selector = dns_name(selector)?;
        let der =
            PrivateKeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| KeyFault::Unreadable)?;
        let bits = der::rsa_bits(der.secret_der());
        if let Some(bits) = bits.filter(|bits| *bits < LEAST_BITS) {
            return Err(KeyFault::TooShort { bits });
        }
        let key = any_supported_type(&der).map_err(|_| KeyFault::Unsupported)?;
        let algorithm = match bits {
            Some(bits) => Algorithm::Rsa { bits },
            None if key.choose_scheme(&[SignatureScheme::ED25519]).is_some() => Algorithm::Ed25519,
            None => return Err(KeyFault::Unsupported),
        };
        Ok(Self {
            domain,
            selector,
            algorithm,
            key,
        })
    }

    /// Reads the key file that the settings name.
    pub fn from_settings(settings: &DkimSettings) -> Result<Self, SettingsFault> {
        let pem = read_file(&settings.key_file)?;
        Ok(Self::new(&settings.domain, &settings.selector, &pem)?)
    }

    /// The domain that vouches.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// How many bits the RSA key has; `None` for Ed25519.
    pub fn rsa_bits(&self) -> Option<usize> {
        match self.algorithm {
            Algorithm::Rsa { bits } => Some(bits),
            Algorithm::Ed25519 => None,
        }
    }

    /// The name of the TXT record that the operator must publish.
    pub fn record_name(&self) -> String {
        format!("{}._domainkey.{}", self.selector, self.domain)
    }

    /// The text of that record.
    pub fn record_value(&self) -> String {
        let spki = self.key.public_key();
        let spki = spki.as_ref().map_or(&[][..], |key| key.as_ref());
        let (kind, key) = match self.algorithm {
            Algorithm::Rsa { .. } => ("rsa", spki),
            // RFC 8463 wants the bare 32 octets, which stand at the end.
            Algorithm::Ed25519 => ("ed25519", spki.last_chunk::<32>().map_or(spki, |key| key)),
        };
        format!("v=DKIM1; k={kind}; p={}", STANDARD.encode(key))
    }

    /// The mail with the signature in front. The same mail and the same instant give the
    /// same bytes.
    pub fn sign(&self, raw: &[u8], at: Timestamp) -> Result<Vec<u8>, KeyFault> {
        let (head, body) = split(raw);
        let fields = fields(head);
        let names = names_to_sign(&fields);
        let unsigned = self.unsigned_header(&names, body, at);
        let mut signed_text = chosen(&fields, &names);
        signed_text.extend(relaxed_field(unsigned.as_bytes()));
        let signature = self.raw_signature(&signed_text)?;

        let mut out = unsigned.into_bytes();
        for chunk in STANDARD.encode(signature).as_bytes().chunks(72) {
            out.extend_from_slice(b"\r\n\t");
            out.extend_from_slice(chunk);
        }
        out.extend_from_slice(b"\r\n");
        out.extend_from_slice(raw);
        Ok(out)
    }

    fn unsigned_header(&self, names: &[&str], body: &[u8], at: Timestamp) -> String {
        let algorithm = match self.algorithm {
            Algorithm::Rsa { .. } => "rsa-sha256",
            Algorithm::Ed25519 => "ed25519-sha256",
        };
        let body_hash = STANDARD.encode(Sha256::digest(relaxed_body(body)));
        format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed;\r\n\td={domain};\r\n\t\
             s={selector}; t={seconds};\r\n\th={names};\r\n\tbh={body_hash};\r\n\tb=",
            domain = self.domain,
            selector = self.selector,
            seconds = at.as_second(),
            names = folded(names),
        )
    }

    fn raw_signature(&self, text: &[u8]) -> Result<Vec<u8>, KeyFault> {
        let refused = || KeyFault::Signing("no matching scheme".to_owned());
        let result = match self.algorithm {
            Algorithm::Rsa { .. } => self
                .key
                .choose_scheme(&[SignatureScheme::RSA_PKCS1_SHA256])
                .ok_or_else(refused)?
                .sign(text),
            // Ed25519 in DKIM signs the hash, not the text (RFC 8463, section 3).
            Algorithm::Ed25519 => self
                .key
                .choose_scheme(&[SignatureScheme::ED25519])
                .ok_or_else(refused)?
                .sign(&Sha256::digest(text)),
        };
        result.map_err(|error| KeyFault::Signing(error.to_string()))
    }
}

fn dns_name(text: &str) -> Result<String, KeyFault> {
    let bad = || KeyFault::Name(text.to_owned());
    let ascii = idna::domain_to_ascii(text).map_err(|_| bad())?;
    let plain = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    if ascii.len() <= 253 && ascii.split('.').all(plain) {
        Ok(ascii)
    } else {
        Err(bad())
    }
}

fn names_to_sign(fields: &[Vec<u8>]) -> Vec<&'static str> {
    let mut names = Vec::new();
    for name in SIGNED {
        let there = fields.iter().filter(|field| is_named(field, name)).count();
        let seal = usize::from(SEALED.contains(name));
        names.extend(std::iter::repeat_n(*name, there + seal));
    }
    names
}

fn folded(names: &[&str]) -> String {
    let mut out = String::new();
    let mut width = 0;
    for (index, name) in names.iter().enumerate() {
        if index > 0 {
            out.push(':');
        }
        width += name.len() + 1;
        if width > 70 {
            out.push_str("\r\n\t");
            width = name.len() + 1;
        }
        out.push_str(name);
    }
    out
}
