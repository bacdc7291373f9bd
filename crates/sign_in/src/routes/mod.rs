//! The room over HTTP.

mod asked;
mod factors;
mod passkeys;
mod provided;

pub(crate) use provided::entrances;

use base::access::Actor;
use base::{Halt, Moment};
use shell::{Form, Routes, Visit};
use store::Conn;

use crate::actions::Owner;
use crate::locks::Locks;

/// The room's addresses with the rights they need.
pub(crate) fn fill(routes: &mut Routes) {
    asked::fill(routes);
    factors::fill(routes);
    passkeys::fill(routes);
    provided::fill(routes);
}

/// Whose session this is: of who is signed in, or has begun to.
fn owner(visit: &Visit) -> Result<Owner, Halt> {
    let detour = visit.detour.map(|detour| detour.account);
    Ok(Owner {
        account: visit.actor.account.or(detour).ok_or(Halt::Missing)?,
        session: visit.session.ok_or(Halt::Missing)?,
        real_now: visit.app.real_clock.now(),
        locks: Locks::of(&visit.app),
    })
}

/// Does an act in one transaction, unless the form is blamed already; a refusal goes into the
/// form, which is then to be shown again.
async fn act<T: Send + 'static>(
    visit: &Visit,
    form: &mut Form,
    act: impl FnOnce(&mut Conn<'_>, &mut Moment, (&Owner, &Actor)) -> Result<T, Halt> + Send + 'static,
) -> Result<Option<T>, Halt> {
    if form.is_blamed() {
        return Ok(None);
    }
    let (owner, who, mut moment) = (owner(visit)?, visit.actor.clone(), visit.moment());
    let done = visit
        .store()
        .write(move |conn| act(conn, &mut moment, (&owner, &who)))
        .await;
    match done {
        Ok(done) => Ok(Some(done)),
        Err(halt) => {
            form.take_refusal(halt)?;
            Ok(None)
        }
    }
}
