//! What the register keeps about people: their record with its ties, and their account.

mod account;
mod former;
mod names;
mod own;
mod record;
mod terms;

use base::{AccountId, Fault, NetworkId, PersonId};
use shell::{Going, Ground, Holding, Retained, Whom};
use store::{Conn, Row, params, sql};

use super::accounts;
use super::people::person;

/// What the register keeps about people; the record itself goes last.
pub(crate) const HOLDINGS: &[Holding] = &[
    Holding {
        name: "register-own",
        label: "register-holding-own",
        purpose: "register-holding-own-purpose",
        ground: Ground::Membership,
        columns: &[
            "custom_value.person_id",
            "organisation_change.account_id",
            "organisation_change.actor",
            "organisation_change.settled_by",
            "handover.made_by",
        ],
        former: None,
        tell: own::tell,
        erase: own::erase,
    },
    Holding {
        name: "register-account",
        label: "register-holding-account",
        purpose: "register-holding-account-purpose",
        ground: Ground::Membership,
        columns: &[
            "account_person.account_id",
            "account_role.account_id",
            "role_assignment.account_id",
            "session.account_id",
            "access_link.account_id",
            "access_link.person_id",
        ],
        former: None,
        tell: account::tell,
        erase: account::erase,
    },
    Holding {
        name: "register-record",
        label: "register-holding-record",
        purpose: "register-holding-record-purpose",
        ground: Ground::Membership,
        columns: &[
            "account_person.person_id",
            "person_function.person_id",
            "group_member.person_id",
            "person_key.person_id",
            "likeness_waiting.person_id",
            "person_pair.one_id",
            "person_pair.other_id",
        ],
        former: None,
        tell: record::tell,
        erase: record::erase,
    },
];

/// What the register keeps for a time only.
pub(crate) const RETAINED: &[Retained] = &[
    Retained {
        name: "register-former",
        label: "register-retained-former",
        hint: "register-retained-former-hint",
        months: 24,
        due: former::due,
        going: Going::People(former::is_due),
    },
    Retained {
        name: "register-links",
        label: "register-retained-links",
        hint: "register-retained-links-hint",
        months: 6,
        due: terms::links_due,
        going: Going::Rows(terms::link_goes),
    },
    Retained {
        name: "register-changes",
        label: "register-retained-changes",
        hint: "register-retained-changes-hint",
        months: 24,
        due: terms::changes_due,
        going: Going::Rows(terms::change_goes),
    },
];

/// A person as every room knows it again; none where there is no such record.
///
/// # Errors
/// When the database fails.
pub fn whom(conn: &mut Conn<'_>, id: PersonId) -> Result<Option<Whom>, Fault> {
    let Some(person) = person(conn, id)? else {
        return Ok(None);
    };
    let Some(network) = super::network(conn, person.network)? else {
        return Ok(None);
    };
    let mail = person.mail.trim().to_lowercase();
    let others = conn.count(
        sql!(
            "SELECT COUNT(*) FROM person
             WHERE network_id = $1 AND LOWER(mail) = $2 AND id <> $3"
        ),
        params![person.network, mail, id],
    )?;
    let account = accounts::account_of(conn, id)?;
    let account_is_own = match &account {
        Some(account) => !account.operator && is_only_here(conn, account.id, person.network)?,
        None => false,
    };
    let account_id = account.as_ref().map(|it| it.id);
    let own_names = names::own(conn, &person, account_id)?;
    Ok(Some(Whom {
        person: id,
        network: person.network,
        slug: network.slug,
        name: person.name,
        own_names,
        mail_is_own: others == 0,
        mail,
        account: account_id,
        account_is_own,
    }))
}

/// Whether an account stands for nobody elsewhere and has no role there.
fn is_only_here(
    conn: &mut Conn<'_>,
    account: AccountId,
    network: NetworkId,
) -> Result<bool, Fault> {
    let elsewhere = conn.count(
        sql!(
            "SELECT COUNT(*) FROM account_person b JOIN person p ON p.id = b.person_id
             WHERE b.account_id = $1 AND p.network_id <> $2"
        ),
        params![account, network],
    )?;
    let roles = conn.count(
        sql!("SELECT COUNT(*) FROM account_role WHERE account_id = $1 AND network_id <> $2"),
        params![account, network],
    )?;
    let given = crate::roles::records::networks_of(conn, account)?;
    Ok(elsewhere == 0 && roles == 0 && given.iter().all(|it| *it == network))
}

/// The people behind an account, closed records too.
///
/// # Errors
/// When the database fails.
pub fn people_behind(conn: &mut Conn<'_>, account: AccountId) -> Result<Vec<PersonId>, Fault> {
    conn.all(
        sql!("SELECT person_id FROM account_person WHERE account_id = $1 ORDER BY person_id"),
        params![account],
        Row::take,
    )
}

/// Whether a person's account watches over the network's data protection.
///
/// # Errors
/// When the database fails.
pub fn protects(
    conn: &mut Conn<'_>,
    network: NetworkId,
    person: PersonId,
) -> Result<Option<bool>, Fault> {
    let Some(account) = accounts::account_of(conn, person)? else {
        return Ok(None);
    };
    let role = base::access::Role::DataProtection;
    let networks = accounts::networks_with_role(conn, account.id, role)?;
    Ok(Some(networks.contains(&network)))
}
