//! Stories of the room transfer: lists in and out.

mod alike;
mod broken;
mod export;
mod moving_in;
mod profiles;
mod reading;
mod undoing;
mod votes;

use trial::{File, Seen, Trial, Visitor, form};

/// Where files come in.
const UPLOAD: &str = "/weimar/listen/einlesen";

/// The office uploads a file; what comes back.
async fn upload(visitor: &Visitor, name: &str, bytes: &[u8]) -> Seen {
    let file = File {
        field: "file",
        name,
        kind: "application/octet-stream",
        bytes,
    };
    visitor.upload(UPLOAD, form![], &[file]).await
}

/// A list that was uploaded, as its columns are proposed; the address of the list.
async fn received(trial: &Trial, name: &str, bytes: &[u8]) -> (String, Seen) {
    let seen = upload(&trial.office, name, bytes).await;
    assert_eq!(seen.status, 303, "{}", seen.main_text());
    let columns = trial.office.get(seen.location()).await;
    assert_eq!(columns.status, 200, "{}", columns.main_text());
    let (list, _) = seen.location().split_once("/spalten").unwrap();
    (list.to_owned(), columns)
}

/// What the page proposes for each column.
fn proposed(page: &Seen) -> Vec<String> {
    let html = page.html();
    let selects = html.split("<select ").skip(1);
    selects
        .filter(|it| {
            it.split('>')
                .next()
                .is_some_and(|tag| tag.contains("name=\"c"))
        })
        .filter_map(|it| it.split("</select>").next())
        .map(|it| {
            let chosen = it.split("<option ").find(|option| {
                option
                    .split('>')
                    .next()
                    .is_some_and(|tag| tag.ends_with(" selected"))
            });
            let value = chosen.and_then(|it| it.split_once("value=\""));
            value
                .map_or("", |(_, rest)| rest.split('"').next().unwrap())
                .to_owned()
        })
        .collect()
}

/// Confirms what is proposed and waits for the review.
pub(crate) async fn reviewed(trial: &Trial, name: &str, bytes: &[u8]) -> (String, Seen) {
    let (list, columns) = received(trial, name, bytes).await;
    let mut fields = form![("do", "on"), ("kind", "member")];
    for (place, word) in proposed(&columns).into_iter().enumerate() {
        fields.push((format!("c{place}"), word));
    }
    let mapped = trial.office.post(&format!("{list}/spalten"), fields).await;
    assert_eq!(mapped.status, 303, "{}", mapped.main_text());
    let busy = trial.office.get(&list).await;
    assert!(
        busy.html().contains("http-equiv=\"refresh\""),
        "{}",
        busy.main_text()
    );
    trial.run_due().await;
    let review = trial.office.get(&list).await;
    assert_eq!(review.status, 200, "{}", review.main_text());
    (list, review)
}

/// Has the list written; the page with what it brought.
async fn written(trial: &Trial, list: &str, fields: Vec<(String, String)>) -> Seen {
    let begun = trial
        .office
        .post(&format!("{list}/eintragung"), fields)
        .await;
    assert_eq!(begun.status, 303, "{}", begun.main_text());
    trial.run_due().await;
    trial.office.get(list).await
}

/// Reads a list in and has it written as it is.
pub async fn read_in(trial: &Trial, name: &str, bytes: &[u8]) {
    let (list, _) = reviewed(trial, name, bytes).await;
    let result = written(trial, &list, form![]).await;
    assert!(result.has("Eingetragen am"), "{}", result.main_text());
}

/// How many organisations, people, functions and memberships there are.
async fn counts(trial: &Trial) -> [usize; 4] {
    trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            Ok([
                register::whole::organisations(conn, network)?.len(),
                register::whole::people(conn, network)?.len(),
                register::whole::functions(conn, network)?.len(),
                register::whole::memberships(conn, network)?.len(),
            ])
        })
        .await
}

/// A list as German Excel saves it, with a title above and something of every kind in it.
const EXCEL: &str = "Mitgliederliste 2017;;;;;\r\n;;;;;\r\n\
    Träger;PLZ;Ort;Mitglied seit;Ansprechpartner;E-Mail\r\n\
    Bürgertreff Nord e.V.;99425;Weimar;01.03.2015;Leitung Bürgertreff;leitung@buergertreff.example\r\n\
    Bürgertreff Nord e.V.;99425;Weimar;01.03.2015;Vertretung Bürgertreff;vertretung@buergertreff.example\r\n\
    Lebensräume e.V.;99423;Apolda;;;\r\n\
    \"Werkhof \"\"Süd\"\"; gGmbH\";1067;Dresden;2016;;\r\n";

/// The same in the letters of Windows.
fn excel() -> Vec<u8> {
    EXCEL
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect()
}
