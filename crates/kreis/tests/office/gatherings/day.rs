//! The day itself: held, and who came.

use gatherings::{Presence, Reply, State};
use store::params;
use trial::{form, story};

use super::{announced, at, facts, invited, member};

story!(a_gathering_is_held_once_its_end_has_come, |trial| async {
    let path = announced(trial, facts("Sitzung", "2017-12-05")).await;
    trial.move_to_local("2017-12-05T16:29").await;
    assert_eq!(at(trial, &path).await.state, State::Announced);

    trial.move_to_local("2017-12-05T16:30").await;

    let it = at(trial, &path).await;
    assert_eq!(it.state, State::Held);
    trial
        .write(move |conn, moment| gatherings::over(conn, moment, it.id))
        .await
        .unwrap();
    assert_eq!(at(trial, &path).await.state, State::Held);
    assert!(trial.nobody.get(&path).await.has("Stattgefunden"));
});

story!(
    what_lies_in_the_past_is_held_when_it_is_announced,
    |trial| async {
        let path = announced(trial, facts("Nachgetragen", "2016-05-05")).await;

        assert_eq!(at(trial, &path).await.state, State::Held);
        let list = trial.nobody.get("/weimar/termine?jahr=2016").await;
        assert!(list.has("Nachgetragen"));
    }
);

story!(
    a_gathering_may_be_called_held_once_it_has_begun,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2017-12-05")).await;
        let holding = format!("{path}/durchfuehrung");
        assert_eq!(trial.office.post(&holding, form![]).await.status, 422);

        trial.move_to_local("2017-12-05T14:30").await;

        assert_eq!(trial.office.post(&holding, form![]).await.status, 303);
        assert_eq!(at(trial, &path).await.state, State::Held);
    }
);

story!(
    attendance_begins_with_the_replies_and_counts_organisations,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2017-12-05")).await;
        let id = at(trial, &path).await.id;
        invited(trial, id, Some(Reply::Yes)).await;
        let person = member(trial).await;
        let address = format!("{path}/teilnahme");
        let early = trial.office.get(&address).await;
        assert!(early.has("Zusage"));
        assert!(!early.html().contains("value=\"present\" selected"));

        trial.move_to_local("2017-12-05T09:00").await;
        let day = trial.office.get(&address).await;
        assert!(day.html().contains("value=\"present\" selected"));
        let fields = form![
            (format!("state-{person}"), "represented"),
            (format!("by-{person}"), "Stellvertretung"),
            ("walk1_name", "Leitung Stadtteilbüro"),
            ("walk1_organisation", "Stadtteilbüro Nord"),
        ];
        assert_eq!(trial.office.post(&address, fields).await.status, 303);

        let rows = trial
            .read(move |conn| gatherings::attendance(conn, id))
            .await;
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[0].state, Presence::Represented);
        assert_eq!(rows[0].represented_by, "Stellvertretung");
        assert_eq!(rows[1].organisation_name, "Stadtteilbüro Nord");
        let page = trial.office.get(&address).await;
        assert!(
            page.has("Vertretene Organisationen 2"),
            "{}",
            page.main_text()
        );
        assert!(page.html().contains("value=\"Stellvertretung\""));
        let pdf = trial.office.get(&format!("{address}.pdf")).await;
        assert!(pdf.body.starts_with(b"%PDF-"));
        assert_eq!(
            trial.member.get(&format!("{address}.pdf")).await.status,
            403
        );
    }
);

story!(
    attendance_of_what_was_called_off_is_refused,
    |trial| async {
        let path = announced(trial, facts("Sitzung", "2017-12-05")).await;
        trial.office.post(&format!("{path}/absage"), form![]).await;

        let answer = trial
            .office
            .post(&format!("{path}/teilnahme"), form![])
            .await;

        assert_eq!(answer.status, 422);
    }
);

story!(
    guests_who_are_counted_and_not_named_stand_on_the_page_once_it_is_held,
    |trial| async {
        let path = announced(trial, facts("Fachtag", "2017-12-05")).await;
        let id = at(trial, &path).await.id;
        let address = format!("{path}/teilnahme");
        let counted = form![("further_guests", "1"), ("further_guests_about", "true")];
        assert_eq!(trial.office.post(&address, counted).await.status, 303);
        assert!(!trial.nobody.get(&path).await.has("rund 1 Gast"));

        trial.move_to_local("2017-12-05T16:30").await;

        assert!(trial.nobody.get(&path).await.has("rund 1 Gast"));
        let detail = "SELECT detail FROM journal WHERE verb = 'attendance-set' AND subject_id = $1";
        let noted = trial
            .read(move |conn| conn.one(detail, params![id], store::Row::take::<String>))
            .await;
        assert_eq!(noted.as_deref(), Some("0 + ~1"));
        let none = form![("further_guests", "0")];
        assert_eq!(trial.office.post(&address, none).await.status, 303);
        assert!(!trial.nobody.get(&path).await.has("0 Gäste"));
        assert_eq!(trial.office.post(&address, form![]).await.status, 303);
        let left = trial
            .read(move |conn| gatherings::further_guests(conn, id))
            .await;
        assert_eq!(left, None);
    }
);

story!(
    a_number_of_guests_that_is_none_is_refused_at_its_field,
    |trial| async {
        let path = announced(trial, facts("Fachtag", "2017-12-05")).await;
        let address = format!("{path}/teilnahme");
        for typed in ["viele", "-1", "100001", "1,5", "99999999999999999999"] {
            let fields = form![("further_guests", typed), ("walk1_name", "Leitung Kita")];

            let answer = trial.office.post(&address, fields).await;

            assert_eq!(answer.status, 422, "{typed}");
            assert!(answer.has("Zahl der weiteren Gäste: Bitte geben Sie eine Zahl"));
            assert_eq!(answer.field("further_guests").as_deref(), Some(typed));
            assert_eq!(answer.field("walk1_name").as_deref(), Some("Leitung Kita"));
        }
        let fields = form![("further_guests", ""), ("further_guests_about", "true")];
        let answer = trial.office.post(&address, fields).await;
        assert_eq!(answer.status, 422);
        assert!(answer.has("wie viele es ungefähr waren"));
    }
);
