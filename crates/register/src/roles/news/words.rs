//! The mails of roles, word for word.

use base::access::{Holder, Role, deeds_of};
use base::{Fault, Lang};
use calendar::dates;
use outbox::Sheet;
use shell::{Arg, Link, Wordings, record};

use super::super::pages::keys;
use super::super::rules::Place;
use super::{News, What};
use crate::letters::{CLOSING, salutation};
use crate::types::{Network, Person};

/// Everything that such a mail says.
pub(super) struct Scene {
    pub(super) network: Network,
    pub(super) wordings: Wordings,
    pub(super) person: Person,
    pub(super) news: News,
    /// Who gave or took it.
    pub(super) by: String,
    /// The address that one signs in with.
    pub(super) mail: String,
    /// Where the mail leads; may be empty.
    pub(super) door: String,
}

/// The keys of what a kind of mail says.
struct Keys {
    subject: &'static str,
    text: &'static str,
    door: &'static str,
}

const fn keys_of(what: What, by_group: bool) -> Keys {
    let (subject, text, door) = match what {
        What::Given if by_group => (
            "register-letter-role-given-subject",
            "register-letter-role-given-by-group",
            "register-letter-role-sign-in",
        ),
        What::Taken if by_group => (
            "register-letter-role-taken-subject",
            "register-letter-role-taken-by-group",
            "",
        ),
        What::Given => (
            "register-letter-role-given-subject",
            "register-letter-role-given",
            "register-letter-role-sign-in",
        ),
        What::Changed => (
            "register-letter-role-changed-subject",
            "register-letter-role-changed",
            "register-letter-role-sign-in",
        ),
        What::Taken => (
            "register-letter-role-taken-subject",
            "register-letter-role-taken",
            "",
        ),
        What::Ended => (
            "register-letter-role-ended-subject",
            "register-letter-role-ended",
            "",
        ),
        What::Lapsing => (
            "register-letter-role-lapsing-subject",
            "register-letter-role-lapsing",
            "register-role-give",
        ),
    };
    Keys {
        subject,
        text,
        door,
    }
}

/// Subject, text and HTML.
pub(super) fn words(
    mut sheet: Sheet<'_>,
    lang: Lang,
    scene: &Scene,
) -> Result<(String, String, String), Fault> {
    let (role, place) = scene.news.role()?;
    let keys = keys_of(scene.news.what, scene.news.by_group);
    let office = match scene.network.office_name.as_str() {
        "" => &scene.network.name,
        office => office,
    };
    let day = |day: Option<jiff::civil::Date>| {
        day.map_or_else(String::new, |day| dates::day_short(day, lang))
    };
    let args = [
        ("network", scene.network.name.as_str().into()),
        ("role", sheet.say(role.key()).into()),
        ("by", scene.by.as_str().into()),
        ("office", office.into()),
        ("mail", scene.mail.as_str().into()),
        ("from", day(scene.news.from).into()),
        ("until", day(scene.news.until).into()),
    ];
    sheet.text(salutation(&sheet, &scene.person));
    sheet.text(sheet.tell(keys.text, &args));
    if scene.news.what != What::Lapsing {
        facts(&mut sheet, scene, &args);
    }
    let may = matches!(scene.news.what, What::Given | What::Changed);
    if may {
        deeds(&mut sheet, (role, place));
        let how = if scene.news.by_group {
            "register-letter-role-how-by-group"
        } else {
            "register-letter-role-how"
        };
        sheet.text(sheet.tell(how, &args));
    }
    if !scene.door.is_empty() {
        let label = sheet.say(keys.door);
        sheet.doors(vec![Link::new(label, scene.door.clone())]);
    }
    if scene.news.what != What::Lapsing {
        sheet.text(sheet.tell("register-letter-role-ask", &args));
    }
    sheet.text(sheet.own(&scene.wordings, &CLOSING, &[("office", office.into())]));
    let subject = sheet.tell(keys.subject, &args);
    let because = sheet.tell("register-letter-role-because", &args);
    sheet.finished(&subject, &because)
}

/// Where the role holds, how long, and by whom.
fn facts(sheet: &mut Sheet<'_>, scene: &Scene, args: &[(&str, Arg)]) {
    let place = match scene.news.name.as_str() {
        "" => sheet.say("register-role-everywhere"),
        name => sheet.tell("register-letter-role-only", &[("place", record(name))]),
    };
    let term = match (scene.news.from, scene.news.until) {
        (None, None) if scene.news.by_group => "register-letter-role-while-in-group",
        (None, None) => "register-letter-role-open",
        (Some(_), None) => "register-letter-role-from",
        (None, Some(_)) => "register-letter-role-until",
        (Some(_), Some(_)) => "register-letter-role-span",
    };
    let by = match scene.news.what {
        What::Taken => "register-letter-role-taken-by",
        _ => "register-letter-role-by",
    };
    let name = Role::from_word(&scene.news.role).map_or("", Role::key);
    sheet.facts(vec![
        (sheet.say("register-role"), sheet.say(name)),
        (sheet.say("register-letter-role-place"), place),
        (
            sheet.say("register-letter-role-term"),
            sheet.tell(term, args),
        ),
        (sheet.say(by), scene.by.clone()),
    ]);
}

/// What the role allows, as the one decision says.
fn deeds(sheet: &mut Sheet<'_>, (role, place): (Role, Place)) {
    sheet.heading(sheet.say("register-letter-role-may"));
    let deeds = keys(&deeds_of(Holder::Role(role, place.reach())));
    sheet.list(deeds.into_iter().map(|key| sheet.say(key)).collect());
}
