//! Lists go out, to each role with what it may see.

use super::*;
use tables::{Header, Wish};
use trial::story;

fn table(seen: &Seen) -> tables::Table {
    let wish = Wish {
        header: Some(Header::Row(1)),
        ..Wish::default()
    };
    tables::read(&seen.body, &wish).unwrap()
}

story!(lists_go_out_as_csv_and_for_spreadsheets, |trial| async {
    let csv = trial.office.get("/weimar/organisationen.csv").await;
    assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
    assert!(
        csv.header("content-disposition")
            .contains("weimar-organisationen-2017-11-20.csv")
    );
    assert!(csv.header("cache-control").contains("no-store"));
    assert!(
        csv.body.starts_with(b"\xef\xbb\xbfOrganisation;Kurzname;"),
        "{}",
        csv.html()
    );
    let xlsx = trial.office.get("/weimar/organisationen.xlsx").await;
    let (first, second) = (table(&csv), table(&xlsx));
    assert_eq!(first.columns, second.columns);
    assert_eq!(first.rows.len(), second.rows.len());
    let place = first.columns.iter().position(|it| it == "PLZ").unwrap();
    assert!(second.rows.iter().any(|row| row.cells[place] == "99423"));

    let people = table(&trial.office.get("/weimar/personen.csv").await);
    assert!(
        people.columns.contains(&"E-Mail".to_owned()),
        "{:?}",
        people.columns
    );
    let group = trial
        .office
        .get("/weimar/gremien/vorstand/mitwirkung.csv")
        .await;
    assert!(table(&group).rows.len() > 2, "{}", group.html());
});

story!(nobody_gets_more_than_the_pages_show, |trial| async {
    for path in [
        "/weimar/personen.csv",
        "/weimar/personen.xlsx",
        "/weimar/organisationen.csv",
        "/weimar/gremien/vorstand/mitwirkung.csv",
    ] {
        let member = trial.member.get(path).await;
        assert_eq!(member.status, 200);
        let columns = table(&member).columns;
        for confidential in ["E-Mail", "Telefon", "Notiz", "Anrede"] {
            assert!(
                !columns.contains(&confidential.to_owned()),
                "{path}: {columns:?}"
            );
        }
        assert_eq!(trial.stranger.get(path).await.status, 404, "{path}");
        assert_eq!(trial.nobody.get(path).await.status, 303, "{path}");
    }
    // Not even where the member asks for them.
    let wish = form![("columns", "name"), ("columns", "mail"), ("format", "csv")];
    let taken = trial
        .member
        .post_on("/weimar/listen/ausgabe/personen", wish)
        .await;
    assert_eq!(table(&taken).columns, ["Name"]);
});

story!(
    the_choice_of_columns_is_remembered_for_each_account_and_list,
    |trial| async {
        let choose = "/weimar/listen/ausgabe/organisationen";
        let none = trial.office.post(choose, form![("format", "csv")]).await;
        assert_eq!(none.status, 422);
        assert!(
            none.has("Wählen Sie mindestens eine Spalte."),
            "{}",
            none.main_text()
        );
        let wish = form![
            ("columns", "organisation"),
            ("columns", "mail"),
            ("format", "xlsx")
        ];
        let taken = trial.office.post_on(choose, wish).await;
        assert_eq!(table(&taken).columns, ["Organisation", "E-Mail"]);

        let again = trial.office.get("/weimar/organisationen.csv").await;
        assert_eq!(table(&again).columns, ["Organisation", "E-Mail"]);
        let member = trial.member.get("/weimar/organisationen.csv").await;
        assert!(
            table(&member).columns.len() > 4,
            "the member's choice is another"
        );
        let people = trial.office.get("/weimar/personen.csv").await;
        assert!(
            table(&people).columns.len() > 4,
            "and so is the other list's"
        );
    }
);

story!(formulas_do_not_travel, |trial| async {
    let typed = form![
        ("name", "=HYPERLINK(\"http://evil.example\")"),
        ("kind", "member")
    ];
    let added = trial
        .office
        .post("/weimar/organisation-anlegen", typed)
        .await;
    assert_eq!(added.status, 303, "{}", added.main_text());
    let csv = trial.office.get("/weimar/organisationen.csv").await.html();
    assert!(csv.contains("\"'=HYPERLINK"), "{csv}");
    let xlsx = table(&trial.office.get("/weimar/organisationen.xlsx").await);
    assert!(
        xlsx.rows
            .iter()
            .any(|row| row.cells[0].starts_with("=HYPERLINK")),
        "as text"
    );
});

story!(what_went_out_comes_back_unchanged, |trial| async {
    let csv = trial.office.get("/weimar/organisationen.csv").await;
    let (_, review) = reviewed(trial, "organisationen.csv", &csv.body).await;
    assert!(
        review.has("0 neu, 0 mit Änderungen"),
        "{}",
        review.main_text()
    );
    let csv = trial.office.get("/weimar/personen.xlsx").await;
    let (_, review) = reviewed(trial, "personen.xlsx", &csv.body).await;
    assert!(
        review.has("0 neu, 0 mit Änderungen"),
        "{}",
        review.main_text()
    );
});
