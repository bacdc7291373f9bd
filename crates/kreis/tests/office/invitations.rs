//! Stories of the room invitations: from the round to the answer, moved, cancelled, refused.

use base::GatheringId;
use base::access::Actor;
use gatherings::{Gathering, GatheringInput, Inform, LocalInput, Reply, Venue};
use invitations::Counts;
use jiff::civil::{date, time};
use mail::{ReadMail, SinkManners};
use trial::{DbKind, Trial, form, story};

/// The gathering that everything is told about.
const SLUG: &str = "2017-12-07-fachkraefte-dringend-gesucht";
const PAGE: &str = "/weimar/termine/2017-12-07-fachkraefte-dringend-gesucht";

async fn gathering(trial: &Trial) -> Gathering {
    trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            gatherings::gathering_by_slug(conn, network.id, SLUG)
        })
        .await
        .unwrap()
}

async fn board(trial: &Trial) -> String {
    let groups = trial
        .read(|conn| {
            let network = register::network_by_slug(conn, "weimar")?.unwrap();
            register::groups_of(conn, network.id)
        })
        .await;
    let board = groups.iter().find(|group| group.name == "Vorstand");
    board.unwrap().id.to_string()
}

/// Chooses the board and writes the round down; the address of its preview.
async fn round(trial: &Trial) -> String {
    let fields = form![
        ("groups", board(trial).await),
        ("note", "Bitte bringen Sie Zahlen aus Ihrem Haus mit.")
    ];
    let made = trial
        .office
        .post(&format!("{PAGE}/einladung/runde"), fields)
        .await;
    assert_eq!(made.status, 303, "{}", made.text());
    made.location().to_owned()
}

async fn lay_out(trial: &Trial) {
    let round = round(trial).await;
    let laid = trial.office.post(&format!("{round}/auslage"), form![]).await;
    assert_eq!(laid.status, 303, "{}", laid.text());
}

/// Releases what waits and says how much that was.
async fn release(trial: &Trial) -> i64 {
    let group = trial
        .office
        .get("/weimar/postausgang")
        .await
        .link("Fachkräfte");
    let count = trial.office.get(&group).await.field("count").unwrap();
    let released = trial
        .office
        .post(&format!("{group}/freigabe"), form![("count", count.clone())])
        .await;
    assert_eq!(released.status, 303, "{}", released.text());
    count.parse().unwrap()
}

/// The board is invited, and the mails have gone out.
async fn invited(trial: &Trial) -> Vec<ReadMail> {
    lay_out(trial).await;
    release(trial).await;
    trial.run_due().await;
    trial.mails().await
}

async fn counts(trial: &Trial) -> Counts {
    let id = gathering(trial).await.id;
    let invitations = trial
        .read(move |conn| gatherings::invitations(conn, id))
        .await;
    Counts::of(&invitations)
}

/// The path of a mail's link to an answer.
fn answer_link(mail: &ReadMail, answer: &str) -> String {
    links(mail.text.as_deref().unwrap())
        .into_iter()
        .find(|link| link.ends_with(&format!("?a={answer}")))
        .unwrap()
}

/// The paths of all links in a text.
fn links(text: &str) -> Vec<String> {
    text.split(['"', ' ', '\n', '\r', '<', '>'])
        .filter_map(|word| word.strip_prefix(trial::BASE_URL))
        .map(|path| path.replace("&amp;", "&"))
        .collect()
}

/// Acts on the gathering as its office would.
async fn act<T: Send + 'static>(
    trial: &Trial,
    act: impl FnOnce(&mut store::Conn<'_>, &mut base::Moment, &Actor, GatheringId) -> Result<T, base::Halt>
    + Send
    + 'static,
) -> T {
    let id = gathering(trial).await.id;
    let office = Actor {
        name: "Geschäftsstelle".to_owned(),
        ..Actor::default()
    };
    trial
        .write(move |conn, moment| act(conn, moment, &office, id))
        .await
        .unwrap()
}

story!(an_invitation_goes_out_after_its_release, |trial| async {
    let round = round(trial).await;
    let preview = trial.office.get(&round).await;
    assert_eq!(preview.status, 200);
    assert!(preview.has("E-Mails sind vorbereitet"), "{}", preview.text());
    assert!(preview.has("Einladung: Fachkräfte dringend gesucht am 7. Dezember 2017"));
    let html = trial.office.get(&format!("{round}/html")).await;
    assert!(html.header("content-security-policy").contains("sandbox"));
    assert!(html.has("Bitte bringen Sie Zahlen aus Ihrem Haus mit."));
    let pdf = trial.office.get(&format!("{round}/anlage/0")).await;
    assert!(pdf.body.starts_with(b"%PDF-"));
    assert!(pdf.header("content-disposition").starts_with("attachment"));

    let laid = trial.office.post(&format!("{round}/auslage"), form![]).await;
    assert_eq!(laid.status, 303, "{}", laid.text());
    trial.run_due().await;
    assert_eq!(trial.mails().await.len(), 0);
    assert!(trial.office.get("/weimar/intern").await.has("E-Mails freigeben"));

    let released = release(trial).await;
    trial.run_due().await;
    trial.run_due().await;

    let mails = trial.mails().await;
    assert_eq!(i64::try_from(mails.len()), Ok(released));
    for mail in &mails {
        assert_eq!(mail.subject, "Einladung: Fachkräfte dringend gesucht am 7. Dezember 2017");
        assert_eq!(mail.to.len(), 1);
        assert_eq!(mail.reply_to[0].address, "geschaeftsstelle@kreisgruppe-weimar.example");
        assert!(mail.html.as_deref().unwrap().contains("Beispieldaten"));
        assert!(mail.text.as_deref().unwrap().contains("Beispieldaten"));
        let names: Vec<_> = mail.attachments.iter().filter_map(|it| it.file_name.as_deref()).collect();
        assert!(names.contains(&"Einladung-2017-12-07.pdf"), "{names:?}");
    }
});

story!(every_mail_carries_a_request_that_mail_programs_accept, |trial| async {
    let mails = invited(trial).await;
    let uid = gathering(trial).await.uid();
    for (mail, raw) in mails.iter().zip(trial.raw_mails().await) {
        let calendar = mail.calendar.as_ref().unwrap();
        assert_eq!(calendar.method.as_deref(), Some("REQUEST"));
        let text = calendar.text.replace("\r\n ", "");
        assert!(text.contains("METHOD:REQUEST\r\n"), "{text}");
        assert!(text.contains(&format!("UID:{uid}\r\n")), "{text}");
        assert!(text.contains("SEQUENCE:0\r\n"), "{text}");
        let to = &mail.to[0].address;
        assert!(text.contains(&format!("mailto:{to}")), "{text}");
        assert!(text.contains("ORGANIZER;"), "{text}");
        let raw = String::from_utf8_lossy(&raw.raw).into_owned();
        let order = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/pdf"];
        let places: Vec<_> = order.iter().map(|part| raw.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    }
});

story!(opening_every_link_of_a_mail_changes_nothing, |trial| async {
    let mails = invited(trial).await;
    let before = (counts(trial).await, trial.app.store.generation());

    for mail in &mails {
        let both = [mail.text.as_deref(), mail.html.as_deref()];
        for link in both.into_iter().flatten().flat_map(links) {
            assert_eq!(trial.nobody.get(&link).await.status, 200, "{link}");
            assert_eq!(trial.nobody.head(&link).await.status, 200, "{link}");
        }
    }

    assert_eq!((counts(trial).await, trial.app.store.generation()), before);
});

story!(an_answer_from_the_mail_is_taken_and_can_be_changed, |trial| async {
    let mails = invited(trial).await;
    let link = answer_link(&mails[0], "zusage");
    let page = trial.nobody.get(&link).await;
    assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.has("Kommen Sie?"));
    assert!(page.html().contains(r#"value="yes" checked"#), "{}", page.html());
    let action = page.actions().into_iter().find(|it| it.starts_with("/antwort/")).unwrap();

    let thanks = trial
        .nobody
        .post_on(&action, form![("reply", "yes"), ("deputy", "Stellvertretende Leitung")])
        .await;
    assert!(thanks.has("Es kommt stattdessen: Stellvertretende Leitung"), "{}", thanks.text());
    let seen = counts(trial).await;
    assert_eq!((seen.yes, seen.deputies, seen.answered()), (1, 1, 1));

    let later = trial.nobody.get(&answer_link(&mails[0], "absage")).await;
    assert!(later.html().contains(r#"value="no" checked"#));
    assert!(later.has("Ihre Antwort bisher: Zusage"), "{}", later.text());
    trial.nobody.post_on(&action, form![("reply", "no"), ("note", "Leider verhindert.")]).await;
    let seen = counts(trial).await;
    assert_eq!((seen.yes, seen.no, seen.deputies), (0, 1, 0));
    let list = trial.office.get(&format!("{PAGE}/einladung")).await;
    assert!(list.has("Leider verhindert."));
    assert!(list.has("über den Link in der E-Mail"));
    assert!(trial.office.get(PAGE).await.has("Antworten auf die Einladung"));

    let refused = trial.nobody.post(&action, form![("reply", "vielleicht")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.has("Bitte wählen Sie"));
});

story!(after_the_start_an_answer_is_kindly_declined, |trial| async {
    let mails = invited(trial).await;
    let link = answer_link(&mails[0], "zusage");
    let action = link.split('?').next().unwrap().to_owned();
    trial.move_to_local("2017-12-07T23:00").await;

    let page = trial.nobody.get(&link).await;
    assert_eq!(page.status, 200);
    assert!(page.has("Der Termin hat schon begonnen."), "{}", page.text());
    let late = trial.nobody.post(&action, form![("reply", "yes")]).await;
    assert_eq!(late.status, 422);
    assert_eq!(counts(trial).await.yes, 0);
});

story!(links_that_open_nothing_all_look_alike, |trial| async {
    let mails = invited(trial).await;
    let unknown = trial.nobody.get("/antwort/unbekannt?a=zusage").await;
    assert_eq!(unknown.status, 404);
    assert!(unknown.has("Dieser Link gilt nicht mehr"));
    assert!(unknown.has("geschaeftsstelle@kreisgruppe-weimar.example"));

    let link = answer_link(&mails[0], "zusage");
    let action = link.split('?').next().unwrap().to_owned();
    let first = first_guest(trial, &mails[0]).await;
    act(trial, move |conn, moment, who, _| invitations::withdraw(conn, moment, who, (first, false))).await;
    assert_eq!(trial.nobody.get(&link).await.text(), unknown.text());
    assert_eq!(trial.nobody.post(&action, form![("reply", "yes")]).await.status, 404);
    assert_eq!(counts(trial).await.yes, 0);

    let other = answer_link(&mails[1], "zusage");
    trial.move_to_local("2018-01-20T12:00").await;
    assert_eq!(trial.nobody.get(&other).await.text(), unknown.text());
});

async fn first_guest(trial: &Trial, mail: &ReadMail) -> base::InvitationId {
    let (id, address) = (gathering(trial).await.id, mail.to[0].address.clone());
    let guests = trial.read(move |conn| gatherings::guest_list(conn, id)).await;
    let guest = guests.iter().find(|(_, guest)| guest.person.mail == address);
    guest.unwrap().0.id
}

story!(a_link_answers_for_its_own_person_alone, |trial| async {
    let mails = invited(trial).await;
    let first = first_guest(trial, &mails[0]).await;
    let action = answer_link(&mails[1], "zusage").split('?').next().unwrap().to_owned();
    trial.nobody.post(&action, form![("reply", "yes")]).await;

    let answered = trial.read(move |conn| gatherings::invitation(conn, first)).await.unwrap();
    assert_eq!(answered.reply, None);
    assert_eq!(counts(trial).await.yes, 1);
});

story!(a_gathering_that_is_moved_is_told_once_with_a_higher_sequence, |trial| async {
    let count = invited(trial).await.len();
    let before = gathering(trial).await;
    act(trial, move |conn, moment, who, id| {
        let when = LocalInput::on(date(2017, 12, 8), time(15, 0, 0, 0), time(17, 0, 0, 0), "Europe/Berlin");
        let input = GatheringInput {
            group: before.group,
            host: before.host,
            venue: Venue { name: "Rathaus".to_owned(), ..Venue::default() },
            ..GatheringInput::new(&before.title, when.resolved().unwrap())
        };
        gatherings::change_gathering(conn, moment, who, id, (&input, Some(Inform::Tell)))
    })
    .await;
    trial.run_due().await;
    trial.run_due().await;

    let mails = trial.mails().await;
    assert_eq!(mails.len(), count * 2);
    let update = mails.last().unwrap();
    assert!(update.subject.starts_with("Verlegt: "), "{}", update.subject);
    let text = update.text.as_deref().unwrap();
    assert!(text.contains("bisher: Donnerstag, 7. Dezember 2017"), "{text}");
    assert!(text.contains("neu: Freitag, 8. Dezember 2017, 15:00 Uhr"), "{text}");
    let calendar = update.calendar.as_ref().unwrap();
    assert_eq!(calendar.method.as_deref(), Some("REQUEST"));
    assert!(calendar.text.contains("SEQUENCE:1\r\n"));
    assert_eq!(trial.nobody.get(&answer_link(update, "vorbehalt")).await.status, 200);
});

story!(a_gathering_that_is_cancelled_leaves_the_calendars, |trial| async {
    let count = invited(trial).await.len();
    let link = answer_link(&trial.mails().await[0], "zusage");
    act(trial, |conn, moment, who, id| {
        let told = ("Der Saal steht unter Wasser.", Some(Inform::Tell));
        gatherings::cancel(conn, moment, who, id, told)
    })
    .await;
    trial.run_due().await;
    trial.run_due().await;

    let mails = trial.mails().await;
    assert_eq!(mails.len(), count * 2);
    let off = mails.last().unwrap();
    assert!(off.subject.starts_with("Abgesagt: "), "{}", off.subject);
    assert!(off.text.as_deref().unwrap().contains("Der Saal steht unter Wasser."));
    let calendar = off.calendar.as_ref().unwrap();
    assert_eq!(calendar.method.as_deref(), Some("CANCEL"));
    assert!(calendar.text.contains("METHOD:CANCEL\r\n"));
    assert!(calendar.text.contains("SEQUENCE:1\r\n"));
    assert!(calendar.text.contains("STATUS:CANCELLED\r\n"));
    assert!(trial.nobody.get(&link).await.has("Dieser Termin findet nicht statt."));
});

story!(what_waits_when_a_gathering_is_cancelled_never_goes, |trial| async {
    lay_out(trial).await;
    act(trial, |conn, moment, who, id| {
        gatherings::cancel(conn, moment, who, id, ("", Some(Inform::KeepQuiet)))
    })
    .await;
    release(trial).await;
    trial.run_due().await;

    assert_eq!(trial.mails().await.len(), 0);
});

story!(nobody_is_invited_twice_and_a_late_member_once, |trial| async {
    let count = invited(trial).await.len();
    let again = round(trial).await;
    assert!(trial.office.get(&again).await.has("Schon eingeladen"));
    let refused = trial.office.post(&format!("{again}/auslage"), form![]).await;
    assert_eq!(refused.status, 422);

    let late = late_member(trial).await;
    let fields = form![("groups", board(trial).await), ("people", late)];
    let made = trial.office.post(&format!("{PAGE}/einladung/runde"), fields).await;
    trial.office.post(&format!("{}/auslage", made.location()), form![]).await;
    assert_eq!(release(trial).await, 1);
    trial.run_due().await;

    assert_eq!(trial.mails().await.len(), count + 1);
});

/// Somebody with a mail address who is not on the list.
async fn late_member(trial: &Trial) -> String {
    let it = gathering(trial).await;
    let people = trial
        .read(move |conn| {
            let mut people = register::people_of(conn, it.network)?;
            let known = gatherings::invitations(conn, it.id)?;
            people.retain(|one| {
                !one.person.mail.is_empty() && known.iter().all(|it| it.person != one.person.id)
            });
            Ok(people)
        })
        .await;
    people[0].person.id.to_string()
}

story!(the_office_answers_for_somebody_sends_again_and_withdraws, |trial| async {
    let mails = invited(trial).await;
    let guest = trial.office.get(&format!("{PAGE}/einladung")).await.link("Lebensräume");
    let answered = trial
        .office
        .post_on(
            &format!("{guest}/antwort"),
            form![("reply", "tentative"), ("through", "office-phone"), ("note", "Ruft zurück.")],
        )
        .await;
    assert!(answered.has("telefonisch, eingetragen"), "{}", answered.text());
    let blamed = trial.office.post(&format!("{guest}/antwort"), form![("reply", "yes")]).await;
    assert_eq!(blamed.status, 422);
    assert_eq!(counts(trial).await.tentative, 1);

    let again = trial.office.post(&format!("{guest}/erneut"), form![]).await;
    assert_eq!(again.status, 303, "{}", again.text());
    trial.run_due().await;
    assert_eq!(trial.mails().await.len(), mails.len() + 1);

    let withdrawn = trial.office.post(&format!("{guest}/ruecknahme"), form![("tell", "yes")]).await;
    assert_eq!(withdrawn.status, 303);
    trial.run_due().await;
    let all = trial.mails().await;
    let last = all.last().unwrap();
    assert!(last.subject.starts_with("Einladung zurückgenommen"), "{}", last.subject);
    let calendar = last.calendar.as_ref().unwrap();
    assert_eq!(calendar.method.as_deref(), Some("CANCEL"));
    assert!(calendar.text.contains("SEQUENCE:1\r\n"));
    assert_eq!(counts(trial).await.guests, mails.len() - 1);
});

story!(a_signed_in_guest_answers_on_the_gathering_page, |trial| async {
    invited(trial).await;
    let page = trial.member.get(PAGE).await;
    assert!(page.has("Ihre Einladung"), "{}", page.main_text());
    assert!(trial.member.get("/weimar/intern").await.has("Meine Einladungen"));
    let answer = format!("{PAGE}/einladung/antwort");
    let done = trial.member.post_on(&answer, form![("reply", "yes")]).await;
    assert!(done.has("Die Antwort ist eingetragen."), "{}", done.text());
    assert_eq!(counts(trial).await.yes, 1);

    assert_eq!(trial.stranger.post(&answer, form![("reply", "yes")]).await.status, 404);
    assert_eq!(trial.nobody.post(&answer, form![("reply", "yes")]).await.status, 303);
    assert_eq!(counts(trial).await.yes, 1);
});

story!(the_guest_list_is_for_those_who_lead, |trial| async {
    let list = format!("{PAGE}/einladung");
    assert_eq!(trial.office.get(&list).await.status, 200);
    assert_eq!(trial.leader.get(&list).await.status, 200);
    assert_eq!(trial.member.get(&list).await.status, 403);
    assert_eq!(trial.stranger.get(&list).await.status, 404);
    assert_eq!(trial.nobody.get(&list).await.status, 303);
    assert_eq!(trial.leader.get("/weimar/postausgang").await.status, 403);
    assert_eq!(trial.stranger.get("/weimar/postausgang").await.status, 404);

    let round = round(trial).await;
    for below in ["", "/bearbeiten", "/html", "/anlage/0"] {
        let address = format!("{round}{below}");
        assert_eq!(trial.leader.get(&address).await.status, 200, "{address}");
        assert_eq!(trial.stranger.get(&address).await.status, 404, "{address}");
    }
});

story!(a_test_goes_to_oneself_at_once, |trial| async {
    let round = round(trial).await;
    let sent = trial.leader.post(&format!("{round}/test"), form![]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    trial.run_due().await;

    let mails = trial.mails().await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].subject.starts_with("[Test] Einladung: "), "{}", mails[0].subject);
    assert_eq!(mails[0].to[0].address, kreis::demo::Role::Leader.mail());
    let dead = trial.nobody.get(&answer_link(&mails[0], "zusage")).await;
    assert_eq!(dead.status, 404);
    assert_eq!(counts(trial).await.guests, 0);
});

story!(a_round_without_anybody_is_refused_with_everything_typed, |trial| async {
    let fields = form![("note", "Diese Worte bleiben stehen.")];
    let refused = trial.office.post(&format!("{PAGE}/einladung/runde"), fields).await;

    assert_eq!(refused.status, 422);
    assert!(refused.has("Bitte wählen Sie mindestens ein Gremium"));
    assert!(refused.has("Diese Worte bleiben stehen."));
});

story!(a_preview_in_the_outbox_leaves_no_trace, |trial| async {
    lay_out(trial).await;
    let group = trial.office.get("/weimar/postausgang").await.link("Fachkräfte");
    let before = (reply_links(trial).await, trial.app.store.generation());
    let page = trial.office.get(&group).await;
    assert!(page.has("freigeben"));
    let first = page.link("Lebensräume");
    assert!(trial.office.get(&format!("{first}/html")).await.has("Kommen Sie?"));
    assert!(trial.office.get(&format!("{first}/anlage/0")).await.body.starts_with(b"%PDF-"));

    assert_eq!((reply_links(trial).await, trial.app.store.generation()), before);
    let discarded = trial.office.post(&format!("{group}/verwerfen"), form![("count", "1")]).await;
    assert_eq!(discarded.status, 409);
});

async fn reply_links(trial: &Trial) -> i64 {
    let counted = "SELECT COUNT(*) FROM access_link WHERE purpose = 'reply'";
    trial.read(move |conn| conn.count(counted, &[])).await
}

#[test]
fn one_refused_recipient_keeps_nobody_else_from_being_invited() {
    let manners = SinkManners {
        refused_recipients: [kreis::demo::Role::Member.mail().to_owned()].into(),
        ..SinkManners::default()
    };
    let runtime = trial::tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let trial = Trial::with_manners(DbKind::Sqlite, manners).await;
        lay_out(&trial).await;
        let released = release(&trial).await;
        trial.run_due().await;

        assert_eq!(i64::try_from(trial.mails().await.len()), Ok(released - 1));
        let outbox = trial.office.get("/weimar/postausgang").await;
        assert!(outbox.has("Nicht zustellbar"), "{}", outbox.text());
        assert!(outbox.has("550"), "{}", outbox.text());
        assert!(trial.office.get("/weimar/intern").await.has("war nicht zustellbar"));
        let list = trial.office.get(&format!("{PAGE}/einladung")).await;
        assert!(list.has("Nicht zustellbar"));
    });
}

#[test]
fn answers_are_named_alike_in_mails_and_forms() {
    for reply in Reply::ALL {
        assert_eq!(invitations::answer_of(invitations::answer_word(reply)), Some(reply));
    }
}
