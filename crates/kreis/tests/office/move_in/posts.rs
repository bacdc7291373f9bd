//! Posts, which are given to the room as a reader finds them.

use super::*;
use reading::drafts::{PictureDraft, PostDraft};
use trial::story;

/// A page as news of 3 May 2016.
fn news(title: &str) -> Drafts {
    Drafts {
        post: Some(PostDraft {
            title: title.to_owned(),
            day: Some(date(2016, 5, 3)),
            source: Some("Weimar (kg)".to_owned()),
            tags: vec!["Begegnung".to_owned()],
            paragraphs: vec![
                "Die Räume sind offen.".to_owned(),
                "Alle sind willkommen.".to_owned(),
            ],
            pictures: Vec::new(),
            confidence: 90,
        }),
        ..Drafts::default()
    }
}

/// The office brings a post out that says little; its address.
async fn published(trial: &Trial, title: &str, day: &str) -> String {
    let fields = form![
        ("title", title),
        ("lead", "Es gibt neue Räume."),
        ("audience", "public"),
        ("day", day)
    ];
    let written = trial.office.post("/weimar/meldung-schreiben", fields).await;
    assert_eq!(written.status, 303, "{}", written.main_text());
    let post = written.location().split('?').next().unwrap().to_owned();
    let out = format!("{post}/veroeffentlichung");
    assert_eq!(trial.office.post(&out, form![]).await.status, 303);
    post
}

story!(a_post_becomes_a_draft_among_the_posts, |trial| async {
    let file = found(trial, "meldung.html", news("Neue Räume im Ilmpark")).await;
    let draft = draft(trial, &file, "Neue Räume").await;
    let before = counts(trial).await;
    let mut fields = fields(&trial.office.get(&draft).await, &[]);
    fields.extend(form![
        ("body", "Die Räume sind offen."),
        ("post_day", "2016-05-03")
    ]);

    let done = trial.office.post(&format!("{draft}/annahme"), fields).await;

    assert_eq!(done.status, 303, "{}", done.main_text());
    assert_eq!(counts(trial).await[3], before[3] + 1);
    let page = trial.office.get(&draft).await;
    let post = page.link("Neue Räume");
    assert_eq!(trial.nobody.get(&post).await.status, 404, "it is not out");
    undo(trial, &draft).await;
    assert_eq!(counts(trial).await, before);
});

story!(
    a_post_that_is_there_is_offered_and_filled_where_it_is_empty,
    |trial| async {
        let post = published(trial, "Neue Räume im Ilmpark", "2016-05-03").await;
        let file = found(trial, "meldung.html", news("Die neuen Räume im Ilmpark")).await;
        let draft = draft(trial, &file, "Die neuen Räume").await;
        let page = trial.office.get(&draft).await;
        assert!(
            page.has("Gibt es die Meldung schon?"),
            "{}",
            page.main_text()
        );
        assert!(page.has("Wohl derselbe Eintrag"), "{}", page.main_text());
        assert_eq!(page.link("Neue Räume"), post);
        let before = counts(trial).await;
        let all = trial.office.get(&together(&file)).await;
        assert!(all.has("gibt es vielleicht schon"), "{}", all.main_text());

        let ask = trial.office.get(&page.link("Damit zusammenführen")).await;

        assert!(ask.has("Herkunft: bisher leer"), "{}", ask.main_text());
        assert!(ask.has("sofort öffentlich zu lesen"), "{}", ask.main_text());
        let joining = ask.actions().pop().unwrap();
        let done = trial.office.post(&joining, form![]).await;
        assert!(
            done.location().contains("done=move-in-merged"),
            "{}",
            done.main_text()
        );
        assert_eq!(counts(trial).await, before, "no second one");
        let seen = trial.nobody.get(&post).await;
        assert!(seen.has("Weimar (kg)"), "{}", seen.main_text());
        assert!(seen.has("Alle sind willkommen."), "{}", seen.main_text());
        assert!(seen.has("Es gibt neue Räume."), "{}", seen.main_text());

        undo(trial, &draft).await;

        let seen = trial.nobody.get(&post).await;
        assert!(!seen.has("Weimar (kg)"), "{}", seen.main_text());
        assert!(!seen.has("Alle sind willkommen."), "{}", seen.main_text());
        assert_eq!(counts(trial).await, before);
    }
);

story!(
    a_post_of_the_same_title_on_another_day_is_another_one,
    |trial| async {
        published(trial, "Rundbrief der Kreisgruppe", "2016-05-01").await;
        let file = found(trial, "mai.html", news("Rundbrief der Kreisgruppe")).await;
        let letter = draft(trial, &file, "Rundbrief").await;
        let page = trial.office.get(&letter).await;
        assert!(page.has("gleicher Titel"), "{}", page.main_text());
        assert!(!page.has("Wohl derselbe Eintrag"), "{}", page.main_text());
        let before = counts(trial).await;

        trial.office.post(&together(&file), form![]).await;

        assert_eq!(counts(trial).await[3], before[3] + 1);
    }
);

story!(
    a_post_that_is_read_again_makes_no_second_one,
    |trial| async {
        let file = found(trial, "meldung.html", news("Neue Räume im Ilmpark")).await;
        let first = draft(trial, &file, "Neue Räume").await;
        trial.office.post(&together(&file), form![]).await;
        let before = counts(trial).await;
        let mut newer = news("Neue Räume im Ilmpark");
        let post = newer.post.as_mut().unwrap();
        post.paragraphs.push("Der Eintritt ist frei.".to_owned());

        let again = found(trial, "meldung.html (neu)", newer).await;

        let open = trial.office.get(&again).await;
        assert!(open.has("Hier ist kein Entwurf"), "{}", open.main_text());
        let elsewhere = found(trial, "archiv.html", news("Neue Räume: im Ilmpark")).await;
        let page = trial.office.get(&elsewhere).await;
        assert!(page.has("Hier ist kein Entwurf"), "{}", page.main_text());
        trial.office.post(&together(&elsewhere), form![]).await;
        assert_eq!(counts(trial).await, before);
        let page = trial.office.get(&first).await;
        assert!(page.has("Übernommen am"), "{}", page.main_text());
    }
);

/// A picture that is one.
const PICTURE: &[u8] = include_bytes!("../../../demo/saal.png");

/// News with a sign, a picture that came along and one that did not.
fn with_pictures() -> Drafts {
    let picture = |address: &str, caption: &str, bytes: Option<&[u8]>| PictureDraft {
        address: address.to_owned(),
        alternative: None,
        caption: Some(caption.to_owned()),
        bytes: bytes.map(<[u8]>::to_vec),
    };
    let mut drafts = news("Neue Räume im Ilmpark");
    drafts.post.as_mut().unwrap().pictures = vec![
        picture("logo.svg", "", Some(b"<svg onload='alert(1)'/>")),
        picture("saal.png", "Der Saal am Abend", Some(PICTURE)),
        picture("https://alt.example/fest.jpg", "Das Fest im Mai", None),
    ];
    drafts
}

story!(
    a_picture_that_came_along_comes_with_its_post,
    |trial| async {
        let file = found(trial, "meldung.zip", with_pictures()).await;
        let draft = draft(trial, &file, "Neue Räume").await;
        let page = trial.office.get(&draft).await;
        assert!(page.has("Der Saal am Abend"), "{}", page.main_text());
        assert!(page.has("Das Fest im Mai"), "{}", page.main_text());
        assert!(
            page.has("Laden Sie es nach der Übernahme"),
            "{}",
            page.main_text()
        );
        assert!(
            page.has("Bildunterschrift kopieren"),
            "{}",
            page.main_text()
        );
        let shown = trial.office.get(&format!("{draft}/bilder/1")).await;
        assert_eq!(shown.header("content-type"), "image/png");
        for number in ["0", "2", "7", "x"] {
            let path = format!("{draft}/bilder/{number}");
            assert_eq!(trial.office.get(&path).await.status, 404, "{number}");
        }
        assert_eq!(page.option("Bild 2").as_deref(), Some("1"));
        assert_eq!(page.option("Bild 3"), None, "it did not come along");
        let fields = |picture: &str, alternative: &str| {
            form![
                ("title", "Neue Räume im Ilmpark"),
                ("body", "Die Räume sind offen."),
                ("picture", picture),
                ("picture_alt", alternative),
                ("picture_caption", "Der Saal am Abend")
            ]
        };
        let acceptance = format!("{draft}/annahme");
        let silent = trial.office.post(&acceptance, fields("1", "")).await;
        assert_eq!(silent.status, 422, "who cannot see it must read it");
        let none = trial
            .office
            .post(&acceptance, fields("2", "Ein Fest"))
            .await;
        assert_eq!(none.status, 422, "{}", none.main_text());

        let done = trial
            .office
            .post(&acceptance, fields("1", "Ein Saal"))
            .await;

        assert_eq!(done.status, 303, "{}", done.main_text());
        let page = trial.office.get(&draft).await;
        assert!(page.has("Das Fest im Mai"), "the words stay at hand");
        let post = page.link("Neue Räume");
        let seen = trial.office.get(&post).await;
        assert!(seen.html().contains("alt=\"Ein Saal\""), "{}", seen.html());
        assert!(seen.has("Der Saal am Abend"), "{}", seen.main_text());
        let picture = trial.office.get(&format!("{post}/bild")).await;
        assert_eq!(picture.header("content-type"), "image/png");
        assert_eq!(trial.nobody.get(&format!("{post}/bild")).await.status, 404);
        undo(trial, &draft).await;
        assert_eq!(trial.office.get(&post).await.status, 404);
    }
);

story!(
    all_at_once_takes_the_picture_that_says_what_it_is,
    |trial| async {
        let file = found(trial, "meldung.zip", with_pictures()).await;
        let draft = draft(trial, &file, "Neue Räume").await;

        trial.office.post(&together(&file), form![]).await;

        let page = trial.office.get(&draft).await;
        let seen = trial.office.get(&page.link("Neue Räume")).await;
        assert!(
            seen.html().contains("alt=\"Der Saal am Abend\""),
            "{}",
            seen.html()
        );
        let gone = format!("{file}/verwerfen");
        trial.office.post(&gone, form![]).await;
        let left = trial.read(|conn| conn.count("SELECT COUNT(*) FROM move_in_picture", &[]));
        assert_eq!(left.await, 0, "pictures go with their file");
    }
);
