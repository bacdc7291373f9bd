//! Series.

use base::access::Actor;
use base::{Fault, Halt, Moment, NetworkId, SeriesId};
use store::{Conn, Entry};

use crate::records;
use crate::rules::{Series, SeriesKind};

/// What a series says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesInput {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub about: String,
    /// How its gatherings belong together.
    pub kind: SeriesKind,
}

/// Adds a series.
///
/// # Errors
/// Refused where the network has one of this name.
pub fn add_series(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &SeriesInput,
) -> Result<SeriesId, Halt> {
    let series = Series {
        id: moment.id(),
        network,
        name: input.name.clone(),
        about: input.about.clone(),
        kind: input.kind,
    };
    refuse_twin(conn, &series)?;
    records::series::add(conn, &series, moment.now())?;
    note(conn, moment, who, &series, "series-added")?;
    Ok(series.id)
}

/// Changes what a series says of itself.
///
/// # Errors
/// Missing where there is none, refused where another one has this name.
pub fn change_series(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: SeriesId,
    input: &SeriesInput,
) -> Result<(), Halt> {
    let mut series = records::series::series(conn, id)?.ok_or(Halt::Missing)?;
    series.name.clone_from(&input.name);
    series.about.clone_from(&input.about);
    series.kind = input.kind;
    refuse_twin(conn, &series)?;
    records::series::change(conn, &series, moment.now())?;
    note(conn, moment, who, &series, "series-changed")?;
    Ok(())
}

/// Takes a series back that nothing belongs to; false where something does.
///
/// # Errors
/// When the database fails.
pub fn withdraw_series(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: SeriesId,
) -> Result<bool, Halt> {
    let Some(series) = records::series::series(conn, id)? else {
        return Ok(true);
    };
    if conn
        .attempt(|conn| records::series::strike(conn, id))?
        .is_none()
    {
        return Ok(false);
    }
    note(conn, moment, who, &series, "series-withdrawn")?;
    Ok(true)
}

fn refuse_twin(conn: &mut Conn<'_>, series: &Series) -> Result<(), Halt> {
    let twin = records::series::series_of(conn, series.network)?
        .into_iter()
        .any(|known| known.id != series.id && known.name == series.name);
    if twin {
        return Err(Halt::at("name", "gatherings-fault-series-taken"));
    }
    Ok(())
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    series: &Series,
    verb: &'static str,
) -> Result<(), Fault> {
    conn.note(
        moment,
        &Entry {
            network: Some(series.network),
            account: who.account,
            actor: &who.name,
            verb,
            kind: "series",
            subject: series.id.into(),
            detail: series.name.clone(),
        },
    )
}
