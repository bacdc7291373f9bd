//! A real IMAP server: what lies there is taken once, whatever breaks in between.

use std::io::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use mail::{MailboxSettings, Postbox, Tls};
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

use super::shapes::{answer, stray};
use super::*;

/// A mailbox of its own on the server that the tests were handed.
struct Box {
    server: String,
    user: String,
    password: String,
    _folder: TempDir,
    settings: MailboxSettings,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Box {
    /// None, said loudly, where there is no server; CI must have one.
    fn open() -> Option<Self> {
        let server = std::env::var("KREIS_TEST_IMAP").unwrap_or_default();
        if server.is_empty() {
            let is_ci = !std::env::var("CI").unwrap_or_default().is_empty();
            assert!(
                !is_ci,
                "KREIS_TEST_IMAP is not set, and CI must read a mailbox"
            );
            eprintln!("SKIPPED: KREIS_TEST_IMAP is not set");
            return None;
        }
        let password = std::env::var("KREIS_TEST_IMAP_PASSWORD").unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("password");
        let mut file = std::fs::File::create(&path).unwrap();
        writeln!(file, "{password}").unwrap();
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let user = format!("story-{}-{number}", std::process::id());
        let (host, port) = server.rsplit_once(':').unwrap();
        let settings = MailboxSettings {
            host: host.to_owned(),
            port: Some(port.parse().unwrap()),
            tls: Tls::None,
            trust_file: None,
            user: user.clone(),
            password_file: path,
            address: "kreis@kreis.beispiel.example".to_owned(),
            folder: "INBOX".to_owned(),
            done_folder: None,
            every_seconds: 60,
            timeout_seconds: 10,
            largest_mb: 1,
        };
        Some(Self {
            server,
            user,
            password,
            _folder: folder,
            settings,
        })
    }

    fn postbox(&self) -> Postbox {
        Postbox::new(&self.settings).unwrap()
    }

    /// Talks to the server as any program would; the lines of the last answer.
    async fn talk(&self, commands: &[&str], literal: &[u8]) -> Vec<String> {
        let stream = TcpStream::connect(&self.server).await.unwrap();
        let (reading, mut writing) = stream.into_split();
        let mut lines = BufReader::new(reading).lines();
        lines.next_line().await.unwrap();
        let login = format!("LOGIN {} {}", self.user, self.password);
        let mut last = Vec::new();
        for (number, command) in [login.as_str()].iter().chain(commands).enumerate() {
            let line = format!("t{number} {command}\r\n");
            writing.write_all(line.as_bytes()).await.unwrap();
            last.clear();
            loop {
                let line = lines.next_line().await.unwrap().unwrap();
                if line.starts_with('+') {
                    writing.write_all(literal).await.unwrap();
                    writing.write_all(b"\r\n").await.unwrap();
                } else if let Some(end) = line.strip_prefix(&format!("t{number} ")) {
                    assert!(end.starts_with("OK"), "{command}: {end}");
                    break;
                } else {
                    last.push(line);
                }
            }
        }
        last
    }

    /// A mail arrives in the mailbox.
    async fn deliver(&self, raw: &[u8]) {
        let append = format!("APPEND INBOX {{{}}}", raw.len());
        self.talk(&[&append], raw).await;
    }

    /// How many mails lie in a folder, and how many of them are unread.
    async fn state_of(&self, folder: &str) -> String {
        let status = format!("STATUS {folder} (MESSAGES UNSEEN)");
        self.talk(&[&status], b"").await.join("\n")
    }
}

async fn open_count(trial: &Trial) -> i64 {
    trial
        .read(|conn| {
            let mut all = 0;
            for network in register::networks(conn)? {
                all += inbox::open_count(conn, network.id)?;
            }
            Ok(all)
        })
        .await
}

story!(
    what_lies_in_the_mailbox_is_taken_once_and_marked,
    |trial| async {
        let Some(mailbox) = Box::open() else { return };
        let mails = invited(trial).await;
        let letter = message_id(&mails[0]);
        mailbox
            .deliver(&answer(
                &to(&mails[0]),
                &letter,
                "Ich komme.",
                "m1@haus.example",
            ))
            .await;
        mailbox
            .deliver(&stray("frage@unbekannt.example", "m2@haus.example"))
            .await;
        let postbox = mailbox.postbox();

        assert_eq!(inbox::look(&trial.app, &postbox).await.unwrap(), 2);
        assert_eq!(inbox::look(&trial.app, &postbox).await.unwrap(), 0);

        assert_eq!(open_count(trial).await, 2);
        assert!(
            mailbox
                .state_of("INBOX")
                .await
                .contains("MESSAGES 2 UNSEEN 0")
        );
        // The same mail through another door.
        mailbox
            .deliver(&stray("frage@unbekannt.example", "m2@haus.example"))
            .await;
        assert_eq!(inbox::look(&trial.app, &postbox).await.unwrap(), 0);
        assert_eq!(open_count(trial).await, 2);
        assert!(
            trial
                .office
                .get("/weimar/posteingang")
                .await
                .has("Zuletzt ins Postfach gesehen")
        );
    }
);

story!(
    a_break_between_keeping_and_moving_loses_and_doubles_nothing,
    |trial| async {
        let Some(mut mailbox) = Box::open() else {
            return;
        };
        mailbox
            .talk(&["CREATE \"Erledigt &- abgelegt\""], b"")
            .await;
        mailbox.settings.done_folder = Some("Erledigt & abgelegt".to_owned());
        mailbox
            .deliver(&stray("frage@unbekannt.example", "m1@haus.example"))
            .await;
        // Kept, and then the program died before the server heard of it.
        let taken = arrives(trial, stray("frage@unbekannt.example", "m1@haus.example")).await;
        assert!(matches!(taken, Taken::New(..)));

        assert_eq!(
            inbox::look(&trial.app, &mailbox.postbox()).await.unwrap(),
            0
        );

        assert_eq!(open_count(trial).await, 1);
        assert!(mailbox.state_of("INBOX").await.contains("MESSAGES 0"));
        let done = mailbox.state_of("\"Erledigt &- abgelegt\"").await;
        assert!(done.contains("MESSAGES 1"), "{done}");
    }
);

story!(
    a_folder_made_anew_is_read_anew_and_known_mails_stay_known,
    |trial| async {
        let Some(mut mailbox) = Box::open() else {
            return;
        };
        mailbox.talk(&["CREATE Post"], b"").await;
        mailbox.settings.folder = "Post".to_owned();
        let raw = stray("frage@unbekannt.example", "m1@haus.example");
        let append = format!("APPEND Post {{{}}}", raw.len());
        mailbox.talk(&[&append], &raw).await;
        assert_eq!(
            inbox::look(&trial.app, &mailbox.postbox()).await.unwrap(),
            1
        );

        // Another UIDVALIDITY: UIDs begin at 1 again.
        mailbox.talk(&["DELETE Post", "CREATE Post"], b"").await;
        mailbox.talk(&[&append], &raw).await;
        let new = stray("frage@unbekannt.example", "m2@haus.example");
        let append = format!("APPEND Post {{{}}}", new.len());
        mailbox.talk(&[&append], &new).await;

        assert_eq!(
            inbox::look(&trial.app, &mailbox.postbox()).await.unwrap(),
            1
        );
        assert_eq!(open_count(trial).await, 2);
    }
);

story!(
    a_mail_beyond_the_limit_is_kept_with_its_head,
    |trial| async {
        let Some(mailbox) = Box::open() else { return };
        let mut raw = stray("frage@unbekannt.example", "m1@haus.example");
        raw.resize(2 * 1024 * 1024, b'x');
        mailbox.deliver(&raw).await;

        assert_eq!(
            inbox::look(&trial.app, &mailbox.postbox()).await.unwrap(),
            1
        );

        assert_eq!(open_count(trial).await, 1);
        let mut pages = String::new();
        for (visitor, network) in [(&trial.office, "weimar"), (&trial.stranger, "celle")] {
            pages += &visitor.get(&format!("/{network}/posteingang")).await.text();
        }
        let elsewhere = pages.contains("Diese E-Mail ist zu groß");
        assert!(
            elsewhere || !pages.contains("Frage zum Sommerfest"),
            "{pages}"
        );
    }
);

story!(
    a_mailbox_that_cannot_be_read_is_said_and_loses_nothing,
    |trial| async {
        let Some(mut mailbox) = Box::open() else {
            return;
        };
        mailbox
            .deliver(&stray("frage@unbekannt.example", "m1@haus.example"))
            .await;
        mailbox.settings.folder = "Gibt es nicht".to_owned();
        assert!(inbox::look(&trial.app, &mailbox.postbox()).await.is_err());
        assert!(
            trial
                .office
                .get("/weimar/posteingang")
                .await
                .has("ließ sich zuletzt nicht lesen")
        );
        let found = mail::check_mailbox(Some(&mailbox.settings)).await;
        assert!(
            found.iter().all(|it| it.level() == mail::Level::Fault),
            "{found:?}"
        );

        mailbox.settings.folder = "INBOX".to_owned();
        assert_eq!(
            inbox::look(&trial.app, &mailbox.postbox()).await.unwrap(),
            1
        );
        assert!(
            !trial
                .office
                .get("/weimar/posteingang")
                .await
                .has("ließ sich zuletzt nicht lesen")
        );
        let found = mail::check_mailbox(Some(&mailbox.settings)).await;
        assert!(
            found.iter().all(|it| it.level() == mail::Level::Ok),
            "{found:?}"
        );
    }
);

story!(
    tls_is_spoken_and_a_stranger_certificate_is_refused,
    |trial| async {
        let Some(mut mailbox) = Box::open() else {
            return;
        };
        mailbox
            .deliver(&stray("frage@unbekannt.example", "m1@haus.example"))
            .await;
        let server = std::env::var("KREIS_TEST_IMAP_TLS").unwrap();
        let (host, port) = server.rsplit_once(':').unwrap();
        let authority = std::env::var("KREIS_TEST_IMAP_CA").unwrap();
        let plain_port = mailbox.settings.port;
        mailbox.settings.host = host.to_owned();
        mailbox.settings.port = Some(port.parse().unwrap());
        mailbox.settings.tls = Tls::Implicit;
        assert!(
            mailbox.postbox().open().await.is_err(),
            "nobody vouches for it"
        );

        mailbox.settings.trust_file = Some(authority.into());
        let open = mailbox.postbox().open().await.unwrap();
        assert_eq!(open.mails(), 1);
        open.close().await;
        mailbox.settings.tls = Tls::Starttls;
        mailbox.settings.port = plain_port;
        assert_eq!(
            inbox::look(&trial.app, &mailbox.postbox()).await.unwrap(),
            1
        );
    }
);
