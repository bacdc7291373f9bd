//! Every statement in the sources, prepared on both databases in place of a check at compile
//! time.

use std::path::PathBuf;

use trial::story;

use super::sources;

/// The text of every `sql!("…")` and `sql!(beginning!, "…")` in the sources.
pub(super) fn statements() -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for (path, text) in sources("src", "rs") {
        for rest in text.split("sql!(").skip(1) {
            let Some(statement) = statement(&text, rest.trim_start()) else {
                continue;
            };
            // A statement of a documentation comment is not run.
            if !statement.contains('…') {
                all.push((path.clone(), statement));
            }
        }
    }
    all
}

fn statement(file: &str, marked: &str) -> Option<String> {
    if marked.starts_with('"') {
        return literal(marked);
    }
    let (beginning, rest) = marked.split_once("!,")?;
    let macro_head = format!("macro_rules! {beginning} {{");
    let (_, body) = file.split_once(&macro_head)?;
    let begun = literal(body.trim_start_matches(|letter| letter != '"'))?;
    Some(begun + &literal(rest.trim_start())?)
}

/// A string literal at the beginning of a text, with escapes resolved.
fn literal(text: &str) -> Option<String> {
    let mut inside = String::new();
    let mut letters = text.strip_prefix('"')?.chars();
    loop {
        match letters.next()? {
            '"' => return Some(inside),
            '\\' => match letters.next()? {
                '\n' => letters = letters.as_str().trim_start().chars(),
                it => inside.push(it),
            },
            it => inside.push(it),
        }
    }
}

story!(both_databases_understand_every_statement, |trial| async {
    let statements = statements();
    assert!(statements.len() > 150, "only {} found", statements.len());
    let mut wrong = Vec::new();
    for (path, statement) in statements {
        if path.ends_with("demo/records.rs") {
            continue;
        }
        let text: &'static str = Box::leak(statement.into_boxed_str());
        // PostgreSQL gives the transaction up at the first fault, so each has its own.
        let prepared = trial.app.store.read(move |conn| conn.prepare(text)).await;
        if let Err(fault) = prepared {
            wrong.push(format!("{}: {}", path.display(), fault.whole_story()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
});
