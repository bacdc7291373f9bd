//! Telling, reading, arranging, replacing, taking back, moving.

use jiff::civil::date;
use trial::story;

use super::*;

const DAY: &[Date] = &[date(2018, 3, 15)];
const DAYS: &[Date] = &[date(2018, 3, 15), date(2018, 3, 22)];

story!(
    only_the_contact_reads_a_need_and_is_seen_reading,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAY).await;
        let page = trial
            .nobody
            .get(&format!("/weimar/termine/{}/anmeldung", slugs[0]))
            .await;
        for said in [
            "freiwillig",
            "Kontakt Teilhabe",
            "14. April 2018",
            TICKED[0],
        ] {
            assert!(page.has(said), "{said}: {}", page.text());
        }
        registered(trial, &slugs[0]).await;

        let need = first_need(&contact, &slugs[0]).await.unwrap();
        let list = contact
            .get(&format!("/weimar/termine/{}/assistenz", slugs[0]))
            .await;
        assert!(!list.has(WORDS) && !list.has(TICKED[0]), "{}", list.text());
        let page = contact.get(&need).await;
        assert!(page.has(WORDS) && page.has(TICKED[0]), "{}", page.text());
        for other in [
            &trial.office,
            &trial.leader,
            &trial.member,
            &trial.protection,
        ] {
            assert_eq!(other.get(&need).await.status, 403);
        }
        assert_eq!(trial.stranger.get(&need).await.status, 404);
        let looks = trial.protection.get("/weimar/daten/zugriffe").await;
        assert!(
            looks.has("Assistenzbedarf einer Person"),
            "{}",
            looks.text()
        );
        assert!(
            looks.has("Kontakt Teilhabe") && !looks.has(NAME),
            "{}",
            looks.text()
        );
    }
);

story!(
    of_a_date_that_was_called_off_nothing_more_is_asked,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAY).await;
        let told = registered(trial, &slugs[0]).await;
        let again = format!("{told}/bedarf");
        called_off(trial, &slugs[0]).await;
        let words = form![("needs", TICKED[1]), ("needs_words", WORDS)];
        let late = trial.nobody.post(&again, words.clone()).await;
        assert_eq!(late.status, 422, "{}", late.main_text());
        assert!(late.has("Der Termin findet nicht statt."));

        // What was told can be taken back, and pressed twice it is taken back once.
        let page = trial.nobody.get(&again).await;
        assert!(
            page.has("zurücknehmen") && !page.has(TICKED[0]),
            "{}",
            page.main_text()
        );
        let back = format!("{again}/ruecknahme");
        for _ in 0..2 {
            assert_eq!(trial.nobody.post(&back, form![]).await.status, 303);
        }
        assert_eq!(first_need(&contact, &slugs[0]).await, None);

        let page = trial.nobody.get(&told).await;
        for asked in ["Mitteilen, was Sie brauchen", "zurücknehmen"] {
            assert!(!page.has(asked), "{}", page.main_text());
        }
        let asked = trial.nobody.get(&again).await;
        assert_eq!(asked.status, 303, "{}", asked.main_text());
        assert_eq!(trial.nobody.post(&again, words).await.status, 422);
    }
);

story!(
    where_nobody_could_read_it_nothing_more_is_asked,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        let told = registered(trial, &slugs[0]).await;
        let again = format!("{told}/bedarf");
        let gone = "DELETE FROM role_assignment WHERE role = 'assistance_contact'";
        trial
            .write(|conn, _| Ok(conn.exec(gone, &[])?))
            .await
            .unwrap();

        let page = trial.nobody.get(&again).await;
        assert!(page.has("niemand da"), "{}", page.main_text());
        assert!(!page.has("findet nicht statt") && !page.has(TICKED[0]));
        let words = form![("needs", TICKED[1]), ("needs_words", WORDS)];
        assert_eq!(trial.nobody.post(&again, words).await.status, 422);

        let back = format!("{again}/ruecknahme");
        assert_eq!(trial.nobody.post(&back, form![]).await.status, 303);
        assert_eq!(needs(trial).await, 0);
        let page = trial.nobody.get(&told).await;
        assert!(!page.has("Mitteilen, was Sie brauchen"), "{}", page.text());
    }
);

story!(
    what_is_arranged_is_confirmed_without_a_word_of_it,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAY).await;
        let own = registered(trial, &slugs[0]).await;
        let need = first_need(&contact, &slugs[0]).await.unwrap();
        for state in ["arranged", "confirmed"] {
            let done = contact.post(&need, form![("state", state)]).await;
            assert_eq!(done.status, 303, "{}", done.text());
        }
        trial.run_due().await;

        let mails = trial.mails().await;
        let last = mails.last().unwrap();
        let text = last.text.clone().unwrap();
        assert!(text.contains("ist vorbereitet"), "{text}");
        for mail in &mails {
            let parts = [mail.text.clone(), mail.html.clone()];
            let words: String = parts.into_iter().flatten().collect();
            assert!(
                !words.contains("Xylophon") && !words.contains(TICKED[0]),
                "{words}"
            );
        }
        let page = trial.nobody.get(&own).await;
        assert!(page.has("Bestätigt") && !page.has(WORDS), "{}", page.text());

        let totals = contact
            .get(&format!("/weimar/termine/{}/assistenz/summen", slugs[0]))
            .await;
        assert!(
            totals.has(TICKED[0]) && totals.has("Eine Person hat dazu etwas geschrieben"),
            "{}",
            totals.text()
        );
        assert!(!totals.has(NAME) && !totals.has(WORDS), "{}", totals.text());
    }
);

story!(
    a_need_is_replaced_by_the_link_and_never_shown,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAY).await;
        let own = registered(trial, &slugs[0]).await;
        let need = first_need(&contact, &slugs[0]).await.unwrap();
        contact.post(&need, form![("state", "arranged")]).await;

        let page = trial.nobody.get(&format!("{own}/bedarf")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(
            !page.html().contains("Xylophon") && !page.html().contains(" checked"),
            "{}",
            page.html()
        );
        let nothing = trial.nobody.post(&format!("{own}/bedarf"), form![]).await;
        assert_eq!(nothing.status, 422);
        let told = form![
            ("needs", "vegan"),
            ("needs_words", "Ruheraum Kokosnusskrebs")
        ];
        assert_eq!(
            trial
                .nobody
                .post(&format!("{own}/bedarf"), told)
                .await
                .status,
            303
        );

        let list = contact
            .get(&format!("/weimar/termine/{}/assistenz", slugs[0]))
            .await;
        assert!(list.has("Neu mitgeteilt"), "{}", list.text());
        let page = contact
            .get(&first_need(&contact, &slugs[0]).await.unwrap())
            .await;
        assert!(
            page.has("Kokosnusskrebs") && !page.has("Xylophon"),
            "{}",
            page.text()
        );

        let gone = trial
            .nobody
            .post(&format!("{own}/bedarf/ruecknahme"), form![])
            .await;
        assert_eq!(gone.status, 303);
        assert_eq!(first_need(&contact, &slugs[0]).await, None);
        assert_eq!(needs(trial).await, 0);
    }
);

story!(
    a_cancelled_place_takes_its_need_along_at_once,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        let own = registered(trial, &slugs[0]).await;
        assert_eq!(needs(trial).await, 1);
        let page = trial.nobody.get(&format!("{own}/absage")).await;
        let typed: Vec<_> = page
            .field("place")
            .into_iter()
            .map(|it| ("place".to_owned(), it))
            .collect();
        let done = trial.nobody.post(&format!("{own}/absage"), typed).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(needs(trial).await, 0);
    }
);

story!(
    whoever_moves_to_another_date_takes_the_need_along_under_its_key,
    |trial| async {
        let (slugs, contact) = set_up(trial, DAYS).await;
        let own = registered(trial, &slugs[0]).await;
        let keys = |trial: &Trial| {
            let folder = trial.keys().join("keys");
            std::fs::read_dir(folder)
                .unwrap()
                .filter(|it| {
                    it.as_ref()
                        .unwrap()
                        .path()
                        .extension()
                        .is_some_and(|it| it == "key")
                })
                .count()
        };
        assert_eq!(keys(trial), 1);
        let other = {
            let slug = slugs[1].clone();
            trial
                .read(move |conn| {
                    let network = register::network_by_slug(conn, "weimar")?.unwrap();
                    Ok(gatherings::gathering_by_slug(conn, network.id, &slug)?
                        .unwrap()
                        .id)
                })
                .await
        };
        let moved = trial
            .nobody
            .post(
                &format!("{own}/umbuchung"),
                form![("gathering", other.to_string())],
            )
            .await;
        assert_eq!(moved.status, 303, "{}", moved.text());
        assert!(
            contact
                .get(&first_need(&contact, &slugs[1]).await.unwrap())
                .await
                .has(WORDS)
        );
        trial.run_due().await;

        assert_eq!(keys(trial), 1, "of the other date nothing is left");
        assert_eq!(first_need(&contact, &slugs[0]).await, None);
        let need = first_need(&contact, &slugs[1]).await.unwrap();
        assert!(contact.get(&need).await.has(WORDS));
        let gathering = trial
            .read(|conn| {
                conn.one(
        "SELECT k.gathering_id FROM assistance_need n JOIN assistance_key k ON k.id = n.key_id",
        &[],
        store::Row::take::<GatheringId>,
    )
            })
            .await;
        assert_eq!(gathering, Some(other));
    }
);

story!(without_a_contact_nobody_is_asked, |trial| async {
    let (slugs, _) = set_up(trial, DAY).await;
    trial
        .write(|conn, _| Ok(conn.exec("DELETE FROM role_assignment", &[])?))
        .await
        .unwrap();
    let page = trial
        .nobody
        .get(&format!("/weimar/termine/{}/anmeldung", slugs[0]))
        .await;
    assert_eq!(page.status, 200);
    assert!(!page.has(TICKED[0]), "{}", page.text());
});

story!(
    a_form_with_a_fault_keeps_what_was_typed_for_the_one_who_typed_it,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        let mut typed = typed(&trial.nobody, &slugs[0], WORDS).await;
        typed.retain(|(name, _)| name != "mail");
        let path = format!("/weimar/termine/{}/anmeldung", slugs[0]);
        let page = trial.nobody.post(&path, typed).await;
        assert_eq!(page.status, 422);
        assert!(
            page.html().contains(WORDS) && page.header("cache-control").contains("no-store"),
            "{:?}",
            page.headers
        );
        assert_eq!(needs(trial).await, 0);
    }
);

story!(
    after_the_day_nothing_is_told_and_the_page_says_so,
    |trial| async {
        let (slugs, _) = set_up(trial, DAY).await;
        kreis::house::heed_clock(&trial.app).await.unwrap();
        let own = registered(trial, &slugs[0]).await;
        let page = trial.nobody.get(&format!("{own}/bedarf")).await;
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
        trial.move_to_local("2018-04-16T09:00").await;
        assert_eq!(needs(trial).await, 0);

        let told = form![("needs", "vegan"), ("needs_words", "Ruheraum")];
        let late = format!("{own}/bedarf");
        let back = format!("{own}/bedarf/ruecknahme");
        let asked = trial.nobody.get(&late).await;
        assert_eq!(asked.location(), own);
        for (seen, status) in [
            (trial.nobody.get(&own).await, 200),
            (trial.nobody.post(&late, told).await, 422),
            (trial.nobody.post(&back, form![]).await, 422),
        ] {
            assert_eq!(seen.status, status, "{}", seen.text());
            assert_eq!(seen.header("x-robots-tag"), "noindex, nofollow");
            assert!(seen.has("Der Termin ist vorbei."), "{}", seen.text());
        }
        for seen in [
            trial.nobody.get("/anmeldung/unbekannt/bedarf").await,
            trial.nobody.get("/anmeldung/unbekannt/rueckmeldung").await,
            trial
                .nobody
                .post("/anmeldung/unbekannt/bescheinigung", form![])
                .await,
        ] {
            assert_eq!(seen.status, 404);
            assert!(seen.has("Dieser Link gilt nicht mehr"), "{}", seen.text());
            assert_eq!(seen.header("x-robots-tag"), "noindex, nofollow");
        }
        assert_eq!(needs(trial).await, 0);
    }
);
