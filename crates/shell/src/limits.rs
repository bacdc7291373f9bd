//! How often somebody may try something, by whatever names them.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use governor::clock::Clock;
use governor::middleware::NoOpMiddleware;
use governor::state::keyed::DashMapStateStore;
use governor::{Quota, RateLimiter};
use jiff::Timestamp;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Tries about one mail address.
    Address,
    /// Tries from one client.
    Client,
    /// Calendar programs that fetch one feed.
    Feed,
    /// Registrations from one client: a whole office may sit behind one line.
    Registrations,
}

/// The counts since the program started; nothing of them is written anywhere.
pub struct Limits {
    hour: Told,
    addresses: Keyed,
    clients: Keyed,
    feeds: Keyed,
    registrations: Keyed,
}

type Keyed = RateLimiter<String, DashMapStateStore<String>, Told, NoOpMiddleware<Duration>>;

/// A clock that shows what it was told last: the hour comes in as an argument.
#[derive(Clone, Debug, Default)]
struct Told(Arc<AtomicU64>);

impl Clock for Told {
    type Instant = Duration;

    fn now(&self) -> Duration {
        Duration::from_millis(self.0.load(Ordering::Acquire))
    }
}

/// Above so many names, those that have not tried lately are forgotten.
const MANY: usize = 10_000;

impl Default for Limits {
    fn default() -> Self {
        let hour = Told::default();
        let keyed = |burst: u32, one_every: Duration| {
            let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
            let quota = Quota::with_period(one_every)
                .unwrap_or_else(|| Quota::per_hour(burst))
                .allow_burst(burst);
            RateLimiter::new(quota, DashMapStateStore::default(), hour.clone())
        };
        Self {
            addresses: keyed(8, Duration::from_mins(5)),
            clients: keyed(40, Duration::from_secs(30)),
            // A few programs of one person, each as often as programs ask at most.
            feeds: keyed(30, Duration::from_mins(1)),
            registrations: keyed(200, Duration::from_secs(3)),
            hour,
        }
    }
}

impl Limits {
    /// Counts a try; says whether it is still within the limit.
    pub fn admit(&self, limit: Limit, name: &str, now: Timestamp) -> bool {
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        self.hour.0.fetch_max(millis, Ordering::AcqRel);
        let keyed = match limit {
            Limit::Address => &self.addresses,
            Limit::Client => &self.clients,
            Limit::Feed => &self.feeds,
            Limit::Registrations => &self.registrations,
        };
        if keyed.len() > MANY {
            keyed.retain_recent();
        }
        keyed.check_key(&name.to_owned()).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_run_out_by_name_and_come_back_with_time() {
        let limits = Limits::default();
        let start = Timestamp::from_second(1_700_000_000).unwrap();

        let admitted = (0..20)
            .filter(|_| limits.admit(Limit::Address, "a", start))
            .count();

        assert_eq!(admitted, 8);
        assert!(limits.admit(Limit::Address, "b", start));
        let later = Timestamp::from_second(1_700_000_301).unwrap();
        assert!(limits.admit(Limit::Address, "a", later));
        assert!(!limits.admit(Limit::Address, "a", later));
    }
}
