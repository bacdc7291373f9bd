//! The mailbox that answers come to, read by IMAP.
//!
//! Nothing is marked or moved before the caller says that it has kept the mail. What the
//! caller has seen is known by the pair of `UIDVALIDITY` and UID, which the server never
//! gives twice (RFC 3501, 2.3.1.1).

mod name;
mod settings;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use imap_proto::{AttributeValue, MailboxDatum, Response, ResponseCode, Status};
use rustls::pki_types::{CertificateDer, pem::PemObject};

use crate::address;
use crate::outcome::{Hindrance, Stage};
use crate::settings::{SettingsFault, Tls, read_file};

pub use settings::MailboxSettings;

use wire::{Wire, Word};

/// A mailbox as the settings name it; connects to nothing yet.
pub struct Postbox {
    settings: MailboxSettings,
    password: String,
    tls: Arc<rustls::ClientConfig>,
}

/// A mailbox with its folder open.
pub struct OpenPostbox {
    wire: Wire,
    uid_validity: u32,
    mails: u32,
    can_move: bool,
    done_folder: Option<String>,
    largest: usize,
}

/// A mail that lies in the mailbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lying {
    /// The mail; of one that is too large its head alone.
    pub raw: Vec<u8>,
    /// Whether it is there from end to end.
    pub is_whole: bool,
}

impl Postbox {
    /// Reads the password and prepares TLS.
    ///
    /// # Errors
    /// When the settings are of no use.
    pub fn new(settings: &MailboxSettings) -> Result<Self, SettingsFault> {
        if settings.tls == Tls::None && !settings.is_local() {
            return Err(SettingsFault::LoginInTheClear);
        }
        address::parse(&settings.address)?;
        let content = read_file(&settings.password_file)?;
        let password = content.lines().next().unwrap_or_default();
        if password.is_empty() {
            return Err(SettingsFault::EmptyPassword {
                path: settings.password_file.clone(),
            });
        }
        Ok(Self {
            password: password.to_owned(),
            tls: Arc::new(tls(settings)?),
            settings: settings.clone(),
        })
    }

    /// How long to wait between two looks.
    pub fn pause(&self) -> Duration {
        Duration::from_secs(u64::from(self.settings.every_seconds.max(10)))
    }

    /// Which folder of which account this is: what is remembered of one holds for no other.
    pub fn name(&self) -> String {
        let MailboxSettings {
            user, host, folder, ..
        } = &self.settings;
        format!("{user}@{host}/{folder}")
    }

    /// Connects, changes to TLS, logs in and opens the folder.
    ///
    /// # Errors
    /// Where one of these steps fails; the hindrance names it.
    pub async fn open(&self) -> Result<OpenPostbox, Hindrance> {
        let mut wire = self.connect().await?;
        self.secure(&mut wire).await?;
        self.log_in(&mut wire).await?;
        self.select(wire).await
    }

    async fn connect(&self) -> Result<Wire, Hindrance> {
        let settings = &self.settings;
        let host = settings.host.trim_matches(['[', ']']);
        let limits = (
            Duration::from_secs(u64::from(settings.timeout_seconds.max(1))),
            self.largest(),
        );
        let tls = (settings.tls == Tls::Implicit).then_some(&self.tls);
        Wire::open((host, settings.port()), tls, limits).await
    }

    async fn secure(&self, wire: &mut Wire) -> Result<(), Hindrance> {
        if self.settings.tls != Tls::Starttls {
            return Ok(());
        }
        wire.ask(Stage::Tls, &[Word::Plain("STARTTLS")], nothing)
            .await?;
        let host = self.settings.host.trim_matches(['[', ']']);
        wire.wrap(host, &self.tls).await
    }

    async fn log_in(&self, wire: &mut Wire) -> Result<(), Hindrance> {
        let login = [
            Word::Plain("LOGIN"),
            Word::Text(&self.settings.user),
            Word::Text(&self.password),
        ];
        wire.ask(Stage::Login, &login, nothing).await
    }

    async fn select(&self, mut wire: Wire) -> Result<OpenPostbox, Hindrance> {
        let mut can_move = false;
        wire.ask(Stage::Folder, &[Word::Plain("CAPABILITY")], |heard| {
            if let Response::Capabilities(all) = heard {
                can_move |= all
                    .iter()
                    .any(|it| matches!(it, imap_proto::Capability::Atom(name) if name.eq_ignore_ascii_case("MOVE")));
            }
        })
        .await?;
        let folder = name::encoded(&self.settings.folder);
        let (mut uid_validity, mut mails) = (0, 0);
        let select = [Word::Plain("Select"), Word::Text(&folder)];
        wire.ask(Stage::Folder, &select, |heard| match heard {
            Response::Data {
                status: Status::Ok,
                outcome,
            } => {
                if let Some(ResponseCode::UidValidity(number)) = outcome.code {
                    uid_validity = number;
                }
            }
            Response::MailboxData(MailboxDatum::Exists(number)) => mails = number,
            _ => {}
        })
        .await?;
        Ok(OpenPostbox {
            wire,
            uid_validity,
            mails,
            can_move,
            done_folder: self.settings.done_folder.as_deref().map(name::encoded),
            largest: self.largest(),
        })
    }

    fn largest(&self) -> usize {
        usize::from(self.settings.largest_mb.max(1)) * 1024 * 1024
    }
}

impl OpenPostbox {
    /// Which life of the folder this is; another one has given all UIDs anew.
    pub const fn uid_validity(&self) -> u32 {
        self.uid_validity
    }

    /// Whether mails that were taken are moved to another folder.
    pub const fn moves_away(&self) -> bool {
        self.done_folder.is_some()
    }

    /// How many mails lie in the folder.
    pub const fn mails(&self) -> u32 {
        self.mails
    }

    /// The UIDs above one, the lowest first.
    ///
    /// # Errors
    /// When the conversation fails.
    pub async fn above(&mut self, last: u32) -> Result<Vec<u32>, Hindrance> {
        let range = format!("UID {}:*", last.saturating_add(1));
        let search = [Word::Plain("UID SEARCH"), Word::Plain(&range)];
        let mut uids = Vec::new();
        self.wire
            .ask(Stage::Fetch, &search, |heard| {
                if let Response::MailboxData(MailboxDatum::Search(found)) = heard {
                    uids.extend(found);
                }
            })
            .await?;
        // "*" is the last mail, even where its UID lies below the range.
        uids.retain(|uid| *uid > last);
        uids.sort_unstable();
        uids.dedup();
        Ok(uids)
    }

    /// A mail; none where somebody took it away meanwhile. It stays unread.
    ///
    /// # Errors
    /// When the conversation fails.
    pub async fn fetch(&mut self, uid: u32) -> Result<Option<Lying>, Hindrance> {
        let mut size = None;
        self.ask_for(uid, "(RFC822.SIZE)", |value| {
            if let AttributeValue::Rfc822Size(bytes) = value {
                size = usize::try_from(bytes).ok();
            }
        })
        .await?;
        let Some(size) = size else {
            return Ok(None);
        };
        let is_whole = size <= self.largest;
        let what = if is_whole {
            "(BODY.PEEK[])"
        } else {
            "(BODY.PEEK[HEADER])"
        };
        let mut raw = None;
        self.ask_for(uid, what, |value| {
            if let AttributeValue::BodySection {
                data: Some(bytes), ..
            } = value
            {
                raw = Some(bytes.into_owned());
            }
        })
        .await?;
        Ok(raw.map(|raw| Lying { raw, is_whole }))
    }

    async fn ask_for(
        &mut self,
        uid: u32,
        what: &str,
        mut hear: impl FnMut(AttributeValue<'_>),
    ) -> Result<(), Hindrance> {
        let number = uid.to_string();
        let fetch = [
            Word::Plain("UID FETCH"),
            Word::Plain(&number),
            Word::Plain(what),
        ];
        self.wire
            .ask(Stage::Fetch, &fetch, |heard| {
                // The server may speak of other mails in between.
                if let Response::Fetch(_, values) = heard
                    && values
                        .iter()
                        .any(|it| matches!(it, AttributeValue::Uid(of) if *of == uid))
                {
                    values.into_iter().for_each(&mut hear);
                }
            })
            .await
    }

    /// Marks a mail as read, or moves it to where the settings say. It has been kept.
    ///
    /// # Errors
    /// When the conversation fails.
    pub async fn put_away(&mut self, uid: u32) -> Result<(), Hindrance> {
        let number = uid.to_string();
        let seen = [
            Word::Plain("UID STORE"),
            Word::Plain(&number),
            Word::Plain("+FLAGS.SILENT (\\Seen)"),
        ];
        self.wire.ask(Stage::Away, &seen, nothing).await?;
        let Some(folder) = self.done_folder.clone() else {
            return Ok(());
        };
        let verb = if self.can_move {
            "UID MOVE"
        } else {
            "UID COPY"
        };
        let away = [Word::Plain(verb), Word::Plain(&number), Word::Text(&folder)];
        self.wire.ask(Stage::Away, &away, nothing).await?;
        if self.can_move {
            return Ok(());
        }
        let delete = [
            Word::Plain("UID STORE"),
            Word::Plain(&number),
            Word::Plain("+FLAGS.SILENT (\\Deleted)"),
        ];
        self.wire.ask(Stage::Away, &delete, nothing).await
    }

    /// Says goodbye. Whether the server answers makes no difference.
    pub async fn close(mut self) {
        let goodbye = self
            .wire
            .ask(Stage::Connect, &[Word::Plain("LOGOUT")], nothing)
            .await;
        if let Err(hindrance) = goodbye {
            tracing::debug!(%hindrance, "the mailbox's server did not say goodbye");
        }
    }
}

fn tls(settings: &MailboxSettings) -> Result<rustls::ClientConfig, SettingsFault> {
    let fault = |error: &dyn std::fmt::Display| SettingsFault::Tls(error.to_string());
    let mut roots = rustls::RootCertStore::empty();
    roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    if let Some(path) = &settings.trust_file {
        let pem = read_file(path)?;
        let certificate =
            CertificateDer::from_pem_slice(pem.as_bytes()).map_err(|error| fault(&error))?;
        roots.add(certificate).map_err(|error| fault(&error))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| fault(&error))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

/// For commands whose yes is all that counts.
fn nothing(_: Response<'_>) {}
