//! The log: what happened, without persons, on standard error.

use tracing_subscriber::EnvFilter;

use crate::settings::LogFormat;

/// Starts the log once. `KREIS_LOG` says how much, as in `info` or `shell=debug`.
pub fn start(format: LogFormat, usual: &str) {
    let filter = EnvFilter::try_from_env("KREIS_LOG").unwrap_or_else(|_| EnvFilter::new(usual));
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().try_init(),
    };
    // A second start in one process keeps the first log.
    drop(started);
}
