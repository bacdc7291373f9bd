//! What an examination of the mail settings found. The words stand in the phrase files: a
//! finding says which phrase and what to put into it.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// As it should be.
    Ok,
    /// Something that we cannot look at is to be done.
    Task,
    /// Mail goes out, but something should be better.
    Warning,
    /// Mail doesn't go out, or doesn't arrive.
    Fault,
}

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// The settings contradict themselves or name files that can't be read.
    SettingsUnusable(String),
    /// The server answers.
    Reachable {
        /// Its host and port.
        server: String,
    },
    /// The server doesn't answer.
    Unreachable {
        /// Its host and port.
        server: String,
        /// Why not.
        reason: String,
    },
    /// The connection is encrypted.
    Encrypted,
    /// The connection is not encrypted, and stays on this machine.
    PlainOnThisMachine,
    /// The connection is not encrypted.
    PlainOnTheNetwork,
    /// Not encrypted by the settings, though the server offers it.
    TlsOfferedButUnused,
    /// TLS is wanted and fails.
    TlsFailed(String),
    /// The port speaks another kind of TLS than the settings say, or none.
    TlsOtherwise(String),
    /// The login was taken.
    LoginAccepted {
        /// Who.
        user: String,
    },
    /// Nobody logs in.
    LoginNotSet,
    /// Somebody shall log in, and the server knows no way that we know.
    LoginNotOffered,
    /// The login was refused.
    LoginRefused(String),
    /// The server takes mail from our sender to the probe's recipient.
    AddressesAccepted {
        /// `MAIL FROM`.
        sender: String,
        /// `RCPT TO`.
        recipient: String,
    },
    /// It doesn't take the sender.
    SenderRefused {
        /// `MAIL FROM`.
        sender: String,
        /// The server's words.
        reason: String,
    },
    /// It doesn't take the recipient.
    RecipientRefused {
        /// `RCPT TO`.
        recipient: String,
        /// The server's words.
        reason: String,
    },
    /// The probe's letter was handed over.
    LetterSent {
        /// To whom.
        recipient: String,
        /// The receipt.
        receipt: String,
    },
    /// The probe's letter was not taken.
    LetterNotSent(String),
    /// `From` and the address for bounces have one domain.
    SenderAligned {
        /// That domain.
        domain: String,
    },
    /// They have different domains: SPF can't vouch for `From`.
    SenderNotAligned {
        /// The domain of `From`.
        from: String,
        /// The domain of the address for bounces.
        sender: String,
    },
    /// We sign nothing.
    DkimNotSet,
    /// The RSA key can sign.
    DkimKeyFine {
        /// How many bits it has.
        bits: usize,
    },
    /// The key can't be used.
    DkimKeyUnusable(String),
    /// An RSA key below 2048 bits.
    DkimKeyTooShort {
        /// How many it has.
        bits: usize,
    },
    /// Ed25519 alone: some large providers don't check it.
    DkimKeyEd25519,
    /// The signing domain is that of `From`.
    DkimAligned {
        /// That domain.
        domain: String,
    },
    /// The signing domain vouches for another domain than that of `From`.
    DkimNotAligned {
        /// The domain of `From`.
        from: String,
        /// The signing domain.
        signed: String,
    },
    /// The TXT record to publish for DKIM.
    DkimRecord {
        /// Its name.
        name: String,
        /// Its text.
        value: String,
    },
    /// A hint: the domain needs an SPF record that names the mail server.
    SpfHint {
        /// The domain of the address for bounces.
        domain: String,
        /// The mail server.
        server: String,
    },
    /// No mailbox is read.
    MailboxNotSet,
    /// The mailbox's folder can be read.
    FolderOpened {
        /// Whose mailbox, where.
        server: String,
        /// The folder.
        folder: String,
        /// How many mails lie in it.
        mails: String,
    },
    /// The mailbox cannot be read.
    MailboxUnusable {
        /// Whose mailbox, where.
        server: String,
        /// At which step, and the server's words.
        reason: String,
    },
    /// A hint: the domain should have a DMARC record.
    DmarcHint {
        /// The record's name.
        name: String,
    },
}

impl Finding {
    /// How bad it is.
    pub fn level(&self) -> Level {
        match self {
            Self::Reachable { .. }
            | Self::Encrypted
            | Self::PlainOnThisMachine
            | Self::LoginAccepted { .. }
            | Self::LoginNotSet
            | Self::AddressesAccepted { .. }
            | Self::LetterSent { .. }
            | Self::SenderAligned { .. }
            | Self::DkimKeyFine { .. }
            | Self::DkimAligned { .. }
            | Self::FolderOpened { .. } => Level::Ok,
            Self::DkimRecord { .. } => Level::Task,
            Self::PlainOnTheNetwork
            | Self::SpfHint { .. }
            | Self::DmarcHint { .. }
            | Self::MailboxNotSet
            | Self::TlsOfferedButUnused
            | Self::SenderNotAligned { .. }
            | Self::DkimNotSet
            | Self::DkimKeyEd25519 => Level::Warning,
            Self::SettingsUnusable(_)
            | Self::Unreachable { .. }
            | Self::TlsFailed(_)
            | Self::TlsOtherwise(_)
            | Self::LoginNotOffered
            | Self::LoginRefused(_)
            | Self::SenderRefused { .. }
            | Self::RecipientRefused { .. }
            | Self::LetterNotSent(_)
            | Self::MailboxUnusable { .. }
            | Self::DkimKeyUnusable(_)
            | Self::DkimKeyTooShort { .. }
            | Self::DkimNotAligned { .. } => Level::Fault,
        }
    }

    /// The name of the phrase. It never changes.
    pub fn key(&self) -> &'static str {
        match self {
            Self::SettingsUnusable(_) => "mail-check-settings-unusable",
            Self::Reachable { .. } => "mail-check-reachable",
            Self::Unreachable { .. } => "mail-check-unreachable",
            Self::Encrypted => "mail-check-encrypted",
            Self::PlainOnThisMachine => "mail-check-plain-on-this-machine",
            Self::PlainOnTheNetwork => "mail-check-plain-on-the-network",
            Self::TlsOfferedButUnused => "mail-check-tls-offered-but-unused",
            Self::TlsFailed(_) => "mail-check-tls-failed",
            Self::TlsOtherwise(_) => "mail-check-tls-otherwise",
            Self::LoginNotOffered => "mail-check-login-not-offered",
            Self::LoginAccepted { .. } => "mail-check-login-accepted",
            Self::LoginNotSet => "mail-check-login-not-set",
            Self::LoginRefused(_) => "mail-check-login-refused",
            Self::AddressesAccepted { .. } => "mail-check-addresses-accepted",
            Self::SenderRefused { .. } => "mail-check-sender-refused",
            Self::RecipientRefused { .. } => "mail-check-recipient-refused",
            Self::LetterSent { .. } => "mail-check-letter-sent",
            Self::LetterNotSent(_) => "mail-check-letter-not-sent",
            Self::SenderAligned { .. } => "mail-check-sender-aligned",
            Self::SenderNotAligned { .. } => "mail-check-sender-not-aligned",
            Self::DkimNotSet => "mail-check-dkim-not-set",
            Self::DkimKeyFine { .. } => "mail-check-dkim-key-fine",
            Self::DkimKeyUnusable(_) => "mail-check-dkim-key-unusable",
            Self::DkimKeyTooShort { .. } => "mail-check-dkim-key-too-short",
            Self::DkimKeyEd25519 => "mail-check-dkim-key-ed25519",
            Self::DkimAligned { .. } => "mail-check-dkim-aligned",
            Self::DkimNotAligned { .. } => "mail-check-dkim-not-aligned",
            Self::DkimRecord { .. } => "mail-check-dkim-record",
            Self::SpfHint { .. } => "mail-check-spf-hint",
            Self::MailboxNotSet => "mail-check-mailbox-not-set",
            Self::FolderOpened { .. } => "mail-check-folder-opened",
            Self::MailboxUnusable { .. } => "mail-check-mailbox-unusable",
            Self::DmarcHint { .. } => "mail-check-dmarc-hint",
        }
    }

    /// What goes into the phrase.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Encrypted
            | Self::PlainOnThisMachine
            | Self::PlainOnTheNetwork
            | Self::TlsOfferedButUnused
            | Self::LoginNotSet
            | Self::LoginNotOffered
            | Self::DkimNotSet
            | Self::MailboxNotSet
            | Self::DkimKeyEd25519 => Vec::new(),
            Self::SettingsUnusable(reason)
            | Self::TlsFailed(reason)
            | Self::TlsOtherwise(reason)
            | Self::LoginRefused(reason)
            | Self::LetterNotSent(reason)
            | Self::DkimKeyUnusable(reason) => args([("reason", reason)]),
            Self::Reachable { server } => args([("server", server)]),
            Self::Unreachable { server, reason } => args([("server", server), ("reason", reason)]),
            Self::LoginAccepted { user } => args([("user", user)]),
            Self::AddressesAccepted { sender, recipient } => {
                args([("sender", sender), ("recipient", recipient)])
            }
            Self::SenderRefused { sender, reason } => {
                args([("sender", sender), ("reason", reason)])
            }
            Self::RecipientRefused { recipient, reason } => {
                args([("recipient", recipient), ("reason", reason)])
            }
            Self::LetterSent { recipient, receipt } => {
                args([("recipient", recipient), ("receipt", receipt)])
            }
            Self::SenderAligned { domain } | Self::DkimAligned { domain } => {
                args([("domain", domain)])
            }
            Self::SenderNotAligned { from, sender } => args([("from", from), ("sender", sender)]),
            Self::DkimKeyFine { bits } | Self::DkimKeyTooShort { bits } => {
                vec![("bits", bits.to_string())]
            }
            Self::DkimNotAligned { from, signed } => args([("from", from), ("signed", signed)]),
            Self::DkimRecord { name, value } => args([("name", name), ("value", value)]),
            Self::SpfHint { domain, server } => args([("domain", domain), ("server", server)]),
            Self::FolderOpened {
                server,
                folder,
                mails,
            } => args([("server", server), ("folder", folder), ("mails", mails)]),
            Self::MailboxUnusable { server, reason } => {
                args([("server", server), ("reason", reason)])
            }
            Self::DmarcHint { name } => args([("name", name)]),
        }
    }
}

fn args<const N: usize>(pairs: [(&'static str, &String); N]) -> Vec<(&'static str, String)> {
    pairs
        .into_iter()
        .map(|(name, value)| (name, value.clone()))
        .collect()
}
