//! What follows from a person's functions, memberships and groups, in words.

use base::{Fault, GroupId, NetworkId, OrganisationId, PersonId};
use jiff::civil::Date;
use shell::{Marked, Visit, record};
use store::Conn;

use crate::mailing_lists::{self, MailingList};
use crate::types::{Function, Group, GroupMember, MembershipKind};
use crate::{identify, records};

/// What follows for a person on a day.
pub(crate) struct Standing {
    /// The networks that an organisation of the person belongs to, how, and through which.
    networks: Vec<(String, MembershipKind, String)>,
    /// The groups that the person is in, and the organisation where it is through one.
    groups: Vec<(Group, Option<String>)>,
    /// The groups that the person leads.
    leads: Vec<(Group, Lead)>,
    contact_of: Vec<String>,
    votes_for: Vec<String>,
    lists: Vec<MailingList>,
}

/// How somebody comes to lead a group.
enum Lead {
    Personally,
    /// As a contact of an organisation.
    Through(String),
    /// Leading a group above it.
    Above,
}

/// One thing that follows, with its words.
pub(crate) struct Consequence {
    pub(crate) label: &'static str,
    pub(crate) lines: Vec<Marked>,
    pub(crate) none: &'static str,
}

/// Finds what follows for a person on a day, as seen from a network.
pub(crate) fn standing(
    conn: &mut Conn<'_>,
    (network, on): (NetworkId, Date),
    person: PersonId,
) -> Result<Standing, Fault> {
    let mut found = Standing {
        networks: Vec::new(),
        groups: Vec::new(),
        leads: Vec::new(),
        contact_of: Vec::new(),
        votes_for: Vec::new(),
        lists: mailing_lists::lists_of_person(conn, (network, on), person)?,
    };
    let mut lead: Vec<(GroupId, Lead)> = Vec::new();
    for (member, group) in records::groups_of_person(conn, person)? {
        let counts = member.term.holds_on(on) && !group.ended;
        if counts && member.leader {
            lead.push((group.id, Lead::Personally));
        }
        found.groups.extend(counts.then_some((group, None)));
    }
    for function in records::functions_of_person(conn, person)? {
        let at = records::organisation(conn, function.organisation)?;
        let is_open = at.is_some_and(|it| !it.ended);
        if is_open && function.term.holds_on(on) {
            found.through(conn, on, &function)?;
            for (member, group) in records::groups_of_organisation(conn, function.organisation)? {
                found.part(on, &function, (&member, group), &mut lead);
            }
        }
    }
    for (_, id) in identify::standing_of(conn, person, on)?.leads {
        let how = lead.iter().position(|(led, _)| *led == id);
        let how = how.map_or(Lead::Above, |place| lead.swap_remove(place).1);
        found
            .leads
            .extend(records::group(conn, id)?.map(|group| (group, how)));
    }
    Ok(found)
}

/// Whether a person gives the vote of an organisation in a network on a day: the organisation is a
/// member there, and this is who speaks for it.
///
/// # Errors
/// When the database fails.
pub fn gives_vote(
    conn: &mut Conn<'_>,
    network: NetworkId,
    (organisation, person): (OrganisationId, PersonId),
    on: Date,
) -> Result<bool, Fault> {
    if records::voting_representative(conn, organisation, on)? != Some(person) {
        return Ok(false);
    }
    let memberships = records::memberships_of(conn, organisation)?;
    Ok(memberships.iter().any(|it| {
        it.network == network && it.kind == MembershipKind::Member && it.term.holds_on(on)
    }))
}

impl Standing {
    /// What follows from one function.
    fn through(&mut self, conn: &mut Conn<'_>, on: Date, it: &Function) -> Result<(), Fault> {
        let mut is_member = false;
        for membership in records::memberships_of(conn, it.organisation)? {
            if membership.term.holds_on(on)
                && let Some(network) = records::network(conn, membership.network)?
            {
                is_member |= membership.kind == MembershipKind::Member;
                let through = it.organisation_name.clone();
                self.networks.push((network.name, membership.kind, through));
            }
        }
        if it.contact {
            self.contact_of.push(it.organisation_name.clone());
        }
        let votes = records::voting_representative(conn, it.organisation, on)? == Some(it.person);
        if is_member && votes {
            self.votes_for.push(it.organisation_name.clone());
        }
        Ok(())
    }

    /// What follows from an organisation's part in a group.
    fn part(
        &mut self,
        on: Date,
        function: &Function,
        (member, group): (&GroupMember, Group),
        lead: &mut Vec<(GroupId, Lead)>,
    ) {
        if !member.term.holds_on(on) || group.ended {
            return;
        }
        if member.leader && function.contact {
            lead.push((group.id, Lead::Through(function.organisation_name.clone())));
        }
        if self.groups.iter().all(|(known, _)| known.id != group.id) {
            self.groups
                .push((group, Some(function.organisation_name.clone())));
        }
    }

    /// What follows, in words.
    pub(crate) fn in_words(&self, visit: &Visit) -> Vec<Consequence> {
        let plain = |name: &String| Marked::record(visit.content_lang(), name);
        let through = |name: &str, through: &str| {
            let args = [("name", record(name)), ("organisation", record(through))];
            visit.tell_marked("register-follows-through", &args)
        };
        let networks = self.networks.iter().map(|(network, kind, through)| {
            let kind = visit.say(kind.key()).into();
            let args = [
                ("network", record(network)),
                ("kind", kind),
                ("organisation", record(through)),
            ];
            visit.tell_marked("register-follows-network", &args)
        });
        let groups = self.groups.iter().map(|(group, by)| match by {
            None => plain(&group.name),
            Some(by) => through(&group.name, by),
        });
        let leads = self.leads.iter().map(|(group, how)| match how {
            Lead::Personally => plain(&group.name),
            Lead::Through(by) => through(&group.name, by),
            Lead::Above => {
                let name = record(&group.name);
                visit.tell_marked("register-follows-above", &[("name", name)])
            }
        });
        let consequence = |label, lines: Vec<Marked>, none| Consequence { label, lines, none };
        vec![
            consequence(
                "register-follows-networks",
                networks.collect(),
                "register-follows-networks-none",
            ),
            consequence(
                "register-follows-groups",
                groups.collect(),
                "register-in-groups-none",
            ),
            consequence(
                "register-follows-leads",
                leads.collect(),
                "register-follows-leads-none",
            ),
            consequence(
                "register-follows-contact",
                self.contact_of.iter().map(plain).collect(),
                "register-follows-contact-none",
            ),
            consequence(
                "register-follows-votes",
                self.votes_for.iter().map(plain).collect(),
                "register-follows-votes-none",
            ),
            consequence(
                "register-follows-lists",
                self.lists.iter().map(|it| plain(&it.name)).collect(),
                "register-follows-lists-none",
            ),
        ]
    }
}
