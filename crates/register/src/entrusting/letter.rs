//! The mail that hands an organisation its record: it opens nothing by itself.

use base::{AccountId, Fault, PersonId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outbox::Sheet;
use shell::{Addressed, App, Content, Link, Wordings};
use store::Conn;

use super::records;
use crate::letters::{CLOSING, salutation};
use crate::links;
use crate::records::accounts;
use crate::types::{Network, Person};

/// The kind of the letter; its subject is an account, its detail the person.
pub(crate) const ACCESS: &str = "register.access";

/// Writes the mail, as long as the person speaks for somebody and has the account.
pub(crate) fn access(
    conn: &mut Conn<'_>,
    app: &App,
    to: &Addressed,
) -> Result<Option<Content>, Fault> {
    let (Ok(account), Ok(person)) = (
        to.subject.parse::<AccountId>(),
        to.detail.parse::<PersonId>(),
    ) else {
        return Ok(None);
    };
    let on: Date = app.clock.now().to_zoned(TimeZone::UTC).date();
    let known = accounts::account_of(conn, person)?.is_some_and(|it| it.id == account && !it.ended);
    let found = crate::records::person(conn, person)?.filter(|it| known && !it.ended);
    let Some(person) = found else {
        return Ok(None);
    };
    let organisations = records::speaks_for(conn, (person.network, on), person.id)?;
    let Some(network) = crate::records::network(conn, person.network)? else {
        return Ok(None);
    };
    if organisations.is_empty() {
        return Ok(None);
    }
    let scene = Scene {
        wordings: crate::records::wordings(conn, network.id)?,
        mail: to.to_address.clone(),
        door: app.url(to.lang, links::SIGN_IN),
        network,
        person,
        organisations,
    };
    let sheet = Sheet::new(conn, &app.phrases, to)?;
    let (subject, text, html) = words(sheet, scene)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }))
}

/// Everything that the mail says.
struct Scene {
    network: Network,
    wordings: Wordings,
    person: Person,
    /// The organisations whose records the person keeps.
    organisations: Vec<String>,
    /// The address that one signs in with.
    mail: String,
    door: String,
}

/// Subject, text and HTML.
fn words(mut sheet: Sheet<'_>, scene: Scene) -> Result<(String, String, String), Fault> {
    let args = [
        ("network", scene.network.name.as_str().into()),
        ("mail", scene.mail.as_str().into()),
    ];
    sheet.text(salutation(&sheet, &scene.person));
    sheet.text(sheet.tell("register-letter-access-text", &args));
    sheet.list(scene.organisations);
    sheet.text(sheet.tell("register-letter-access-how", &args));
    let label = sheet.say("register-letter-access-door");
    sheet.doors(vec![Link::new(label, scene.door)]);
    let office = [("office", scene.network.office_name.as_str().into())];
    sheet.text(sheet.own(&scene.wordings, &CLOSING, &office));
    let subject = sheet.tell("register-letter-access-subject", &args);
    let because = sheet.tell("register-letter-access-because", &args);
    sheet.finished(&subject, &because)
}

#[cfg(test)]
mod tests {
    use base::Lang;

    use super::*;
    use crate::letters::samples;

    #[test]
    fn the_mail_that_hands_a_record_over_reads_well() {
        for lang in Lang::ALL {
            let scene = Scene {
                network: samples::network(),
                wordings: Wordings::default(),
                person: samples::person(lang),
                organisations: vec!["Lebensräume e. V.".to_owned(), "Werkhof".to_owned()],
                mail: "kim@example.com".to_owned(),
                door: "https://kreis.example/anmelden".to_owned(),
            };
            let phrases = samples::phrases();
            let sheet = Sheet::of(&phrases, lang, samples::sender());
            let (subject, text, html) = words(sheet, scene).unwrap();
            insta::assert_snapshot!(
                format!("access_{}_text", lang.tag()),
                format!("{subject}\n\n{text}")
            );
            insta::assert_snapshot!(format!("access_{}_html", lang.tag()), html);
        }
    }
}
