//! Planning a gathering and changing its facts.

use base::access::{Actor, Audience};
use base::{GatheringId, GroupId, Halt, Moment, NetworkId, OrganisationId, SeriesId};
use store::{Conn, Job};

use super::{Inform, index, known, note, tell};
use crate::jobs::OVER;
use crate::records;
use crate::rules::{CoOrganiser, Difference, Gathering, Speaker, State, Venue, When, slug_of};

/// The facts of a gathering as the office gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatheringInput {
    /// The group that meets.
    pub group: Option<GroupId>,
    /// The series that it is part of.
    pub series: Option<SeriesId>,
    /// Its place in the series.
    pub series_number: Option<i64>,
    /// Its title.
    pub title: String,
    /// Its focus in one line.
    pub focus: String,
    /// What it is about, in paragraphs.
    pub about: String,
    /// When it takes place.
    pub when: When,
    /// The organisation that receives the others.
    pub host: Option<OrganisationId>,
    /// Where it takes place.
    pub venue: Venue,
    /// Where it takes place online.
    pub online_url: String,
    /// Whom it is for.
    pub audience: Audience,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who organises it together with the network.
    pub co_organisers: Vec<CoOrganiser>,
    /// Guests by function and body.
    pub guests: Vec<Speaker>,
}

impl GatheringInput {
    /// A public gathering with no more than a title and a time.
    pub fn new(title: &str, when: When) -> Self {
        Self {
            group: None,
            series: None,
            series_number: None,
            title: title.to_owned(),
            focus: String::new(),
            about: String::new(),
            when,
            host: None,
            venue: Venue::default(),
            online_url: String::new(),
            audience: Audience::Public,
            tags: Vec::new(),
            co_organisers: Vec::new(),
            guests: Vec::new(),
        }
    }

    /// The facts of a known gathering, to be changed in part.
    pub fn of(it: &Gathering) -> Self {
        Self {
            group: it.group,
            series: it.series,
            series_number: it.series_number,
            title: it.title.clone(),
            focus: it.focus.clone(),
            about: it.about.clone(),
            when: When {
                starts: it.starts,
                ends: it.ends,
                zone: it.zone.clone(),
                starts_at: it.starts_at,
                ends_at: it.ends_at,
            },
            host: it.host,
            venue: Venue {
                name: it.venue_name.clone(),
                street: it.venue_street.clone(),
                postcode: it.venue_postcode.clone(),
                town: it.venue_town.clone(),
                access: it.venue_access.clone(),
            },
            online_url: it.online_url.clone(),
            audience: it.audience,
            tags: it.tags.clone(),
            co_organisers: it.co_organisers.clone(),
            guests: it.guests.clone(),
        }
    }
}

/// Plans a gathering: a draft that the office alone sees.
///
/// # Errors
/// Refused where group, series or organisations are not the network's own.
pub fn plan_gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    network: NetworkId,
    input: &GatheringInput,
) -> Result<GatheringId, Halt> {
    check_ties(conn, network, input)?;
    let input = &at_the_hosts(conn, input)?;
    let mut it = drafted(moment, network, input);
    it.slug = free_slug(conn, &it)?;
    records::gathering::write(conn, &it)?;
    index(conn, moment, &it)?;
    note(
        conn,
        moment,
        who,
        &it,
        ("gathering-planned", it.title.clone()),
    )?;
    Ok(it.id)
}

fn drafted(moment: &mut Moment, network: NetworkId, input: &GatheringInput) -> Gathering {
    let mut it = Gathering {
        id: moment.id(),
        network,
        group: None,
        series: None,
        series_number: None,
        slug: String::new(),
        title: String::new(),
        focus: String::new(),
        about: String::new(),
        starts: input.when.starts,
        ends: input.when.ends,
        zone: String::new(),
        starts_at: input.when.starts_at,
        ends_at: input.when.ends_at,
        host: None,
        venue_name: String::new(),
        venue_street: String::new(),
        venue_postcode: String::new(),
        venue_town: String::new(),
        venue_access: String::new(),
        online_url: String::new(),
        audience: input.audience,
        state: State::Draft,
        sequence: 0,
        tags: Vec::new(),
        cancelled_reason: String::new(),
        announced_at: None,
        changed_at: moment.now(),
        co_organisers: Vec::new(),
        guests: Vec::new(),
    };
    take_over(&mut it, input);
    it
}

fn take_over(it: &mut Gathering, input: &GatheringInput) {
    let from = input.clone();
    it.group = from.group;
    it.series = from.series;
    it.series_number = from.series.and(from.series_number);
    it.title = from.title;
    it.focus = from.focus;
    it.about = from.about;
    it.starts = from.when.starts;
    it.ends = from.when.ends;
    it.zone = from.when.zone;
    it.starts_at = from.when.starts_at;
    it.ends_at = from.when.ends_at;
    it.host = from.host;
    it.venue_name = from.venue.name;
    it.venue_street = from.venue.street;
    it.venue_postcode = from.venue.postcode;
    it.venue_town = from.venue.town;
    it.venue_access = from.venue.access;
    it.online_url = from.online_url;
    it.audience = from.audience;
    it.tags = from.tags;
    it.co_organisers = from.co_organisers;
    it.guests = from.guests;
}

/// Whoever names a host and no place means the host's own address.
fn at_the_hosts(conn: &mut Conn<'_>, input: &GatheringInput) -> Result<GatheringInput, Halt> {
    let mut input = input.clone();
    let venue = &mut input.venue;
    let is_blank = venue.name.is_empty() && venue.street.is_empty() && venue.town.is_empty();
    if let Some(id) = input.host.filter(|_| is_blank)
        && let Some(host) = register::organisation(conn, id)?
    {
        venue.name = host.name;
        venue.street = host.street;
        venue.postcode = host.postcode;
        venue.town = host.town;
    }
    Ok(input)
}

/// What a gathering is tied to must be of the same network: a form can be made up.
fn check_ties(conn: &mut Conn<'_>, network: NetworkId, input: &GatheringInput) -> Result<(), Halt> {
    if let Some(id) = input.group
        && register::group(conn, id)?.is_none_or(|group| group.network != network)
    {
        return Err(Halt::at("group", "fault-choice"));
    }
    if let Some(id) = input.series
        && records::series::series(conn, id)?.is_none_or(|series| series.network != network)
    {
        return Err(Halt::at("series", "fault-choice"));
    }
    check_organisation(conn, network, input.host, "host")?;
    for co in &input.co_organisers {
        check_organisation(conn, network, co.organisation, "co_organisers")?;
    }
    Ok(())
}

fn check_organisation(
    conn: &mut Conn<'_>,
    network: NetworkId,
    id: Option<OrganisationId>,
    field: &str,
) -> Result<(), Halt> {
    let Some(id) = id else { return Ok(()) };
    match register::organisation(conn, id)? {
        Some(organisation) if organisation.network == network => Ok(()),
        _ => Err(Halt::at(field, "fault-choice")),
    }
}

/// What old addresses of gatherings are kept under.
pub(crate) const OLD_SLUG: &str = "gathering";

/// The first address for its day and title that nobody else stands or stood at.
fn free_slug(conn: &mut Conn<'_>, it: &Gathering) -> Result<String, Halt> {
    for attempt in 1..1000 {
        let slug = slug_of(it.starts.date(), &it.title, attempt);
        let was_anothers = register::old_slug(conn, it.network, OLD_SLUG, &slug)?
            .is_some_and(|owner| GatheringId::from(owner) != it.id);
        if !was_anothers && !records::gathering::is_slug_taken(conn, it.network, &slug, it.id)? {
            return Ok(slug);
        }
    }
    Err(Halt::at("title", "gatherings-fault-too-many-alike"))
}

/// Changes the facts of a gathering. Once invitations went out, the office says whether the
/// invited are told; once it was announced, its old address leads to the new one.
///
/// # Errors
/// Refused where group, series or organisations are not the network's own, or where the
/// choice whether to tell is missing.
pub fn change_gathering(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    who: &Actor,
    id: GatheringId,
    change: (&GatheringInput, Option<Inform>),
) -> Result<Gathering, Halt> {
    let (input, inform) = change;
    let before = known(conn, id)?;
    check_ties(conn, before.network, input)?;
    let inform = tell::choice(conn, id, inform)?;
    let mut it = before.clone();
    take_over(&mut it, &at_the_hosts(conn, input)?);
    it.changed_at = moment.now();
    it.slug = follow_slug(conn, &before, &it)?;
    let differences = Difference::between(&before, &it);
    if inform == Inform::Tell && !differences.is_empty() && it.state == State::Announced {
        let kind = Difference::kind(&differences);
        tell::tell(conn, moment, &mut it, (kind, differences.clone()))?;
    }
    if it.state == State::Announced && differences.iter().any(Difference::moves) {
        tell::tell_registered(conn, moment, &it)?;
    }
    follow_clock(conn, moment, &mut it)?;
    records::gathering::write(conn, &it)?;
    index(conn, moment, &it)?;
    let detail = told(&differences);
    note(conn, moment, who, &it, ("gathering-changed", detail))?;
    Ok(it)
}

fn follow_slug(conn: &mut Conn<'_>, before: &Gathering, it: &Gathering) -> Result<String, Halt> {
    if before.starts.date() == it.starts.date() && before.title == it.title {
        return Ok(before.slug.clone());
    }
    let slug = free_slug(conn, it)?;
    if slug != before.slug && before.state != State::Draft {
        register::keep_old_slug(conn, it.network, OLD_SLUG, &before.slug, it.id)?;
    }
    Ok(slug)
}

/// A gathering that was over and now lies ahead stands announced again, and the other way.
pub(super) fn follow_clock(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &mut Gathering,
) -> Result<(), Halt> {
    conn.forget_jobs(OVER, &it.id.to_string())?;
    if !matches!(it.state, State::Announced | State::Held) {
        return Ok(());
    }
    if it.ends_at <= moment.now() {
        it.state = State::Held;
        return Ok(());
    }
    it.state = State::Announced;
    conn.later(
        moment,
        &Job {
            kind: OVER,
            subject: &it.id.to_string(),
            due: it.ends_at,
        },
    )?;
    Ok(())
}

fn told(differences: &[Difference]) -> String {
    let lines: Vec<String> = differences
        .iter()
        .map(|it| format!("{} → {}", it.before, it.after))
        .collect();
    lines.join("; ")
}
