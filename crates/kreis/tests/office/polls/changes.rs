//! What happens to a poll when its gathering changes meanwhile: called off, moved to another
//! group, told to the invited.

use super::*;
use base::access::{Actor, Audience};
use base::{GatheringId, Halt};
use gatherings::{Gathering, GatheringInput};
use store::Conn;
use trial::story;

/// Nobody in particular: stories that act past the pages need no rights.
fn office() -> Actor {
    Actor {
        name: "Geschäftsstelle".to_owned(),
        ..Actor::default()
    }
}

/// The gathering of the sample data whose day is looked for.
fn party(conn: &mut Conn<'_>) -> Result<Gathering, Halt> {
    let network = register::network_by_slug(conn, "weimar")?.unwrap();
    let slug = PARTY.rsplit('/').next().unwrap();
    Ok(gatherings::gathering_by_slug(conn, network.id, slug)?.unwrap())
}

async fn id_of_party(trial: &Trial) -> GatheringId {
    trial.write(|conn, _| Ok(party(conn)?.id)).await.unwrap()
}

async fn called_off(trial: &Trial, id: GatheringId) {
    trial
        .write(move |conn, moment| gatherings::cancel(conn, moment, &office(), id, ("Hof", None)))
        .await
        .unwrap();
}

async fn settle_first(trial: &Trial) -> u16 {
    let results = trial.office.get(&poll(trial).await).await;
    let settlement = leading(&results, "/festlegung/")[0].clone();
    trial.office.post(&settlement, form![]).await.status
}

story!(
    no_news_of_a_day_on_which_nothing_takes_place,
    |trial| async {
        let id = id_of_party(trial).await;
        assert_eq!(settle_first(trial).await, 303);
        called_off(trial, id).await;

        let mails = released(trial, TITLE).await;

        let subjects: Vec<_> = mails.iter().map(|it| &it.subject).collect();
        assert!(subjects.is_empty(), "{subjects:?}");
    }
);

story!(
    nobody_is_reminded_of_a_poll_for_what_is_called_off,
    |trial| async {
        let poll = poll(trial).await;
        let reminding = format!("{poll}/erinnerung");
        let laid = trial.office.post(&reminding, form![]).await;
        assert_eq!(laid.status, 303);
        let id = id_of_party(trial).await;
        called_off(trial, id).await;

        assert_eq!(released(trial, TITLE).await.len(), 0);

        let list = trial.office.get("/weimar/umfragen").await;
        assert!(list.has("Verfallen"), "{}", list.main_text());
        let start = trial.office.get("/weimar/intern").await;
        assert!(!start.has("von 8 haben geantwortet"));
        assert!(!start.has("Zu entscheiden"), "{}", start.main_text());
        let member = trial.member.get("/weimar/intern").await;
        assert!(!member.has("Nach einem Termin gefragt"));
        let own = trial.member.get(&format!("{poll}/antwort")).await;
        assert!(own.has("hat sich erledigt"), "{}", own.main_text());
        let results = trial.office.get(&poll).await;
        assert!(results.has("Festlegen lässt sich nichts mehr"));
        assert!(leading(&results, "/festlegung/").is_empty());
        let back = format!("{poll}/ruecknahme");
        assert_eq!(trial.office.post(&back, form![]).await.status, 303);
    }
);

/// A gathering of the group that the leader leads, with a poll of the leader's for it.
async fn boards(trial: &Trial) -> (GatheringId, String) {
    let id = trial
        .write(|conn, moment| {
            let like = party(conn)?;
            let groups = register::groups_of(conn, like.network)?;
            let board = groups.into_iter().find(|it| it.name == "Vorstand").unwrap();
            let input = GatheringInput {
                group: Some(board.id),
                title: "Klausurtag".to_owned(),
                ..GatheringInput::of(&like)
            };
            gatherings::plan_gathering(conn, moment, &office(), like.network, &input)
        })
        .await
        .unwrap();
    let fields = but(fields(trial).await, "gathering", &id.to_string());
    let made = trial.leader.post("/weimar/umfrage-anlegen", fields).await;
    assert_eq!(made.status, 303, "{}", made.main_text());
    let poll = made.location().to_owned();
    let laid = trial.leader.post(&format!("{poll}/auslage"), form![]).await;
    assert_eq!(laid.status, 303);
    (id, poll)
}

story!(
    a_poll_follows_its_gathering_to_another_group,
    |trial| async {
        let (id, poll) = boards(trial).await;
        let results = trial.leader.get(&poll).await;
        let settlement = leading(&results, "/festlegung/")[0].clone();
        trial
            .write(move |conn, moment| {
                let it = gatherings::gathering(conn, id)?.unwrap();
                let mut input = GatheringInput::of(&it);
                input.group = None;
                input.when.zone = "Europe/London".to_owned();
                gatherings::change_gathering(conn, moment, &office(), id, (&input, None))
            })
            .await
            .unwrap();

        for path in [&poll, &settlement] {
            assert_eq!(trial.leader.get(path).await.status, 403, "{path}");
        }
        let refused = trial.leader.post(&settlement, form![]).await;
        assert_eq!(refused.status, 403, "the group is another");
        let done = trial.office.post(&settlement, form![]).await;
        assert_eq!(done.status, 303, "{}", done.main_text());

        let it = trial
            .read(move |conn| gatherings::gathering(conn, id))
            .await
            .unwrap();
        assert_eq!(it.zone, "Europe/London", "its zone stays its own");
        assert_eq!(it.starts.to_string(), "2018-03-14T09:00:00");
        assert_eq!(it.starts_at.to_string(), "2018-03-14T09:00:00Z");
        assert_eq!(it.audience, Audience::Public);
    }
);

story!(
    who_is_told_as_one_of_the_invited_gets_no_second_mail,
    |trial| async {
        let person = person(trial, "Leitung Lebensräume").await;
        trial
            .write(move |conn, moment| {
                let it = party(conn)?;
                let id = gatherings::add_guest(conn, moment, it.id, person.parse().unwrap(), "")?;
                gatherings::mark_invited(conn, id, moment.now(), it.sequence)?;
                Ok(())
            })
            .await
            .unwrap();
        let results = trial.office.get(&poll(trial).await).await;
        let settlement = leading(&results, "/festlegung/")[1].clone();

        let ask = trial.office.get(&settlement).await;
        let told = form![("inform", "tell")];
        assert_eq!(trial.office.post(&settlement, told).await.status, 303);

        assert!(
            ask.has("Für 8 Gefragte") && ask.has("Davon ist 1 Person schon eingeladen"),
            "{}",
            ask.main_text()
        );
        let mails = released(trial, TITLE).await;
        let to_member = |it: &&ReadMail| it.to[0].address == "leitung@lebensraeume.example";
        assert_eq!(mails.iter().filter(to_member).count(), 1, "one mail alone");
        let news = mails
            .iter()
            .filter(|it| it.subject.starts_with("Der Termin steht fest"));
        assert_eq!(news.count(), 7);
    }
);

story!(one_answer_is_counted_in_the_singular, |trial| async {
    let (_, link) = asked(trial).await;
    trial.nobody.post(&link, answer("yes", "no")).await;

    let list = trial.office.get("/weimar/umfragen").await;
    assert!(list.has("1 von 1 hat geantwortet"), "{}", list.main_text());
    let start = trial.office.get("/en/weimar/intern").await;
    assert!(start.has("1 of 1 has answered."), "{}", start.main_text());
});

story!(titles_on_english_pages_say_their_language, |trial| async {
    let poll = poll(trial).await;
    let results = trial.office.get(&format!("/en{poll}")).await;
    let settlement = leading(&results, "/festlegung/")[0].clone();
    let title = format!("<span lang=\"de\">{TITLE}</span>");
    for path in [settlement, format!("/en{poll}/ruecknahme")] {
        let page = trial.office.get(&path).await;
        assert!(page.html().contains(&format!("“{title}”")), "{path}");
    }
});
