//! The texts of a network's mails, with a preview.

use base::access::Right;
use base::{Halt, Lang};
use shell::{
    Answer, Fields, Form, LetterKind, Page, Routes, Visit, Wording, Wordings, go, show_as,
};
use store::Noted;

use crate::actions::{self, wording_field};
use crate::pages::{self, WordingGroup, WordingsPage};
use crate::{letters, links, records};

/// The longest text of a mail.
const LONGEST: usize = 4000;

pub(super) fn fill(routes: &mut Routes) {
    routes.get(links::WORDINGS, Right::RunOffice, look);
    routes.post(links::WORDINGS, Right::RunOffice, change);
}

/// All texts of all rooms.
fn all(visit: &Visit) -> Vec<&'static Wording> {
    let rooms = visit.app.rooms.iter();
    rooms.flat_map(|room| room.wordings).collect()
}

/// All letters that can be shown as an example.
fn shown_letters(visit: &Visit) -> impl Iterator<Item = &'static LetterKind> {
    let rooms = visit.app.rooms.iter();
    rooms
        .flat_map(|room| room.letters)
        .filter(|letter| letter.sample.is_some())
}

async fn look(visit: Visit) -> Answer {
    let (network, _) = super::here(&visit)?;
    let wordings = visit
        .store()
        .read(move |conn| records::wordings(conn, network))
        .await?;
    let mut form = Form::of([("lang", visit.lang.tag().to_owned())]);
    for wording in all(&visit) {
        for lang in wording.langs {
            let field = wording_field(wording, *lang);
            form.put(&field, wordings.own(wording, *lang));
        }
    }
    answer(&visit, form, None).await
}

async fn change(visit: Visit, mut form: Form) -> Answer {
    let (network, slug) = super::here(&visit)?;
    let all = all(&visit);
    let new = read(&all, &mut form);
    if form.has("preview") {
        if let Err(halt) = actions::check_wordings(&all, &new) {
            form.take_refusal(halt)?;
        }
        let preview = preview(&visit, &form, new).await?;
        return answer(&visit, form, preview).await;
    }
    let done = super::act(&visit, &mut form, move |conn, moment, who| {
        actions::change_wordings(conn, moment, who, network, (&all, &new))
    });
    if done.await?.is_some() {
        let path = links::of(links::WORDINGS, &slug);
        return Ok(go(&visit, &path, "register-wordings"));
    }
    answer(&visit, form, None).await
}

fn read(all: &[&Wording], form: &mut Form) -> Wordings {
    let mut wordings = Wordings::default();
    for wording in all {
        for lang in wording.langs {
            let words = form.text(&wording_field(wording, *lang), LONGEST);
            wordings.put(wording.name, *lang, &words);
        }
    }
    wordings
}

/// The chosen letter in the typed words, in full; none where something is wrong with them.
async fn preview(visit: &Visit, form: &Form, wordings: Wordings) -> Result<Option<String>, Halt> {
    let chosen = shown_letters(visit).find(|letter| letter.kind == form.value("letter"));
    let sample = chosen
        .or_else(|| shown_letters(visit).next())
        .and_then(|it| it.sample);
    let Some(sample) = sample.filter(|_| !form.is_blamed()) else {
        return Ok(None);
    };
    let (network, _) = super::here(visit)?;
    let (app, lang) = (visit.app.clone(), Lang::from_tag(form.value("lang")));
    let content = visit
        .store()
        .read(move |conn| sample(conn, &app, network, (lang, &wordings)))
        .await?;
    // What is typed lies nowhere, so no frame could load its HTML; the text part says the same.
    let content = content.map(|content| shell::Content {
        html: None,
        ..content
    });
    let to = letters::sample_name(&visit.app.phrases, lang);
    Ok(Some(outbox::view(visit, content.as_ref(), &to, "")?))
}

async fn answer(visit: &Visit, form: Form, preview: Option<String>) -> Answer {
    let (network, slug) = super::here(visit)?;
    let journal: Vec<Noted> = visit
        .store()
        .read(move |conn| conn.journal_of(network))
        .await?;
    let letters = shown_letters(visit).map(|letter| {
        let key = format!("letter-{}", letter.kind.replace('.', "-"));
        (letter.kind.to_owned(), visit.say(&key).to_owned())
    });
    let status = form.status();
    let page = WordingsPage {
        page: Page::new(visit, visit.say("register-wordings"))
            .below(
                visit.say("register-settings"),
                &links::of(links::SETTINGS, &slug),
            )
            .here(),
        tabs: pages::settings_tabs(visit, &slug, links::WORDINGS),
        action: visit.href(&links::of(links::WORDINGS, &slug)),
        groups: all(visit)
            .into_iter()
            .map(|wording| WordingGroup::of(visit, wording))
            .collect(),
        letters: letters.collect(),
        languages: pages::languages(visit),
        preview,
        journal: pages::journal(visit, journal),
        fields: Fields::new(visit, form),
    };
    show_as(status, &page)
}
