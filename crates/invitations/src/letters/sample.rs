//! Examples of this room's mails, for whoever chooses a network's words: about the next
//! gathering where there is one, to somebody who is not there.

use base::access::Audience;
use base::{Fault, GatheringId, Lang, LetterId, NetworkId};
use gatherings::{AgendaItem, Change, ChangeKind, Difference, Fact, Gathering, State};
use jiff::civil::DateTime;
use jiff::{Timestamp, ToSpan};
use outbox::Sheet;
use register::Network;
use shell::{Addressed, App, Content, Wordings};
use store::Conn;
use uuid::Uuid;

use super::invitation::{Along, SAMPLE_TOKEN, words};
use super::scene::Scene;
use super::wordings::NOTE;
use super::{change, doors_of};

type Words<'w> = (Lang, &'w Wordings);

pub(super) fn invitation(
    conn: &mut Conn<'_>,
    app: &App,
    network: NetworkId,
    (lang, wordings): Words<'_>,
) -> Result<Option<Content>, Fault> {
    let Some((scene, sheet)) = stage(conn, app, network, (lang, wordings))? else {
        return Ok(None);
    };
    let day = scene.gathering.starts.date().to_string();
    let file = sheet.tell("invitations-file-name", &[("day", day.into())]);
    let along = Along {
        note: &wordings.tell(&NOTE, (&app.phrases, Lang::De), &scene.blanks()),
        files: vec![file],
        further: Vec::new(),
    };
    words(sheet, &scene, along).map(content).map(Some)
}

pub(super) fn update(
    conn: &mut Conn<'_>,
    app: &App,
    network: NetworkId,
    words: Words<'_>,
) -> Result<Option<Content>, Fault> {
    let Some((scene, sheet)) = stage(conn, app, network, words)? else {
        return Ok(None);
    };
    let it = &scene.gathering;
    let change = Change {
        id: Uuid::nil(),
        gathering: it.id,
        kind: ChangeKind::Moved,
        sequence: it.sequence,
        differences: vec![Difference {
            fact: Fact::Starts,
            before: it.starts.saturating_sub(1.hour()).to_string(),
            after: it.starts.to_string(),
        }],
        at: it.changed_at,
        told_at: None,
    };
    change::update_words(sheet, &scene, (None, &change))
        .map(content)
        .map(Some)
}

pub(super) fn cancellation(
    conn: &mut Conn<'_>,
    app: &App,
    network: NetworkId,
    words: Words<'_>,
) -> Result<Option<Content>, Fault> {
    let Some((scene, sheet)) = stage(conn, app, network, words)? else {
        return Ok(None);
    };
    change::cancellation_words(sheet, &scene, false)
        .map(content)
        .map(Some)
}

fn content((subject, text, html): (String, String, String)) -> Content {
    Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }
}

/// The next gathering as nobody is told of it, and a sheet to tell it on.
fn stage<'a>(
    conn: &mut Conn<'_>,
    app: &'a App,
    network: NetworkId,
    (lang, wordings): Words<'_>,
) -> Result<Option<(Scene, Sheet<'a>)>, Fault> {
    let Some(network) = register::network(conn, network)? else {
        return Ok(None);
    };
    let now = app.clock.now();
    let (gathering, is_real) = match next(conn, network.id, now)? {
        Some(gathering) => (gathering, true),
        None => (made_up(app, &network, (now, lang))?, false),
    };
    let guest = register::sample_guest(&network, (&app.phrases, lang));
    let to = Addressed {
        id: LetterId::from(Uuid::nil()),
        network: Some(network.id),
        kind: String::new(),
        subject: String::new(),
        detail: String::new(),
        to_name: guest.person.name.clone(),
        to_address: String::new(),
        lang,
        written_at: now,
    };
    let Some(mut scene) = Scene::staged(conn, gathering, (guest, ""), &to)? else {
        return Ok(None);
    };
    scene.wordings = wordings.clone();
    scene.doors = doors_of(app, lang, SAMPLE_TOKEN);
    if !is_real {
        scene.agenda = vec![welcome(app, scene.gathering.id, lang)];
    }
    let sheet = Sheet::of(&app.phrases, lang, outbox::sender(conn, Some(network.id))?);
    Ok(Some((scene, sheet)))
}

/// The next gathering of all groups and of none.
fn next(
    conn: &mut Conn<'_>,
    network: NetworkId,
    now: Timestamp,
) -> Result<Option<Gathering>, Fault> {
    let mut found = gatherings::next_of_group(conn, network, None, now)?;
    for group in register::groups_of(conn, network)? {
        let other = gatherings::next_of_group(conn, network, Some(group.id), now)?;
        found = found
            .into_iter()
            .chain(other)
            .min_by_key(|gathering| gathering.starts_at);
    }
    Ok(found)
}

/// A gathering in four weeks that nobody plans.
fn made_up(
    app: &App,
    network: &Network,
    (now, lang): (Timestamp, Lang),
) -> Result<Gathering, Fault> {
    let instant = |local: DateTime| {
        let zoned = local.in_tz(&network.zone);
        zoned
            .map(|zoned| zoned.timestamp())
            .map_err(|cause| Fault::because("tell the hour of an example", cause))
    };
    let today = now
        .in_tz(&network.zone)
        .map_err(|cause| Fault::because("tell the day", cause))?
        .date();
    let day = today.saturating_add(4.weeks());
    let (starts, ends) = (day.at(14, 0, 0, 0), day.at(16, 0, 0, 0));
    let say = |key: &str| app.phrases.say(lang, key).to_owned();
    Ok(Gathering {
        id: GatheringId::from(Uuid::nil()),
        network: network.id,
        group: None,
        series: None,
        series_number: None,
        slug: String::new(),
        title: say("invitations-sample-title"),
        focus: String::new(),
        about: String::new(),
        starts,
        ends,
        zone: network.zone.clone(),
        starts_at: instant(starts)?,
        ends_at: instant(ends)?,
        host: None,
        venue_name: say("invitations-sample-venue"),
        venue_street: String::new(),
        venue_postcode: String::new(),
        venue_town: String::new(),
        venue_access: String::new(),
        online_url: String::new(),
        audience: Audience::Members,
        state: State::Announced,
        sequence: 0,
        tags: Vec::new(),
        cancelled_reason: String::new(),
        announced_at: None,
        changed_at: now,
        co_organisers: Vec::new(),
        guests: Vec::new(),
    })
}

fn welcome(app: &App, gathering: GatheringId, lang: Lang) -> AgendaItem {
    AgendaItem {
        id: Uuid::nil().into(),
        gathering,
        position: 1,
        title: app.phrases.say(lang, "invitations-sample-item").to_owned(),
        text: String::new(),
        minutes: None,
        speakers: Vec::new(),
    }
}
