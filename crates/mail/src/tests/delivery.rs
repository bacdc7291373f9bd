//! Delivery to a real server on the loopback, in all its moods.

use std::{sync::Arc, time::Duration};

use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

use super::{full_letter, settings_for, small_letter};
use crate::{
    Answer, Cause, Envelope, Hindrance, MailSettings, Outcome, Postman, ReceivedMail, Sink,
    SinkManners, Stage, compose,
};

fn envelope() -> Envelope {
    Envelope::new("bounce@example.org", "leitung@example.net").unwrap()
}

fn code(outcome: &Outcome) -> u16 {
    match outcome {
        Outcome::Accepted(answer) | Outcome::Refused(answer) | Outcome::NoSuchAddress(answer) => {
            answer.code
        }
        Outcome::Again(hindrance) => match &hindrance.cause {
            Cause::Answer(answer) => answer.code,
            _ => 0,
        },
    }
}

/// Speaks raw SMTP and gives back everything the server said.
async fn speak(sink: &Sink, said: &[u8]) -> String {
    let mut stream = TcpStream::connect(sink.address()).await.unwrap();
    stream.write_all(said).await.unwrap();
    let mut heard = String::new();
    stream.read_to_string(&mut heard).await.unwrap();
    heard
}

/// The codes of the answers, without the lines in between of long ones.
fn codes(heard: &str) -> Vec<&str> {
    heard
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(code, _)| code)
        .collect()
}

#[tokio::test]
async fn taken_mail_arrives_byte_for_byte() {
    let (sink, mut mails) = Sink::start(SinkManners::default()).await.unwrap();
    let postman = Postman::new(&settings_for(&sink)).unwrap();
    let raw = compose(&full_letter()).unwrap();

    let outcome = postman.deliver(&envelope(), &raw).await;

    assert_eq!(
        outcome,
        Outcome::Accepted(Answer {
            code: 250,
            text: "2.0.0 taken".to_owned()
        })
    );
    let mail = mails.recv().await.unwrap();
    assert_eq!(mail.from, "bounce@example.org");
    assert_eq!(mail.to, ["leitung@example.net"]);
    // The client ends a mail with a line break of its own.
    assert_eq!(mail.raw.trim_ascii_end(), raw.trim_ascii_end());
    postman.close().await;
    sink.stop().await;
}

#[tokio::test]
async fn lines_with_dots_arrive_as_they_were() {
    let (sink, mut mails) = Sink::start(SinkManners::default()).await.unwrap();
    let postman = Postman::new(&settings_for(&sink)).unwrap();
    let raw = b"Subject: x\r\n\r\n.\r\n..\r\n.a\r\nend\r\n.";

    postman.deliver(&envelope(), raw).await;

    assert_eq!(
        mails.recv().await.unwrap().raw,
        b"Subject: x\r\n\r\n.\r\n..\r\n.a\r\nend\r\n.\r\n"
    );
}

#[tokio::test]
async fn unknown_recipient_is_refused_for_good_and_the_next_letter_goes_through() {
    let manners = SinkManners {
        refused_recipients: ["weg@example.net".to_owned()].into(),
        ..SinkManners::default()
    };
    let (sink, mut mails) = Sink::start(manners).await.unwrap();
    let postman = Postman::new(&settings_for(&sink)).unwrap();
    let raw = compose(&small_letter()).unwrap();
    let gone = Envelope::new("bounce@example.org", "Weg@example.net").unwrap();

    let refused = postman.deliver(&gone, &raw).await;
    let accepted = postman.deliver(&envelope(), &raw).await;

    let text = "5.1.1 no such mailbox".to_owned();
    assert_eq!(refused, Outcome::NoSuchAddress(Answer { code: 550, text }));
    assert_eq!(code(&accepted), 250);
    assert_eq!(mails.recv().await.unwrap().to, ["leitung@example.net"]);
}

#[tokio::test]
async fn put_off_mail_goes_through_later() {
    let manners = SinkManners {
        try_later: 2,
        ..SinkManners::default()
    };
    let (sink, _mails) = Sink::start(manners).await.unwrap();
    let postman = Postman::new(&settings_for(&sink)).unwrap();
    let raw = compose(&small_letter()).unwrap();

    let mut outcomes = Vec::new();
    for _ in 0..3 {
        outcomes.push(postman.deliver(&envelope(), &raw).await);
    }

    assert!(matches!(&outcomes[0], Outcome::Again(h) if h.stage == Stage::Recipient));
    assert_eq!(
        outcomes.iter().map(code).collect::<Vec<_>>(),
        [451, 451, 250]
    );
}

#[tokio::test]
async fn lost_receipt_says_that_the_mail_may_have_arrived() {
    let manners = SinkManners {
        hang_up_after_data: 1,
        ..SinkManners::default()
    };
    let (sink, _mails) = Sink::start(manners).await.unwrap();
    let postman = Postman::new(&settings_for(&sink)).unwrap();
    let raw = compose(&small_letter()).unwrap();

    let lost = postman.deliver(&envelope(), &raw).await;
    let again = postman.deliver(&envelope(), &raw).await;

    let Outcome::Again(hindrance) = lost else {
        panic!("{lost:?}")
    };
    assert!(hindrance.may_have_arrived(), "{hindrance}");
    assert_eq!(code(&again), 250);
}

#[tokio::test]
async fn slow_server_is_waited_for_and_silent_one_is_not() {
    let slow = SinkManners {
        answer_delay: Duration::from_millis(20),
        ..SinkManners::default()
    };
    let (sink, _mails) = Sink::start(slow).await.unwrap();
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let raw = compose(&small_letter()).unwrap();
    let to_silent = MailSettings {
        port: Some(silent.local_addr().unwrap().port()),
        timeout_seconds: 1,
        ..settings_for(&sink)
    };

    let slow = Postman::new(&settings_for(&sink))
        .unwrap()
        .deliver(&envelope(), &raw)
        .await;
    let silent = Postman::new(&to_silent)
        .unwrap()
        .deliver(&envelope(), &raw)
        .await;

    assert_eq!(code(&slow), 250);
    let waited = Hindrance {
        stage: Stage::Connect,
        cause: Cause::Timeout,
    };
    assert_eq!(silent, Outcome::Again(waited));
}

#[tokio::test]
async fn no_server_means_again() {
    let (sink, _mails) = Sink::start(SinkManners::default()).await.unwrap();
    let settings = settings_for(&sink);
    sink.stop().await;

    let outcome = Postman::new(&settings)
        .unwrap()
        .deliver(&envelope(), b"x: y\r\n\r\n")
        .await;

    assert!(
        matches!(
            &outcome,
            Outcome::Again(Hindrance {
                stage: Stage::Connect,
                cause: Cause::Broken(_)
            })
        ),
        "{outcome:?}"
    );
}

/// A server that hangs up after its first mail, as some do after so many mails or minutes.
async fn serve_one_mail_per_connection(listener: TcpListener) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        let (mut line, mut in_mail) = (String::from("first"), false);
        stream.write_all(b"220 hi\r\n").await.unwrap();
        while !(line.is_empty() || in_mail && line == ".\r\n") {
            line.clear();
            stream.read_line(&mut line).await.unwrap();
            let answer: &[u8] = match line.as_str() {
                _ if in_mail => b"",
                "DATA\r\n" => b"354 go on\r\n",
                _ => b"250 fine\r\n",
            };
            in_mail |= line == "DATA\r\n";
            stream.write_all(answer).await.unwrap();
        }
        stream
            .write_all(b"250 taken\r\n421 enough\r\n")
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn connection_the_server_closed_is_replaced_unseen() {
    let (sink, _mails) = Sink::start(SinkManners::default()).await.unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = Some(listener.local_addr().unwrap().port());
    let postman = Postman::new(&MailSettings {
        port,
        ..settings_for(&sink)
    })
    .unwrap();
    let server = tokio::spawn(serve_one_mail_per_connection(listener));

    let mut outcomes = Vec::new();
    for _ in 0..3 {
        outcomes.push(
            postman
                .deliver(&envelope(), b"Subject: x\r\n\r\nkurz\r\n")
                .await,
        );
    }

    assert_eq!(
        outcomes.iter().map(code).collect::<Vec<_>>(),
        [250, 250, 250],
        "{outcomes:?}"
    );
    server.abort();
}

#[tokio::test]
async fn wrong_password_is_no_fault_of_the_letter() {
    let login = Some(("kreis".to_owned(), "geheim".to_owned()));
    let (sink, _mails) = Sink::start(SinkManners {
        login,
        ..Default::default()
    })
    .await
    .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (right, wrong) = (folder.path().join("right"), folder.path().join("wrong"));
    std::fs::write(&right, "geheim\n").unwrap();
    std::fs::write(&wrong, "falsch\n").unwrap();
    let raw = compose(&small_letter()).unwrap();
    let mut settings = MailSettings {
        user: Some("kreis".to_owned()),
        ..settings_for(&sink)
    };

    let mut outcomes = Vec::new();
    for file in [right, wrong] {
        settings.password_file = Some(file);
        outcomes.push(
            Postman::new(&settings)
                .unwrap()
                .deliver(&envelope(), &raw)
                .await,
        );
    }

    assert_eq!(code(&outcomes[0]), 250);
    assert_eq!(code(&outcomes[1]), 535);
    assert!(matches!(&outcomes[1], Outcome::Again(h) if h.stage == Stage::Login));
}

#[tokio::test]
async fn mail_over_the_limit_is_refused_for_good() {
    let manners = SinkManners {
        size_limit: 500,
        ..SinkManners::default()
    };
    let (sink, _mails) = Sink::start(manners).await.unwrap();
    let postman = Postman::new(&settings_for(&sink)).unwrap();

    let too_large = postman
        .deliver(&envelope(), &compose(&full_letter()).unwrap())
        .await;
    let one_line = postman.deliver(&envelope(), &[b'x'; 2000]).await;
    let fits = postman
        .deliver(&envelope(), b"Subject: x\r\n\r\nkurz\r\n")
        .await;

    assert_eq!([&too_large, &one_line, &fits].map(code), [552, 552, 250]);
    assert!(matches!(too_large, Outcome::Refused(_)));
}

#[tokio::test]
async fn many_at_once_all_arrive_over_few_connections() {
    let manners = SinkManners {
        max_connections: 4,
        ..SinkManners::default()
    };
    let (sink, mut mails) = Sink::start(manners).await.unwrap();
    let postman = Arc::new(Postman::new(&settings_for(&sink)).unwrap());
    let raw: Arc<[u8]> = compose(&small_letter()).unwrap().into();

    let mut deliveries = tokio::task::JoinSet::new();
    for number in 0..60 {
        let (postman, raw) = (postman.clone(), raw.clone());
        deliveries.spawn(async move {
            let to = format!("nr{number}@example.net");
            postman
                .deliver(&Envelope::new("", &to).unwrap(), &raw)
                .await
        });
    }
    let outcomes = deliveries.join_all().await;

    assert!(
        outcomes.iter().all(|outcome| code(outcome) == 250),
        "{outcomes:?}"
    );
    let mut recipients = std::collections::BTreeSet::new();
    for _ in 0..60 {
        let ReceivedMail { from, to, .. } = mails.recv().await.unwrap();
        assert_eq!(from, "");
        recipients.extend(to);
    }
    assert_eq!(recipients.len(), 60);
    sink.stop().await;
}

#[tokio::test]
async fn sink_takes_commands_in_one_go_and_in_order() {
    let (sink, mut mails) = Sink::start(SinkManners::default()).await.unwrap();

    let heard = speak(
        &sink,
        b"EHLO x\r\nMAIL FROM:<a@b.de> BODY=8BITMIME SMTPUTF8\r\nRCPT TO:<c@d.de>\r\n\
          RSET\r\nRCPT TO:<c@d.de>\r\nmail from:<>\r\nrcpt to:<\xc3\xbc@d.de>\r\nNOOP\r\nDATA\r\n\
          \xc3\xbc\r\n..\r\na\n.\nb\n.\r\n..c\r\n.\r\nTURN\r\nQUIT\r\n",
    )
    .await;

    assert_eq!(
        codes(&heard),
        [
            "220", "250", "250", "250", "250", "503", "250", "250", "250", "354", "250", "502",
            "221"
        ]
    );
    let mail = mails.recv().await.unwrap();
    assert_eq!(
        (mail.from.as_str(), mail.to),
        ("", vec!["ü@d.de".to_owned()])
    );
    assert_eq!(mail.raw, "ü\r\n.\r\na\n.\nb\n.\r\n.c\r\n".as_bytes());
}

#[tokio::test]
async fn sink_refuses_what_is_out_of_order_or_too_long() {
    let (sink, _mails) = Sink::start(SinkManners::default()).await.unwrap();
    let long = vec![b'x'; 5000];

    let heard = speak(
        &sink,
        &[&b"MAIL FROM:<a@b.de>\r\nEHLO x\r\nDATA\r\nRCPT TO:<a@b.de>\r\nMAIL a\r\nAUTH PLAIN x\r\n"[..],
            &long, b"\r\nMAIL FROM:<a@b.de> SIZE=99999999\r\nQUIT\r\n"].concat(),
    )
    .await;

    assert_eq!(
        codes(&heard),
        [
            "220", "503", "250", "503", "503", "501", "503", "500", "552", "221"
        ]
    );
}

#[tokio::test]
async fn stopping_the_sink_ends_open_conversations() {
    let (sink, _mails) = Sink::start(SinkManners::default()).await.unwrap();
    let mut stream = TcpStream::connect(sink.address()).await.unwrap();
    let mut greeting = [0; 3];
    stream.read_exact(&mut greeting).await.unwrap();

    sink.stop().await;

    let mut rest = Vec::new();
    stream.read_to_end(&mut rest).await.unwrap();
    assert_eq!(&greeting, b"220");
}
