//! Pages in columns: where a strip from top to bottom is free of letters and what stands beside it
//! does not belong together row by row, as in a table, each column is read by itself.

use std::cmp::Ordering;

use super::letters::Run;

/// The fewest lines of a column.
const FEWEST: usize = 4;
/// The most runs that strips are looked for among; pages of letters have some hundreds.
const MOST: usize = 20_000;
/// The least width of a column, as a share of the text.
const NARROWEST: f64 = 0.14;
/// How finely strips are looked for, in points.
const STEP: f64 = 2.0;
/// Lines at least this share as wide as the text stand above several columns.
const WIDE: f64 = 0.6;
/// How far what stands beside each other may lie above or below, in sizes of letters.
const ALIGNED: f64 = 0.35;

/// Runs column by column, where the page has columns that were not drawn so; else none.
pub(super) fn in_columns(runs: &[Run]) -> Option<Vec<Run>> {
    let strips = strips(runs);
    let strips: Vec<f64> = strips
        .into_iter()
        .filter(|at| parts_columns(runs, *at))
        .collect();
    if strips.is_empty() {
        return None;
    }
    let mut rows = by_rows(runs.to_vec());
    rows.reverse();
    let (mut found, mut band) = (Vec::new(), Vec::new());
    while let Some(run) = rows.pop() {
        if strips.iter().any(|at| crosses(&run, *at)) {
            found.extend(band_in_columns(std::mem::take(&mut band), &strips));
            found.push(run);
        } else {
            band.push(run);
        }
    }
    found.extend(band_in_columns(band, &strips));
    Some(found)
}

/// What stands between two lines that go over all columns.
fn band_in_columns(band: Vec<Run>, strips: &[f64]) -> Vec<Run> {
    let mut columns: Vec<Vec<Run>> = vec![Vec::new(); strips.len() + 1];
    for run in band {
        let column = strips.iter().filter(|at| run.left >= **at).count();
        if let Some(column) = columns.get_mut(column) {
            column.push(run);
        }
    }
    columns.concat()
}

/// From top to bottom, and on one line from left to right.
pub(super) fn by_rows(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort_by(|one, other| one.line.total_cmp(&other.line));
    let mut from = 0;
    while let Some(first) = runs.get(from) {
        let (line, size) = (first.line, first.size.max(1.0));
        let behind = runs.get(from..).unwrap_or_default();
        let count = behind
            .iter()
            .take_while(|it| (it.line - line) / size < 0.4)
            .count();
        let until = from + count.max(1);
        if let Some(row) = runs.get_mut(from..until) {
            row.sort_by(|one, other| one.left.total_cmp(&other.left));
        }
        from = until;
    }
    runs
}

fn crosses(run: &Run, at: f64) -> bool {
    run.left < at && run.right > at
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

/// The middles of all strips that hardly a run crosses.
fn strips(runs: &[Run]) -> Vec<f64> {
    let left = runs.iter().map(|it| it.left).fold(f64::INFINITY, f64::min);
    let right = runs.iter().map(|it| it.right).fold(0.0, f64::max);
    let width = right - left;
    if !(2 * FEWEST..=MOST).contains(&runs.len()) || !(50.0..20_000.0).contains(&width) {
        return Vec::new();
    }
    let size = median(runs.iter().map(|it| it.size).collect());
    let narrow = |it: &&Run| it.right - it.left < WIDE * width;
    let most = runs.len() / 40;
    let is_free = |at: f64| {
        let crossing = runs.iter().filter(narrow).filter(|it| crosses(it, at));
        crossing.count() <= most
    };
    let mut found: Vec<f64> = Vec::new();
    let (mut at, mut begin) = (left + NARROWEST * width, None);
    while at < right - NARROWEST * width + STEP {
        let free = is_free(at) && at < right - NARROWEST * width;
        match (free, begin) {
            (true, None) => begin = Some(at),
            (false, Some(from)) => {
                let middle = f64::midpoint(from, at);
                let is_apart = found
                    .last()
                    .is_none_or(|it| middle - it > NARROWEST * width);
                if at - from >= 0.7 * size && is_apart {
                    found.push(middle);
                }
                begin = None;
            }
            _ => {}
        }
        at += STEP;
    }
    found
}

/// What is drawn one behind the other on one side of a strip.
struct Piece {
    is_left: bool,
    top: f64,
    bottom: f64,
    size: f64,
    count: usize,
}

impl Piece {
    fn stands_beside(&self, other: &Self) -> bool {
        let near = ALIGNED * self.size.max(other.size);
        let middle = |it: &Self| f64::midpoint(it.top, it.bottom);
        // A short cell stands beside the middle of a long one.
        let is_short = self.count.min(other.count) <= 2;
        (self.top - other.top).abs() < near
            || is_short && (middle(self) - middle(other)).abs() < near
    }
}

/// Whether what stands left and right of a strip are columns: not drawn one after the other, which
/// needs no help, and not side by side, row by row.
fn parts_columns(runs: &[Run], at: f64) -> bool {
    let pieces = pieces(runs, at);
    let sides = [true, false].map(|is_left| {
        let side = pieces.iter().filter(|it| it.is_left == is_left);
        side.map(|it| it.count).sum::<usize>()
    });
    if sides.iter().any(|it| *it < FEWEST) || pieces.len() < 3 {
        return false;
    }
    let pairs = || {
        let pairs = pieces.iter().zip(pieces.iter().skip(1));
        pairs.filter(|(one, _)| one.is_left)
    };
    let beside = pairs()
        .filter(|(one, other)| one.stands_beside(other))
        .count();
    if beside * 2 <= pairs().count() {
        return true;
    }
    // Lines of two columns at the same height, drawn line by line: sentences go on in them.
    pieces.len() * 2 > runs.len() && [true, false].iter().all(|side| reads_on(runs, at, *side))
}

fn pieces(runs: &[Run], at: f64) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for run in runs.iter().filter(|it| !crosses(it, at)) {
        let is_left = run.right <= at;
        match found.last_mut() {
            Some(piece) if piece.is_left == is_left => {
                piece.top = piece.top.min(run.line);
                piece.bottom = piece.bottom.max(run.line);
                piece.count += 1;
            }
            _ => found.push(Piece {
                is_left,
                top: run.line,
                bottom: run.line,
                size: run.size,
                count: 1,
            }),
        }
    }
    found
}

/// Whether the lines on one side of a strip are those of sentences that go on from one to the next.
fn reads_on(runs: &[Run], at: f64, is_left: bool) -> bool {
    let side: Vec<&Run> = runs
        .iter()
        .filter(|it| !crosses(it, at) && (it.right <= at) == is_left)
        .collect();
    let small = side
        .iter()
        .filter(|it| it.words.starts_with(char::is_lowercase))
        .count();
    let mut lengths: Vec<usize> = side.iter().map(|it| it.words.chars().count()).collect();
    lengths.sort_by(usize::cmp);
    let usual = lengths.get(lengths.len() / 2).copied().unwrap_or(0);
    small * 10 >= side.len() * 3 && usual.cmp(&18) != Ordering::Less
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(left: f64, line: f64, words: &str) -> Run {
        Run {
            words: words.to_owned(),
            left,
            right: left + 5.0 * f64::from(u32::try_from(words.len()).unwrap()),
            line,
            size: 10.0,
        }
    }

    fn words(runs: &[Run]) -> Vec<&str> {
        runs.iter().map(|it| it.words.as_str()).collect()
    }

    #[test]
    fn what_is_drawn_by_height_is_read_by_columns() {
        let mut runs = vec![run(
            50.0,
            20.0,
            "Ein Titel, der weit über alle beiden Spalten geht",
        )];
        for line in 0..5_u32 {
            let at = f64::from(line) * 14.0;
            runs.push(run(50.0, 50.0 + at, "links steht das"));
            runs.push(run(200.0, 57.0 + at, "rechts steht es"));
        }
        let found = in_columns(&runs).expect("there are columns");
        let found = words(&found);
        assert!(found[0].starts_with("Ein Titel"));
        assert!(
            found[1..6].iter().all(|it| it.starts_with("links")),
            "{found:?}"
        );
        assert!(
            found[6..].iter().all(|it| it.starts_with("rechts")),
            "{found:?}"
        );
    }

    #[test]
    fn rows_of_a_table_stay_together() {
        let mut level = Vec::new();
        let mut centred = Vec::new();
        for line in 0..6_u32 {
            let at = f64::from(line) * 28.0;
            level.push(run(50.0, 50.0 + at, "3. Juni 2027"));
            level.push(run(200.0, 50.0 + at, "Fachtag Pflege"));
            centred.push(run(50.0, 57.0 + at, "3. Juni 2027"));
            centred.push(run(200.0, 50.0 + at, "Fachtag Pflege"));
            centred.push(run(200.0, 64.0 + at, "im Quartier"));
        }
        assert_eq!(in_columns(&level), None);
        assert_eq!(in_columns(&centred), None);
    }

    #[test]
    fn columns_that_were_drawn_as_such_are_left_alone() {
        let column = |left: f64| {
            (0..6_u32).map(move |it| run(left, 50.0 + f64::from(it) * 13.0, "eine Zeile"))
        };
        let runs: Vec<Run> = column(50.0).chain(column(300.0)).collect();
        assert_eq!(in_columns(&runs), None);
    }
}
