//! The day itself: held, and who came.

use gatherings::{Presence, Reply, State};
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
