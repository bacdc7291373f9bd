//! The command that reads pages and texts and shows what would be drafted from them.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use base::{Blame, Halt};
use reading::drafts::Drafts;

use crate::words::Words;

/// What is read of a folder. Of files that differ in nothing else, the first counts: a page knows
/// headings and tables that its text has lost.
const ENDINGS: [&str; 4] = ["html", "htm", "txt", "md"];

/// Writes what stands in each file as JSON into a folder; goes on where one cannot be read.
pub(crate) fn draft(
    files: &[PathBuf],
    is_dry: bool,
    folder: &Path,
    words: &Words,
) -> Result<(), Halt> {
    if !is_dry {
        return Err(Halt::no("import-only-dry"));
    }
    fs::create_dir_all(folder)
        .map_err(|_| Halt::Refused(vec![about(folder, "import-not-written")]))?;
    let mut blames = Vec::new();
    for (stem, file) in chosen(files, &mut blames) {
        match draft_one(&stem, &file, folder) {
            Ok(drafts) => println!("{}", found(&file, &drafts, words)),
            Err(blame) => blames.push(blame),
        }
    }
    if blames.is_empty() {
        Ok(())
    } else {
        Err(Halt::Refused(blames))
    }
}

fn about(path: &Path, key: &'static str) -> Blame {
    Blame::at("", key).with("path", path.display())
}

/// The files to read, by the name that their drafts get.
fn chosen(given: &[PathBuf], blames: &mut Vec<Blame>) -> BTreeMap<OsString, PathBuf> {
    let mut chosen = BTreeMap::<OsString, PathBuf>::new();
    let files: Vec<PathBuf> = given.iter().flat_map(|it| inside(it, blames)).collect();
    for file in files {
        let stem = file.file_stem().unwrap_or(file.as_os_str()).to_owned();
        match chosen.get(&stem) {
            Some(other) if *other == file => {}
            Some(other) if rank(other) == rank(&file) => {
                blames.push(about(&file, "import-same-name"));
            }
            Some(other) if rank(other) < rank(&file) => {}
            _ => {
                chosen.insert(stem, file);
            }
        }
    }
    chosen
}

fn rank(file: &Path) -> usize {
    let ending = file.extension().map(OsStr::to_ascii_lowercase);
    let known = ENDINGS
        .iter()
        .position(|it| ending.as_deref() == Some(OsStr::new(it)));
    known.unwrap_or(ENDINGS.len())
}

/// A file by itself; of a folder, the pages and texts that lie in it.
fn inside(given: &Path, blames: &mut Vec<Blame>) -> Vec<PathBuf> {
    if !given.is_dir() {
        return vec![given.to_owned()];
    }
    let Ok(entries) = fs::read_dir(given) else {
        blames.push(about(given, "import-no-file"));
        return Vec::new();
    };
    let mut files: Vec<PathBuf> = entries
        .filter_map(|it| Some(it.ok()?.path()))
        .filter(|it| it.is_file() && rank(it) < ENDINGS.len())
        .collect();
    files.sort();
    if files.is_empty() {
        blames.push(about(given, "import-no-pages"));
    }
    files
}

fn draft_one(stem: &OsStr, file: &Path, folder: &Path) -> Result<Drafts, Blame> {
    let unread = |_| about(file, "import-no-file");
    let about_file = fs::metadata(file).map_err(unread)?;
    // A device or a pipe may never end.
    if !about_file.is_file() {
        return Err(about(file, "import-no-file"));
    }
    if usize::try_from(about_file.len()).map_or(true, |it| it > reading::MOST_BYTES) {
        return Err(about(file, "import-too-large"));
    }
    let bytes = fs::read(file).map_err(unread)?;
    let drafts = reading::read(&file.to_string_lossy(), &bytes)
        .map_err(|fault| about(file, sentence(fault)))?;
    let mut name = stem.to_owned();
    name.push(".json");
    let out = folder.join(name);
    fs::write(&out, format!("{:#}\n", reading::labels::labels(&drafts)))
        .map_err(|_| about(&out, "import-not-written"))?;
    Ok(drafts)
}

const fn sentence(fault: reading::Fault) -> &'static str {
    match fault {
        reading::Fault::Empty => "import-empty",
        reading::Fault::TooLarge => "import-too-large",
        reading::Fault::NoText => "import-no-text",
    }
}

fn found(file: &Path, drafts: &Drafts, words: &Words) -> String {
    let args = [
        ("path", file.display().to_string().into()),
        ("gatherings", drafts.gatherings.len().into()),
        ("organisations", drafts.organisations.len().into()),
        ("posts", usize::from(drafts.post.is_some()).into()),
    ];
    words.tell("import-found", &args)
}
