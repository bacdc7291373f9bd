//! Workshops: one of several at the same time, never a place too many, and no place lost by
//! wishing for another.

use registration::slots;
use trial::story;
use uuid::Uuid;

use super::many::{all_at_once, served};
use super::*;

/// The office enters workshops at one time, called A, B …, each with so many places; the name of
/// the field that asks for them, and their ids.
async fn workshops(trial: &Trial, page: &str, places: &[&str]) -> (String, Vec<String>) {
    let fields = form![
        ("start", "10:00"),
        ("end", "11:30"),
        ("title_de", "Am Vormittag")
    ];
    let path = format!("{page}/programm/bearbeiten");
    let section = anchor(&trial.office.post(&path, fields).await, "#s-");
    let mut ids = Vec::new();
    for (letter, capacity) in ('A'..).zip(places) {
        let fields = form![
            ("title_de", format!("Workshop {letter}")),
            ("choosable", "true"),
            ("capacity", capacity)
        ];
        let path = format!("{page}/programm/abschnitte/{section}/beitrag");
        ids.push(anchor(&trial.office.post(&path, fields).await, "#e-"));
    }
    (format!("slot-{section}"), ids)
}

/// The id that an answer leads to.
fn anchor(seen: &Seen, mark: &str) -> String {
    assert_eq!(seen.status, 303, "{}", seen.main_text());
    let (_, id) = seen.location().split_once(mark).unwrap();
    id.to_owned()
}

/// Registers with a workshop and confirms; the own page's address.
async fn coming(trial: &Trial, name: &str, (field, id): (&str, &str)) -> String {
    let mut fields = typed(trial, PAGE, name).await;
    fields.push((field.to_owned(), id.to_owned()));
    let sent = trial
        .nobody
        .post(&format!("{PAGE}/anmeldung"), fields)
        .await;
    assert_eq!(sent.status, 303, "{}", sent.main_text());
    let own = link(mails_to(trial, name).await.last().unwrap());
    let done = trial
        .nobody
        .post(&format!("{own}/bestaetigung"), form![])
        .await;
    assert_eq!(done.status, 303, "{}", done.main_text());
    // Mails that are due together go side by side, in no order.
    trial.run_due().await;
    own
}

/// The name of the one field on the page where one chooses.
fn own_field(page: &Seen) -> String {
    let html = page.html();
    let (_, rest) = html.split_once("type=\"radio\"").unwrap();
    let (_, rest) = rest.split_once(" name=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Chooses through one's own link; the page after it.
async fn chooses(trial: &Trial, own: &str, id: &str) -> Seen {
    let path = format!("{own}/workshops");
    let page = trial.nobody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    let field = own_field(&page);
    let page = trial.nobody.post_on(&path, form![(field, id)]).await;
    trial.run_due().await;
    page
}

/// How many choices stand like this.
async fn choices(trial: &Trial, condition: &str) -> i64 {
    let sql = format!(
        "SELECT COUNT(*) FROM registration_slot_choice WHERE {condition} AND slot_id IN
         (SELECT s.id FROM registration_slot s JOIN registration_desk d ON d.id = s.desk_id
          JOIN network n ON n.id = d.network_id WHERE n.slug = 'weimar')"
    );
    let sql: &'static str = Box::leak(sql.into_boxed_str());
    trial.read(move |conn| conn.count(sql, &[])).await
}

/// What no act may break about workshops: only who has a place at the gathering has one in a
/// workshop, and only there; nobody waits where there is room.
pub(super) fn wrong(conn: &mut Conn<'_>) -> Result<Vec<Option<String>>, base::Fault> {
    let none: &[Value] = params![];
    conn.all(
        "SELECT c.state, p.holds, q.capacity, q.taken,
         CASE WHEN p.gathering_id = s.gathering_id THEN 1 ELSE 0 END
         FROM registration_slot_choice c JOIN registration_slot s ON s.id = c.slot_id
         JOIN registration_quota q ON q.id = s.quota_id
         JOIN registration_place p ON p.id = c.place_id",
        none,
        |row| {
            let (state, holds): (String, bool) = (row.take()?, row.take()?);
            let (capacity, taken): (Option<i64>, i64) = (row.take()?, row.take()?);
            let is_here = row.take::<i64>()? == 1;
            let has_room = capacity.is_none_or(|it| taken < it);
            let is_well = match state.as_str() {
                "chosen" => holds && is_here,
                _ => is_here && (!holds || !has_room),
            };
            Ok((!is_well).then(|| format!("{state}, holds {holds}, {taken} of {capacity:?}")))
        },
    )
}

story!(a_workshop_is_chosen_changed_and_passed_on, |trial| async {
    desk(trial, "10").await;
    let (field, ids) = workshops(trial, PAGE, &["1", "1"]).await;
    let page = trial.nobody.get(&format!("{PAGE}/anmeldung")).await;
    assert!(page.has("Am Vormittag"), "{}", page.main_text());
    assert!(page.has("Workshop A – Wenige Plätze frei"));

    let ada = coming(trial, "Ada Erste", (&field, &ids[0])).await;
    let page = trial.nobody.get(&ada).await;
    assert!(page.has("Workshop A Gewählt"), "{}", page.main_text());
    let mail = mails_to(trial, "Ada Erste").await;
    let text = mail.last().unwrap().text.clone().unwrap();
    assert!(text.contains("Workshop A: Gewählt"), "{text}");
    let page = trial.nobody.get(&format!("{PAGE}/anmeldung")).await;
    assert!(page.has("Workshop A – Ausgebucht, Warteliste"));

    let ben = coming(trial, "Ben Zweiter", (&field, &ids[0])).await;
    let page = trial.nobody.get(&ben).await;
    assert!(page.has("Workshop A Warteliste"), "{}", page.main_text());
    let page = chooses(trial, &ben, &ids[1]).await;
    assert!(page.has("Workshop B Gewählt"), "{}", page.main_text());
    assert!(!page.has("Workshop A"), "waiting has ended");
    let page = chooses(trial, &ben, &ids[0]).await;
    assert!(page.has("Workshop B Gewählt"), "{}", page.main_text());
    assert!(page.has("Workshop A Warteliste"), "nothing is lost by it");
    let page = trial.nobody.get(&format!("{ben}/workshops")).await;
    assert!(page.has("Workshop A – Sie warten darauf"));
    assert!(page.has("Workshop B – Ihr Platz"), "{}", page.main_text());
    in_order(trial).await;

    let none = trial
        .nobody
        .post(&format!("{ada}/workshops"), form![])
        .await;
    assert_eq!(none.status, 404, "nothing was sent");
    let page = chooses(trial, &ada, "").await;
    assert!(
        page.has("Noch kein Workshop gewählt"),
        "{}",
        page.main_text()
    );
    in_order(trial).await;
    let page = trial.nobody.get(&ben).await;
    assert!(page.has("Workshop A Gewählt"), "{}", page.main_text());
    assert!(!page.has("Workshop B"), "the old place is free");
    let subject = last_subject(trial, "Ben Zweiter").await;
    assert!(subject.starts_with("Workshop: Platz frei"), "{subject}");
});

story!(
    who_comes_along_has_a_workshop_of_their_own_from_the_form_on,
    |trial| async {
        desk(trial, "10").await;
        let (field, ids) = workshops(trial, PAGE, &["1", "5"]).await;
        let page = trial.nobody.get(&format!("{PAGE}/anmeldung")).await;
        assert!(page.has("Workshop der 2. Person: 10:00 bis 11:30"));
        let mut fields = typed(trial, PAGE, "Ada Erste").await;
        for (name, value) in [
            (field.clone(), ids[0].as_str()),
            ("companion2".to_owned(), "Ben Zweiter"),
            (format!("companion1-{field}"), ""),
            (format!("companion2-{field}"), ids[1].as_str()),
        ] {
            fields.push((name, value.to_owned()));
        }
        let nameless = but(fields.clone(), &format!("companion1-{field}"), &ids[0]);
        let path = format!("{PAGE}/anmeldung");
        let refused = trial.nobody.post(&path, nameless).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("wer den Workshop besuchen soll"));
        let sent = trial.nobody.post(&path, fields).await;
        assert_eq!(sent.status, 303, "{}", sent.main_text());
        let own = link(mails_to(trial, "Ada Erste").await.last().unwrap());
        let done = trial
            .nobody
            .post_on(&format!("{own}/bestaetigung"), form![])
            .await;
        assert!(
            done.has("Ada Erste Workshop A Gewählt") && done.has("Ben Zweiter Workshop B Gewählt"),
            "{}",
            done.main_text()
        );
        in_order(trial).await;
    }
);

story!(
    forty_at_once_for_the_last_place_of_a_workshop,
    |trial| async {
        desk(trial, "100").await;
        let (field, ids) = workshops(trial, PAGE, &["1", "30"]).await;
        let address = served(trial).await;
        let mut posts = Vec::new();
        for number in 0..40 {
            let mut fields = typed(trial, PAGE, &format!("Gast Nummer {number}")).await;
            fields.push((field.clone(), ids[0].clone()));
            posts.push((format!("{PAGE}/anmeldung"), fields));
        }

        let statuses = all_at_once(address, posts).await;

        assert!(statuses.iter().all(|it| *it == 303), "{statuses:?}");
        in_order(trial).await;
        assert_eq!(registrations(trial).await, 40);
        assert_eq!(choices(trial, "state = 'chosen'").await, 1);
        assert_eq!(choices(trial, "state = 'waiting'").await, 39);

        // All of them to the other one at once, which has room for fewer.
        trial.run_due().await;
        let owns: Vec<_> = trial.mails().await.iter().map(link).collect();
        let mut posts = Vec::new();
        for own in &owns {
            let path = format!("{own}/workshops");
            let name = own_field(&trial.nobody.get(&path).await);
            posts.push((path, form![(name, ids[1])]));
        }
        let statuses = all_at_once(address, posts).await;
        assert!(statuses.iter().all(|it| *it == 303), "{statuses:?}");
        in_order(trial).await;
        // Whoever held the first one may have to wait for the second, and keeps the first.
        assert_eq!(choices(trial, "state = 'waiting'").await, 10);
        let chosen = choices(trial, "state = 'chosen'").await;
        assert!(chosen == 30 || chosen == 31, "{chosen}");
    }
);

story!(
    a_place_brings_the_workshop_that_was_wished_for,
    |trial| async {
        planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        opened(trial, PAGE, but(settings("1"), "passing", "give")).await;
        let (field, ids) = workshops(trial, PAGE, &["5"]).await;
        let ada = coming(trial, "Ada Erste", (&field, &ids[0])).await;
        coming(trial, "Ben Zweiter", (&field, &ids[0])).await;
        assert_eq!(choices(trial, "state = 'chosen'").await, 1);
        in_order(trial).await;

        let page = trial.nobody.get(&format!("{ada}/absage")).await;
        let html = page.html();
        let (_, rest) = html.split_once("name=\"place\" value=\"").unwrap();
        let place = rest.split('"').next().unwrap();
        let done = trial
            .nobody
            .post(&format!("{ada}/absage"), form![("place", place)])
            .await;
        assert_eq!(done.status, 303, "{}", done.main_text());

        in_order(trial).await;
        assert_eq!(choices(trial, "1 = 1").await, 1, "Ada's choice is gone");
        assert_eq!(choices(trial, "state = 'chosen'").await, 1);
        let mails = mails_to(trial, "Ben Zweiter").await;
        let text = mails.last().unwrap().text.clone().unwrap();
        assert!(text.contains("Workshop A: Gewählt"), "{text}");
    }
);

story!(
    the_office_sees_who_chose_what_and_tells_who_loses_it,
    |trial| async {
        desk(trial, "10").await;
        let (field, ids) = workshops(trial, PAGE, &["2", ""]).await;
        coming(trial, "Ada Erste", (&field, &ids[0])).await;
        coming(trial, "Ben Zweiter", (&field, &ids[0])).await;
        let list = trial.office.get(&format!("{PAGE}/anmeldungen")).await;
        assert!(list.has("Workshop A"), "{}", list.main_text());
        let lists = trial
            .office
            .get(&format!("{PAGE}/anmeldungen/workshops"))
            .await;
        assert!(
            lists.has("2 von 2 Plätzen vergeben"),
            "{}",
            lists.main_text()
        );
        assert!(lists.has("Ada Erste"));
        let csv = trial
            .office
            .get(&format!("{PAGE}/anmeldungen/workshops.csv"))
            .await;
        assert!(csv.text().contains("Ben Zweiter"), "{}", csv.text());
        let path = format!("{PAGE}/anmeldungen/workshops/{}/liste.pdf", ids[0]);
        let words = trial.office.get(&path).await.pdf_words();
        assert!(words.contains("AdaErste"), "{words}");

        let session = format!("{PAGE}/programm/beitraege/{}", ids[0]);
        let fewer = form![
            ("title_de", "Workshop A"),
            ("choosable", "true"),
            ("capacity", "1")
        ];
        let refused = trial.office.post(&session, fewer).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("schon vergeben: 2"), "{}", refused.main_text());
        let shut = form![("title_de", "Workshop A"), ("capacity", "2")];
        let refused = trial.office.post(&session, shut).await;
        assert_eq!(refused.status, 422, "whoever chose it would not know");

        let removal = format!("{session}/entfernung");
        assert!(trial.office.get(&removal).await.has("bekommt eine E-Mail"));
        let done = trial.office.post(&removal, form![]).await;
        assert_eq!(done.status, 303);
        in_order(trial).await;
        assert_eq!(choices(trial, "1 = 1").await, 0);
        let subject = last_subject(trial, "Ada Erste").await;
        assert!(subject.starts_with("Workshop entfällt"), "{subject}");
        assert_eq!(
            places(trial, "t.state = 'confirmed'").await,
            2,
            "they still come"
        );
    }
);

/// Numbers that look thrown and are the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }
}

/// Everybody who registered with the ids of their places.
fn everybody(conn: &mut Conn<'_>) -> Result<Vec<(Uuid, Uuid)>, base::Fault> {
    conn.all(
        "SELECT p.registration_id, p.id FROM registration_place p
         JOIN registration r ON r.id = p.registration_id
         JOIN network n ON n.id = r.network_id WHERE n.slug = 'weimar' ORDER BY r.mail_key",
        &[],
        |row| {
            let registration: Uuid = row.take()?;
            Ok((registration, row.take::<Uuid>()?))
        },
    )
}

/// One thing that somebody does, by chance; refusals are part of it.
fn happens(
    conn: &mut Conn<'_>,
    moment: &mut base::Moment,
    (chance, people): (&mut Chance, &[(Uuid, Uuid)]),
) -> Result<(), Halt> {
    let who = people[chance.below(people.len())];
    let network = register::network_by_slug(conn, "weimar")?.ok_or(Halt::Missing)?;
    let slug = PAGE.rsplit('/').next().unwrap();
    let it = gatherings::gathering_by_slug(conn, network.id, slug)?.ok_or(Halt::Missing)?;
    let all = slots::slots_of(conn, it.id)?;
    let slot = &all[chance.below(all.len())];
    match chance.below(10) {
        0 => registration::cancel(conn, moment, who.0, &[who.1]),
        1 | 2 => registration::return_to(conn, moment, (who.0, who.1, date(2017, 11, 20))),
        3 => {
            let capacity = i64::try_from(chance.below(4)).unwrap();
            let input = slots::SlotInput {
                id: slot.id,
                gathering: it.id,
                block: slot.block,
                day: 0,
                starts: slot.starts,
                ends: slot.ends,
                position: slot.position,
                block_title: slot.block_title.clone(),
                title: slot.title.clone(),
                room: String::new(),
                capacity: Some(capacity),
            };
            slots::put_slot(conn, moment, &input)
        }
        4 => slots::choose_for(conn, moment, who.0, &[(who.1, (slot.block, None))]),
        _ => {
            let wish = (who.1, (slot.block, Some(slot.id)));
            slots::choose_for(conn, moment, who.0, &[wish])
        }
    }
}

/// What is wrong with places and workshops.
fn all_wrong(conn: &mut Conn<'_>) -> Result<Vec<String>, base::Fault> {
    super::wrong(conn)
}

story!(
    whatever_happens_no_workshop_gives_a_place_too_many,
    |trial| async {
        planned(trial, TITLE, (date(2018, 1, 10), None)).await;
        opened(trial, PAGE, but(settings("6"), "passing", "give")).await;
        workshops(trial, PAGE, &["1", "2", "3"]).await;
        workshops(trial, PAGE, &["2", "2"]).await;
        for number in 0..9 {
            registered(trial, PAGE, &format!("Gast Nummer {number}")).await;
        }
        let people = trial.read(everybody).await;
        assert_eq!(people.len(), 9);
        let mut chance = Chance(7);
        let (mut chosen, mut waiting, mut refused) = (0, 0, 0);
        for turn in 0..300 {
            let (mut own, all) = (Chance(chance.0), people.clone());
            let done = trial
                .write(move |conn, moment| happens(conn, moment, (&mut own, all.as_slice())))
                .await;
            for _ in 0..4 {
                chance.below(2);
            }
            match done {
                Ok(()) => {}
                Err(Halt::Refused(_) | Halt::Missing) => refused += 1,
                Err(halt) => panic!("turn {turn}: {halt:?}"),
            }
            let wrong = trial.read(all_wrong).await;
            assert!(wrong.is_empty(), "turn {turn}: {wrong:?}");
            chosen = choices(trial, "state = 'chosen'").await.max(chosen);
            waiting = choices(trial, "state = 'waiting'").await.max(waiting);
        }
        assert!(
            chosen > 4 && waiting > 1,
            "{chosen} chosen, {waiting} waiting"
        );
        assert!(refused < 200, "most of it happens: {refused}");
    }
);
