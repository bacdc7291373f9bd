//! A gathering's own page, and the same as calendar entry and as agenda on paper.

use axum::extract::Path;
use axum::response::Response;
use base::access::{Audience, Right};
use base::{Fault, GatheringId, Halt};
use calendar::dates;
use print::{AgendaPaper, Prose};
use shell::{
    Answer, Described, Link, Marked, NetworkCard, Page, Place, Problem, Visit, blocks, kept, record,
};
use store::Conn;

use super::{attachment, is_invited, moved, network_slug};
use crate::actions::OLD_SLUG;
use crate::feeds::ics_event;
use crate::pages::entry::Entry;
use crate::pages::series::SeriesWords;
use crate::pages::show::{File, Office, ShowPage, Venue, Who, rows};
use crate::pages::tabs::{Tab, tabs};
use crate::records::listing::{self, Onlooker};
use crate::rules::{
    AgendaItem, Change, Document, FurtherGuests, Gathering, Listed, Series, State,
    represented_organisations,
};
use crate::structured::{self, Around};
use crate::{links, papers, records};

pub(super) async fn show(visit: Visit, Path((_, segment)): Path<(String, String)>) -> Answer {
    let (slug, suffix) = match segment.rsplit_once('.') {
        Some((slug, suffix @ ("ics" | "pdf"))) => (slug, suffix),
        _ => (segment.as_str(), ""),
    };
    let it = match found(&visit, slug, suffix).await? {
        Ok((it, _)) => it,
        Err(redirect) => return Ok(redirect),
    };
    match suffix {
        "ics" => calendar_file(&visit, &it),
        "pdf" => agenda_paper(&visit, it).await,
        _ => html(&visit, it).await,
    }
}

/// The gathering at an address that this person may read, or the way to its new address.
async fn found(
    visit: &Visit,
    slug: &str,
    suffix: &str,
) -> Result<Result<(Gathering, bool), Response>, Problem> {
    let network = visit.network()?.id;
    let asked = slug.to_owned();
    let looker = visit.clone();
    let (it, invited) = visit
        .store()
        .read(move |conn| {
            let it = match records::gathering::gathering_by_slug(conn, network, &asked)? {
                Some(it) => Some(it),
                None => register::old_slug(conn, network, OLD_SLUG, &asked)?
                    .map_or(Ok(None), |id| {
                        records::gathering::gathering(conn, GatheringId::from(id))
                    })?,
            };
            let Some(it) = it else {
                return Err(Halt::Missing);
            };
            let invited = is_invited(conn, &looker, &it)?;
            Ok((it, invited))
        })
        .await?;
    visit.require(Right::ReadRecord, &it.subject(invited))?;
    if it.slug == slug {
        return Ok(Ok((it, invited)));
    }
    let mut path = links::gathering(&network_slug(visit)?, &it.slug);
    if !suffix.is_empty() {
        path.push('.');
        path.push_str(suffix);
    }
    Ok(Err(moved(visit, &path)))
}

fn calendar_file(visit: &Visit, it: &Gathering) -> Answer {
    let network = visit.network()?;
    let url = visit.app.url(visit.lang, &format!("/{}", network.slug));
    let feed = calendar::Feed {
        name: &network.name,
        description: None,
        refresh_hours: 12,
    };
    // Whoever got here may read the page, so the file may say as much.
    let ics = calendar::publish(&feed, &[ics_event(it, &url, false)]);
    let name = format!("{}.ics", it.slug);
    let kind = ics.content_type();
    Ok(attachment(kind, &name, ics.into_text().into_bytes()))
}

async fn agenda_paper(visit: &Visit, it: Gathering) -> Answer {
    let name = papers::file_name(visit, "gatherings-agenda-file", &it.slug);
    let looker = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| {
            let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
            let lang = looker.lang;
            let agenda = records::agenda::agenda(conn, it.id)?;
            let day = it.changed_at.in_tz(&it.zone).map(|at| at.date()).ok();
            Ok::<_, Halt>(AgendaPaper {
                letterhead: papers::letterhead(conn, &looker.app, &network, (lang, looker.now))?,
                facts: papers::facts(conn, &it, lang)?,
                as_of: day.map(|day| {
                    looker.tell("gatherings-as-of", &[("day", dates::day(day, lang).into())])
                }),
                agenda: papers::agenda_rows(&it, &agenda),
                note: Prose::default(),
            })
        })
        .await?;
    let bytes = papers::printed(visit, move |press| press.agenda(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}

/// Everything that the page shows, read in one view.
struct Shown {
    invited: bool,
    host: Option<String>,
    group: Option<String>,
    series: Option<Series>,
    siblings: Vec<Listed>,
    agenda: Vec<AgendaItem>,
    documents: Vec<Document>,
    changes: Vec<Change>,
    came: Option<FurtherGuests>,
    panels: Vec<String>,
    described: Described,
}

async fn html(visit: &Visit, it: Gathering) -> Answer {
    let looker = visit.clone();
    let about = it.clone();
    let shown = visit
        .store()
        .read(move |conn| read(conn, &looker, &about))
        .await?;
    let network = visit.network()?;
    let is_open = it.audience == Audience::Public && !visit.actor.is_signed_in();
    let answer = shell::show(&page(visit, network, &it, shown)?);
    if is_open { kept(answer) } else { answer }
}

fn read(conn: &mut Conn<'_>, visit: &Visit, it: &Gathering) -> Result<Shown, Fault> {
    let onlooker = Onlooker {
        network: it.network,
        actor: &visit.actor,
    };
    let series = match it.series {
        Some(id) => records::series::series(conn, id)?,
        None => None,
    };
    let mut siblings = match it.series {
        Some(id) => listing::of_series(conn, onlooker, id)?,
        None => Vec::new(),
    };
    siblings.retain(|sibling| sibling.id != it.id);
    Ok(Shown {
        invited: is_invited(conn, visit, it)?,
        host: match it.host {
            Some(id) => register::organisation(conn, id)?.map(|host| host.name),
            None => None,
        },
        group: match it.group {
            Some(id) => register::group(conn, id)?.map(|group| group.name),
            None => None,
        },
        series,
        siblings,
        agenda: records::agenda::agenda(conn, it.id)?,
        documents: records::documents::documents(conn, it.id)?,
        changes: records::changes::changes(conn, it.id)?,
        came: match it.state {
            State::Held => everybody(conn, it.id)?,
            _ => None,
        },
        panels: shell::panels(conn, visit, Place::Gathering(it.id))?,
        described: shell::described(conn, visit, it.id)?,
    })
}

fn page(
    visit: &Visit,
    network: &NetworkCard,
    it: &Gathering,
    shown: Shown,
) -> Result<ShowPage, Halt> {
    let slug = &network.slug;
    let may_lead = visit.may(Right::Lead, &it.subject(false));
    let address = links::gathering(slug, &it.slug);
    let agenda = rows(visit, it, &shown.agenda);
    let series_words = SeriesWords::new(visit, it, (shown.series.as_ref(), &shown.siblings));
    Ok(ShowPage {
        structured: structured(visit, network, it, &shown),
        page: Page::of_record(visit, &it.title)
            .below_record(&network.name, &format!("/{slug}"))
            .below(visit.say("gatherings-list"), &links::list(slug))
            .here(),
        kicker: series_words.kicker,
        series_heading: series_words.heading,
        series_next: series_words.next,
        focus: crate::pages::focus(&it.title, &it.focus),
        day_number: crate::pages::day_number(visit, it.starts.date()),
        month_short: dates::month_short(it.starts.date(), visit.lang),
        iso: dates::iso_local(it.starts),
        when: dates::span(it.starts, it.ends, visit.lang),
        state: it.state.word(),
        state_label: visit.say(it.state.key()).to_owned(),
        cancelled: cancelled(visit, it),
        venue: venue(it),
        online: it.online(it.concerns(&visit.actor, shown.invited), visit.now),
        host: shown.host,
        group: shown.group,
        co_organisers: it.co_organisers.iter().map(|co| co.name.clone()).collect(),
        guests: it.guests.iter().map(|who| Who::new(visit, who)).collect(),
        came: shown.came.map(|it| came(visit, it)),
        audience: (it.audience != Audience::Public)
            .then(|| visit.say(audience_key(it.audience)).to_owned()),
        tags: it
            .tags
            .iter()
            .map(|tag| Link::new(tag, visit.href(&links::tag(slug, tag))))
            .collect(),
        blocks: blocks(&it.about),
        has_times: shown.agenda.iter().any(|item| item.minutes.is_some()),
        has_speakers: shown.agenda.iter().any(|item| !item.speakers.is_empty()),
        agenda,
        has_programme: !shown.described.parts.is_empty(),
        participants: participants(visit, it)
            .then(|| visit.href(&format!("{address}/teilnehmende"))),
        agenda_pdf: visit.href(&format!("{address}.pdf")),
        ics: visit.href(&format!("{address}.ics")),
        files: files(visit, slug, it, (&shown.documents, shown.invited)),
        panels: shown.panels,
        series: shown
            .siblings
            .iter()
            .map(|sibling| Entry::new(visit, slug, sibling))
            .collect(),
        series_about: blocks(shown.series.as_ref().map_or("", |it| it.about.as_str())),
        office: if may_lead {
            Some(office(visit, slug, it)?)
        } else {
            None
        },
    })
}

/// Whether there is a list of those who take part for whoever looks.
fn participants(visit: &Visit, it: &Gathering) -> bool {
    visit.may_here(Right::ReadAsMember) && !matches!(it.state, State::Draft | State::Cancelled)
}

/// How many came where guests were counted, named ones and others.
fn everybody(conn: &mut Conn<'_>, id: GatheringId) -> Result<Option<FurtherGuests>, Fault> {
    let further = records::attendance::further_guests(conn, id)?;
    let Some(further) = further.filter(|it| it.count > 0) else {
        return Ok(None);
    };
    let named = represented_organisations(&records::attendance::attendance(conn, id)?).people;
    let named = i64::try_from(named).unwrap_or(0);
    Ok(Some(FurtherGuests {
        count: further.count + named,
        ..further
    }))
}

fn came(visit: &Visit, everybody: FurtherGuests) -> String {
    let key = if everybody.is_about {
        "gatherings-guests-about"
    } else {
        "gatherings-guests"
    };
    visit.tell(key, &[("count", everybody.count.into())])
}

fn structured(
    visit: &Visit,
    network: &NetworkCard,
    it: &Gathering,
    shown: &Shown,
) -> Option<String> {
    let url = |path: &str| visit.app.url(visit.lang, path);
    let around = Around {
        page: &url(&links::gathering(&network.slug, &it.slug)),
        network: &network.name,
        network_page: &url(&format!("/{}", network.slug)),
        series: shown.series.as_ref(),
        changes: &shown.changes,
        described: &shown.described,
    };
    structured::event(it, &around)
}

/// Phrase key of an audience.
pub(super) const fn audience_key(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "gatherings-audience-public",
        Audience::Members => "gatherings-audience-members",
        Audience::Invited => "gatherings-audience-invited",
        Audience::Office => "gatherings-audience-office",
    }
}

fn cancelled(visit: &Visit, it: &Gathering) -> Option<Marked> {
    if it.state != State::Cancelled {
        return None;
    }
    Some(if it.cancelled_reason.is_empty() {
        Marked::own(visit.say("gatherings-is-cancelled"))
    } else {
        visit.tell_marked(
            "gatherings-is-cancelled-because",
            &[("reason", record(&it.cancelled_reason))],
        )
    })
}

fn venue(it: &Gathering) -> Option<Venue> {
    let address = it.address();
    let is_known = !it.venue_name.is_empty() || !address.is_empty();
    is_known.then(|| Venue {
        name: it.venue_name.clone(),
        address,
        access: blocks(&it.venue_access),
    })
}

fn files(
    visit: &Visit,
    network: &str,
    it: &Gathering,
    (documents, invited): (&[Document], bool),
) -> Vec<File> {
    documents
        .iter()
        .filter(|document| {
            let subject = it.subject_for(document.audience, invited);
            visit.may(Right::ReadRecord, &subject)
        })
        .map(|document| File {
            title: document.title.clone(),
            href: visit.href(&links::document(network, &it.slug, document.id, "")),
            what: crate::pages::file_words(visit, &document.content_type, document.size),
            audience: (document.audience != Audience::Public)
                .then(|| visit.say(audience_key(document.audience)).to_owned()),
        })
        .collect()
}

fn office(visit: &Visit, network: &str, it: &Gathering) -> Result<Office, Fault> {
    let below = |rest: &str| visit.href(&links::below(network, &it.slug, rest));
    let is = |state| it.state == state;
    Ok(Office {
        tabs: tabs(visit, it, Tab::Overview)?,
        announcement: is(State::Draft).then(|| below("ankuendigung")),
        cancellation: is(State::Announced).then(|| below("absage")),
        withdrawal: is(State::Cancelled).then(|| below("absage/ruecknahme")),
        holding: (is(State::Announced) && it.starts_at <= visit.now)
            .then(|| below("durchfuehrung")),
        deletion: is(State::Draft).then(|| below("loeschung")),
        copy: visit.href(&format!("{}?kopie={}", links::plan(network), it.slug)),
    })
}
