//! The examination of settings.

use super::{ED25519, RSA, RSA_SHORT, dkim_settings, settings_for, small_letter};
use crate::{Finding, Level, MailSettings, Probe, Sink, SinkManners, Tls, check};

const PROBE: Probe<'static> = Probe {
    recipient: "leitung@example.net",
    letter: None,
};

fn keys(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(Finding::key).collect()
}

fn worst(findings: &[Finding]) -> Level {
    findings.iter().map(Finding::level).max().unwrap()
}

#[tokio::test]
async fn good_settings_give_no_fault_and_send_nothing() {
    let login = Some(("kreis".to_owned(), "geheim".to_owned()));
    let (sink, mut mails) = Sink::start(SinkManners {
        login,
        ..Default::default()
    })
    .await
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (key, password) = (folder.path().join("key"), folder.path().join("password"));
    std::fs::write(&key, RSA).unwrap();
    std::fs::write(&password, "geheim").unwrap();
    let settings = MailSettings {
        user: Some("kreis".to_owned()),
        password_file: Some(password),
        envelope_sender: Some("bounce@mail.example.org".to_owned()),
        dkim: Some(dkim_settings(&key)),
        ..settings_for(&sink)
    };

    let findings = check(&settings, PROBE).await;

    assert_eq!(
        keys(&findings),
        [
            "mail-check-reachable",
            "mail-check-plain-on-this-machine",
            "mail-check-login-accepted",
            "mail-check-addresses-accepted",
            "mail-check-sender-aligned",
            "mail-check-dkim-key-fine",
            "mail-check-dkim-aligned",
            "mail-check-dkim-record",
            "mail-check-spf-hint",
            "mail-check-dmarc-hint",
        ]
    );
    // What cannot be seen from here is not called fine, and what is to be done a task.
    let levels: Vec<Level> = findings[6..].iter().map(Finding::level).collect();
    let expected = [Level::Ok, Level::Task, Level::Warning, Level::Warning];
    assert_eq!(levels, expected);
    assert_eq!(worst(&findings), Level::Warning);
    assert_eq!(
        findings[7].args()[0],
        ("name", "kreis._domainkey.example.org".to_owned())
    );
    assert!(mails.try_recv().is_err());
}

#[tokio::test]
async fn letter_is_sent_and_signed_when_asked_for() {
    let (sink, mut mails) = Sink::start(SinkManners::default()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("key");
    std::fs::write(&key, ED25519).unwrap();
    let settings = MailSettings {
        dkim: Some(dkim_settings(&key)),
        ..settings_for(&sink)
    };
    let letter = small_letter();

    let findings = check(
        &settings,
        Probe {
            letter: Some(&letter),
            ..PROBE
        },
    )
    .await;

    assert!(keys(&findings).contains(&"mail-check-letter-sent"));
    assert!(keys(&findings).contains(&"mail-check-dkim-key-ed25519"));
    assert!(
        mails
            .recv()
            .await
            .unwrap()
            .raw
            .starts_with(b"DKIM-Signature: ")
    );
}

async fn assert_fault(settings: MailSettings, wanted: &str) {
    let findings = check(&settings, PROBE).await;

    assert!(keys(&findings).contains(&wanted), "{wanted}: {findings:?}");
    assert_eq!(worst(&findings), Level::Fault);
}

#[tokio::test]
async fn faults_of_tls_and_login_are_named() {
    let login = Some(("kreis".to_owned(), "geheim".to_owned()));
    let (sink, _mails) = Sink::start(SinkManners {
        login,
        ..Default::default()
    })
    .await
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let password = folder.path().join("password");
    std::fs::write(&password, "falsch").unwrap();
    let good = settings_for(&sink);
    let with_login = MailSettings {
        user: Some("kreis".to_owned()),
        password_file: Some(password),
        ..good.clone()
    };
    let abroad = MailSettings {
        host: "mail.example.org".to_owned(),
        ..with_login.clone()
    };
    let no_password = MailSettings {
        password_file: None,
        ..with_login.clone()
    };

    for tls in [Tls::Starttls, Tls::Implicit] {
        assert_fault(
            MailSettings {
                tls,
                ..good.clone()
            },
            "mail-check-tls-otherwise",
        )
        .await;
    }
    let (open, _mails_too) = Sink::start(SinkManners::default()).await.unwrap();
    let in_vain = MailSettings {
        port: settings_for(&open).port,
        ..with_login.clone()
    };
    assert_fault(in_vain, "mail-check-login-not-offered").await;
    assert_fault(with_login, "mail-check-login-refused").await;
    assert_fault(no_password, "mail-check-settings-unusable").await;
    assert_fault(abroad, "mail-check-settings-unusable").await;
    assert_fault(good, "mail-check-sender-refused").await;
}

#[tokio::test]
async fn faults_of_key_and_domains_are_named() {
    let (sink, _mails) = Sink::start(SinkManners::default()).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (key, short) = (folder.path().join("key"), folder.path().join("short"));
    std::fs::write(&key, RSA).unwrap();
    std::fs::write(&short, RSA_SHORT).unwrap();
    let good = settings_for(&sink);
    let signing = |key: &std::path::Path| MailSettings {
        dkim: Some(dkim_settings(key)),
        ..good.clone()
    };
    let stranger = MailSettings {
        from: "buero@example.com".to_owned(),
        ..signing(&key)
    };
    let bounces = MailSettings {
        envelope_sender: Some("x@example.com".to_owned()),
        ..good.clone()
    };

    assert_fault(signing(&short), "mail-check-dkim-key-too-short").await;
    assert_fault(
        signing(&folder.path().join("none")),
        "mail-check-dkim-key-unusable",
    )
    .await;
    assert_fault(stranger, "mail-check-dkim-not-aligned").await;
    let findings = check(&bounces, PROBE).await;
    assert!(keys(&findings).contains(&"mail-check-sender-not-aligned"));
    assert!(keys(&findings).contains(&"mail-check-dkim-not-set"));
    assert_eq!(worst(&findings), Level::Warning);
}

#[tokio::test]
async fn refused_recipient_and_absent_server_are_faults() {
    let manners = SinkManners {
        refused_recipients: [PROBE.recipient.to_owned()].into(),
        ..SinkManners::default()
    };
    let (sink, _mails) = Sink::start(manners).await.unwrap();
    let settings = settings_for(&sink);

    let refused = check(&settings, PROBE).await;
    sink.stop().await;
    let absent = check(&settings, PROBE).await;

    assert!(keys(&refused).contains(&"mail-check-recipient-refused"));
    assert!(keys(&absent).contains(&"mail-check-unreachable"));
}
