//! The mail that hands an organisation its record: it opens nothing by itself.

use base::{AccountId, Fault, PersonId};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use outbox::Sheet;
use shell::{Addressed, App, Content, Link};
use store::Conn;

use super::records;
use crate::letters::{CLOSING, salutation};
use crate::links;
use crate::records::accounts;

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
    let mut sheet = Sheet::new(conn, &app.phrases, to)?;
    let name = |name: &str| name.to_owned();
    let args = [("network", name(&network.name).into())];
    sheet.text(salutation(&sheet, &person));
    sheet.text(sheet.tell("register-letter-access-text", &args));
    sheet.list(organisations);
    sheet.text(sheet.tell(
        "register-letter-access-how",
        &[("mail", name(&to.to_address).into())],
    ));
    let door = app.url(to.lang, links::SIGN_IN);
    let label = sheet.say("register-letter-access-door");
    sheet.doors(vec![Link::new(label, door)]);
    let wordings = crate::records::wordings(conn, network.id)?;
    let office = [("office", name(&network.office_name).into())];
    sheet.text(sheet.own(&wordings, &CLOSING, &office));
    let subject = sheet.tell("register-letter-access-subject", &args);
    let because = sheet.tell("register-letter-access-because", &args);
    let (text, html) = sheet.text_and_html(&subject, &because)?;
    Ok(Some(Content {
        subject,
        text,
        html: Some(html),
        ..Content::default()
    }))
}
