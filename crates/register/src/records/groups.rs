//! Groups and who is in them, in the database.

use base::{Fault, GroupId, GroupMemberId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use store::{Conn, Row, params, sql};

use crate::types::{Group, GroupMember, Party, Term};

/// A group by its id.
pub fn group(conn: &mut Conn<'_>, id: GroupId) -> Result<Option<Group>, Fault> {
    conn.one(
        sql!("SELECT id, network_id, slug, name, about, parent_id, ended FROM network_group WHERE id = $1"),
        params![id],
        read,
    )
}

/// A group by its path segment.
pub fn group_by_slug(
    conn: &mut Conn<'_>,
    network: NetworkId,
    slug: &str,
) -> Result<Option<Group>, Fault> {
    conn.one(
        sql!(
            "SELECT id, network_id, slug, name, about, parent_id, ended FROM network_group
             WHERE network_id = $1 AND slug = $2"
        ),
        params![network, slug],
        read,
    )
}

/// A network's groups that have not ended, by name.
pub fn groups_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Group>, Fault> {
    let mut groups = every_group_of(conn, network)?;
    groups.retain(|group| !group.ended);
    Ok(groups)
}

/// A network's groups, ended ones too, by name.
pub(crate) fn every_group_of(conn: &mut Conn<'_>, network: NetworkId) -> Result<Vec<Group>, Fault> {
    let mut groups = conn.all(
        sql!(
            "SELECT id, network_id, slug, name, about, parent_id, ended FROM network_group
             WHERE network_id = $1"
        ),
        params![network],
        read,
    )?;
    groups.sort_by_cached_key(|group| crate::rules::sort_key(&group.name));
    Ok(groups)
}

fn read(row: &mut Row) -> Result<Group, Fault> {
    Ok(Group {
        id: row.take()?,
        network: row.take()?,
        slug: row.take()?,
        name: row.take()?,
        about: row.take()?,
        parent: row.take()?,
        ended: row.take()?,
    })
}

/// Enters a group.
pub(crate) fn insert_group(conn: &mut Conn<'_>, it: &Group) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO network_group (id, network_id, slug, name, about, parent_id, ended)
             VALUES ($1, $2, $3, $4, $5, $6, $7)"
        ),
        params![
            it.id, it.network, it.slug, it.name, it.about, it.parent, it.ended
        ],
    )?;
    Ok(())
}

/// Writes a group's record.
pub(crate) fn update_group(conn: &mut Conn<'_>, it: &Group) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "UPDATE network_group SET slug = $2, name = $3, about = $4, parent_id = $5,
             ended = $6 WHERE id = $1"
        ),
        params![it.id, it.slug, it.name, it.about, it.parent, it.ended],
    )?;
    Ok(())
}

/// Everyone who is or was in a group: leaders first, then by name.
pub(crate) fn group_members(
    conn: &mut Conn<'_>,
    group: GroupId,
) -> Result<Vec<GroupMember>, Fault> {
    let mut members = conn.all(
        sql!(
            "SELECT m.id, m.group_id, m.person_id, m.organisation_id,
                    COALESCE(p.name, o.name, ''), m.title, m.leader, m.from_day, m.until_day
             FROM group_member m LEFT JOIN person p ON p.id = m.person_id
             LEFT JOIN organisation o ON o.id = m.organisation_id
             WHERE m.group_id = $1"
        ),
        params![group],
        read_member,
    )?;
    members.sort_by_cached_key(|it| (!it.leader, crate::rules::sort_key(&it.name)));
    Ok(members)
}

/// How many are in a group on a day; to come counts too where the office asks.
pub(crate) fn count_members(
    conn: &mut Conn<'_>,
    group: GroupId,
    (on, with_coming): (Date, bool),
) -> Result<i64, Fault> {
    conn.count(
        sql!(
            "SELECT COUNT(*) FROM group_member m WHERE m.group_id = $1
             AND (m.until_day IS NULL OR m.until_day >= $2)
             AND ($3 = TRUE OR m.from_day IS NULL OR m.from_day <= $2)"
        ),
        params![group, on, with_coming],
    )
}

macro_rules! members {
    () => {
        "SELECT m.id, m.group_id, m.person_id, m.organisation_id, COALESCE(p.name, o.name, ''),
                m.title, m.leader, m.from_day, m.until_day
         FROM group_member m LEFT JOIN person p ON p.id = m.person_id
         LEFT JOIN organisation o ON o.id = m.organisation_id
         WHERE m.group_id = $1 "
    };
}

/// Those in a group on one page: leaders first, then by name.
pub(crate) fn listed_members(
    conn: &mut Conn<'_>,
    group: GroupId,
    (on, with_coming): (Date, bool),
    (limit, offset): (i64, i64),
) -> Result<Vec<GroupMember>, Fault> {
    conn.all(
        sql!(
            members!,
            "AND (m.until_day IS NULL OR m.until_day >= $2)
             AND ($3 = TRUE OR m.from_day IS NULL OR m.from_day <= $2)
             ORDER BY CASE WHEN m.leader THEN 0 ELSE 1 END, COALESCE(p.sort_key, o.sort_key), m.id
             LIMIT $4 OFFSET $5"
        ),
        params![group, on, with_coming, limit, offset],
        read_member,
    )
}

/// Those who were in a group, the latest first.
pub(crate) fn former_members(
    conn: &mut Conn<'_>,
    group: GroupId,
    (on, limit): (Date, i64),
) -> Result<Vec<GroupMember>, Fault> {
    conn.all(
        sql!(
            members!,
            "AND m.until_day < $2 ORDER BY m.until_day DESC, m.id LIMIT $3"
        ),
        params![group, on, limit],
        read_member,
    )
}

/// Those who lead a group on a day, by name.
pub(crate) fn leaders_of(
    conn: &mut Conn<'_>,
    group: GroupId,
    on: Date,
) -> Result<Vec<GroupMember>, Fault> {
    conn.all(
        sql!(
            members!,
            "AND m.leader = TRUE AND (m.from_day IS NULL OR m.from_day <= $2)
             AND (m.until_day IS NULL OR m.until_day >= $2)
             ORDER BY COALESCE(p.sort_key, o.sort_key), m.id"
        ),
        params![group, on],
        read_member,
    )
}

/// Where a person is or was in a group, with the group's name in place of the person's.
pub(crate) fn groups_of_person(
    conn: &mut Conn<'_>,
    person: PersonId,
) -> Result<Vec<(GroupMember, Group)>, Fault> {
    conn.all(
        sql!(
            "SELECT m.id, m.group_id, m.person_id, m.organisation_id, g.name, m.title, m.leader,
                    m.from_day, m.until_day, g.id, g.network_id, g.slug, g.name, g.about,
                    g.parent_id, g.ended
             FROM group_member m JOIN network_group g ON g.id = m.group_id
             WHERE m.person_id = $1 ORDER BY COALESCE(m.from_day, '') DESC, m.id DESC"
        ),
        params![person],
        |row| Ok((read_member(row)?, read(row)?)),
    )
}

/// Where an organisation is or was in a group.
pub(crate) fn groups_of_organisation(
    conn: &mut Conn<'_>,
    organisation: OrganisationId,
) -> Result<Vec<(GroupMember, Group)>, Fault> {
    conn.all(
        sql!(
            "SELECT m.id, m.group_id, m.person_id, m.organisation_id, g.name, m.title, m.leader,
                    m.from_day, m.until_day, g.id, g.network_id, g.slug, g.name, g.about,
                    g.parent_id, g.ended
             FROM group_member m JOIN network_group g ON g.id = m.group_id
             WHERE m.organisation_id = $1 ORDER BY COALESCE(m.from_day, '') DESC, m.id DESC"
        ),
        params![organisation],
        |row| Ok((read_member(row)?, read(row)?)),
    )
}

/// One entry of a group by its id.
pub(crate) fn group_member(
    conn: &mut Conn<'_>,
    id: GroupMemberId,
) -> Result<Option<GroupMember>, Fault> {
    conn.one(
        sql!(
            "SELECT m.id, m.group_id, m.person_id, m.organisation_id,
                    COALESCE(p.name, o.name, ''), m.title, m.leader, m.from_day, m.until_day
             FROM group_member m LEFT JOIN person p ON p.id = m.person_id
             LEFT JOIN organisation o ON o.id = m.organisation_id
             WHERE m.id = $1"
        ),
        params![id],
        read_member,
    )
}

fn read_member(row: &mut Row) -> Result<GroupMember, Fault> {
    let (id, group) = (row.take()?, row.take()?);
    let person: Option<PersonId> = row.take()?;
    let organisation: Option<OrganisationId> = row.take()?;
    let party = match (person, organisation) {
        (Some(person), _) => Party::Person(person),
        (None, Some(organisation)) => Party::Organisation(organisation),
        (None, None) => return Err(Fault::new("read who is in a group")),
    };
    Ok(GroupMember {
        id,
        group,
        party,
        name: row.take()?,
        title: row.take()?,
        leader: row.take()?,
        term: Term {
            from: row.take()?,
            until: row.take()?,
        },
    })
}

/// Enters somebody into a group.
pub(crate) fn insert_group_member(
    conn: &mut Conn<'_>,
    id: GroupMemberId,
    it: &crate::actions::GroupMemberInput,
) -> Result<(), Fault> {
    let (person, organisation) = match it.party {
        Party::Person(person) => (Some(person), None),
        Party::Organisation(organisation) => (None, Some(organisation)),
    };
    conn.exec(
        sql!(
            "INSERT INTO group_member
             (id, group_id, person_id, organisation_id, title, leader, from_day, until_day)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        ),
        params![
            id,
            it.group,
            person,
            organisation,
            it.title,
            it.leader,
            it.term.from,
            it.term.until
        ],
    )?;
    Ok(())
}

/// Writes the last day in a group.
pub(crate) fn end_group_member(
    conn: &mut Conn<'_>,
    id: GroupMemberId,
    until: Option<Date>,
) -> Result<(), Fault> {
    conn.exec(
        sql!("UPDATE group_member SET until_day = $2 WHERE id = $1"),
        params![id, until],
    )?;
    Ok(())
}

/// Takes out an entry of a group that was made by mistake.
pub(crate) fn delete_group_member(conn: &mut Conn<'_>, id: GroupMemberId) -> Result<(), Fault> {
    conn.exec(sql!("DELETE FROM group_member WHERE id = $1"), params![id])?;
    Ok(())
}
