//! Lines, paragraphs, headings and rows out of runs of letters. The order in which a program has
//! drawn them is the best that is known of how they are read; only where it jumps about, or between
//! columns, the places alone count.

use std::collections::HashMap;

use super::columns::{by_rows, in_columns};
use super::letters::Run;
use crate::page::{Kind, Page, Zone};

/// Lines that stand on so many pages in the same place stand around what they are about.
const REPEATED: usize = 3;
/// The share of a page's height, from above and from below, in which such lines are looked for.
const MARGIN: f64 = 0.1;
/// A line at least this share as long as the longest of its paragraph goes on in the next.
const FULL: f64 = 0.75;

/// A line: what stands beside each other on it.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    cells: Vec<Run>,
    /// Where the lowest words of its cells lie.
    bottom: f64,
}

impl Line {
    fn at(&self) -> f64 {
        self.cells.first().map_or(0.0, |it| it.line)
    }

    fn size(&self) -> f64 {
        self.cells.iter().map(|it| it.size).fold(0.0, f64::max)
    }

    fn left(&self) -> f64 {
        self.cells
            .iter()
            .map(|it| it.left)
            .fold(f64::INFINITY, f64::min)
    }

    fn right(&self) -> f64 {
        self.cells.iter().map(|it| it.right).fold(0.0, f64::max)
    }

    /// Takes a line into the cell of a row below which it stands.
    fn takes(&mut self, line: &Self) -> bool {
        let [more] = line.cells.as_slice() else {
            return false;
        };
        let size = self.size().max(more.size);
        let down = more.line - self.bottom;
        if self.cells.len() < 2 || down < 0.3 * size || down > 1.75 * size {
            return false;
        }
        let mut cells = self.cells.iter_mut().skip(1);
        let Some(cell) = cells.find(|it| (it.left - more.left).abs() < 0.5 * size) else {
            return false;
        };
        cell.words.push('\n');
        cell.words.push_str(&more.words);
        self.bottom = more.line;
        true
    }

    fn words(&self) -> String {
        let cells: Vec<&str> = self.cells.iter().map(|it| it.words.trim()).collect();
        mended(&cells.join(" "))
    }
}

/// The lines of a page of paper.
pub(super) struct Sheet {
    lines: Vec<Line>,
    height: f64,
}

impl Sheet {
    /// Puts runs together to lines.
    pub(super) fn of(mut runs: Vec<Run>, height: f64) -> Self {
        if let Some(columns) = in_columns(&runs) {
            runs = columns;
        } else if jumps(&runs) * 4 > runs.len() {
            runs = by_rows(runs);
        }
        let mut lines: Vec<Line> = Vec::new();
        for run in runs {
            match lines.last_mut() {
                Some(line) if stands_beside(line, &run) => line.cells.push(run),
                _ => lines.push(Line {
                    bottom: run.line,
                    cells: vec![run],
                }),
            }
        }
        let mut rows: Vec<Line> = Vec::new();
        for line in lines {
            let goes_on = rows.last_mut().is_some_and(|row| row.takes(&line));
            if !goes_on {
                rows.push(line);
            }
        }
        Self {
            lines: rows,
            height,
        }
    }

    fn is_margin(&self, line: &Line) -> bool {
        let share = line.at() / self.height.max(1.0);
        !(MARGIN..=1.0 - MARGIN).contains(&share)
    }
}

fn stands_beside(line: &Line, run: &Run) -> bool {
    let size = line.size().max(run.size);
    (line.at() - run.line).abs() < 0.45 * size && run.left > line.right() - 0.3 * size
}

/// How often the next run stands well above the one before it.
fn jumps(runs: &[Run]) -> usize {
    let pairs = runs.iter().zip(runs.iter().skip(1));
    pairs
        .filter(|(one, next)| next.line < one.line - 1.5 * one.size)
        .count()
}

/// The pages of paper as one page.
pub(super) fn page(sheets: Vec<Sheet>) -> Page {
    let usual = usual_size(&sheets);
    let around = around(&sheets);
    let mut page = Page::default();
    for sheet in sheets {
        let mut paragraph: Vec<Line> = Vec::new();
        for line in &sheet.lines {
            let key = key(line);
            if sheet.is_margin(line) && (around.contains_key(&key) || is_number(&line.words())) {
                end(&mut paragraph, usual, &mut page);
                page.push(Kind::Text, Zone::Frame, &line.words());
                continue;
            }
            if line.cells.len() > 1 {
                end(&mut paragraph, usual, &mut page);
                let cells: Vec<String> = line
                    .cells
                    .iter()
                    .map(|it| mended(it.words.trim()))
                    .collect();
                push_cells(&cells, &mut page);
                continue;
            }
            if paragraph.last().is_some_and(|last| !goes_on(last, line)) {
                end(&mut paragraph, usual, &mut page);
            }
            paragraph.push(line.clone());
        }
        end(&mut paragraph, usual, &mut page);
    }
    page
}

/// A mark of a list and its words stand apart, too, but are no row.
fn push_cells(cells: &[String], page: &mut Page) {
    match cells {
        [mark, rest @ ..] if is_bullet(mark) => {
            page.push(Kind::Item, Zone::Main, &rest.join(" ").replace('\n', " "));
        }
        cells => page.push_row(Zone::Main, cells, false),
    }
}

/// The size in which most letters are.
fn usual_size(sheets: &[Sheet]) -> f64 {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let runs = sheets
        .iter()
        .flat_map(|it| &it.lines)
        .flat_map(|it| &it.cells);
    for run in runs {
        *counts.entry(format!("{:.1}", run.size)).or_default() += run.words.len();
    }
    let usual = counts
        .into_iter()
        .max_by_key(|(size, count)| (*count, size.clone()));
    usual
        .and_then(|(size, _)| size.parse().ok())
        .unwrap_or(10.0)
}

/// A line without its numbers.
fn key(line: &Line) -> String {
    let words = line.words();
    let letters = words
        .chars()
        .map(|it| if it.is_ascii_digit() { '#' } else { it });
    letters.collect()
}

/// Lines that stand at the margin of several pages.
fn around(sheets: &[Sheet]) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for sheet in sheets {
        for line in sheet.lines.iter().filter(|it| sheet.is_margin(it)) {
            *counts.entry(key(line)).or_insert(0_usize) += 1;
        }
    }
    counts.retain(|_, count| *count >= REPEATED);
    counts
}

fn is_number(words: &str) -> bool {
    let letters = words.chars().filter(|it| it.is_alphabetic()).count();
    words.len() < 16 && (letters == 0 || words.starts_with("Seite ")) && !words.contains(['.', ':'])
}

fn goes_on(last: &Line, line: &Line) -> bool {
    let size = last.size().max(line.size());
    let down = line.at() - last.at();
    let is_same_size = (last.size() - line.size()).abs() < 0.12 * size;
    is_same_size && down > 0.3 * size && down < 1.75 * size && !begins_item(&line.words())
}

fn begins_item(words: &str) -> bool {
    let mut letters = words.chars();
    let first = letters.next().unwrap_or(' ');
    is_mark(first) && letters.next() == Some(' ')
}

fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '•' | '–'
            | '-'
            | '·'
            | '▪'
            | '►'
            | '■'
            | '●'
            | '○'
            | '✓'
            | '➢'
            | '◦'
            | '\u{f0b7}'
            | '\u{f0a7}'
    )
}

fn is_bullet(words: &str) -> bool {
    let mut letters = words.chars();
    letters.next().is_some_and(is_mark) && letters.next().is_none()
}

/// Ends a paragraph: lines that are full go on in the next one, others stand for themselves.
fn end(paragraph: &mut Vec<Line>, usual: f64, page: &mut Page) {
    let lines = std::mem::take(paragraph);
    let Some(first) = lines.first() else { return };
    let size = first.size();
    let width = |it: &Line| it.right() - it.left();
    let widest = lines.iter().map(width).fold(0.0, f64::max);
    let mut words = String::new();
    let mut was_full = true;
    for line in &lines {
        let next = line.words();
        if words.is_empty() {
            words = next;
        } else {
            join(&mut words, &next, was_full);
        }
        was_full = width(line) >= FULL * widest && widest > 12.0 * size;
    }
    let is_short = words.chars().count() <= 160 && !words.ends_with('.');
    let kind = if size > usual * 1.5 && is_short {
        Kind::Heading(1)
    } else if size > usual * 1.12 && is_short {
        Kind::Heading(2)
    } else if begins_item(&words) {
        words = words.chars().skip(2).collect();
        Kind::Item
    } else {
        Kind::Text
    };
    if matches!(kind, Kind::Heading(_)) {
        words = words.replace('\n', " ");
        if page.title.is_none() && kind == Kind::Heading(1) {
            page.title = Some(crate::page::tidy(&words));
        }
    }
    page.push(kind, Zone::Main, &words);
}

/// Puts a line behind another: a word that was parted at the end of a line is one again.
fn join(words: &mut String, next: &str, was_full: bool) {
    // "Kinder- und Jugendhilfe" keeps its mark.
    let is_second = next.starts_with("und ") || next.starts_with("oder ");
    let is_parted = words.ends_with('-') && next.starts_with(char::is_lowercase) && !is_second;
    if words.ends_with('\u{ad}') || is_parted {
        words.pop();
    } else if !(words.ends_with('-') && was_full && !is_second) {
        words.push(if was_full { ' ' } else { '\n' });
    }
    words.push_str(next);
}

/// Dots over letters that were drawn by themselves come back onto their letters.
fn mended(words: &str) -> String {
    if !words.contains('\u{a8}') {
        return words.replace('\u{ad}', "");
    }
    let mut out = words.to_owned();
    for (plain, dotted) in [
        ('a', 'ä'),
        ('o', 'ö'),
        ('u', 'ü'),
        ('A', 'Ä'),
        ('O', 'Ö'),
        ('U', 'Ü'),
    ] {
        out = out.replace(&format!("\u{a8}{plain}"), &dotted.to_string());
    }
    out
}
