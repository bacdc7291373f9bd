//! Accounts and the first run.

use base::access::{Actor, Role};
use base::{AccountId, Fault, Halt, Lang, Moment, NetworkId, PersonId};
use store::Conn;

use super::people::{PersonInput, add_person, person_in};
use super::set_office;
use super::{Check, NewNetwork, found_network};
use crate::records::accounts::{self, Account};
use crate::records::{self, About};
use crate::rules;
use crate::types::Person;

/// Gives a person an account, under the person's mail address.
///
/// Somebody with an account from another network keeps it and signs in to both.
///
/// # Errors
/// Missing in another network; refused where the person has no mail address or the address
/// already stands for somebody else here.
pub fn create_account(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    person: PersonId,
) -> Result<AccountId, Halt> {
    let person = person_in(conn, network, person)?;
    if let Some(account) = accounts::account_of(conn, person.id)? {
        return Ok(account.id);
    }
    if person.mail.is_empty() {
        return Err(Halt::at("mail", "register-fault-account-mail"));
    }
    let id = match accounts::account_by_mail(conn, &person.mail)? {
        Some(account) => {
            let here = accounts::behind(conn, account.id)?;
            if here.iter().any(|it| it.network == network) {
                return Err(Halt::at("mail", "register-fault-account-taken"));
            }
            account.id
        }
        None => new_account(conn, moment, &person.mail, &person.name, person.lang)?,
    };
    accounts::tie(conn, id, person.id)?;
    note(
        conn,
        moment,
        who,
        network,
        person.id,
        "register-account-added",
    )?;
    Ok(id)
}

/// Lets a person's account follow the person's new mail address.
///
/// An account that opens more than this network keeps its address: whoever keeps a person's
/// record here must not be able to take over what the account may do elsewhere.
pub(crate) fn follow_mail(conn: &mut Conn<'_>, person: &Person) -> Result<(), Halt> {
    let Some(account) = accounts::account_of(conn, person.id)? else {
        return Ok(());
    };
    let mut elsewhere: Vec<NetworkId> = accounts::behind(conn, account.id)?
        .iter()
        .map(|it| it.network)
        .collect();
    for role in [Role::Office, Role::DataProtection] {
        elsewhere.extend(accounts::networks_with_role(conn, account.id, role)?);
    }
    elsewhere.extend(crate::roles::records::networks_of(conn, account.id)?);
    elsewhere.retain(|it| *it != person.network);
    let reaches_further = account.operator || !elsewhere.is_empty();
    if person.mail.is_empty() || reaches_further {
        return Ok(());
    }
    let taken = accounts::account_by_mail(conn, &person.mail)?;
    if taken.is_some_and(|it| it.id != account.id) {
        return Err(Halt::at("mail", "register-fault-account-taken"));
    }
    Ok(accounts::set_mail(
        conn,
        account.id,
        &rules::mail_key(&person.mail),
    )?)
}

/// Gives an account that stands for nobody in a network: the operator's.
///
/// # Errors
/// Refused where the address is no mail address or taken.
pub fn create_operator(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    mail: &str,
    name: &str,
) -> Result<AccountId, Halt> {
    let mut check = Check::default();
    check.filled(name, "name");
    check.must(shell::looks_like_mail(mail), "mail", "fault-mail");
    check.done()?;
    if accounts::account_by_mail(conn, mail)?.is_some() {
        return Err(Halt::at("mail", "register-fault-account-taken"));
    }
    let id: AccountId = moment.id();
    let account = Account {
        id,
        mail: rules::mail_key(mail),
        name: name.to_owned(),
        lang: Lang::De,
        password: None,
        operator: true,
        ended: false,
    };
    accounts::insert(conn, &account, moment.now())?;
    Ok(id)
}

fn new_account(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    mail: &str,
    name: &str,
    lang: Lang,
) -> Result<AccountId, Fault> {
    let id: AccountId = moment.id();
    let account = Account {
        id,
        mail: rules::mail_key(mail),
        name: name.to_owned(),
        lang,
        password: None,
        operator: false,
        ended: false,
    };
    accounts::insert(conn, &account, moment.now())?;
    Ok(id)
}

fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    person: PersonId,
    verb: &'static str,
) -> Result<(), Fault> {
    let about = About {
        network,
        kind: "person",
        subject: person.into(),
    };
    records::note(conn, moment, who, about, verb, String::new())
}

/// The first network with its first person of the office.
#[derive(Clone, Debug, Default)]
pub struct FirstRun {
    /// The one-time key that the program printed.
    pub key: String,
    /// The network.
    pub network: NewNetwork,
    /// The name of the first person of the office.
    pub name: String,
    /// That person's mail address.
    pub mail: String,
    /// That person's language.
    pub lang: Lang,
}

/// Makes the key that opens the first run, as long as there is no network.
///
/// Every call makes the key before it useless.
///
/// # Errors
/// When the database cannot be read or written.
pub fn setup_key(conn: &mut Conn<'_>, moment: &mut Moment) -> Result<Option<String>, Fault> {
    if records::any_network(conn)? {
        return Ok(None);
    }
    let key = rules::url_text(&moment.secret());
    accounts::set_setup_key(conn, &rules::hashed(&key), moment.now())?;
    Ok(Some(key))
}

/// Sets up the first network, its office and the account that runs both it and the
/// installation.
///
/// # Errors
/// Missing once there is a network; refused where the key is wrong or an entry is missing.
pub fn set_up(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    first: &FirstRun,
) -> Result<(NetworkId, AccountId), Halt> {
    if records::any_network(conn)? {
        return Err(Halt::Missing);
    }
    let mut check = Check::default();
    let known = accounts::is_setup_key(conn, &rules::hashed(first.key.trim()))?;
    check.must(known, "key", "register-fault-setup-key");
    check.filled(&first.name, "person");
    check.must(shell::looks_like_mail(&first.mail), "mail", "fault-mail");
    check.done()?;
    let who = Actor {
        name: first.name.clone(),
        operator: true,
        ..Actor::default()
    };
    let network = found_network(conn, moment, &who, &first.network)?;
    let person = PersonInput {
        name: first.name.clone(),
        mail: first.mail.clone(),
        lang: first.lang,
        ..PersonInput::default()
    };
    let person = add_person(conn, moment, &who, network, &person)?;
    let account = create_account(conn, moment, &who, network, person)?;
    accounts::make_operator(conn, account)?;
    set_office(conn, moment, &who, (network, person), true)?;
    accounts::forget_setup_keys(conn)?;
    Ok((network, account))
}
