//! What each of the crowd does until nobody answers any more.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use base::GatheringId;
use trial::{Installation, Seen, Visitor, form, tokio};

use super::{Crowd, Doors};
use crate::registration::Fields;

/// What must be found of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Expected {
    /// Nothing was acknowledged.
    Anything,
    /// They are known.
    Known,
    /// They have a place or stand in line.
    Alive,
    /// They have a place.
    Firm,
    /// They have a place at this date.
    At(GatheringId),
    /// They gave back all they had.
    Gone,
}

/// Somebody of the crowd.
#[derive(Debug)]
pub(super) struct Guest {
    pub(super) mail: String,
    page: String,
    fields: Fields,
    targets: Vec<GatheringId>,
    /// Whether the office enters them.
    by_office: bool,
    is_told: bool,
    is_confirmed: bool,
    /// What was acknowledged last.
    pub(super) sure: Expected,
    /// What was asked without an answer: it may be so or not.
    pub(super) open: Option<Expected>,
    /// How much was acknowledged.
    pub(super) acknowledged: usize,
}

fn chance(of: usize) -> usize {
    let thrown = RandomState::new().build_hasher().finish();
    usize::try_from(thrown % u64::try_from(of).unwrap()).unwrap()
}

impl Guest {
    pub(super) fn new(doors: &Doors, round: u32, number: usize) -> Self {
        let name = format!("Andrang {round} {number}");
        let mail = format!("andrang-{round}-{number}@crowd.example");
        let is_alone = number % 4 == 3;
        let (gathering, page) = if is_alone {
            &doors.alone
        } else {
            &doors.dates[chance(doors.dates.len())]
        };
        Self {
            fields: form![
                ("gathering", gathering),
                ("name", name),
                ("mail", mail.clone()),
                ("organisation", ""),
                ("website", "")
            ],
            page: page.clone(),
            mail,
            targets: if is_alone {
                Vec::new()
            } else {
                doors.dates.iter().map(|(id, _)| *id).collect()
            },
            by_office: number % 7 == 5,
            is_told: false,
            is_confirmed: false,
            sure: Expected::Anything,
            open: None,
            acknowledged: 0,
        }
    }

    /// What is found counts from now on.
    pub(super) fn settle(&mut self, found: Expected, is_confirmed: bool) {
        (self.sure, self.open) = (found, None);
        self.is_confirmed = is_confirmed;
    }

    /// Asks for something; none where nobody answers any more, else whether it was done.
    async fn ask(
        &mut self,
        browser: &Visitor,
        (path, fields): (&str, Fields),
        expected: Expected,
    ) -> Option<bool> {
        self.open = Some(expected);
        let seen = browser.post(path, fields).await;
        if seen.status == 502 {
            return None;
        }
        assert!(
            matches!(seen.status, 303 | 422),
            "{} at {path}: {}",
            seen.status,
            seen.main_text()
        );
        self.open = None;
        let is_done = seen.status == 303;
        if is_done {
            self.sure = expected;
            self.acknowledged += 1;
        }
        Some(is_done)
    }

    async fn works(
        &mut self,
        (browser, office): (&Visitor, &Visitor),
        links: &Mutex<BTreeMap<String, String>>,
    ) -> Option<()> {
        loop {
            if self.by_office {
                let path = format!("{}/anmeldungen/neu", self.page);
                if self.sure == Expected::Anything {
                    let asked = (path.as_str(), self.fields.clone());
                    if !self.ask(office, asked, Expected::Alive).await? {
                        // It was taken before the program was killed.
                        self.sure = Expected::Known;
                    }
                }
            } else if !self.is_told {
                self.registers(browser).await?;
            }
            let link = {
                let known = links.lock().unwrap_or_else(PoisonError::into_inner);
                known.get(&self.mail).cloned()
            };
            match link {
                Some(link) if self.is_confirmed || self.by_office => {
                    self.changes(browser, &link).await?;
                }
                Some(link) => {
                    let path = format!("{link}/bestaetigung");
                    let asked = (path.as_str(), form![]);
                    self.is_confirmed = self.ask(browser, asked, Expected::Alive).await?;
                }
                None => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                    if browser.get("/healthz").await.status == 502 {
                        return None;
                    }
                }
            }
        }
    }

    /// Sends the form, sometimes twice in the same moment.
    async fn registers(&mut self, browser: &Visitor) -> Option<()> {
        let path = format!("{}/anmeldung", self.page);
        let (asked, twin) = ((path.as_str(), self.fields.clone()), self.fields.clone());
        let expected = match self.sure {
            Expected::Anything => Expected::Known,
            sure => sure,
        };
        let first = self.ask(browser, asked, expected);
        let done = if chance(3) == 0 {
            let (done, _) = tokio::join!(first, browser.post(&path, twin));
            done?
        } else {
            first.await?
        };
        self.is_told = done;
        if chance(3) == 0 {
            let asked = (path.as_str(), self.fields.clone());
            self.ask(browser, asked, self.sure).await?;
        }
        Some(())
    }

    /// Moves, gives back, comes back, takes what is offered, or looks only.
    async fn changes(&mut self, browser: &Visitor, link: &str) -> Option<()> {
        let own = browser.get(link).await;
        if own.status == 502 {
            return None;
        }
        assert_eq!(own.status, 200, "{}", own.main_text());
        let act = |rest: &str| format!("{link}/{rest}");
        let has = |rest: &str| own.html().contains(&format!("{link}/{rest}"));
        match chance(6) {
            0 | 1 if has("annahme") => {
                let fields = form![("place", own.field("place")?)];
                self.ask(browser, (&act("annahme"), fields), Expected::Firm)
                    .await?;
            }
            2 | 3 if !self.targets.is_empty() => {
                let to = self.targets[chance(self.targets.len())];
                let mut fields = form![("gathering", to)];
                let mut expected = Expected::At(to);
                if chance(2) == 0 {
                    fields.push(("waits".to_owned(), "true".to_owned()));
                    // Nobody loses a place by waiting for another.
                    expected = match self.sure {
                        Expected::At(_) | Expected::Firm => Expected::Firm,
                        _ => Expected::Alive,
                    };
                }
                self.ask(browser, (&act("umbuchung"), fields), expected)
                    .await?;
            }
            4 => {
                let places = places_of(&browser.get(&act("absage")).await);
                if !places.is_empty() {
                    let fields = places.into_iter();
                    let fields = fields.map(|it| ("place".to_owned(), it)).collect();
                    self.ask(browser, (&act("absage"), fields), Expected::Gone)
                        .await?;
                }
            }
            _ if has("rueckkehr") && !has("absage") => {
                let fields = form![("place", own.field("place")?)];
                self.ask(browser, (&act("rueckkehr"), fields), Expected::Alive)
                    .await?;
            }
            _ => tokio::time::sleep(Duration::from_millis(10)).await,
        }
        Some(())
    }
}

/// The places that a page asks about.
fn places_of(seen: &Seen) -> Vec<String> {
    let html = seen.html();
    html.split("<input ")
        .filter_map(|rest| rest.split_once('>'))
        .filter(|(tag, _)| tag.contains("name=\"place\""))
        .filter_map(|(tag, _)| tag.split_once("value=\"")?.1.split('"').next())
        .map(str::to_owned)
        .collect()
}

/// Reads what comes by mail, as long as the program lives.
async fn postman(
    office: &Installation,
    browser: &Visitor,
    links: &Mutex<BTreeMap<String, String>>,
) {
    while browser.get("/healthz").await.status != 502 {
        fetch(office, links).await;
        tokio::time::sleep(Duration::from_millis(80)).await;
    }
}

async fn fetch(office: &Installation, links: &Mutex<BTreeMap<String, String>>) {
    let mails = office.mails().await;
    let mut known = links.lock().unwrap_or_else(PoisonError::into_inner);
    for mail in &mails {
        let text = mail.text.as_deref().unwrap_or_default();
        let own = text
            .split_whitespace()
            .filter_map(|word| word.strip_prefix(trial::SERVED_URL))
            .find(|path| path.starts_with("/anmeldung/"));
        if let (Some(own), Some(to)) = (own, mail.to.first()) {
            known.insert(to.address.clone(), own.to_owned());
        }
    }
}

/// The office says yes to whoever awaits it, and gives places to who is first in line.
async fn approve(doors: &Doors, office: &Visitor) -> Option<()> {
    let list = format!("{}/anmeldungen", doors.alone.1);
    loop {
        let seen = office.get(&format!("{list}?stand=requested")).await;
        let places = seen.links().into_iter();
        let mut places = places.filter(|(_, href)| href.starts_with(&format!("{list}/0")));
        match places.next() {
            Some((_, place)) => {
                let said = office.post(&format!("{place}/zustimmung"), form![]).await;
                // Whoever gave the place back meanwhile awaits nothing.
                assert!(matches!(said.status, 303 | 422 | 502), "{}", said.text());
            }
            None if seen.status == 502 => return None,
            None => tokio::time::sleep(Duration::from_millis(40)).await,
        }
    }
}

/// All at the same time, each one thing after the other.
pub(super) async fn everybody(
    installation: &Installation,
    doors: &Doors,
    (browser, session): (&Visitor, &Seen),
    crowd: &mut Crowd,
) {
    let office = &browser.clone().with_cookie_of(session);
    let Crowd { guests, links } = crowd;
    let links = &*links;
    let all = guests
        .iter_mut()
        .map(|it| it.works((browser, office), links));
    let all = futures_util::future::join_all(all);
    tokio::join!(
        all,
        postman(installation, browser, links),
        approve(doors, office)
    );
}
