//! Mailing lists: made with a preview, asked anew at each use.

use trial::{form, story};

story!(a_mailing_list_follows_the_register, |trial| async {
    let fields = form![
        ("name", "Leitungen in Apolda"),
        ("functions", "leitung"),
        ("contact", "yes"),
        ("kind", "member"),
        ("town", "apolda"),
        ("preview", "true")
    ];
    let preview = trial
        .office
        .post("/weimar/verteiler-anlegen", fields.clone())
        .await;
    assert_eq!(preview.status, 200);
    assert!(
        preview.has("Werkstattleitung Glockenhof"),
        "{}",
        preview.main_text()
    );
    assert!(!preview.has("Koordination Seniorenbegleitung"));
    assert!(
        !trial
            .office
            .get("/weimar/verteiler")
            .await
            .has("Leitungen in Apolda")
    );

    let fields: Vec<_> = fields
        .into_iter()
        .filter(|(name, _)| name != "preview")
        .collect();
    let page = trial
        .office
        .post_on("/weimar/verteiler-anlegen", fields.clone())
        .await;
    assert!(
        page.has("Der Verteiler ist angelegt."),
        "{}",
        page.main_text()
    );
    assert!(page.has("Werkstattleitung Glockenhof"));
    let twice = trial.office.post("/weimar/verteiler-anlegen", fields).await;
    assert_eq!(twice.status, 422);
    assert!(twice.has("Einen Verteiler mit diesem Namen gibt es schon."));

    let people = trial.office.get("/weimar/personen?suche=Glockenhof").await;
    let person = trial.office.get(&people.link("Werkstattleitung")).await;
    assert!(
        person.has("Verteiler Leitungen in Apolda"),
        "{}",
        person.main_text()
    );
    let end = person.link("Beenden: Jugendwerkstatt");
    trial
        .office
        .post(&end, form![("until", "2017-11-19")])
        .await;
    let lists = trial.office.get("/weimar/verteiler").await;
    let list = trial.office.get(&lists.link("Leitungen in Apolda")).await;
    assert!(
        !list.has("Werkstattleitung Glockenhof"),
        "{}",
        list.main_text()
    );
    assert!(list.has("Ort: apolda") && list.has("Organisation ist: Mitglied"));
});

story!(an_invitation_goes_to_a_mailing_list, |trial| async {
    let coming = trial.office.get("/weimar/termine").await;
    let (_, path) = coming
        .links()
        .into_iter()
        .find(|(_, href)| href.starts_with("/weimar/termine/2018-"))
        .unwrap_or_else(|| panic!("{:?}", coming.links()));
    let round = format!("{path}/einladung/runde");
    let form = trial.office.get(&round).await;
    let list = form.option("Leitungen der Mitglieder in Weimar");
    let list = list.unwrap_or_else(|| form.field("lists").unwrap());

    let preview = trial.office.post_on(&round, form![("lists", list)]).await;

    assert!(
        preview.has("Leitung Lebensräume"),
        "{}",
        preview.main_text()
    );
    assert!(
        !preview.has("Werkstattleitung Glockenhof"),
        "{}",
        preview.main_text()
    );
    let ended = trial.office.get("/weimar/verteiler").await;
    let ended = ended.link("Leitungen der Mitglieder in Weimar");
    trial
        .office
        .post(&format!("{ended}/abschluss"), form![])
        .await;
    let form = trial.office.get(&round).await;
    assert!(!form.has("Leitungen der Mitglieder in Weimar"));
});

story!(a_mailing_list_of_everybody_is_refused, |trial| async {
    let refused = trial
        .office
        .post("/weimar/verteiler-anlegen", form![("name", "Alle")])
        .await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Bitte sagen Sie mindestens ein Merkmal"),
        "{}",
        refused.main_text()
    );
    assert_eq!(refused.field("name").as_deref(), Some("Alle"));
    assert_eq!(trial.leader.get("/weimar/verteiler").await.status, 403);
    assert_eq!(trial.member.get("/weimar/verteiler").await.status, 403);
});
