//! What long lists and searches ask goes by an index: SQLite says how it would answer. In an empty
//! database nothing is known of how tables are filled, so that it takes each for large.

use store::Row;
use trial::{DbKind, Trial};

use super::statements::statements;

/// The tables that grow with the register.
const LARGE: [&str; 12] = [
    "person",
    "organisation",
    "person_function",
    "membership",
    "group_member",
    "person_key",
    "organisation_key",
    "search_word",
    "search_entry",
    "custom_value",
    "person_pair",
    "organisation_pair",
];

/// The files whose statements answer pages and searches.
const HOT: [&str; 6] = [
    "register/src/records/lists.rs",
    "register/src/records/representatives.rs",
    "register/src/records/ties.rs",
    "register/src/likeness/records.rs",
    "register/src/mailing_lists/records.rs",
    "store/src/search.rs",
];

async fn plan(trial: &Trial, statement: &str) -> Vec<String> {
    let text: &'static str = Box::leak(format!("EXPLAIN QUERY PLAN {statement}").into_boxed_str());
    let values = vec![store::Value::Null; statement.matches('$').count()];
    let places = (1..=values.len())
        .rev()
        .find(|number| statement.contains(&format!("${number}")))
        .unwrap_or(0);
    trial
        .read(move |conn| {
            conn.all(text, &values[..places], |row: &mut Row| {
                let (_, _, _): (i64, i64, i64) = (row.take()?, row.take()?, row.take()?);
                row.take::<String>()
            })
        })
        .await
}

/// The names under which a statement knows the large tables.
fn names(statement: &str) -> Vec<String> {
    let words: Vec<&str> = statement.split_whitespace().collect();
    let mut names: Vec<String> = Vec::new();
    for pair in words.windows(2) {
        let table = pair[0].trim_start_matches('(');
        if LARGE.contains(&table) {
            names.push(table.to_owned());
            names.push(pair[1].trim_end_matches([',', ')']).to_owned());
        }
    }
    names
}

#[tokio::test(flavor = "multi_thread")]
async fn hot_statements_read_no_whole_table() {
    let trial = Trial::empty(DbKind::Sqlite).await;
    let mut looked_at = 0;
    let mut wrong = Vec::new();
    for (path, statement) in statements() {
        let is_hot = HOT.iter().any(|file| path.ends_with(file));
        // Whom a mailing list reaches is asked of everybody; on which lists somebody is, is not.
        let asks_everybody = path.ends_with("mailing_lists/records.rs")
            && statement.contains("person_function f")
            && !statement.contains("p.id = $7");
        if asks_everybody {
            continue;
        }
        if !is_hot || !statement.trim_start().starts_with(['S', 'W', 'D', 'U']) {
            continue;
        }
        looked_at += 1;
        let names = names(&statement);
        for step in plan(&trial, &statement).await {
            let scanned = step.strip_prefix("SCAN ").map(|rest| {
                let name = rest.split(' ').next().unwrap_or_default();
                name.to_owned()
            });
            if scanned.is_some_and(|name| names.contains(&name)) {
                wrong.push(format!(
                    "{step}: {}",
                    statement.split_whitespace().collect::<Vec<_>>().join(" ")
                ));
            }
        }
    }
    assert!(looked_at > 30, "only {looked_at} found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_of_lists_are_found_in_order() {
    let trial = Trial::empty(DbKind::Sqlite).await;
    let mut looked_at = 0;
    for (path, statement) in statements() {
        if !path.ends_with("register/src/records/lists.rs") || !statement.contains("OFFSET") {
            continue;
        }
        looked_at += 1;
        let plan = plan(&trial, &statement).await.join("\n");
        let index = if statement.contains("FROM person") {
            "person_list"
        } else {
            "organisation_list"
        };
        assert!(plan.contains(index), "{statement}\n{plan}");
        // The fifty people that are shown may be put in order again.
        let sorts = plan.matches("USE TEMP B-TREE FOR ORDER BY").count();
        assert!(
            sorts <= usize::from(index == "person_list"),
            "{statement}\n{plan}"
        );
    }
    assert_eq!(looked_at, 4);
    let mail = statements()
        .into_iter()
        .find(|(_, it)| it.contains("FROM person WHERE LOWER(mail) = $1"))
        .unwrap();
    let plan = plan(&trial, &mail.1).await.join("\n");
    assert!(plan.contains("person_lower_mail"), "{plan}");
}
