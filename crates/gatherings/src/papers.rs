//! What all papers about a gathering have in common: press, letterhead, facts, agenda.

use std::sync::OnceLock;

use base::{Fault, Lang};
use calendar::dates;
use jiff::Timestamp;
use print::{
    Accent, AgendaRow, Facts, FurtherGuests, Letterhead, Office, Party, Picture, Place, Press,
    PrintFault,
};
use register::Network;
use shell::{App, Visit};
use store::Conn;

use crate::rules::{self, AgendaItem, Gathering, Speaker, agenda_times};

/// The press, built when the first document is printed: a server that prints nothing stays
/// small.
#[derive(Default)]
pub(crate) struct PrintShop(OnceLock<Press>);

impl PrintShop {
    fn press(&self) -> Result<&Press, Fault> {
        if let Some(press) = self.0.get() {
            return Ok(press);
        }
        let press = Press::new().map_err(|cause| Fault::because("build the press", cause))?;
        Ok(self.0.get_or_init(|| press))
    }
}

/// The one press of the program.
///
/// # Errors
/// When the press cannot be built.
pub fn press(app: &App) -> Result<&Press, Fault> {
    crate::workshop(app)?.print_shop.press()
}

/// Prints where blocking is allowed.
///
/// # Errors
/// When the press cannot be built, or does not print.
pub async fn printed(
    visit: &Visit,
    print: impl FnOnce(&Press) -> Result<Vec<u8>, PrintFault> + Send + 'static,
) -> Result<Vec<u8>, Fault> {
    let app = visit.app.clone();
    tokio::task::spawn_blocking(move || {
        print(press(&app)?).map_err(|cause| Fault::because("print a document", cause))
    })
    .await
    .map_err(|cause| Fault::because("wait for a document", cause))?
}

/// What a document is called where it is kept: what it is, by a phrase, and of what, by a slug.
pub fn file_name(visit: &Visit, what: &str, slug: &str) -> String {
    format!("{}-{slug}.pdf", visit.say(what))
}

/// The letterhead of a network.
pub fn letterhead(
    conn: &mut Conn<'_>,
    app: &App,
    network: &Network,
    (lang, printed_at): (Lang, Timestamp),
) -> Result<Letterhead, Fault> {
    let logo = match network.logo {
        Some(hash) => Some(Picture {
            bytes: conn.blob(hash)?,
            alt: network.logo_alt.clone(),
        }),
        None => None,
    };
    Ok(Letterhead {
        lang,
        network: network.name.clone(),
        parent: filled(&network.association),
        office: Office {
            name: network.office_name.clone(),
            address: lines(&network.office_address),
            phone: filled(&network.office_phone),
            mail: filled(&network.office_mail),
            website: Some(app.url(lang, &format!("/{}", network.slug))),
        },
        logo,
        accent: network
            .accent
            .parse::<Accent>()
            .unwrap_or_else(|_| Accent::default()),
        sample_data: network.sample_data,
        printed_at,
    })
}

/// What everybody wants to know first.
pub fn facts(conn: &mut Conn<'_>, it: &Gathering, lang: Lang) -> Result<Facts, Fault> {
    let host = match it.host {
        Some(id) => register::organisation(conn, id)?.map(|host| host.name),
        None => None,
    };
    Ok(Facts {
        title: it.title.clone(),
        day: day(it, lang),
        time: dates::time_span(it.starts.time(), it.ends.time(), lang),
        place: place(it),
        host,
        focus: filled(&it.focus).filter(|focus| *focus != it.title),
        guests: it.guests.iter().map(party).collect(),
    })
}

fn day(it: &Gathering, lang: Lang) -> String {
    dates::day_span(it.starts.date(), it.ends.date(), lang)
}

fn place(it: &Gathering) -> Option<Place> {
    let town = format!("{} {}", it.venue_postcode, it.venue_town);
    let place = Place {
        name: it.venue_name.clone(),
        address: [it.venue_street.as_str(), town.trim()]
            .into_iter()
            .filter(|line| !line.is_empty())
            .map(ToOwned::to_owned)
            .collect(),
        accessibility: filled(&it.venue_access),
    };
    (!place.name.is_empty() || !place.address.is_empty()).then_some(place)
}

/// The agenda with its computed times.
pub fn agenda_rows(it: &Gathering, agenda: &[AgendaItem]) -> Vec<AgendaRow> {
    agenda_times(it, agenda)
        .into_iter()
        .zip(agenda)
        .map(|(time, item)| AgendaRow {
            number: item.position.to_string(),
            time: time.map(dates::iso_time).unwrap_or_default(),
            title: item.title.clone(),
            note: filled(&item.text),
            speakers: item.speakers.iter().map(party).collect(),
            minutes: item.minutes.and_then(|it| u32::try_from(it).ok()),
        })
        .collect()
}

/// Somebody with a part in it, for a paper.
pub fn party(speaker: &Speaker) -> Party {
    Party {
        name: filled(&speaker.name),
        function: filled(&speaker.function),
        body: filled(&speaker.body),
    }
}

/// The guests who were counted, for a paper; none where there were none.
pub fn further_guests(it: rules::FurtherGuests) -> Option<FurtherGuests> {
    let count = u32::try_from(it.count).ok().filter(|count| *count > 0)?;
    Some(FurtherGuests {
        count,
        is_about: it.is_about,
    })
}

fn filled(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn lines(text: &str) -> Vec<String> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}
