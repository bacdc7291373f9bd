//! What every mail about a gathering shows: salutation, facts, agenda, calendar.

use base::{Fault, Lang};
use calendar::{Attendee, Event, Organizer, Role, dates};
use gatherings::{AgendaItem, Gathering, Invitation, Speaker};
use outbox::{Row, Sheet};
use register::{Network, Representative};
use shell::{Addressed, App, Arg, Wordings, record};
use store::Conn;

use super::Doors;
use super::wordings::OPENING;

/// A gathering as one person is told of it.
pub(crate) struct Scene {
    pub(crate) gathering: Gathering,
    pub(crate) agenda: Vec<AgendaItem>,
    pub(crate) network: Network,
    pub(crate) wordings: Wordings,
    pub(crate) host: Option<String>,
    pub(crate) guest: Representative,
    pub(crate) via: String,
    pub(crate) to_name: String,
    pub(crate) to_address: String,
    pub(crate) lang: Lang,
    pub(crate) sequence: u32,
    pub(crate) doors: Doors,
}

impl Scene {
    /// The scene of an invitation; none where the register no longer knows the person.
    pub(crate) fn of(
        conn: &mut Conn<'_>,
        to: &Addressed,
        (invitation, gathering): (&Invitation, Gathering),
        doors: Doors,
    ) -> Result<Option<Self>, Fault> {
        let day = gathering.starts.date();
        let Some(guest) = register::representative(conn, invitation.person, day)? else {
            return Ok(None);
        };
        let sequence = invitation.sequence(gathering.sequence);
        let scene = Self::staged(conn, gathering, (guest, &invitation.via), to)?;
        Ok(scene.map(|scene| Self {
            sequence: u32::try_from(sequence).unwrap_or(0),
            doors,
            ..scene
        }))
    }

    /// The scene for somebody who may not be on the guest list.
    pub(crate) fn staged(
        conn: &mut Conn<'_>,
        gathering: Gathering,
        (guest, via): (Representative, &str),
        to: &Addressed,
    ) -> Result<Option<Self>, Fault> {
        let Some(network) = register::network(conn, gathering.network)? else {
            return Ok(None);
        };
        let host = match gathering.host {
            Some(id) => register::organisation(conn, id)?.map(|host| host.name),
            None => None,
        };
        Ok(Some(Self {
            agenda: gatherings::agenda(conn, gathering.id)?,
            wordings: register::wordings(conn, network.id)?,
            network,
            host,
            guest,
            via: via.to_owned(),
            to_name: to.to_name.clone(),
            to_address: to.to_address.clone(),
            lang: to.lang,
            sequence: u32::try_from(gathering.sequence).unwrap_or(0),
            gathering,
            doors: Doors::default(),
        }))
    }

    /// How the letter addresses the person.
    pub(crate) fn salutation(&self, sheet: &Sheet<'_>) -> String {
        register::salutation(sheet, &self.guest.person)
    }

    /// What the network's own words may name.
    pub(crate) fn blanks(&self) -> [(&'static str, Arg); 2] {
        [
            ("title", record(&self.gathering.title)),
            ("day", self.day().into()),
        ]
    }

    /// The first sentence of the invitation.
    pub(crate) fn opening(&self, sheet: &Sheet<'_>) -> String {
        sheet.own(&self.wordings, &OPENING, &self.blanks())
    }

    /// The last words, and who writes.
    pub(crate) fn close(&self, sheet: &mut Sheet<'_>) {
        let office = [("office", self.network.office_name.as_str().into())];
        sheet.text(sheet.own(&self.wordings, &register::CLOSING, &office));
    }

    /// When it takes place, in words.
    pub(crate) fn when(&self) -> String {
        dates::span(self.gathering.starts, self.gathering.ends, self.lang)
    }

    /// The day, in words.
    pub(crate) fn day(&self) -> String {
        dates::day(self.gathering.starts.date(), self.lang)
    }

    /// The focus, where it says more than the title.
    fn focus(&self) -> &str {
        let focus = self.gathering.focus.as_str();
        if focus == self.gathering.title {
            ""
        } else {
            focus
        }
    }

    /// What everybody wants to know first.
    pub(crate) fn facts(&self, sheet: &mut Sheet<'_>) {
        let it = &self.gathering;
        let guests: Vec<String> = it.guests.iter().map(party).collect();
        let place = [it.venue_name.clone(), it.address()];
        let place: Vec<String> = place.into_iter().filter(|it| !it.is_empty()).collect();
        let facts = [
            ("invitations-fact-when", self.when()),
            ("invitations-fact-where", place.join("\n")),
            ("invitations-fact-access", sheet.record(&it.venue_access)),
            (
                "invitations-fact-host",
                self.host.clone().unwrap_or_default(),
            ),
            ("invitations-fact-focus", sheet.record(self.focus())),
            ("invitations-fact-guests", guests.join("\n")),
        ];
        let facts = facts.map(|(key, value)| (sheet.say(key), value));
        sheet.facts(facts.into());
    }

    /// The agenda with its computed times.
    pub(crate) fn schedule(&self, sheet: &mut Sheet<'_>) {
        if self.agenda.is_empty() {
            return;
        }
        sheet.heading(sheet.say("invitations-agenda"));
        let times = gatherings::agenda_times(&self.gathering, &self.agenda);
        let rows = self.agenda.iter().zip(times).map(|(item, time)| Row {
            time: time.map_or_else(String::new, |time| dates::time(time, self.lang)),
            title: item.title.clone(),
            note: item
                .speakers
                .iter()
                .map(party)
                .chain([item.text.clone()])
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
        });
        sheet.schedule(rows.collect());
    }

    /// Why the person gets the mail.
    pub(crate) fn because(&self, sheet: &Sheet<'_>) -> String {
        let network = self.network.name.as_str();
        if self.via.is_empty() {
            return sheet.tell("invitations-because", &[("network", network.into())]);
        }
        sheet.tell(
            "invitations-because-via",
            &[
                ("network", network.into()),
                ("via", self.via.as_str().into()),
            ],
        )
    }

    /// The gathering as the person's calendar is to know it.
    pub(crate) fn event(&self, app: &App) -> Event {
        let home = app.url(self.lang, &format!("/{}", self.network.slug));
        let mut event = gatherings::ics_event(&self.gathering, &home, false);
        event.sequence = self.sequence;
        let titles = self.agenda.iter().map(|item| format!("- {}", item.title));
        let agenda = titles.collect::<Vec<_>>().join("\n");
        event.description = match event.description {
            Some(text) if !agenda.is_empty() => Some(format!("{text}\n\n{agenda}")),
            None if !agenda.is_empty() => Some(agenda),
            other => other,
        };
        event
    }

    /// The office, as calendars know it.
    pub(crate) fn organizer(&self, app: &App) -> Organizer {
        let mail = match &app.settings.answers_to {
            Some(mailbox) => mailbox.clone(),
            None if self.network.office_mail.is_empty() => app.settings.mail_from.clone(),
            None => self.network.office_mail.clone(),
        };
        Organizer {
            name: self.network.name.clone(),
            mail,
        }
    }

    /// The one person whom this mail invites.
    pub(crate) fn attendee(&self) -> Attendee {
        Attendee {
            name: self.to_name.clone(),
            mail: self.to_address.clone(),
            role: Role::Required,
        }
    }
}

/// Somebody with a part in it, in one line.
pub(crate) fn party(speaker: &Speaker) -> String {
    [&speaker.name, &speaker.function, &speaker.body]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(", ")
}
