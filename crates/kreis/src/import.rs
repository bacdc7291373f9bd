//! The command that reads files and shows what would be drafted from them.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use base::{Blame, Fault as Lack, Halt};
use reading::Fault;
use reading::apart::{Apart, Document};
use reading::drafts::Drafts;

use crate::words::Words;

/// Of files that differ in nothing else, the first counts: a page knows headings and tables that
/// its text has lost.
const PAGES: [&str; 4] = ["html", "htm", "txt", "md"];
/// How deep folders are searched.
const DEEPEST: usize = 8;
/// The most files of a folder.
const MOST_FILES: usize = 10_000;

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
    let program = std::env::current_exe().map_err(|it| Lack::because("find the program", it))?;
    let apart = Apart::new(program);
    let mut blames = Vec::new();
    for (name, file) in chosen(files, &mut blames) {
        match read(&apart, &file) {
            Ok(documents) => {
                for document in documents {
                    match write(&name, &file, &document, folder) {
                        Ok((path, drafts)) => println!("{}", found(&path, drafts, words)),
                        Err(blame) => blames.push(blame),
                    }
                }
            }
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
fn chosen(given: &[PathBuf], blames: &mut Vec<Blame>) -> BTreeMap<String, PathBuf> {
    let mut chosen = BTreeMap::<String, PathBuf>::new();
    let files: Vec<PathBuf> = given.iter().flat_map(|it| inside(it, blames)).collect();
    for file in files {
        let name = name_of(&file);
        match chosen.get(&name) {
            Some(other) if *other == file => {}
            Some(other) if rank(other) == rank(&file) => {
                blames.push(about(&file, "import-same-name"));
            }
            Some(other) if rank(other) < rank(&file) => {}
            _ => {
                chosen.insert(name, file);
            }
        }
    }
    chosen
}

/// A page and its text share a name; anything else keeps its whole name.
fn name_of(file: &Path) -> String {
    let name = if rank(file) < PAGES.len() {
        file.file_stem()
    } else {
        file.file_name()
    };
    name.unwrap_or(file.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn ending(file: &Path) -> Option<String> {
    Some(file.extension()?.to_str()?.to_lowercase())
}

fn rank(file: &Path) -> usize {
    let ending = ending(file);
    let known = PAGES.iter().position(|it| ending.as_deref() == Some(it));
    known.unwrap_or(PAGES.len())
}

fn is_read(file: &Path) -> bool {
    ending(file).is_some_and(|it| reading::ENDINGS.contains(&it.as_str()))
}

/// A file by itself; of a folder, the files in it that are read.
fn inside(given: &Path, blames: &mut Vec<Blame>) -> Vec<PathBuf> {
    if !given.is_dir() {
        return vec![given.to_owned()];
    }
    let mut files = Vec::new();
    if search(given, 0, &mut files).is_none() {
        blames.push(about(given, "import-no-file"));
    } else if files.is_empty() {
        blames.push(about(given, "import-no-pages"));
    }
    files
}

/// Goes through a folder and those in it, but not into what a browser saves beside a page.
fn search(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Option<()> {
    let entries = fs::read_dir(folder).ok()?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|it| Some(it.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().and_then(OsStr::to_str).unwrap_or("");
        let is_beside = name.ends_with("_files") || name.ends_with("-Dateien");
        if path.is_dir() && depth < DEEPEST && !is_beside && !path.is_symlink() {
            // A folder inside that nobody may open is passed over.
            let _ = search(&path, depth + 1, files);
        } else if path.is_file() && is_read(&path) && files.len() < MOST_FILES {
            files.push(path);
        }
    }
    Some(())
}

fn read(apart: &Apart, file: &Path) -> Result<Vec<Document>, Blame> {
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
    apart
        .read(&file.to_string_lossy(), &bytes)
        .map_err(|fault| about(file, sentence(fault)))
}

/// Writes the drafts of a document: under the name of its file, in an archive with its own.
fn write<'d>(
    name: &str,
    file: &Path,
    document: &'d Document,
    folder: &Path,
) -> Result<(PathBuf, &'d Drafts), Blame> {
    let is_file = Path::new(&document.name) == file;
    let (path, name) = if is_file {
        (file.to_owned(), format!("{name}.json"))
    } else {
        let inner = document.name.replace(['/', '\\'], "-");
        (file.join(&document.name), format!("{name}-{inner}.json"))
    };
    let drafts = document.read.as_ref();
    let drafts = drafts.map_err(|fault| about(&path, sentence(*fault)))?;
    let out = folder.join(name);
    fs::write(&out, format!("{:#}\n", reading::labels::labels(drafts)))
        .map_err(|_| about(&out, "import-not-written"))?;
    Ok((path, drafts))
}

const fn sentence(fault: Fault) -> &'static str {
    match fault {
        Fault::Empty => "import-empty",
        Fault::TooLarge => "import-too-large",
        Fault::NoText => "import-no-text",
        Fault::Unknown => "import-unknown",
        Fault::Broken => "import-broken",
        Fault::TooLong => "import-too-long",
        Fault::TooMuch => "import-too-much",
        Fault::Locked => "import-locked",
        Fault::OldOffice => "import-old-office",
        Fault::NotStarted => "import-not-started",
    }
}

fn found(path: &Path, drafts: &Drafts, words: &Words) -> String {
    let args = [
        ("path", path.display().to_string().into()),
        ("gatherings", drafts.gatherings.len().into()),
        ("organisations", drafts.organisations.len().into()),
        ("posts", usize::from(drafts.post.is_some()).into()),
    ];
    words.tell("import-found", &args)
}
