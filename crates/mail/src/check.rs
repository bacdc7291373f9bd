//! The examination behind `kreis mail test`: is the server there, does it take our mail,
//! will receivers believe it. It asks the mail server only, never the DNS.

use std::error::Error;

use crate::{
    Postbox, address,
    compose::compose,
    connection::{Connection, Route},
    dkim::{KeyFault, Signer},
    finding::Finding,
    letter::Letter,
    outcome::{Cause, Envelope, Hindrance, Stage},
    postbox::MailboxSettings,
    settings::{DkimSettings, MailSettings, SettingsFault, Tls},
};

/// What to try out.
#[derive(Debug, Clone, Copy)]
pub struct Probe<'a> {
    /// Whether the server takes mail for this address. Nothing is sent.
    pub recipient: &'a str,
    /// Send this letter to it as well.
    pub letter: Option<&'a Letter>,
}

/// Examines the settings. Always gives findings, never fails: what fails is a finding.
pub async fn check(settings: &MailSettings, probe: Probe<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    examine_server(settings, probe, &mut findings).await;
    examine_domains(settings, &mut findings);
    findings
}

/// Looks whether the mailbox can be read. Nothing in it is fetched or marked.
pub async fn check_mailbox(settings: Option<&MailboxSettings>) -> Vec<Finding> {
    let Some(settings) = settings else {
        return vec![Finding::MailboxNotSet];
    };
    let server = format!("{}@{}:{}", settings.user, settings.host, settings.port());
    let postbox = match Postbox::new(settings) {
        Ok(postbox) => postbox,
        Err(fault) => return vec![Finding::SettingsUnusable(whole_story(&fault))],
    };
    match postbox.open().await {
        Ok(open) => {
            let mails = open.mails().to_string();
            open.close().await;
            let folder = settings.folder.clone();
            vec![Finding::FolderOpened {
                server,
                folder,
                mails,
            }]
        }
        Err(hindrance) => {
            let reason = hindrance.to_string();
            vec![Finding::MailboxUnusable { server, reason }]
        }
    }
}

async fn examine_server(settings: &MailSettings, probe: Probe<'_>, findings: &mut Vec<Finding>) {
    let prepared = Route::new(settings).and_then(|route| {
        Ok((
            route,
            Envelope::new(settings.envelope_sender(), probe.recipient)?,
        ))
    });
    let (route, envelope) = match prepared {
        Ok(prepared) => prepared,
        Err(fault) => return findings.push(Finding::SettingsUnusable(whole_story(&fault))),
    };
    let Some(mut connection) = examine_connection(settings, &route, findings).await else {
        return;
    };
    examine_delivery(&mut connection, settings, (&envelope, probe), findings).await;
    connection.quit().await;
}

async fn examine_connection(
    settings: &MailSettings,
    route: &Route,
    findings: &mut Vec<Finding>,
) -> Option<Connection> {
    let server = format!("{}:{}", settings.host, settings.port());
    let mut connection = match route.connect().await {
        Ok(connection) => connection,
        Err(hindrance) => {
            findings.push(cannot_connect(settings, server, &hindrance));
            return None;
        }
    };
    findings.push(Finding::Reachable { server });
    if let Err(hindrance) = route.secure(&mut connection).await {
        findings.push(without_tls(&hindrance));
        return None;
    }
    findings.push(privacy(&connection, settings));
    if settings.tls == Tls::None && connection.offers_tls() {
        findings.push(Finding::TlsOfferedButUnused);
    }
    if settings.user.is_some() && !connection.offers_login() {
        findings.push(Finding::LoginNotOffered);
        return None;
    }
    let login = route.log_in(&mut connection).await;
    findings.push(match (&settings.user, &login) {
        (None, _) => Finding::LoginNotSet,
        (Some(user), Ok(())) => Finding::LoginAccepted { user: user.clone() },
        (Some(_), Err(hindrance)) => Finding::LoginRefused(reason(hindrance)),
    });
    login.ok().map(|()| connection)
}

/// Where TLS comes first, a server waits for us as we wait for its greeting.
const TLS_FIRST: u16 = 465;

fn cannot_connect(settings: &MailSettings, server: String, hindrance: &Hindrance) -> Finding {
    let reason = reason(hindrance);
    match &hindrance.cause {
        Cause::Tls(_) => without_tls(hindrance),
        Cause::Timeout if settings.tls != Tls::Implicit && settings.port() == TLS_FIRST => {
            Finding::TlsOtherwise(reason)
        }
        _ => Finding::Unreachable { server, reason },
    }
}

/// A certificate that nobody vouches for is one thing, a port that talks otherwise another.
fn without_tls(hindrance: &Hindrance) -> Finding {
    let reason = reason(hindrance);
    match &hindrance.cause {
        // So the library calls an answer in plain text.
        Cause::Tls(text) if !text.contains("corrupt message") => Finding::TlsFailed(reason),
        Cause::Timeout => Finding::TlsFailed(reason),
        _ => Finding::TlsOtherwise(reason),
    }
}

fn privacy(connection: &Connection, settings: &MailSettings) -> Finding {
    if connection.is_encrypted() {
        Finding::Encrypted
    } else if settings.is_local() {
        Finding::PlainOnThisMachine
    } else {
        Finding::PlainOnTheNetwork
    }
}

async fn examine_delivery(
    connection: &mut Connection,
    settings: &MailSettings,
    (envelope, probe): (&Envelope, Probe<'_>),
    findings: &mut Vec<Finding>,
) {
    let sender = settings.envelope_sender().to_owned();
    let recipient = probe.recipient.to_owned();
    match connection.address(envelope, false).await {
        Ok(_) => {
            let recipient = recipient.clone();
            findings.push(Finding::AddressesAccepted { sender, recipient });
        }
        Err(hindrance) => {
            let reason = reason(&hindrance);
            findings.push(if hindrance.stage == Stage::Recipient {
                Finding::RecipientRefused { recipient, reason }
            } else {
                Finding::SenderRefused { sender, reason }
            });
            return;
        }
    }
    if let Some(letter) = probe.letter {
        findings.push(match send(connection, settings, letter).await {
            Ok(receipt) => Finding::LetterSent { recipient, receipt },
            Err(reason) => Finding::LetterNotSent(reason),
        });
    }
}

async fn send(
    connection: &mut Connection,
    settings: &MailSettings,
    letter: &Letter,
) -> Result<String, String> {
    let mut raw = compose(letter).map_err(|fault| whole_story(&fault))?;
    if let Some(dkim) = &settings.dkim {
        let signer = Signer::from_settings(dkim).map_err(|fault| whole_story(&fault))?;
        raw = signer
            .sign(&raw, letter.date)
            .map_err(|fault| whole_story(&fault))?;
    }
    let receipt = connection.hand_over(&raw).await;
    receipt
        .map(|answer| answer.to_string())
        .map_err(|hindrance| reason(&hindrance))
}

fn examine_domains(settings: &MailSettings, findings: &mut Vec<Finding>) {
    // Addresses that are none were found when the route was prepared.
    let Ok(from) = address::domain_of(&settings.from) else {
        return;
    };
    let Ok(sender) = address::domain_of(settings.envelope_sender()) else {
        return;
    };
    findings.push(if is_aligned(&from, &sender) {
        Finding::SenderAligned {
            domain: from.clone(),
        }
    } else {
        Finding::SenderNotAligned {
            from: from.clone(),
            sender: sender.clone(),
        }
    });
    match &settings.dkim {
        Some(dkim) => examine_dkim(dkim, &from, findings),
        None => findings.push(Finding::DkimNotSet),
    }
    findings.push(Finding::SpfHint {
        domain: sender,
        server: settings.host.clone(),
    });
    findings.push(Finding::DmarcHint {
        name: format!("_dmarc.{from}"),
    });
}

fn examine_dkim(dkim: &DkimSettings, from: &str, findings: &mut Vec<Finding>) {
    let signer = match Signer::from_settings(dkim) {
        Ok(signer) => signer,
        Err(SettingsFault::Key(KeyFault::TooShort { bits })) => {
            return findings.push(Finding::DkimKeyTooShort { bits });
        }
        Err(fault) => return findings.push(Finding::DkimKeyUnusable(whole_story(&fault))),
    };
    findings.push(match signer.rsa_bits() {
        Some(bits) => Finding::DkimKeyFine { bits },
        None => Finding::DkimKeyEd25519,
    });
    let vouching = signer.domain().to_owned();
    findings.push(if is_aligned(from, &vouching) {
        Finding::DkimAligned { domain: vouching }
    } else {
        Finding::DkimNotAligned {
            from: from.to_owned(),
            signed: vouching,
        }
    });
    findings.push(Finding::DkimRecord {
        name: signer.record_name(),
        value: signer.record_value(),
    });
}

/// DMARC's relaxed alignment as far as it goes without the list of public suffixes: equal,
/// or one below the other.
fn is_aligned(one: &str, other: &str) -> bool {
    let below = |low: &str, high: &str| {
        low.strip_suffix(high)
            .is_some_and(|rest| rest.ends_with('.'))
            && high.contains('.')
    };
    one == other || below(one, other) || below(other, one)
}

fn reason(hindrance: &Hindrance) -> String {
    match &hindrance.cause {
        Cause::Answer(answer) => answer.to_string(),
        Cause::Timeout => "timeout".to_owned(),
        Cause::Tls(text) | Cause::Broken(text) => text.clone(),
    }
}

fn whole_story(error: &dyn Error) -> String {
    std::iter::successors(Some(error), |error| (**error).source())
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_align_when_one_is_below_the_other() {
        assert!(is_aligned("example.org", "example.org"));
        assert!(is_aligned("mail.example.org", "example.org"));
        assert!(is_aligned("example.org", "bounces.example.org"));
        assert!(!is_aligned("badexample.org", "example.org"));
        assert!(!is_aligned("example.org", "org"));
    }
}
