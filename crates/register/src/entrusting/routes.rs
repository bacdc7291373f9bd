//! Handing records over by HTTP.

use base::access::Right;
use base::{Blame, Halt, PersonId};
use calendar::{Zone, dates};
use jiff::Timestamp;
use outbox::State;
use shell::{Answer, Fields, Form, Link, Page, Pages, Routes, Visit, go, query_value, show_as};
use store::Conn;

use super::actions::{self, Entrusted};
use super::letter::ACCESS;
use super::pages::{EntrustingPage, Line};
use super::records::{self, Shown, Speaker};
use crate::links;
use crate::pages::Tab;
use crate::routes::{self, path};

pub(crate) fn fill(routes: &mut Routes) {
    routes.get(links::ENTRUSTING, Right::RunOffice, look);
    routes.post(links::ENTRUSTING, Right::RunOffice, entrust);
}

/// How many are on one page.
const ON_A_PAGE: i64 = 50;

/// So many members for whom nobody speaks are named.
const NAMED: i64 = 10;

/// Somebody with the organisations and the mail that went out last.
struct Facts {
    speaker: Speaker,
    organisations: Vec<String>,
    letter: Option<(State, Option<Timestamp>)>,
}

async fn look(visit: Visit) -> Answer {
    page(&visit, Form::default()).await
}

fn facts(
    conn: &mut Conn<'_>,
    here: (base::NetworkId, jiff::civil::Date),
    speaker: Speaker,
) -> Result<Facts, Halt> {
    let organisations = records::speaks_for(conn, here, speaker.person)?;
    let letter = match speaker.account {
        Some(account) => outbox::letters_about(conn, ACCESS, &account.to_string())?,
        None => Vec::new(),
    };
    Ok(Facts {
        organisations,
        letter: letter.first().map(|it| (it.state, it.sent_at)),
        speaker,
    })
}

async fn page(visit: &Visit, form: Form) -> Answer {
    let (network, slug) = routes::here(visit)?;
    let word = query_value(&visit.query, "art").unwrap_or_default();
    let shown = Shown::from_word(&word).unwrap_or(Shown::All);
    let (here, inner) = ((network, visit.today()), visit.clone());
    let (found, counts, (silent, silent_members), pages) = visit
        .store()
        .read(move |conn| {
            let (all, with) = records::counts(conn, here)?;
            let counts = [all, all - with, with];
            let count = match shown {
                Shown::All => all,
                Shown::Without => all - with,
                Shown::With => with,
            };
            let pages = Pages::of(&inner, count, ON_A_PAGE);
            let part = (pages.each, pages.before());
            let mut found = Vec::new();
            for it in records::speakers(conn, here, shown, part)? {
                found.push(facts(conn, here, it)?);
            }
            let silent = (
                records::count_silent(conn, here)?,
                records::silent(conn, here, NAMED)?,
            );
            Ok::<_, Halt>((found, counts, silent, pages))
        })
        .await?;
    let home = visit.href(&links::of(links::ENTRUSTING, &slug));
    let keys = ["all", "without", "with"];
    let tabs = Shown::ALL
        .into_iter()
        .zip(counts)
        .zip(keys)
        .map(|((it, count), key)| Tab {
            label: visit.say(&format!("register-entrust-{key}")).to_owned(),
            href: match it {
                Shown::All => home.clone(),
                it => format!("{home}?art={}", it.word()),
            },
            count,
            current: it == shown,
        });
    let [_, without, _] = counts;
    let list = links::of(links::ORGANISATIONS, &slug);
    let status = form.status();
    let page = EntrustingPage {
        page: Page::new(visit, visit.say("register-entrust"))
            .below(visit.say("register-organisations"), &list)
            .here(),
        tabs: tabs.collect(),
        shown: shown.word(),
        lines: found.into_iter().map(|it| line(visit, it)).collect(),
        pages,
        without,
        silent: (silent > 0)
            .then(|| visit.tell("register-entrust-silent", &[("count", silent.into())])),
        silent_members: silent_members
            .into_iter()
            .map(|(id, label)| Link {
                href: visit.href(&links::below(links::ORGANISATION, &slug, id)),
                label,
            })
            .collect(),
        outbox_href: visit.href(&format!("/{slug}/postausgang")),
        fields: Fields::new(visit, form).labelled("people", visit.say("register-entrust-invite")),
        action: home,
    };
    show_as(status, &page)
}

fn line(visit: &Visit, it: Facts) -> Line {
    let speaker = it.speaker;
    let day = |at: Timestamp| {
        let name = visit.network.as_ref().map_or("UTC", |it| it.zone.as_str());
        let zone = Zone::named(name).unwrap_or_else(|_| Zone::utc());
        dates::instant_local_short(at, &zone, visit.lang)
    };
    let told = |key: &str, at: Timestamp| visit.tell(key, &[("when", day(at).into())]);
    let say = |key: &str| visit.say(key).to_owned();
    let state = match (speaker.account, speaker.used_at, it.letter) {
        (None, ..) if speaker.mail.is_empty() => say("register-entrust-no-mail"),
        (None, ..) => say("register-entrust-none"),
        (Some(_), Some(at), _) => told("register-entrust-used", at),
        (_, _, Some((State::Sent, Some(at)))) => told("register-entrust-sent", at),
        (_, _, Some((State::Waiting, _))) => say("register-entrust-waiting"),
        (_, _, Some((State::Failed, _))) => say("register-entrust-failed"),
        (_, _, Some((State::Queued, _))) => say("register-entrust-queued"),
        _ => say("register-entrust-unused"),
    };
    Line {
        can_be_invited: !speaker.mail.is_empty(),
        id: speaker.person.to_string(),
        href: visit.href(&path(visit, links::PERSON, speaker.person)),
        name: speaker.name,
        organisations: it.organisations.join(", "),
        mail: speaker.mail,
        state,
    }
}

async fn entrust(visit: Visit, mut form: Form) -> Answer {
    let (network, slug) = routes::here(&visit)?;
    let is_all = form.has("all");
    let ids = form.values("people").iter();
    let chosen: Vec<PersonId> = ids.filter_map(|id| id.parse().ok()).collect();
    if chosen.is_empty() && !is_all {
        form.blame(Blame::at("people", "register-fault-entrust-nobody"));
        return page(&visit, form).await;
    }
    let done = routes::act_at_once(&visit, move |conn, moment, who| {
        let people = (!is_all).then_some(chosen.as_slice());
        actions::entrust(conn, moment, who, network, people)
    });
    match done.await? {
        Entrusted {
            laid: 0,
            taken: 0,
            without_mail: 0,
            ..
        } => {
            form.blame(Blame::at("", "register-fault-entrust-waiting"));
            page(&visit, form).await
        }
        done if done.taken + done.without_mail > 0 => {
            let blame = Blame::at("", "register-fault-entrust-left");
            let blame = blame.with("laid", done.laid).with("taken", done.taken);
            form.blame(blame.with("mail", done.without_mail));
            page(&visit, form).await
        }
        _ => Ok(go(
            &visit,
            &links::of(links::ENTRUSTING, &slug),
            "register-entrusted",
        )),
    }
}
