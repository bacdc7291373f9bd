//! What the mails of minutes say, in the recipient's language and the network's words.

use askama::Template;
use base::{Fault, Lang};
use calendar::dates;
use jiff::civil::Date;
use register::Network;
use shell::{Arg, Blank, Content, Marked, Phrases, Wording, Wordings, record, unmarked, written};

/// What approved minutes are sent out with.
const OPENING: Wording = Wording {
    name: "minutes-distribution",
    label: "minutes-wording-distribution",
    hint: "minutes-wording-distribution-hint",
    built_in: Some("minutes-mail-distribution"),
    blanks: &[
        Blank {
            word: "Titel",
            arg: "title",
        },
        Blank {
            word: "Tag",
            arg: "day",
        },
    ],
    langs: &Lang::ALL,
};

/// What a network may say in its own words in the letters of this room.
pub(crate) const WORDINGS: &[Wording] = &[OPENING];

/// A button of a mail.
pub(super) struct Button {
    pub label: String,
    pub href: String,
}

/// A mail's words: paragraphs, the one thing to do, and who writes.
#[derive(Template)]
#[template(path = "minutes/mail.html")]
pub(super) struct Words {
    pub lang: &'static str,
    pub subject: String,
    pub greeting: String,
    pub before: Vec<String>,
    pub button: Option<Button>,
    pub after: Vec<String>,
    /// The last words, who writes, and how the office can be reached; a line each.
    pub office: Vec<String>,
}

impl Words {
    /// The text part.
    pub fn text(&self) -> String {
        let mut parts = vec![self.greeting.clone()];
        parts.extend(self.before.iter().cloned());
        if let Some(button) = &self.button {
            parts.push(format!("{}\n{}", button.label, button.href));
        }
        parts.extend(self.after.iter().cloned());
        parts.push(self.office.join("\n"));
        unmarked(&parts.join("\n\n")) + "\n"
    }

    pub(super) fn content(self) -> Result<Content, Fault> {
        let html = self
            .render()
            .map_err(|cause| Fault::because("render a mail", cause))?;
        Ok(Content {
            text: self.text(),
            subject: self.subject,
            html: Some(html),
            ..Content::default()
        })
    }
}

/// Phrases in the recipient's language.
pub(super) struct Voice<'a> {
    pub(super) phrases: &'a Phrases,
    pub(super) lang: Lang,
}

impl Voice<'_> {
    pub(super) fn say(&self, key: &str) -> String {
        self.phrases.tell(self.lang, key, &[])
    }

    pub(super) fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.phrases.tell_written(self.lang, key, args)
    }

    pub(super) fn words(&self, to_name: &str, subject: &str, office: Vec<String>) -> Words {
        Words {
            lang: self.lang.tag(),
            subject: unmarked(subject),
            greeting: self.tell("minutes-mail-greeting", &[("name", to_name.into())]),
            before: Vec::new(),
            button: None,
            after: Vec::new(),
            office,
        }
    }
}

/// What a mail says of minutes that go round.
pub(super) struct Sent<'s> {
    pub(super) title: &'s str,
    pub(super) held: Date,
    pub(super) until: Date,
    pub(super) round: i64,
    pub(super) href: String,
    pub(super) office: Vec<String>,
}

/// What a mail says of a task that is called to mind.
pub(super) struct Called<'c> {
    pub(super) title: &'c str,
    pub(super) held: Date,
    pub(super) due: Date,
    pub(super) is_late: bool,
    pub(super) wording: &'c str,
    pub(super) href: String,
    pub(super) office: Vec<String>,
}

/// What a mail says of approved minutes.
pub(super) struct Approved<'a> {
    pub(super) title: &'a str,
    pub(super) held: Date,
    pub(super) full: bool,
    pub(super) href: String,
}

impl Voice<'_> {
    pub(super) fn office(&self, network: &Network, wordings: &Wordings) -> Vec<String> {
        let closing = register::closing(network, wordings, (self.phrases, self.lang));
        let lines = [&network.name, &network.office_phone, &network.office_mail];
        closing
            .lines()
            .chain(lines.into_iter().map(String::as_str))
            .filter(|line| !line.is_empty())
            .map(ToOwned::to_owned)
            .collect()
    }

    pub(super) fn distribution(
        &self,
        to_name: &str,
        approved: &Approved<'_>,
        (network, wordings): (&Network, &Wordings),
    ) -> Words {
        let args = [
            ("title", record(approved.title)),
            ("day", dates::day(approved.held, self.lang).into()),
        ];
        let subject = self.tell("minutes-mail-distribution-subject", &args);
        let mut words = self.words(to_name, &subject, self.office(network, wordings));
        let attached = if approved.full {
            "minutes-mail-distribution-full"
        } else {
            "minutes-mail-distribution-public"
        };
        let opening = wordings.tell(&OPENING, (self.phrases, self.lang), &args);
        words.before = opening
            .split("\n\n")
            .map(|paragraph| paragraph.trim().to_owned())
            .chain([self.say(attached)])
            .collect();
        words.button = Some(Button {
            label: self.say("minutes-mail-distribution-button"),
            href: approved.href.clone(),
        });
        words
    }

    pub(super) fn circulation(&self, to_name: &str, sent: Sent<'_>) -> Words {
        let args = [
            ("title", record(sent.title)),
            ("day", dates::day(sent.held, self.lang).into()),
            ("until", dates::day_long(sent.until, self.lang).into()),
            ("round", sent.round.into()),
        ];
        let key = if sent.round > 1 {
            "minutes-mail-circulation-again"
        } else {
            "minutes-mail-circulation"
        };
        let subject = self.tell("minutes-mail-circulation-subject", &args);
        let mut words = self.words(to_name, &subject, sent.office);
        words.before = vec![
            self.tell(key, &args),
            self.tell("minutes-mail-circulation-term", &args),
        ];
        words.button = Some(Button {
            label: self.say("minutes-mail-circulation-button"),
            href: sent.href,
        });
        words.after = vec![self.say("minutes-mail-circulation-lapse")];
        words
    }

    pub(super) fn reminder(&self, to_name: &str, called: Called<'_>) -> Words {
        let args = [
            ("title", record(called.title)),
            ("day", dates::day(called.held, self.lang).into()),
            ("due", dates::day_long(called.due, self.lang).into()),
        ];
        let [subject, opening] = if called.is_late {
            [
                "minutes-mail-reminder-late-subject",
                "minutes-mail-reminder-late",
            ]
        } else {
            ["minutes-mail-reminder-subject", "minutes-mail-reminder"]
        };
        let mut words = self.words(to_name, &self.tell(subject, &args), called.office);
        words.before = vec![
            self.tell(opening, &args),
            written(called.wording, self.lang),
            self.tell("minutes-mail-reminder-due", &args),
        ];
        words.button = Some(Button {
            label: self.say("minutes-mail-reminder-button"),
            href: called.href,
        });
        words.after = vec![self.say("minutes-mail-reminder-after")];
        words
    }
}
