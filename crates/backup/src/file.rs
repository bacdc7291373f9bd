//! The file itself: packed, with a checksum over all of it.
//!
//! The checksum is a second member of the gzip file, stored and not packed, so that its bytes
//! follow from those before it: whichever byte is flipped or missing, they no longer fit.

use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, ErrorKind, Read, Seek, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use base::{Blame, Fault, Halt};
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use flate2::{Compression, Crc};
use sha2::digest::Output;
use sha2::{Digest, Sha256};

use crate::head::Head;

/// Ten bytes of gzip before the sum's line, five of the stored block, eight of gzip after it.
const SUM_BYTES: usize = 10 + 5 + SUM_LINE + 8;
/// `{"sha256":"…"}` and the end of its line.
const SUM_LINE: usize = 13 + 64 + 1;

/// A file on its way; without [`Writer::finish`] nothing stays.
pub(crate) struct Writer {
    packed: GzEncoder<Summing<BufWriter<File>>>,
    draft: PathBuf,
    place: PathBuf,
    is_done: bool,
}

impl Writer {
    /// Begins the file beside its place, readable by its owner alone.
    pub(crate) fn create(place: &Path) -> Result<Self, Halt> {
        if place.exists() {
            return Err(refused("backup-exists", place));
        }
        let mut draft = place.as_os_str().to_owned();
        draft.push(".part");
        let draft = PathBuf::from(draft);
        let file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)
            .map_err(|cause| unwritable(place, &cause))?;
        let summing = Summing {
            inner: BufWriter::new(file),
            sum: Sha256::new(),
        };
        Ok(Self {
            packed: GzEncoder::new(summing, Compression::default()),
            draft,
            place: place.to_owned(),
            is_done: false,
        })
    }

    /// Writes one line.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Fault> {
        self.packed
            .write_all(text.as_bytes())
            .and_then(|()| self.packed.write_all(b"\n"))
            .map_err(|cause| Fault::because("write the backup", cause))
    }

    /// Sums up, and puts the file into its place once it is safe on the disk.
    pub(crate) fn finish(mut self) -> Result<(), Fault> {
        self.finished()
            .map_err(|cause| Fault::because("write the backup", cause))
    }

    fn finished(&mut self) -> std::io::Result<()> {
        self.packed.try_finish()?;
        let summing = self.packed.get_mut();
        let sum = summing.sum.clone().finalize();
        summing.inner.write_all(&sum_member(&sum))?;
        summing.inner.flush()?;
        summing.inner.get_ref().sync_all()?;
        std::fs::rename(&self.draft, &self.place)?;
        self.is_done = true;
        let folder = self.place.parent().filter(|it| !it.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if !self.is_done {
            // There is nothing to do about a draft that cannot be removed.
            drop(std::fs::remove_file(&self.draft));
        }
    }
}

/// Writes lines as a backup of their own, for trials of what no program writes.
///
/// # Errors
/// As [`crate::take`].
pub fn write_lines(place: &Path, lines: &[String]) -> Result<(), Halt> {
    let mut writer = Writer::create(place)?;
    lines.iter().try_for_each(|line| writer.line(line))?;
    Ok(writer.finish()?)
}

/// Passes bytes on and sums them up.
struct Summing<W> {
    inner: W,
    sum: Sha256,
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let written = self.inner.write(bytes)?;
        if let Some(bytes) = bytes.get(..written) {
            self.sum.update(bytes);
        }
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

/// The member that carries the sum (RFC 1952; a stored block by RFC 1951, section 3.2.4).
fn sum_member(sum: &Output<Sha256>) -> Vec<u8> {
    let line = format!("{{\"sha256\":\"{sum:x}\"}}\n");
    let mut crc = Crc::new();
    crc.update(line.as_bytes());
    let length = u16::try_from(line.len()).unwrap_or(u16::MAX);
    let mut member = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1];
    member.extend(length.to_le_bytes());
    member.extend((!length).to_le_bytes());
    member.extend(line.as_bytes());
    member.extend(crc.sum().to_le_bytes());
    member.extend(u32::from(length).to_le_bytes());
    member
}

/// A file whose every byte is as it was written.
pub struct Checked {
    lines: BufReader<GzDecoder<BufReader<File>>>,
    head: Head,
}

impl Checked {
    /// Looks at the whole file before anything of it is used.
    ///
    /// # Errors
    /// Refused where it cannot be read, is damaged or cut, or comes from a newer program.
    pub fn open(path: &Path) -> Result<Self, Halt> {
        let file = File::open(path).map_err(|cause| unreadable(path, &cause))?;
        let file = whole(file)
            .map_err(|cause| Fault::because("read the backup", cause))?
            .ok_or_else(|| refused("backup-damaged", path))?;
        let mut checked = Self {
            lines: BufReader::new(GzDecoder::new(BufReader::new(file))),
            head: Head::default(),
        };
        let first = checked.line()?;
        checked.head = Head::read(&first)?.ok_or_else(|| refused("backup-newer-format", path))?;
        Ok(checked)
    }

    /// What the file says of itself.
    pub const fn head(&self) -> &Head {
        &self.head
    }

    /// The next line without its end.
    pub(crate) fn line(&mut self) -> Result<String, Fault> {
        let mut line = String::new();
        self.lines
            .read_line(&mut line)
            .map_err(|cause| Fault::because("unpack the backup", cause))?;
        match line.pop() {
            Some('\n') => Ok(line),
            _ => Err(Fault::new("read on where the backup ends")),
        }
    }
}

/// The file at its beginning again, where its sum is right.
fn whole(mut file: File) -> std::io::Result<Option<File>> {
    let size = file.metadata()?.len();
    let tail = u64::try_from(SUM_BYTES).unwrap_or(u64::MAX);
    let Some(body) = size.checked_sub(tail) else {
        return Ok(None);
    };
    let mut sum = Sha256::new();
    let mut bytes = vec![0; 64 * 1024];
    let mut rest = (&mut file).take(body);
    loop {
        match rest.read(&mut bytes) {
            Ok(0) => break,
            Ok(count) => sum.update(bytes.get(..count).unwrap_or_default()),
            Err(cause) if cause.kind() == ErrorKind::Interrupted => {}
            Err(cause) => return Err(cause),
        }
    }
    let mut found = Vec::new();
    file.read_to_end(&mut found)?;
    if found != sum_member(&sum.finalize()) {
        return Ok(None);
    }
    file.rewind()?;
    Ok(Some(file))
}

fn refused(key: &'static str, path: &Path) -> Halt {
    Halt::Refused(vec![Blame::at("", key).with("path", path.display())])
}

fn unreadable(path: &Path, cause: &std::io::Error) -> Halt {
    let key = match cause.kind() {
        ErrorKind::PermissionDenied => "backup-denied",
        _ => "backup-unreadable",
    };
    Halt::Refused(vec![
        Blame::at("", key)
            .with("path", path.display())
            .with("reason", cause),
    ])
}

fn unwritable(path: &Path, cause: &std::io::Error) -> Halt {
    Halt::Refused(vec![
        Blame::at("", "backup-unwritable")
            .with("path", path.display())
            .with("reason", cause),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_that_another_account_keeps_is_no_missing_one() {
        let key = |kind: ErrorKind| match unreadable(Path::new("x"), &kind.into()) {
            Halt::Refused(blames) => blames[0].key,
            other => panic!("{other:?}"),
        };

        assert_eq!(key(ErrorKind::PermissionDenied), "backup-denied");
        assert_eq!(key(ErrorKind::NotFound), "backup-unreadable");
    }

    fn written() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("probe.gz");
        let mut writer = Writer::create(&place).unwrap();
        writer.line(r#"{"kreis_backup":1,"program":"0","taken_at":"2017-11-20T08:00:00Z","database":"sqlite","steps":[],"tables":[]}"#).unwrap();
        writer.line("zweite").unwrap();
        writer.finish().unwrap();
        (folder, place)
    }

    #[test]
    fn a_file_reads_back_and_any_unpacker_reads_it_too() {
        let (_folder, place) = written();

        let mut checked = Checked::open(&place).unwrap();

        assert_eq!(checked.head().program, "0");
        assert_eq!(checked.line().unwrap(), "zweite");
        assert!(checked.line().is_err());
        let mut text = String::new();
        flate2::read::MultiGzDecoder::new(File::open(&place).unwrap())
            .read_to_string(&mut text)
            .unwrap();
        assert!(text.ends_with("\"}\n") && text.contains("sha256"), "{text}");
    }

    #[test]
    fn no_flipped_byte_and_no_cut_goes_unseen() {
        let (folder, place) = written();
        let bytes = std::fs::read(&place).unwrap();
        let spoilt = folder.path().join("spoilt.gz");
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            std::fs::write(&spoilt, &flipped).unwrap();
            assert!(Checked::open(&spoilt).is_err(), "byte {at}");
            std::fs::write(&spoilt, &bytes[..at]).unwrap();
            assert!(Checked::open(&spoilt).is_err(), "cut at {at}");
        }
    }

    #[test]
    fn a_file_that_is_not_finished_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("probe.gz");

        drop(Writer::create(&place).unwrap());

        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
