//! The hour and the dice, which come in as arguments everywhere.

use std::sync::{Mutex, PoisonError, RwLock};

use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};
use uuid::Uuid;

/// One act's instant and its chance: the only source of time, ids and secrets.
#[derive(Clone, Debug)]
pub struct Moment {
    now: Timestamp,
    dice: StdRng,
    ids: u64,
}

impl Moment {
    /// An act at `now` with this generator.
    ///
    /// Databases keep microseconds, so an act has no finer instant: what it wrote and what it
    /// remembers are the same.
    pub fn new(now: Timestamp, dice: StdRng) -> Self {
        let now = Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now);
        Self { now, dice, ids: 0 }
    }

    /// The instant of the act.
    pub const fn now(&self) -> Timestamp {
        self.now
    }

    /// A fresh id: UUID version 7 (RFC 9562) of this instant. Ids of one act sort in the order
    /// in which they were asked for, so that its journal entries and jobs keep theirs.
    pub fn id<T: From<Uuid>>(&mut self) -> T {
        let mut random = [0; 10];
        self.dice.fill_bytes(&mut random);
        // The twelve bits behind the version count (RFC 9562, section 6.2, method 1); an act
        // with more ids borrows from the milliseconds ahead.
        let [_, _, high, low] = u32::try_from(self.ids % 4096).unwrap_or(0).to_be_bytes();
        let [first, second, ..] = &mut random;
        (*first, *second) = (high, low);
        let millis = u64::try_from(self.now.as_millisecond()).unwrap_or(0) + self.ids / 4096;
        self.ids += 1;
        T::from(uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid())
    }

    /// A number that nobody can guess and that fits a positive `BIGINT`.
    pub fn number(&mut self) -> i64 {
        i64::try_from(self.dice.next_u64() >> 1).unwrap_or(i64::MAX)
    }

    /// 32 unguessable bytes, for links and session tokens.
    pub fn secret(&mut self) -> [u8; 32] {
        let mut bytes = [0; 32];
        self.dice.fill_bytes(&mut bytes);
        bytes
    }
}

/// The seam to the machine's clock. The demo moves it, tests freeze it.
#[derive(Debug)]
pub struct Clock(RwLock<Hand>);

#[derive(Clone, Copy, Debug)]
enum Hand {
    Running { ahead: jiff::SignedDuration },
    Frozen(Timestamp),
}

impl Clock {
    /// The machine's own time.
    pub const fn real() -> Self {
        Self(RwLock::new(Hand::Running {
            ahead: jiff::SignedDuration::ZERO,
        }))
    }

    /// A clock that shows `start` now and runs on from there.
    pub fn starting_at(start: Timestamp) -> Self {
        Self(RwLock::new(Hand::Running {
            ahead: start.duration_since(machine_now()),
        }))
    }

    /// A clock that stands still until it is moved.
    pub const fn frozen(at: Timestamp) -> Self {
        Self(RwLock::new(Hand::Frozen(at)))
    }

    /// What the clock shows.
    pub fn now(&self) -> Timestamp {
        match *self.0.read().unwrap_or_else(PoisonError::into_inner) {
            Hand::Frozen(at) => at,
            Hand::Running { ahead } => {
                let now = machine_now();
                now.checked_add(ahead).unwrap_or(now)
            }
        }
    }

    /// Sets the clock; a running one runs on from there, a frozen one stands there.
    pub fn move_to(&self, at: Timestamp) {
        let mut hand = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *hand = match *hand {
            Hand::Frozen(_) => Hand::Frozen(at),
            Hand::Running { .. } => Hand::Running {
                ahead: at.duration_since(machine_now()),
            },
        };
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one seam to the machine's clock"
)]
fn machine_now() -> Timestamp {
    Timestamp::now()
}

/// The seam to the machine's chance; tests seed it.
#[derive(Debug)]
pub struct Dice(Mutex<StdRng>);

impl Dice {
    /// Chance from the operating system.
    pub fn from_machine() -> Self {
        Self(Mutex::new(StdRng::from_os_rng()))
    }

    /// The same throws every time.
    pub fn seeded(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }

    /// A generator of its own for one act.
    pub fn throw(&self) -> StdRng {
        let mut dice = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        StdRng::from_rng(&mut *dice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn moment(text: &str, seed: u64) -> Moment {
        Moment::new(at(text), Dice::seeded(seed).throw())
    }

    #[test]
    fn ids_of_one_act_sort_as_they_were_asked_for() {
        let mut moment = moment("2017-12-07T09:00:00Z", 1);

        let ids: Vec<Uuid> = (0..10_000).map(|_| moment.id()).collect();

        assert!(ids.is_sorted_by(|a, b| a < b));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
    }

    #[test]
    fn ids_of_later_acts_stand_behind_and_none_comes_twice() {
        let ids: Vec<Uuid> = (0..50)
            .map(|second| moment(&format!("2017-12-07T09:00:{second:02}Z"), second).id())
            .collect();
        assert!(ids.is_sorted_by(|a, b| a < b));

        let mut same: Vec<Uuid> = (0..500)
            .map(|seed| moment("2017-12-07T09:00:00Z", seed).id())
            .collect();
        same.sort_unstable();
        same.dedup();
        assert_eq!(same.len(), 500);
    }

    #[test]
    fn before_1970_ids_do_not_fail() {
        let id: Uuid = moment("1869-12-07T09:00:00Z", 1).id();

        assert_eq!(id.get_version_num(), 7);
    }

    #[test]
    fn an_act_knows_no_less_than_a_microsecond() {
        let moment = moment("2017-12-07T09:00:00.123456789Z", 1);

        assert_eq!(moment.now(), at("2017-12-07T09:00:00.123456Z"));
    }

    #[test]
    fn a_frozen_clock_stands_and_a_moved_one_runs_on() {
        let frozen = Clock::frozen(at("2017-12-07T09:00:00Z"));
        assert_eq!(frozen.now(), frozen.now());
        frozen.move_to(at("2016-01-01T00:00:00Z"));
        assert_eq!(frozen.now(), at("2016-01-01T00:00:00Z"));

        let running = Clock::starting_at(at("2017-12-07T09:00:00Z"));
        let first = running.now();
        assert!(first >= at("2017-12-07T09:00:00Z"));
        assert!(first < at("2017-12-07T10:00:00Z"));
        running.move_to(at("2016-01-01T00:00:00Z"));
        assert!(running.now() < at("2016-01-01T01:00:00Z"));
        running.move_to(Timestamp::MAX);
        running.now();
    }

    #[test]
    fn seeded_dice_fall_the_same_way_and_no_two_acts_alike() {
        let throw = |seed| {
            let dice = Dice::seeded(seed);
            [0, 1].map(|_| Moment::new(Timestamp::UNIX_EPOCH, dice.throw()).secret())
        };

        assert_eq!(throw(7), throw(7));
        let [first, second] = throw(7);
        assert_ne!(first, second);
        assert_ne!(throw(7), throw(8));
        assert!((0..100).all(|_| moment("2017-12-07T09:00:00Z", 1).number() >= 0));
    }
}
