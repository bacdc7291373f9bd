//! What is told of needs elsewhere: in an archive of everything, and to whom they are about.

use base::{Fault, Moment};
use shell::ToldAs::{Id, Number, Text, When};
use shell::{Chapter, Erased, Ground, Held, Holding, How, NotTold, Whom};
use store::{Conn, params, sql};

use super::super::jobs;

/// The tables that go into an archive of everything: the proofs.
pub(crate) const CHAPTERS: &[Chapter] = &[Chapter {
    table: "assistance_key",
    file: "assistenz-nachweise",
    columns: &[
        ("title", Text),
        ("made-at", When),
        ("destroyed-at", When),
        ("why", Text),
        ("struck", Number),
        ("id", Text),
        ("gathering-id", Id),
    ],
    read: sql!(
        "SELECT g.title, t.made_at, t.destroyed_at, t.why, t.struck, t.id, t.gathering_id
         FROM assistance_key t LEFT JOIN gathering g ON g.id = t.gathering_id
         WHERE t.network_id = $1 ORDER BY t.made_at, t.id"
    ),
}];

/// The table that does not: nobody reads needs but whom they were told to.
pub(crate) const NOT_TOLD: &[NotTold] = &[NotTold {
    table: "assistance_need",
    why: "needs-not-in-archives",
}];

/// What is kept here about people. Nobody but the contact opens it, so what is told of it is
/// that it is there.
pub(crate) const HOLDINGS: &[Holding] = &[Holding {
    name: "assistance-needs",
    label: "needs-holding",
    purpose: "needs-holding-purpose",
    ground: Ground::Consent,
    columns: &[],
    former: None,
    tell,
    erase,
}];

fn mail_of(whom: &Whom) -> &str {
    if whom.mail_is_own { &whom.mail } else { "" }
}

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    conn.all(
        sql!(
            "SELECT g.title, n.told_at FROM assistance_need n
             JOIN registration_place p ON p.id = n.place_id
             JOIN registration r ON r.id = p.registration_id
             JOIN gathering g ON g.id = p.gathering_id
             WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> ''))
             ORDER BY n.told_at DESC, n.id"
        ),
        params![whom.network, whom.person, mail_of(whom)],
        |row| {
            let title: String = row.take()?;
            Ok(Held::said("needs-holding", "needs-holding-sealed")
                .about(title)
                .at(row.take()?))
        },
    )
}

fn erase(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let struck = conn.exec(
        sql!(
            "DELETE FROM assistance_need WHERE place_id IN
             (SELECT p.id FROM registration_place p JOIN registration r ON r.id = p.registration_id
              WHERE r.network_id = $1 AND (r.person_id = $2 OR (r.mail_key = $3 AND $3 <> '')))"
        ),
        params![whom.network, whom.person, mail_of(whom)],
    )?;
    if struck > 0 {
        jobs::sweep(conn, moment)?;
    }
    Ok(vec![Erased::deleted("needs-holding", struck)])
}
