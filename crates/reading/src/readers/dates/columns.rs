//! What the columns of a table of dates say.

use tables::{Header, Table};

use super::{clock, said};

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Day,
    LastDay,
    Start,
    End,
    Title,
    Venue,
    Street,
    City,
    Organiser,
    Speaker,
    Series,
    Audience,
    Deadline,
    Description,
}

/// Names of columns, the longer before those that they contain. `begin` and `end` may be days or
/// times: what stands below them decides.
const NAMES: &[(Role, &[&str])] = &[
    (
        Role::Deadline,
        &[
            "anmeldeschluss",
            "anmeldefrist",
            "anmeldung bis",
            "frist",
            "deadline",
        ],
    ),
    (
        Role::LastDay,
        &[
            "enddatum",
            "datum bis",
            "letzter tag",
            "end date",
            "bis datum",
        ],
    ),
    (
        Role::Start,
        &[
            "startzeit",
            "beginnzeit",
            "uhrzeit von",
            "zeit von",
            "start time",
            "uhrzeit",
            "zeit",
            "time",
        ],
    ),
    (
        Role::End,
        &["endzeit", "uhrzeit bis", "zeit bis", "end time"],
    ),
    (
        Role::Day,
        &[
            "datum",
            "startdatum",
            "date",
            "start date",
            "tag",
            "wann",
            "termine",
            "termin am",
            "day",
        ],
    ),
    (
        Role::Title,
        &[
            "titel",
            "thema",
            "veranstaltung",
            "bezeichnung",
            "betreff",
            "was",
            "name",
            "title",
            "subject",
            "summary",
            "event",
            "sitzung",
            "anlass",
            "gegenstand",
            "kurs",
            "topic",
        ],
    ),
    (
        Role::Street,
        &[
            "straße",
            "strasse",
            "anschrift",
            "adresse",
            "street",
            "address",
        ],
    ),
    (
        Role::City,
        &["stadt", "gemeinde", "plz ort", "city", "town"],
    ),
    (
        Role::Venue,
        &[
            "ort",
            "veranstaltungsort",
            "raum",
            "haus",
            "location",
            "wo",
            "treffpunkt",
            "saal",
            "venue",
            "place",
        ],
    ),
    (
        Role::Organiser,
        &[
            "veranstalter",
            "veranstalterin",
            "veranstaltende",
            "organisator",
            "organisation",
            "träger",
            "einladende",
            "organizer",
            "organiser",
            "host",
        ],
    ),
    (
        Role::Speaker,
        &[
            "referent",
            "referentin",
            "referierende",
            "referenten",
            "dozent",
            "dozentin",
            "dozierende",
            "vortragende",
            "leitung",
            "moderation",
            "mit",
            "speaker",
            "speakers",
        ],
    ),
    (Role::Series, &["reihe", "serie", "gremium", "series"]),
    (
        Role::Audience,
        &["zielgruppe", "für wen", "teilnehmende", "audience"],
    ),
    (
        Role::Description,
        &[
            "beschreibung",
            "inhalt",
            "bemerkung",
            "bemerkungen",
            "hinweis",
            "hinweise",
            "notiz",
            "notizen",
            "info",
            "infos",
            "description",
            "notes",
        ],
    ),
];
/// Names that are days or times by what stands below them: of the beginning, and of the end.
const BEGIN: &[&str] = &[
    "beginn", "start", "von", "anfang", "ab", "termin", "beginnt", "from",
];
const END: &[&str] = &["ende", "bis", "end", "schluss", "endet", "to", "until"];
/// How many rows tell what a column holds.
const LOOKED_AT: usize = 60;

/// Which column says what.
pub(super) struct Columns(Vec<(Role, usize)>);

/// Whether a text may be the name of a column.
pub(super) fn is_known(cell: &str) -> bool {
    let name = bare(cell);
    named(&name).is_some() || opens(BEGIN, &name) || opens(END, &name)
}

/// Whether a name is one of these, or begins with one: "Beginnt um".
fn opens(names: &[&str], name: &str) -> bool {
    let first = name.split(' ').next().unwrap_or(name);
    names.contains(&name) || first.len() > 3 && names.contains(&first)
}

/// A name in small letters, without what stands in brackets and without marks.
fn bare(name: &str) -> String {
    let name = name.split('(').next().unwrap_or(name).to_lowercase();
    let words = name.split(|it: char| !it.is_alphanumeric());
    words
        .filter(|it| !it.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn named(name: &str) -> Option<Role> {
    let known = |names: &[&str]| {
        names.contains(&name)
            // "Referent/Referentin", "Titel der Veranstaltung".
            || names.iter().any(|it| it.len() > 3 && name.split(' ').next() == Some(it))
    };
    NAMES
        .iter()
        .find(|(_, names)| known(names))
        .map(|(role, _)| *role)
}

/// How many of the filled cells of a column say a day, and how many a time alone, in hundredths.
fn holds(table: &Table, column: usize) -> (usize, usize) {
    let rows = table.rows.iter().take(LOOKED_AT);
    let cells: Vec<&str> = rows
        .filter_map(|row| row.cells.get(column))
        .map(|it| it.trim())
        .filter(|it| !it.is_empty())
        .collect();
    let share = |count: usize| (count * 100).checked_div(cells.len()).unwrap_or(0);
    let has_day = |it: &&&str| it.len() < 60 && !said(it).days.is_empty();
    let days = cells.iter().filter(has_day).count();
    let is_time = |it: &&&str| clock(it).is_some() || !said(it).clocks.is_empty();
    let times = cells
        .iter()
        .filter(|it| !has_day(it) && is_time(it))
        .count();
    (share(days), share(times))
}

impl Columns {
    pub(super) fn of(table: &Table) -> Self {
        let mut found = Self(Vec::new());
        if table.found.header != Header::None {
            for (column, name) in table.columns.iter().enumerate() {
                found.name(table, column, &bare(name));
            }
        }
        if found.place(Role::Day).is_none() {
            found.guess(table);
        }
        if found.place(Role::Title).is_none() {
            found.guess_title(table);
        }
        found
    }

    fn name(&mut self, table: &Table, column: usize, name: &str) {
        let is_begin = opens(BEGIN, name);
        if is_begin || opens(END, name) {
            let (days, times) = holds(table, column);
            let role = match (is_begin, days > times) {
                (true, true) => Role::Day,
                (true, false) if times > 50 => Role::Start,
                // "Termin" above words is what takes place.
                (true, false) => Role::Title,
                (false, true) => Role::LastDay,
                (false, false) => Role::End,
            };
            return self.set(role, column);
        }
        if let Some(role) = named(name) {
            let is_day = matches!(role, Role::Day | Role::LastDay | Role::Deadline);
            if !is_day || holds(table, column).0 > 30 {
                self.set(role, column);
            }
        }
    }

    fn set(&mut self, role: Role, column: usize) {
        let is_taken = self.0.iter().any(|(_, taken)| *taken == column);
        if self.place(role).is_none() && !is_taken {
            self.0.push((role, column));
        }
    }

    /// Without a name that says it, the day is where most cells say one.
    fn guess(&mut self, table: &Table) {
        let all = (0..table.columns.len()).map(|column| (column, holds(table, column)));
        let all: Vec<_> = all.collect();
        if let Some((column, _)) = all.iter().find(|(_, (days, _))| *days >= 60) {
            self.0.retain(|(_, taken)| taken != column);
            self.set(Role::Day, *column);
        }
        if self.place(Role::Start).is_none()
            && let Some((column, _)) = all.iter().find(|(_, (_, times))| *times >= 60)
        {
            self.set(Role::Start, *column);
        }
    }

    /// Without a name that says it, the title is where the most letters are.
    fn guess_title(&mut self, table: &Table) {
        let free = (0..table.columns.len())
            .filter(|column| !self.0.iter().any(|(_, taken)| taken == column));
        let letters = |column: &usize| -> usize {
            let rows = table.rows.iter().take(LOOKED_AT);
            let cells = rows.filter_map(|row| row.cells.get(*column));
            cells
                .map(|it| it.chars().filter(|it| it.is_alphabetic()).count().min(120))
                .sum()
        };
        if let Some(column) = free.max_by_key(letters).filter(|it| letters(it) > 0) {
            self.set(Role::Title, column);
        }
    }

    fn place(&self, role: Role) -> Option<usize> {
        let mut all = self.0.iter();
        all.find(|(it, _)| *it == role).map(|(_, column)| *column)
    }

    pub(super) fn cell<'r>(&self, role: Role, cells: &'r [String]) -> Option<&'r str> {
        let cell = cells.get(self.place(role)?)?.trim();
        (!cell.is_empty()).then_some(cell)
    }

    /// Whether a row has something where the day stands.
    pub(super) fn has_day(&self, cells: &[String]) -> bool {
        self.place(Role::Day).is_none() || self.cell(Role::Day, cells).is_some()
    }
}
