//! A network's settings, colours and logo.

use trial::{File, Trial, form, story};

const PATH: &str = "/weimar/einstellungen";

/// What the form holds now, with some fields changed.
async fn settings(trial: &Trial, changed: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = trial.office.get(PATH).await;
    let names = [
        "name",
        "association",
        "slug",
        "accent",
        "logo_alt",
        "office_name",
        "office_phone",
        "office_mail",
        "sender_name",
        "objection_days",
    ];
    let mut fields = form![("land", "TH"), ("about", "Wofür"), ("imprint", "Text")];
    fields.extend(names.map(|name| {
        let value = page
            .field(name)
            .unwrap_or_else(|| panic!("no field {name}"));
        (name.to_owned(), value)
    }));
    for (name, value) in changed {
        fields.retain(|(it, _)| it != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

story!(a_renamed_network_sends_readers_on, |trial| async {
    let fields = settings(trial, &[("slug", "weimarer-land"), ("name", "Neuer Name")]).await;
    let answer = trial.office.upload(PATH, fields, &[]).await;
    assert_eq!(
        answer.location(),
        "/weimarer-land/einstellungen?done=register-settings",
        "{}",
        answer.main_text()
    );

    let old = trial.nobody.get("/en/weimar/termine?jahr=2018").await;
    assert_eq!(old.status, 308);
    assert_eq!(old.location(), "/en/weimarer-land/termine?jahr=2018");
    let page = trial.office.get("/weimarer-land/einstellungen").await;
    assert!(
        page.has("Adresse „weimar“ → „weimarer-land“"),
        "{}",
        page.main_text()
    );
});

story!(colours_must_be_readable, |trial| async {
    let sheet = trial.nobody.get("/weimar/farben.css").await;
    assert!(sheet.header("content-type").starts_with("text/css"));
    assert!(
        sheet.html().contains("--kreis-accent: #9a1b3c"),
        "{}",
        sheet.html()
    );
    assert!(sheet.html().contains("--kreis-on-accent: #ffffff"));

    for (accent, words) in [("rot", "als #rrggbb"), ("#fff; }", "als #rrggbb")] {
        let fields = settings(trial, &[("accent", accent)]).await;
        let answer = trial.office.upload(PATH, fields, &[]).await;
        assert_eq!(answer.status, 422, "{accent}");
        assert!(answer.has(words), "{}", answer.main_text());
    }
    let fields = settings(trial, &[("accent", "#ffcc00")]).await;
    trial.office.upload(PATH, fields, &[]).await;
    let sheet = trial.nobody.get("/weimar/farben.css").await;
    assert!(
        sheet.html().contains("--kreis-on-accent: #171717"),
        "{}",
        sheet.html()
    );
});

story!(a_logo_is_a_picture_with_words, |trial| async {
    let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>"#;
    let file = |bytes: &'static [u8]| File {
        field: "logo",
        name: "logo.svg",
        kind: "image/svg+xml",
        bytes,
    };
    let silent = settings(trial, &[]).await;
    let answer = trial.office.upload(PATH, silent, &[file(svg)]).await;
    assert_eq!(answer.status, 422, "a logo without words");
    let spoken = settings(trial, &[("logo_alt", "Ein Kreis")]).await;
    for bytes in [
        b"<svg><script>alert(1)</script></svg>".as_slice(),
        b"<html>",
        b"PK\x03\x04",
    ] {
        let answer = trial
            .office
            .upload(PATH, spoken.clone(), &[file(bytes)])
            .await;
        assert_eq!(answer.status, 422);
    }
    let large: &'static [u8] = Box::leak(
        [
            b"\x89PNG\r\n\x1a\n".as_slice(),
            vec![0; 600 * 1024].as_slice(),
        ]
        .concat()
        .into_boxed_slice(),
    );
    let answer = trial
        .office
        .upload(PATH, spoken.clone(), &[file(large)])
        .await;
    assert!(answer.has("größer als 512 KB"), "{}", answer.main_text());
    assert_eq!(trial.nobody.get("/weimar/logo").await.status, 404);

    let answer = trial.office.upload(PATH, spoken, &[file(svg)]).await;
    assert_eq!(answer.status, 303, "{}", answer.main_text());
    let logo = trial.nobody.get("/weimar/logo").await;
    assert_eq!(logo.header("content-type"), "image/svg+xml");
    assert!(logo.header("content-security-policy").contains("sandbox"));
    assert_eq!(logo.body, svg);
    let page = trial.office.get(PATH).await;
    assert!(page.html().contains("alt=\"Ein Kreis\""));

    let fields = settings(trial, &[("logo_remove", "true")]).await;
    trial.office.upload(PATH, fields, &[]).await;
    assert_eq!(trial.nobody.get("/weimar/logo").await.status, 404);
});

story!(settings_are_the_offices_alone, |trial| async {
    assert_eq!(trial.member.get(PATH).await.status, 403);
    assert_eq!(trial.stranger.get(PATH).await.status, 404);
    let fields = settings(trial, &[("name", "Gekapert")]).await;
    assert_eq!(
        trial.member.upload(PATH, fields.clone(), &[]).await.status,
        403
    );
    assert_eq!(trial.nobody.upload(PATH, fields, &[]).await.status, 303);
    assert!(!trial.office.get(PATH).await.has("Gekapert"));
});
