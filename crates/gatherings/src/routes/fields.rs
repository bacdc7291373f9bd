//! The form with a gathering's facts: what it offers, shows and reads.

use std::collections::BTreeSet;

use base::access::{Audience, Right, Subject};
use base::{Blame, Fault, GroupId, NetworkId, OrganisationId};
use calendar::{Zone, dates};
use register::Among;
use shell::{Form, LINE, TEXT, Visit};
use store::Conn;

use super::show::audience_key;
use crate::actions::GatheringInput;
use crate::pages::form::Choices;
use crate::records;
use crate::rules::{CoOrganiser, Fold, Gathering, LocalInput, Speaker, Venue, When, tags_of};

/// The longest address of an online meeting.
const URL: usize = 500;

/// The fields that name organisations.
const HOST: (&str, Among) = ("host", Among::Organisations);
const PARTNERS: (&str, Among) = ("co_organisers", Among::Organisations);

/// Puts ids in place of the names that were typed.
pub(super) fn settle(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    form: &mut Form,
) -> Result<(), Fault> {
    let here = (network, visit.today());
    register::settle(conn, here, form, HOST)?;
    register::settle_several(conn, here, form, PARTNERS)
}

/// What the form offers for choice.
pub(super) fn choices(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
    form: &Form,
) -> Result<Choices, Fault> {
    let here = (network, visit.today());
    let host = (HOST.0, HOST.1, visit.say("gatherings-host-none"));
    let mut hosts = register::offer(conn, visit, here, form, host)?;
    if let Some(all) = &mut hosts.all {
        let hosting: BTreeSet<String> = register::organisations_of(conn, network)?
            .into_iter()
            .filter(|it| it.can_host)
            .map(|it| it.id.to_string())
            .collect();
        // Who can receive the others stands first.
        all.sort_by_key(|(id, _)| !id.is_empty() && !hosting.contains(id));
    }
    Ok(Choices {
        hosts,
        partners: register::offer_several(conn, visit, here, form, PARTNERS)?,
        groups: groups(conn, visit, network)?,
        series: series(conn, visit, network)?,
        audiences: audiences(
            visit,
            &[Audience::Public, Audience::Members, Audience::Invited],
        ),
        folds: [
            (Fold::First, "gatherings-fold-first"),
            (Fold::Second, "gatherings-fold-second"),
        ]
        .map(|(fold, key)| (fold.word().to_owned(), visit.say(key).to_owned()))
        .to_vec(),
        informs: super::informs(visit),
    })
}

/// The office plans for any group or none, a leader for the groups they lead.
fn groups(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
) -> Result<Vec<(String, String)>, Fault> {
    let is_office = visit.may(Right::RunOffice, &Subject::Network(network));
    let mut groups: Vec<_> = register::groups_of(conn, network)?
        .into_iter()
        .filter(|group| !group.ended && (is_office || visit.actor.leads(group.id)))
        .map(|group| (group.id.to_string(), group.name))
        .collect();
    if is_office && !groups.is_empty() {
        let none = visit.say("gatherings-group-none").to_owned();
        groups.insert(0, (String::new(), none));
    }
    Ok(groups)
}

fn series(
    conn: &mut Conn<'_>,
    visit: &Visit,
    network: NetworkId,
) -> Result<Vec<(String, String)>, Fault> {
    let mut series: Vec<_> = records::series::series_of(conn, network)?
        .into_iter()
        .map(|series| (series.id.to_string(), series.name))
        .collect();
    if !series.is_empty() {
        series.insert(
            0,
            (String::new(), visit.say("gatherings-series-not").to_owned()),
        );
    }
    Ok(series)
}

/// Audiences as choices.
pub(super) fn audiences(visit: &Visit, offered: &[Audience]) -> Vec<(String, String)> {
    offered
        .iter()
        .map(|it| {
            (
                it.word().to_owned(),
                visit.say(audience_key(*it)).to_owned(),
            )
        })
        .collect()
}

/// The form of a new gathering.
pub(super) fn blank(zone: &str) -> Form {
    Form::of([
        ("zone", zone.to_owned()),
        ("audience", Audience::Public.word().to_owned()),
    ])
}

/// The form that shows a gathering; a copy leaves the day open.
pub(super) fn filled(it: &Gathering, as_copy: bool) -> Form {
    let number = it.series_number.filter(|_| !as_copy);
    let mut form = Form::of([
        ("title", it.title.clone()),
        ("focus", it.focus.clone()),
        ("about", it.about.clone()),
        ("start", dates::iso_time(it.starts.time())),
        ("end", dates::iso_time(it.ends.time())),
        ("zone", it.zone.clone()),
        ("host", id_or_nothing(it.host)),
        ("venue_name", it.venue_name.clone()),
        ("venue_street", it.venue_street.clone()),
        ("venue_postcode", it.venue_postcode.clone()),
        ("venue_town", it.venue_town.clone()),
        ("venue_access", it.venue_access.clone()),
        ("online_url", it.online_url.clone()),
        ("audience", it.audience.word().to_owned()),
        ("group", id_or_nothing(it.group)),
        ("series", id_or_nothing(it.series)),
        ("series_number", id_or_nothing(number)),
        ("tags", it.tags.join(", ")),
    ]);
    for co in &it.co_organisers {
        if let Some(id) = co.organisation {
            form.put("co_organisers", id.to_string());
        }
    }
    let others: Vec<&str> = it
        .co_organisers
        .iter()
        .filter(|co| co.organisation.is_none())
        .map(|co| co.name.as_str())
        .collect();
    form.put("co_organisers_text", others.join("\n"));
    put_people(&mut form, "guest", &it.guests);
    if as_copy {
        form.put("copy", it.slug.clone());
    } else {
        put_days(&mut form, it);
    }
    form
}

fn put_days(form: &mut Form, it: &Gathering) {
    form.put("day", it.starts.date().to_string());
    if it.ends.date() != it.starts.date() {
        form.put("end_day", it.ends.date().to_string());
    }
    let folds = [
        ("start_fold", it.starts, it.starts_at),
        ("end_fold", it.ends, it.ends_at),
    ];
    let Ok(zone) = Zone::named(&it.zone) else {
        return;
    };
    for (field, local, instant) in folds {
        let Ok(resolved) = calendar::instant(local.date(), local.time(), &zone) else {
            continue;
        };
        if resolved.is_repeated() {
            let fold = if resolved.second() == instant {
                Fold::Second
            } else {
                Fold::First
            };
            form.put(field, fold.word());
        }
    }
}

/// Shows people in the fields of a form.
pub(super) fn put_people(form: &mut Form, prefix: &str, people: &[Speaker]) {
    for (before, person) in people.iter().enumerate() {
        let number = before + 1;
        form.put(&format!("{prefix}{number}_name"), person.name.clone());
        form.put(
            &format!("{prefix}{number}_function"),
            person.function.clone(),
        );
        form.put(&format!("{prefix}{number}_body"), person.body.clone());
    }
}

/// Reads people from the fields of a form; blank ones are left out.
pub(super) fn people(form: &mut Form, prefix: &str) -> Vec<Speaker> {
    (1..=12)
        .map(|number| Speaker {
            name: form.line(&format!("{prefix}{number}_name"), LINE),
            function: form.line(&format!("{prefix}{number}_function"), LINE),
            body: form.line(&format!("{prefix}{number}_body"), LINE),
        })
        .filter(|person| !person.is_blank())
        .collect()
}

fn id_or_nothing<T: ToString>(id: Option<T>) -> String {
    id.map(|id| id.to_string()).unwrap_or_default()
}

/// Reads a gathering's facts; nothing where something is wrong, which the form then says all
/// at once.
pub(super) fn input(form: &mut Form, visit: &Visit, network: NetworkId) -> Option<GatheringInput> {
    let title = form.required("title", LINE);
    let focus = form.line("focus", LINE);
    let when = when(form);
    let host = form.id("host");
    let venue = venue(form);
    let online_url = url(form);
    let audience = form.choice("audience", |word| {
        Audience::from_word(word).filter(|it| *it != Audience::Office)
    });
    let about = form.text("about", TEXT);
    let guests = people(form, "guest");
    let group = form.id("group");
    check_group(form, visit, network, group);
    let series = form.id("series");
    let series_number = form.number("series_number", 1, 999);
    let co_organisers = co_organisers(form);
    let tags = tags_of(&form.line("tags", 500));
    if form.is_blamed() {
        return None;
    }
    Some(GatheringInput {
        group,
        series,
        series_number,
        focus,
        about,
        host,
        venue,
        online_url,
        audience: audience?,
        tags,
        co_organisers,
        guests,
        ..GatheringInput::new(&title, when?)
    })
}

fn venue(form: &mut Form) -> Venue {
    Venue {
        name: form.line("venue_name", LINE),
        street: form.line("venue_street", LINE),
        postcode: form.line("venue_postcode", 20),
        town: form.line("venue_town", LINE),
        access: form.text("venue_access", 2000),
    }
}

fn check_group(form: &mut Form, visit: &Visit, network: NetworkId, group: Option<GroupId>) {
    let subject = Subject::Record {
        network,
        group,
        record: None,
        audience: Audience::Office,
        published: false,
        invited: false,
    };
    if !visit.may(Right::Lead, &subject) {
        form.blame(Blame::at("group", "gatherings-fault-own-group"));
    }
}

fn when(form: &mut Form) -> Option<When> {
    for field in ["day", "start", "end"] {
        if form.value(field).trim().is_empty() {
            form.blame(Blame::at(field, "fault-missing"));
        }
    }
    let day = form.date("day");
    let start = form.time("start");
    let end = form.time("end");
    let end_day = form.date("end_day");
    let zone = form.required("zone", 60);
    let input = LocalInput {
        day: day?,
        start: start?,
        end_day,
        end: end?,
        zone,
        start_fold: Fold::from_word(form.value("start_fold")),
        end_fold: Fold::from_word(form.value("end_fold")),
    };
    match input.resolved() {
        Ok(when) => Some(when),
        Err(blames) => {
            for blame in blames {
                form.blame(blame);
            }
            None
        }
    }
}

fn url(form: &mut Form) -> String {
    let url = form.line("online_url", URL);
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    if !url.is_empty() && (!is_web || url.contains(char::is_whitespace)) {
        form.blame(Blame::at("online_url", "gatherings-fault-url"));
    }
    url
}

fn co_organisers(form: &mut Form) -> Vec<CoOrganiser> {
    let chosen: Vec<_> = form
        .values("co_organisers")
        .iter()
        .map(|id| id.parse::<OrganisationId>())
        .collect();
    let mut found = Vec::new();
    for id in chosen {
        match id {
            Ok(id) => found.push(CoOrganiser {
                organisation: Some(id),
                name: String::new(),
            }),
            Err(_) => form.blame(Blame::at("co_organisers", "fault-choice")),
        }
    }
    let typed = form.text("co_organisers_text", 2000);
    found.extend(
        typed
            .lines()
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .map(|name| CoOrganiser {
                organisation: None,
                name: name.to_owned(),
            }),
    );
    found
}
