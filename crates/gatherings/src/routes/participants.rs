//! Who takes part: the list that members read, with the names of those who agreed to it.

use std::collections::BTreeSet;

use axum::extract::Path;
use base::access::Right;
use base::{Halt, PersonId};
use calendar::dates;
use print::{ParticipantsPaper, Party};
use shell::{Answer, Problem, Visit, show};

use super::plan::below;
use super::{attachment, is_invited, network_slug};
use crate::pages::participants::ParticipantsPage;
use crate::rules::{self, Gathering, Participant, State};
use crate::{links, papers, records};

type Below = Path<(String, String)>;

/// What the list is made of.
struct List {
    gathering: Gathering,
    named: Vec<Participant>,
    others: usize,
    is_listed: Option<bool>,
}

/// Where one asks for a network's consents.
const CONSENTS: &str = "/konto/daten";

async fn list(visit: &Visit, slug: String) -> Result<List, Problem> {
    let network = visit.network()?.id;
    let inner = visit.clone();
    let (list, invited) = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let it = records::gathering::gathering_by_slug(conn, network, &slug)?
                .filter(|it| !matches!(it.state, State::Draft | State::Cancelled))
                .ok_or(Halt::Missing)?;
            let invited = is_invited(conn, &inner, &it)?;
            let all = records::participants::participants(conn, &it)?;
            let mut agreed: BTreeSet<PersonId> = BTreeSet::new();
            for person in all.iter().filter_map(|it| it.person) {
                if inner.app.may_be_listed(conn, person)? {
                    agreed.insert(person);
                }
            }
            let is_listed = match inner.actor.person {
                Some(person) => Some(inner.app.may_be_listed(conn, person)?),
                None => None,
            };
            let (named, others) = rules::named(all, &agreed);
            let list = List {
                gathering: it,
                named,
                others,
                is_listed,
            };
            Ok((list, invited))
        })
        .await?;
    visit.require(Right::ReadRecord, &list.gathering.subject(invited))?;
    Ok(list)
}

pub(super) async fn look(visit: Visit, Path((_, slug)): Below) -> Answer {
    let list = list(&visit, slug).await?;
    let it = &list.gathering;
    let count = list.named.len().saturating_add(list.others);
    let others = list.others;
    let path = links::below(&network_slug(&visit)?, &it.slug, "teilnehmende.pdf");
    show(&ParticipantsPage {
        page: below(&visit, it, "gatherings-participants")?,
        title: it.title.clone(),
        when: dates::span(it.starts, it.ends, visit.lang),
        summary: visit.tell("gatherings-participants-count", &[("count", count.into())]),
        others: (others > 0).then(|| {
            visit.tell(
                "gatherings-participants-others",
                &[("count", others.into())],
            )
        }),
        rows: list.named,
        is_listed: list.is_listed,
        consent: visit.href(CONSENTS),
        pdf: visit.href(&path),
    })
}

pub(super) async fn pdf(visit: Visit, Path((_, slug)): Below) -> Answer {
    let list = list(&visit, slug).await?;
    let name = papers::file_name(&visit, "gatherings-participants-file", &list.gathering.slug);
    let looker = visit.clone();
    let paper = visit
        .store()
        .read(move |conn| -> Result<_, Halt> {
            let it = &list.gathering;
            let network = register::network(conn, it.network)?.ok_or(Halt::Missing)?;
            let of = (looker.lang, looker.now);
            let filled = |text: String| (!text.is_empty()).then_some(text);
            Ok(ParticipantsPaper {
                letterhead: papers::letterhead(conn, &looker.app, &network, of)?,
                facts: papers::facts(conn, it, looker.lang)?,
                part_of: None,
                rows: list
                    .named
                    .into_iter()
                    .map(|it| Party {
                        name: filled(it.name),
                        function: filled(it.function),
                        body: filled(it.organisation),
                    })
                    .collect(),
                others: u32::try_from(list.others).unwrap_or(u32::MAX),
            })
        })
        .await?;
    let bytes = papers::printed(&visit, move |press| press.participants(&paper)).await?;
    Ok(attachment("application/pdf", &name, bytes))
}
