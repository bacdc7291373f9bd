//! Papers full of text that nobody should type, and somebody will.

use base::Lang;
use print::{InvitationPaper, MinutesPaper, MinutesState, Party, Recipient};

use crate::{minutes_samples, samples};

pub fn texts() -> Vec<String> {
    vec![
        "#eval(\"1+1\") *fett* _kursiv_ $x^2$ = Überschrift <a> @b `c` \\ // --- #import \"@preview/x:1\"".into(),
        "#read(\"/etc/passwd\")\n= Überschrift\n- Punkt\n+ Zahl\n/ Wort: so\n[Klammer] ] } { #".into(),
        "\u{0}\u{1}\u{7}\u{8}\u{1b}[31m rot\u{7f}\u{85}\u{9f} Ende\u{fffe}\u{ffff}".into(),
        "\u{202e}drehen\u{202c} \u{2066}x\u{2069} \u{200f}שלום\u{200e} مرحبا بالعالم".into(),
        "Danke 🎉👩🏽‍🤝‍👨🏿 🇩🇪 ☎ ✓ ☐ 日本語 हिन्दी ไทย \u{f8ff}\u{e000} \u{10fffd}".into(),
        "Z̸̡̢͍̲a̷̛͓l̴̰̈́g̶̣̀o e\u{301} a\u{308} ﬁ ﷽ ½ ™ ſ ǅ \u{ad}weich\u{ad}getrennt".into(),
        "ä".repeat(400),
        format!("https://example.org/{}?a={}", "pfad/".repeat(60), "x".repeat(200)),
        "\"quotes\" 'single' \\u{41} %s {{x}} ${y} <script>alert(1)</script> &amp; \\n".into(),
        " \t\n\u{a0}\u{3000}\n ".into(),
        "Wort ".repeat(400),
        "\n- a\n".repeat(30),
    ]
}

pub fn invitation(lang: Lang, text: &str) -> InvitationPaper {
    let whole = || Some(text.to_owned());
    let party = || Party {
        name: whole(),
        function: whole(),
        body: whole(),
    };
    let mut paper = samples::invitation(lang);
    // The letter's head is the office's own; it is long only in what one types there.
    let short: String = text.chars().take(60).collect();
    paper.letterhead.network.clone_from(&short);
    paper.letterhead.office.mail = Some(short.clone());
    paper.letterhead.office.website = Some(short.clone());
    paper.letterhead.office.phone = Some(short.clone());
    paper.recipient = Recipient {
        name: Some(short.clone()),
        function: None,
        organisation: Some(short.clone()),
        address: vec![short],
    };
    paper.subject = text.into();
    paper.salutation = text.into();
    paper.body = text.into();
    paper.facts.title = text.into();
    paper.facts.focus = whole();
    paper.facts.guests = vec![party()];
    paper.agenda[1].title = text.into();
    paper.agenda[1].number = text.chars().take(8).collect();
    paper.agenda[2].note = whole();
    paper.agenda[2].speakers = vec![party()];
    paper.signatory = Some(party());
    paper
}

pub fn minutes(lang: Lang, text: &str) -> MinutesPaper {
    let mut paper = minutes_samples::minutes(lang);
    paper.facts.title = text.into();
    paper.revision = text.into();
    paper.state = MinutesState::Circulated {
        until: Some(text.into()),
    };
    paper.items[0].title = text.into();
    paper.items[1].text = text.into();
    paper.items[1].internal = Some(text.into());
    paper.items[1].decisions[0].text = text.into();
    paper.items[1].tasks[0].what = text.into();
    paper.items[1].tasks[0].who.name = Some(text.into());
    paper
}
