//! The waiting list before and after: nobody is served before whoever stands ahead.

use std::collections::BTreeMap;
use std::fmt;

use base::{Fault, GatheringId};
use registration::PlaceState;
use store::{Conn, Store, params};
use uuid::Uuid;

/// A place as it stands, and what happened to it so far.
#[derive(Clone, Debug)]
struct Standing {
    gathering: GatheringId,
    state: PlaceState,
    line_no: Option<i64>,
    steps: BTreeMap<String, i64>,
}

impl Standing {
    fn count(&self, kinds: &[&str]) -> i64 {
        let counts = kinds.iter().map(|it| self.steps.get(*it));
        counts.flatten().sum()
    }

    /// How often the line has served it.
    fn served(&self) -> i64 {
        self.count(&["offered", "given"])
    }

    fn all(&self) -> i64 {
        self.steps.values().sum()
    }
}

/// All places at one moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Snapshot {
    places: BTreeMap<Uuid, Standing>,
}

impl fmt::Display for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let served: i64 = self.places.values().map(Standing::served).sum();
        let waits = |it: &&Standing| it.state == PlaceState::Waiting;
        let waiting = self.places.values().filter(waits).count();
        write!(f, "the line served {served}, {waiting} wait")
    }
}

fn snapshot(conn: &mut Conn<'_>) -> Result<Snapshot, Fault> {
    let places = conn.all(
        "SELECT p.id, p.gathering_id, p.state, p.line_no FROM registration_place p
         JOIN registration r ON r.id = p.registration_id
         WHERE r.mail_key LIKE '%@crowd.example'",
        params![],
        |row| {
            let id: Uuid = row.take()?;
            let standing = Standing {
                gathering: row.take()?,
                state: PlaceState::from_word(&row.take::<String>()?).unwrap(),
                line_no: row.take()?,
                steps: BTreeMap::new(),
            };
            Ok((id, standing))
        },
    )?;
    let mut places: BTreeMap<_, _> = places.into_iter().collect();
    let steps = conn.all(
        "SELECT place_id, kind, COUNT(*) FROM registration_step GROUP BY place_id, kind",
        params![],
        |row| {
            let (place, kind): (Uuid, String) = (row.take()?, row.take()?);
            Ok((place, kind, row.take::<i64>()?))
        },
    )?;
    for (place, kind, count) in steps {
        if let Some(standing) = places.get_mut(&place) {
            standing.steps.insert(kind, count);
        }
    }
    Ok(Snapshot { places })
}

/// Whether the line served somebody between two moments who stood behind, or came after, a
/// place that waited all the time.
fn overtaken(before: &Snapshot, after: &Snapshot) -> Vec<String> {
    let mut wrong = Vec::new();
    for (id, waiting) in &before.places {
        let now = after.places.get(id);
        let has_waited = now.is_some_and(|now| {
            now.state == PlaceState::Waiting
                && now.line_no == waiting.line_no
                && now.all() == waiting.all()
        });
        if waiting.state != PlaceState::Waiting || !has_waited {
            continue;
        }
        for (other, then) in &after.places {
            let known = before.places.get(other);
            let gained = |of: fn(&Standing) -> i64| of(then) - known.map_or(0, of);
            let was_ahead = known.is_some_and(|known| {
                known.state == PlaceState::Waiting && known.line_no < waiting.line_no
            });
            let has_moved = gained(|it| it.count(&["moved"])) > 0;
            let was_served = gained(Standing::served) > 0;
            if then.gathering == waiting.gathering && was_served && !was_ahead && !has_moved {
                wrong.push(format!("{then:?} before {waiting:?}"));
            }
        }
    }
    wrong
}

pub(super) async fn nobody_was_overtaken(store: &Store, before: Snapshot) -> Snapshot {
    let after = store.read(snapshot).await.unwrap();
    let wrong = overtaken(&before, &after);
    assert!(wrong.is_empty(), "{wrong:#?}");
    after
}
