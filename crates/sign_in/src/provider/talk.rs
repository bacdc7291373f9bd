//! What is said to a provider and what is believed of its answers.

use chrono::{DateTime, Utc};
use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType,
    CoreGenderClaim, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm,
    CoreProviderMetadata, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AuthorizationCode, ClaimsVerificationError, Client, ClientId, ClientSecret,
    CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields,
    IssuerUrl, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl,
    RequestTokenError, Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse,
    UserInfoClaims,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::wire::Wire;
use super::{Flow, Provider};

/// Everything that a provider says beside the usual.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Beside {
    #[serde(flatten)]
    claims: Map<String, Value>,
}

impl AdditionalClaims for Beside {}

type Fields = IdTokenFields<
    Beside,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;
type Answer = StandardTokenResponse<Fields, CoreTokenType>;
type OurClient = Client<
    Beside,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Answer,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The provider does not answer, or says nothing of use.
    Silent,
    /// What it says is not to be believed.
    Unbelieved,
}

/// What a provider says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Who it is there, for ever.
    pub(crate) subject: String,
    /// The mail address, where the provider vouches for it.
    pub(crate) mail: Option<String>,
    /// The groups.
    pub(crate) groups: Vec<String>,
}

/// The address at the provider's where somebody signs in.
pub(crate) async fn begin(
    provider: &Provider,
    (redirect, flow): (&str, &Flow),
    now: Timestamp,
) -> Result<String, Refusal> {
    let (state, nonce) = (flow.state.clone(), flow.nonce.clone());
    let verifier = PkceCodeVerifier::new(flow.verifier.clone());
    let client = client(provider, metadata(provider, now).await?, redirect)?;
    let way = client
        .authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            move || CsrfToken::new(state),
            move || Nonce::new(nonce),
        )
        .add_scopes(provider.scopes.iter().cloned().map(Scope::new))
        .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
    Ok(way.url().0.to_string())
}

/// Redeems the code that came back and says whose it is.
pub(crate) async fn redeem(
    provider: &Provider,
    (redirect, flow): (&str, &Flow),
    code: String,
    now: Timestamp,
) -> Result<Seen, Refusal> {
    let wire = wire(provider)?;
    let client = client(provider, metadata(provider, now).await?, redirect)?;
    let answer = client
        .exchange_code(AuthorizationCode::new(code))
        .map_err(|cause| silent(&cause))?
        .set_pkce_verifier(PkceCodeVerifier::new(flow.verifier.clone()))
        .request_async(&wire)
        .await
        .map_err(|cause| match cause {
            RequestTokenError::Request(cause) => silent(&cause),
            RequestTokenError::ServerResponse(_) => unbelieved("the code is not taken"),
            RequestTokenError::Parse(..) | RequestTokenError::Other(_) => {
                unbelieved("the answer is not understood")
            }
        })?;
    let nonce = Nonce::new(flow.nonce.clone());
    let mut seen = match said(&client, &answer, (&nonce, now)) {
        // Keys are renewed now and then; what was signed with a new one needs the new ones.
        Err(Doubt::Signature) => {
            let renewed = fresh(provider, now).await?;
            let client = self::client(provider, renewed, redirect)?;
            said(&client, &answer, (&nonce, now))
                .map_err(|_| unbelieved("the signature is wrong"))?
        }
        Err(Doubt::Other) => return Err(Refusal::Unbelieved),
        Ok(said) => said,
    };
    if let Some(more) = more(&client, &answer, &seen, &wire).await? {
        seen.add(&more);
    }
    Ok(seen.told(provider))
}

fn silent(cause: &dyn std::error::Error) -> Refusal {
    let mut story = cause.to_string();
    let mut below = cause.source();
    while let Some(error) = below {
        story = format!("{story}: {error}");
        below = error.source();
    }
    tracing::warn!(story, "a provider of sign-in does not answer");
    Refusal::Silent
}

fn unbelieved(why: &str) -> Refusal {
    tracing::warn!(why, "what a provider of sign-in said is not believed");
    Refusal::Unbelieved
}

fn wire(provider: &Provider) -> Result<Wire, Refusal> {
    Wire::to(&provider.issuer).ok_or(Refusal::Silent)
}

/// What the provider says of itself (OpenID Connect Discovery 1.0), asked for now and then.
async fn metadata(provider: &Provider, now: Timestamp) -> Result<CoreProviderMetadata, Refusal> {
    match provider.known.get(now) {
        Some(known) => Ok(known),
        None => fresh(provider, now).await,
    }
}

async fn fresh(provider: &Provider, now: Timestamp) -> Result<CoreProviderMetadata, Refusal> {
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(|cause| silent(&cause))?;
    let wire = wire(provider)?;
    let metadata = CoreProviderMetadata::discover_async(issuer, &wire)
        .await
        .map_err(|cause| silent(&cause))?;
    provider.known.put(now, metadata.clone());
    Ok(metadata)
}

fn client(
    provider: &Provider,
    metadata: CoreProviderMetadata,
    redirect: &str,
) -> Result<OurClient, Refusal> {
    let redirect = RedirectUrl::new(redirect.to_owned()).map_err(|cause| silent(&cause))?;
    let id = ClientId::new(provider.client_id.clone());
    let secret = provider.secret.clone().map(ClientSecret::new);
    Ok(OurClient::from_provider_metadata(metadata, id, secret).set_redirect_uri(redirect))
}

/// Why a token is not believed.
enum Doubt {
    Signature,
    Other,
}

/// What counts as signed: by a key of the provider, never by a secret that we share.
const SIGNED: [CoreJwsSigningAlgorithm; 8] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
];

/// What is known of a person so far.
struct Said {
    subject: openidconnect::SubjectIdentifier,
    mail: Option<String>,
    is_verified: Option<bool>,
    claims: Map<String, Value>,
}

/// What the token says, once issuer, audience, term, nonce and signature are right
/// (OpenID Connect Core, section 3.1.3.7).
fn said(
    client: &OurClient,
    answer: &Answer,
    (nonce, now): (&Nonce, Timestamp),
) -> Result<Said, Doubt> {
    let Some(token) = answer.id_token() else {
        unbelieved("there is no ID token");
        return Err(Doubt::Other);
    };
    let now = DateTime::<Utc>::from_timestamp(now.as_second(), 0).unwrap_or_default();
    let verifier = client
        .id_token_verifier()
        .set_allowed_algs(SIGNED)
        .set_time_fn(move || now);
    let claims = token
        .claims(&verifier, nonce)
        .map_err(|cause| match cause {
            ClaimsVerificationError::SignatureVerification(_) => Doubt::Signature,
            other => {
                tracing::warn!(why = %other, "what a provider of sign-in said is not believed");
                Doubt::Other
            }
        })?;
    Ok(Said {
        subject: claims.subject().clone(),
        mail: claims.email().map(|it| it.as_str().to_owned()),
        is_verified: claims.email_verified(),
        claims: claims.additional_claims().claims.clone(),
    })
}

type More = UserInfoClaims<Beside, CoreGenderClaim>;

/// What the provider says where the token is short (OpenID Connect Core, section 5.3); only of
/// the same person.
async fn more(
    client: &OurClient,
    answer: &Answer,
    said: &Said,
    wire: &Wire,
) -> Result<Option<More>, Refusal> {
    let token = answer.access_token().clone();
    let Ok(question) = client.user_info(token, Some(said.subject.clone())) else {
        return Ok(None);
    };
    let more: Result<More, _> = question.request_async(wire).await;
    match more {
        Ok(more) => Ok(Some(more)),
        Err(openidconnect::UserInfoError::Request(cause)) => Err(silent(&cause)),
        Err(_) => Err(unbelieved("what it says of the person is of somebody else")),
    }
}

impl Said {
    fn add(&mut self, more: &More) {
        if self.mail.is_none() {
            self.mail = more.email().map(|it| it.as_str().to_owned());
            self.is_verified = more.email_verified();
        }
        for (name, value) in &more.additional_claims().claims {
            self.claims
                .entry(name.clone())
                .or_insert_with(|| value.clone());
        }
    }

    fn told(self, provider: &Provider) -> Seen {
        let is_right = self.is_verified.unwrap_or(provider.vouches_for_mail);
        let groups = self.claims.get(&provider.groups_claim);
        Seen {
            subject: self.subject.as_str().to_owned(),
            mail: self.mail.filter(|_| is_right),
            groups: groups.map(words).unwrap_or_default(),
        }
    }
}

/// A list of words, or the one word that some providers send in its place.
fn words(value: &Value) -> Vec<String> {
    match value {
        Value::String(word) => vec![word.clone()],
        Value::Array(words) => {
            let words = words.iter().filter_map(Value::as_str);
            words.map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}
