//! A public gathering in the words of schema.org, for search engines and other portals: facts
//! that its page shows to everybody, and no others.

use base::access::Audience;
use calendar::{Zone, dates};
use jiff::civil::DateTime;
use serde_json::{Value, json};

use crate::rules::{Change, CoOrganiser, Fact, Gathering, Series, State};
use shell::{Amenity, Described, Part};

/// What the gathering itself does not know.
pub(crate) struct Around<'a> {
    /// The full address of its page.
    pub(crate) page: &'a str,
    /// The network's name.
    pub(crate) network: &'a str,
    /// The full address of the network's front page.
    pub(crate) network_page: &'a str,
    /// The series that it is part of.
    pub(crate) series: Option<&'a Series>,
    /// What was told of it, the newest first.
    pub(crate) changes: &'a [Change],
    /// What other rooms know of it.
    pub(crate) described: &'a Described,
}

/// The gathering as JSON-LD that may stand inside a page; none where it is not for everybody.
pub(crate) fn event(it: &Gathering, around: &Around<'_>) -> Option<String> {
    let is_open = it.audience == Audience::Public && it.state != State::Draft;
    is_open.then(|| harmless(&facts(it, around).to_string()))
}

fn facts(it: &Gathering, around: &Around<'_>) -> Value {
    let zone = Zone::named(&it.zone).unwrap_or_else(|_| Zone::utc());
    let earlier = earlier_starts(it, &zone, around.changes);
    let mut event = json!({
        "@context": "https://schema.org",
        "@type": "Event",
        "@id": format!("urn:uuid:{}", it.id),
        "url": around.page,
        "name": it.title,
        "startDate": dates::iso_instant_local(it.starts_at, &zone),
        "endDate": dates::iso_instant_local(it.ends_at, &zone),
        "eventStatus": status(it, &earlier),
        "organizer": organisers(&it.co_organisers, around),
    });
    let places = places(it, around);
    let optional = [
        ("previousStartDate", one_or_many(earlier)),
        ("description", text(&description(it))),
        ("eventAttendanceMode", attendance_mode(&places)),
        ("location", one_or_many(places)),
        ("keywords", one_or_many(it.tags.clone())),
        ("superEvent", around.series.map(series)),
        ("subEvent", one_or_many(parts(it, &zone, around))),
    ];
    set(&mut event, optional);
    event
}

/// Takes up what is known.
fn set<const N: usize>(object: &mut Value, known: [(&str, Option<Value>); N]) {
    let Some(object) = object.as_object_mut() else {
        return;
    };
    for (name, value) in known {
        if let Some(value) = value {
            object.insert(name.to_owned(), value);
        }
    }
}

fn status(it: &Gathering, earlier: &[String]) -> &'static str {
    match it.state {
        State::Cancelled => "https://schema.org/EventCancelled",
        State::Announced if !earlier.is_empty() => "https://schema.org/EventRescheduled",
        State::Draft | State::Announced | State::Held => "https://schema.org/EventScheduled",
    }
}

/// The starts that people were told before, the oldest first.
fn earlier_starts(it: &Gathering, zone: &Zone, changes: &[Change]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let told = changes.iter().rev().flat_map(|change| &change.differences);
    for before in told
        .filter(|it| it.fact == Fact::Starts)
        .map(|it| &it.before)
    {
        let Some(start) = start(before, zone).filter(|_| *before != it.starts.to_string()) else {
            continue;
        };
        if !found.contains(&start) {
            found.push(start);
        }
    }
    found
}

fn start(local: &str, zone: &Zone) -> Option<String> {
    let local: DateTime = local.parse().ok()?;
    let at = calendar::instant(local.date(), local.time(), zone).ok()?;
    Some(dates::iso_instant_local(at.first(), zone))
}

fn organisers(others: &[CoOrganiser], around: &Around<'_>) -> Value {
    let network = json!({
        "@type": "Organization",
        "name": around.network,
        "url": around.network_page,
    });
    let others = others
        .iter()
        .map(|other| json!({"@type": "Organization", "name": other.name}));
    let all: Vec<Value> = std::iter::once(network).chain(others).collect();
    one_or_many(all).unwrap_or_default()
}

/// The house, and the page where the link is shown in time to whom it concerns.
fn places(it: &Gathering, around: &Around<'_>) -> Vec<Value> {
    let online = (!it.online_url.is_empty()).then(|| {
        json!({
            "@type": "VirtualLocation",
            "url": around.page,
        })
    });
    let is_known = !it.place().is_empty();
    is_known
        .then(|| house(it, &around.described.amenities))
        .into_iter()
        .chain(online)
        .collect()
}

fn house(it: &Gathering, amenities: &[Amenity]) -> Value {
    let mut address = json!({"@type": "PostalAddress"});
    let parts = [
        ("streetAddress", text(&it.venue_street)),
        ("postalCode", text(&it.venue_postcode)),
        ("addressLocality", text(&it.venue_town)),
    ];
    let is_known = parts.iter().any(|(_, part)| part.is_some());
    set(&mut address, parts);
    let mut place = json!({"@type": "Place"});
    let known = [
        ("name", text(&it.venue_name)),
        ("description", text(&it.venue_access)),
        ("address", is_known.then_some(address)),
        (
            "amenityFeature",
            one_or_many(amenities.iter().map(amenity).collect()),
        ),
    ];
    set(&mut place, known);
    place
}

/// What a place offers, or does not.
fn amenity(it: &Amenity) -> Value {
    json!({
        "@type": "LocationFeatureSpecification",
        "propertyID": it.id,
        "name": it.name,
        "value": it.is_there,
    })
}

/// The parts of a gathering that everybody finds in its programme.
fn parts(it: &Gathering, zone: &Zone, around: &Around<'_>) -> Vec<Value> {
    let all = around.described.parts.iter();
    all.filter_map(|part| self::part(it, zone, part)).collect()
}

/// None where the clocks of the zone never show its hours.
fn part(it: &Gathering, zone: &Zone, part: &Part) -> Option<Value> {
    let mut event = json!({
        "@type": "Event",
        "@id": format!("urn:uuid:{}", part.id),
        "name": part.title,
        "startDate": start(&part.starts.to_string(), zone)?,
        "endDate": start(&part.ends.to_string(), zone)?,
        "eventStatus": status(it, &[]),
    });
    let work = (!part.features.is_empty()).then(|| {
        json!({
            "@type": "CreativeWork",
            "name": part.title,
            "accessibilityFeature": part.features,
        })
    });
    let known = [
        ("description", text(&part.about)),
        ("location", room(it, part)),
        ("inLanguage", text(&part.lang)),
        (
            "performer",
            one_or_many(part.speakers.iter().map(speaker).collect()),
        ),
        ("workFeatured", work),
        ("maximumAttendeeCapacity", part.capacity.map(Into::into)),
    ];
    set(&mut event, known);
    Some(event)
}

fn room(it: &Gathering, part: &Part) -> Option<Value> {
    if part.room.is_empty() && part.amenities.is_empty() {
        return None;
    }
    let mut place = json!({"@type": "Place"});
    let house = it.place();
    let inside = (!house.is_empty()).then(|| json!({"@type": "Place", "name": house}));
    let known = [
        ("name", text(&part.room)),
        (
            "amenityFeature",
            one_or_many(part.amenities.iter().map(amenity).collect()),
        ),
        ("containedInPlace", inside),
    ];
    set(&mut place, known);
    Some(place)
}

/// A person by name; who is known by the function alone is the body that speaks.
fn speaker([name, function, body]: &[String; 3]) -> Value {
    if name.is_empty() {
        let who = [function.as_str(), body];
        let who = who.into_iter().filter(|it| !it.is_empty());
        let who = who.collect::<Vec<_>>().join(", ");
        return json!({"@type": "Organization", "name": who});
    }
    let mut person = json!({"@type": "Person", "name": name});
    let of = (!body.is_empty()).then(|| json!({"@type": "Organization", "name": body}));
    set(
        &mut person,
        [("jobTitle", text(function)), ("worksFor", of)],
    );
    person
}

fn attendance_mode(places: &[Value]) -> Option<Value> {
    let is_online = |place: &&Value| place["@type"] == "VirtualLocation";
    let online = places.iter().filter(is_online).count();
    let word = match (places.len() - online, online) {
        (0, 0) => return None,
        (_, 0) => "https://schema.org/OfflineEventAttendanceMode",
        (0, _) => "https://schema.org/OnlineEventAttendanceMode",
        _ => "https://schema.org/MixedEventAttendanceMode",
    };
    Some(word.into())
}

fn description(it: &Gathering) -> String {
    let focus = crate::pages::focus(&it.title, &it.focus);
    [focus.as_str(), &it.about]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn series(series: &Series) -> Value {
    let mut event = json!({"@type": "EventSeries", "name": series.name});
    set(&mut event, [("description", text(&series.about))]);
    event
}

fn text(text: &str) -> Option<Value> {
    (!text.is_empty()).then(|| text.into())
}

fn one_or_many<T: Into<Value>>(mut all: Vec<T>) -> Option<Value> {
    match all.len() {
        0 => None,
        1 => all.pop().map(Into::into),
        _ => Some(all.into_iter().map(Into::into).collect()),
    }
}

/// Inside a page nothing may end the element or begin another, and old readers of scripts
/// take the two separators for ends of lines.
fn harmless(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_inside_a_page_neither_ends_nor_begins_an_element() {
        let typed = "</script><!-- <script> & \u{2028}\u{2029} \" \\";
        let json = json!({"name": typed}).to_string();

        let safe = harmless(&json);

        assert!(!safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
        let read: Value = serde_json::from_str(&safe).unwrap();
        assert_eq!(read["name"], typed);
    }

    #[test]
    fn one_stands_alone_and_many_in_a_list() {
        assert_eq!(one_or_many::<String>(Vec::new()), None);
        assert_eq!(one_or_many(vec!["a"]), Some("a".into()));
        assert_eq!(one_or_many(vec!["a", "b"]), Some(json!(["a", "b"])));
    }
}
