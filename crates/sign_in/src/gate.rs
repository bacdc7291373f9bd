//! What a session opens: everything once its second factor is given, nothing of anybody's before.

use base::Fault;
use base::access::Actor;
use shell::{App, Detour, Identified};
use store::Conn;

use crate::links;
use crate::locks::Locks;
use crate::records::sessions;
use crate::rules;

/// Holds a session back where a factor is missing; asked before every page of who is signed in.
pub(crate) fn look(
    conn: &mut Conn<'_>,
    app: &App,
    identified: &mut Identified,
) -> Result<(), Fault> {
    let (Some(session), Some(account)) = (identified.session, identified.actor.account) else {
        return Ok(());
    };
    let standing = sessions::standing(conn, account, session)?;
    if standing.has_factor && !standing.is_given {
        // Until then it is nobody's.
        identified.actor = Actor::default();
        identified.detour = Some(Detour {
            account,
            at: links::ASKED,
        });
        return Ok(());
    }
    let is_free = standing.has_factor || standing.is_provided;
    let locks = Locks::of(app);
    if !is_free && rules::is_demanded(&identified.actor, locks.demanded_of()) {
        let name = std::mem::take(&mut identified.actor.name);
        identified.actor = Actor {
            account: Some(account),
            name,
            ..Actor::default()
        };
        identified.detour = Some(Detour {
            account,
            at: links::FACTORS,
        });
    }
    Ok(())
}
