//! How long to wait before the next attempt.

use std::time::Duration;

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;

/// Waits in seconds: quick at first, because most servers that say "later" mean minutes
/// (greylisting), then slow enough to outlast a night and a day of repairs.
const WAITS: [u64; 7] = [
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    HOUR,
    4 * HOUR,
    12 * HOUR,
    24 * HOUR,
];

/// How long to wait after the `failed`th failed attempt (the first is 1). `None`: give up
/// and tell the office. All waits together are a little under 42 hours.
pub fn wait_before_retry(failed: u32) -> Option<Duration> {
    let index = usize::try_from(failed.checked_sub(1)?).ok()?;
    WAITS
        .get(index)
        .map(|seconds| Duration::from_secs(*seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let waits: Vec<_> = (1..=7).filter_map(wait_before_retry).collect();

        assert_eq!(waits.len(), 7);
        assert!(waits.is_sorted());
        assert_eq!(wait_before_retry(8), None);
        assert_eq!(wait_before_retry(0), None);
        assert_eq!(wait_before_retry(u32::MAX), None);
    }
}
