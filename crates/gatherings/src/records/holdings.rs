//! Invitations, replies and attendance as something that is kept about people.

use base::{AttendanceId, Fault, GatheringId, InvitationId, Moment, NetworkId, PersonId};
use jiff::Timestamp;
use shell::{Due, Erased, Ground, Held, Holding, How, NOBODY, Whom};
use store::{Conn, Row, params, sql};

use crate::links;
use crate::rules::Reply;

/// What gatherings keep about people. Who came is told and taken out by the minutes, which know
/// what is a document of record.
pub(crate) const HOLDINGS: &[Holding] = &[
    Holding {
        name: "gatherings-invitations",
        label: "gatherings-holding",
        purpose: "gatherings-holding-purpose",
        ground: Ground::Interest,
        columns: &["invitation.person_id", "invitation.deputy"],
        former: None,
        tell,
        erase,
    },
    Holding {
        name: "gatherings-programme",
        label: "gatherings-holding-programme",
        purpose: "gatherings-holding-programme-purpose",
        ground: Ground::Interest,
        columns: &["document_version.added_by"],
        former: None,
        tell: tell_programme,
        erase: erase_programme,
    },
];

fn tell(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    let found = conn.all(
        sql!(
            "SELECT g.slug, g.title, i.invited_at, i.reply, i.replied_at, i.deputy, i.note
             FROM invitation i JOIN gathering g ON g.id = i.gathering_id
             WHERE i.person_id = $1 ORDER BY g.starts_at DESC, i.id"
        ),
        params![whom.person],
        |row| {
            let page = links::gathering(&whom.slug, &row.take::<String>()?);
            let title: String = row.take()?;
            let invited = Held::new("gatherings-holding-invitation", &title).at(row.take()?);
            let reply = row.take::<Option<String>>()?;
            let replied: Option<Timestamp> = row.take()?;
            let mut held = vec![invited.on(page.clone())];
            let reply = reply.as_deref().and_then(Reply::from_word);
            held.extend(reply.map(|it| Held::new(it.key(), &title).at(replied).on(page.clone())));
            let deputy: String = row.take()?;
            let note: String = row.take()?;
            for (what, words) in [
                ("gatherings-holding-deputy", deputy),
                ("gatherings-holding-note", note),
            ] {
                if !words.is_empty() {
                    held.push(Held::new(what, words).at(replied).on(page.clone()));
                }
            }
            Ok(held)
        },
    )?;
    Ok(found.into_iter().flatten().collect())
}

fn erase(conn: &mut Conn<'_>, _: &mut Moment, whom: &Whom, how: How) -> Result<Vec<Erased>, Fault> {
    let invitations = match how {
        How::Erase => {
            let gone = conn.exec(
                sql!("DELETE FROM invitation WHERE person_id = $1"),
                params![whom.person],
            )?;
            Erased::deleted("gatherings-holding-invitation", gone)
        }
        How::Anonymise => {
            let gone = conn.exec(
                sql!("UPDATE invitation SET deputy = '', note = '' WHERE person_id = $1"),
                params![whom.person],
            )?;
            Erased::anonymised("gatherings-holding-invitation", gone)
        }
    };
    let deputy = whom.forget_names(
        conn,
        &[sql!(
            "UPDATE invitation SET deputy = $3 WHERE deputy = $2 AND gathering_id IN
             (SELECT id FROM gathering WHERE network_id = $1)"
        )],
    )?;
    Ok(vec![
        invitations,
        Erased::anonymised("gatherings-holding-deputy", deputy),
    ])
}

fn tell_programme(conn: &mut Conn<'_>, whom: &Whom) -> Result<Vec<Held>, Fault> {
    whom.under_own_names(|name| named_in_programmes(conn, whom, name))
}

fn named_in_programmes(conn: &mut Conn<'_>, whom: &Whom, name: &str) -> Result<Vec<Held>, Fault> {
    let named = |row: &mut Row| {
        let page = links::gathering(&whom.slug, &row.take::<String>()?);
        Ok(Held::new("gatherings-holding-named", row.take::<String>()?).on(page))
    };
    let mut held = conn.all(
        sql!(
            "SELECT DISTINCT g.slug, g.title FROM gathering g
             LEFT JOIN gathering_guest u ON u.gathering_id = g.id
             LEFT JOIN agenda_item a ON a.gathering_id = g.id
             LEFT JOIN agenda_speaker s ON s.agenda_item_id = a.id
             WHERE g.network_id = $1 AND (u.name = $2 OR s.name = $2) ORDER BY g.slug"
        ),
        params![whom.network, name],
        named,
    )?;
    held.extend(conn.all(
        sql!(
            "SELECT d.title, v.added_at FROM document_version v
             JOIN document d ON d.id = v.document_id JOIN gathering g ON g.id = d.gathering_id
             WHERE g.network_id = $1 AND v.added_by = $2 ORDER BY v.added_at DESC, d.id"
        ),
        params![whom.network, name],
        |row| {
            let title: String = row.take()?;
            Ok(Held::new("gatherings-holding-document", title).at(Some(row.take()?)))
        },
    )?);
    Ok(held)
}

fn erase_programme(
    conn: &mut Conn<'_>,
    _: &mut Moment,
    whom: &Whom,
    _: How,
) -> Result<Vec<Erased>, Fault> {
    let stays = tell_programme(conn, whom)?;
    let stays = stays
        .iter()
        .filter(|it| it.what == "gatherings-holding-named")
        .count();
    let documents = whom.forget_names(
        conn,
        &[sql!(
            "UPDATE document_version SET added_by = $3 WHERE added_by = $2 AND document_id IN
             (SELECT d.id FROM document d JOIN gathering g ON g.id = d.gathering_id
              WHERE g.network_id = $1)"
        )],
    )?;
    Ok(vec![
        Erased::anonymised("gatherings-holding-document", documents),
        Erased::stays(
            "gatherings-holding-named",
            u64::try_from(stays).unwrap_or(u64::MAX),
            "gatherings-holding-named-stays",
        ),
    ])
}

/// Where a person stands on the list of those who came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attended {
    /// The gathering.
    pub gathering: GatheringId,
    /// Its path segment.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// When it began.
    pub starts_at: Timestamp,
}

/// The gatherings on whose attendance list a person stands, the newest first.
///
/// # Errors
/// When the database fails.
pub fn attended(conn: &mut Conn<'_>, person: PersonId) -> Result<Vec<Attended>, Fault> {
    conn.all(
        sql!(
            "SELECT g.id, g.slug, g.title, g.starts_at FROM attendance a
             JOIN gathering g ON g.id = a.gathering_id WHERE a.person_id = $1
             ORDER BY g.starts_at DESC, a.id"
        ),
        params![person],
        |row| {
            Ok(Attended {
                gathering: row.take()?,
                slug: row.take()?,
                title: row.take()?,
                starts_at: row.take()?,
            })
        },
    )
}

/// Lets an attendance list no longer lead to a person; the name stays where it must.
///
/// # Errors
/// When the database fails.
pub fn leave_attendance(
    conn: &mut Conn<'_>,
    (gathering, person): (GatheringId, PersonId),
    name_stays: bool,
) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "UPDATE attendance SET person_id = NULL,
             name = CASE WHEN $3 THEN name ELSE $4 END,
             function_name = CASE WHEN $3 THEN function_name ELSE '' END
             WHERE gathering_id = $1 AND person_id = $2"
        ),
        params![gathering, person, name_stays, NOBODY],
    )
}

/// Takes the name out of one line of an attendance list.
///
/// # Errors
/// When the database fails.
pub fn unname_attendance(conn: &mut Conn<'_>, id: AttendanceId) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "UPDATE attendance SET person_id = NULL, name = $2, function_name = '',
             represented_by = CASE WHEN represented_by = '' THEN '' ELSE $2 END WHERE id = $1"
        ),
        params![id, NOBODY],
    )
}

/// The gatherings to which somebody of this name came in another's place.
///
/// # Errors
/// When the database fails.
pub fn represented(
    conn: &mut Conn<'_>,
    network: NetworkId,
    name: &str,
) -> Result<Vec<GatheringId>, Fault> {
    conn.all(
        sql!(
            "SELECT DISTINCT g.id FROM attendance a JOIN gathering g ON g.id = a.gathering_id
             WHERE g.network_id = $1 AND a.represented_by = $2 ORDER BY g.id"
        ),
        params![network, name],
        Row::take,
    )
}

/// Takes a name from those who came in another's place.
///
/// # Errors
/// When the database fails.
pub fn forget_representative(
    conn: &mut Conn<'_>,
    gathering: GatheringId,
    name: &str,
) -> Result<u64, Fault> {
    conn.exec(
        sql!(
            "UPDATE attendance SET represented_by = $3
             WHERE gathering_id = $1 AND represented_by = $2"
        ),
        params![gathering, name, NOBODY],
    )
}

/// All invitations of a person, for rooms that keep something beside them.
///
/// # Errors
/// When the database fails.
pub fn invitations_of_person(
    conn: &mut Conn<'_>,
    person: PersonId,
) -> Result<Vec<InvitationId>, Fault> {
    conn.all(
        sql!("SELECT id FROM invitation WHERE person_id = $1 ORDER BY id"),
        params![person],
        Row::take,
    )
}

/// The invitations to gatherings that ended before an hour, the oldest first.
///
/// # Errors
/// When the database fails.
pub fn invitations_before(
    conn: &mut Conn<'_>,
    network: NetworkId,
    before: Timestamp,
    limit: i64,
) -> Result<Vec<Due>, Fault> {
    conn.all(
        sql!(
            "SELECT i.id, p.name, g.title, g.ends_at FROM invitation i
             JOIN gathering g ON g.id = i.gathering_id JOIN person p ON p.id = i.person_id
             WHERE g.network_id = $1 AND g.ends_at < $2 ORDER BY g.ends_at, i.id LIMIT $3"
        ),
        params![network, before, limit],
        Due::read_of,
    )
}

/// Takes an invitation away whose gathering ended before an hour; says whether it did.
///
/// # Errors
/// When the database fails, or another room keeps something beside the invitation.
pub fn forget_invitation(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: InvitationId,
    before: Timestamp,
) -> Result<bool, Fault> {
    let gone = conn.exec(
        sql!(
            "DELETE FROM invitation WHERE id = $1 AND gathering_id IN
             (SELECT id FROM gathering WHERE network_id = $2 AND ends_at < $3)"
        ),
        params![id, network, before],
    )?;
    Ok(gone > 0)
}
