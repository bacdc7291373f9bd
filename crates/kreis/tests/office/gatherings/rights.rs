//! Who sees what of a gathering.

use trial::{form, story};

use super::{announced, at, but, facts, invited, planned};

story!(
    a_draft_is_hidden_from_all_but_those_who_lead,
    |trial| async {
        let path = planned(trial, facts("Noch geheim", "2018-02-01")).await;

        for suffix in ["", ".ics", ".pdf"] {
            let address = format!("{path}{suffix}");
            assert_eq!(trial.office.get(&address).await.status, 200, "{suffix}");
            for visitor in [
                &trial.nobody,
                &trial.member,
                &trial.operator,
                &trial.stranger,
            ] {
                assert_eq!(visitor.get(&address).await.status, 404, "{suffix}");
            }
        }
        assert!(
            !trial
                .nobody
                .get("/weimar/termine?jahr=2018")
                .await
                .has("Noch geheim")
        );
        assert!(
            trial
                .office
                .get("/weimar/termine?jahr=2018")
                .await
                .has("Noch geheim")
        );
        assert!(
            !trial
                .nobody
                .get("/weimar/termine.ics")
                .await
                .has("Noch geheim")
        );
        assert!(
            !trial
                .nobody
                .get("/weimar/termine.atom")
                .await
                .has("Noch geheim")
        );
    }
);

story!(
    an_announced_gathering_is_seen_by_its_audience,
    |trial| async {
        let expected = [
            ("public", [200, 200, 200, 200, 200]),
            ("members", [404, 200, 200, 404, 404]),
            ("invited", [404, 404, 200, 404, 404]),
        ];
        for (audience, statuses) in expected {
            let fields = but(
                facts(&format!("Runde {audience}"), "2018-02-01"),
                "audience",
                audience,
            );
            let path = announced(trial, fields).await;
            let visitors = [
                &trial.nobody,
                &trial.member,
                &trial.office,
                &trial.operator,
                &trial.stranger,
            ];
            for (visitor, status) in visitors.into_iter().zip(statuses) {
                assert_eq!(visitor.get(&path).await.status, status, "{audience}");
                assert_eq!(
                    visitor.get(&format!("{path}.ics")).await.status,
                    status,
                    "{audience}"
                );
            }
            let listed = trial.nobody.get("/weimar/termine?jahr=2018").await;
            assert_eq!(
                listed.has(&format!("Runde {audience}")),
                audience == "public"
            );
            let feed = trial.nobody.get("/weimar/termine.ics").await;
            assert_eq!(feed.has(&format!("Runde {audience}")), audience == "public");
        }
    }
);

story!(
    an_invited_person_sees_what_is_for_the_invited,
    |trial| async {
        let path = announced(
            trial,
            but(facts("Kleine Runde", "2018-02-01"), "audience", "invited"),
        )
        .await;
        let search = "/weimar/suche?q=kleine+runde";
        assert_eq!(trial.member.get(&path).await.status, 404);
        assert!(!trial.member.get(search).await.has("Kleine Runde"));

        invited(trial, at(trial, &path).await.id, None).await;

        assert_eq!(trial.member.get(&path).await.status, 200);
        assert_eq!(trial.member.get(search).await.link("Kleine Runde"), path);
        for visitor in [&trial.nobody, &trial.stranger] {
            assert!(!visitor.get(search).await.has("Kleine Runde"));
        }
        assert!(
            trial
                .member
                .get("/weimar/termine?jahr=2018")
                .await
                .has("Kleine Runde")
        );
    }
);

story!(
    the_online_link_is_shown_in_time_and_to_members_alone,
    |trial| async {
        let url = "https://treffen.example/raum-7";
        let path = announced(
            trial,
            but(facts("Mit Bildschirm", "2017-12-05"), "online_url", url),
        )
        .await;
        for (hour, shown) in [
            ("2017-12-05T12:59", false),
            ("2017-12-05T13:00", true),
            ("2017-12-05T16:29", true),
            ("2017-12-05T16:30", false),
        ] {
            trial.move_to_local(hour).await;
            assert_eq!(
                trial.member.get(&path).await.html().contains(url),
                shown,
                "{hour}"
            );
            assert!(
                !trial.nobody.get(&path).await.html().contains(url),
                "{hour}"
            );
            assert!(
                !trial.stranger.get(&path).await.html().contains(url),
                "{hour}"
            );
            assert!(
                !trial
                    .member
                    .get(&format!("{path}.ics"))
                    .await
                    .html()
                    .contains(url),
                "{hour}"
            );
        }
    }
);

story!(
    another_networks_office_may_not_touch_a_gathering,
    |trial| async {
        let path = announced(trial, facts("Weimarer Sitzung", "2018-02-01")).await;
        for below in [
            "bearbeiten",
            "tagesordnung",
            "dokumente",
            "teilnahme",
            "absage",
        ] {
            let address = format!("{path}/{below}");
            assert_eq!(trial.stranger.get(&address).await.status, 404, "{below}");
            assert_eq!(trial.member.get(&address).await.status, 403, "{below}");
            assert_eq!(trial.office.get(&address).await.status, 200, "{below}");
            assert_eq!(trial.nobody.get(&address).await.status, 303, "{below}");
            let posted = trial
                .stranger
                .post(&address, form![("title", "Fremd")])
                .await;
            assert_eq!(posted.status, 404, "{below}");
        }
        let slug = path.rsplit('/').next().unwrap();
        let elsewhere = format!("/celle/termine/{slug}");
        assert_eq!(trial.stranger.get(&elsewhere).await.status, 404);
        assert_eq!(
            trial
                .stranger
                .get(&format!("{elsewhere}/bearbeiten"))
                .await
                .status,
            404
        );
    }
);

story!(a_leader_plans_for_their_own_group_only, |trial| async {
    let page = trial.leader.get("/weimar/termin-anlegen").await;
    let group = page.option("Kreisgruppe").unwrap();

    let without = trial
        .leader
        .post(
            "/weimar/termin-anlegen",
            facts("Ohne Gremium", "2018-02-01"),
        )
        .await;
    let with = trial
        .leader
        .post(
            "/weimar/termin-anlegen",
            but(facts("Mit Gremium", "2018-02-01"), "group", &group),
        )
        .await;

    assert_eq!(without.status, 422);
    assert!(without.has("ein Gremium, das Sie leiten"));
    assert_eq!(with.status, 303);
    let offices = planned(trial, facts("Sache der Geschäftsstelle", "2018-02-01")).await;
    assert_eq!(trial.leader.get(&offices).await.status, 404);
    assert_eq!(
        trial
            .leader
            .get(&format!("{offices}/bearbeiten"))
            .await
            .status,
        403
    );
});
