//! Stories of feedback: open after the gathering, without names, hidden below five answers.

use store::{Value, params};
use trial::{Seen, Trial, form, story};

use crate::registration as desk;

const RESULTS: &str = "/weimar/termine/2018-01-10-fachtag-zukunft/rueckmeldung";

type Fields = Vec<(String, String)>;

/// A scale, a choice and words.
fn asked() -> Fields {
    form![
        ("open_days", "14"),
        ("intro_de", ""),
        ("intro_en", ""),
        ("label1_de", "Wie war es?"),
        ("label1_en", "How was it?"),
        ("kind1", "scale"),
        ("label2_de", "Kommen Sie wieder?"),
        ("label2_en", ""),
        ("kind2", "choice"),
        ("choices2", "Ja | Yes\nNein | No"),
        ("label3_de", "Was fehlte?"),
        ("label3_en", ""),
        ("kind3", "text")
    ]
}

/// Some people have a place, the office asks three questions, the day is over. The own pages of
/// the people.
async fn afterwards(trial: &Trial, people: usize) -> Vec<String> {
    desk::desk(trial, "20").await;
    let mut own = Vec::new();
    for number in 0..people {
        let name = format!(
            "Person {}",
            char::from(b'A' + u8::try_from(number).unwrap())
        );
        own.push(desk::registered(trial, desk::PAGE, &name).await);
    }
    let saved = trial
        .office
        .post(&format!("{RESULTS}/einrichten"), asked())
        .await;
    assert_eq!(saved.status, 303, "{}", saved.main_text());
    let open = form![("state", "open")];
    trial.office.post(&format!("{RESULTS}/stand"), open).await;
    trial.move_to_local("2018-01-11T09:00").await;
    own
}

/// The names of a page's questions in their order.
fn names(page: &Seen) -> Vec<String> {
    let html = page.html();
    let mut names = Vec::new();
    for part in html.split("name=\"f_").skip(1) {
        let name = format!("f_{}", part.split('"').next().unwrap());
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

async fn answer(trial: &Trial, own: &str, words: [&str; 3]) -> Seen {
    let path = format!("{own}/rueckmeldung");
    let page = trial.nobody.get(&path).await;
    let names = names(&page);
    let fields = names.into_iter().zip(words);
    let fields = fields.map(|(name, word)| (name, word.to_owned())).collect();
    trial.nobody.post(&path, fields).await
}

story!(
    answers_are_taken_after_the_gathering_and_once_a_place,
    |trial| async {
        desk::desk(trial, "20").await;
        let ada = desk::registered(trial, desk::PAGE, "Ada Erste").await;
        let none = trial.nobody.get(&format!("{ada}/rueckmeldung")).await;
        assert_eq!(none.location(), ada, "nobody asks anything yet");
        let empty = trial.office.get(RESULTS).await;
        assert!(empty.has("Noch keine Rückmeldung"), "{}", empty.main_text());
        let proposed = trial.office.get(&format!("{RESULTS}/einrichten")).await;
        assert_eq!(
            proposed.field("label1_de").as_deref(),
            Some("Wie zufrieden waren Sie insgesamt?")
        );
        trial
            .office
            .post(&format!("{RESULTS}/einrichten"), asked())
            .await;
        trial
            .office
            .post(&format!("{RESULTS}/stand"), form![("state", "open")])
            .await;
        let early = trial.nobody.get(&format!("{ada}/rueckmeldung")).await;
        assert!(early.has("nach dem Termin, ab"), "{}", early.main_text());
        assert!(!trial.nobody.get(&ada).await.has("Rückmeldung geben"));

        trial.move_to_local("2018-01-10T16:00").await;
        let own = trial.nobody.get(&ada).await;
        assert!(own.has("Rückmeldung geben"), "{}", own.main_text());
        let english = trial.nobody.get(&format!("/en{ada}/rueckmeldung")).await;
        assert!(english.has("How was it?") && english.has("Yes"));
        let nothing = trial
            .nobody
            .post(&format!("{ada}/rueckmeldung"), form![])
            .await;
        assert_eq!(nothing.status, 422);
        assert!(
            nothing.has("mindestens eine Frage"),
            "{}",
            nothing.main_text()
        );
        let given = answer(trial, &ada, ["5", "Ja", "nichts"]).await;
        assert_eq!(given.status, 303, "{}", given.main_text());
        let thanks = trial.nobody.get(given.location()).await;
        assert!(thanks.has("Danke, Ihre Rückmeldung ist da."));
        let page = trial.nobody.get(&format!("{ada}/rueckmeldung")).await;
        assert!(
            page.has("Ihre Rückmeldung ist schon da"),
            "{}",
            page.main_text()
        );
        let twice = trial
            .nobody
            .post(&format!("{ada}/rueckmeldung"), form![("f_x", "5")])
            .await;
        assert_eq!(twice.status, 422);

        let fixed = trial
            .office
            .post(&format!("{RESULTS}/einrichten"), asked())
            .await;
        assert_eq!(fixed.status, 422, "an answer fixes the questions");
        trial.move_to_local("2018-01-24T16:00").await;
        let late = trial.nobody.get(&format!("{ada}/rueckmeldung")).await;
        assert!(late.has("ist beendet"), "{}", late.main_text());
    }
);

story!(
    results_are_hidden_below_five_and_take_steps_of_five,
    |trial| async {
        let own = afterwards(trial, 7).await;
        for own in &own[..4] {
            answer(trial, own, ["4", "Ja", "mehr Zeit für Gespräche"]).await;
        }
        let few = trial.office.get(RESULTS).await;
        assert!(few.has("erst ab fünf Antworten"), "{}", few.main_text());
        assert!(!few.has("mehr Zeit") && !few.has("Mittelwert"));
        let file = trial.office.get(&format!("{RESULTS}/ergebnisse.csv")).await;
        assert_eq!(file.status, 422);

        answer(trial, &own[4], ["1", "Nein", ""]).await;
        let five = trial.office.get(RESULTS).await;
        assert!(five.has("Mittelwert 3,4 von 5"), "{}", five.main_text());
        assert!(five.has("mehr Zeit für Gespräche"));
        answer(trial, &own[5], ["1", "Nein", "=SUMME(A1)"]).await;
        let six = trial.office.get(RESULTS).await;
        assert!(six.has("Gezeigt sind 5 Antworten"), "{}", six.main_text());
        assert!(!six.has("SUMME"), "one more is not told apart");
        let member = trial.member.get(RESULTS).await;
        assert_eq!(member.status, 403);

        let end = form![("state", "closed")];
        let done = trial.office.post_on(&format!("{RESULTS}/stand"), end).await;
        assert!(done.has("Mittelwert 3,0 von 5"), "{}", done.main_text());
        let again = form![("state", "open")];
        let again = trial.office.post(&format!("{RESULTS}/stand"), again).await;
        assert_eq!(again.status, 422, "it stays ended");
        let file = trial.office.get(&format!("{RESULTS}/ergebnisse.csv")).await;
        assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
        let text = file.text();
        assert!(text.contains("Wie war es?;1;2"), "{text}");
        assert!(
            text.contains("'=SUMME(A1)"),
            "formulas are disarmed: {text}"
        );
        let late = answer(trial, &own[6], ["5", "Ja", ""]).await;
        assert_eq!(late.status, 422);
    }
);

/// How many entries the journal has about the gathering.
async fn journal(trial: &Trial) -> usize {
    trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap().id;
            let slug = desk::PAGE.rsplit('/').next().unwrap();
            let it = gatherings::gathering_by_slug(conn, network, slug)?.unwrap();
            Ok(conn.journal_of(it.id)?.len())
        })
        .await
}

/// All that the tables of feedback hold of the gathering, as one text.
async fn held(trial: &Trial) -> String {
    trial
        .read(|conn| {
            let slug = desk::PAGE.rsplit('/').next().unwrap();
            let mut all = conn.all(
                "SELECT s.marks FROM feedback_spent s JOIN feedback_form f ON f.id = s.form_id
                 JOIN gathering g ON g.id = f.gathering_id WHERE g.slug = $1",
                params![slug],
                store::Row::take::<String>,
            )?;
            all.extend(conn.all(
                "SELECT r.content FROM feedback_result r
                 JOIN feedback_question q ON q.id = r.question_id
                 JOIN feedback_form f ON f.id = q.form_id
                 JOIN gathering g ON g.id = f.gathering_id WHERE g.slug = $1 ORDER BY q.position",
                params![slug],
                store::Row::take::<String>,
            )?);
            Ok(all.join("\n"))
        })
        .await
}

story!(
    what_is_kept_says_neither_who_nor_when_nor_in_which_order,
    |trial| async {
        let own = afterwards(trial, 3).await;
        let before = journal(trial).await;
        for (own, words) in own.iter().zip(["zuletzt", "anfangs", "mittendrin"]) {
            answer(trial, own, ["3", "Ja", words]).await;
        }
        assert_eq!(journal(trial).await, before, "an answer is no entry");
        let kept = held(trial).await;
        assert!(
            kept.contains(r#"["anfangs","mittendrin","zuletzt"]"#),
            "words stand by their letters: {kept}"
        );
        let marks: Vec<&str> = kept.lines().filter(|it| it.len() == 32).collect();
        assert_eq!(marks.len(), 3, "{kept}");
        assert!(marks.is_sorted(), "marks stand by their letters: {kept}");
        assert_eq!(kept.lines().count(), 6, "a line for a question: {kept}");
        let ids = trial
            .read(|conn| {
                let none: &[Value] = params![];
                conn.all(
                    "SELECT id FROM registration_place",
                    none,
                    store::Row::take::<uuid::Uuid>,
                )
            })
            .await;
        for id in ids {
            assert!(!kept.contains(&id.to_string()) && !kept.contains(&id.simple().to_string()));
        }
    }
);

story!(
    who_came_along_answers_too_and_the_mail_leads_there,
    |trial| async {
        desk::desk(trial, "20").await;
        let fields = desk::typed(trial, desk::PAGE, "Ada Erste").await;
        let fields = desk::but(fields, "companion1", "Ben Begleitung");
        let path = format!("{}/anmeldung", desk::PAGE);
        trial.nobody.post(&path, fields).await;
        let ada = desk::link(desk::mails_to(trial, "Ada Erste").await.last().unwrap());
        trial
            .nobody
            .post(&format!("{ada}/bestaetigung"), form![])
            .await;
        trial
            .office
            .post(&format!("{RESULTS}/einrichten"), asked())
            .await;
        trial
            .office
            .post(&format!("{RESULTS}/stand"), form![("state", "open")])
            .await;
        trial.move_to_local("2018-01-11T09:00").await;
        let new = format!("{}/anmeldung/mails/neu", desk::PAGE);
        let proposed = trial.office.get(&format!("{new}?an=confirmed")).await;
        assert!(
            proposed.html().contains("{Rückmeldung}"),
            "after the day the proposal asks for feedback"
        );
        let mail = form![
            ("to", "confirmed"),
            ("subject_de", "Danke: {Termin}"),
            ("body_de", "Bitte antworten Sie hier: {Rückmeldung}")
        ];
        let mail = trial.office.post(&new, mail).await;
        let mail = mail.location().split('?').next().unwrap().to_owned();
        trial.office.post(&format!("{mail}/auslage"), form![]).await;
        desk::released(trial).await;
        let mails = desk::mails_to(trial, "Ada Erste").await;
        let text = mails.last().unwrap().text.clone().unwrap();
        let feedback = text
            .split_whitespace()
            .filter_map(|word| word.strip_prefix(trial::BASE_URL))
            .find(|path| path.ends_with("/rueckmeldung"))
            .unwrap_or_else(|| panic!("no way to the questions: {text}"));
        let page = trial.nobody.get(feedback).await;
        assert!(page.has("noch 2 Antworten möglich"), "{}", page.main_text());
        let own = feedback.strip_suffix("/rueckmeldung").unwrap();
        for left in [true, false] {
            let given = answer(trial, own, ["5", "Ja", ""]).await;
            assert_eq!(given.status, 303, "{}", given.main_text());
            let page = trial.nobody.get(own).await;
            assert_eq!(page.has("Rückmeldung geben"), left);
        }
    }
);
