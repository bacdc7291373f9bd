//! One draft beside its source.

use std::fmt::Display;

use askama::Template;
use calendar::dates;
use jiff::civil::{Date, Time};
use shell::{Arg, Field, Fields, Form, Link, Marked, Page, Pick, Visit, query_value};
use uuid::Uuid;

use super::pictures::{PictureLine, called, picture_choices, picture_lines};
use super::{below, decision, href, href_of, sure};
use crate::actions::Match;
use crate::links;
use crate::records::drafts::Draft;
use crate::records::uploads::Source;
use crate::rules::{FieldOf, Kind, Notice, RHYTHMS, Shape, State, Values, WEEKDAYS, segments};

/// A record with the address that shows it.
pub(crate) struct RecordLink {
    address: &'static str,
    title: String,
    name: String,
}

impl RecordLink {
    /// A record by the last part of its address.
    pub(crate) fn new(address: &'static str, title: String, name: impl Display) -> Self {
        Self {
            address,
            title,
            name: name.to_string(),
        }
    }

    fn link(&self, visit: &Visit) -> Link {
        let slug = visit.network.as_ref().map_or("", |it| it.slug.as_str());
        let path = self.address.replace("{network}", slug);
        let path = path
            .replace("{slug}", &self.name)
            .replace("{id}", &self.name);
        Link::new(&self.title, visit.href(&path))
    }
}

/// A draft with everything that its page shows.
pub(crate) struct Shown {
    pub(crate) draft: Draft,
    pub(crate) form: Form,
    pub(crate) source: Option<Source>,
    pub(crate) matches: Vec<Match>,
    pub(crate) pick: Pick,
    pub(crate) records: Vec<RecordLink>,
    pub(crate) previous: Option<Uuid>,
    pub(crate) next: Option<Uuid>,
    pub(crate) only: Option<Uuid>,
    /// What was typed by who came too late to decide; none where nobody did.
    pub(crate) late: Option<Values>,
}

/// A record that may be meant.
pub(crate) struct MatchLine {
    title: String,
    href: String,
    day: String,
    reasons: String,
    is_strong: bool,
    is_closed: bool,
    join_href: String,
}

/// A piece of the source.
pub(crate) struct Piece {
    text: String,
    is_marked: bool,
    /// Of what it is evidence.
    labels: Vec<String>,
    /// Whether it is the first that is marked.
    is_first: bool,
}

/// One draft beside its source.
#[derive(Template)]
#[template(path = "move_in/draft.html")]
pub(crate) struct DraftPage {
    page: Page,
    kind: Kind,
    kicker: String,
    state: State,
    state_label: String,
    sure: String,
    fields: Fields,
    pick: Pick,
    pictures: Vec<PictureLine>,
    picture_choices: Vec<(String, String)>,
    rhythms: Vec<(String, String)>,
    weekdays: Vec<(String, String)>,
    notices: Vec<String>,
    differs: Option<String>,
    stays: bool,
    /// That somebody else had decided before.
    late: Option<Marked>,
    unkept: Vec<(String, String)>,
    matches: Vec<MatchLine>,
    matches_lead: String,
    pieces: Vec<Piece>,
    source_name: String,
    said: Vec<(String, String)>,
    decided: Option<Marked>,
    records: Vec<Link>,
    accept_label: String,
    accept_action: String,
    save_action: String,
    reject_action: String,
    undo_action: String,
    undo_all_href: Option<String>,
    uncorrect_action: Option<String>,
    previous: Option<String>,
    next: Option<String>,
    list_href: String,
}

impl DraftPage {
    /// The fields of the form; asked for whenever the page is rendered, so that they tell their
    /// labels. Words of a picture are only asked for where there is one to choose.
    fn inputs(&self) -> Vec<Field> {
        let fields = self.kind.fields().iter();
        let has_picture = !self.picture_choices.is_empty();
        fields
            .filter(|it| has_picture || !it.name.starts_with("picture"))
            .map(|it| self.input(it))
            .collect()
    }

    fn has_evidence(&self) -> bool {
        self.pieces.iter().any(|it| it.is_marked)
    }

    fn input(&self, it: &FieldOf) -> Field {
        let label = label(it.name);
        let fields = &self.fields;
        let field = match it.shape {
            Shape::Line | Shape::Mail => fields.text(it.name, &label),
            Shape::Text(rows) => fields.area(it.name, &label).rows(rows),
            Shape::Day => fields.date(it.name, &label),
            Shape::Time => fields.time(it.name, &label),
            Shape::Rhythm => fields.select(it.name, &label, &self.rhythms),
            Shape::Weekday => fields.select(it.name, &label, &self.weekdays),
            Shape::Picture => fields.select(it.name, &label, &self.picture_choices),
            Shape::Organisation => fields.pick(it.name, &label, &self.pick).of_records(),
        };
        let field = if it.name == "speakers" {
            field.hint(self.page.say("move-in-speakers-hint"))
        } else {
            field
        };
        if it.must { field.must() } else { field }
    }
}

fn label(name: &str) -> String {
    format!("move-in-field-{}", name.replace('_', "-"))
}

/// A place of a notice: a day, a time, a number or words.
fn argument(visit: &Visit, value: &str) -> Arg {
    // Written out as records write them: a bare number is neither.
    if let Some(day) = value.parse::<Date>().ok().filter(|_| value.contains('-')) {
        return dates::day(day, visit.lang).into();
    }
    if let Some(time) = value.parse::<Time>().ok().filter(|_| value.contains(':')) {
        return dates::time(time, visit.lang).into();
    }
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => Arg::Number(number),
        _ => Arg::from(value),
    }
}

fn told(visit: &Visit, it: &Notice) -> String {
    let args: Vec<(&str, Arg)> = it
        .args
        .iter()
        .map(|(name, value)| (name.as_str(), argument(visit, value)))
        .collect();
    visit.tell(&it.key, &args)
}

fn pieces(visit: &Visit, shown: &Shown) -> Vec<Piece> {
    let text = shown.source.as_ref().map_or("", |it| it.text.as_str());
    let mut has_first = false;
    segments(text, &shown.draft.found.marks)
        .into_iter()
        .map(|it| {
            let is_first = it.is_marked && !has_first;
            has_first |= it.is_marked;
            let labels = it.labels.iter();
            Piece {
                labels: labels
                    .map(|word| visit.say(&format!("move-in-mark-{word}")).to_owned())
                    .collect(),
                text: it.text,
                is_marked: it.is_marked,
                is_first,
            }
        })
        .collect()
}

fn match_line(visit: &Visit, shown: &Shown, it: &Match) -> MatchLine {
    let address = match shown.draft.kind {
        Kind::Organisation => register::links::ORGANISATION,
        Kind::Contact => register::links::PERSON,
        Kind::Post => publishing::links::POST,
        Kind::Gathering | Kind::Recurring => gatherings::links::GATHERING,
    };
    let record = RecordLink::new(address, it.title.clone(), &it.slug);
    let reasons: Vec<&str> = it.reasons.iter().map(|key| visit.say(key)).collect();
    let only = shown
        .only
        .map_or_else(String::new, |it| format!("&datei={it}"));
    let joining = href_of(visit, links::JOINING, shown.draft.id);
    MatchLine {
        title: it.title.clone(),
        href: record.link(visit).href,
        day: it
            .day
            .map_or_else(String::new, |day| dates::day(day, visit.lang)),
        reasons: reasons.join(", "),
        is_strong: it.is_strong,
        is_closed: it.is_closed,
        join_href: format!("{joining}?mit={}{only}", it.id),
    }
}

/// What a draft says, as it is read.
fn said(visit: &Visit, kind: Kind, values: &Values) -> Vec<(String, String)> {
    let fields = kind.fields().iter();
    fields
        .filter(|it| it.shape != Shape::Organisation)
        .filter_map(|it| {
            let value = values.get(it.name)?;
            let shown = match it.shape {
                Shape::Day => value
                    .parse()
                    .map_or_else(|_| value.clone(), |day| dates::day(day, visit.lang)),
                Shape::Rhythm => visit.say(&format!("move-in-rhythm-{value}")).to_owned(),
                Shape::Weekday => visit
                    .say(&format!("move-in-weekday-{}", value.to_lowercase()))
                    .to_owned(),
                Shape::Picture => value
                    .parse()
                    .map_or_else(|_| value.clone(), |number| called(visit, number)),
                _ => value.clone(),
            };
            Some((visit.say(&label(it.name)).to_owned(), shown))
        })
        .collect()
}

/// That its source says something else by now.
fn differs(visit: &Visit, draft: &Draft) -> String {
    let key = if draft.state == State::Open {
        "move-in-differs-open"
    } else {
        "move-in-differs-decided"
    };
    visit.say(key).to_owned()
}

/// What was typed too late, as far as it is not what holds.
fn unkept(visit: &Visit, draft: &Draft, typed: &Values) -> Vec<(String, String)> {
    let mut typed = typed.clone();
    typed.retain(|name, value| draft.values().get(name) != Some(value));
    said(visit, draft.kind, &typed)
}

fn choices<'w>(
    visit: &Visit,
    words: impl IntoIterator<Item = &'w str>,
    key: impl Fn(&str) -> String,
) -> Vec<(String, String)> {
    let none = (String::new(), visit.say("move-in-choose").to_owned());
    let words = words.into_iter();
    let all = words.map(|word| (word.to_owned(), visit.say(&key(word)).to_owned()));
    std::iter::once(none).chain(all).collect()
}

/// The page of a draft.
pub(crate) fn draft_page(visit: &Visit, shown: Shown) -> DraftPage {
    let draft = &shown.draft;
    let only = shown
        .only
        .map_or_else(String::new, |it| format!("?datei={it}"));
    let at = |address: &str| format!("{}{only}", href_of(visit, address, draft.id));
    let draft_at = |id: Uuid| format!("{}{only}", href_of(visit, links::DRAFT, id));
    let word = draft.kind.word();
    let told_decision = |how: &str| {
        let key = format!("move-in-{how}-{}", draft.state.word());
        decision(visit, &key, draft)
    };
    let is_corrected = draft.corrected.is_some() && draft.state == State::Open;
    let list_href = shown.only.map_or_else(
        || href(visit, links::DRAFTS),
        |it| href_of(visit, links::UPLOAD, it),
    );
    DraftPage {
        kind: draft.kind,
        kicker: visit.say(&format!("move-in-kind-{word}")).to_owned(),
        state: draft.state,
        state_label: visit
            .say(&format!("move-in-state-{}", draft.state.word()))
            .to_owned(),
        sure: sure(visit, draft.confidence),
        pictures: picture_lines(visit, draft),
        picture_choices: picture_choices(visit, draft),
        rhythms: choices(visit, RHYTHMS, |it| format!("move-in-rhythm-{it}")),
        weekdays: choices(visit, WEEKDAYS, |it| {
            format!("move-in-weekday-{}", it.to_lowercase())
        }),
        notices: draft
            .found
            .notices
            .iter()
            .map(|it| told(visit, it))
            .collect(),
        differs: draft.differs.then(|| differs(visit, draft)),
        late: shown.late.as_ref().map(|_| told_decision("late")),
        unkept: shown
            .late
            .as_ref()
            .map_or_else(Vec::new, |it| unkept(visit, draft, it)),
        stays: query_value(&visit.query, "bleibt").is_some() && draft.state != State::Open,
        matches: shown
            .matches
            .iter()
            .map(|it| match_line(visit, &shown, it))
            .collect(),
        matches_lead: visit.say(&format!("move-in-matches-{word}")).to_owned(),
        pieces: pieces(visit, &shown),
        source_name: draft.page.clone(),
        said: said(visit, draft.kind, draft.values()),
        decided: (draft.state != State::Open).then(|| told_decision("decided")),
        records: shown.records.iter().map(|it| it.link(visit)).collect(),
        accept_label: visit.say(&format!("move-in-accept-{word}")).to_owned(),
        accept_action: at(links::ACCEPTANCE),
        save_action: at(links::DRAFT),
        reject_action: at(links::REJECTION),
        undo_action: at(links::UNDOING),
        undo_all_href: draft.bulk.map(|it| href_of(visit, links::UNDOING_ALL, it)),
        uncorrect_action: is_corrected.then(|| at(links::UNCORRECTING)),
        previous: shown.previous.map(draft_at),
        next: shown.next.map(draft_at),
        list_href,
        page: below(visit, Page::of_record(visit, &draft.title)).here(),
        pick: shown.pick,
        fields: Fields::new(visit, shown.form),
    }
}
