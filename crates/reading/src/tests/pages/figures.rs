//! How well our own pages are read: what was reached must not be lost. `checks/reading.py` prints
//! all figures and names what is missed.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

/// The pages that may be tuned to have odd numbers, the blind ones even.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Tuned,
    Blind,
}

#[derive(Default)]
struct Tally {
    right: usize,
    asked: usize,
    given: usize,
}

impl Tally {
    fn add(&mut self, asked: &BTreeSet<String>, given: &BTreeSet<String>) {
        self.right += asked.intersection(given).count();
        self.asked += asked.len();
        self.given += given.len();
    }

    /// Right answers among asked and given ones, in hundredths.
    fn score(&self) -> usize {
        200 * self.right / (self.asked + self.given).max(1)
    }
}

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name)
}

/// The label and the drafts of every page of a half.
fn pages(half: Half) -> Vec<(Value, Value)> {
    let mut found = Vec::new();
    for file in fs::read_dir(folder("pages")).expect("pages") {
        let path = file.expect("a page").path();
        let name = path
            .file_stem()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        let number: u32 = name
            .get(..2)
            .and_then(|it| it.parse().ok())
            .expect("a number");
        if (number % 2 == 1) != (half == Half::Tuned) {
            continue;
        }
        let bytes = fs::read(&path).expect("a page is there");
        let drafts = crate::read(&path.to_string_lossy(), &bytes).expect("a page is read");
        let label = fs::read(folder("labels").join(format!("{name}.json"))).expect("a label");
        let label = serde_json::from_slice(&label).expect("a label in JSON");
        found.push((label, crate::labels::labels(&drafts)));
    }
    assert_eq!(found.len(), if half == Half::Tuned { 28 } else { 22 });
    found
}

fn list<'v>(of: &'v Value, key: &str) -> &'v [Value] {
    of[key].as_array().map_or(&[], Vec::as_slice)
}

fn words(of: &Value, key: &str) -> String {
    of[key].as_str().unwrap_or("-").to_lowercase()
}

/// Those gatherings that are neither asked for nor wrong count for nobody.
fn days(label: &Value, of: &Value, with_time: bool) -> BTreeSet<String> {
    let day = |it: &Value| {
        let whole = it["start_date"].as_str();
        whole
            .or(it["start_date_partial"].as_str())
            .unwrap_or("-")
            .to_owned()
    };
    let spared: BTreeSet<String> = list(label, "gatherings")
        .iter()
        .filter(|it| it["optional"] == true)
        .map(day)
        .collect();
    let counted = list(of, "gatherings")
        .iter()
        .filter(|it| !spared.contains(&day(it)));
    counted
        .map(|it| {
            if with_time {
                format!("{} {}", day(it), words(it, "start_time"))
            } else {
                day(it)
            }
        })
        .collect()
}

fn speakers(of: &Value) -> BTreeSet<String> {
    let all = list(of, "gatherings")
        .iter()
        .flat_map(|it| list(it, "speakers"));
    all.map(|it| {
        words(it, "name")
            .rsplit(' ')
            .next()
            .unwrap_or("")
            .to_owned()
    })
    .collect()
}

fn contacts(of: &Value) -> BTreeSet<String> {
    let reach = |it: &Value| {
        let digits: String = words(it, "phone")
            .chars()
            .filter(char::is_ascii_digit)
            .collect();
        format!("{} {digits}", words(it, "email"))
    };
    list(of, "contacts").iter().map(reach).collect()
}

fn posts(of: &Value) -> BTreeSet<String> {
    of["post"]
        .as_object()
        .map(|_| "post".to_owned())
        .into_iter()
        .collect()
}

/// The figures of a half: days, days with their times, speakers, contacts, posts.
fn figures(half: Half) -> [usize; 5] {
    let mut tallies: [Tally; 5] = Default::default();
    for (label, drafts) in pages(half) {
        let asked = [
            days(&label, &label, false),
            days(&label, &label, true),
            speakers(&label),
            contacts(&label),
            posts(&label),
        ];
        let given = [
            days(&label, &drafts, false),
            days(&label, &drafts, true),
            speakers(&drafts),
            contacts(&drafts),
            posts(&drafts),
        ];
        for (tally, (asked, given)) in tallies.iter_mut().zip(asked.iter().zip(&given)) {
            tally.add(asked, given);
        }
    }
    tallies.map(|it| it.score())
}

#[test]
fn the_figures_of_our_own_pages_are_held() {
    for (half, floors) in [
        (Half::Tuned, [98, 95, 92, 88, 70]),
        (Half::Blind, [84, 80, 72, 80, 50]),
    ] {
        let reached = figures(half);
        let is_held = reached.iter().zip(floors).all(|(it, floor)| *it >= floor);
        assert!(is_held, "reached {reached:?}, held so far {floors:?}");
    }
}

#[test]
fn pages_without_gatherings_give_none() {
    for (label, drafts) in pages(Half::Tuned).into_iter().chain(pages(Half::Blind)) {
        if list(&label, "gatherings").is_empty() {
            assert!(list(&drafts, "gatherings").is_empty(), "{drafts:#}");
        }
    }
}
