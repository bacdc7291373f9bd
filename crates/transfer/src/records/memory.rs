//! What is remembered from one list to the next: what columns of these names mean, and with
//! which columns an account takes lists out.

use base::{AccountId, Fault, NetworkId};
use store::{Conn, Row, params, sql};

use super::transfers::{mapping, words, written};
use crate::rules::Mapping;

/// What columns of these names meant last.
pub(crate) fn remembered(
    conn: &mut Conn<'_>,
    network: NetworkId,
    headers: &str,
) -> Result<Option<Mapping>, Fault> {
    let found = conn.one(
        sql!("SELECT mapping FROM transfer_mapping WHERE network_id = $1 AND headers = $2"),
        params![network, headers],
        Row::take::<String>,
    )?;
    Ok(found.map(|text| mapping(&text)))
}

/// Remembers what columns of these names mean.
pub(crate) fn remember(
    conn: &mut Conn<'_>,
    network: NetworkId,
    headers: &str,
    mapping: &Mapping,
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO transfer_mapping (network_id, headers, mapping) VALUES ($1, $2, $3)
             ON CONFLICT (network_id, headers) DO UPDATE SET mapping = EXCLUDED.mapping"
        ),
        params![network, headers, words(mapping)],
    )?;
    Ok(())
}

/// The columns that an account took a list out with last.
pub(crate) fn chosen_columns(
    conn: &mut Conn<'_>,
    account: AccountId,
    list: &str,
) -> Result<Option<Vec<String>>, Fault> {
    let found = conn.one(
        sql!("SELECT column_words FROM transfer_columns WHERE account_id = $1 AND list = $2"),
        params![account, list],
        Row::take::<String>,
    )?;
    Ok(found.map(|text| serde_json::from_str(&text).unwrap_or_default()))
}

/// Remembers the columns that an account takes a list out with.
pub(crate) fn choose_columns(
    conn: &mut Conn<'_>,
    account: AccountId,
    list: &str,
    columns: &[String],
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO transfer_columns (account_id, list, column_words) VALUES ($1, $2, $3)
             ON CONFLICT (account_id, list) DO UPDATE SET column_words = EXCLUDED.column_words"
        ),
        params![account, list, written(&columns)],
    )?;
    Ok(())
}
