//! Reading what strangers send: whatever comes, it is read or it is none.

use proptest::prelude::*;

use crate::incoming;

const REPORT: &str = "From: MAILER-DAEMON@post.example\r\nMessage-ID: <r@post.example>\r\n\
    Content-Type: multipart/report; boundary=r\r\n\r\n--r\r\n\r\nnot delivered\r\n--r\r\n\
    Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; a\r\n\r\n\
    Final-Recipient: rfc822; a@b.example\r\nAction: delayed\r\nStatus: 4.4.1\r\n--r\r\n\
    Content-Type: text/rfc822-headers\r\n\r\nMessage-ID: <1@kreis.example>\r\n--r--\r\n";

#[test]
fn a_delay_is_no_bounce_but_no_persons_mail_either() {
    let read = incoming(REPORT.as_bytes()).unwrap();

    assert_eq!(read.bounce, None);
    assert!(read.is_automatic);
}

#[test]
fn a_failed_one_names_letter_status_and_recipient() {
    let failed = REPORT.replace("delayed", "failed");
    let bounce = incoming(failed.as_bytes()).unwrap().bounce.unwrap();

    assert_eq!(bounce.message_ids, ["1@kreis.example"]);
    assert_eq!(bounce.recipient.as_deref(), Some("a@b.example"));
    assert_eq!(bounce.status, "4.4.1");
}

#[test]
fn html_alone_becomes_text_and_marks_that_turn_reading_are_gone() {
    let raw = "From: a@b.example\r\nSubject: =?utf-8?B?4oCuZXhlLnBkZg==?=\r\n\
        Content-Type: text/html; charset=utf-8\r\n\r\n<p>Guten <b>Tag</b></p><script>x()</script>";
    let read = incoming(raw.as_bytes()).unwrap();

    assert_eq!(read.subject, "exe.pdf");
    assert!(read.text.contains("Guten Tag") && !read.text.contains('<'));
}

proptest! {
    #[test]
    fn nothing_makes_the_reader_fail(
        bytes in prop::collection::vec(any::<u8>(), 0..600),
        at in 0_usize..400,
    ) {
        incoming(&bytes);
        let mut planted = REPORT.as_bytes().to_vec();
        let at = at.min(planted.len());
        planted.splice(at..at, bytes);
        if let Some(read) = incoming(&planted) {
            prop_assert!(!read.text.contains('\0') && !read.subject.contains('\n'));
        }
    }
}
