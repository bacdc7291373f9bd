//! The sections `[sign_in.provider.WORD]`: as many as there are words.

use std::path::{Path, PathBuf};

use base::access::Role;
use base::{Blame, Halt};
use serde::Deserialize;
use sign_in::{GroupRole, Known, Provider as Ready};
use toml::{Table, Value};

use super::faults::is_loopback;
use super::kinds::first_line;

/// One provider of sign-in as it is set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Its word in addresses; the section's own name.
    #[serde(skip)]
    pub word: String,
    /// What its button says.
    pub name: String,
    /// Its own address.
    pub issuer: String,
    /// How it knows us.
    pub client_id: String,
    /// The file whose first line is the secret that it gave us.
    pub client_secret_file: Option<PathBuf>,
    /// The claim that lists somebody's groups.
    #[serde(default = "usual_claim")]
    pub groups_claim: String,
    /// What is asked for beside `openid`.
    #[serde(default = "usual_scopes")]
    pub scopes: Vec<String>,
    /// Whether it asks for a second factor itself.
    #[serde(default)]
    pub asks_second_factor: bool,
    /// Whether its mail addresses are right though it does not say so.
    #[serde(default)]
    pub vouches_for_mail: bool,
    /// Which groups give which roles.
    #[serde(default)]
    pub roles: Vec<RoleOfGroup>,
}

/// A group that gives a role.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleOfGroup {
    /// The group, as the provider calls it.
    pub group: String,
    /// The network's first path segment.
    pub network: String,
    /// The role's word.
    pub role: String,
}

fn usual_claim() -> String {
    "groups".to_owned()
}

fn usual_scopes() -> Vec<String> {
    ["email", "profile"].map(str::to_owned).into()
}

/// The roles that a group can give: those that an office gives by hand.
const GIVEN: [Role; 1] = [Role::Office];

/// Takes the providers out of the file's table, and says what is wrong with them.
pub(super) fn taken(table: &mut Table) -> (Vec<Provider>, Vec<Blame>) {
    let sign_in = table.get_mut("sign_in").and_then(Value::as_table_mut);
    let Some(found) = sign_in.and_then(|it| it.remove("provider")) else {
        return (Vec::new(), Vec::new());
    };
    let Value::Table(found) = found else {
        return (
            Vec::new(),
            vec![Blame::at("sign_in.provider", "config-unknown")],
        );
    };
    let (mut providers, mut faults) = (Vec::new(), Vec::new());
    for (word, value) in found {
        let place = format!("sign_in.provider.{word}");
        match value.try_into::<Provider>() {
            Ok(provider) => {
                let provider = Provider { word, ..provider };
                faults.extend(flaws(&place, &provider));
                providers.push(provider);
            }
            Err(cause) => {
                faults.push(Blame::at(place, "config-wrong").with("reason", cause.message()));
            }
        }
    }
    (providers, faults)
}

fn flaws(place: &str, it: &Provider) -> Vec<Blame> {
    let mut flaws = Vec::new();
    if !is_word(&it.word) {
        flaws.push(Blame::at(place, "config-provider-word"));
    }
    if !is_issuer(&it.issuer) {
        flaws.push(Blame::at(format!("{place}.issuer"), "config-issuer"));
    }
    let words = GIVEN.map(Role::word);
    if !it
        .roles
        .iter()
        .all(|role| words.contains(&role.role.as_str()))
    {
        let blame = Blame::at(format!("{place}.roles"), "config-choice");
        flaws.push(blame.with("choices", words.join(", ")));
    }
    flaws
}

fn is_word(text: &str) -> bool {
    let plain = |it: char| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-';
    !text.is_empty() && text.len() <= 40 && text.chars().all(plain)
}

/// Codes and keys travel encrypted, unless they stay on this machine.
fn is_issuer(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let host = rest.split('/').next().unwrap_or_default();
    let is_plain = !text.contains(['?', '#', ' ']) && !host.is_empty();
    is_plain && (scheme == "https" || (scheme == "http" && is_loopback(host)))
}

impl Provider {
    /// What the room of sign-in takes.
    ///
    /// # Errors
    /// Refused where the file of the secret cannot be read.
    pub(super) fn ready(&self) -> Result<Ready, Halt> {
        let secret = self.client_secret_file.as_deref();
        let roles = self.roles.iter().map(|it| GroupRole {
            group: it.group.clone(),
            network: it.network.clone(),
            role: Role::Office,
        });
        Ok(Ready {
            word: self.word.clone(),
            name: self.name.clone(),
            issuer: self.issuer.clone(),
            client_id: self.client_id.clone(),
            secret: secret.map(|file| self.secret(file)).transpose()?,
            groups_claim: self.groups_claim.clone(),
            scopes: self.scopes.clone(),
            roles: roles.collect(),
            asks_second_factor: self.asks_second_factor,
            vouches_for_mail: self.vouches_for_mail,
            known: Known::default(),
        })
    }

    fn secret(&self, file: &Path) -> Result<String, Halt> {
        first_line(file).map_err(|flaw| {
            Halt::Refused(vec![Blame {
                field: format!("sign_in.provider.{}.client_secret_file", self.word),
                ..flaw
            }])
        })
    }
}
