//! Delivery under TLS: a small terminator stands before the sink.

use std::{net::SocketAddr, sync::Arc};

use rustls::{
    ServerConfig,
    crypto::ring::default_provider,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

use super::{AUTHORITY, P256, SERVER, settings_for, small_letter};
use crate::{
    Cause, Envelope, Finding, MailSettings, Outcome, Postman, Probe, Sink, SinkManners, Stage, Tls,
    check, compose,
};

fn acceptor() -> TlsAcceptor {
    let certificate = CertificateDer::from_pem_slice(SERVER.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(P256.as_bytes()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}

const OFFER: &[u8] = b"250-hi\r\n250 STARTTLS\r\n";

/// Answers greeting and STARTTLS in the clear, as a submission server does.
async fn start_tls(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.write_all(b"220 hi\r\n").await?;
    let mut stream = BufReader::new(stream);
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        match line.trim_end() {
            "STARTTLS" => return stream.get_mut().write_all(b"220 go\r\n").await,
            "QUIT" => return Err(std::io::ErrorKind::ConnectionAborted.into()),
            _ => stream.get_mut().write_all(OFFER).await?,
        }
    }
}

async fn terminate(tls: Tls, listener: TcpListener, behind: SocketAddr) {
    loop {
        let (mut outer, _) = listener.accept().await.unwrap();
        if tls == Tls::Starttls && start_tls(&mut outer).await.is_err() {
            continue;
        }
        let Ok(mut outer) = acceptor().accept(outer).await else {
            continue;
        };
        let mut inner = BufReader::new(TcpStream::connect(behind).await.unwrap());
        if tls == Tls::Starttls {
            inner.read_line(&mut String::new()).await.unwrap();
        }
        if let Err(error) = copy_bidirectional(&mut outer, &mut inner).await {
            // The client may hang up without closing TLS.
            assert_ne!(error.kind(), std::io::ErrorKind::InvalidData);
        }
    }
}

struct Secured {
    sink: Sink,
    mails: tokio::sync::mpsc::Receiver<crate::ReceivedMail>,
    settings: MailSettings,
    folder: tempfile::TempDir,
}

async fn secured(tls: Tls) -> Secured {
    let (sink, mails) = Sink::start(SinkManners::default()).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = Some(listener.local_addr().unwrap().port());
    tokio::spawn(terminate(tls, listener, sink.address()));
    let folder = tempfile::tempdir().unwrap();
    let trust = folder.path().join("authority.pem");
    std::fs::write(&trust, AUTHORITY).unwrap();
    let settings = MailSettings {
        port,
        tls,
        trust_file: Some(trust),
        ..settings_for(&sink)
    };
    Secured {
        sink,
        mails,
        settings,
        folder,
    }
}

#[tokio::test]
async fn mail_goes_through_under_either_kind_of_tls() {
    for tls in [Tls::Starttls, Tls::Implicit] {
        let mut secured = secured(tls).await;
        let raw = compose(&small_letter()).unwrap();
        let envelope = Envelope::new("", "leitung@example.net").unwrap();
        let postman = Postman::new(&secured.settings).unwrap();

        let outcome = postman.deliver(&envelope, &raw).await;

        assert!(
            matches!(outcome, Outcome::Accepted(_)),
            "{tls:?}: {outcome:?}"
        );
        assert_eq!(
            secured.mails.recv().await.unwrap().to,
            ["leitung@example.net"]
        );
        postman.close().await;
        secured.sink.stop().await;
    }
}

#[tokio::test]
async fn certificate_nobody_vouches_for_stops_the_mail() {
    for (tls, stage) in [(Tls::Starttls, Stage::Tls), (Tls::Implicit, Stage::Connect)] {
        let mut secured = secured(tls).await;
        secured.settings.trust_file = None;
        let envelope = Envelope::new("", "leitung@example.net").unwrap();

        let postman = Postman::new(&secured.settings).unwrap();
        let outcome = postman.deliver(&envelope, b"Subject: x\r\n\r\n").await;

        let Outcome::Again(hindrance) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(hindrance.stage, stage);
        assert!(
            matches!(&hindrance.cause, Cause::Tls(_)),
            "{tls:?}: {hindrance}"
        );
        let probe = Probe {
            recipient: "leitung@example.net",
            letter: None,
        };
        let found = check(&secured.settings, probe).await;
        let is_about_trust = |it: &Finding| matches!(it, Finding::TlsFailed(_));
        assert!(found.iter().any(is_about_trust), "{tls:?}: {found:?}");
    }
}

#[tokio::test]
async fn check_sees_the_encryption_and_a_server_that_offers_it_in_vain() {
    let secured = secured(Tls::Starttls).await;
    let probe = Probe {
        recipient: "leitung@example.net",
        letter: None,
    };

    let found = check(&secured.settings, probe).await;
    let plain = check(
        &MailSettings {
            tls: Tls::None,
            ..secured.settings
        },
        probe,
    )
    .await;

    assert!(found.contains(&Finding::Encrypted), "{found:?}");
    assert!(plain.contains(&Finding::TlsOfferedButUnused), "{plain:?}");
    secured.folder.close().unwrap();
}
