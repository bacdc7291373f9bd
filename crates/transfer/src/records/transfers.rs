//! Lists that are read in, in the database.

use base::{AccountId, Fault, NetworkId};
use jiff::Timestamp;
use register::MembershipKind;
use serde::{Deserialize, Serialize};
use store::{Conn, Row, params, sql};
use uuid::Uuid;

use crate::rules::{Field, Mapping};

/// Where a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// The office says what its columns mean.
    Columns,
    /// Its rows are compared with the register.
    Checking,
    /// The office looks at its rows.
    Ready,
    /// It is being written.
    Writing,
    /// It stands in the register.
    Written,
    /// It is being taken back.
    Undoing,
    /// It was taken back.
    Undone,
}

impl State {
    const ALL: [Self; 7] = [
        Self::Columns,
        Self::Checking,
        Self::Ready,
        Self::Writing,
        Self::Written,
        Self::Undoing,
        Self::Undone,
    ];

    /// The word in the database; the phrase key is `transfer-state-` and it.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Columns => "columns",
            Self::Checking => "checking",
            Self::Ready => "ready",
            Self::Writing => "writing",
            Self::Written => "written",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// Whether something works on it just now.
    pub(crate) const fn is_busy(self) -> bool {
        matches!(self, Self::Checking | Self::Writing | Self::Undoing)
    }

    /// Whether it has come into the register, be it for a while.
    pub(crate) const fn was_written(self) -> bool {
        matches!(self, Self::Written | Self::Undoing | Self::Undone)
    }
}

/// How a file is to be read, as the office said or as was found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Asked {
    pub(crate) encoding: Option<String>,
    pub(crate) separator: Option<String>,
    pub(crate) sheet: Option<String>,
    /// The row of the header; nought where there is none.
    pub(crate) header: Option<usize>,
}

/// What was written, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Outcome {
    /// Organisations that were entered.
    pub(crate) organisations: usize,
    /// People who were entered.
    pub(crate) people: usize,
    /// Functions that were entered.
    pub(crate) functions: usize,
    /// Memberships that were entered.
    pub(crate) memberships: usize,
    /// Records that were changed.
    pub(crate) changed: usize,
    /// Rows that were left out.
    pub(crate) left: usize,
    /// Records that stayed when the list was taken back.
    pub(crate) stays: usize,
}

/// A list that is read in.
#[derive(Clone, Debug)]
pub(crate) struct Transfer {
    pub(crate) id: Uuid,
    pub(crate) network: NetworkId,
    pub(crate) account: Option<AccountId>,
    pub(crate) actor: String,
    pub(crate) file_name: String,
    pub(crate) asked: Asked,
    pub(crate) columns: Vec<String>,
    pub(crate) mapping: Mapping,
    /// How organisations belong where no column says it.
    pub(crate) kind: Option<MembershipKind>,
    pub(crate) state: State,
    /// Phrase key of what stood against it last; empty where nothing did.
    pub(crate) note: String,
    pub(crate) row_count: i64,
    pub(crate) outcome: Outcome,
    pub(crate) created_at: Timestamp,
    pub(crate) written_at: Option<Timestamp>,
}

macro_rules! transfers {
    () => {
        "SELECT id, network_id, account_id, actor, file_name, wish, column_names, mapping, kind,
                state, note, row_count, result, created_at, written_at
         FROM transfer "
    };
}

fn json<T: serde::de::DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

/// A value as the database keeps it.
pub(super) fn written<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A mapping as words.
pub(super) fn words(mapping: &Mapping) -> String {
    let words: Vec<_> = mapping
        .iter()
        .map(|field| field.map_or_else(Default::default, Field::word))
        .collect();
    written(&words)
}

/// A mapping out of words.
pub(super) fn mapping(text: &str) -> Mapping {
    let words: Vec<String> = json(text);
    words.iter().map(|word| Field::from_word(word)).collect()
}

fn read(row: &mut Row) -> Result<Transfer, Fault> {
    Ok(Transfer {
        id: row.take()?,
        network: row.take()?,
        account: row.take()?,
        actor: row.take()?,
        file_name: row.take()?,
        asked: json(&row.take::<String>()?),
        columns: json(&row.take::<String>()?),
        mapping: mapping(&row.take::<String>()?),
        kind: MembershipKind::from_word(&row.take::<String>()?),
        state: {
            let word: String = row.take()?;
            let state = State::ALL.into_iter().find(|it| it.word() == word);
            state.ok_or_else(|| Fault::new("read the state of a list"))?
        },
        note: row.take()?,
        row_count: row.take()?,
        outcome: json(&row.take::<String>()?),
        created_at: row.take()?,
        written_at: row.take()?,
    })
}

/// A list by its id.
pub(crate) fn transfer(conn: &mut Conn<'_>, id: Uuid) -> Result<Option<Transfer>, Fault> {
    conn.one(sql!(transfers!, "WHERE id = $1"), params![id], read)
}

/// A network's lists, the newest first.
pub(crate) fn transfers_of(
    conn: &mut Conn<'_>,
    network: NetworkId,
) -> Result<Vec<Transfer>, Fault> {
    conn.all(
        sql!(
            transfers!,
            "WHERE network_id = $1 ORDER BY created_at DESC, id DESC LIMIT 30"
        ),
        params![network],
        read,
    )
}

/// Enters a list with its file.
pub(crate) fn insert_transfer(
    conn: &mut Conn<'_>,
    it: &Transfer,
    file: &[u8],
) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO transfer
             (id, network_id, account_id, actor, file_name, file, wish, column_names, mapping,
              kind, state, note, row_count, result, created_at, written_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
        ),
        params![
            it.id,
            it.network,
            it.account,
            it.actor,
            it.file_name,
            file,
            written(&it.asked),
            written(&it.columns),
            words(&it.mapping),
            it.kind.map_or("", MembershipKind::word),
            it.state.word(),
            it.note,
            it.row_count,
            written(&it.outcome),
            it.created_at,
            it.written_at
        ],
    )?;
    Ok(())
}

/// Writes what may change of a list.
pub(crate) fn update_transfer(conn: &mut Conn<'_>, it: &Transfer) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE transfer SET wish = $2, column_names = $3, mapping = $4, kind = $5,
             state = $6, note = $7, row_count = $8, result = $9, written_at = $10
             WHERE id = $1"
        ),
        params![
            it.id,
            written(&it.asked),
            written(&it.columns),
            words(&it.mapping),
            it.kind.map_or("", MembershipKind::word),
            it.state.word(),
            it.note,
            it.row_count,
            written(&it.outcome),
            it.written_at
        ],
    )?;
    Ok(())
}

/// The file of a list; empty once it was written.
pub(crate) fn file(conn: &mut Conn<'_>, id: Uuid) -> Result<Vec<u8>, Fault> {
    let file = conn.one(
        sql!("SELECT file FROM transfer WHERE id = $1"),
        params![id],
        Row::take,
    )?;
    Ok(file.unwrap_or_default())
}

/// Forgets the file of a list.
pub(crate) fn forget_file(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE transfer SET file = $2 WHERE id = $1"),
        params![id, Vec::<u8>::new()],
    )?;
    Ok(())
}

/// Forgets a list that was never written.
pub(crate) fn delete_transfer(conn: &mut Conn<'_>, id: Uuid) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM transfer WHERE id = $1"), params![id])?;
    Ok(())
}
