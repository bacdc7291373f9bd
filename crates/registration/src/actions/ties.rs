//! What the network knows of whoever registers, and whether that opens the desk.

use base::{Fault, OrganisationId, PersonId};
use jiff::civil::Date;
use store::Conn;
use uuid::Uuid;

use crate::records;
use crate::rules::{Desk, Tie, Who, domain_of, is_public_domain};

/// What is known of somebody by the mail address.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// The person.
    pub(crate) person: Option<PersonId>,
    /// What ties the person to a member.
    pub(crate) tie: Option<Tie>,
    /// Contingents of the desk that are open to the person.
    pub(crate) contingents: Vec<Uuid>,
}

/// What is known of somebody by mail address; `member` is the person of it, with the member that
/// the person speaks for. What only members or contingents need is asked only then.
pub(crate) fn standing(
    conn: &mut Conn<'_>,
    (desk, member): (&Desk, Option<(PersonId, Option<OrganisationId>)>),
    (mail_key, today): (&str, Date),
    (has_contingents, now): (bool, jiff::Timestamp),
) -> Result<Standing, Fault> {
    let mut standing = Standing {
        person: member.map(|(person, _)| person),
        tie: member.and_then(|(_, member)| member).map(Tie::Person),
        contingents: Vec::new(),
    };
    if mail_key.is_empty() {
        return Ok(standing);
    }
    let here = (desk.network, today);
    if desk.who != Who::Members && !has_contingents {
        return Ok(standing);
    }
    if standing.tie.is_none()
        && let Some(domain) = domain_of(mail_key).filter(|it| !is_public_domain(it))
    {
        let found = records::member_domains(conn, here, &domain)?;
        standing.tie = found.map(Tie::Domain);
    }
    if has_contingents {
        let organisation = standing.tie.map(Tie::organisation);
        let groups = records::groups_with(conn, today, (standing.person, organisation))?;
        standing.contingents =
            records::open_contingents_for(conn, (desk.id, now), (organisation, &groups))?;
    }
    Ok(standing)
}
