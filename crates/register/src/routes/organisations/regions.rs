//! The regions that a network's organisations serve.

use base::access::Right;
use base::{Halt, NetworkId, OrganisationId};
use calendar::dates;
use shell::{Answer, Link, Page, Routes, Visit, query_value, show};
use store::Conn;

use super::super::{here, path, searched};
use crate::pages::{ChosenRegion, RegionsPage};
use crate::regions::{self, Region, RegionKind, Source};
use crate::{links, rules};

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::REGIONS, Right::ReadAsMember, look);
}

/// How many organisations stand on the page.
const SHOWN: usize = 500;

struct Found {
    served: Vec<(Region, i64)>,
    hits: Option<Vec<Region>>,
    chosen: Option<(Region, Vec<(OrganisationId, String)>)>,
    sources: Vec<Source>,
    counts: Vec<(RegionKind, i64)>,
}

fn read(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (search, key): (&str, &str),
) -> Result<Found, Halt> {
    let patterns = rules::patterns(search);
    let hits = if search.is_empty() {
        None
    } else {
        Some(regions::found(conn, &patterns, 30)?)
    };
    let chosen = match regions::region(conn, key)? {
        Some(region) => {
            let serving = regions::organisations_serving(conn, network, &region.ags)?;
            Some((region, serving))
        }
        None => None,
    };
    Ok(Found {
        served: regions::served(conn, network)?,
        hits,
        chosen,
        sources: regions::sources(conn)?,
        counts: regions::counts(conn)?,
    })
}

async fn look(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    let search = searched(&visit);
    let key: String = query_value(&visit.query, "region").unwrap_or_default();
    let key: String = key.chars().take(12).collect();
    let typed = search.clone();
    let found = visit
        .store()
        .read(move |conn| read(conn, network, (&typed, &key)))
        .await?;
    let action = visit.href(&links::of(links::REGIONS, &slug));
    let link = |it: Region| Link::new(it.label, format!("{action}?region={}", it.ags));
    let sources = found.sources.iter();
    let sources = sources
        .map(|it| source(&visit, it, &found.counts))
        .collect();
    let served = found.served.into_iter().map(|(region, count)| {
        let words = visit.tell("register-region-served", &[("count", count.into())]);
        (region.ags.len(), link(region), words)
    });
    let chosen = found.chosen.map(|(region, organisations)| ChosenRegion {
        label: region.label,
        ags: region.ags,
        organisations: organisations
            .into_iter()
            .take(SHOWN)
            .map(|(id, name)| Link::new(name, visit.href(&path(&visit, links::ORGANISATION, id))))
            .collect(),
        all_href: action.clone(),
    });
    show(&RegionsPage {
        page: Page::new(&visit, visit.say("register-regions"))
            .below(
                visit.say("register-organisations"),
                &links::of(links::ORGANISATIONS, &slug),
            )
            .here(),
        served: served.collect(),
        hits: found.hits.map(|hits| hits.into_iter().map(link).collect()),
        chosen,
        sources,
        search,
        action,
    })
}

/// Where the regions of a kind come from, in a sentence.
fn source(visit: &Visit, it: &Source, counts: &[(RegionKind, i64)]) -> String {
    let count = counts.iter().find(|(kind, _)| *kind == it.kind);
    let count = count.map_or(0, |(_, count)| *count);
    let kind = visit.tell(
        &format!("register-region-{}", it.kind.word()),
        &[("count", count.into())],
    );
    let day = it.as_of.parse().map_or_else(
        |_| visit.say("register-region-state-unknown").to_owned(),
        |day| dates::day_short(day, visit.lang),
    );
    visit.tell(
        &format!("register-region-source-{}", it.source),
        &[("kind", kind.into()), ("day", day.into())],
    )
}
