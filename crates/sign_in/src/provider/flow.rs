//! One sign-in on its way through a provider. It lies in a cookie of the browser that began it
//! and nowhere else, so that no other browser can end it, and no address can.

use axum::http::{HeaderMap, HeaderName, header};
use base::{Lang, Moment};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use shell::App;

/// How long somebody may take at the provider's.
const FLOW_LIVES_SECONDS: i64 = 15 * 60;

/// What must come back as it went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Flow {
    /// The provider's word.
    pub(crate) provider: String,
    /// Comes back in the address (RFC 6749, section 10.12).
    pub(crate) state: String,
    /// Comes back in what the provider signs (OpenID Connect Core, section 15.5.2).
    pub(crate) nonce: String,
    /// Proves that who began is who redeems the code (PKCE, RFC 7636).
    pub(crate) verifier: String,
    /// Where to go then.
    pub(crate) onward: String,
    /// Whether in English.
    pub(crate) is_english: bool,
}

impl Flow {
    /// A fresh one.
    pub(crate) fn new(moment: &mut Moment, provider: &str, (onward, lang): (&str, Lang)) -> Self {
        let mut secret = || URL_SAFE_NO_PAD.encode(moment.secret());
        Self {
            provider: provider.to_owned(),
            state: secret(),
            nonce: secret(),
            verifier: secret(),
            onward: onward.to_owned(),
            is_english: lang == Lang::En,
        }
    }

    /// The language of whoever began.
    pub(crate) const fn lang(&self) -> Lang {
        if self.is_english { Lang::En } else { Lang::De }
    }

    /// The cookie that keeps it.
    pub(crate) fn cookie(&self, app: &App) -> (HeaderName, String) {
        let json = serde_json::to_vec(self).unwrap_or_default();
        cookie(app, &URL_SAFE_NO_PAD.encode(json), FLOW_LIVES_SECONDS)
    }

    /// The one of a request.
    pub(crate) fn of(app: &App, headers: &HeaderMap) -> Option<Self> {
        let name = name(app);
        let cookies = headers.get_all(header::COOKIE).iter();
        let value = cookies
            .filter_map(|it| it.to_str().ok())
            .flat_map(|it| it.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find_map(|(key, value)| (key == name).then(|| value.to_owned()))?;
        let json = URL_SAFE_NO_PAD.decode(value).ok()?;
        serde_json::from_slice(&json).ok()
    }

    /// The cookie that forgets any.
    pub(crate) fn forgotten(app: &App) -> (HeaderName, String) {
        cookie(app, "", 0)
    }
}

/// With the prefix that keeps neighbours below the same domain from setting it, as sessions.
fn name(app: &App) -> &'static str {
    if app.settings.is_https() {
        "__Host-kreis_provider"
    } else {
        "kreis_provider"
    }
}

/// It must come along when the provider sends the browser back, so it is lax and not strict.
fn cookie(app: &App, value: &str, age: i64) -> (HeaderName, String) {
    let secure = if app.settings.is_https() {
        "; Secure"
    } else {
        ""
    };
    let name = name(app);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}");
    (header::SET_COOKIE, cookie)
}
