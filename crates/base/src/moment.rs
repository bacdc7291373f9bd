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
    pub const fn new(now: Timestamp, dice: StdRng) -> Self {
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
