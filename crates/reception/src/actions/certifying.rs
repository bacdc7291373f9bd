//! Certifying attendance: for all who came, for oneself, anew, and revoking it.

use base::access::Actor;
use base::{Fault, Halt, Moment, PersonId};
use gatherings::{Gathering, State};
use jiff::Timestamp;
use store::Conn;
use uuid::Uuid;

use super::note;
use crate::records;
use crate::rules::{Arrival, Certificate, certificate_code};

/// Whether attendance can be certified: only once it is over.
fn check_over(it: &Gathering, now: Timestamp) -> Result<(), Halt> {
    if it.state == State::Cancelled || now < it.ends_at {
        return Err(Halt::no("reception-fault-not-over"));
    }
    Ok(())
}

/// Certifies attendance to all who came and have nothing yet; says to how many. What was revoked
/// stays revoked.
///
/// # Errors
/// Refused before the end.
pub fn certify_all(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
) -> Result<usize, Halt> {
    check_over(it, moment.now())?;
    let mut made = 0;
    for id in records::without_certificate(conn, it.id)? {
        if let Some(arrival) = records::arrival(conn, id)? {
            certify(conn, moment, it, &arrival)?;
            made += 1;
        }
    }
    if made > 0 {
        let verb = ("reception-certified", made.to_string());
        note(conn, moment, (who, it), verb)?;
    }
    Ok(made)
}

/// Writes a certificate for an arrival that stands.
fn certify(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    it: &Gathering,
    arrival: &Arrival,
) -> Result<Certificate, Halt> {
    let line = arrival.attendance.filter(|_| arrival.stands());
    let line = line.ok_or(Halt::Missing)?;
    let row = gatherings::attendance_line(conn, line)?.ok_or(Halt::Missing)?;
    let (person, mail_key) = whose(conn, arrival)?;
    let certificate = Certificate {
        id: moment.id(),
        gathering: it.id,
        arrival: Some(arrival.id),
        code: certificate_code(moment),
        name: row.name,
        organisation: row.organisation_name,
        made_at: moment.now(),
        revoked_at: None,
    };
    let whose = (row.person.or(person), mail_key.as_str());
    records::add_certificate(conn, it.network, &certificate, whose)?;
    Ok(certificate)
}

/// By what a certificate is found again when the person asks to be forgotten: companions have
/// neither record nor address of their own.
fn whose(conn: &mut Conn<'_>, arrival: &Arrival) -> Result<(Option<PersonId>, String), Fault> {
    let place = match arrival.place {
        Some(id) => registration::place(conn, id)?,
        None => None,
    };
    let Some(place) = place.filter(|it| it.position == 0) else {
        return Ok((None, String::new()));
    };
    let made = registration::registration(conn, place.registration)?;
    let found = made.map(|it| (it.person, registration::fold(&it.mail)));
    Ok(found.unwrap_or_default())
}

/// What one's own page knows of a place: whether the person is in, and what was certified.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub(crate) gathering: Gathering,
    pub(crate) place: Uuid,
    pub(crate) name: String,
    pub(crate) here: Option<Timestamp>,
    pub(crate) certificate: Option<Certificate>,
}

/// The certain places of a registration.
pub(crate) fn own_certificates(conn: &mut Conn<'_>, registration: Uuid) -> Result<Vec<Own>, Fault> {
    let mut all = Vec::new();
    for (gathering, line) in records::of_registration(conn, registration)? {
        let certificate = match line.here {
            Some((arrival, _)) => records::by_arrival(conn, arrival)?,
            None => None,
        };
        let gathering = gatherings::gathering(conn, gathering)?;
        all.extend(gathering.map(|gathering| Own {
            gathering,
            place: line.place,
            name: line.name,
            here: line.here.map(|(_, at)| at),
            certificate,
        }));
    }
    Ok(all)
}

/// The certificate of one of one's own places, made where there is none yet.
///
/// # Errors
/// Missing where nobody came by this place; refused before the end, or where it was revoked.
pub fn certify_own(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (registration, place): (Uuid, Uuid),
) -> Result<(Gathering, Certificate), Halt> {
    let own = records::of_registration(conn, registration)?;
    let mut own = own.into_iter();
    let (gathering, line) = own
        .find(|(_, line)| line.place == place)
        .ok_or(Halt::Missing)?;
    let it = gatherings::gathering(conn, gathering)?.ok_or(Halt::Missing)?;
    check_over(&it, moment.now())?;
    let (arrival, _) = line.here.ok_or(Halt::Missing)?;
    if let Some(known) = records::by_arrival(conn, arrival)? {
        if !known.holds() {
            return Err(Halt::no("reception-fault-revoked"));
        }
        return Ok((it, known));
    }
    let arrival = records::arrival(conn, arrival)?.ok_or(Halt::Missing)?;
    let made = certify(conn, moment, &it, &arrival)?;
    let nobody = Actor::default();
    note(
        conn,
        moment,
        (&nobody, &it),
        ("reception-fetched", String::new()),
    )?;
    Ok((it, made))
}

fn known(conn: &mut Conn<'_>, it: &Gathering, id: Uuid) -> Result<Certificate, Halt> {
    let certificate = records::certificate(conn, id)?;
    let certificate = certificate.filter(|known| known.gathering == it.id);
    certificate.ok_or(Halt::Missing)
}

/// Revokes a certificate. A second time changes nothing.
///
/// # Errors
/// Missing where there is no such certificate.
pub fn withdraw(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    id: Uuid,
) -> Result<(), Halt> {
    if known(conn, it, id)?.holds() {
        records::revoke(conn, id, moment.now())?;
        note(
            conn,
            moment,
            (who, it),
            ("reception-revoked", String::new()),
        )?;
    }
    Ok(())
}

/// Certifies anew what was revoked, with the name as it stands now and another code.
///
/// # Errors
/// Refused where a certificate holds; missing where the person does not count as having come.
pub fn renew(
    conn: &mut Conn<'_>,
    moment: &mut Moment,
    (who, it): (&Actor, &Gathering),
    id: Uuid,
) -> Result<(), Halt> {
    let arrival = match known(conn, it, id)?.arrival {
        Some(id) => records::arrival(conn, id)?,
        None => None,
    };
    let arrival = arrival.ok_or(Halt::Missing)?;
    let latest = records::by_arrival(conn, arrival.id)?;
    if latest.is_some_and(|it| it.holds()) {
        return Err(Halt::no("reception-fault-holds"));
    }
    certify(conn, moment, it, &arrival)?;
    note(
        conn,
        moment,
        (who, it),
        ("reception-renewed", String::new()),
    )?;
    Ok(())
}
