//! Addresses of the program and of networks keep out of each other's way.

use trial::{DbKind, Trial, tokio};

/// What the front door answers without a room.
const DOOR: [&str; 4] = ["en", "assets", "healthz", "readyz"];

fn first_segments(trial: &Trial) -> Vec<&'static str> {
    shell::every_route(&trial.app)
        .list()
        .iter()
        .filter_map(|route| route.address.split('/').nth(1))
        .filter(|segment| !segment.is_empty() && !segment.starts_with('{'))
        .chain(DOOR)
        .collect()
}

#[test]
fn no_network_takes_the_address_of_a_route() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        // The demo has routes of its own besides all others.
        let trial = Trial::demo(DbKind::Sqlite).await;
        let free: Vec<_> = first_segments(&trial)
            .into_iter()
            .filter(|segment| !base::RESERVED.contains(segment))
            .collect();
        assert!(free.is_empty(), "missing in base::RESERVED: {free:?}");
    });
}
