//! No column names a person without a room that tells of it and takes the person out.

use std::collections::BTreeSet;

use store::Dialect;
use trial::{Trial, story};

/// How columns are called that hold an id or a name of somebody.
const ENDINGS: [&str; 4] = ["person_id", "account_id", "_by", "by_name"];
/// The same where nothing in the name says so.
const NAMES: [&str; 7] = [
    "letter.to_name",
    "letter.to_address",
    "mail_in.from_name",
    "mail_in.from_address",
    "journal.actor",
    "task.who",
    "invitation.deputy",
];

async fn columns(trial: &Trial) -> BTreeSet<String> {
    let found = trial
        .read(|conn| {
            let sql = match conn.dialect() {
                Dialect::Sqlite => {
                    "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c
                     WHERE t.type = 'table'"
                }
                Dialect::Postgres => {
                    "SELECT CAST(table_name AS TEXT), CAST(column_name AS TEXT)
                     FROM information_schema.columns WHERE table_schema = current_schema()"
                }
            };
            conn.all(sql, &[], |row| {
                let (table, column): (String, String) = (row.take()?, row.take()?);
                Ok(format!("{table}.{column}"))
            })
        })
        .await;
    found.into_iter().collect()
}

/// The columns that the schema itself ties to a person or an account.
async fn tied(trial: &Trial) -> BTreeSet<String> {
    let found = trial
        .read(|conn| {
            if conn.dialect() == Dialect::Postgres {
                return Ok(Vec::new());
            }
            conn.all(
                "SELECT t.name, f.\"from\" FROM sqlite_master t, pragma_foreign_key_list(t.name) f
                 WHERE t.type = 'table' AND f.\"table\" IN ('person', 'account')",
                &[],
                |row| {
                    let (table, column): (String, String) = (row.take()?, row.take()?);
                    Ok(format!("{table}.{column}"))
                },
            )
        })
        .await;
    found.into_iter().collect()
}

story!(
    every_column_that_names_somebody_has_a_room_that_answers_for_it,
    |trial| async {
        let all = columns(trial).await;
        let mut naming: BTreeSet<String> = tied(trial).await;
        // What a row is found by is not somebody's name.
        let not_people = [
            "organisation.found_by",
            "person.found_by",
            "region.found_by",
        ];
        naming.extend(
            all.iter()
                .filter(|it| ENDINGS.iter().any(|end| it.ends_with(end)))
                .filter(|it| !not_people.contains(&it.as_str()))
                .cloned(),
        );
        naming.extend(NAMES.map(str::to_owned));
        let covered: BTreeSet<String> = privacy::in_order(&trial.app.rooms)
            .iter()
            .flat_map(|it| it.columns)
            .map(|&it| it.to_owned())
            .collect();

        let missing: Vec<_> = naming.difference(&covered).collect();
        let gone: Vec<_> = covered.difference(&all).collect();
        assert!(missing.is_empty(), "nobody answers for {missing:?}");
        assert!(gone.is_empty(), "no such column: {gone:?}");
        assert!(naming.len() > 40, "{naming:?}");
    }
);

story!(names_of_purposes_are_taken_once, |trial| async {
    let rooms = &trial.app.rooms;
    let mut names: Vec<_> = rooms
        .iter()
        .flat_map(|it| it.holdings)
        .map(|it| it.name)
        .collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
    let mut names: Vec<_> = rooms
        .iter()
        .flat_map(|it| it.retained)
        .map(|it| it.name)
        .collect();
    let count = names.len();
    assert!(count >= 5);
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
});
