//! Tests that put several parts of the crate together. The keys beside them sign nothing
//! but tests.

mod checking;
mod composing;
mod delivery;
mod reading;
mod signing;
mod tls;

use jiff::Timestamp;

use crate::{
    Attachment, AutoSubmitted, CalendarPart, DkimSettings, Letter, MailSettings, Mailbox, Sink,
};

pub(crate) const RSA: &str = include_str!("keys/rsa-2048.pem");
pub(crate) const RSA_PKCS1: &str = include_str!("keys/rsa-2048-pkcs1.pem");
pub(crate) const RSA_SHORT: &str = include_str!("keys/rsa-1024.pem");
pub(crate) const ED25519: &str = include_str!("keys/ed25519.pem");
pub(crate) const P256: &str = include_str!("keys/p256.pem");

pub(crate) const AUTHORITY: &str = include_str!("keys/authority.pem");
pub(crate) const SERVER: &str = include_str!("keys/server.pem");

pub(crate) const ICS: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//DE\r\n\
    METHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:1@example.org\r\nDTSTAMP:20260302T090000Z\r\n\
    DTSTART:20260414T080000Z\r\nSUMMARY:Frühjahrstagung – Erfurt\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

pub(crate) fn date() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

pub(crate) fn small_letter() -> Letter {
    Letter {
        message_id: "018f-0001@example.org".to_owned(),
        date: date(),
        from: Mailbox::named("Geschäftsstelle, Kreis Weimar", "buero@example.org"),
        reply_to: Some(Mailbox::bare("antwort+018f@example.org")),
        to: Mailbox::named("Leitung Jobcenter Weimar", "leitung@example.net"),
        subject: "Einladung: Frühjahrstagung in Weißensee".to_owned(),
        text: "Guten Tag,\n\nwir laden Sie herzlich ein.\n\nGrüße aus der Geschäftsstelle\n"
            .to_owned(),
        html: None,
        calendar: None,
        attachments: Vec::new(),
        auto_submitted: AutoSubmitted::Generated,
        headers: Vec::new(),
    }
}

pub(crate) fn full_letter() -> Letter {
    Letter {
        html: Some("<p>Wir laden Sie <strong>herzlich</strong> ein. Grüße!</p>".to_owned()),
        calendar: Some(CalendarPart {
            text: ICS.to_owned(),
            method: "REQUEST".to_owned(),
        }),
        attachments: vec![
            Attachment {
                file_name: "Einladung Frühjahrstagung – Größe & Übersicht.pdf".to_owned(),
                content_type: "application/pdf".to_owned(),
                bytes: (0..30_000_u32).map(|n| n.to_le_bytes()[0]).collect(),
            },
            Attachment {
                file_name: "termin.ics".to_owned(),
                content_type: "text/calendar; charset=utf-8".to_owned(),
                bytes: ICS.as_bytes().to_vec(),
            },
        ],
        headers: vec![
            (
                "List-Unsubscribe".to_owned(),
                "<https://kreis.example.org/abmelden/7>".to_owned(),
            ),
            (
                "List-Unsubscribe-Post".to_owned(),
                "List-Unsubscribe=One-Click".to_owned(),
            ),
        ],
        ..small_letter()
    }
}

pub(crate) fn settings_for(sink: &Sink) -> MailSettings {
    MailSettings {
        timeout_seconds: 5,
        ..MailSettings::on_this_machine(sink.address().port(), "buero@example.org")
    }
}

pub(crate) fn dkim_settings(key_file: &std::path::Path) -> DkimSettings {
    DkimSettings {
        domain: "example.org".to_owned(),
        selector: "kreis".to_owned(),
        key_file: key_file.to_owned(),
    }
}
