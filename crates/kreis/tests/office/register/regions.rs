//! Regions by their official keys, and who serves them.

use register::regions::{Entered, enter, organisations_serving, read_file};
use trial::story;

story!(
    members_see_who_serves_a_region_and_where_the_list_comes_from,
    |trial| async {
        let page = trial.member.get("/weimar/regionen").await;
        assert!(page.has("Weimar, Stadt") && page.has("Weimarer Land (Landkreis)"));
        assert!(page.has("16 Länder, mitgeliefert"), "{}", page.main_text());
        assert!(page.has("400 Kreise") && page.has("Statistisches Bundesamt"));
        let found = trial.member.get("/weimar/regionen?suche=weimar").await;
        let district = found.link("Weimarer Land (Landkreis)");
        let page = trial.member.get(&district).await;
        assert!(
            page.has("Amtlicher Gemeindeschlüssel 16071"),
            "{}",
            page.main_text()
        );
        assert!(page.has("Seniorenbegleitung Weimarer Land e.V."));
        assert!(
            page.has("Paritätischer Landesverband Thüringen"),
            "serves the whole Land"
        );
        let none = trial.member.get("/weimar/regionen?region=09473").await;
        assert!(none.has("Hier ist noch keine Organisation eingetragen"));
        let unknown = trial
            .member
            .get("/weimar/regionen?suche=niemandsland")
            .await;
        assert!(unknown.has("Nichts gefunden für „niemandsland“"));
    }
);

story!(
    gemeinden_are_read_in_and_what_is_gone_is_kept_by_whoever_has_it,
    |trial| async {
        let (first, second, serving, lost) = trial
            .write(|conn, _| {
                let file = "16071001;Apolda, Stadt\n16071003;Bad Berka, Stadt\n";
                let first = enter(conn, &read_file(file.as_bytes())?)?;
                let weimar = register::network_by_slug(conn, "weimar")?.unwrap().id;
                let serving = organisations_serving(conn, weimar, "16071001")?.len();
                let file = "16071003;Bad Berka, Kurstadt\n16071004;Bad Sulza, Stadt\n";
                let second = enter(conn, &read_file(file.as_bytes())?)?;
                let gone = register::regions::region(conn, "16071001")?.unwrap();
                let lost = read_file("16099001;Nirgendwo".as_bytes())?;
                let lost = enter(conn, &lost).is_err();
                Ok((first, second, serving, lost && gone.ended))
            })
            .await
            .unwrap();
        let entered = |new, changed, ended| Entered {
            new,
            changed,
            ended,
        };
        assert_eq!((first, second), (entered(2, 0, 0), entered(1, 1, 1)));
        assert!(
            serving > 10,
            "whoever serves the Kreis serves what is in it"
        );
        assert!(lost);
        let page = trial.member.get("/weimar/regionen?suche=bad").await;
        assert!(
            page.has("Bad Berka (Weimarer Land)"),
            "{}",
            page.main_text()
        );
        assert!(page.has("2 Gemeinden, vom Betrieb aus einer Tabelle"));
    }
);
