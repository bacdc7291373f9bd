//! Passkeys (Web Authentication): what a browser is asked, and whether its answer fits.

use axum::http::Uri;
use base::{AccountId, Fault, Halt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;
use webauthn_rs::prelude::{
    Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

/// Where passkeys of this installation belong.
pub(crate) struct Site {
    keys: Webauthn,
    /// The address under which browsers offer them.
    pub(crate) origin: String,
}

/// The site of a base address. Passkeys belong to names: this machine's own number stands for
/// `localhost`, and any other number has none.
pub(crate) fn site(base_url: &str) -> Option<Site> {
    let uri: Uri = base_url.parse().ok()?;
    let scheme = uri.scheme_str()?;
    let host = match uri.host()? {
        "127.0.0.1" | "[::1]" => "localhost",
        other => other,
    };
    let is_number = host.starts_with('[') || host.parse::<std::net::IpAddr>().is_ok();
    if is_number {
        return None;
    }
    let port = uri.port_u16().map(|port| format!(":{port}"));
    let origin = format!("{scheme}://{host}{}", port.unwrap_or_default());
    let url: Url = origin.parse().ok()?;
    let keys = WebauthnBuilder::new(host, &url).ok()?.rp_name(host).build();
    Some(Site {
        keys: keys.ok()?,
        origin,
    })
}

/// What the browser is asked, and what is kept until it answers.
pub(crate) struct Asked {
    pub(crate) question: Value,
    pub(crate) state: String,
}

fn wrong() -> Halt {
    Halt::no("sign-in-fault-passkey")
}

/// A key as the database keeps it: public halves alone.
fn kept<T: Serialize>(what: &T) -> Result<String, Fault> {
    serde_json::to_string(what).map_err(|cause| Fault::because("write a passkey down", cause))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|cause| Fault::because("read a passkey", cause))
}

/// An answer comes from outside; what is none is refused.
fn answer<T: DeserializeOwned>(text: &str) -> Result<T, Halt> {
    serde_json::from_str(text).map_err(|_| wrong())
}

fn asked<T: Serialize, S: Serialize>(question: &T, state: &S) -> Result<Asked, Fault> {
    let question = serde_json::to_value(question)
        .map_err(|cause| Fault::because("ask for a passkey", cause))?;
    Ok(Asked {
        question,
        state: kept(state)?,
    })
}

impl Site {
    /// Asks for a new key of an account, other than those that it has.
    pub(crate) fn ask_for_new(
        &self,
        account: AccountId,
        (mail, name): (&str, &str),
        there: &[String],
    ) -> Result<Asked, Fault> {
        let mut known = Vec::new();
        for key in there {
            known.push(read::<Passkey>(key)?.cred_id().clone());
        }
        let (question, state) = self
            .keys
            .start_passkey_registration(Uuid::from(account), mail, name, Some(known))
            .map_err(|cause| Fault::because("ask for a passkey", cause))?;
        asked(&question, &state)
    }

    /// The key that answers; as it is to be kept.
    ///
    /// # Errors
    /// Refused where the answer does not fit.
    pub(crate) fn new_key(&self, state: &str, said: &str) -> Result<String, Halt> {
        let state: PasskeyRegistration = read(state)?;
        let said: RegisterPublicKeyCredential = answer(said)?;
        let key = self
            .keys
            .finish_passkey_registration(&said, &state)
            .map_err(|cause| {
                tracing::info!(%cause, "a new passkey is refused");
                wrong()
            })?;
        Ok(kept(&key)?)
    }

    /// Asks for one of these keys.
    pub(crate) fn ask_for_known(&self, there: &[String]) -> Result<Asked, Fault> {
        let mut keys = Vec::new();
        for key in there {
            keys.push(read::<Passkey>(key)?);
        }
        let (question, state) = self
            .keys
            .start_passkey_authentication(&keys)
            .map_err(|cause| Fault::because("ask for a passkey", cause))?;
        asked(&question, &state)
    }

    /// Which of these keys answers: its place, and the key as it is to be kept from now on.
    ///
    /// # Errors
    /// Refused where the answer fits none.
    pub(crate) fn known_key(
        &self,
        state: &str,
        said: &str,
        there: &[String],
    ) -> Result<(usize, String), Halt> {
        let state: PasskeyAuthentication = read(state)?;
        let said: PublicKeyCredential = answer(said)?;
        let result = self
            .keys
            .finish_passkey_authentication(&said, &state)
            .map_err(|cause| {
                tracing::info!(%cause, "a passkey is refused");
                wrong()
            })?;
        for (place, key) in there.iter().enumerate() {
            let mut key: Passkey = read(key)?;
            if key.update_credential(&result).is_some() {
                return Ok((place, kept(&key)?));
            }
        }
        Err(wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_belong_to_names() {
        for (base, origin) in [
            (
                "https://kreis.example.org",
                Some("https://kreis.example.org"),
            ),
            ("http://127.0.0.1:8080", Some("http://localhost:8080")),
            ("http://localhost:8080", Some("http://localhost:8080")),
            ("https://192.0.2.7", None),
            ("https://[2001:db8::1]", None),
        ] {
            let found = site(base).map(|site| site.origin);
            assert_eq!(found.as_deref(), origin, "{base}");
        }
    }
}
