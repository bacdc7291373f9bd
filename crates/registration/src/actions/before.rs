//! What is known before somebody registers, asked together: a crowd that registers on
//! PostgreSQL waits for each journey to the server, and hardly for the questions.

use base::{Fault, Halt, OrganisationId, PersonId};
use jiff::Timestamp;
use jiff::civil::Date;
use outbox::Way;
use store::{Asked, Conn};

use super::Floor;
use super::floor::AskedFloor;
use crate::records;
use crate::rules::{Desk, Registration, fold};

/// What is known.
pub(super) struct Before {
    /// The desk as it stands now.
    pub(super) floor: Floor,
    /// The person of the mail address, with the member that it speaks for.
    pub(super) member: Option<(PersonId, Option<OrganisationId>)>,
    /// What stands under the mail address already.
    pub(super) registration: Option<Registration>,
    /// Whether a mail reaches the address.
    pub(super) way: Way,
    /// When the network's terms are looked at next.
    pub(super) wake: Option<Timestamp>,
}

/// The desk at the end of a registration, left to whoever registers next in the same
/// transaction.
struct Left {
    floor: Floor,
    wake: Option<Timestamp>,
}

/// Leaves the desk to the next who registers. Contingents have terms of their own, so that a
/// desk with some is read each time.
pub(super) fn leave(conn: &mut Conn<'_>, floor: Floor, wake: Option<Timestamp>) {
    if floor.line.contingents.is_empty() {
        conn.leave(Left { floor, wake });
    }
}

/// A desk that was left by whoever registered before, or else asked for.
enum Ground {
    Left(Box<Left>),
    Asked(Box<AskedFloor>, Asked<Timestamp>),
}

impl Ground {
    fn ask(conn: &mut Conn<'_>, seen: &Desk, now: Timestamp) -> Result<Self, Fault> {
        let left = conn.left::<Left>();
        if let Some(left) = left.filter(|it| it.floor.desk.id == seen.id) {
            return Ok(Self::Left(left));
        }
        let floor = Box::new(Floor::ask(conn, seen, now)?);
        Ok(Self::Asked(floor, records::ask_wake(conn, seen.network)?))
    }

    fn heard(self, conn: &mut Conn<'_>) -> Result<Left, Halt> {
        match self {
            Self::Left(left) => Ok(*left),
            Self::Asked(floor, wake) => Ok(Left {
                floor: floor.heard(conn)?,
                wake: wake.one(conn)?,
            }),
        }
    }
}

impl Before {
    /// Reads it for the desk that whoever registers has seen: what it says is read anew, where
    /// it stands never changes.
    pub(super) fn read(
        conn: &mut Conn<'_>,
        (seen, mail): (&Desk, &str),
        (today, now): (Date, Timestamp),
    ) -> Result<Self, Halt> {
        let mail_key = fold(mail);
        let ground = Ground::ask(conn, seen, now)?;
        let way = outbox::ask_way(conn, Some(seen.network), mail)?;
        let (member, registration) = if mail_key.is_empty() {
            (None, None)
        } else {
            let member = records::ask_member(conn, (seen.network, today), &mail_key)?;
            let registration = records::ask_by_mail(conn, seen.id, &mail_key)?;
            (member.one(conn)?, registration.one(conn)?)
        };
        let way = way.one(conn)?.unwrap_or_default();
        let Left { floor, wake } = ground.heard(conn)?;
        Ok(Self {
            floor,
            member,
            registration,
            way,
            wake,
        })
    }
}
