//! The mails of roles, word for word.

use base::Lang;
use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::letters::samples;

fn written(news: News, lang: Lang) -> (String, String) {
    let by = match news.what {
        _ if news.by_group => "Verbandskonto",
        What::Ended | What::Lapsing => "",
        _ => "Geschäftsstelle Kreisgruppe",
    };
    let door = match news.what {
        What::Given | What::Changed => "https://kreis.example/anmelden",
        What::Lapsing => "https://kreis.example/kreis-a/rolle-vergeben",
        What::Taken | What::Ended => "",
    };
    let scene = Scene {
        network: samples::network(),
        wordings: shell::Wordings::default(),
        person: samples::person(lang),
        news,
        by: by.to_owned(),
        mail: "kim@example.com".to_owned(),
        door: door.to_owned(),
    };
    let phrases = samples::phrases();
    let sheet = Sheet::of(&phrases, lang, samples::sender());
    let (subject, text, html) = words(sheet, lang, &scene).unwrap();
    (format!("{subject}\n\n{text}"), html)
}

fn until_december() -> Term {
    Term {
        from: Some(date(2017, 12, 1)),
        until: Some(date(2017, 12, 31)),
    }
}

#[test]
fn a_new_role_reads_well() {
    let office = (Role::Office, Place::Network, "");
    let post = Place::Record("post", Uuid::from_u128(7));
    let editor = (Role::Editor, post, "Sommerfest & Ehrenamtstag");
    for lang in Lang::ALL {
        let tag = lang.tag();
        let (text, _) = written(News::of(What::Given, office, Term::default()), lang);
        insta::assert_snapshot!(format!("given_office_{tag}"), text);
        let (text, html) = written(News::of(What::Given, editor, until_december()), lang);
        insta::assert_snapshot!(format!("given_editor_{tag}"), text);
        insta::assert_snapshot!(format!("given_editor_{tag}_html"), html);
        let (text, _) = written(News::of(What::Changed, editor, until_december()), lang);
        insta::assert_snapshot!(format!("changed_{tag}"), text);
    }
}

#[test]
fn a_role_that_comes_and_goes_with_a_group_reads_well() {
    let office = (Role::Office, Place::Network, "");
    for lang in Lang::ALL {
        let tag = lang.tag();
        let news = |what| News::of(what, office, Term::default()).by_group();
        let (text, _) = written(news(What::Given), lang);
        insta::assert_snapshot!(format!("given_by_group_{tag}"), text);
        let (text, _) = written(news(What::Taken), lang);
        insta::assert_snapshot!(format!("taken_by_group_{tag}"), text);
    }
}

#[test]
fn a_role_that_is_over_reads_well() {
    let auditor = (Role::Auditor, Place::Network, "");
    let office = (Role::Office, Place::Network, "");
    for lang in Lang::ALL {
        let tag = lang.tag();
        let (text, _) = written(News::of(What::Taken, auditor, Term::default()), lang);
        insta::assert_snapshot!(format!("taken_{tag}"), text);
        let (text, _) = written(News::of(What::Ended, auditor, until_december()), lang);
        insta::assert_snapshot!(format!("ended_{tag}"), text);
        let from = Term::since(date(2018, 1, 1));
        let (text, _) = written(News::of(What::Lapsing, office, from), lang);
        insta::assert_snapshot!(format!("lapsing_{tag}"), text);
    }
}
