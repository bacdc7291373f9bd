//! Letters and labels on paper.

use trial::{Trial, form, story};

const FORM: &str = "/weimar/briefe";

async fn person(trial: &Trial, name: &'static str) -> String {
    let page = trial
        .office
        .get(&format!(
            "/weimar/personen?suche={}",
            name.replace(' ', "+")
        ))
        .await;
    let (_, href) = page
        .links()
        .into_iter()
        .find(|(label, _)| label.contains(name))
        .unwrap();
    href
}

story!(
    letters_go_to_members_and_name_whom_they_miss,
    |trial| async {
        let blank = trial.office.get(FORM).await;
        assert_eq!(blank.status, 200, "{}", blank.main_text());
        let nobody = trial
            .office
            .post(
                FORM,
                form![
                    ("what", "letters"),
                    ("once", "place"),
                    ("subject", "Einladung"),
                    ("text", "Guten Tag")
                ],
            )
            .await;
        assert_eq!(nobody.status, 422);
        assert!(
            nobody.has("Bitte wählen Sie mindestens"),
            "{}",
            nobody.main_text()
        );
        assert_eq!(nobody.field("subject").as_deref(), Some("Einladung"));

        let slip = form![
            ("organisations", "member"),
            ("what", "letters"),
            ("once", "place"),
            ("subject", "Einladung"),
            ("text", "Liebe {Vorname}")
        ];
        let slip = trial.office.post(FORM, slip).await;
        assert!(slip.has("{Vorname}"), "{}", slip.main_text());

        let wished = |wish: &str| {
            form![
                ("organisations", "member"),
                ("member_contacts", "yes"),
                ("what", "letters"),
                ("once", "place"),
                ("subject", "Einladung an {Organisation}"),
                ("text", "{Anrede}\n\nwir laden ein."),
                ("do", wish)
            ]
        };
        let checked = trial.office.post(FORM, wished("check")).await;
        assert_eq!(checked.status, 200, "{}", checked.main_text());
        assert!(checked.has("Das wird gedruckt"), "{}", checked.main_text());
        for (wish, how) in [("one", "inline"), ("print", "attachment")] {
            let pdf = trial.office.post(FORM, wished(wish)).await;
            assert_eq!(
                pdf.header("content-type"),
                "application/pdf",
                "{}",
                pdf.text()
            );
            assert!(pdf.header("content-disposition").starts_with(how));
            assert!(pdf.body.starts_with(b"%PDF-"));
            assert!(pdf.pdf_words().contains("Beispieldaten"));
        }
        let noted = trial
            .read(|conn| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
                conn.journal_of(network)
            })
            .await;
        let printed = noted
            .iter()
            .filter(|it| it.verb == "letters-printed")
            .count();
        assert_eq!(printed, 1, "looking at the first one is no trace");
    }
);

story!(labels_begin_where_a_sheet_is_free, |trial| async {
    let labels = |first: &str| {
        form![
            ("organisations", "member"),
            ("what", "labels"),
            ("once", "place"),
            ("sheet", "2x7-99x38"),
            ("first", first),
            ("do", "print")
        ]
    };
    let beyond = trial.office.post(FORM, labels("15")).await;
    assert_eq!(beyond.status, 422, "{}", beyond.main_text());
    let pdf = trial.office.post(FORM, labels("3")).await;
    assert_eq!(
        pdf.header("content-type"),
        "application/pdf",
        "{}",
        pdf.text()
    );
    assert!(pdf.pdf_words().contains("Beispieldaten"));
});

story!(a_person_has_a_postal_address_of_ones_own, |trial| async {
    let person = person(trial, "Leitung Lebensräume").await;
    let path = format!("{person}/postanschrift");
    let alone = trial
        .office
        .post_on(&path, form![("household", "Familie Muster")])
        .await;
    assert_eq!(alone.status, 422, "{}", alone.main_text());
    let address = form![
        ("street", "Am Markt 1"),
        ("postcode", "99423"),
        ("town", "Weimar"),
        ("household", "Familie Muster")
    ];
    let page = trial.office.post_on(&path, address).await;
    assert!(page.has("Am Markt 1"), "{}", page.main_text());
    assert!(!trial.member.get(&person).await.has("Am Markt 1"));
    let gone = trial.office.post_on(&path, form![("street", "")]).await;
    assert!(
        gone.has("Briefe gehen an die Organisation"),
        "{}",
        gone.main_text()
    );
});
