//! What a column of a list may mean.

/// A field of the register that a column fills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The organisation's name.
    Organisation,
    /// Its short name.
    ShortName,
    /// Street and number.
    Street,
    /// Postcode.
    Postcode,
    /// Town.
    Town,
    /// Postcode and town in one.
    Place,
    /// The organisation's telephone number.
    Phone,
    /// Its mail address.
    Mail,
    /// Its web address.
    Web,
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
    /// What the person is at the organisation.
    Function,
    /// Whether the person speaks for the organisation.
    Contact,
    /// What the office notes about the person.
    PersonNote,
}

impl Field {
    /// All fields, in the order of the choice.
    pub const ALL: [Self; 22] = [
        Self::Organisation,
        Self::ShortName,
        Self::Street,
        Self::Postcode,
        Self::Town,
        Self::Place,
        Self::Phone,
        Self::Mail,
        Self::Web,
        Self::Note,
        Self::Kind,
        Self::Since,
        Self::Until,
        Self::Person,
        Self::FirstName,
        Self::LastName,
        Self::AddressForm,
        Self::PersonMail,
        Self::PersonPhone,
        Self::Function,
        Self::Contact,
        Self::PersonNote,
    ];

    /// The word in the database and in forms; the phrase key is `transfer-field-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::ShortName => "short-name",
            Self::Street => "street",
            Self::Postcode => "postcode",
            Self::Town => "town",
            Self::Place => "place",
            Self::Phone => "phone",
            Self::Mail => "mail",
            Self::Web => "web",
            Self::Note => "note",
            Self::Kind => "kind",
            Self::Since => "since",
            Self::Until => "until",
            Self::Person => "person",
            Self::FirstName => "first-name",
            Self::LastName => "last-name",
            Self::AddressForm => "address-form",
            Self::PersonMail => "person-mail",
            Self::PersonPhone => "person-phone",
            Self::Function => "function",
            Self::Contact => "contact",
            Self::PersonNote => "person-note",
        }
    }

    /// Reads the word of the database or a form.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.word() == word)
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
                | Self::Function
                | Self::Contact
                | Self::PersonNote
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
        "istansprechperson istansprechpartner hauptkontakt iscontact",
    ),
    (Field::PersonNote, "notizperson bemerkungperson personnote"),
];
