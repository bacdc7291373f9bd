//! What the office's mail of the morning says of minutes, tasks and proposals.

use trial::{Trial, form, story};

use super::{begun, circulated, entries, link_to_guest, office, tasks, write};

/// The text of the morning mail that went out last.
async fn digest(trial: &Trial) -> String {
    let mails = trial.mails().await;
    let digest = mails
        .into_iter()
        .rfind(|it| it.subject.starts_with("Ihr Tag in der Geschäftsstelle"));
    digest.unwrap().text.unwrap().replace("\r\n", "\n")
}

/// The text below a heading, up to the next one.
fn below<'t>(text: &'t str, heading: &str) -> &'t str {
    let (_, rest) = text.split_once(heading).expect("the heading stands there");
    let rest = rest.trim_start_matches(['\n', '-']);
    rest.split_once("\n---").map_or(rest, |(part, _)| part)
}

story!(
    the_morning_mail_names_objections_overdue_tasks_and_proposals,
    |trial| async {
        let meeting = begun(trial).await;
        let name = meeting.guest.person.name.clone();
        let line = format!("Der Plan steht.\n@{name} bis 4.12.2017: Zahlen liefern");
        write(trial, &trial.office, &meeting, (0, &line, "")).await;
        inbox::wake(&trial.app).await.unwrap();
        circulated(trial, &meeting, "2017-12-15").await;
        let link = link_to_guest(trial, &meeting, "/einwand/").await;
        let entry = entries(trial, &meeting).await[0].id;
        let fields = form![("entry", entry), ("wording", "Noch nicht."), ("reason", "")];
        trial.nobody.post_on(&link, fields).await;

        trial.move_to_local("2017-12-02T07:30").await;
        let text = digest(trial).await;
        let objections = below(&text, "Offene Einwände");
        assert!(objections.contains(&name), "{text}");
        assert!(objections.contains("zum Protokoll von „Vorstandssitzung“"));
        assert!(!text.contains("Zahlen liefern"), "{text}");

        let topic = form![("title", "Pflege und Beruf"), ("text", "")];
        trial.move_to_local("2017-12-05T12:00").await;
        trial.member.post("/weimar/themen", topic).await;
        trial.move_to_local("2017-12-06T07:30").await;
        let text = digest(trial).await;
        let late = below(&text, "Überfällige Aufgaben");
        assert!(late.contains("Zahlen liefern"), "{text}");
        assert!(below(&text, "Neue Vorschläge").contains("Pflege und Beruf"));
        assert!(text.contains("Offene Einwände"), "still open");

        let task = tasks(trial, &meeting).await[0].id;
        trial
            .write(move |conn, moment| {
                let who = office();
                minutes::set_task_state(conn, moment, &who, task, minutes::TaskState::Done)
            })
            .await
            .unwrap();
        trial.move_to_local("2017-12-07T07:30").await;
        let text = digest(trial).await;
        assert!(
            below(&text, "Erledigte Aufgaben").contains("Zahlen liefern"),
            "{text}"
        );
        assert!(!below(&text, "Überfällige Aufgaben").contains("Zahlen liefern"));
        assert!(!text.contains("Neue Vorschläge"));
    }
);
