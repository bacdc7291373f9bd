//! Long lists, a page at a time.

use crate::phrases::Arg;
use crate::visit::Visit;

/// Which part of a long list is shown; the address says it with `?seite=2`.
///
/// Templates include `pages.html`, with it under the name of `pages`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pages {
    /// The page that is shown, from one.
    pub current: i64,
    /// The last page.
    pub last: i64,
    /// How many entries are on one page.
    pub each: i64,
    /// Where it stands, in words: page 2 of 5.
    pub label: String,
    /// The page before.
    pub previous: Option<String>,
    /// The pages to choose from; a gap has no address.
    pub steps: Vec<Step>,
    /// The page after.
    pub next: Option<String>,
}

/// A page to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number.
    pub number: i64,
    /// Where it is; none for the pages that are left out.
    pub href: Option<String>,
    /// Whether it is the page that is shown.
    pub current: bool,
}

impl Pages {
    /// The page that a visit asks for of a list of so many entries; a number beyond the last
    /// page means the last one.
    pub fn of(visit: &Visit, count: i64, each: i64) -> Self {
        let asked = crate::query_value(&visit.query, "seite");
        let page = asked.and_then(|number| number.parse().ok()).unwrap_or(1);
        Self::at(visit, (count, each), page)
    }

    /// The page of this number of a list of so many entries, so many on each; one beyond the
    /// last page means the last one.
    pub fn at(visit: &Visit, (count, each): (i64, i64), page: i64) -> Self {
        let last = ((count - 1).max(0) / each.max(1)) + 1;
        let current = page.clamp(1, last);
        let (home, query) = (visit.href(&visit.path), &visit.query);
        let at = |number: i64| format!("{home}{}", query_for(query, number));
        let step = |number: i64| Step {
            number,
            href: (number > 0).then(|| at(number)),
            current: number == current,
        };
        let place = [("page", Arg::from(current)), ("pages", Arg::from(last))];
        Self {
            current,
            last,
            each,
            label: visit.tell("shell-page-of", &place),
            previous: (current > 1).then(|| at(current - 1)),
            steps: numbers(current, last).into_iter().map(step).collect(),
            next: (current < last).then(|| at(current + 1)),
        }
    }

    /// How many entries come before this page.
    pub const fn before(&self) -> i64 {
        (self.current - 1) * self.each
    }
}

/// The rest of the question stays as it is; what was done is not said again, and the letter
/// that a list was opened at has done its work.
fn query_for(query: &str, number: i64) -> String {
    let mut pairs: Vec<String> = query
        .split('&')
        .filter(|pair| {
            let gone = ["seite=", "ab=", "done="];
            !pair.is_empty() && !gone.iter().any(|it| pair.starts_with(it))
        })
        .map(ToOwned::to_owned)
        .collect();
    if number > 1 {
        pairs.push(format!("seite={number}"));
    }
    if pairs.is_empty() {
        String::new()
    } else {
        format!("?{}", pairs.join("&"))
    }
}

/// The first, the last and those around the current one; nought stands for a gap.
fn numbers(current: i64, last: i64) -> Vec<i64> {
    let mut numbers = Vec::new();
    let mut before = 0;
    for number in (1..=last).filter(|it| *it == 1 || *it == last || (it - current).abs() <= 2) {
        match number - before {
            2 => numbers.push(number - 1),
            3.. => numbers.push(0),
            _ => {}
        }
        numbers.push(number);
        before = number;
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_far_away_are_left_out_and_no_gap_hides_a_single_one() {
        assert_eq!(numbers(1, 1), [1]);
        assert_eq!(numbers(3, 6), [1, 2, 3, 4, 5, 6]);
        assert_eq!(numbers(5, 7), [1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(numbers(10, 20), [1, 0, 8, 9, 10, 11, 12, 0, 20]);
    }

    #[test]
    fn another_page_keeps_the_search_and_forgets_what_was_done() {
        assert_eq!(query_for("", 1), "");
        assert_eq!(query_for("done=x&seite=4&ab=m", 1), "");
        assert_eq!(
            query_for("suche=a%26b&seite=4&art=partner", 3),
            "?suche=a%26b&art=partner&seite=3"
        );
    }
}
