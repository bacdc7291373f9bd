//! A registration as its mails tell of it.

use base::{Fault, GatheringId, Lang};
use calendar::dates;
use mail::Attachment;
use outbox::Sheet;
use register::Network;
use shell::{App, Wordings};
use store::Conn;
use uuid::Uuid;

use crate::actions::{Detail, Event};
use crate::rules::{Desk, Offered, Place, PlaceState, Registration};
use crate::{records, slots};

/// Everything that the mails say.
pub(super) struct Scene {
    pub(super) it: Registration,
    pub(super) desk: Desk,
    /// The places that still stand for somebody, and the one that a letter is about.
    pub(super) places: Vec<Place>,
    pub(super) dates: Vec<Offered>,
    pub(super) network: Network,
    pub(super) wordings: Wordings,
    pub(super) organisation: String,
    /// Why the date that a letter is about was called off.
    pub(super) reason: String,
    pub(super) lang: Lang,
    pub(super) door: String,
    /// What was chosen with each place.
    pub(super) workshops: Vec<(Uuid, slots::Lines)>,
}

impl Scene {
    pub(super) fn of(conn: &mut Conn<'_>, id: Uuid, lang: Lang) -> Result<Option<Self>, Fault> {
        let Some(it) = records::registration(conn, id)? else {
            return Ok(None);
        };
        let (Some(desk), Some(network)) = (
            records::desk(conn, it.desk)?,
            register::network(conn, it.network)?,
        ) else {
            return Ok(None);
        };
        let organisation = match it.organisation {
            Some(id) => register::organisation(conn, id)?.map(|it| it.name),
            None => None,
        };
        let places = records::places_of(conn, id)?;
        let mut workshops = Vec::new();
        for place in &places {
            workshops.push((place.id, slots::lines(conn, place)?));
        }
        Ok(Some(Self {
            places,
            dates: records::offered(conn, &desk)?,
            wordings: register::wordings(conn, network.id)?,
            organisation: organisation.unwrap_or_default(),
            reason: String::new(),
            it,
            desk,
            network,
            lang,
            door: String::new(),
            workshops,
        }))
    }

    /// Whether what a letter was to tell is still so.
    pub(super) fn still_stands(&self, detail: &Detail) -> bool {
        let about = detail.place;
        let place = self.places.iter().find(|it| Some(it.id) == about);
        let is_in = |states: &[PlaceState]| place.is_some_and(|it| states.contains(&it.state));
        let has_alive = self.places.iter().any(|it| it.state.is_alive());
        match detail.event {
            Event::Confirm => self
                .places
                .iter()
                .any(|it| it.state == PlaceState::Unconfirmed),
            Event::Stand | Event::Link | Event::Moved => has_alive,
            Event::Given | Event::Approved => {
                is_in(&[PlaceState::Confirmed, PlaceState::Requested])
            }
            Event::Shifted | Event::WorkshopGone => place.is_some_and(|it| it.state.is_alive()),
            Event::Workshop => self.has_workshop(about),
            Event::Offered => is_in(&[PlaceState::Offered]),
            Event::Lapsed => is_in(&[PlaceState::Expired]),
            Event::Cancelled => is_in(&[PlaceState::Cancelled]),
            Event::Refused => self.places.iter().any(|it| it.state == PlaceState::Refused),
        }
    }

    /// Whether somebody still has a workshop that they waited for.
    fn has_workshop(&self, about: Option<Uuid>) -> bool {
        let mut all = self.workshops.iter();
        let mine = all.find(|(place, _)| Some(*place) == about);
        mine.is_some_and(|(_, lines)| {
            lines
                .iter()
                .any(|(_, state)| *state == slots::ChoiceState::Chosen)
        })
    }

    /// The places that a letter names: the one that it is about, or all that still stand.
    pub(super) fn named(&self, detail: &Detail) -> Vec<&Place> {
        let is_end = matches!(
            detail.event,
            Event::Lapsed | Event::Cancelled | Event::Refused
        );
        if detail.event == Event::Shifted {
            let about = self.places.iter().find(|it| Some(it.id) == detail.place);
            let there = about.map(|it| it.gathering);
            let all = self.places.iter();
            return all
                .filter(|it| it.state.is_alive() && Some(it.gathering) == there)
                .collect();
        }
        match detail.place {
            Some(id) => self.places.iter().filter(|it| it.id == id).collect(),
            None if is_end => self.places.iter().collect(),
            None => {
                let all = self.places.iter();
                all.filter(|it| it.state.is_alive()).collect()
            }
        }
    }

    pub(super) fn date(&self, id: GatheringId) -> Option<&Offered> {
        self.dates.iter().find(|it| it.id == id)
    }

    /// When a date takes place, in words.
    pub(super) fn when(&self, it: &Offered) -> String {
        dates::span(it.starts, it.ends, self.lang)
    }

    /// An instant as the clocks of the date's zone show it.
    pub(super) fn instant(&self, it: &Offered, at: jiff::Timestamp) -> String {
        let zone = calendar::Zone::named(&it.zone).unwrap_or_else(|_| calendar::Zone::utc());
        dates::instant_local(at, &zone, self.lang)
    }

    /// The last words, and who writes.
    pub(super) fn close(&self, sheet: &mut Sheet<'_>) {
        let office = [("office", self.network.office_name.as_str().into())];
        sheet.text(sheet.own(&self.wordings, &register::CLOSING, &office));
    }

    /// The date for one's calendar, as a file.
    pub(super) fn calendar(
        &self,
        conn: &mut Conn<'_>,
        app: &App,
        at: GatheringId,
    ) -> Result<Option<Attachment>, Fault> {
        let Some(gathering) = gatherings::gathering(conn, at)? else {
            return Ok(None);
        };
        let home = app.url(self.lang, &format!("/{}", self.network.slug));
        let event = gatherings::ics_event(&gathering, &home, false);
        let feed = calendar::Feed {
            name: &self.network.name,
            description: None,
            refresh_hours: 12,
        };
        let ics = calendar::publish(&feed, &[event]);
        Ok(Some(Attachment {
            file_name: format!("{}.ics", gathering.slug),
            content_type: "text/calendar".to_owned(),
            bytes: ics.into_text().into_bytes(),
        }))
    }
}
