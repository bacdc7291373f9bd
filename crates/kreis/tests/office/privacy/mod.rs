//! Stories of privacy: told, corrected, erased, kept for a time, noticed, watched.

mod coverage;
pub(crate) mod erasing;
mod letters;
mod lists;
mod names;
mod nights;
mod notices;
mod telling;
mod terms;
mod whole;

use base::PersonId;
use kreis::demo::Role;
use trial::Trial;

/// The person of a member's contact, who has replied, come and been written to.
pub(super) async fn contact(trial: &Trial) -> PersonId {
    person_behind(trial, Role::Member.mail()).await
}

pub(super) async fn person_behind(trial: &Trial, mail: &'static str) -> PersonId {
    trial
        .read(move |conn| {
            let account = register::account_by_mail(conn, mail)?.unwrap();
            Ok(register::people_behind(conn, account.id)?[0])
        })
        .await
}

/// A page below a person.
pub(super) fn of(person: PersonId, rest: &str) -> String {
    format!("/weimar/personen/{person}/{rest}")
}

/// What a query counts.
pub(super) async fn count(trial: &Trial, sql: &'static str) -> i64 {
    trial.read(move |conn| conn.count(sql, &[])).await
}
