//! Who came: the list at work and on paper.

mod paper;

pub(super) use paper::pdf;

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::http::StatusCode;
use base::{Blame, Fault, PersonId};
use register::Representative;
use shell::{Answer, Fields, Form, LINE, Visit, go, show_as};
use store::Conn;

use super::plan::below;
use super::{led, network_slug};
use crate::pages::attendance::{self as page, AttendancePage, Further, WalkIn};
use crate::pages::tabs::{Tab, tabs};
use crate::rules::{
    Attendance, FurtherGuests, Gathering, Invitation, Presence, Reply, represented_organisations,
};
use crate::{actions, links, records};

type Below = Path<(String, String)>;

/// The most lines for people whom nobody expected.
const MOST_WALK_INS: usize = 60;
/// How many empty lines the form offers.
const SPARE: usize = 2;

/// Everything that the list is made of.
struct Sheet {
    guests: Vec<(Invitation, Representative)>,
    saved: Vec<Attendance>,
    /// Who was let in at the door; changed there alone.
    door: Vec<Attendance>,
    further: Option<FurtherGuests>,
    /// Who gives the vote of a member on that day.
    voters: BTreeSet<PersonId>,
}

fn sheet(conn: &mut Conn<'_>, it: &Gathering) -> Result<Sheet, Fault> {
    let mut sheet = Sheet {
        guests: records::guests::guest_list(conn, it.id)?,
        saved: records::attendance::by_hand(conn, it.id)?,
        door: records::attendance::at_door(conn, it.id)?,
        further: records::attendance::further_guests(conn, it.id)?,
        voters: BTreeSet::new(),
    };
    let day = it.starts.date();
    let lines = sheet.lines(false).into_iter().map(|line| line.row);
    for row in lines.chain(sheet.door.clone()) {
        if let (Some(person), Some(organisation)) = (row.person, row.organisation)
            && register::gives_vote(conn, it.network, (organisation, person), day)?
        {
            sheet.voters.insert(person);
        }
    }
    Ok(sheet)
}

/// One expected person with what is known, or supposed, of their coming.
struct Line {
    row: Attendance,
    state: Option<Presence>,
    reply: Option<Reply>,
}

impl Sheet {
    /// Everybody expected, with what was written down or, on the day, what they answered.
    fn lines(&self, may_suppose: bool) -> Vec<Line> {
        let saved: BTreeMap<PersonId, &Attendance> = self
            .saved
            .iter()
            .filter_map(|row| row.person.map(|person| (person, row)))
            .collect();
        let is_here = |person: PersonId| self.door.iter().any(|row| row.person == Some(person));
        let mut lines: Vec<Line> = self
            .guests
            .iter()
            .filter(|(_, guest)| !is_here(guest.person.id))
            .map(|(invitation, guest)| match saved.get(&guest.person.id) {
                Some(row) => known(row, invitation.reply),
                None => expected(invitation, guest, may_suppose && self.saved.is_empty()),
            })
            .collect();
        let is_expected = |person: PersonId| {
            self.guests
                .iter()
                .any(|(_, guest)| guest.person.id == person)
        };
        lines.extend(
            saved
                .iter()
                .filter(|(person, _)| !is_expected(**person))
                .map(|(_, row)| known(row, None)),
        );
        lines
    }

    /// Whether anything was written down.
    fn is_saved(&self) -> bool {
        self.everybody().next().is_some() || self.further.is_some()
    }

    /// Whom the office wrote down and who was let in.
    fn everybody(&self) -> impl Iterator<Item = &Attendance> {
        self.saved.iter().chain(&self.door)
    }

    /// Whether somebody gives an organisation's vote.
    fn votes(&self, row: &Attendance) -> bool {
        row.person.is_some_and(|it| self.voters.contains(&it))
    }

    fn walk_ins(&self) -> impl Iterator<Item = &Attendance> {
        self.saved.iter().filter(|row| row.person.is_none())
    }
}

fn known(row: &Attendance, reply: Option<Reply>) -> Line {
    Line {
        row: row.clone(),
        state: Some(row.state),
        reply,
    }
}

fn expected(invitation: &Invitation, guest: &Representative, may_suppose: bool) -> Line {
    let (organisation, organisation_name) = match &guest.organisation {
        Some((id, name)) => (Some(*id), name.clone()),
        None => (None, String::new()),
    };
    let supposed = match (invitation.reply, invitation.deputy.is_empty()) {
        (Some(_), false) => Some(Presence::Represented),
        (Some(Reply::Yes), true) => Some(Presence::Present),
        (Some(Reply::No), true) => Some(Presence::Excused),
        _ => None,
    };
    Line {
        row: Attendance {
            person: Some(guest.person.id),
            organisation,
            name: guest.person.name.clone(),
            organisation_name,
            function: guest.function.clone(),
            state: Presence::Absent,
            represented_by: invitation.deputy.clone(),
        },
        state: supposed.filter(|_| may_suppose),
        reply: invitation.reply,
    }
}

pub(super) async fn show(visit: Visit, Path((_, slug)): Below) -> Answer {
    let it = led(&visit, &slug).await?;
    list_page(&visit, &it, None).await
}

async fn list_page(visit: &Visit, it: &Gathering, form: Option<Form>) -> Answer {
    let (about, looker) = (it.clone(), visit.clone());
    let (sheet, panels) = visit
        .store()
        .read(move |conn| {
            let panels = shell::panels(conn, &looker, shell::Place::Attendance(about.id))?;
            Ok::<_, Fault>((sheet(conn, &about)?, panels))
        })
        .await?;
    let may_suppose = it.is_begun_on(visit.today());
    let everybody: Vec<Attendance> = sheet.everybody().cloned().collect();
    let summary = represented_organisations(&everybody);
    let slug = network_slug(visit)?;
    let walk_ins = walk_ins(&sheet, form.as_ref());
    let rows: Vec<_> = sheet
        .lines(may_suppose)
        .into_iter()
        .filter_map(|line| {
            let votes = sheet.votes(&line.row);
            row(visit, (line, votes), form.as_ref())
        })
        .collect();
    let status = if form.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let form = form.unwrap_or_else(|| counted(&sheet));
    let attendance = links::below(&slug, &it.slug, "teilnahme");
    show_as(
        status,
        &AttendancePage {
            page: below(visit, it, "gatherings-attendance")?,
            tabs: tabs(visit, it, Tab::Attendance)?,
            fields: fields(visit, form, &rows, &walk_ins),
            rows,
            walk_ins,
            people: summary.people,
            organisations: summary.organisations,
            further: sheet.further.map(|it| further(visit, it, summary.people)),
            is_saved: sheet.is_saved(),
            door: sheet.door,
            panels,
            is_early: !may_suppose,
            pdf: visit.href(&format!("{attendance}.pdf")),
            reception: visit.href(&links::below(&slug, &it.slug, "einlass")),
            action: visit.href(&attendance),
        },
    )
}

/// How many were counted, as the form shows it.
fn counted(sheet: &Sheet) -> Form {
    let mut form = Form::default();
    if let Some(it) = sheet.further {
        form.put("further_guests", it.count.to_string());
        if it.is_about {
            form.put("further_guests_about", "true");
        }
    }
    form
}

fn further(visit: &Visit, it: FurtherGuests, people: usize) -> Further {
    let total = i64::try_from(people).map_or(it.count, |people| it.count.saturating_add(people));
    let number = |count: i64| {
        if it.is_about {
            visit.tell("gatherings-number-about", &[("count", count.into())])
        } else {
            count.to_string()
        }
    };
    Further {
        number: number(it.count),
        total: number(total),
    }
}

/// The form's fields, with the labels that the template gives those of its tables.
fn fields(visit: &Visit, form: Form, rows: &[page::Row], walk_ins: &[WalkIn]) -> Fields {
    let mut fields = Fields::new(visit, form);
    for row in rows {
        let label = |key| visit.tell(key, &[("name", row.name.as_str().into())]);
        let (state, by) = (format!("state-{}", row.key), format!("by-{}", row.key));
        fields = fields
            .labelled(&state, &label("gatherings-attendance-state-of"))
            .labelled(&by, &label("gatherings-attendance-by-of"));
    }
    for it in walk_ins {
        let number = [("number", it.number.into())];
        let label = visit.tell("gatherings-attendance-walk-in", &number);
        for part in ["name", "function", "organisation"] {
            fields = fields.labelled(&format!("walk{}_{part}", it.number), &label);
        }
    }
    fields
}

fn row(visit: &Visit, (line, votes): (Line, bool), form: Option<&Form>) -> Option<page::Row> {
    let key = line.row.person?.to_string();
    let (state, represented_by) = match form {
        Some(form) => (
            Presence::from_word(form.value(&format!("state-{key}"))),
            form.value(&format!("by-{key}")).to_owned(),
        ),
        None => (line.state, line.row.represented_by),
    };
    let mut options = vec![page::Standing {
        value: "",
        label: visit.say("gatherings-presence-open").to_owned(),
        chosen: state.is_none(),
    }];
    options.extend(Presence::ALL.map(|it| page::Standing {
        value: it.word(),
        label: visit.say(it.key()).to_owned(),
        chosen: state == Some(it),
    }));
    let reply = line.reply.map_or("gatherings-reply-none", Reply::key);
    Some(page::Row {
        key,
        name: line.row.name,
        function: line.row.function,
        votes,
        organisation: line.row.organisation_name,
        reply: visit.say(reply).to_owned(),
        options,
        represented_by,
    })
}

fn walk_ins(sheet: &Sheet, form: Option<&Form>) -> Vec<WalkIn> {
    let mut shown: Vec<WalkIn> = match form {
        Some(form) => (1..=MOST_WALK_INS)
            .map(|number| typed_walk_in(form, number))
            .filter(|it| !it.name.is_empty() || !it.organisation.is_empty())
            .collect(),
        None => sheet
            .walk_ins()
            .map(|row| WalkIn {
                number: 0,
                name: row.name.clone(),
                function: row.function.clone(),
                organisation: row.organisation_name.clone(),
            })
            .collect(),
    };
    for _ in 0..SPARE {
        shown.push(WalkIn {
            number: 0,
            name: String::new(),
            function: String::new(),
            organisation: String::new(),
        });
    }
    for (before, it) in shown.iter_mut().enumerate() {
        it.number = before + 1;
    }
    shown
}

fn typed_walk_in(form: &Form, number: usize) -> WalkIn {
    let part = |part: &str| form.value(&format!("walk{number}_{part}")).to_owned();
    WalkIn {
        number,
        name: part("name"),
        function: part("function"),
        organisation: part("organisation"),
    }
}

pub(super) async fn save(visit: Visit, Path((_, slug)): Below, mut form: Form) -> Answer {
    let it = led(&visit, &slug).await?;
    let about = it.clone();
    let typed = typed_organisations(&form);
    let (sheet, organisations) = visit
        .store()
        .read(move |conn| {
            let names: Vec<&str> = typed.iter().map(String::as_str).collect();
            let (_, organisations) = register::meant_by(conn, about.network, &names)?;
            Ok::<_, Fault>((sheet(conn, &about)?, organisations))
        })
        .await?;
    let mut rows = Vec::new();
    for line in sheet.lines(false) {
        rows.extend(typed_line(&mut form, line));
    }
    rows.extend(typed_walk_ins(&mut form, &organisations));
    let further = typed_further(&mut form);
    if form.is_blamed() {
        return list_page(&visit, &it, Some(form)).await;
    }
    let act = visit.clone();
    let id = it.id;
    let saved = visit
        .store()
        .write(move |conn| {
            let came = (rows.as_slice(), further);
            actions::set_attendance(conn, &mut act.moment(), &act.actor, id, came)
        })
        .await;
    if let Err(halt) = saved {
        form.take_refusal(halt)?;
        return list_page(&visit, &it, Some(form)).await;
    }
    let path = links::below(&network_slug(&visit)?, &it.slug, "teilnahme");
    Ok(go(&visit, &path, "attendance-set"))
}

/// What was typed for somebody expected; a line left open is not written down.
fn typed_line(form: &mut Form, line: Line) -> Option<Attendance> {
    let key = line.row.person?.to_string();
    let represented_by = form.line(&format!("by-{key}"), LINE);
    let field = format!("state-{key}");
    let typed = form.value(&field).to_owned();
    let state = Presence::from_word(&typed);
    if state.is_none() {
        if !typed.is_empty() {
            form.blame(Blame::at(field, "fault-choice"));
        }
        return None;
    }
    let state = state?;
    Some(Attendance {
        state,
        represented_by: if state == Presence::Represented {
            represented_by
        } else {
            String::new()
        },
        ..line.row
    })
}

/// The organisations that people who were not expected say they come from.
fn typed_organisations(form: &Form) -> Vec<String> {
    (1..=MOST_WALK_INS)
        .map(|number| form.value(&format!("walk{number}_organisation")))
        .filter(|name| !name.trim().is_empty())
        .map(|name| name.trim().to_owned())
        .collect()
}

fn typed_walk_ins(form: &mut Form, organisations: &[register::Organisation]) -> Vec<Attendance> {
    let mut found = Vec::new();
    for number in 1..=MOST_WALK_INS {
        let name = form.line(&format!("walk{number}_name"), LINE);
        let function = form.line(&format!("walk{number}_function"), LINE);
        let organisation_name = form.line(&format!("walk{number}_organisation"), LINE);
        if name.is_empty() && organisation_name.is_empty() {
            continue;
        }
        let organisation = organisations
            .iter()
            .find(|it| it.name == organisation_name || it.short_name == organisation_name)
            .filter(|_| !organisation_name.is_empty());
        found.push(Attendance {
            person: None,
            organisation: organisation.map(|it| it.id),
            name,
            organisation_name: organisation.map_or(organisation_name, |it| it.name.clone()),
            function,
            state: Presence::Present,
            represented_by: String::new(),
        });
    }
    found
}

/// Who was counted; an estimate without a number is a slip, not a wish.
fn typed_further(form: &mut Form) -> Option<FurtherGuests> {
    let is_about = form.has("further_guests_about");
    if is_about && form.value("further_guests").trim().is_empty() {
        form.blame(Blame::at(
            "further_guests",
            "gatherings-fault-further-missing",
        ));
    }
    let count = form.number("further_guests", 0, FurtherGuests::MOST)?;
    Some(FurtherGuests { count, is_about })
}
