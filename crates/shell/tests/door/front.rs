//! The front door: languages, rights, headers, refusals.

use axum::body::Body;
use base::Lang;

use crate::house::{house, house_at};

const OFFICE: (&str, &str) = ("cookie", "kreis_session=office");
const MEMBER: (&str, &str) = ("cookie", "kreis_session=member");
const STRANGER: (&str, &str) = ("cookie", "a=b; kreis_session=stranger");

#[tokio::test(flavor = "multi_thread")]
async fn everyone_gets_what_the_right_says() {
    let house = house().await;
    let nobody = ("x-none", "1");
    for (line, who, status) in [
        ("GET /weimar", nobody, 200),
        ("HEAD /weimar", nobody, 200),
        ("GET /konto", nobody, 303),
        ("GET /konto", STRANGER, 200),
        ("GET /weimar/intern", nobody, 303),
        ("GET /weimar/intern", STRANGER, 404),
        ("GET /weimar/intern", MEMBER, 403),
        ("GET /weimar/intern", OFFICE, 200),
        ("POST /weimar/absage", nobody, 303),
        ("POST /weimar/absage", STRANGER, 404),
        ("POST /weimar/absage", MEMBER, 403),
        ("POST /weimar/absage", OFFICE, 200),
        ("GET /weimar/termine/x", nobody, 404),
        ("GET /weimar/termine/x", STRANGER, 404),
        ("GET /weimar/termine/x", MEMBER, 200),
        ("GET /jena", OFFICE, 404),
        ("GET /jena/intern", OFFICE, 404),
        ("GET /weimar/nichts", OFFICE, 404),
        ("GET /weimar/absage", OFFICE, 405),
        ("PUT /weimar", OFFICE, 405),
    ] {
        assert_eq!(
            house.ask(line, &[who]).await.status,
            status,
            "{line} {who:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_must_sign_in_comes_back_with_the_whole_address() {
    let house = house().await;

    let got = house
        .ask("GET /en/weimar/intern?jahr=2017&x=%26", &[])
        .await;
    assert_eq!(
        got.header("location"),
        "/en/anmelden?weiter=/en/weimar/intern%3Fjahr%3D2017%26x%3D%2526"
    );
    let got = house.ask("POST /weimar/absage", &[]).await;
    assert_eq!(got.header("location"), "/anmelden");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_the_first_part_of_the_address() {
    let house = house().await;
    for (path, status, lang) in [
        ("/", 200, "de"),
        ("/en", 200, "en"),
        ("/en/", 200, "en"),
        ("/en?x=1", 200, "en"),
        ("/en/weimar", 200, "en"),
        ("/weimar", 200, "de"),
        ("/en/nichts/da", 404, "en"),
        ("/entwurf", 404, "de"),
        ("/en/en/weimar", 404, "en"),
        ("/de/weimar", 404, "de"),
        ("/%65n/weimar", 404, "de"),
        ("/w%C3%A4imar", 404, "de"),
        ("/weim%FFar", 404, "de"),
    ] {
        let got = house.ask(&format!("GET {path}"), &[]).await;
        let home = house.say(Lang::from_tag(lang), "shell-home");
        assert_eq!(
            (got.status, got.header("content-language")),
            (status, lang),
            "{path}"
        );
        assert!(got.body.contains(home), "{path}: {}", got.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slash_too_many_leads_on_and_never_elsewhere() {
    let house = house().await;
    for (path, target) in [
        ("/weimar/", "/weimar"),
        ("/en/weimar/formular/?a=b", "/en/weimar/formular?a=b"),
        ("/nichts/", "/nichts"),
    ] {
        let got = house.ask(&format!("GET {path}"), &[]).await;
        assert_eq!(
            (got.status, got.header("location")),
            (308, target),
            "{path}"
        );
    }
    for path in [
        "//evil.example",
        "//evil.example/",
        "/en//evil.example/x",
        "/\\evil.example",
        "/\\evil.example/",
    ] {
        let got = house.ask(&format!("GET {path}"), &[]).await;
        assert_eq!(got.status, 404, "{path}");
        for outside in ["=\"//", "=\"/\\", "weiter=//", "weiter=/%5C"] {
            assert!(!got.body.contains(outside), "{path}: {}", got.body);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_what_protects() {
    let house = house().await;
    for path in [
        "/weimar",
        "/nichts",
        "/panik",
        "/assets/kreis.css",
        "/healthz",
        "/weimar/",
    ] {
        let got = house.ask(&format!("GET {path}"), &[]).await;
        assert!(
            got.header("content-security-policy")
                .contains("default-src 'none'"),
            "{path}"
        );
        assert_eq!(got.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(got.header("referrer-policy"), "same-origin", "{path}");
        assert_ne!(got.header("cache-control"), "", "{path}");
        assert_eq!(got.header("strict-transport-security"), "", "{path}");
    }
    let sealed = house_at("https://kreis.test", false).await;
    let got = sealed.ask("GET /weimar", &[]).await;
    assert_eq!(got.header("strict-transport-security"), "max-age=31536000");
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tls_the_cookie_is_sealed() {
    let open = house().await;
    let sealed = house_at("https://kreis.test", false).await;

    assert_eq!(
        shell::session_cookie(&open.app, Some("t"), 60).1,
        "kreis_session=t; Path=/; HttpOnly; SameSite=Lax; Max-Age=60"
    );
    assert_eq!(
        shell::session_cookie(&sealed.app, None, 60).1,
        "__Host-kreis_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure"
    );
    assert_eq!(sealed.ask("GET /konto", &[OFFICE]).await.status, 303);
    let cookie = ("cookie", "__Host-kreis_session=office");
    assert_eq!(sealed.ask("GET /konto", &[cookie]).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_of_other_sites_are_refused_with_a_page() {
    let house = house_at("https://kreis.test", true).await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let inside = ("host", "127.0.0.1:8080");
    for (headers, expected) in [
        (&[inside, form][..], 200),
        (&[inside, form, ("sec-fetch-site", "same-origin")], 200),
        (&[inside, form, ("origin", "https://kreis.test")], 200),
        (&[inside, form, ("sec-fetch-site", "cross-site")], 403),
        (&[inside, form, ("origin", "https://evil.example")], 403),
        (&[inside, form, ("origin", "null")], 403),
    ] {
        let got = house
            .ask_with(
                "POST /en/weimar/formular",
                headers,
                Body::from("title=T&kind=a"),
            )
            .await;
        assert_eq!(got.status, expected, "{headers:?}");
        let says = got
            .body
            .contains(house.say(Lang::En, "shell-error-elsewhere"));
        assert_eq!(says, expected == 403, "{}", got.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_breaks_is_explained_in_the_language_of_the_address() {
    let house = house().await;
    for (line, status, lang, key) in [
        ("GET /panik", 500, Lang::De, "shell-error-broken"),
        ("GET /en/panik", 500, Lang::En, "shell-error-broken"),
        (
            "GET /en/weimar/absage",
            405,
            Lang::En,
            "shell-error-missing",
        ),
        ("GET /en/nichts", 404, Lang::En, "shell-error-missing"),
    ] {
        let got = house.ask(line, &[OFFICE]).await;
        assert_eq!(got.status, status, "{line}");
        assert!(
            got.body.contains(house.say(lang, key)),
            "{line}: {}",
            got.body
        );
    }
    assert_eq!(house.ask("GET /healthz", &[]).await.body, "ok");
    assert_eq!(house.ask("GET /readyz", &[]).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_client_is_who_the_own_proxy_says() {
    let near = house().await;
    let behind = house_at("https://kreis.test", true).await;
    let client = async |house: &crate::house::House, lines: &[&str]| {
        let headers: Vec<_> = lines
            .iter()
            .map(|line| ("x-forwarded-for", *line))
            .collect();
        house.ask("GET /wer", &headers).await.body
    };

    assert_eq!(client(&near, &["192.0.2.1"]).await, "");
    assert_eq!(
        client(&behind, &["198.51.100.7, 192.0.2.1"]).await,
        "192.0.2.1"
    );
    assert_eq!(
        client(&behind, &["198.51.100.7", "192.0.2.1"]).await,
        "192.0.2.1"
    );
    assert_eq!(client(&behind, &["192.0.2.1:4711"]).await, "192.0.2.1");
    assert_eq!(client(&behind, &["::ffff:192.0.2.1"]).await, "192.0.2.1");
    assert_eq!(
        client(&behind, &["2001:db8:1:2:3:4:5:6"]).await,
        "2001:db8:1:2::/64"
    );
    assert_eq!(client(&behind, &["<script>"]).await, "");
}
