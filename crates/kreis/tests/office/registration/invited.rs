//! Invited and registered: answer and place are one fact, whichever comes first.

use super::*;
use crate::invitations::{PAGE as INVITED, counts, invited, lay_out, release};
use gatherings::Reply;
use trial::story;

/// The one door of an invitation that leads to the form.
fn form_link(mail: &ReadMail) -> Option<String> {
    let all = crate::invitations::links(mail.text.as_deref().unwrap());
    all.into_iter()
        .find(|it| it.contains("/anmeldung/einladung/"))
}

/// The page of an invitation's answer, from the same mail.
fn answer_page(mail: &ReadMail) -> String {
    let all = crate::invitations::links(mail.text.as_deref().unwrap());
    let found = all.into_iter().find(|it| it.starts_with("/antwort/"));
    found.unwrap().split('?').next().unwrap().to_owned()
}

/// The latest mail to an address with such a beginning.
async fn mail_to(trial: &Trial, address: &str, subject: &str) -> ReadMail {
    trial.run_due().await;
    let mails = trial.mails().await;
    let found = mails
        .into_iter()
        .rfind(|it| it.to[0].address == address && it.subject.starts_with(subject));
    found.unwrap_or_else(|| panic!("no mail {subject} to {address}"))
}

/// How the guest of an address answered, and through what.
async fn reply_of(trial: &Trial, address: &str) -> (Option<Reply>, String) {
    let (id, address) = (
        crate::invitations::gathering(trial).await.id,
        address.to_owned(),
    );
    trial
        .read(move |conn| {
            let guests = gatherings::guest_list(conn, id)?;
            let mut guests = guests.into_iter();
            let found = guests.find(|(_, guest)| guest.person.mail == address);
            let (invitation, _) = found.unwrap();
            Ok((invitation.reply, invitation.replied_through))
        })
        .await
}

/// Registers by the link of an invitation, with what the form shows.
async fn comes(trial: &Trial, mail: &ReadMail) -> Seen {
    let path = form_link(mail).unwrap();
    let page = trial.nobody.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.main_text());
    let fields = form![
        ("gathering", page.field("gathering").unwrap()),
        ("name", page.field("name").unwrap()),
        ("organisation", page.field("organisation").unwrap()),
        // What somebody else types counts for nothing.
        ("mail", "fremd@anderswo.example"),
        ("website", "")
    ];
    trial.nobody.post_on(&path, fields).await
}

story!(
    a_yes_leads_to_the_form_and_the_place_is_the_answer,
    |trial| async {
        opened(trial, INVITED, but(settings("1"), "change_days", "0")).await;
        let mails = invited(trial).await;
        let [first, second] = [&mails[0].to[0].address, &mails[1].to[0].address];
        let text = mails[0].text.as_deref().unwrap();
        assert!(text.contains("Zusagen und anmelden"), "{text}");
        assert!(!text.contains("Unter Vorbehalt"), "{text}");
        let door = trial.nobody.get(&answer_page(&mails[0])).await;
        assert!(door.has("Zusagen und anmelden"), "{}", door.main_text());
        let page = trial.nobody.get(&form_link(&mails[0]).unwrap()).await;
        assert!(page.has("Sie sind eingeladen") && page.has(first));
        assert_eq!(page.field("mail"), None);
        assert_eq!(page.header("x-robots-tag"), "noindex, nofollow");

        let done = comes(trial, &mails[0]).await;
        assert!(done.has("Bestätigt"), "{}", done.main_text());
        let told = mail_to(trial, first, "Anmeldung bestätigt").await;
        let yes = (Some(Reply::Yes), "registration".to_owned());
        assert_eq!(reply_of(trial, first).await, yes);
        let again = trial.nobody.get(&form_link(&mails[0]).unwrap()).await;
        assert!(again.has("schon eine Anmeldung von Ihnen"));

        let waits = comes(trial, &mails[1]).await;
        assert!(
            waits.has("Sie stehen als Nächstes"),
            "{}",
            waits.main_text()
        );
        mail_to(trial, second, "Warteliste").await;
        assert_eq!(reply_of(trial, second).await.0, None);
        let list = trial.office.get(&format!("{INVITED}/einladung")).await;
        assert!(list.has("über die Anmeldung") && list.has("Warteliste"));
        let page = trial.nobody.get(&answer_page(&mails[1])).await;
        assert!(page.has("Warteliste"), "{}", page.main_text());
        assert!(page.has("ein Platz ist das noch nicht"));
        assert!(!page.has("Sie sind angemeldet"));
        in_order(trial).await;

        // Whoever gives the place back does not come; the next in line does, once they take it.
        let own = link(&told);
        let place = trial.nobody.get(&format!("{own}/absage")).await;
        let place = form![("place", place.field("place").unwrap())];
        trial.nobody.post(&format!("{own}/absage"), place).await;
        assert_eq!(reply_of(trial, first).await.0, Some(Reply::No));
        let offer = link(&mail_to(trial, second, "Platz frei bis").await);
        assert_eq!(reply_of(trial, second).await.0, None);
        let place = trial.nobody.get(&offer).await.field("place").unwrap();
        let taken = format!("{offer}/annahme");
        trial.nobody.post(&taken, form![("place", place)]).await;
        assert_eq!(reply_of(trial, second).await.0, Some(Reply::Yes));

        // And the other way round: a no gives the place back.
        let no = form![("reply", "no"), ("note", "Leider krank.")];
        let page = answer_page(&mails[1]);
        let said = trial.nobody.post(&page, no).await;
        assert_eq!(said.status, 303, "{}", said.main_text());
        assert_eq!(reply_of(trial, second).await.0, Some(Reply::No));
        assert_eq!(places(trial, "t.holds = TRUE").await, 0);
        mail_to(trial, second, "Abgesagt").await;
        assert_eq!(counts(trial).await.no, 2);
        in_order(trial).await;
    }
);

story!(
    a_yes_said_otherwise_takes_the_place_or_asks_first,
    |trial| async {
        opened(trial, INVITED, settings("5")).await;
        let mut mails = invited(trial).await;
        mails.retain(|mail| mail.to[0].address != kreis::demo::contents::MEMBER);
        let [first, open] = [&mails[0], &mails[1]];
        let yes = form![("reply", "yes"), ("through", "office-phone")];
        let page = answer_page(first);
        assert_eq!(trial.nobody.post(&page, yes.clone()).await.status, 303);
        let to = &first.to[0].address;
        assert_eq!(
            reply_of(trial, to).await,
            (Some(Reply::Yes), "link".to_owned())
        );
        assert_eq!(places(trial, "t.state = 'confirmed'").await, 1);
        let tentative = form![("reply", "tentative")];
        let refused = trial.nobody.post(&page, tentative).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("besteht eine Anmeldung"));

        let answer = format!("{INVITED}/einladung/antwort");
        let member = trial.member.post_on(&answer, yes.clone()).await;
        assert!(member.has("Ihre Einladung"), "{}", member.main_text());
        let own = reply_of(trial, kreis::demo::contents::MEMBER).await;
        assert_eq!(own, (Some(Reply::Yes), "account".to_owned()));
        assert_eq!(places(trial, "t.state = 'confirmed'").await, 2);

        let question = form![
            ("label_de", "Essen?"),
            ("kind", "text"),
            ("required", "true"),
            ("readers", "office")
        ];
        let questions = format!("{INVITED}/anmeldung/fragen");
        let asked = trial.office.post(&questions, question).await;
        assert_eq!(asked.status, 303, "{}", asked.main_text());
        let led_on = trial.nobody.post(&answer_page(open), yes.clone()).await;
        assert_eq!(led_on.location(), form_link(open).unwrap());
        assert_eq!(reply_of(trial, &open.to[0].address).await.0, None);
        let list = trial.office.get(&format!("{INVITED}/einladung")).await;
        let name = open.to[0].name.clone().unwrap();
        let guest = list.link(&name);
        let refused = trial.office.post(&format!("{guest}/antwort"), yes).await;
        assert_eq!(refused.status, 422);
        assert!(refused.has("Bitte melden Sie die Person"));
        in_order(trial).await;
    }
);

story!(
    the_office_sees_each_person_once_whichever_came_first,
    |trial| async {
        // Registered first, invited then.
        opened(trial, INVITED, settings("5")).await;
        let fields = but(
            typed(trial, INVITED, "Leitung Lebensräume").await,
            "mail",
            kreis::demo::contents::MEMBER,
        );
        let path = format!("{INVITED}/anmeldung");
        let done = trial.member.post_on(&path, fields).await;
        assert!(done.has("Bestätigt"), "{}", done.main_text());
        lay_out(trial).await;
        let own = reply_of(trial, kreis::demo::contents::MEMBER).await;
        assert_eq!(own.0, Some(Reply::Yes));
        release(trial).await;
        let invitation = mail_to(trial, kreis::demo::contents::MEMBER, "Einladung").await;
        assert_eq!(form_link(&invitation), None, "nothing is left to do there");
        let text = invitation.text.as_deref().unwrap();
        assert!(text.contains("Sie sind angemeldet."), "{text}");

        // Called by phone.
        let list = trial.office.get(&format!("{INVITED}/einladung")).await;
        let mails = trial.mails().await;
        let other = mails
            .iter()
            .find(|it| form_link(it).is_some())
            .map(|it| it.to[0].clone())
            .unwrap();
        let guest = list.link(other.name.as_deref().unwrap());
        let yes = form![("reply", "yes"), ("through", "office-phone")];
        let said = trial.office.post(&format!("{guest}/antwort"), yes).await;
        assert_eq!(said.status, 303, "{}", said.main_text());
        assert_eq!(reply_of(trial, &other.address).await.1, "office-phone");

        for name in ["Leitung Lebensräume", other.name.as_deref().unwrap()] {
            for tab in ["einladung", "anmeldungen", "teilnahme"] {
                let page = trial.office.get(&format!("{INVITED}/{tab}")).await;
                let lines = page.html().matches("<tr>").count();
                let with = page
                    .html()
                    .split("<tr>")
                    .skip(1)
                    .filter(|line| line.contains(name))
                    .count();
                assert_eq!(with, 1, "{name} in {tab} of {lines} lines");
            }
        }
        let list = trial.office.get(&format!("{INVITED}/einladung")).await;
        let place = list.link("Anmeldung Leitung Lebensräume");
        let gone = trial.office.post(&format!("{place}/absage"), form![]).await;
        assert_eq!(gone.status, 303, "{}", gone.main_text());
        let own = reply_of(trial, kreis::demo::contents::MEMBER).await;
        assert_eq!(own.0, Some(Reply::No));
        in_order(trial).await;
    }
);

/// What the member answers at a date, as the guest list says it.
async fn members_reply(trial: &Trial, page: &str) -> Option<Reply> {
    let id: GatheringId = date_of(trial, page).await.parse().unwrap();
    trial
        .read(move |conn| {
            let person = register::people_by_mail(conn, kreis::demo::contents::MEMBER)?;
            let found = gatherings::invitation_of(conn, id, person[0].id)?;
            Ok(found.unwrap().reply)
        })
        .await
}

story!(
    whoever_moves_to_another_date_does_not_come_to_the_first,
    |trial| async {
        conferences(trial).await;
        opened(trial, NORTH, settings("5")).await;
        for page in [NORTH, SOUTH] {
            let id: GatheringId = date_of(trial, page).await.parse().unwrap();
            trial
                .write(move |conn, moment| {
                    let person = register::people_by_mail(conn, kreis::demo::contents::MEMBER)?;
                    let person = person[0].id;
                    gatherings::add_guest(conn, moment, id, person, "")?;
                    Ok(())
                })
                .await
                .unwrap();
        }
        let fields = but(
            typed(trial, NORTH, "Leitung Lebensräume").await,
            "mail",
            kreis::demo::contents::MEMBER,
        );
        let made = trial
            .member
            .post(&format!("{NORTH}/anmeldung"), fields)
            .await;
        let own = made.location().split('?').next().unwrap();
        assert_eq!(members_reply(trial, NORTH).await, Some(Reply::Yes));
        assert_eq!(members_reply(trial, SOUTH).await, None);

        let south = form![("gathering", date_of(trial, SOUTH).await)];
        let moved = trial.nobody.post(&format!("{own}/umbuchung"), south).await;

        assert_eq!(moved.status, 303, "{}", moved.main_text());
        assert_eq!(members_reply(trial, NORTH).await, Some(Reply::No));
        assert_eq!(members_reply(trial, SOUTH).await, Some(Reply::Yes));
    }
);
