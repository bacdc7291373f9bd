//! Measures Kreis on the machine it runs on: ratios of one run, and CPU per operation.
//!
//! `cargo run --release -p bench` measures everything; `-- pages`, `-- register`, `-- feed`,
//! `-- pdf`, `-- mail`, `-- replies`, `-- registrations`, `-- start` and `-- transfer` one part each,
//! `-- quick` less of it. See the README beside this crate.

mod bare;
mod child;
mod load;
mod mails;
mod office;
mod pages;
mod pdf;
mod plans;
mod records;
mod registrations;
mod sender;
mod sink;
mod start;
mod table;
mod transfer;
mod wire;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Whatever kept a measurement from ending.
type Failed = Box<dyn std::error::Error + Send + Sync>;

/// How thoroughly to measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// Enough to see whether everything works.
    Quick,
    /// Enough to believe the figures.
    Full,
}

impl Size {
    /// One of two by size.
    pub fn pick<T>(self, quick: T, full: T) -> T {
        match self {
            Self::Quick => quick,
            Self::Full => full,
        }
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["role", role, rest @ ..] => play(role, rest),
        wishes => measure(wishes),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("bench: {failed}");
            ExitCode::FAILURE
        }
    }
}

fn play(role: &str, args: &[&str]) -> Result<(), Failed> {
    match (role, args) {
        ("bare", [path, file]) => bare::serve(path, Path::new(file)),
        ("kreis", args) => serve_kreis(args),
        ("press", []) => pdf::press(),
        ("raw-sqlite" | "raw-postgres", &[place, clients, millis]) => {
            registrations::insert(role, [place, clients, millis])
        }
        ("sink", [delay, file]) => sink::serve(delay.parse()?, Path::new(file)),
        ("sender", [sink, connections, file]) => {
            sender::serve(sink.parse()?, connections.parse()?, Path::new(file))
        }
        _ => Err(format!("no such role: {role} {args:?}").into()),
    }
}

/// The role: Kreis itself with these arguments; a server ends when its input is closed.
fn serve_kreis(args: &[&str]) -> Result<(), Failed> {
    std::thread::spawn(|| {
        for line in std::io::stdin().lines() {
            drop(line);
        }
        std::process::exit(0);
    });
    let args = std::iter::once("kreis").chain(args.iter().copied());
    if kreis::run(args.map(OsString::from)) == ExitCode::SUCCESS {
        Ok(())
    } else {
        Err("kreis ended with a fault".into())
    }
}

fn measure(wishes: &[&str]) -> Result<(), Failed> {
    let parts = [
        "pages",
        "register",
        "feed",
        "pdf",
        "mail",
        "replies",
        "registrations",
        "start",
        "transfer",
    ];
    if let Some(wish) = wishes
        .iter()
        .find(|it| **it != "quick" && !parts.contains(it))
    {
        return Err(format!("{wish:?} is none of quick, {}", parts.join(", ")).into());
    }
    let size = if wishes.contains(&"quick") {
        Size::Quick
    } else {
        Size::Full
    };
    let all = !wishes.iter().any(|wish| parts.contains(wish));
    let wanted = |part: &str| all || wishes.contains(&part);
    if wanted("pages") {
        print!("{}", pages::public(size)?);
        print!("{}", pages::signed_in(size)?);
        print!("{}", pages::plans(size)?);
    }
    if wanted("register") {
        print!("{}", pages::register::measure(size)?);
    }
    if wanted("feed") {
        print!("{}", pages::feed::measure(size)?);
    }
    if wanted("pdf") {
        print!("{}", pdf::measure(size)?);
    }
    if wanted("mail") {
        print!("{}", mails::measure(size)?);
    }
    if wanted("replies") {
        print!("{}", mails::replies::measure(size)?);
    }
    if wanted("registrations") {
        print!("{}", registrations::measure(size)?);
    }
    if wanted("start") {
        print!("{}", start::measure(size)?);
    }
    if wanted("transfer") {
        print!("{}", transfer::measure(size)?);
    }
    Ok(())
}
