//! Long lists, a page at a time: how many there are, where a page begins, what a search finds.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use base::Fault;
use shell::{Pages, Remembered, Visit, query_value};
use store::Conn;
use uuid::Uuid;

use crate::records::{Beginning, FEW, Listed};
use crate::rules::{self, sort_key};

/// How many entries a list shows on one page: all of a district group's members.
const ON_A_PAGE: i64 = 40;
/// How many hits of a search in a long list are shown; who wants others types more.
pub(crate) const MOST_FOUND: i64 = 200;

/// What is known of a list until something changes.
pub(crate) enum Outline {
    /// All of it, by name.
    Few(Vec<Listed>),
    /// How many there are, and where pages begin that were looked at.
    Many(i64, Mutex<BTreeMap<i64, (String, Uuid)>>),
}

impl Outline {
    /// Looks at a list, or remembers what was seen before.
    pub(crate) fn of(
        remembered: &Remembered,
        key: String,
        first: impl FnOnce(i64) -> Result<Vec<Listed>, Fault>,
        count: impl FnOnce() -> Result<i64, Fault>,
    ) -> Result<Arc<Self>, Fault> {
        remembered.once(key, || {
            let mut listed = first(FEW + 1)?;
            if count_of(&listed) > FEW {
                return Ok(Self::Many(count()?, Mutex::default()));
            }
            listed.sort_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
            Ok(Self::Few(listed))
        })
    }

    /// How many entries there are.
    pub(crate) fn count(&self) -> i64 {
        match self {
            Self::Few(listed) => count_of(listed),
            Self::Many(count, _) => *count,
        }
    }

    /// The entries of a short list that hold all words of a search, anywhere in them.
    fn holding(listed: &[Listed], search: &str) -> Vec<Uuid> {
        let words = rules::searched_words(search);
        let holds = |it: &&Listed| words.iter().all(|word| it.found_by.contains(word));
        listed.iter().filter(holds).map(|it| it.id).collect()
    }
}

/// Where the known beginning of a page lies nearest before an entry of a long list.
fn nearest(begins: &Mutex<BTreeMap<i64, (String, Uuid)>>, before: i64) -> Beginning {
    let begins = begins.lock().unwrap_or_else(PoisonError::into_inner);
    begins.range(..=before).next_back().map_or_else(
        || Beginning {
            key: (String::new(), Uuid::nil()),
            further: before,
        },
        |(place, key)| Beginning {
            key: key.clone(),
            further: before - place,
        },
    )
}

/// Remembers where a page begins.
fn begins_at(begins: &Mutex<BTreeMap<i64, (String, Uuid)>>, place: i64, key: (String, Uuid)) {
    let mut begins = begins.lock().unwrap_or_else(PoisonError::into_inner);
    begins.insert(place, key);
}

/// What a page of a list shows.
pub(crate) enum Shown {
    /// These records.
    These(Vec<Uuid>),
    /// What comes from a place on, of a long list that nothing is searched in.
    From(Beginning),
}

/// One page of a list, before its records are read.
pub(crate) struct Browsed {
    pub(crate) shown: Shown,
    pub(crate) pages: Pages,
    /// Whether a search has found more than is shown.
    pub(crate) has_more: bool,
}

/// Finds the page that a visit asks for. Of a long list `found` gives what a search finds, by
/// name, and `before` how many entries stand before the beginning of a name.
pub(crate) fn browse(
    conn: &mut Conn<'_>,
    (visit, outline, search): (&Visit, &Outline, &str),
    found: impl FnOnce(&mut Conn<'_>) -> Result<Vec<Uuid>, Fault>,
    before: impl FnOnce(&mut Conn<'_>, &str) -> Result<i64, Fault>,
) -> Result<Browsed, Fault> {
    let is_searched = !search.trim().is_empty();
    let begins = query_value(&visit.query, "ab").map(|it| sort_key(&it));
    let begins = begins.filter(|it| !it.is_empty() && !is_searched);
    let these = |ids: Vec<Uuid>, before: Option<i64>, has_more: bool| {
        let pages = pages(visit, count_of(&ids), before);
        let shown = Shown::These(part(&ids, &pages).to_vec());
        Browsed {
            shown,
            pages,
            has_more,
        }
    };
    Ok(match outline {
        Outline::Few(listed) if is_searched => these(Outline::holding(listed, search), None, false),
        Outline::Few(listed) => {
            let before = begins.map(|begins| {
                let stands_before = |it: &&Listed| it.sort_key < begins;
                count_of(&listed.iter().filter(stands_before).collect::<Vec<_>>())
            });
            these(listed.iter().map(|it| it.id).collect(), before, false)
        }
        Outline::Many(..) if is_searched => {
            let found = found(conn)?;
            let has_more = count_of(&found) >= MOST_FOUND;
            these(found, None, has_more)
        }
        Outline::Many(count, known) => {
            let before = match begins {
                Some(begins) => Some(before(conn, &begins)?),
                None => None,
            };
            let pages = pages(visit, *count, before);
            Browsed {
                shown: Shown::From(nearest(known, pages.before())),
                pages,
                has_more: false,
            }
        }
    })
}

impl Outline {
    /// Remembers where the page that was read begins and where the next one does; takes off the
    /// entry that was read beyond the page.
    pub(crate) fn walked<T>(
        &self,
        pages: &Pages,
        rows: &mut Vec<T>,
        key: impl Fn(&T) -> (String, Uuid),
    ) {
        let each = usize::try_from(pages.each).unwrap_or(0);
        if let Self::Many(_, known) = self {
            if let Some(first) = rows.first() {
                begins_at(known, pages.before(), key(first));
            }
            if let Some(next) = rows.get(each) {
                begins_at(known, pages.before() + pages.each, key(next));
            }
        }
        rows.truncate(each);
    }
}

fn count_of<T>(all: &[T]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}

/// The page that a visit asks for: by its number, or by how many entries come before.
fn pages(visit: &Visit, count: i64, before: Option<i64>) -> Pages {
    match before {
        None => Pages::of(visit, count, ON_A_PAGE),
        Some(before) => {
            let before = before.clamp(0, (count - 1).max(0));
            Pages::at(visit, (count, ON_A_PAGE), before / ON_A_PAGE + 1)
        }
    }
}

/// The part of a list that a page shows.
fn part<'l, T>(all: &'l [T], pages: &Pages) -> &'l [T] {
    let from = usize::try_from(pages.before()).unwrap_or(0).min(all.len());
    let each = usize::try_from(pages.each).unwrap_or(0);
    let until = from.saturating_add(each).min(all.len());
    all.get(from..until).unwrap_or_default()
}

/// A letter to jump to.
pub(crate) struct Letter {
    pub(crate) letter: char,
    pub(crate) href: String,
}

/// The letters above a list of several pages that nothing is searched in; the filter stays.
pub(crate) fn letters(
    (action, kind): (&str, Option<&str>),
    search: &str,
    pages: &Pages,
) -> Vec<Letter> {
    if pages.last == 1 || !search.is_empty() {
        return Vec::new();
    }
    let kind = kind.map_or_else(String::new, |kind| format!("art={kind}&"));
    ('A'..='Z')
        .map(|letter| Letter {
            letter,
            href: format!("{action}?{kind}ab={}", letter.to_ascii_lowercase()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_reached_from_the_nearest_known_place() {
        let begins = Mutex::default();
        assert_eq!(nearest(&begins, 120).further, 120);
        begins_at(&begins, 100, ("m".to_owned(), Uuid::from_u128(1)));
        begins_at(&begins, 200, ("z".to_owned(), Uuid::from_u128(2)));

        let from = nearest(&begins, 120);

        assert_eq!((from.further, from.key.0.as_str()), (20, "m"));
        assert_eq!(nearest(&begins, 99).further, 99);
    }

    #[test]
    fn short_lists_are_searched_anywhere_in_a_name() {
        let listed = [Listed {
            id: Uuid::nil(),
            sort_key: "lebenshilfe".to_owned(),
            found_by: rules::found_by(&["Lebenshilfe", "Köln"]),
        }];

        assert_eq!(Outline::holding(&listed, "HILFE koeln").len(), 1);
        assert_eq!(Outline::holding(&listed, "hilfe weimar").len(), 0);
    }
}
