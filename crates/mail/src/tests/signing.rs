//! The signature. That it convinces others was tried with an implementation by others; the
//! snapshot keeps it that way, because an RSA signature of this kind is always the same.

use super::{ED25519, P256, RSA, RSA_PKCS1, RSA_SHORT, date, full_letter, small_letter};
use crate::{KeyFault, Signer, compose, read};

fn signer(pem: &str) -> Signer {
    Signer::new("example.org", "kreis", pem).unwrap()
}

#[test]
fn signed_small_letter_stays_the_same() {
    let raw = compose(&small_letter()).unwrap();

    let signed = signer(RSA).sign(&raw, date()).unwrap();

    assert!(signed.ends_with(&raw));
    let header = &signed[..signed.len() - raw.len()];
    insta::assert_snapshot!(
        String::from_utf8(header.to_vec())
            .unwrap()
            .replace('\r', "")
    );
}

#[test]
fn both_key_forms_sign_alike() {
    let raw = compose(&full_letter()).unwrap();

    let one = signer(RSA).sign(&raw, date()).unwrap();
    let other = signer(RSA_PKCS1).sign(&raw, date()).unwrap();

    assert_eq!(one, other);
}

#[test]
fn named_headers_are_all_signed_and_lines_stay_short() {
    for pem in [RSA, ED25519] {
        let raw = compose(&full_letter()).unwrap();

        let signed = signer(pem).sign(&raw, date()).unwrap();

        let header = String::from_utf8(signed[..signed.len() - raw.len()].to_vec()).unwrap();
        let names: String = header
            .split("h=")
            .nth(1)
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .into();
        let names: Vec<_> = names.split(':').map(str::trim).collect();
        for name in [
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "mime-version",
            "content-type",
            "list-unsubscribe",
            "list-unsubscribe-post",
        ] {
            assert!(names.contains(&name), "{name}");
        }
        assert_eq!(names.iter().filter(|name| **name == "from").count(), 2);
        assert!(header.lines().all(|line| line.len() <= 78), "{header}");
        assert_eq!(read(&signed), read(&raw));
    }
}

#[test]
fn record_carries_the_public_key() {
    let rsa = signer(RSA);
    let ed25519 = signer(ED25519);

    assert_eq!(rsa.record_name(), "kreis._domainkey.example.org");
    assert!(
        rsa.record_value()
            .starts_with("v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOC")
    );
    assert_eq!(rsa.rsa_bits(), Some(2048));
    let key = ed25519.record_value();
    assert_eq!(
        key.strip_prefix("v=DKIM1; k=ed25519; p=").unwrap().len(),
        44
    );
    assert_eq!(ed25519.rsa_bits(), None);
}

#[test]
fn unfit_keys_are_refused_with_the_reason() {
    let fault = |pem| Signer::new("example.org", "kreis", pem).err();

    assert_eq!(fault(RSA_SHORT), Some(KeyFault::TooShort { bits: 1024 }));
    assert_eq!(fault(P256), Some(KeyFault::Unsupported));
    assert_eq!(fault("no key"), Some(KeyFault::Unreadable));
    assert!(matches!(
        Signer::new("example.org; x=", "k", RSA),
        Err(KeyFault::Name(_))
    ));
    assert!(matches!(
        Signer::new("example.org", "", RSA),
        Err(KeyFault::Name(_))
    ));
}
