//! How many requests were answered and how long that took, by route; nothing about people.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// The upper ends of the classes of durations, in seconds.
const ENDS: [f64; 9] = [0.001, 0.005, 0.01, 0.025, 0.1, 0.25, 1.0, 5.0, 30.0];

/// The counts since the program started.
#[derive(Debug, Default)]
pub struct Measures(Mutex<BTreeMap<Key, Series>>);

/// Method, route as its room wrote it, class of the status.
type Key = (&'static str, &'static str, u16);

#[derive(Clone, Copy, Debug, Default)]
struct Series {
    below: [u64; ENDS.len()],
    count: u64,
    seconds: f64,
}

impl Measures {
    /// Counts an answered request.
    pub(crate) fn note(&self, method: &str, route: &'static str, status: u16, took: Duration) {
        // A client may call its method whatever it likes.
        let method = match method {
            "GET" => "GET",
            "POST" => "POST",
            "HEAD" => "HEAD",
            _ => "other",
        };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let series = all.entry((method, route, status / 100)).or_default();
        let seconds = took.as_secs_f64();
        series.count += 1;
        series.seconds += seconds;
        for (below, end) in series.below.iter_mut().zip(ENDS) {
            *below += u64::from(seconds <= end);
        }
    }

    /// Writes them as Prometheus reads them.
    pub fn write(&self) -> String {
        const NAME: &str = "kreis_http_request_duration_seconds";
        let mut text = format!(
            "# HELP {NAME} How long requests took, by route and class of their status.\n\
             # TYPE {NAME} histogram\n"
        );
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for ((method, route, class), series) in all.iter() {
            let labels = format!("method=\"{method}\",route=\"{route}\",status=\"{class}xx\"");
            let ends = ENDS.iter().map(ToString::to_string).zip(series.below);
            let last = [("+Inf".to_owned(), series.count)];
            for (end, below) in ends.chain(last) {
                line(
                    &mut text,
                    format_args!("{NAME}_bucket{{{labels},le=\"{end}\"}} {below}"),
                );
            }
            line(
                &mut text,
                format_args!("{NAME}_sum{{{labels}}} {:.6}", series.seconds),
            );
            line(
                &mut text,
                format_args!("{NAME}_count{{{labels}}} {}", series.count),
            );
        }
        text
    }
}

fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    // Writing into a text cannot fail.
    let written = writeln!(text, "{words}");
    debug_assert!(written.is_ok());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_class() {
        let measures = Measures::default();
        measures.note("GET", "/{network}", 200, Duration::from_millis(3));
        measures.note("GET", "/{network}", 204, Duration::from_millis(30));
        measures.note("BREW", "no route", 404, Duration::from_mins(1));

        let text = measures.write();

        for line in [
            r#"_bucket{method="GET",route="/{network}",status="2xx",le="0.005"} 1"#,
            r#"_bucket{method="GET",route="/{network}",status="2xx",le="0.1"} 2"#,
            r#"_count{method="GET",route="/{network}",status="2xx"} 2"#,
            r#"_bucket{method="other",route="no route",status="4xx",le="30"} 0"#,
            r#"_bucket{method="other",route="no route",status="4xx",le="+Inf"} 1"#,
            r#"_sum{method="GET",route="/{network}",status="2xx"} 0.033000"#,
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}
