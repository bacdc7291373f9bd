//! The mails of registration, word for word.

use base::Fault;
use outbox::Sheet;
use register::Person;
use shell::{Link, record};

use super::scene::Scene;
use crate::actions::{Detail, Event};
use crate::rules::{Place, PlaceState};

type Words = (String, String, String);

/// How things stand.
pub(super) fn news(mut sheet: Sheet<'_>, scene: &Scene, detail: &Detail) -> Result<Words, Fault> {
    let named = scene.named(detail);
    let first = named.first().or(scene.places.first().as_ref()).copied();
    let date = first.and_then(|it| scene.date(it.gathering));
    let Some((first, date)) = first.zip(date) else {
        return Err(Fault::new("find the date of a registration"));
    };
    let is_off = date.state == gatherings::State::Cancelled;
    let (subject, opening) = match detail.event {
        Event::Shifted if is_off => ("registration-subject-off", "registration-opening-off"),
        Event::Shifted => (
            "registration-subject-shifted",
            "registration-opening-shifted",
        ),
        _ => keys(detail, &named),
    };
    let title = date.title.as_str();
    let name = scene.it.name.as_str();
    let until = first.until.map(|at| scene.instant(date, at));
    let args = [
        ("title", record(title)),
        (
            "day",
            calendar::dates::day(date.starts.date(), scene.lang).into(),
        ),
        ("until", until.unwrap_or_default().into()),
    ];
    sheet.text(sheet.tell("registration-mail-salutation", &[("name", name.into())]));
    sheet.text(sheet.tell(opening, &args));
    sheet.text(scene.reason.as_str());
    facts(&mut sheet, scene, &named);
    if tells_thanks(detail, &named) {
        sheet.text(scene.desk.thanks.in_lang(scene.lang).0);
        if !scene.desk.fee.is_empty() {
            sheet.text(scene.desk.fee.in_lang(scene.lang).0);
            sheet.text(sheet.say("registration-no-payment-mail"));
        }
        sheet.text(sheet.say("registration-mail-code"));
    }
    doors(&mut sheet, scene, detail);
    scene.close(&mut sheet);
    let subject = sheet.tell(subject, &args);
    let network = [("network", record(scene.network.name.as_str()))];
    let because = sheet.tell("registration-mail-because", &network);
    let (subject, text, html) = sheet.finished(&subject, &because)?;
    Ok((subject, text, html))
}

/// Who is told of a place, and only then: who waits gets no confirmation.
fn tells_thanks(detail: &Detail, named: &[&Place]) -> bool {
    let is_good = matches!(
        detail.event,
        Event::Stand | Event::Given | Event::Moved | Event::Approved
    );
    is_good && named.iter().any(|it| it.state == PlaceState::Confirmed)
}

/// Subject and first sentence, by what happened and how the places stand.
fn keys(detail: &Detail, named: &[&Place]) -> (&'static str, &'static str) {
    let all = |state: PlaceState| named.iter().all(|it| it.state == state);
    let any = |state: PlaceState| named.iter().any(|it| it.state == state);
    match detail.event {
        Event::Confirm => {
            let holds = named.iter().any(|it| it.holds);
            if holds {
                (
                    "registration-subject-confirm",
                    "registration-opening-confirm",
                )
            } else {
                (
                    "registration-subject-confirm",
                    "registration-opening-confirm-full",
                )
            }
        }
        Event::Link => ("registration-subject-link", "registration-opening-link"),
        Event::Workshop => ("slots-subject-given", "slots-opening-given"),
        Event::WorkshopGone => ("slots-subject-gone", "slots-opening-gone"),
        Event::Offered => (
            "registration-subject-offered",
            "registration-opening-offered",
        ),
        Event::Lapsed => ("registration-subject-lapsed", "registration-opening-lapsed"),
        Event::Cancelled => (
            "registration-subject-cancelled",
            "registration-opening-cancelled",
        ),
        Event::Refused => (
            "registration-subject-refused",
            "registration-opening-refused",
        ),
        Event::Moved if all(PlaceState::Confirmed) => {
            ("registration-subject-moved", "registration-opening-moved")
        }
        Event::Given if all(PlaceState::Confirmed) => {
            ("registration-subject-given", "registration-opening-given")
        }
        _ if all(PlaceState::Confirmed) => (
            "registration-subject-confirmed",
            "registration-opening-confirmed",
        ),
        _ if all(PlaceState::Waiting) => (
            "registration-subject-waiting",
            "registration-opening-waiting",
        ),
        _ if any(PlaceState::Requested) => (
            "registration-subject-requested",
            "registration-opening-requested",
        ),
        _ => ("registration-subject-mixed", "registration-opening-mixed"),
    }
}

/// What, when and where; each person with the state, where there are several.
fn facts(sheet: &mut Sheet<'_>, scene: &Scene, named: &[&Place]) {
    let mut seen = Vec::new();
    for place in named {
        if seen.contains(&place.gathering) {
            continue;
        }
        seen.push(place.gathering);
        let Some(date) = scene.date(place.gathering) else {
            continue;
        };
        let here = named.iter().filter(|it| it.gathering == place.gathering);
        let people: Vec<String> = here
            .map(|it| {
                let state = sheet.say(it.state.key());
                let args = [
                    ("name", it.name.as_str().into()),
                    ("state", state.as_str().into()),
                ];
                sheet.tell("registration-mail-person", &args)
            })
            .collect();
        let mut facts = vec![
            (
                sheet.say("registration-mail-what"),
                sheet.record(&date.title),
            ),
            (sheet.say("registration-mail-when"), scene.when(date)),
            (sheet.say("registration-mail-where"), date.place()),
            (sheet.say("registration-mail-who"), people.join("\n")),
        ];
        let workshops = workshops(sheet, scene, (named, place.gathering));
        if !workshops.is_empty() {
            facts.push((sheet.say("slots-workshops"), workshops.join("\n")));
        }
        sheet.facts(facts);
    }
}

/// What was chosen with the places of a date; who it is for, where there are several.
fn workshops(
    sheet: &Sheet<'_>,
    scene: &Scene,
    (named, at): (&[&Place], base::GatheringId),
) -> Vec<String> {
    let mut lines = Vec::new();
    for place in named
        .iter()
        .filter(|it| it.gathering == at && it.state.is_alive())
    {
        let mine = scene.workshops.iter().find(|(id, _)| *id == place.id);
        for (title, state) in mine.map(|(_, lines)| lines.as_slice()).unwrap_or_default() {
            let title = match title.in_lang(scene.lang) {
                (title, base::Lang::De) => record(title),
                (title, base::Lang::En) => title.into(),
            };
            let args = [
                ("name", place.name.as_str().into()),
                ("title", title),
                ("state", sheet.say(state.key()).into()),
            ];
            let key = if named.len() > 1 {
                "slots-mail-line-of"
            } else {
                "slots-mail-line"
            };
            lines.push(sheet.tell(key, &args));
        }
    }
    lines
}

fn doors(sheet: &mut Sheet<'_>, scene: &Scene, detail: &Detail) {
    let (key, note) = match detail.event {
        Event::Confirm => (
            "registration-door-confirm",
            "registration-door-confirm-note",
        ),
        Event::Offered => ("registration-door-offer", "registration-door-offer-note"),
        Event::Cancelled | Event::Lapsed => {
            ("registration-door-again", "registration-door-again-note")
        }
        Event::Refused => return,
        _ => ("registration-door", "registration-door-note"),
    };
    sheet.text(sheet.say(note));
    sheet.doors(vec![Link::new(sheet.say(key), &scene.door)]);
}

/// Asks the contact of an organisation whether somebody belongs to it.
pub(super) fn contact(
    mut sheet: Sheet<'_>,
    scene: &Scene,
    person: Option<&Person>,
) -> Result<Words, Fault> {
    let date = scene.places.first().and_then(|it| scene.date(it.gathering));
    let Some(date) = date else {
        return Err(Fault::new("find the date of a registration"));
    };
    if let Some(person) = person {
        sheet.text(register::salutation(&sheet, person));
    }
    let args = [
        ("name", scene.it.name.as_str().into()),
        ("organisation", scene.organisation.as_str().into()),
        ("title", record(date.title.as_str())),
    ];
    sheet.text(sheet.tell("registration-contact-opening", &args));
    sheet.facts(vec![
        (
            sheet.say("registration-mail-what"),
            sheet.record(&date.title),
        ),
        (sheet.say("registration-mail-when"), scene.when(date)),
        (sheet.say("registration-mail-where"), date.place()),
    ]);
    sheet.text(sheet.say("registration-contact-why"));
    let label = sheet.say("registration-contact-door");
    sheet.doors(vec![Link::new(label, &scene.door)]);
    scene.close(&mut sheet);
    let subject = sheet.tell("registration-contact-subject", &args);
    let network = [("network", record(scene.network.name.as_str()))];
    let because = sheet.tell("registration-contact-because", &network);
    let (subject, text, html) = sheet.finished(&subject, &because)?;
    Ok((subject, text, html))
}
