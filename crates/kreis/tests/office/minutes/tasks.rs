//! Tasks: from a line to the reminder and the click that says done.

use base::Halt;
use jiff::civil::date;
use minutes::TaskState;
use trial::{form, story};

use super::{begun, entries, link_to_guest, planned, tasks, write};

story!(
    a_line_becomes_a_task_and_a_changed_line_changes_it,
    |trial| async {
        let meeting = begun(trial).await;
        let name = &meeting.guest.person.name;

        let line = format!("Gesprochen wurde viel.\n@{name} bis 15.3.: Zahlen liefern");
        let saved = write(trial, &trial.office, &meeting, (0, &line, "")).await;
        let first = tasks(trial, &meeting).await;
        let line = format!("@{name} bis 20. März: Zahlen liefern und erklären");
        write(trial, &trial.office, &meeting, (0, &line, "")).await;
        let second = tasks(trial, &meeting).await;
        write(trial, &trial.office, &meeting, (0, "Nichts mehr.", "")).await;

        assert_eq!(saved.status, 303, "{}", saved.main_text());
        assert!(!saved.location().contains("fragen"), "{}", saved.location());
        assert_eq!(first.len(), 1);
        assert_eq!(first[0].who.person, Some(meeting.guest.person.id));
        assert_eq!(first[0].due, date(2018, 3, 15));
        assert_eq!(second.len(), 1);
        assert_eq!(second[0].id, first[0].id);
        assert_eq!(second[0].due, date(2018, 3, 20));
        assert_eq!(second[0].wording, "Zahlen liefern und erklären");
        assert_eq!(tasks(trial, &meeting).await, []);
    }
);

story!(what_is_unclear_is_asked_and_never_lost, |trial| async {
    let meeting = begun(trial).await;
    let edit = format!("{}/bearbeiten", meeting.minutes());
    let line = "@Sparkasse Irgendwo bis demnächst: Spende klären";

    let saved = write(trial, &trial.office, &meeting, (0, line, "")).await;
    let asked = trial.office.get(&edit).await;
    let entry = entries(trial, &meeting).await[0].id;
    let path = format!("{}/eintraege/{entry}/antworten", meeting.minutes());
    let nothing = trial.office.post(&path, form![("line", line)]).await;
    let fields = form![("line", line), ("meaning", "free"), ("due", "2018-02-01")];
    let answered = trial.office.post(&path, fields).await;

    assert!(saved.location().contains("#fragen"));
    assert!(asked.has("Eine Aufgabe ist unklar"));
    assert!(asked.has("Das Verzeichnis kennt niemanden mit dem Namen „Sparkasse Irgendwo“."));
    assert!(asked.has("„demnächst“ ist kein eindeutiger Tag."));
    assert_eq!(nothing.status, 422);
    assert_eq!(answered.status, 303, "{}", answered.main_text());
    let made = tasks(trial, &meeting).await;
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].who.name, "Sparkasse Irgendwo");
    assert_eq!(made[0].due, date(2018, 2, 1));
    let page = trial.office.get(&edit).await;
    assert!(!page.has("Eine Aufgabe ist unklar"));
});

story!(
    a_reminder_goes_once_and_its_link_waits_for_a_press,
    |trial| async {
        let meeting = begun(trial).await;
        let name = &meeting.guest.person.name;
        let line = format!("@{name} bis 12.12.2017: Zahlen liefern");
        write(trial, &trial.office, &meeting, (0, &line, "")).await;
        let count = async || {
            let mails = trial.mails().await;
            mails
                .iter()
                .filter(|mail| mail.subject.contains("Ihre Aufgabe"))
                .filter(|mail| {
                    mail.text
                        .as_ref()
                        .is_some_and(|it| it.contains("Zahlen liefern"))
                })
                .count()
        };

        trial.move_to_local("2017-12-09T09:00").await;
        let task = tasks(trial, &meeting).await[0].id.to_string();
        trial
            .write(move |conn, moment| {
                let due = moment.now();
                for _ in 0..2 {
                    let job = store::Job {
                        kind: "minutes.remind",
                        subject: &task,
                        due,
                    };
                    conn.later(moment, &job)?;
                }
                Ok::<_, Halt>(())
            })
            .await
            .unwrap();
        trial.run_due().await;
        assert_eq!(count().await, 1);

        let link = link_to_guest(trial, &meeting, "/aufgabe/").await;
        let page = trial.nobody.get(&link).await;
        trial.nobody.head(&link).await;
        assert_eq!(page.status, 200);
        assert!(page.has("Zahlen liefern"));
        assert_eq!(tasks(trial, &meeting).await[0].state, TaskState::Open);

        let done = trial.nobody.post_on(&link, form![("state", "done")]).await;
        assert!(done.has("als erledigt gemeldet"), "{}", done.main_text());
        assert_eq!(tasks(trial, &meeting).await[0].state, TaskState::Done);
        trial.nobody.post_on(&link, form![("state", "open")]).await;
        assert_eq!(tasks(trial, &meeting).await[0].state, TaskState::Open);

        trial.move_to_local("2017-12-14T09:00").await;
        assert_eq!(count().await, 2);
        let list = trial
            .office
            .get("/weimar/aufgaben?zeigen=ueberfaellig")
            .await;
        assert!(list.has("Zahlen liefern"));
    }
);

story!(what_is_left_over_goes_on_the_next_agenda, |trial| async {
    let meeting = begun(trial).await;
    let name = &meeting.guest.person.name;
    let line = format!("@{name} bis 20.2.: Zelt besorgen");
    write(trial, &trial.office, &meeting, (1, &line, "")).await;
    let next = planned(trial, "Nächste Vorstandssitzung", "2018-01-18").await;

    let page = trial.office.get(&next).await;
    let point = tasks(trial, &meeting).await[0].id;
    let fields = form![("kind", "task"), ("point", point)];
    let path = format!("{next}/offene-punkte");
    let put = trial.office.post_on(&path, fields).await;

    assert!(
        page.has("Offenes aus früheren Sitzungen"),
        "{}",
        page.main_text()
    );
    assert!(page.has("Aufgabe: Zelt besorgen"));
    assert!(put.has("Der Punkt steht auf der Tagesordnung."));
    assert!(put.has("Aufgabe: Zelt besorgen"));
    assert!(!put.has("Offenes aus früheren Sitzungen"));
    let seen = trial.nobody.get(&next).await;
    assert!(!seen.has("Offenes aus früheren Sitzungen"));
});
