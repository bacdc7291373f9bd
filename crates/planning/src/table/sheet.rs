//! Everything that the table of a plan is made of, read in one view.

use std::collections::BTreeSet;

use base::{Fault, GatheringId, NetworkId, OrganisationId};
use calendar::holidays::Land;
use gatherings::{Onlooker, Outline, State};
use jiff::civil::Date;
use register::Organisation;
use shell::Visit;
use store::Conn;

use crate::records;
use crate::rules::{Candidate, Other, RowKind, Surroundings, YearPlan};

/// A plan with its rows and all that they are looked at against.
pub(crate) struct Sheet {
    pub(crate) plan: YearPlan,
    /// The rows in order of time.
    pub(crate) rows: Vec<(Outline, RowKind)>,
    /// The network's organisations by name.
    pub(crate) organisations: Vec<Organisation>,
    pub(crate) candidates: Vec<Candidate>,
    /// Who received the others outside this plan.
    pub(crate) hosted: Vec<(OrganisationId, Date)>,
    pub(crate) around: Surroundings,
    /// Whether somebody was invited to one of the rows, so that changes ask whether to tell.
    pub(crate) asks_inform: bool,
}

impl Sheet {
    /// The row of a gathering.
    pub(crate) fn row(&self, id: GatheringId) -> Option<&(Outline, RowKind)> {
        self.rows.iter().find(|(it, _)| it.id == id)
    }

    /// The rows that can still be changed.
    pub(crate) fn open_rows(&self) -> impl Iterator<Item = &(Outline, RowKind)> {
        self.rows
            .iter()
            .filter(|(it, _)| matches!(it.state, State::Draft | State::Announced))
    }

    /// The rows that are over or called off.
    pub(crate) fn closed_rows(&self) -> impl Iterator<Item = &(Outline, RowKind)> {
        self.rows
            .iter()
            .filter(|(it, _)| matches!(it.state, State::Held | State::Cancelled))
    }
}

/// The first day of a year and of the next.
pub(crate) const fn span(year: i16) -> (Date, Date) {
    (Date::constant(year, 1, 1), Date::constant(year + 1, 1, 1))
}

/// The rows of a plan that this person may read, in order of time.
pub(crate) fn rows(
    conn: &mut Conn<'_>,
    visit: &Visit,
    plan: &YearPlan,
) -> Result<Vec<(Outline, RowKind)>, Fault> {
    let onlooker = Onlooker {
        network: plan.network,
        actor: &visit.actor,
    };
    let mut tied: std::collections::HashMap<_, _> =
        records::plans::rows(conn, plan.id)?.into_iter().collect();
    let mut found: Vec<(Outline, RowKind)> = gatherings::outlines(conn, onlooker, span(plan.year))?
        .into_iter()
        .filter_map(|it| {
            let kind = tied.remove(&it.id)?;
            Some((it, kind))
        })
        .collect();
    // What was moved into another year stays in its plan.
    for (id, kind) in tied {
        let Some(moved) = gatherings::gathering(conn, id)? else {
            continue;
        };
        let day = moved.starts.date();
        let Ok(next) = day.tomorrow() else { continue };
        let outline = gatherings::outlines(conn, onlooker, (day, next))?
            .into_iter()
            .find(|it| it.id == id);
        found.extend(outline.map(|it| (it, kind)));
    }
    found.sort_by_key(|(it, _)| (it.starts, it.id));
    Ok(found)
}

/// Reads everything.
pub(crate) fn load(conn: &mut Conn<'_>, visit: &Visit, plan: YearPlan) -> Result<Sheet, Fault> {
    let rows = rows(conn, visit, &plan)?;
    let mine: BTreeSet<GatheringId> = rows.iter().map(|(it, _)| it.id).collect();
    let hosted = gatherings::hosted(conn, plan.network, span(plan.year).1)?;
    let organisations = if register::is_small(conn, plan.network)? {
        register::organisations_of(conn, plan.network)?
    } else {
        let of_rows = rows.iter().filter_map(|(it, _)| it.host);
        let hosts = of_rows.chain(hosted.iter().map(|it| it.host)).collect();
        known_hosts(conn, plan.network, hosts)?
    };
    let mut asks_inform = false;
    for (it, _) in rows.iter().filter(|(it, _)| it.state == State::Announced) {
        asks_inform |= gatherings::invited_count(conn, it.id)? > 0;
    }
    Ok(Sheet {
        candidates: candidates(conn, &plan, &organisations)?,
        hosted: hosted
            .into_iter()
            .filter(|it| !mine.contains(&it.gathering))
            .map(|it| (it.host, it.day))
            .collect(),
        around: around(conn, visit, (plan.network, span(plan.year)), &mine)?,
        asks_inform,
        organisations,
        rows,
        plan,
    })
}

/// Of a large register those take turns that have received the others; whoever is to do so for
/// the first time is entered at the gathering.
fn known_hosts(
    conn: &mut Conn<'_>,
    network: NetworkId,
    hosts: BTreeSet<OrganisationId>,
) -> Result<Vec<Organisation>, Fault> {
    let mut known = Vec::new();
    for id in hosts {
        let found = register::organisation(conn, id)?;
        known.extend(found.filter(|it| it.network == network && !it.ended));
    }
    known.sort_by_cached_key(|it| register::sort_key(&it.name));
    Ok(known)
}

fn candidates(
    conn: &mut Conn<'_>,
    plan: &YearPlan,
    organisations: &[Organisation],
) -> Result<Vec<Candidate>, Fault> {
    let mut candidates = Vec::new();
    for it in organisations.iter().filter(|it| it.can_host) {
        candidates.push(Candidate {
            id: it.id,
            name: it.name.clone(),
            terms: register::member_terms(conn, (plan.network, it.id))?
                .into_iter()
                .map(|term| (term.from, term.until))
                .collect(),
        });
    }
    Ok(candidates)
}

/// Holidays, school holidays, and what else there is in a span of days in a network and the one
/// above, as far as the visitor may know of it. The end is not part of the span; what is `mine`
/// is left out.
///
/// # Errors
/// When the database fails.
pub fn around(
    conn: &mut Conn<'_>,
    visit: &Visit,
    (network, span): (NetworkId, (Date, Date)),
    mine: &BTreeSet<GatheringId>,
) -> Result<Surroundings, Fault> {
    let school = records::school::school_holidays(conn, network)?;
    let network = register::network(conn, network)?
        .ok_or_else(|| Fault::new("find the network of days that are planned"))?;
    let mut others = others(conn, visit, ((network.id, None), span), mine)?;
    if let Some(id) = network.parent
        && let Some(above) = register::network(conn, id)?
    {
        let above = (above.id, Some(above.name));
        others.extend(self::others(conn, visit, (above, span), mine)?);
    }
    Ok(Surroundings {
        today: Some(visit.today()),
        land: Land::from_code(&network.land),
        school,
        others,
        zone: network.zone,
    })
}

type Named = (NetworkId, Option<String>);

fn others(
    conn: &mut Conn<'_>,
    visit: &Visit,
    ((network, name), span): (Named, (Date, Date)),
    mine: &BTreeSet<GatheringId>,
) -> Result<Vec<Other>, Fault> {
    let onlooker = Onlooker {
        network,
        actor: &visit.actor,
    };
    Ok(gatherings::between(conn, onlooker, span)?
        .into_iter()
        .filter(|it| it.state != State::Cancelled && !mine.contains(&it.id))
        .map(|it| Other {
            day: it.starts.date(),
            title: it.title,
            network: name.clone(),
        })
        .collect())
}
