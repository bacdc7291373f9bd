//! Forms that come in, and fields that show what is wrong.

use axum::body::Body;
use base::{Blame, Lang};

use crate::house::{Got, House, house};

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");
const PARTS: (&str, &str) = ("content-type", "multipart/form-data; boundary=x");

async fn post(house: &House, kind: (&str, &str), body: impl Into<Body>) -> Got {
    house
        .ask_with("POST /weimar/formular", &[kind], body.into())
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_is_read_in_both_ways_of_sending() {
    let house = house().await;

    let got = post(&house, FORM, "title=M%C3%BCller+%26+Co&kind=a").await;
    assert_eq!(got.body, "title=Müller & Co files=0");
    let parts = "--x\r\ncontent-disposition: form-data; name=\"title\"\r\n\r\nMüller\r\n\
                 --x\r\ncontent-disposition: form-data; name=\"kind\"\r\n\r\na\r\n\
                 --x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\
                 content-type: application/pdf\r\n\r\n12345\r\n\
                 --x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x--\r\n";
    let got = post(&house, PARTS, parts).await;
    assert_eq!(got.body, "title=Müller files=5");
}

#[tokio::test(flavor = "multi_thread")]
async fn hostile_forms_are_refused_with_a_page() {
    let house = house().await;
    let large = format!("kind=a&title={}", "x".repeat(2 * 1024 * 1024));
    let many = "a=1&".repeat(5_001);
    let part = "--x\r\ncontent-disposition: form-data; name=\"title\"\r\n\r\n";
    let large_part = format!("{part}{}\r\n--x--\r\n", "x".repeat(2 * 1024 * 1024 + 1));
    let upload = "--x\r\ncontent-disposition: form-data; name=\"f\"; filename=\"a\"\r\n\r\n";
    let large_upload = format!("{upload}{}\r\n--x--\r\n", "x".repeat(4 * 1024 * 1024));
    for (kind, body, status, key) in [
        (FORM, large, 413, "shell-error-too-large"),
        (FORM, many, 413, "shell-error-too-large"),
        (PARTS, large_part, 413, "shell-error-too-large"),
        (PARTS, large_upload, 413, "shell-error-too-large"),
        (PARTS, part.to_owned(), 400, "shell-error-unreadable"),
        (
            ("content-type", "multipart/form-data"),
            String::new(),
            400,
            "shell-error-unreadable",
        ),
        (
            ("content-type", "application/json"),
            "{}".to_owned(),
            400,
            "shell-error-unreadable",
        ),
        (
            ("content-type", "text/plain"),
            "title=a".to_owned(),
            400,
            "shell-error-unreadable",
        ),
    ] {
        let got = post(&house, kind, body).await;
        assert_eq!(got.status, status, "{kind:?}");
        assert!(got.body.contains(house.say(Lang::De, key)), "{}", got.body);
        assert!(got.body.contains("Netzwerk Weimar"), "{}", got.body);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_tied_to_its_field_and_nothing_typed_is_lost() {
    let house = house().await;
    let typed = format!("title={}%3Cb%3E%22&kind=c&word=geheim", "x".repeat(200));

    let got = post(&house, FORM, typed).await;

    assert_eq!(got.status, 422);
    for part in [
        "href=\"#field-title\"",
        "href=\"#field-kind\"",
        "<label class=\"kern-label\" for=\"field-title\">",
        "aria-describedby=\"field-title-hint field-title-error\" aria-invalid=\"true\"",
        "id=\"field-title-error\"",
        "id=\"field-title-hint\">Hilfe &#38; Rat<",
        "x&#60;b&#62;&#34;\"",
        "aria-describedby=\"field-kind-error\"",
        "type=\"radio\" id=\"field-kind\" name=\"kind\" value=\"a\"",
        "höchstens 200 Zeichen. Es sind 204.",
    ] {
        assert!(got.body.contains(part), "{part} in {}", got.body);
    }
    assert!(!got.body.contains("geheim"), "{}", got.body);
    let well = house.ask("GET /weimar/formular", &[]).await.body;
    assert!(!well.contains("aria-") && !well.contains("error"), "{well}");
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_in_phrases_stay_what_they_are() {
    let house = house().await;
    let tell = |key, args: &[(&str, shell::Arg)]| house.app.phrases.tell(Lang::De, key, args);

    let blame = Blame::at("x", "fault-too-long")
        .with("max", 20_000)
        .with("length", 123_456);
    assert_eq!(
        blame.args,
        [("max", "20000".to_owned()), ("length", "123456".to_owned())]
    );
    assert_eq!(
        tell(
            "fault-too-long",
            &[("max", 20_000_i64.into()), ("length", 2017_i64.into())]
        ),
        "Bitte kürzen Sie den Text auf höchstens 20000 Zeichen. Es sind 2017."
    );
    assert_eq!(
        tell("shell-summary-heading", &[("count", 1_usize.into())]),
        "Bitte prüfen Sie eine Angabe"
    );
    assert_eq!(tell("no-such-phrase", &[]), "no-such-phrase");
    assert_eq!(house.say(Lang::En, "no-such-phrase"), "no-such-phrase");
    assert!(!house.app.phrases.knows(Lang::De, "no-such-phrase"));
}
