//! Records of the register, and what other rooms keep about them.

use super::*;

impl Scene<'_, '_> {
    pub(super) fn register(&mut self) -> Result<(), Halt> {
        let mut people = register::people_of(self.conn, self.network)?;
        let other = people.remove(2);
        let person = people.remove(1);
        self.keep("other-person", other.person.id);
        let organisation = register::organisations_of(self.conn, self.network)?.remove(0);
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        let logo = Some((PICTURE, "Eine Zeichnung"));
        register::actions::set_logo(conn, moment, &self.who, self.network, logo)?;
        self.keep("person", person.person.id);
        self.keep("organisation", organisation.id);
        let of = params![organisation.id];
        let membership: uuid::Uuid = self.one(
            "SELECT id FROM membership WHERE organisation_id = $1 LIMIT 1",
            of,
        );
        let function: uuid::Uuid = self.one(
            "SELECT id FROM person_function WHERE organisation_id = $1 LIMIT 1",
            of,
        );
        self.keep("membership", membership);
        self.keep("function", function);
        self.list_and_handover(organisation.id)?;
        self.asking()?;
        self.own(&organisation)
    }

    /// Another network that wants to belong to this one.
    fn asking(&mut self) -> Result<(), Halt> {
        let own = register::network(self.conn, self.network)?.ok_or(Halt::Missing)?;
        let others = register::networks(self.conn)?;
        let mut others = others.into_iter().map(|it| it.id);
        let other = others.find(|it| *it != own.id && Some(*it) != own.parent);
        let other = other.ok_or(Halt::Missing)?;
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        register::actions::ask_parent_network(conn, moment, &self.who, (other, own.id))?;
        self.keep("asking-network", other);
        Ok(())
    }

    /// A mailing list, and a function at another organisation that went to somebody else.
    pub(super) fn list_and_handover(&mut self, besides: base::OrganisationId) -> Result<(), Halt> {
        let function: base::FunctionId = self.one(
            "SELECT f.id FROM person_function f JOIN organisation o ON o.id = f.organisation_id
             WHERE o.network_id = $1 AND o.id <> $2 AND f.until_day IS NULL ORDER BY f.id LIMIT 1",
            params![self.network, besides],
        );
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        let input = register::HandoverInput {
            function,
            last_day: date(2018, 6, 30),
            successor: register::Successor::New {
                name: "Probenachfolge".to_owned(),
                mail: String::new(),
            },
            groups: Vec::new(),
        };
        let handover = register::hand_over(conn, moment, &self.who, self.network, &input)?;
        let input = register::MailingListInput {
            name: "Probeverteiler".to_owned(),
            wanted: register::Wanted {
                contact: Some(true),
                ..register::Wanted::default()
            },
            ..register::MailingListInput::default()
        };
        let list = register::add_mailing_list(conn, moment, &self.who, self.network, &input)?;
        self.keep("handover", handover);
        self.keep("mailing-list", list);
        Ok(())
    }

    /// A field of the network's own, a logo, and something that a contact changed.
    pub(super) fn own(&mut self, organisation: &register::Organisation) -> Result<(), Halt> {
        use register::actions::{Hand, LogoChange, change_sheet, sheet_of};
        use register::fields::{RecordKind, ValueKind, acts};
        let (conn, moment, who) = (&mut *self.conn, &mut *self.moment, &self.who);
        let at = (self.network, organisation.id);
        let mut sheet = sheet_of(conn, organisation)?;
        sheet.logo = LogoChange::New(PICTURE.to_vec(), "Eine Zeichnung".to_owned());
        change_sheet(conn, moment, who, at, (&sheet, Hand::Office))?;
        let mut sheet = sheet_of(conn, organisation)?;
        sheet.main.phone = "03643 555-0199".to_owned();
        change_sheet(conn, moment, who, at, (&sheet, Hand::Contact))?;
        let input = acts::FieldInput {
            label: "Probefeld".to_owned(),
            ..acts::FieldInput::default()
        };
        let kind = (self.network, RecordKind::Organisation, ValueKind::Text);
        let field = acts::add_field(conn, moment, who, kind, &input)?;
        let change: uuid::Uuid = self.one(
            "SELECT id FROM organisation_change WHERE organisation_id = $1 LIMIT 1",
            params![organisation.id],
        );
        self.keep("field", field);
        self.keep("own-change", change);
        Ok(())
    }

    pub(super) fn list(&mut self) -> Result<(), Halt> {
        let bytes = b"Organisation;Ort\r\nProbeverein e.V.;Weimar\r\n".to_vec();
        let table = tables::read(&bytes, &tables::Wish::default()).unwrap();
        let upload = transfer::Upload {
            file_name: "probe.csv".to_owned(),
            bytes,
            table,
        };
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        let id = transfer::receive(conn, moment, &self.who, self.network, &upload)?;
        self.keep("transfer", id);
        Ok(())
    }

    pub(super) fn move_in(&mut self) -> Result<(), Halt> {
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        let batch: uuid::Uuid = moment.id();
        let file = move_in::Incoming {
            name: "probe.txt".to_owned(),
            bytes: b"Ein Fund.".to_vec(),
        };
        let place = (self.network, batch);
        let received = move_in::receive(conn, moment, &self.who, place, &file)?;
        let said = |name: &str| reading::drafts::Said {
            value: format!("{name} {}", self.slug),
            ..Default::default()
        };
        let drafts = reading::drafts::Drafts {
            text: "Ein Fund.".to_owned(),
            organisations: vec![said("Fundverein"), said("Sammelverein")],
            ..Default::default()
        };
        let documents = vec![reading::apart::Document {
            name: "probe.txt".to_owned(),
            read: Ok(drafts),
        }];
        move_in::enter(conn, moment, received.id, &Ok(documents))?;
        let draft: uuid::Uuid = self.one(
            "SELECT d.id FROM move_in_draft d JOIN move_in_source s ON s.id = d.source_id
             WHERE s.upload_id = $1 AND d.title LIKE 'Fund%'",
            params![received.id],
        );
        let bulk: uuid::Uuid = self.moment.id();
        self.conn.exec(
            "UPDATE move_in_draft SET state = 'accepted', bulk_id = $1
             WHERE network_id = $2 AND title LIKE 'Sammel%'",
            params![bulk, self.network],
        )?;
        self.keep("move-in-bulk", bulk);
        self.keep("move-in-batch", batch);
        self.keep("move-in-file", received.id);
        self.keep("move-in-draft", draft);
        Ok(())
    }

    pub(super) fn privacy(&mut self) -> Result<(), Halt> {
        let person = register::people_of(self.conn, self.network)?.remove(3);
        let whom = register::whom(self.conn, person.person.id)?.ok_or(Halt::Missing)?;
        let what = (privacy::Kind::Correction, "Probe".to_owned());
        let id = privacy::ask(self.conn, self.moment, &self.who, &whom, what)?;
        self.keep("data-request", id);
        let by = (&self.who, self.network);
        privacy::keep_draft(self.conn, self.moment, by, "Probe der Hinweise")?;
        let text = "Probe der Hinweise".to_owned();
        privacy::publish_notice(self.conn, self.moment, by, text).map(drop)
    }

    /// Two records that have become one.
    pub(super) fn merge(&mut self, declared: &duplicates::Declared) -> Result<(), Halt> {
        let mut twice = Vec::new();
        for name in ["Leitung Probehaus", "Leitung Probe-Haus"] {
            let (conn, moment) = (&mut *self.conn, &mut *self.moment);
            let input = PersonInput {
                name: name.to_owned(),
                ..PersonInput::default()
            };
            let person =
                register::actions::add_person(conn, moment, &self.who, self.network, &input)?;
            twice.push(person.into());
        }
        let order = duplicates::Order {
            network: self.network,
            named: shell::Named::Person,
            kept: twice[0],
            gone: twice[1],
            picks: BTreeMap::new(),
        };
        let (conn, moment) = (&mut *self.conn, &mut *self.moment);
        let merge = duplicates::merge(conn, moment, &self.who, declared, &order)?;
        self.keep("merge", merge);
        Ok(())
    }
}
