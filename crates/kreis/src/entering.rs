//! The command that takes files into a network's office, where their drafts wait for review.

use std::fs;
use std::path::{Path, PathBuf};

use base::access::Actor;
use base::{Blame, Fault, Halt, Lang};
use move_in::{Incoming, links};
use store::Store;

use crate::house;
use crate::serve;
use crate::settings::Settings;
use crate::words::Words;

/// Reads files and enters their drafts, beside a program at work; says where they are reviewed.
pub(crate) async fn enter(
    settings: &Settings,
    files: &[PathBuf],
    slug: &str,
    words: &Words,
) -> Result<(), Halt> {
    let rooms = house::rooms(&settings.mail)?;
    let store = Store::open(&settings.database)?;
    if !store.is_migrated(house::migrations(&rooms)).await? {
        return Err(Halt::no("cli-not-migrated"));
    }
    let named = slug.to_owned();
    let network = store
        .read(move |conn| register::network_by_slug(conn, &named))
        .await?;
    let network = network.ok_or_else(|| {
        let blame = Blame::at("", "import-no-network");
        Halt::Refused(vec![blame.with("slug", slug)])
    })?;
    let batch: uuid::Uuid = serve::machine_moment().id();
    let mut blames = Vec::new();
    for file in files.iter().flat_map(|it| inside(it)) {
        match enter_one(&store, (network.id, batch), &file, words).await {
            Ok(line) => println!("{line}"),
            Err(Halt::Refused(refused)) => blames.extend(refused),
            Err(other) => return Err(other),
        }
    }
    let path = links::of(links::DRAFTS, &network.slug);
    let address = format!(
        "{}{}{path}",
        settings.for_shell().base_url,
        Lang::De.prefix()
    );
    println!(
        "{}",
        words.tell("import-review", &[("address", address.into())])
    );
    if blames.is_empty() {
        Ok(())
    } else {
        Err(Halt::Refused(blames))
    }
}

/// A file by itself; of a folder, the files that lie in it.
fn inside(given: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(given) else {
        return vec![given.to_owned()];
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.is_file() && is_read(it))
        .collect();
    files.sort();
    files
}

fn is_read(file: &Path) -> bool {
    let ending = file.extension().and_then(|it| it.to_str());
    ending.is_some_and(|it| reading::ENDINGS.contains(&it.to_lowercase().as_str()))
}

fn about(file: &Path, key: &'static str) -> Halt {
    Halt::Refused(vec![Blame::at("", key).with("path", file.display())])
}

/// The bytes of a file; a device or a pipe may never end.
fn bytes_of(file: &Path) -> Result<Vec<u8>, Halt> {
    let facts = fs::metadata(file).map_err(|_| about(file, "import-no-file"))?;
    if !facts.is_file() {
        return Err(about(file, "import-no-file"));
    }
    if usize::try_from(facts.len()).map_or(true, |it| it > reading::MOST_BYTES) {
        return Err(about(file, "import-too-large"));
    }
    fs::read(file).map_err(|_| about(file, "import-no-file"))
}

async fn enter_one(
    store: &Store,
    place: (base::NetworkId, uuid::Uuid),
    file: &Path,
    words: &Words,
) -> Result<String, Halt> {
    let incoming = Incoming {
        name: file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        bytes: bytes_of(file)?,
    };
    let who = Actor {
        name: words.say("import-actor"),
        ..Actor::default()
    };
    let mut moment = serve::machine_moment();
    let received = store
        .write(move |conn| move_in::receive(conn, &mut moment, &who, place, &incoming))
        .await?;
    let path = ("path", file.display().to_string().into());
    if received.is_known {
        return Ok(words.tell("import-known", &[path]));
    }
    let waiting = store
        .read(move |conn| move_in::waiting_file(conn, received.id))
        .await?;
    // A program at work may have been faster.
    let Some((name, bytes)) = waiting else {
        return Ok(words.tell("import-waits", &[path]));
    };
    let reader = house::reader()?;
    let read = tokio::task::spawn_blocking(move || reader.read(&name, &bytes));
    let read = read
        .await
        .map_err(|cause| Fault::because("read a file", cause))?;
    let mut moment = serve::machine_moment();
    let (counts, failed) = store
        .write(move |conn| {
            let counts = move_in::enter(conn, &mut moment, received.id, &read)?;
            Ok::<_, Halt>((counts, read.is_err()))
        })
        .await?;
    if failed || counts.pages == 0 {
        return Err(about(file, "import-unread"));
    }
    let args = [
        path,
        ("new", counts.new.into()),
        ("known", counts.known.into()),
    ];
    Ok(words.tell("import-entered", &args))
}
