//! Before somebody is entered twice: the records that look alike, shown at the form. And where
//! a record is found that was merged into another.

use std::fmt::Display;

use axum::response::{IntoResponse, Redirect};
use base::{Blame, Halt};
use shell::{Answer, Form, Named, Visit};
use uuid::Uuid;

use super::{here, path};
use crate::likeness::{self, Candidate, Probe};
use crate::links;
use crate::pages::AlikeLine;
use crate::records::slugs;

/// The field that says to go on, and the one that says which records were seen.
const ANYWAY: &str = "anyway";
const SEEN: &str = "alike_seen";

/// Looks for records like the one that a form is to enter. Where there are some that the
/// office has not seen and passed by, the form is blamed; all of them are to be shown with it.
pub(super) async fn look<I>(
    visit: &Visit,
    form: &mut Form,
    input: &I,
) -> Result<Vec<AlikeLine>, Halt>
where
    I: Clone + Send + 'static,
    for<'i> Probe<'i>: From<&'i I>,
{
    if form.is_blamed() {
        return Ok(Vec::new());
    }
    let (network, _) = here(visit)?;
    let asked = input.clone();
    let found = visit
        .store()
        .read(move |conn| likeness::candidates(conn, network, &Probe::from(&asked)))
        .await?;
    let is_seen = |it: &Candidate| form.value(SEEN).contains(&it.id.to_string());
    let has_new = !found.iter().all(is_seen);
    if found.is_empty() || (form.has(ANYWAY) && !has_new) {
        return Ok(Vec::new());
    }
    if has_new {
        form.forget(ANYWAY);
    }
    form.forget(SEEN);
    let ids: Vec<String> = found.iter().map(|it| it.id.to_string()).collect();
    form.put(SEEN, ids.join(" "));
    let probe = Probe::from(input);
    // An organisation's name is given once: to go on would be no use, and the act says so.
    let is_taken = probe.is_organisation && found.iter().any(|it| it.name == probe.name);
    if !is_taken {
        form.blame(Blame::at(ANYWAY, "register-fault-alike"));
    }
    Ok(lines(visit, probe.named(), found))
}

fn lines(visit: &Visit, named: Named, found: Vec<Candidate>) -> Vec<AlikeLine> {
    found
        .into_iter()
        .map(|it| AlikeLine {
            href: visit.href(&path(visit, address(named), it.id)),
            reasons: it
                .reasons
                .iter()
                .map(|reason| visit.say(&reason.key()).to_owned())
                .collect(),
            name: it.name,
            ended: it.ended,
        })
        .collect()
}

const fn address(named: Named) -> &'static str {
    match named {
        Named::Person => links::PERSON,
        Named::Organisation => links::ORGANISATION,
        Named::Group => links::GROUP,
    }
}

/// Sends readers of a record's old address on to the one that it was merged into.
pub(super) async fn moved(visit: &Visit, named: Named, id: impl Display) -> Answer {
    let (network, _) = here(visit)?;
    let old = id.to_string();
    let now: Option<Uuid> = visit
        .store()
        .read(move |conn| slugs::old_slug(conn, network, named.word(), &old))
        .await?;
    let now = now.ok_or(Halt::Missing)?;
    let target = visit.href(&path(visit, address(named), now));
    Ok(Redirect::temporary(&target).into_response())
}
