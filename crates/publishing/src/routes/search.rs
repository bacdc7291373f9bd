//! The search over everything that lets itself be found.

use base::Fault;
use shell::{Answer, Link, Visit, show};

use super::{may_find, page_below_home};
use crate::links;
use crate::pages::search::{Hit, SearchPage};

/// How many hits a page shows.
const SHOWN: usize = 50;
/// How many hits are looked through for those that the person may know of.
const LOOKED_THROUGH: i64 = 1000;
/// The longest question.
const LONGEST: usize = 200;

/// What is found, as far as the person may know of it.
pub async fn search(visit: Visit) -> Answer {
    let network = visit.network()?.clone();
    let asked = shell::query_value(&visit.query, "q").unwrap_or_default();
    let query: String = asked
        .chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST)
        .collect();
    let query = query.trim().to_owned();
    let (inner, words, id) = (visit.clone(), query.clone(), network.id);
    let found = visit
        .store()
        .read(move |conn| {
            let mut found = Vec::new();
            for hit in conn.search(id, &words, LOOKED_THROUGH)? {
                if may_find(conn, &inner, id, &hit)? {
                    found.push(hit);
                }
            }
            Ok::<_, Fault>(found)
        })
        .await?;
    let count = (!query.is_empty())
        .then(|| visit.tell("publishing-hits", &[("count", found.len().into())]));
    let elsewhere = [
        ("publishing-all-gatherings", "termine"),
        ("publishing-all-posts", "meldungen"),
        ("publishing-all-tags", "schlagworte"),
    ]
    .into_iter()
    .map(|(key, page)| {
        Link::new(
            visit.say(key),
            visit.href(&links::below(&network.slug, page)),
        )
    })
    .collect();
    show(&SearchPage {
        count,
        has_more: found.len() > SHOWN,
        hits: found
            .into_iter()
            .take(SHOWN)
            .map(|hit| Hit::of(hit, &visit))
            .collect(),
        action: visit.href(&links::below(&network.slug, "suche")),
        query,
        elsewhere,
        page: page_below_home(&visit, &network, visit.say("publishing-search")).here(),
    })
}
