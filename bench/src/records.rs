//! Fills an empty database with a network, its people and any number of gatherings.
//!
//! Straight into the tables and not by the rooms' own acts: ten thousand acts with journal and
//! search would take longer than everything that is measured.

use base::{
    AccessLinkId, AccountId, Fault, GatheringId, GroupId, InvitationId, MembershipId, Moment,
    NetworkId, OrganisationId, PersonId, SessionId,
};
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};
use sha2::{Digest, Sha256};
use store::{Conn, params, sql};

/// The network's slug.
pub const NETWORK: &str = "weimar";
/// The group that is invited.
pub const GROUP: &str = "Alle Mitglieder";
/// The title of the gathering whose page is measured.
pub const TITLE: &str = "Fachkräfte dringend gesucht";
/// How many organisations the people come from.
const ORGANISATIONS: u32 = 35;

/// How much there is.
#[derive(Clone, Copy, Debug)]
pub struct Amount {
    /// Gatherings.
    pub gatherings: u32,
    /// People in the group that is invited.
    pub people: u32,
    /// Whether there are plans of ten years.
    pub plans: bool,
}

/// What was laid down, as far as addresses need it.
#[derive(Clone, Debug)]
pub struct Filled {
    /// The slug of the measured gathering.
    pub slug: String,
    /// The id of the group.
    pub group: GroupId,
    /// The path segment of this year's plan; empty without one.
    pub plan: String,
}

/// Lays everything down; whoever bears the session's token is the office.
pub fn fill(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    amount: Amount,
    token: &[u8],
) -> Result<Filled, Fault> {
    let network: NetworkId = moment.id();
    add_network(conn, network, moment.now())?;
    let group: GroupId = moment.id();
    conn.exec(
        sql!(
            "INSERT INTO network_group (id, network_id, slug, name, about, ended)
             VALUES ($1, $2, 'alle-mitglieder', $3, '', FALSE)"
        ),
        params![group, network, GROUP],
    )?;
    let organisations = add_organisations(conn, moment, network)?;
    let mut homes = organisations.iter().copied().cycle();
    let mut office = None;
    for number in 0..amount.people.max(1) {
        let person: PersonId = moment.id();
        add_person(conn, (person, network), number)?;
        if let Some(home) = homes.next() {
            add_function(conn, moment, (person, home))?;
        }
        join_group(conn, moment, (group, person))?;
        office.get_or_insert(person);
    }
    if let Some(person) = office {
        add_office(conn, moment, (network, person), token)?;
    }
    let slug = add_gatherings(conn, moment, (network, group), amount.gatherings)?;
    let plan = if amount.plans {
        crate::plans::add(conn, moment, (network, group))?
    } else {
        String::new()
    };
    Ok(Filled { slug, group, plan })
}

fn add_network(conn: &mut Conn<'_>, id: NetworkId, now: Timestamp) -> Result<(), Fault> {
    conn.exec(
        sql!(
            "INSERT INTO network (id, slug, name, association, about, land, zone, accent,
             logo_type, logo_alt, office_name, office_address, office_phone, office_mail,
             sender_name, imprint, objection_days, sample_data, created_at)
             VALUES ($1, $2, 'Kreisgruppe Weimar/Weimarer Land', 'im Landesverband Thüringen',
             'Die Kreisgruppe verbindet 35 Träger der sozialen Arbeit.', 'TH', 'Europe/Berlin',
             '#1f5c99', '', '', 'Geschäftsstelle der Kreisgruppe',
             'Musterstraße 1, 99423 Weimar', '03643 000000', 'buero@kreis.example', '',
             'Geschäftsstelle der Kreisgruppe, Musterstraße 1, 99423 Weimar', 14, TRUE, $3)"
        ),
        params![id, NETWORK, now],
    )?;
    Ok(())
}

fn add_organisations(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    network: NetworkId,
) -> Result<Vec<OrganisationId>, Fault> {
    let mut all = Vec::new();
    for number in 1..=ORGANISATIONS {
        let (id, membership): (OrganisationId, MembershipId) = (moment.id(), moment.id());
        let name = format!("Träger {number} e. V.");
        conn.exec(
            sql!(
                "INSERT INTO organisation (id, network_id, name, short_name, street, postcode,
                 town, phone, mail, web, can_host, note, ended, sort_key, found_by)
                 VALUES ($1, $2, $3, '', 'Beispielweg 1', '99425', 'Weimar', '', '', '', TRUE,
                 '', FALSE, LOWER($3), LOWER($3))"
            ),
            params![id, network, name],
        )?;
        conn.exec(
            sql!(
                "INSERT INTO membership (id, network_id, organisation_id, kind)
                 VALUES ($1, $2, $3, 'member')"
            ),
            params![membership, network, id],
        )?;
        all.push(id);
    }
    Ok(all)
}

fn add_person(
    conn: &mut Conn<'_>,
    (id, network): (PersonId, NetworkId),
    number: u32,
) -> Result<(), Fault> {
    let (name, mail) = (
        format!("Leitung {number}"),
        format!("person-{number}@kreis.example"),
    );
    conn.exec(
        sql!(
            "INSERT INTO person (id, network_id, name, sort_name, address_form, mail, phone, lang,
             note, ended, sort_key, found_by)
             VALUES ($1, $2, $3, $3, 'neutral', $4, '', 'de', '', FALSE, LOWER($3), LOWER($3))"
        ),
        params![id, network, name, mail],
    )?;
    Ok(())
}

fn add_function(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (person, organisation): (PersonId, OrganisationId),
) -> Result<(), Fault> {
    let id: base::FunctionId = moment.id();
    conn.exec(
        sql!(
            "INSERT INTO person_function (id, person_id, organisation_id, title, contact)
             VALUES ($1, $2, $3, 'Geschäftsführung', TRUE)"
        ),
        params![id, person, organisation],
    )?;
    Ok(())
}

fn join_group(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (group, person): (GroupId, PersonId),
) -> Result<(), Fault> {
    let id: base::GroupMemberId = moment.id();
    conn.exec(
        sql!(
            "INSERT INTO group_member (id, group_id, person_id, title, leader)
             VALUES ($1, $2, $3, '', FALSE)"
        ),
        params![id, group, person],
    )?;
    Ok(())
}

/// Makes guests of all people at a gathering, and gives the secret of each one's link.
pub fn add_guests(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    slug: &str,
) -> Result<Vec<String>, Fault> {
    let gathering: GatheringId = conn
        .one(
            sql!("SELECT id FROM gathering WHERE slug = $1"),
            params![slug],
            store::Row::take,
        )?
        .ok_or_else(|| Fault::new("find the gathering"))?;
    let people: Vec<PersonId> = conn.all(
        sql!("SELECT id FROM person ORDER BY id"),
        &[],
        store::Row::take,
    )?;
    let now = moment.now();
    let ends = now.checked_add((24 * 60).hours()).unwrap_or(now);
    let mut tokens = Vec::new();
    for person in people {
        let (id, link): (InvitationId, AccessLinkId) = (moment.id(), moment.id());
        conn.exec(
            sql!(
                "INSERT INTO invitation (id, gathering_id, person_id, via, invited_at)
                 VALUES ($1, $2, $3, '', $4)"
            ),
            params![id, gathering, person, now],
        )?;
        let token = format!("answer-of-{id}");
        conn.exec(
            sql!(
                "INSERT INTO access_link
                 (id, token, purpose, subject, person_id, issued_at, expires_at)
                 VALUES ($1, $2, 'reply', $3, $4, $5, $6)"
            ),
            params![
                link,
                Sha256::digest(&token).to_vec(),
                id.to_string(),
                person,
                now,
                ends
            ],
        )?;
        tokens.push(token);
    }
    Ok(tokens)
}

fn add_office(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, person): (NetworkId, PersonId),
    token: &[u8],
) -> Result<(), Fault> {
    let (account, session): (AccountId, SessionId) = (moment.id(), moment.id());
    let now = moment.now();
    let ends = now.checked_add(24.hours()).unwrap_or(now);
    conn.exec(
        sql!(
            "INSERT INTO account (id, mail, name, lang, operator, ended, created_at)
             VALUES ($1, 'buero@kreis.example', 'Geschäftsstelle', 'de', FALSE, FALSE, $2)"
        ),
        params![account, now],
    )?;
    conn.exec(
        sql!("INSERT INTO account_person (account_id, person_id) VALUES ($1, $2)"),
        params![account, person],
    )?;
    conn.exec(
        sql!("INSERT INTO account_role (account_id, network_id, role) VALUES ($1, $2, 'office')"),
        params![account, network],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO session (id, account_id, token, browser, created_at, used_at, expires_at)
             VALUES ($1, $2, $3, '', $4, $4, $5)"
        ),
        params![session, account, token, now, ends],
    )?;
    Ok(())
}

/// One a day around today; the measured one lies two weeks ahead.
fn add_gatherings(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, group): (NetworkId, GroupId),
    count: u32,
) -> Result<String, Fault> {
    let today = day_of(moment.now())?;
    let before = i64::from(count / 2);
    for number in 1..i64::from(count) {
        let day = later(today, number - before)?;
        let title = format!("Sitzung {number}");
        let slug = format!("{day}-sitzung-{number}");
        let state = if day < today { "held" } else { "announced" };
        let gathering = Dated { day, state, slug };
        add_gathering(conn, moment, (network, group), (&gathering, &title))?;
    }
    let day = later(today, 14)?;
    let gathering = Dated {
        day,
        state: "announced",
        slug: format!("{day}-fachkraefte-dringend-gesucht"),
    };
    let id = add_gathering(conn, moment, (network, group), (&gathering, TITLE))?;
    add_agenda(conn, moment, id)?;
    Ok(gathering.slug)
}

/// A gathering's day, state and slug.
pub(crate) struct Dated {
    pub(crate) day: Date,
    pub(crate) state: &'static str,
    pub(crate) slug: String,
}

pub(crate) fn day_of(now: Timestamp) -> Result<Date, Fault> {
    let zoned = now
        .in_tz("Europe/Berlin")
        .map_err(|cause| Fault::because("tell today", cause))?;
    Ok(zoned.date())
}

fn later(day: Date, days: i64) -> Result<Date, Fault> {
    day.checked_add(days.days())
        .map_err(|cause| Fault::because("count days", cause))
}

fn instant(local: DateTime) -> Result<Timestamp, Fault> {
    let zoned = local
        .in_tz("Europe/Berlin")
        .map_err(|cause| Fault::because("tell an instant", cause))?;
    Ok(zoned.timestamp())
}

pub(crate) fn add_gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (network, group): (NetworkId, GroupId),
    (dated, title): (&Dated, &str),
) -> Result<GatheringId, Fault> {
    let id: GatheringId = moment.id();
    let (starts, ends) = (dated.day.at(14, 0, 0, 0), dated.day.at(16, 30, 0, 0));
    conn.exec(
        sql!(
            "INSERT INTO gathering (id, network_id, group_id, slug, title, focus, about, starts,
             ends, zone, starts_at, ends_at, venue_name, venue_street, venue_postcode, venue_town,
             venue_access, online_url, audience, state, announced_at, changed_at)
             VALUES ($1, $2, $3, $4, $5, 'Lage und Förderwege',
             'Viele Mitglieder suchen Fachkräfte. Mit dem Jobcenter besprechen wir die Förderung.',
             $6, $7, 'Europe/Berlin', $8, $9, 'Lebenshilfe-Werk', 'Beispielweg 5', '99423',
             'Weimar', 'stufenloser Eingang', '', 'public', $10, $11, $11)"
        ),
        params![
            id,
            network,
            group,
            dated.slug,
            title,
            starts,
            ends,
            instant(starts)?,
            instant(ends)?,
            dated.state,
            moment.now()
        ],
    )?;
    conn.exec(
        sql!(
            "INSERT INTO gathering_tag (gathering_id, network_id, position, tag, tag_slug)
             VALUES ($1, $2, 0, 'Fachkräfte', 'fachkraefte')"
        ),
        params![id, network],
    )?;
    Ok(id)
}

pub(crate) fn add_agenda(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    gathering: GatheringId,
) -> Result<(), Fault> {
    let items = [
        ("Begrüßung und Niederschrift", 10_i64),
        ("Fachkräfte: Lage und Förderwege", 45),
        ("Erfahrungen der Mitglieder", 40),
        ("Neues aus dem Landesverband", 25),
        ("Termine und Verschiedenes", 30),
    ];
    for (position, (title, minutes)) in (0_i64..).zip(items) {
        let id: base::AgendaItemId = moment.id();
        conn.exec(
            sql!(
                "INSERT INTO agenda_item (id, gathering_id, position, title, body_text, minutes)
                 VALUES ($1, $2, $3, $4, '', $5)"
            ),
            params![id, gathering, position, title, minutes],
        )?;
        conn.exec(
            sql!(
                "INSERT INTO agenda_speaker (agenda_item_id, position, name, function_name, body)
                 VALUES ($1, 0, '', 'Leitung', 'Jobcenter Weimar')"
            ),
            params![id],
        )?;
    }
    Ok(())
}
