//! People who read the form and send it, each from an address of their own, as many at the same
//! time as there are clients.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::house::Doors;
use crate::Failed;
use crate::wire::Wire;

/// Who comes: so many, the first of them under this number.
#[derive(Clone, Copy, Debug)]
pub struct Rush {
    /// The number of the first.
    pub first: u32,
    /// How many.
    pub count: u32,
    /// How many at the same time.
    pub clients: u32,
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Rushed {
    /// How long it took.
    pub seconds: f64,
    /// How long each form was on its way.
    posts: Vec<Duration>,
    /// What was answered where no registration was taken.
    pub errors: Vec<u16>,
}

impl Rushed {
    /// The registrations that were taken.
    pub fn taken(&self) -> u32 {
        u32::try_from(self.posts.len()).unwrap_or(u32::MAX)
    }

    /// Registrations a second.
    pub fn rate(&self) -> f64 {
        f64::from(self.taken()) / self.seconds
    }

    /// How long the slowest of so many in a hundred took, in seconds.
    pub fn percentile(&self, share: usize) -> f64 {
        let mut posts = self.posts.clone();
        posts.sort_unstable();
        let place = (posts.len() * share / 100).min(posts.len().saturating_sub(1));
        posts.get(place).map_or(f64::NAN, Duration::as_secs_f64)
    }
}

/// All of them register.
pub async fn register(address: SocketAddr, doors: &Doors, rush: Rush) -> Result<Rushed, Failed> {
    let next = Arc::new(AtomicU32::new(rush.first));
    let begun = Instant::now();
    let mut clients = JoinSet::new();
    for _ in 0..rush.clients {
        let (doors, next) = (doors.clone(), Arc::clone(&next));
        clients.spawn(client(address, doors, (next, rush.first + rush.count)));
    }
    let mut all = Rushed::default();
    while let Some(done) = clients.join_next().await {
        let of_one = done??;
        all.posts.extend(of_one.posts);
        all.errors.extend(of_one.errors);
    }
    all.seconds = begun.elapsed().as_secs_f64();
    Ok(all)
}

async fn client(
    address: SocketAddr,
    doors: Doors,
    (next, end): (Arc<AtomicU32>, u32),
) -> Result<Rushed, Failed> {
    let mut wire = Wire::open(address).await?;
    let mut done = Rushed::default();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= end {
            return Ok(done);
        }
        let (page, gathering) = doors.of(number);
        let read = wire.status(&get(page, number)).await?;
        let form = form(gathering, number);
        let begun = Instant::now();
        let sent = wire.status(&post(address, page, (number, &form))).await?;
        match (read, sent) {
            (200, 303) => done.posts.push(begun.elapsed()),
            (200, wrong) | (wrong, _) => done.errors.push(wrong),
        }
    }
}

/// The address that a proxy would put down for each.
fn client_of(number: u32) -> String {
    let [_, a, b, c] = number.to_be_bytes();
    format!("10.{a}.{b}.{c}")
}

fn form(gathering: &str, number: u32) -> String {
    format!(
        "gathering={gathering}&name=Leitung+Haus+{number}&mail=haus-{number}%40haus.example\
         &organisation=Haus+{number}&website="
    )
}

fn get(page: &str, number: u32) -> Vec<u8> {
    let client = client_of(number);
    format!(
        "GET {page} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/html\r\n\
         accept-encoding: gzip, deflate, br, zstd\r\nx-forwarded-for: {client}\r\n\r\n"
    )
    .into_bytes()
}

fn post(origin: SocketAddr, page: &str, (number, form): (u32, &str)) -> Vec<u8> {
    let client = client_of(number);
    format!(
        "POST {page} HTTP/1.1\r\nhost: 127.0.0.1\r\norigin: http://{origin}\r\n\
         sec-fetch-site: same-origin\r\nx-forwarded-for: {client}\r\n\
         content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n\r\n{form}",
        form.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slowest_of_a_hundred_are_found() {
        let rushed = Rushed {
            posts: (1..=200).map(Duration::from_millis).collect(),
            ..Rushed::default()
        };

        assert!((rushed.percentile(99) - 0.199).abs() < 1e-9);
        assert!((rushed.percentile(50) - 0.101).abs() < 1e-9);
        assert!(Rushed::default().percentile(99).is_nan());
        assert_eq!(client_of(0x0001_0203), "10.1.2.3");
    }
}
