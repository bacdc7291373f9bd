//! Desks, and the gatherings that one can register for there.

use base::{Fault, GatheringId, NetworkId, SeriesId};
use gatherings::State;
use jiff::Timestamp;
use store::{Asked, Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Desk, DeskState, Offered, Passing, Texts, Who};

/// How every statement begins that reads a desk.
macro_rules! desks {
    () => {
        "SELECT d.id, d.network_id, d.gathering_id, d.series_id, d.state, d.opens_day,
         d.closes_days, d.change_days, d.who, d.approval, d.hold_minutes, d.companions, d.passing,
         d.offer_hours, d.fee_de, d.fee_en, d.intro_de, d.intro_en, d.thanks_de, d.thanks_en,
         d.asks_phone, d.asks_needs, d.needs_days, d.asks_list_consent, d.offers_organisations
         FROM registration_desk d "
    };
}

fn read(row: &mut Row) -> Result<Desk, Fault> {
    let texts = |row: &mut Row| -> Result<Texts, Fault> {
        Ok(Texts {
            de: row.take()?,
            en: row.take()?,
        })
    };
    Ok(Desk {
        id: row.take()?,
        network: row.take()?,
        gathering: row.take()?,
        series: row.take()?,
        state: DeskState::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read the state of a desk"))?,
        opens: row.take()?,
        closes_days: row.take()?,
        change_days: row.take()?,
        who: Who::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read who may register"))?,
        approval: row.take()?,
        hold_minutes: row.take()?,
        companions: row.take()?,
        passing: Passing::from_word(&row.take::<String>()?)
            .ok_or_else(|| Fault::new("read how places are passed on"))?,
        offer_hours: row.take()?,
        fee: texts(row)?,
        intro: texts(row)?,
        thanks: texts(row)?,
        asks_phone: row.take()?,
        asks_needs: row.take()?,
        needs_days: row.take()?,
        asks_list_consent: row.take()?,
        offers_organisations: row.take()?,
    })
}

/// A desk by its id.
///
/// # Errors
/// When the database fails.
pub fn desk(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Desk>, Fault> {
    ask_desk(conn, id)?.one(conn)
}

/// Asks for it; heard with what else was asked.
pub(crate) fn ask_desk(conn: &mut Conn<'_>, id: Uuid) -> Result<Asked<Desk>, Fault> {
    conn.ask(sql!(desks!, "WHERE d.id = $1"), params![id], read)
}

/// The desk of a gathering, or else the one of its series.
///
/// # Errors
/// When the database fails.
pub fn desk_of(
    conn: &mut Conn<'_>,
    (gathering, series): (Option<GatheringId>, Option<SeriesId>),
) -> Result<Option<Desk>, Fault> {
    conn.one(
        sql!(
            desks!,
            "WHERE d.gathering_id = $1 OR d.series_id = $2
             ORDER BY CASE WHEN d.gathering_id IS NULL THEN 1 ELSE 0 END LIMIT 1"
        ),
        params![gathering, series],
        read,
    )
}

/// The desks of a network where something may end: a hold, an offer, a contingent.
pub(crate) fn desks_with_terms(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Desk>, Fault> {
    conn.all(
        sql!(
            desks!,
            "WHERE d.network_id = $1 ORDER BY d.id"
        ),
        params![network],
        read,
    )
}

/// The gatherings of a desk, in order of time; drafts are among them.
///
/// # Errors
/// When the database fails.
pub fn offered(conn: &mut Conn<'_>, desk: &Desk) -> Result<Vec<Offered>, Fault> {
    ask_offered(conn, desk)?.all(conn)
}

/// Asks for them; heard with what else was asked.
pub(crate) fn ask_offered(conn: &mut Conn<'_>, desk: &Desk) -> Result<Asked<Offered>, Fault> {
    conn.ask(
        sql!(
            "SELECT id, slug, title, starts, ends, zone, starts_at, ends_at, venue_name,
             venue_town, state FROM gathering
             WHERE id = $1 OR (series_id = $2 AND network_id = $3)
             ORDER BY starts_at, id LIMIT 200"
        ),
        params![desk.gathering, desk.series, desk.network],
        |row| {
            Ok(Offered {
                id: row.take()?,
                slug: row.take()?,
                title: row.take()?,
                starts: row.take()?,
                ends: row.take()?,
                zone: row.take()?,
                starts_at: row.take()?,
                ends_at: row.take()?,
                venue: row.take()?,
                town: row.take()?,
                state: State::from_word(&row.take::<String>()?)
                    .ok_or_else(|| Fault::new("read the state of a gathering"))?,
            })
        },
    )
}

/// Writes a desk down; one that is known is written anew.
pub(crate) fn put_desk(conn: &mut Conn<'_>, it: &Desk, now: Timestamp) -> Result<(), Fault> {
    conn.put(
        sql!(
            "INSERT INTO registration_desk (id, network_id, gathering_id, series_id, state,
             opens_day, closes_days, change_days, who, approval, hold_minutes, companions,
             passing, offer_hours, fee_de, fee_en, intro_de, intro_en, thanks_de, thanks_en,
             asks_phone, asks_needs, needs_days, asks_list_consent, offers_organisations,
             changed_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17,
             $18, $19, $20, $21, $22, $23, $24, $25, $26)
             ON CONFLICT (id) DO UPDATE SET state = EXCLUDED.state,
             opens_day = EXCLUDED.opens_day, closes_days = EXCLUDED.closes_days,
             change_days = EXCLUDED.change_days, who = EXCLUDED.who,
             approval = EXCLUDED.approval, hold_minutes = EXCLUDED.hold_minutes,
             companions = EXCLUDED.companions, passing = EXCLUDED.passing,
             offer_hours = EXCLUDED.offer_hours, fee_de = EXCLUDED.fee_de,
             fee_en = EXCLUDED.fee_en, intro_de = EXCLUDED.intro_de,
             intro_en = EXCLUDED.intro_en, thanks_de = EXCLUDED.thanks_de,
             thanks_en = EXCLUDED.thanks_en, asks_phone = EXCLUDED.asks_phone,
             asks_needs = EXCLUDED.asks_needs, needs_days = EXCLUDED.needs_days,
             asks_list_consent = EXCLUDED.asks_list_consent,
             offers_organisations = EXCLUDED.offers_organisations,
             changed_at = EXCLUDED.changed_at"
        ),
        params![
            it.id,
            it.network,
            it.gathering,
            it.series,
            it.state.word(),
            it.opens,
            it.closes_days,
            it.change_days,
            it.who.word(),
            it.approval,
            it.hold_minutes,
            it.companions,
            it.passing.word(),
            it.offer_hours,
            it.fee.de,
            it.fee.en,
            it.intro.de,
            it.intro.en,
            it.thanks.de,
            it.thanks.en,
            it.asks_phone,
            it.asks_needs,
            it.needs_days,
            it.asks_list_consent,
            it.offers_organisations,
            now
        ],
    )?;
    Ok(())
}

/// Opens or closes a desk.
pub(crate) fn set_state(
    conn: &mut Conn<'_>,
    (id, state): (Uuid, DeskState),
    now: Timestamp,
) -> Result<(), Fault> {
    conn.put(
        sql!("UPDATE registration_desk SET state = $2, changed_at = $3 WHERE id = $1"),
        params![id, state.word(), now],
    )?;
    Ok(())
}
