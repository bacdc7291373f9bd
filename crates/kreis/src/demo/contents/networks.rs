//! Networks with organisations, people, groups and gatherings.

use std::collections::BTreeMap;

use base::access::Actor;
use base::{Fault, GroupId, Halt, Moment, NetworkId, OrganisationId, PersonId, SeriesId};
use gatherings::{SeriesInput, SeriesKind};
use register::actions::{
    FunctionInput, GroupInput, GroupMemberInput, MembershipInput, NewNetwork, OrganisationInput,
    PersonInput,
};
use register::{HandoverInput, MailingListInput, MembershipKind, Party, Successor, Term, Wanted};
use store::Conn;

use super::data::{self, Everyone, Members, Story};
use super::teller::Teller;

/// What has an id by now, by name.
#[derive(Clone, Debug)]
pub(super) struct Cast {
    pub network: NetworkId,
    pub organisations: BTreeMap<String, (OrganisationId, data::Organisation)>,
    pub people: BTreeMap<String, PersonId>,
    pub groups: BTreeMap<String, GroupId>,
    pub series: BTreeMap<String, SeriesId>,
}

/// Founds the network on its first day.
pub(super) async fn found(teller: &Teller<'_>, story: &Story) -> Result<Cast, Halt> {
    teller.begin(story.since)?;
    let story = story.clone();
    teller
        .act("Betrieb", move |conn, moment, who| {
            let mut scene = Scene { conn, moment, who };
            scene.network(&story)
        })
        .await
}

/// One transaction of the founding.
struct Scene<'s, 'c> {
    conn: &'s mut Conn<'c>,
    moment: &'s mut Moment,
    who: &'s Actor,
}

impl Scene<'_, '_> {
    fn network(&mut self, story: &Story) -> Result<Cast, Halt> {
        let known = register::account_by_mail(self.conn, super::OPERATOR)?;
        if known.is_none() {
            register::actions::create_operator(self.conn, self.moment, super::OPERATOR, "Betrieb")?;
        }
        let parent = match &story.parent {
            Some(slug) => register::network_by_slug(self.conn, slug)?.map(|it| it.id),
            None => None,
        };
        let it = story.network.clone();
        let new = NewNetwork {
            name: it.name,
            slug: it.slug,
            association: it.association,
            about: it.about.trim().to_owned(),
            land: it.land,
            office_name: it.office_name,
            office_address: it.office_address,
            office_phone: it.office_phone,
            office_mail: it.office_mail,
            imprint: it.imprint.trim().to_owned(),
            accent: it.accent,
            parent,
            sample_data: true,
        };
        let network = register::actions::found_network(self.conn, self.moment, self.who, &new)?;
        let mut cast = Cast {
            network,
            organisations: BTreeMap::new(),
            people: BTreeMap::new(),
            groups: BTreeMap::new(),
            series: BTreeMap::new(),
        };
        self.office(&mut cast, &story.office)?;
        for organisation in &story.organisations {
            self.organisation(&mut cast, story, organisation)?;
        }
        for group in &story.groups {
            self.group(&mut cast, story, group)?;
        }
        for list in &story.mailing_lists {
            self.mailing_list(network, list)?;
        }
        for series in &story.series {
            self.series(&mut cast, series)?;
        }
        for mail in [super::LEADER, super::MEMBER] {
            self.account(&cast, mail)?;
        }
        Ok(cast)
    }

    fn person(&mut self, cast: &mut Cast, name: &str, mail: &str) -> Result<PersonId, Halt> {
        let input = PersonInput {
            name: name.to_owned(),
            mail: mail.to_owned(),
            ..PersonInput::default()
        };
        let id =
            register::actions::add_person(self.conn, self.moment, self.who, cast.network, &input)?;
        cast.people.insert(name.to_owned(), id);
        Ok(id)
    }

    fn office(&mut self, cast: &mut Cast, office: &data::Office) -> Result<(), Halt> {
        let person = self.person(cast, &office.name, &office.mail)?;
        let network = cast.network;
        register::actions::create_account(self.conn, self.moment, self.who, network, person)?;
        register::actions::set_office(self.conn, self.moment, self.who, (network, person), true)
    }

    fn account(&mut self, cast: &Cast, mail: &str) -> Result<(), Halt> {
        let person = cast
            .organisations
            .values()
            .find(|(_, it)| it.contact_mail() == mail)
            .and_then(|(_, it)| cast.people.get(&it.contact_name()));
        if let Some(person) = person {
            register::actions::create_account(
                self.conn,
                self.moment,
                self.who,
                cast.network,
                *person,
            )?;
        }
        Ok(())
    }

    fn organisation(
        &mut self,
        cast: &mut Cast,
        story: &Story,
        it: &data::Organisation,
    ) -> Result<(), Halt> {
        let (network, term) = (cast.network, Term::since(story.since));
        let input = OrganisationInput {
            name: it.name.clone(),
            short_name: it.short.clone(),
            street: it.street.clone(),
            postcode: it.postcode.clone(),
            town: it.town.clone(),
            mail: format!("info@{}", it.domain()),
            web: format!("https://{}", it.domain()),
            can_host: it.host,
            ..OrganisationInput::default()
        };
        let id =
            register::actions::add_organisation(self.conn, self.moment, self.who, network, &input)?;
        let kind = MembershipKind::from_word(&it.kind)
            .ok_or_else(|| Fault::new("read a kind of membership"))?;
        let membership = MembershipInput {
            organisation: id,
            kind,
            term,
        };
        register::actions::add_membership(self.conn, self.moment, self.who, network, &membership)?;
        let person = self.person(cast, &it.contact_name(), &it.contact_mail())?;
        let function = FunctionInput {
            person,
            organisation: id,
            title: it.contact.clone(),
            contact: true,
            voting: false,
            term,
        };
        register::actions::add_function(self.conn, self.moment, self.who, network, &function)?;
        cast.organisations
            .insert(it.short.clone(), (id, it.clone()));
        Ok(())
    }

    fn group(&mut self, cast: &mut Cast, story: &Story, it: &data::Group) -> Result<(), Halt> {
        let input = GroupInput {
            name: it.name.clone(),
            about: it.about.clone(),
            parent: it
                .part_of
                .as_ref()
                .and_then(|name| cast.groups.get(name).copied()),
            ..GroupInput::default()
        };
        let group =
            register::actions::add_group(self.conn, self.moment, self.who, cast.network, &input)?;
        cast.groups.insert(it.name.clone(), group);
        let organisations: Vec<OrganisationId> = match &it.members {
            Members::All(Everyone::All) => cast
                .organisations
                .values()
                .filter(|(_, it)| it.kind == "member")
                .map(|(id, _)| *id)
                .collect(),
            Members::Named(names) => names
                .iter()
                .map(|name| organisation(cast, name))
                .collect::<Result<_, _>>()?,
        };
        let parties = organisations
            .into_iter()
            .map(|id| (Party::Organisation(id), false));
        let leaders = it
            .leaders
            .iter()
            .map(|name| person(cast, name).map(|id| (Party::Person(id), true)))
            .collect::<Result<Vec<_>, _>>()?;
        for (party, leader) in parties.chain(leaders) {
            let member = GroupMemberInput {
                group,
                party,
                title: if leader { "Leitung" } else { "Mitglied" }.to_owned(),
                leader,
                term: Term::since(story.since),
            };
            register::actions::add_group_member(
                self.conn,
                self.moment,
                self.who,
                cast.network,
                &member,
            )?;
        }
        Ok(())
    }

    fn mailing_list(&mut self, network: NetworkId, it: &data::MailingList) -> Result<(), Halt> {
        let input = MailingListInput {
            name: it.name.clone(),
            about: it.about.clone(),
            wanted: Wanted {
                functions: it.functions.clone(),
                contact: Some(true),
                kind: MembershipKind::Member.word().to_owned(),
                town: it.town.clone(),
                ..Wanted::default()
            },
        };
        register::add_mailing_list(self.conn, self.moment, self.who, network, &input).map(drop)
    }

    fn series(&mut self, cast: &mut Cast, it: &data::Series) -> Result<(), Halt> {
        let input = SeriesInput {
            name: it.name.clone(),
            about: it.about.clone(),
            kind: SeriesKind::from_word(&it.kind)
                .ok_or_else(|| Fault::new("read a kind of series"))?,
        };
        let id = gatherings::add_series(self.conn, self.moment, self.who, cast.network, &input)?;
        cast.series.insert(it.name.clone(), id);
        Ok(())
    }
}

/// Gives the function of somebody to a person who is new.
pub(super) fn hand_over(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    (person, it): (PersonId, &data::Handover),
) -> Result<(), Halt> {
    let function = register::main_function(conn, person, it.day)?.ok_or(Halt::Missing)?;
    let input = HandoverInput {
        function,
        last_day: it.last_day,
        successor: Successor::New {
            name: it.to.clone(),
            mail: it.mail.clone(),
        },
        groups: Vec::new(),
    };
    register::hand_over(conn, moment, who, network, &input).map(drop)
}

fn organisation(cast: &Cast, short: &str) -> Result<OrganisationId, Fault> {
    cast.organisations
        .get(short)
        .map(|(id, _)| *id)
        .ok_or_else(|| Fault::new(format!("find {short} in the sample data")))
}

fn person(cast: &Cast, name: &str) -> Result<PersonId, Fault> {
    cast.people
        .get(name)
        .copied()
        .ok_or_else(|| Fault::new(format!("find {name} in the sample data")))
}
