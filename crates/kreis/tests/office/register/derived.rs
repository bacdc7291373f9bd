//! Who belongs where and leads what, held to a second reckoning over relations made at random.

use std::collections::BTreeSet;

use base::{Dice, GroupId, Moment, NetworkId, OrganisationId, PersonId};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use register::Term;
use store::{Conn, params};
use trial::story;

const FIRST: Date = date(2017, 1, 1);
const SPAN: usize = 40;
const WORLDS: u64 = 60;

#[derive(Debug)]
struct Organisation {
    id: OrganisationId,
    ended: bool,
    /// The person's functions there: whether as a contact.
    functions: Vec<(bool, Term)>,
    /// Memberships: whether as a member.
    memberships: Vec<(bool, Term)>,
}

#[derive(Debug)]
struct Group {
    id: GroupId,
    above: Option<usize>,
    ended: bool,
    /// Parts of the person: whether leading.
    own: Vec<(bool, Term)>,
    /// Parts of organisations.
    of: Vec<(usize, bool, Term)>,
}

#[derive(Debug)]
struct World {
    network: NetworkId,
    person: PersonId,
    organisations: Vec<Organisation>,
    groups: Vec<Group>,
}

fn below(dice: &mut Moment, many: usize) -> usize {
    usize::try_from(dice.number().rem_euclid(many.try_into().unwrap())).unwrap()
}

fn chance(dice: &mut Moment, percent: usize) -> bool {
    below(dice, 100) < percent
}

fn term(dice: &mut Moment) -> Term {
    let (one, other) = (below(dice, SPAN), below(dice, SPAN));
    let at = |days: usize| {
        FIRST
            .checked_add(i64::try_from(days).unwrap().days())
            .unwrap()
    };
    Term {
        from: (one % 5 != 0).then(|| at(one.min(other))),
        until: (other % 3 != 0).then(|| at(one.max(other))),
    }
}

fn some<T>(dice: &mut Moment, most: usize, mut one: impl FnMut(&mut Moment) -> T) -> Vec<T> {
    let count = below(dice, most + 1);
    (0..count).map(|_| one(dice)).collect()
}

impl World {
    fn of(dice: &mut Moment) -> Self {
        let mark = |dice: &mut Moment| (chance(dice, 50), term(dice));
        let organisations = (0..3)
            .map(|_| Organisation {
                id: dice.id(),
                ended: chance(dice, 10),
                functions: some(dice, 2, mark),
                memberships: some(dice, 2, mark),
            })
            .collect();
        let groups = (0..6)
            .map(|number| Group {
                id: dice.id(),
                above: (number > 0 && chance(dice, 70)).then(|| below(dice, number)),
                ended: chance(dice, 15),
                own: some(dice, 1, mark),
                of: some(dice, 1, |dice| {
                    let (leads, term) = (chance(dice, 50), term(dice));
                    (below(dice, 3), leads, term)
                }),
            })
            .collect();
        Self {
            network: dice.id(),
            person: dice.id(),
            organisations,
            groups,
        }
    }

    fn write(&self, conn: &mut Conn<'_>, dice: &mut Moment) -> Result<(), base::Fault> {
        let slug = self.network.to_string();
        conn.exec(
            "INSERT INTO network (id, slug, name, association, about, land, zone, accent,
             logo_type, logo_alt, office_name, office_address, office_phone, office_mail,
             sender_name, imprint, objection_days, sample_data, created_at)
             VALUES ($1, $2, '', '', '', '', '', '', '', '', '', '', '', '', '', '', 1, FALSE, 1)",
            params![self.network, slug],
        )?;
        conn.exec(
            "INSERT INTO person (id, network_id, name, sort_name, address_form, mail, phone,
             lang, note, ended) VALUES ($1, $2, 'P', 'P', 'neutral', '', '', 'de', '', FALSE)",
            params![self.person, self.network],
        )?;
        for it in &self.organisations {
            conn.exec(
                "INSERT INTO organisation (id, network_id, name, short_name, street, postcode,
                 town, phone, mail, web, can_host, note, ended)
                 VALUES ($1, $2, $3, '', '', '', '', '', '', '', FALSE, '', $4)",
                params![it.id, self.network, it.id.to_string(), it.ended],
            )?;
            for (contact, term) in &it.functions {
                conn.exec(
                    "INSERT INTO person_function (id, person_id, organisation_id, title, contact,
                     from_day, until_day) VALUES ($1, $2, $3, 'F', $4, $5, $6)",
                    params![
                        dice.id::<uuid::Uuid>(),
                        self.person,
                        it.id,
                        *contact,
                        term.from,
                        term.until
                    ],
                )?;
            }
            for (is_member, term) in &it.memberships {
                let kind = if *is_member { "member" } else { "guest" };
                conn.exec(
                    "INSERT INTO membership (id, network_id, organisation_id, kind, from_day,
                     until_day) VALUES ($1, $2, $3, $4, $5, $6)",
                    params![
                        dice.id::<uuid::Uuid>(),
                        self.network,
                        it.id,
                        kind,
                        term.from,
                        term.until
                    ],
                )?;
            }
        }
        self.write_groups(conn, dice)
    }

    fn write_groups(&self, conn: &mut Conn<'_>, dice: &mut Moment) -> Result<(), base::Fault> {
        for it in &self.groups {
            let above = it.above.map(|above| self.groups[above].id);
            conn.exec(
                "INSERT INTO network_group (id, network_id, slug, name, about, parent_id, ended)
                 VALUES ($1, $2, $3, 'G', '', $4, $5)",
                params![it.id, self.network, it.id.to_string(), above, it.ended],
            )?;
            let own = it
                .own
                .iter()
                .map(|(leads, term)| (Some(self.person), None, *leads, *term));
            let of = it
                .of
                .iter()
                .map(|(at, leads, term)| (None, Some(self.organisations[*at].id), *leads, *term));
            for (person, organisation, leads, term) in own.chain(of) {
                conn.exec(
                    "INSERT INTO group_member (id, group_id, person_id, organisation_id, title,
                     leader, from_day, until_day) VALUES ($1, $2, $3, $4, '', $5, $6, $7)",
                    params![
                        dice.id::<uuid::Uuid>(),
                        it.id,
                        person,
                        organisation,
                        leads,
                        term.from,
                        term.until
                    ],
                )?;
            }
        }
        Ok(())
    }

    fn contact_at(&self, at: usize, on: Date) -> Option<bool> {
        let it = &self.organisations[at];
        let held = it.functions.iter().filter(|(_, term)| term.holds_on(on));
        held.map(|(contact, _)| *contact)
            .max()
            .filter(|_| !it.ended)
    }

    /// What the group makes of the person by itself: nothing, a part, or the lead.
    fn direct(&self, group: &Group, on: Date) -> Option<bool> {
        let own = group
            .own
            .iter()
            .filter(|(_, term)| term.holds_on(on))
            .map(|(leads, _)| *leads);
        let of = group.of.iter().filter(|(_, _, term)| term.holds_on(on));
        let of = of.filter_map(|(at, leads, _)| self.contact_at(*at, on).map(|it| it && *leads));
        own.chain(of).max().filter(|_| !group.ended)
    }

    fn leads(&self, number: usize, on: Date) -> bool {
        let group = &self.groups[number];
        !group.ended
            && (self.direct(group, on) == Some(true)
                || group.above.is_some_and(|above| self.leads(above, on)))
    }

    fn expected(
        &self,
        on: Date,
    ) -> (
        BTreeSet<OrganisationId>,
        bool,
        BTreeSet<GroupId>,
        BTreeSet<GroupId>,
    ) {
        let at = (0..self.organisations.len()).filter(|at| self.contact_at(*at, on).is_some());
        let groups: BTreeSet<_> = self
            .groups
            .iter()
            .filter(|it| self.direct(it, on).is_some())
            .map(|it| it.id)
            .collect();
        let is_member = at.clone().any(|at| {
            let all = &self.organisations[at].memberships;
            all.iter()
                .any(|(is_member, term)| *is_member && term.holds_on(on))
        });
        let leads = (0..self.groups.len()).filter(|number| self.leads(*number, on));
        (
            at.map(|at| self.organisations[at].id).collect(),
            is_member || !groups.is_empty(),
            groups,
            leads.map(|number| self.groups[number].id).collect(),
        )
    }
}

story!(rights_follow_from_relations_on_every_day, |trial| async {
    for seed in 0..WORLDS {
        let mut dice = Moment::new(Timestamp::UNIX_EPOCH, Dice::seeded(seed).throw());
        let world = World::of(&mut dice);
        trial
            .write(move |conn, _| {
                world.write(conn, &mut dice)?;
                for days in (0..SPAN + 2).step_by(3) {
                    let days = i64::try_from(days).unwrap() - 1;
                    let on = FIRST.checked_add(days.days()).unwrap();
                    let actor = register::standing_of(conn, world.person, on)?;
                    let found = (
                        actor.organisations.into_iter().collect(),
                        actor.member_of == [world.network],
                        actor.groups.into_iter().collect(),
                        actor.leads.into_iter().map(|(_, group)| group).collect(),
                    );
                    assert_eq!(found, world.expected(on), "{seed} on {on}: {world:?}");
                }
                Ok(())
            })
            .await
            .unwrap();
    }
});
