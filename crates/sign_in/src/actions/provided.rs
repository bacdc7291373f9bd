//! Signing in by what another provider says.

use base::access::Role;
use base::{AccountId, Fault, Halt, Moment, NetworkId};
use register::Account;
use register::roles::{self, GroupAct};
use store::{Conn, Entry};

use super::telling::account;
use crate::provider::{Provider, Seen};
use crate::records::sessions::{self, Way};
use crate::records::{factors, providers};
use crate::rules;

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entered {
    /// Signed in; the session's token.
    In(String),
    /// Nobody here has the address.
    Unknown,
    /// The address belongs to an account that is bound to somebody else at the provider.
    Other,
}

/// Opens a session for whom the provider has seen, binds them at the first time, and gives and
/// takes the roles of their groups.
///
/// # Errors
/// When the database fails.
pub(crate) fn enter(
    conn: &mut Conn<'_>,
    (moment, real_moment): (&mut Moment, &mut Moment),
    (provider, seen): (&Provider, &Seen),
    browser: &str,
) -> Result<Entered, Halt> {
    let whose = (provider.issuer.as_str(), seen.subject.as_str());
    let account = match providers::bound(conn, whose)? {
        Some(id) => match account(conn, id) {
            Ok(account) => account,
            Err(Halt::Missing) => return Ok(Entered::Unknown),
            Err(other) => return Err(other),
        },
        None => match by_mail(conn, seen)? {
            None => return Ok(Entered::Unknown),
            Some(known) if providers::is_bound(conn, known.id, &provider.issuer)? => {
                return Ok(Entered::Other);
            }
            Some(known) => {
                providers::bind(conn, known.id, whose, real_moment.now())?;
                known
            }
        },
    };
    settle_roles(conn, moment, &account, (provider, &seen.groups))?;
    let now = real_moment.now();
    let (session, token) =
        register::actions::open_known_session(conn, real_moment, account.id, browser)?;
    if provider.asks_second_factor {
        sessions::give(conn, session, Way::Provider, now)?;
    }
    Ok(Entered::In(token))
}

/// An address that the provider does not vouch for is nobody's.
fn by_mail(conn: &mut Conn<'_>, seen: &Seen) -> Result<Option<Account>, Fault> {
    let Some(mail) = &seen.mail else {
        return Ok(None);
    };
    let known = register::account_by_mail(conn, mail)?;
    Ok(known.filter(|it| !it.ended))
}

/// Gives the roles of somebody's groups and takes those of groups that are gone. Roles that an
/// office gave by hand stay: what was there before the group came is not noted as the group's.
fn settle_roles(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    account: &Account,
    (provider, groups): (&Provider, &[String]),
) -> Result<(), Fault> {
    let mut wanted = Vec::new();
    for it in rules::roles_of(&provider.roles, groups) {
        if let Some(network) = register::network_by_slug(conn, &it.network)? {
            wanted.push((network.id, it.role));
        } else {
            tracing::warn!(network = it.network, "a group gives a role nowhere");
        }
    }
    let issuer = provider.issuer.as_str();
    let noted = providers::roles(conn, account.id, issuer)?;
    for (network, word) in &noted {
        let stays = wanted
            .iter()
            .any(|(at, role)| at == network && role.word() == word);
        if let (false, Some(role)) = (stays, rules::role_of_word(word)) {
            // A group that is gone takes no network's last office along.
            let at = (*network, account.id);
            if role == Role::Office && register::runs_office_alone(conn, moment, at)? {
                tracing::warn!(network = %network, "a group is gone, but not the last office");
                continue;
            }
            providers::forget_role(conn, account.id, issuer, (*network, word))?;
            register::take_role(conn, account.id, *network, role)?;
            let act = GroupAct {
                role,
                is_given: false,
                by: &provider.name,
            };
            note(conn, moment, account, (*network, act))?;
        }
    }
    for (network, role) in wanted {
        if !has(conn, account.id, network, role)? {
            register::give_role(conn, account.id, network, role)?;
            providers::note_role(conn, account.id, issuer, (network, role.word()))?;
            let act = GroupAct {
                role,
                is_given: true,
                by: &provider.name,
            };
            note(conn, moment, account, (network, act))?;
        }
    }
    Ok(())
}

fn has(
    conn: &mut Conn<'_>,
    account: AccountId,
    network: NetworkId,
    role: Role,
) -> Result<bool, Fault> {
    let networks = register::networks_with_role(conn, account, role)?;
    Ok(networks.contains(&network))
}

/// On the person's record in the network, or on the network where it keeps none; the person is
/// told, too, by whichever record there is.
fn note(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    account: &Account,
    (network, act): (NetworkId, GroupAct<'_>),
) -> Result<(), Fault> {
    let people = factors::people(conn, account.id)?;
    let here = people.iter().find(|(at, _)| *at == network);
    let told = here.or(people.first()).map(|(_, person)| *person);
    roles::tell_of_group(conn, moment, (network, told), act)?;
    let (kind, subject) = match here.copied() {
        Some((_, person)) => ("person", person.into()),
        None => ("account", account.id.into()),
    };
    conn.note(
        moment,
        &Entry {
            network: Some(network),
            account: None,
            actor: act.by,
            verb: if act.is_given {
                "register-office-given"
            } else {
                "register-office-taken"
            },
            kind,
            subject,
            detail: String::new(),
        },
    )
}
