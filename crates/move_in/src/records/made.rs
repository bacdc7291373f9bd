//! What drafts have become.

use base::{Fault, FunctionId, GatheringId, OrganisationId, PersonId, PostId, SeriesId};
use store::{Conn, params, sql};
use uuid::Uuid;

use super::{read_back, written};
use crate::rules::Values;

/// A record that a draft has made or filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Record {
    /// A gathering.
    Gathering(GatheringId),
    /// A series.
    Series(SeriesId),
    /// An organisation.
    Organisation(OrganisationId),
    /// A person.
    Person(PersonId),
    /// What a person is at an organisation.
    Function(FunctionId),
    /// A post.
    Post(PostId),
}

/// What a draft did to a record.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    /// Its place among what the draft did.
    pub(crate) number: i64,
    /// The record.
    pub(crate) record: Record,
    /// Whether the draft made it; else it only filled fields of it.
    pub(crate) is_new: bool,
    /// The whole record as it was made, or the fields that were filled.
    pub(crate) facts: Values,
}

/// What a draft did, the last first.
pub(crate) fn of_draft(conn: &mut Conn<'_>, draft: Uuid) -> Result<Vec<Made>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT number, gathering_id, series_id, organisation_id, person_id, function_id,
                    post_id, is_new, facts
             FROM move_in_made WHERE draft_id = $1 ORDER BY number DESC"
        ),
        params![draft],
        |row| {
            let number = row.take()?;
            let gathering = row.take::<Option<GatheringId>>()?.map(Record::Gathering);
            let series = row.take::<Option<SeriesId>>()?.map(Record::Series);
            let organisation = row
                .take::<Option<OrganisationId>>()?
                .map(Record::Organisation);
            let person = row.take::<Option<PersonId>>()?.map(Record::Person);
            let function = row.take::<Option<FunctionId>>()?.map(Record::Function);
            let post = row.take::<Option<PostId>>()?.map(Record::Post);
            let all = [gathering, series, organisation, person, function, post];
            let record = all.into_iter().flatten().next();
            let made = record.map(|record| {
                Ok::<_, Fault>(Made {
                    number,
                    record,
                    is_new: row.take()?,
                    facts: read_back(&row.take::<String>()?),
                })
            });
            made.transpose()
        },
    )?;
    Ok(found.into_iter().flatten().collect())
}

/// Keeps what a draft did.
pub(crate) fn insert(conn: &mut Conn<'_>, draft: Uuid, it: &Made) -> Result<(), Fault> {
    let (mut gathering, mut series, mut organisation) = (None, None, None);
    let (mut person, mut function, mut post) = (None, None, None);
    match it.record {
        Record::Gathering(id) => gathering = Some(id),
        Record::Series(id) => series = Some(id),
        Record::Organisation(id) => organisation = Some(id),
        Record::Person(id) => person = Some(id),
        Record::Function(id) => function = Some(id),
        Record::Post(id) => post = Some(id),
    }
    conn.exec(
        sql!(
            "INSERT INTO move_in_made
             (draft_id, number, gathering_id, series_id, organisation_id, person_id,
              function_id, post_id, is_new, facts)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
        ),
        params![
            draft,
            it.number,
            gathering,
            series,
            organisation,
            person,
            function,
            post,
            it.is_new,
            written(&it.facts)
        ],
    )?;
    Ok(())
}

/// Strikes what was taken back.
pub(crate) fn strike(conn: &mut Conn<'_>, draft: Uuid, number: i64) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM move_in_made WHERE draft_id = $1 AND number = $2"),
        params![draft, number],
    )?;
    Ok(())
}
