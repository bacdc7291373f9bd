//! Pictures that came along with pages that are news.

use base::Fault;
use store::{Conn, Row, params, sql};
use uuid::Uuid;

/// Keeps a picture of a page, by its place among those that the page has.
pub(crate) fn insert(
    conn: &mut Conn<'_>,
    (source, number): (Uuid, usize),
    file: &[u8],
) -> Result<(), Fault> {
    conn.put(
        sql!("INSERT INTO move_in_picture (source_id, number, file) VALUES ($1, $2, $3)"),
        params![source, number, file],
    )
}

/// A picture of a page.
pub(crate) fn file(
    conn: &mut Conn<'_>,
    (source, number): (Uuid, usize),
) -> Result<Option<Vec<u8>>, Fault> {
    conn.one(
        sql!("SELECT file FROM move_in_picture WHERE source_id = $1 AND number = $2"),
        params![source, number],
        Row::take,
    )
}
