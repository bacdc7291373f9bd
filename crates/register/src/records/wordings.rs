//! A network's own words for its letters, in the database.

use base::{Fault, Lang, NetworkId};
use shell::{Wording, Wordings};
use store::{Conn, params, sql};

/// A network's own words for its letters.
pub fn wordings(conn: &mut Conn<'_>, network: NetworkId) -> Result<Wordings, Fault> {
    let rows = conn.all(
        sql!("SELECT name, lang, words FROM wording WHERE network_id = $1"),
        params![network],
        |row| Ok((row.take::<String>()?, row.take()?, row.take::<String>()?)),
    )?;
    let mut wordings = Wordings::default();
    for (name, lang, words) in rows {
        wordings.put(&name, lang, &words);
    }
    Ok(wordings)
}

/// Writes a text down in a network's own words; empty ones take it away.
pub(crate) fn put_wording(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (wording, lang): (&Wording, Lang),
    words: &str,
) -> Result<(), Fault> {
    conn.exec(
        sql!("DELETE FROM wording WHERE network_id = $1 AND name = $2 AND lang = $3"),
        params![network, wording.name, lang],
    )?;
    if !words.is_empty() {
        conn.exec(
            sql!("INSERT INTO wording (network_id, name, lang, words) VALUES ($1, $2, $3, $4)"),
            params![network, wording.name, lang, words],
        )?;
    }
    Ok(())
}
