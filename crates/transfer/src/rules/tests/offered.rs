//! What a network offers, as cells name it.

use register::fields::{CustomField, RecordKind, ValueKind};
use register::regions::{Region, RegionKind};
use register::{Address, Channel, FieldOfWork, Profile};

use super::*;

fn guide() -> Guide {
    let region = |ags: &str, name: &str, label: &str| Region {
        ags: ags.to_owned(),
        kind: RegionKind::of_key(ags).unwrap(),
        name: name.to_owned(),
        label: label.to_owned(),
        ended: false,
    };
    let work = |id: u128, name: &str| FieldOfWork {
        id: uuid::Uuid::from_u128(id).into(),
        name: name.to_owned(),
        ended: false,
    };
    Guide::of(
        vec![own(RecordKind::Organisation, ValueKind::Number, "Plätze")],
        vec![work(1, "Pflege"), work(2, "Kinder, Jugend und Familie")],
        vec![
            region("01", "Schleswig-Holstein", "Schleswig-Holstein"),
            region("11", "Berlin", "Berlin"),
            region("11000", "Berlin, Stadt", "Berlin, Stadt"),
            region("16055", "Weimar, Stadt", "Weimar, Stadt"),
            region("09463", "Coburg", "Coburg (Kreisfreie Stadt)"),
            region("09473", "Coburg", "Coburg (Landkreis)"),
        ],
    )
}

fn own(record_kind: RecordKind, value_kind: ValueKind, label: &str) -> CustomField {
    CustomField {
        id: uuid::Uuid::from_u128(9).into(),
        network: uuid::Uuid::from_u128(1).into(),
        record_kind,
        value_kind,
        label: label.to_owned(),
        label_en: String::new(),
        help: String::new(),
        help_en: String::new(),
        choices: Vec::new(),
        place: 1,
        required: false,
        internal: false,
        ended: false,
    }
}

const PROFILE: [Field; 8] = [
    Field::Organisation,
    Field::LegalForm,
    Field::PostalStreet,
    Field::Channels,
    Field::Regions,
    Field::Works,
    Field::Fax,
    Field::CanHost,
];

fn said(cells: &[&str]) -> Result<Entry, Vec<Flaw>> {
    let mut mapping: Mapping = PROFILE.map(Some).to_vec();
    let guide = guide();
    mapping.push(Some(Field::Custom(
        RecordKind::Organisation,
        guide.fields[0].id,
    )));
    entry(&columns(cells), (&mapping, &guide), None).map_err(|it| it.flaws)
}

#[test]
fn a_profile_is_read_as_people_write_it() {
    let guide = guide();
    let said = said(&[
        "Haus am See",
        "e.V.",
        "Postfach 1",
        "Mobil: 0170 1; www.see.example",
        "Weimar; 1 Schleswig-Holstein, Berlin",
        "Kinder, Jugend und Familie, pflege",
        "03643 2",
        "ja",
        "1.200",
    ]);
    let part = said.unwrap().organisation.unwrap();
    let sheet = filled(begun("Haus am See"), &part.values, &guide);

    let channel = |kind: &str, address: &str| Channel {
        kind: kind.to_owned(),
        address: address.to_owned(),
    };
    assert_eq!(
        sheet.profile,
        Profile {
            legal_form: "ev".to_owned(),
            postal: Address {
                street: "Postfach 1".to_owned(),
                ..Address::default()
            },
            works: vec![
                uuid::Uuid::from_u128(1).into(),
                uuid::Uuid::from_u128(2).into()
            ],
            regions: ["01", "11", "16055"].map(str::to_owned).to_vec(),
            channels: vec![
                channel("mobile", "0170 1"),
                channel("web", "https://www.see.example"),
                channel("fax", "03643 2"),
            ],
            ..Profile::default()
        }
    );
    assert!(sheet.main.can_host);
    assert_eq!(sheet.values.values().collect::<Vec<_>>(), ["1200"]);
    for (field, value) in &part.values {
        if *field != Field::Channels {
            assert_eq!(of_sheet(&sheet, &guide, *field), *value, "{field:?}");
        }
    }
}

#[test]
fn what_nobody_offers_is_told() {
    let flaws = said(&["Haus", "", "", "", "Atlantis", "Zauberei", "", "", "viele"]);
    let told = |flaw: Flaw| (flaw.column, flaw.key, flaw.what);
    let told: Vec<_> = flaws.unwrap_err().into_iter().map(told).collect();
    let flaw = |column, key: &str, what: &str| (Some(column), key.to_owned(), what.to_owned());

    assert_eq!(
        told,
        [
            flaw(4, "transfer-flaw-region", "Atlantis"),
            flaw(5, "transfer-flaw-work", "Zauberei"),
            flaw(8, "register-fault-field-number", "viele"),
        ]
    );
    let twice = said(&["Haus", "", "", "", "Coburg", "", "", "", ""]).unwrap_err();
    assert_eq!(twice[0].key, "transfer-flaw-region-several");
}

#[test]
fn other_legal_forms_are_kept_in_words() {
    let part = |cell: &str| {
        let cells = ["Haus", cell, "", "", "", "", "", "", ""];
        said(&cells).unwrap().organisation.unwrap()
    };

    assert_eq!(
        part("Kirchengemeinde").value(Field::LegalForm),
        "other\tKirchengemeinde"
    );
    assert_eq!(
        part("Eingetragener Verein (e. V.)").value(Field::LegalForm),
        "ev"
    );
    assert_eq!(part("").value(Field::LegalForm), "");
}

#[test]
fn columns_are_called_as_the_network_calls_its_fields() {
    let fields = [own(RecordKind::Person, ValueKind::Text, "Mitglied seit")];
    let mapping = guess(
        &columns(&["Name", "Mitglied  seit", "Plätze"]),
        &[],
        &fields,
    );

    let own = Field::Custom(RecordKind::Person, fields[0].id);
    assert_eq!(mapping, [Some(Field::Organisation), Some(own), None]);
    assert_eq!(Field::from_word(&own.word()), Some(own));
    for field in Field::common() {
        assert_eq!(Field::from_word(&field.word()), Some(field));
    }
}
