//! Keeping what was read: what is new becomes a draft, what was found before is found again, and
//! what the office has made of it holds on.

use base::{Fault, Halt, Moment, NetworkId};
use jiff::civil::Date;
use reading::apart::Document;
use reading::drafts::Drafts;
use store::Conn;
use uuid::Uuid;

use super::{home_of, today};
use crate::reader::sentence;
use crate::records::drafts::{self, Draft};
use crate::records::pictures;
use crate::records::uploads::{self, Source, Stand};
use crate::rules::{self, Offer, State};

/// What a file has brought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Pages that were read.
    pub pages: usize,
    /// Pages that could not be read.
    pub unread: usize,
    /// Drafts that nobody had found before.
    pub new: usize,
    /// Drafts that were found again.
    pub known: usize,
}

/// Keeps what was read of a file that waits; one that waits no more is left as it is.
///
/// # Errors
/// When the database fails.
pub fn enter(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    id: Uuid,
    read: &Result<Vec<Document>, reading::Fault>,
) -> Result<Counts, Halt> {
    let mut counts = Counts::default();
    let Some(upload) = uploads::upload(conn, id)?.filter(|it| it.stand == Stand::Waiting) else {
        return Ok(counts);
    };
    let home = home_of(conn, upload.network)?;
    let today = today(&home, moment);
    let documents = match read {
        Ok(documents) => documents.as_slice(),
        Err(fault) => {
            uploads::settle(conn, id, (Stand::Failed, sentence(*fault)), moment.now())?;
            return Ok(counts);
        }
    };
    uploads::clear_sources(conn, id)?;
    let mut last = None;
    for (number, document) in (0..).zip(documents) {
        let source = Source {
            id: moment.id(),
            upload: id,
            number,
            name: document.name.chars().take(shell::LINE).collect(),
            title: String::new(),
            text: String::new(),
            note: String::new(),
        };
        match &document.read {
            Ok(found) => {
                counts.pages += 1;
                page(
                    conn,
                    moment,
                    (source, upload.network),
                    (found, today),
                    &mut counts,
                )?;
            }
            Err(fault) => {
                counts.unread += 1;
                let note = sentence(*fault);
                last = Some(note);
                let note = note.to_owned();
                uploads::insert_source(conn, &Source { note, ..source })?;
            }
        }
    }
    let note = last.unwrap_or(sentence(reading::Fault::Empty));
    let result = if counts.pages == 0 {
        (Stand::Failed, note)
    } else {
        (Stand::Read, "")
    };
    uploads::settle(conn, id, result, moment.now())?;
    Ok(counts)
}

fn page(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (source, network): (Source, NetworkId),
    (found, today): (&Drafts, Date),
    counts: &mut Counts,
) -> Result<(), Fault> {
    let title = found.title.clone().unwrap_or_default();
    let source = Source {
        title: title.chars().take(shell::LINE).collect(),
        text: found.text.replace('\0', " "),
        ..source
    };
    uploads::insert_source(conn, &source)?;
    let all = found.post.iter().flat_map(|it| &it.pictures);
    for (number, picture) in all.enumerate() {
        if let Some((file, _)) = rules::picture_file(picture) {
            pictures::insert(conn, (source.id, number), &file)?;
        }
    }
    let place = (source.id, source.name.as_str());
    let mut new = Vec::new();
    for offer in rules::offers(found, today) {
        match drafts::by_fingerprint(conn, network, &offer.fingerprint)? {
            Some(known) => {
                counts.known += 1;
                again(conn, &known, place, &offer)?;
            }
            None => new.push(offer),
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    // What the page said before in other words: another time, a mended title.
    let mut before = drafts::of_page(conn, network, (place.1, place.0))?;
    for offer in new {
        let traces: Vec<rules::Trace<'_, Uuid>> = before
            .iter()
            .filter(|it| it.kind == offer.kind)
            .map(|it| (it.id, it.found_title(), it.found_day()))
            .collect();
        let same = rules::successor((&offer.title, offer.day), &traces);
        let at = before.iter().position(|it| Some(it.id) == same);
        if let Some(at) = at {
            counts.known += 1;
            let known = before.swap_remove(at);
            drafts::find_again(conn, &known, place, &offer)?;
        } else {
            counts.new += 1;
            drafts::insert(conn, (moment.id(), network), place, &offer)?;
        }
    }
    Ok(())
}

/// Notes that a draft was found again. A page that says less of it than the one before, as a list
/// does beside a page of its own, takes nothing away.
fn again(
    conn: &mut Conn<'_>,
    known: &Draft,
    place: (Uuid, &str),
    offer: &Offer,
) -> Result<(), Fault> {
    let is_other_page = known.page != place.1;
    let is_poorer = offer.found.values.len() <= known.found.values.len();
    if is_other_page && (is_poorer || known.state != State::Open) {
        return Ok(());
    }
    drafts::find_again(conn, known, place, offer)
}
