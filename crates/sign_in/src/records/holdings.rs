//! What this room keeps about a person: second factors and other providers, with the account.

use base::{Fault, Moment};
use shell::{Erased, Ground, Held, Holding, How, Whom, Words};
use store::{Conn, params, sql};

use super::{factors, providers};
use crate::links;

/// All of it goes with the account.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "sign-in-factors",
    label: "sign-in-holding",
    purpose: "sign-in-holding-purpose",
    ground: Ground::Interest,
    columns: &[
        "second_factor.account_id",
        "recovery_code.account_id",
        "provider_identity.account_id",
        "provider_role.account_id",
    ],
    former: None,
    tell,
    erase,
}];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let Some(account) = whom.account else {
        return Ok(Vec::new());
    };
    let own = |held: Held| held.on(links::FACTORS.to_owned());
    let factors = factors::of_account(conn, account)?.into_iter();
    let mut held: Vec<Held> = factors
        .map(|it| {
            let words = Words::Said(it.kind.key().to_owned());
            let words = Words::Part(Box::new(words), Box::new(Words::Record(it.name)));
            own(Held::of("sign-in-holding-factor", words).at(Some(it.created_at)))
        })
        .collect();
    let left = factors::codes_left(conn, account)?;
    if left > 0 {
        held.push(own(Held::new("sign-in-holding-codes", left.to_string())));
    }
    for (issuer, at) in providers::of_account(conn, account)? {
        held.push(own(
            Held::new("sign-in-holding-provider", issuer).at(Some(at))
        ));
    }
    Ok(held)
}

/// An account that opens other networks too keeps them: without, it would open more easily.
fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, _: How) -> Result<Vec<Erased>, Fault> {
    let Some(account) = whom.account else {
        return Ok(Vec::new());
    };
    if !whom.account_is_own {
        let count = factors::of_account(conn, account)?.len();
        let count = u64::try_from(count).unwrap_or(u64::MAX);
        return Ok(vec![Erased::stays(
            "sign-in-holding-factor",
            count,
            "sign-in-holding-stays",
        )]);
    }
    let factors = factors::remove_all(conn, account)?;
    factors::set_codes(conn, account, &[])?;
    let whose = params![account];
    conn.exec(
        sql!("DELETE FROM provider_role WHERE account_id = $1"),
        whose,
    )?;
    let providers = conn.exec(
        sql!("DELETE FROM provider_identity WHERE account_id = $1"),
        whose,
    )?;
    Ok(vec![
        Erased::deleted("sign-in-holding-factor", factors),
        Erased::deleted("sign-in-holding-provider", providers),
    ])
}
