//! The list of pairs, of those that are none, and of merges.

use axum::extract::Path;
use base::{Halt, NetworkId};
use shell::{Answer, Named as Kind, Page, Pages, Visit, go, query_value, show as shown};
use store::Conn;

use super::{Places, Two, here};
use crate::pages::{Lines, ListPage, Named, PairLine, SaidLine, Tab, when};
use crate::records::{self, Different, Member, Merge, Pair};
use crate::{actions, links};

/// How many entries stand on one page.
const ON_A_PAGE: i64 = 30;
/// Beyond this pairs are not counted and not paged through: the likeliest come first, and the
/// others move up as these are settled.
const MOST: i64 = 990;

/// A part of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Pairs(Kind),
    Different,
    Merged,
}

impl Part {
    const ALL: [Self; 4] = [
        Self::Pairs(Kind::Organisation),
        Self::Pairs(Kind::Person),
        Self::Different,
        Self::Merged,
    ];

    const fn word(self) -> &'static str {
        match self {
            Self::Pairs(named) => links::kind(named),
            Self::Different => "verschieden",
            Self::Merged => "zusammengefuehrt",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Pairs(Kind::Organisation) => "duplicates-tab-organisations",
            Self::Pairs(Kind::Person) => "duplicates-tab-people",
            Self::Different => "duplicates-tab-different",
            Self::Merged => "duplicates-tab-merged",
        }
    }

    const fn none(self) -> &'static str {
        match self {
            Self::Pairs(Kind::Organisation) => "duplicates-none-organisations",
            Self::Pairs(Kind::Person) => "duplicates-none-people",
            Self::Different => "duplicates-none-different",
            Self::Merged => "duplicates-none-merged",
        }
    }

    fn count(self, conn: &mut Conn<'_>, visit: &Visit, network: NetworkId) -> Result<i64, Halt> {
        Ok(match self {
            Self::Pairs(named) => *visit
                .remembered()
                .once(format!("all pairs {network} {}", named.word()), || {
                    records::count_pairs(conn, (network, named), (0, MOST + 1))
                })?,
            Self::Different => records::count_different(conn, network)?,
            Self::Merged => records::count_merges(conn, network)?,
        })
    }
}

pub(super) async fn show(visit: Visit) -> Answer {
    let (network, slug) = here(&visit)?;
    let asked = query_value(&visit.query, "art");
    let inner = visit.clone();
    let (part, counts, lines, pages) = visit
        .store()
        .read(move |conn| {
            let mut counts = Vec::new();
            for part in Part::ALL {
                counts.push((part, part.count(conn, &inner, network)?));
            }
            // Where nothing is asked for, what there is to do.
            let waits = |(part, count): &&(Part, i64)| *count > 0 && matches!(part, Part::Pairs(_));
            let first = counts.iter().find(waits).map(|(part, _)| *part);
            let named = Part::ALL
                .into_iter()
                .find(|it| Some(it.word()) == asked.as_deref());
            let part = named.or(first).unwrap_or(Part::Pairs(Kind::Organisation));
            let count = counts.iter().find(|(it, _)| *it == part);
            let pages = Pages::of(&inner, count.map_or(0, |(_, it)| *it.min(&MOST)), ON_A_PAGE);
            let lines = lines(conn, &inner, part, (pages.each, pages.before()))?;
            Ok::<_, Halt>((part, counts, lines, pages))
        })
        .await?;
    let action = visit.href(&links::of(links::DUPLICATES, &slug));
    let tabs = counts.into_iter().map(|(tab, count)| Tab {
        label: visit.say(tab.key()).to_owned(),
        href: format!("{action}?art={}", tab.word()),
        count: if matches!(tab, Part::Pairs(_)) && count > MOST {
            format!("{MOST}+")
        } else {
            count.to_string()
        },
        current: tab == part,
    });
    shown(&ListPage {
        page: Page::new(&visit, visit.say("duplicates-title")),
        tabs: tabs.collect(),
        none: part.none(),
        lines,
        pages,
    })
}

fn lines(conn: &mut Conn<'_>, visit: &Visit, part: Part, some: (i64, i64)) -> Result<Lines, Halt> {
    let (network, slug) = here(visit)?;
    Ok(match part {
        Part::Pairs(named) => {
            let pairs = records::pairs(conn, (network, named), some)?.into_iter();
            Lines::Pairs(
                pairs
                    .map(|it| pair_line(visit, (&slug, named), it))
                    .collect(),
            )
        }
        Part::Different => {
            let said = records::different(conn, network, some)?.into_iter();
            Lines::Different(said.map(|it| different_line(visit, &slug, it)).collect())
        }
        Part::Merged => {
            let merges = records::merges_of(conn, network, some)?.into_iter();
            Lines::Merged(merges.map(|it| merge_line(visit, &slug, it)).collect())
        }
    })
}

fn pair_line(visit: &Visit, (slug, named): (&str, Kind), it: Pair) -> PairLine {
    let two = Two {
        named,
        one: it.one.id,
        other: it.other.id,
    };
    let member = |it: Member| Named {
        href: Some(visit.href(&links::record(slug, named, it.id))),
        name: it.name,
        more: it.more,
        ended: it.ended,
    };
    PairLine {
        degree: match it.score {
            85.. => "duplicates-degree-high",
            65..=84 => "duplicates-degree-likely",
            _ => "duplicates-degree-possible",
        },
        reasons: it
            .reasons
            .iter()
            .map(|reason| visit.say(&reason.key()).to_owned())
            .collect(),
        compare_href: visit.href(&two.link(links::PAIR, slug)),
        different_href: visit.href(&two.link(links::DIFFERENT, slug)),
        one: member(it.one),
        other: member(it.other),
    }
}

fn plain(name: String, href: Option<String>) -> Named {
    Named {
        name,
        href,
        more: String::new(),
        ended: false,
    }
}

fn different_line(visit: &Visit, slug: &str, it: Different) -> SaidLine {
    let two = Two {
        named: it.named,
        one: it.one.0,
        other: it.other.0,
    };
    let record = |id| Some(visit.href(&links::record(slug, it.named, id)));
    SaidLine {
        when: when(visit, it.said_at),
        by: it.said_by,
        back_href: Some(visit.href(&two.link(links::DIFFERENT_NO_MORE, slug))),
        look_href: None,
        is_undone: false,
        one: plain(it.one.1, record(two.one)),
        other: plain(it.other.1, record(two.other)),
    }
}

fn merge_line(visit: &Visit, slug: &str, it: Merge) -> SaidLine {
    let record = |id| visit.href(&links::record(slug, it.named, id));
    SaidLine {
        when: when(visit, it.merged_at),
        by: it.merged_by,
        back_href: None,
        look_href: Some(visit.href(&links::merged(links::MERGED, slug, it.id))),
        is_undone: it.undone_at.is_some(),
        other: plain(it.gone_name, it.undone_at.map(|_| record(it.gone))),
        one: plain(it.kept_name, it.kept.map(record)),
    }
}

pub(super) async fn say_different(visit: Visit, Path(places): Path<Places>) -> Answer {
    let (network, slug) = here(&visit)?;
    let two = Two::of(&places)?;
    let (who, mut moment) = (visit.actor.clone(), visit.moment());
    visit
        .store()
        .write(move |conn| {
            let pair = (two.one, two.other);
            actions::say_different(conn, &mut moment, &who, (network, two.named), pair)
        })
        .await?;
    let list = links::of(links::DUPLICATES, &slug);
    let back = format!("{list}?art={}", links::kind(two.named));
    Ok(go(&visit, &back, "duplicates-different"))
}

pub(super) async fn take_back_different(visit: Visit, Path(places): Path<Places>) -> Answer {
    let (network, slug) = here(&visit)?;
    let two = Two::of(&places)?;
    let (who, mut moment) = (visit.actor.clone(), visit.moment());
    visit
        .store()
        .write(move |conn| {
            let pair = (two.one, two.other);
            let of = (network, two.named);
            actions::take_back_different(conn, &mut moment, &who, of, pair)
        })
        .await?;
    let list = links::of(links::DUPLICATES, &slug);
    let back = format!("{list}?art={}", Part::Different.word());
    Ok(go(&visit, &back, "duplicates-different-back"))
}
