//! Lists as something that is kept about people: who read them in, and what they have changed
//! for as long as that can be taken back.

use base::{Fault, Moment};
use shell::{Erased, Ground, Held, Holding, How, NOBODY, Whom};
use store::{Conn, params, sql};

/// What lists keep about people.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "transfer-lists",
    label: "transfer-holding",
    purpose: "transfer-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "transfer.account_id",
        "transfer_row.person_id",
        "transfer_like.person_id",
        "transfer_change.person_id",
        "transfer_columns.account_id",
    ],
    former: None,
    tell,
    erase,
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let mut held = conn.all(
        sql!(
            "SELECT file_name, created_at FROM transfer WHERE account_id = $1
             ORDER BY created_at DESC, id"
        ),
        params![whom.account],
        |row| {
            let name: String = row.take()?;
            Ok(Held::new("transfer-holding-read", name).at(Some(row.take()?)))
        },
    )?;
    held.extend(conn.all(
        sql!(
            "SELECT t.file_name, t.written_at FROM transfer_change c
             JOIN transfer t ON t.id = c.transfer_id WHERE c.person_id = $1
             ORDER BY t.created_at DESC, c.number"
        ),
        params![whom.person],
        |row| {
            let name: String = row.take()?;
            Ok(Held::new("transfer-holding-change", name).at(row.take()?))
        },
    )?);
    Ok(held)
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let mut gone = conn.exec(
        sql!("DELETE FROM transfer_change WHERE person_id = $1"),
        params![whom.person],
    )?;
    gone += conn.exec(
        sql!("DELETE FROM transfer_like WHERE person_id = $1"),
        params![whom.person],
    )?;
    gone += conn.exec(
        sql!("DELETE FROM transfer_row WHERE person_id = $1"),
        params![whom.person],
    )?;
    let mut read = 0;
    if let (Some(account), true) = (whom.account, whom.account_is_own) {
        read = conn.exec(
            sql!("UPDATE transfer SET account_id = NULL, actor = $2 WHERE account_id = $1"),
            params![account, NOBODY],
        )?;
        conn.exec(
            sql!("DELETE FROM transfer_columns WHERE account_id = $1"),
            params![account],
        )?;
    }
    Ok(vec![
        Erased::deleted("transfer-holding-change", gone),
        Erased::anonymised("transfer-holding-read", read),
    ])
}
