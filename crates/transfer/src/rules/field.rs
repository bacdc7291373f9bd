//! What a column of a list may mean.

use std::borrow::Cow;

use base::CustomFieldId;
use register::fields::RecordKind;

/// A field of the register that a column fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// The organisation's name.
    Organisation,
    /// Its short name.
    ShortName,
    /// Its legal form.
    LegalForm,
    /// Street and number.
    Street,
    /// Postcode.
    Postcode,
    /// Town.
    Town,
    /// Postcode and town in one.
    Place,
    /// Street and number where letters go.
    PostalStreet,
    /// Postcode where letters go.
    PostalPostcode,
    /// Town where letters go.
    PostalTown,
    /// The organisation's telephone number.
    Phone,
    /// Its mail address.
    Mail,
    /// Its web address.
    Web,
    /// Its fax number.
    Fax,
    /// All further ways to reach it.
    Channels,
    /// The regions that it serves, by their official keys or names.
    Regions,
    /// Its fields of work.
    Works,
    /// The organisation that it is part of.
    Parent,
    /// Whether it can receive the others.
    CanHost,
    /// What the office notes about it.
    Note,
    /// How it belongs to the network.
    Kind,
    /// Since when it does.
    Since,
    /// Until when it does.
    Until,
    /// A person's whole name.
    Person,
    /// A person's first name.
    FirstName,
    /// A person's last name.
    LastName,
    /// How letters address the person.
    AddressForm,
    /// The person's mail address.
    PersonMail,
    /// The person's telephone number.
    PersonPhone,
    /// The language of the person's mails.
    Language,
    /// What the person is at the organisation.
    Function,
    /// Whether the person speaks for the organisation.
    Contact,
    /// Whether the person gives its vote.
    Voting,
    /// Since when the person has the function.
    FunctionSince,
    /// Until when.
    FunctionUntil,
    /// What the office notes about the person.
    PersonNote,
    /// A field of the network's own.
    Custom(RecordKind, CustomFieldId),
}

/// All fields that every network has, in the order of the choice, with their words.
const WORDS: [(Field, &str); 36] = [
    (Field::Organisation, "organisation"),
    (Field::ShortName, "short-name"),
    (Field::LegalForm, "legal-form"),
    (Field::Street, "street"),
    (Field::Postcode, "postcode"),
    (Field::Town, "town"),
    (Field::Place, "place"),
    (Field::PostalStreet, "postal-street"),
    (Field::PostalPostcode, "postal-postcode"),
    (Field::PostalTown, "postal-town"),
    (Field::Phone, "phone"),
    (Field::Mail, "mail"),
    (Field::Web, "web"),
    (Field::Fax, "fax"),
    (Field::Channels, "channels"),
    (Field::Regions, "regions"),
    (Field::Works, "works"),
    (Field::Parent, "parent"),
    (Field::CanHost, "can-host"),
    (Field::Note, "note"),
    (Field::Kind, "kind"),
    (Field::Since, "since"),
    (Field::Until, "until"),
    (Field::Person, "person"),
    (Field::FirstName, "first-name"),
    (Field::LastName, "last-name"),
    (Field::AddressForm, "address-form"),
    (Field::PersonMail, "person-mail"),
    (Field::PersonPhone, "person-phone"),
    (Field::Language, "language"),
    (Field::Function, "function"),
    (Field::Contact, "contact"),
    (Field::Voting, "voting"),
    (Field::FunctionSince, "function-since"),
    (Field::FunctionUntil, "function-until"),
    (Field::PersonNote, "person-note"),
];

impl Field {
    /// All fields that every network has, in the order of the choice.
    pub fn common() -> impl Iterator<Item = Self> {
        WORDS.iter().map(|(field, _)| *field)
    }

    /// The word in the database and in forms; the phrase key is `transfer-field-` and it, but
    /// for fields of a network's own.
    pub fn word(self) -> Cow<'static, str> {
        if let Self::Custom(kind, id) = self {
            return Cow::Owned(format!("own-{}-{id}", kind.word()));
        }
        let known = WORDS.iter().find(|(field, _)| *field == self);
        Cow::Borrowed(known.map_or("", |(_, word)| word))
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        if let Some((kind, id)) = word.strip_prefix("own-").and_then(|it| it.split_once('-')) {
            return Some(Self::Custom(RecordKind::from_word(kind)?, id.parse().ok()?));
        }
        let known = WORDS.iter().find(|(_, it)| *it == word);
        known.map(|(field, _)| *field)
    }

    /// Whether it is about a person.
    pub const fn is_of_person(self) -> bool {
        matches!(
            self,
            Self::Person
                | Self::FirstName
                | Self::LastName
                | Self::AddressForm
                | Self::PersonMail
                | Self::PersonPhone
                | Self::Language
                | Self::Function
                | Self::Contact
                | Self::Voting
                | Self::FunctionSince
                | Self::FunctionUntil
                | Self::PersonNote
                | Self::Custom(RecordKind::Person, _)
        )
    }

    /// Whether columns of this kind are called so, in the spelling of [`super::guess::plain`].
    pub(super) fn is_called(self, plain: &str) -> bool {
        NAMES
            .iter()
            .any(|(field, names)| *field == self && names.split(' ').any(|name| name == plain))
    }
}

/// How columns are called, in German and in English.
const NAMES: &[(Field, &str)] = &[
    (
        Field::Organisation,
        "organisation organization organisationsname nameorganisation namederorganisation \
         traeger verein vereinsname namedesvereins institution einrichtung \
         nameeinrichtung namedereinrichtung firma firmenname unternehmen company \
         companyname mitgliedsorganisation mitgliedseinrichtung mitgliedsname \
         namedesmitglieds verband verbandsname koerperschaft arbeitgeber organisationname \
         traegername namedestraegers mitglied member memberorganisation",
    ),
    (
        Field::ShortName,
        "kurzname kurzbezeichnung abkuerzung kuerzel kurz shortname abbreviation acronym",
    ),
    (
        Field::Street,
        "strasse str strassehausnummer strassehausnr strassehnr strassenr \
         strasseundhausnummer strasseundnummer anschrift adresse postanschrift street \
         streetaddress address addressline1 address1",
    ),
    (
        Field::Postcode,
        "plz postleitzahl postcode zip zipcode postalcode",
    ),
    (Field::Town, "ort stadt wohnort sitz gemeinde town city"),
    (
        Field::Place,
        "plzort plzundort postleitzahlort ortplz plzstadt postcodetown zipcity",
    ),
    (
        Field::Phone,
        "telefonzentrale zentrale telefonorganisation organisationtelefon telefontraeger \
         switchboard",
    ),
    (
        Field::Mail,
        "mailorganisation emailorganisation organisationemail emailzentrale emailtraeger \
         emaileinrichtung emailverein",
    ),
    (
        Field::Web,
        "web website webseite homepage internet internetadresse internetseite url www \
         webadresse",
    ),
    (
        Field::Note,
        "bemerkung bemerkungen notiz notizen anmerkung anmerkungen hinweis kommentar note \
         notes comment remarks",
    ),
    (
        Field::Kind,
        "art artdermitgliedschaft mitgliedsart mitgliedschaft mitgliedsstatus \
         mitgliederart status membership membershiptype membershipkind",
    ),
    (
        Field::Since,
        "mitgliedseit seit beitritt beitrittsdatum eintritt eintrittsdatum membersince \
         joined since von beginn aufnahme",
    ),
    (
        Field::Until,
        "austritt austrittsdatum bis mitgliedbis ende until left memberuntil",
    ),
    (
        Field::Person,
        "ansprechpartner ansprechpartnerin ansprechpartnerinnen ansprechperson \
         kontakt kontaktperson kontaktname person vornamename \
         vornamenachname vorundnachname vorundzuname nachnamevorname namevorname \
         vollername vollstaendigername contact contactperson contactname fullname \
         geschaeftsfuehrung leitung vertreter vertreterin vertretung",
    ),
    (
        Field::FirstName,
        "vorname vornamen rufname firstname givenname forename",
    ),
    (
        Field::LastName,
        "nachname nachnamen familienname zuname lastname surname familyname",
    ),
    (
        Field::AddressForm,
        "anrede salutation geschlecht herrfrau fraherr frauherr",
    ),
    (
        Field::PersonMail,
        "emailansprechpartner emailansprechperson mailansprechpartner emailkontakt \
         emailperson persoenlicheemail contactemail dienstlicheemail emaildienstlich",
    ),
    (
        Field::PersonPhone,
        "telefonansprechpartner telefonansprechperson durchwahl mobil mobiltelefon handy \
         mobilnummer telefonkontakt telefondienstlich mobile cell contactphone",
    ),
    (
        Field::Function,
        "funktion position rolle amt stellung taetigkeit dienststellung function jobtitle \
         role",
    ),
    (
        Field::Contact,
        "istansprechperson istansprechpartner hauptkontakt iscontact iscontactperson",
    ),
    (
        Field::PersonNote,
        "notizperson notizzurperson bemerkungperson personnote noteontheperson",
    ),
    (
        Field::LegalForm,
        "rechtsform legalform gesellschaftsform rechtsformtraeger",
    ),
    (
        Field::PostalStreet,
        "postanschriftstrasse postanschriftstrassehausnummer poststrasse postadressestrasse \
         postfach postaladdressstreet",
    ),
    (
        Field::PostalPostcode,
        "postanschriftplz postanschriftpostleitzahl postplz postadresseplz \
         postaladdresspostcode",
    ),
    (
        Field::PostalTown,
        "postanschriftort postort postadresseort postaladdresstown",
    ),
    (
        Field::Fax,
        "fax faxnummer telefax faxnr telefaxnummer faxnumber",
    ),
    (
        Field::Channels,
        "weiterekontaktwege kontaktwege socialmedia sozialemedien \
         furtherwaystogetintouch channels",
    ),
    (
        Field::Regions,
        "regionen region einzugsgebiet zustaendigkeitsgebiet gebiet landkreis kreis \
         gemeindeschluessel ags regions regionsserved",
    ),
    (
        Field::Works,
        "arbeitsfelder arbeitsfeld taetigkeitsfelder taetigkeitsfeld handlungsfelder \
         arbeitsbereiche fieldsofwork",
    ),
    (
        Field::Parent,
        "gehoertzu dachverband dachorganisation uebergeordneteorganisation traegerorganisation \
         mutterorganisation partof parentorganisation",
    ),
    (
        Field::CanHost,
        "kanngastgeberinsein kanngastgebersein gastgeberin gastgeber canhost",
    ),
    (
        Field::Language,
        "sprache sprachedermails language languageofmails",
    ),
    (
        Field::Voting,
        "stimmberechtigt stimmrecht hatstimmrecht votes voting",
    ),
    (
        Field::FunctionSince,
        "funktionseit imamtseit amtseit functionsince inofficesince",
    ),
    (
        Field::FunctionUntil,
        "funktionbis imamtbis amtbis functionuntil inofficeuntil",
    ),
];
