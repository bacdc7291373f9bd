//! Networks with organisations, people, groups and gatherings.

use std::collections::BTreeMap;

use base::access::{Actor, Role};
use base::{
    CustomFieldId, Fault, FieldOfWorkId, GroupId, Halt, Moment, NetworkId, OrganisationId,
    PersonId, SeriesId,
};
use gatherings::{SeriesInput, SeriesKind};
use register::actions::{
    FunctionInput, GroupInput, GroupMemberInput, MembershipInput, NewNetwork, OrganisationInput,
    PersonInput, Sheet, WorksInput,
};
use register::fields::acts::{self, FieldInput};
use register::fields::{RecordKind, ValueKind, Values};
use register::roles::{Giving, Place, give_role_to};
use register::{
    HandoverInput, MailingListInput, MembershipKind, Party, Profile, Successor, Term, Wanted,
};
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

/// What organisations of a network can choose from, by what it is called.
struct Offered {
    works: BTreeMap<String, FieldOfWorkId>,
    fields: BTreeMap<String, CustomFieldId>,
}

impl Offered {
    fn profile(&self, cast: &Cast, it: &data::Organisation) -> Result<Profile, Fault> {
        let works = it.works.iter().map(|name| {
            let work = self.works.get(name).copied();
            work.ok_or_else(|| Fault::new(format!("find {name} in the sample data")))
        });
        let parent = it.part_of.as_ref().map(|short| organisation(cast, short));
        Ok(Profile {
            legal_form: it.legal_form(),
            works: works.collect::<Result<_, _>>()?,
            regions: it.regions.clone(),
            parent: parent.transpose()?,
            ..Profile::default()
        })
    }

    fn values(&self, it: &data::Organisation) -> Result<Values, Fault> {
        let filled = it.own.iter().map(|(label, value)| {
            let field = self.fields.get(label).copied();
            let field = field.ok_or_else(|| Fault::new(format!("find {label} in the data")))?;
            Ok((field, value.clone()))
        });
        filled.collect()
    }
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
        let offered = self.choices(network, story)?;
        for organisation in &story.organisations {
            self.organisation(&mut cast, (story, &offered), organisation)?;
        }
        if let Some(contact) = &story.assistance {
            self.assistance(&mut cast, contact)?;
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

    /// Whom participants tell what they need: nobody else reads it, the office neither.
    fn assistance(&mut self, cast: &mut Cast, contact: &data::Office) -> Result<(), Halt> {
        let person = self.person(cast, &contact.name, &contact.mail)?;
        let who = Actor {
            offices: vec![cast.network],
            ..self.who.clone()
        };
        let giving = Giving {
            role: Role::AssistanceContact,
            place: Place::Network,
            term: Term::default(),
        };
        let whom = (cast.network, person);
        give_role_to(self.conn, self.moment, &who, whom, &giving)
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

    /// Fields of work and the network's own fields, each by what it is called.
    fn choices(&mut self, network: NetworkId, story: &Story) -> Result<Offered, Halt> {
        let works = WorksInput {
            new: story.works.clone(),
            ..WorksInput::default()
        };
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, self.who);
        register::actions::change_fields_of_work(conn, moment, who, network, &works)?;
        let mut fields = BTreeMap::new();
        for it in &story.fields {
            let odd = || Fault::new(format!("read the field {} of the sample data", it.label));
            let of = RecordKind::from_word(&it.of).ok_or_else(odd)?;
            let kind = ValueKind::from_word(&it.kind).ok_or_else(odd)?;
            let input = FieldInput {
                label: it.label.clone(),
                label_en: it.label_en.clone(),
                help: it.help.clone(),
                choices: it.choices.clone(),
                internal: it.internal,
                ..FieldInput::default()
            };
            let id = acts::add_field(conn, moment, who, (network, of, kind), &input)?;
            fields.insert(it.label.clone(), id);
        }
        let works = register::fields_of_work(conn, network)?;
        Ok(Offered {
            works: works.into_iter().map(|it| (it.name, it.id)).collect(),
            fields,
        })
    }

    fn organisation(
        &mut self,
        cast: &mut Cast,
        (story, offered): (&Story, &Offered),
        it: &data::Organisation,
    ) -> Result<(), Halt> {
        let (network, term) = (cast.network, Term::since(story.since));
        let main = OrganisationInput {
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
        let sheet = Sheet {
            main,
            profile: offered.profile(cast, it)?,
            values: offered.values(it)?,
            ..Sheet::default()
        };
        let id = register::actions::add_sheet(self.conn, self.moment, self.who, network, &sheet)?;
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

/// A contact changes the record of the own organisation; the office has not looked at it.
pub(super) fn change_own(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, id): (NetworkId, OrganisationId),
    change: (String, data::Change),
) -> Result<(), Halt> {
    let (name, change) = change;
    let who = Actor {
        name,
        ..Actor::default()
    };
    let organisation = register::organisation(conn, id)?.ok_or(Halt::Missing)?;
    let mut sheet = register::actions::sheet_of(conn, &organisation)?;
    sheet.main.phone = change.phone;
    sheet.profile.channels.push(register::Channel {
        kind: "instagram".to_owned(),
        address: change.instagram,
    });
    let hand = register::actions::Hand::Contact;
    register::actions::change_sheet(conn, moment, &who, (network, id), (&sheet, hand))
}
