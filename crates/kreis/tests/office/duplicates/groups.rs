//! Two groups become one, chosen by the office, and two again.

use trial::{Seen, Trial, form, story};

const KEPT: &str = "/weimar/gremien/fachgruppe-pflege";
const GONE: &str = "/weimar/gremien/runde-pflege";

async fn group(trial: &Trial, name: &str, parent: &str) -> Seen {
    let fields = form![("name", name), ("parent", parent)];
    let page = trial
        .office
        .post_on("/weimar/gremium-anlegen", fields)
        .await;
    assert!(
        page.has("Das Gremium ist angelegt."),
        "{}",
        page.main_text()
    );
    page
}

async fn join(trial: &Trial, at: &str, (who, leader): (&str, bool), term: (&str, &str)) {
    let path = format!("{at}/mitwirkung");
    let party = trial.office.get(&path).await.option(who).unwrap();
    let mut fields = form![("party", party), ("from", term.0), ("until", term.1)];
    if leader {
        fields.push(("leader".to_owned(), "true".to_owned()));
    }
    let page = trial.office.post_on(&path, fields).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
}

/// The value under which forms know a group.
async fn value(trial: &Trial, name: &str) -> String {
    let form = trial.office.get("/weimar/gremium-anlegen").await;
    form.option(name).unwrap_or_else(|| panic!("no {name}"))
}

const PERSON: &str = "Geschäftsführung Lebenshilfe-Werk";

/// Two groups with much in common: the pair's page.
async fn two(trial: &Trial) -> String {
    group(trial, "Fachgruppe Pflege", "").await;
    group(trial, "Runde Pflege", "").await;
    join(trial, KEPT, (PERSON, false), ("2010-01-01", "")).await;
    join(trial, GONE, (PERSON, true), ("2014-01-01", "2016-12-31")).await;
    join(
        trial,
        GONE,
        ("Organisation: Lebensräume", false),
        ("2015-05-01", ""),
    )
    .await;
    let gone = value(trial, "Runde Pflege").await;
    group(trial, "Unterrunde Nacht", &gone).await;
    let list = form![("name", "Alle der Runde"), ("group", gone.as_str())];
    let page = trial
        .office
        .post_on("/weimar/verteiler-anlegen", list)
        .await;
    assert!(page.has("Runde Pflege"), "{}", page.main_text());
    let plan = form![("year", "2019"), ("group", gone.as_str())];
    let begun = trial.office.post("/weimar/jahresplan", plan).await;
    assert_eq!(begun.status, 303, "{}", begun.main_text());

    let page = trial.office.get(KEPT).await;
    let choice = page.link("Mit anderem Gremium zusammenführen");
    let asked = trial.office.get(&choice).await;
    assert!(
        asked.option("Fachgruppe Pflege").is_none(),
        "not with itself"
    );
    let own = value(trial, "Fachgruppe Pflege").await;
    let refused = trial.office.post(&choice, form![("other", own)]).await;
    assert_eq!(refused.status, 422);
    assert!(
        refused.has("Das ist dasselbe Gremium."),
        "{}",
        refused.main_text()
    );
    let chosen = trial.office.post(&choice, form![("other", gone)]).await;
    assert_eq!(chosen.status, 303);
    chosen.location().to_owned()
}

story!(two_groups_become_one_and_two_again, |trial| async {
    let pair = two(trial).await;
    let compared = trial.office.get(&pair).await;
    assert!(compared.has("1 Untergremium"), "{}", compared.main_text());
    let chosen = "stay=one&name=one&about=one&parent=one";
    let preview = trial.office.get(&format!("{pair}/vorschau?{chosen}")).await;
    for words in [
        "Noch ist nichts geschehen.",
        "1 Verteiler, der das Gremium nennt",
        "1 Jahresplan",
        "leitet danach das gemeinsame",
        "entfällt: Runde Pflege",
    ] {
        assert!(preview.has(words), "{words}: {}", preview.main_text());
    }
    let fields = form![
        ("stay", "one"),
        ("name", "one"),
        ("about", "one"),
        ("parent", "one")
    ];
    let done = trial
        .office
        .post_on(&format!("{pair}/zusammenfuehrung"), fields)
        .await;
    assert!(done.has("zusammengeführt"), "{}", done.main_text());

    let old = trial.office.get(GONE).await;
    assert_eq!((old.status, old.location()), (307, KEPT));
    let page = trial.office.get(KEPT).await;
    for words in ["Unterrunde Nacht", "Lebensräume e.V.", PERSON] {
        assert!(page.has(words), "{words}: {}", page.main_text());
    }
    // The lead ended last year; it does not go on because the person stayed a member.
    let today = page.main_text();
    let now = today.split("Wer früher mitwirkte").next().unwrap();
    assert!(
        now.contains("1. Januar 2017") || now.contains("01.01.2017"),
        "{now}"
    );
    assert!(today.contains("2016"), "{today}");
    let lists = trial.office.get("/weimar/verteiler").await;
    assert!(lists.has("Fachgruppe Pflege"), "{}", lists.main_text());
    let plan = trial
        .office
        .get("/weimar/jahresplan/2019-runde-pflege")
        .await;
    assert_eq!(plan.status, 200, "the old address of its plan leads on");

    let list = trial
        .office
        .get("/weimar/dubletten?art=zusammengefuehrt")
        .await;
    assert!(list.has("Runde Pflege"), "{}", list.main_text());
    let undo = done
        .actions()
        .into_iter()
        .find(|it| it.ends_with("/ruecknahme"));
    let undone = trial.office.post_on(&undo.unwrap(), form![]).await;
    assert!(undone.has("wieder da"), "{}", undone.main_text());
    let back = trial.office.get(GONE).await;
    assert_eq!(back.status, 200);
    assert!(back.has("Unterrunde Nacht") && back.has("Leitung"));
    assert!(!trial.office.get(KEPT).await.has("Unterrunde Nacht"));
});

story!(no_group_comes_to_stand_below_itself, |trial| async {
    group(trial, "Oben", "").await;
    let above = value(trial, "Oben").await;
    group(trial, "Mitte", &above).await;
    let middle = value(trial, "Mitte").await;
    group(trial, "Unten", &middle).await;
    let below = value(trial, "Unten").await;
    let pair = format!("/weimar/dubletten/gremien/{below}/{above}");

    let chosen = "stay=one&name=one&parent=one";
    let told = trial.office.get(&format!("{pair}/vorschau?{chosen}")).await;
    assert_eq!(told.status, 422, "said before it is tried");
    assert!(told.has("steht unter einem"), "{}", told.main_text());
    let act = format!("{pair}/zusammenfuehrung");
    let fields = form![("stay", "one"), ("name", "one"), ("parent", "one")];
    assert_eq!(trial.office.post(&act, fields).await.status, 422);

    // The other way round it hangs where the upper one hung.
    let fields = form![("stay", "other"), ("name", "other"), ("parent", "other")];
    let done = trial.office.post_on(&act, fields).await;
    assert!(done.has("zusammengeführt"), "{}", done.main_text());
    let middle = trial.office.get("/weimar/gremien/mitte").await;
    assert!(middle.has("Teil von Oben"), "{}", middle.main_text());
});
