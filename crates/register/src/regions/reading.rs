//! Lists of regions as files: the official GV100AD, or a table with key and name.

use base::{Blame, Halt};

use super::{Listed, RegionKind};

/// What a list came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The program itself.
    Shipped,
    /// The file GV100AD of the Gemeindeverzeichnis.
    Official,
    /// A table.
    Table,
}

impl FileKind {
    /// The word in the database; the phrase key is `register-region-source-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Shipped => "shipped",
            Self::Official => "official",
            Self::Table => "table",
        }
    }
}

/// A list of regions that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionFile {
    /// What it came from.
    pub kind: FileKind,
    /// The day whose state it shows; empty where it does not say so.
    pub state: String,
    /// Its regions, the larger before those in them.
    pub regions: Vec<Listed>,
}

impl RegionFile {
    /// Whether a region stands in the list; its regions are in the order of their keys.
    pub(super) fn has(&self, ags: &str) -> bool {
        let found = self.regions.binary_search_by(|it| it.ags.as_str().cmp(ags));
        found.is_ok()
    }
}

/// The largest file that is read.
pub const LARGEST_FILE: usize = 50_000_000;

/// The list that comes with the program: key, name, designation.
pub(super) fn shipped(text: &str) -> Vec<Listed> {
    let mut regions: Vec<Listed> = text
        .lines()
        .filter_map(|line| {
            let mut cells = line.split(';');
            Some(Listed {
                ags: cells.next()?.to_owned(),
                name: cells.next()?.to_owned(),
                designation: cells.next().unwrap_or_default().to_owned(),
            })
        })
        .collect();
    regions.sort_by(|one, other| one.ags.cmp(&other.ags));
    regions
}

/// Reads a file, whichever of the two it is, in UTF-8 or Latin-1.
///
/// # Errors
/// Refused where a line is neither, with its number; nothing is read then.
pub fn read_file(bytes: &[u8]) -> Result<RegionFile, Halt> {
    if bytes.len() > LARGEST_FILE {
        return Err(Halt::no("regions-fault-size"));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.trim_start_matches('\u{feff}').to_owned(),
        // Every byte of Latin-1 is the character of the same number.
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    };
    let is_official = text.lines().next().is_some_and(is_official_line);
    let (kind, (mut regions, state)) = if is_official {
        (FileKind::Official, official(&text)?)
    } else {
        (FileKind::Table, (table(&text)?, String::new()))
    };
    if regions.is_empty() {
        return Err(Halt::no("regions-fault-empty"));
    }
    regions.sort_by(|one, other| one.ags.cmp(&other.ags));
    regions.dedup_by(|one, other| one.ags == other.ags);
    Ok(RegionFile {
        kind,
        state,
        regions,
    })
}

/// A part of a line, counted in characters.
fn part(line: &str, from: usize, to: usize) -> String {
    let part: String = line.chars().skip(from).take(to - from).collect();
    part.trim().to_owned()
}

/// The record type, a day as eight digits, a key: so begins every line of GV100AD.
fn is_official_line(line: &str) -> bool {
    let head: Vec<char> = line.chars().take(10).collect();
    head.len() == 10
        && matches!(head.first(), Some('1'..='6'))
        && head.get(1) == Some(&'0')
        && head.iter().all(char::is_ascii_digit)
        && line.chars().count() > 22
}

/// Record types: 10 Land, 40 Kreis, 60 Gemeinde; the others are levels between them.
fn official(text: &str) -> Result<(Vec<Listed>, String), Halt> {
    let mut regions = Vec::new();
    let mut state = String::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        if !is_official_line(line) {
            return Err(bad_line(number));
        }
        let length = match part(line, 0, 2).as_str() {
            "10" => 2,
            "40" => 5,
            "60" => 8,
            _ => continue,
        };
        let day = part(line, 2, 10);
        let (ags, name, code) = (
            part(line, 10, 10 + length),
            part(line, 22, 72),
            part(line, 122, 124),
        );
        if RegionKind::of_key(&ags).is_none() || name.is_empty() {
            return Err(bad_line(number));
        }
        if let (Some(year), Some(month), Some(of)) = (day.get(..4), day.get(4..6), day.get(6..8)) {
            state = format!("{year}-{month}-{of}");
        }
        if !is_left_out(&code) {
            regions.push(Listed {
                ags,
                name,
                designation: designation(&code).to_owned(),
            });
        }
    }
    Ok((regions, state))
}

/// A Stadt without a Kreis stands among the Kreise; where nobody lives, nobody is served.
fn is_left_out(code: &str) -> bool {
    matches!(code, "61" | "62" | "66")
}

fn designation(code: &str) -> &'static str {
    match code {
        "41" => "Kreisfreie Stadt",
        "42" => "Stadtkreis",
        "43" => "Kreis",
        "44" => "Landkreis",
        "45" => "Regionalverband",
        _ => "",
    }
}

/// Key and name, with `;`, `,` or a tab between them; a first line may hold headings.
fn table(text: &str) -> Result<Vec<Listed>, Halt> {
    let mut regions = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let cells = cells(line);
        let key = cells.first().and_then(|cell| key(cell));
        match (key, cells.get(1).map(|name| name.trim())) {
            (Some(ags), Some(name)) if !name.is_empty() => regions.push(Listed {
                ags,
                name: name.to_owned(),
                designation: cells.get(2).cloned().unwrap_or_default(),
            }),
            _ if number == 0 => {}
            _ => return Err(bad_line(number)),
        }
    }
    Ok(regions)
}

/// The cells of a line; a quoted one may hold the separator.
fn cells(line: &str) -> Vec<String> {
    let separator = [';', '\t', ',']
        .into_iter()
        .find(|it| line.contains(*it))
        .unwrap_or(';');
    let mut cells = vec![String::new()];
    let mut is_quoted = false;
    for letter in line.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            _ if letter == separator && !is_quoted => cells.push(String::new()),
            _ => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(letter);
                }
            }
        }
    }
    cells
        .into_iter()
        .map(|cell| cell.trim().to_owned())
        .collect()
}

/// The key of a cell. Spreadsheets drop a leading nought; the Regionalschlüssel has four digits
/// more, which name the association of Gemeinden.
fn key(cell: &str) -> Option<String> {
    let digits: String = cell.chars().filter(|it| !it.is_whitespace()).collect();
    if digits.is_empty() || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let digits = match digits.len() {
        1 | 4 | 7 | 11 => format!("0{digits}"),
        _ => digits,
    };
    if digits.len() == 12 {
        return Some(format!("{}{}", digits.get(..5)?, digits.get(9..)?));
    }
    RegionKind::of_key(&digits).map(|_| digits)
}

fn bad_line(number: usize) -> Halt {
    Halt::Refused(vec![
        Blame::at("", "regions-fault-line").with("line", number + 1),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn official_line(kind: &str, key: &str, name: &str, code: &str) -> String {
        format!("{kind}20240930{key:<12}{name:<50}{:<50}{code:<6}", "Sitz")
    }

    #[test]
    fn the_official_file_is_read_by_its_columns() {
        let text = [
            official_line("10", "16", "Thüringen", ""),
            official_line("40", "16071", "Weimarer Land", "44"),
            official_line("50", "160715001", "Verwaltungsgemeinschaft", "50"),
            official_line("60", "160710010001", "Apolda, Stadt", "63"),
            official_line("60", "160550000000", "Weimar, Stadt", "61"),
        ]
        .join("\r\n");
        let latin: Vec<u8> = text.chars().map(|it| u8::try_from(it).unwrap()).collect();

        for bytes in [text.as_bytes(), &latin] {
            let file = read_file(bytes).unwrap();
            assert_eq!(
                (file.kind, file.state.as_str()),
                (FileKind::Official, "2024-09-30")
            );
            let found: Vec<_> = file
                .regions
                .iter()
                .map(|it| (&*it.ags, &*it.name))
                .collect();
            assert_eq!(
                found,
                [
                    ("16", "Thüringen"),
                    ("16071", "Weimarer Land"),
                    ("16071001", "Apolda, Stadt")
                ]
            );
        }
    }

    #[test]
    fn a_table_is_read_whatever_a_spreadsheet_made_of_it() {
        let text = "Schlüssel;Name\n1001;Flensburg, Stadt\n\n\"16071001\";\"Apolda; Stadt\"\n\
                    160715001002;Bad Berka";
        let file = read_file(text.as_bytes()).unwrap();
        let found: Vec<_> = file
            .regions
            .iter()
            .map(|it| (&*it.ags, &*it.name))
            .collect();
        assert_eq!(
            found,
            [
                ("01001", "Flensburg, Stadt"),
                ("16071001", "Apolda; Stadt"),
                ("16071002", "Bad Berka"),
            ]
        );
        assert!(file.has("16071002") && !file.has("16071003"));
    }

    #[test]
    fn a_file_that_is_neither_is_refused_with_its_line() {
        for (text, key) in [
            ("16;Thüringen\nkeine Zeile", "regions-fault-line"),
            ("16071;", "regions-fault-empty"),
            ("", "regions-fault-empty"),
            ("\u{0}\u{1}", "regions-fault-empty"),
        ] {
            match read_file(text.as_bytes()) {
                Err(Halt::Refused(blames)) => assert_eq!(blames[0].key, key, "{text}"),
                other => panic!("{text}: {other:?}"),
            }
        }
    }
}
