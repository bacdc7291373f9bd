//! Every column that names a person, an organisation or a group is declared by its room.

use std::collections::BTreeSet;

use shell::{Named, Reference, Then};
use trial::{Trial, story};

fn references(trial: &Trial) -> Vec<Reference> {
    let rooms = trial.app.rooms.iter();
    rooms.flat_map(|room| room.references).copied().collect()
}

story!(
    every_column_that_names_a_record_is_declared,
    |trial| async {
        let declared = references(trial);
        let below: Vec<_> = trial
            .app
            .rooms
            .iter()
            .flat_map(|room| room.below)
            .copied()
            .collect();
        let keys = trial
            .read(|conn| {
                let mut keys = Vec::new();
                for table in conn.tables()? {
                    for key in conn.foreign_keys(&table.name)? {
                        keys.push((table.name.clone(), key));
                    }
                }
                Ok(keys)
            })
            .await;
        let gives_way: BTreeSet<&str> = declared
            .iter()
            .filter(|it| matches!(it.then, Then::Join(_)))
            .map(|it| it.table)
            .collect();
        let mut missing = Vec::new();
        let mut found = 0;
        for (table, key) in &keys {
            let named = Named::ALL.into_iter().find(|it| it.table() == key.table);
            let is_declared = match named {
                Some(named) => declared
                    .iter()
                    .any(|it| it.named == named && it.table == table && it.column == key.column),
                None if gives_way.contains(key.table.as_str()) => below.iter().any(|it| {
                    it.above == key.table && it.table == table && it.column == key.column
                }),
                None => continue,
            };
            found += 1;
            if !is_declared {
                missing.push(format!(
                    "{table}.{} names a row of {}",
                    key.column, key.table
                ));
            }
        }

        assert!(found > 25, "only {found} columns found");
        assert!(
            missing.is_empty(),
            "declared by no room:\n{}",
            missing.join("\n")
        );
    }
);

story!(what_is_declared_is_there_and_has_its_words, |trial| async {
    let named = |it: &store::Table| !it.columns.is_empty();
    let tables = trial
        .read(move |conn| Ok(conn.tables()?.into_iter().filter(named).collect::<Vec<_>>()))
        .await;
    let has = |table: &str, column: &str| {
        tables
            .iter()
            .any(|it| it.name == table && it.columns.iter().any(|its| its.name == column))
    };
    for it in references(trial) {
        assert!(has(it.table, it.column), "{}.{}", it.table, it.column);
        for lang in base::Lang::ALL {
            assert!(
                it.label.is_empty() || trial.app.phrases.knows(lang, it.label),
                "{}",
                it.label
            );
        }
        if let Then::Join(alike) = it.then {
            assert!(
                alike.columns.iter().all(|column| has(it.table, column)),
                "{}",
                it.table
            );
        }
    }
    for it in trial.app.rooms.iter().flat_map(|room| room.below) {
        assert!(
            has(it.table, it.column) && has(it.above, "id"),
            "{}",
            it.table
        );
        assert!(
            it.unlike.iter().all(|column| has(it.table, column)),
            "{}",
            it.table
        );
    }
});
