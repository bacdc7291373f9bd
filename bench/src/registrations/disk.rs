//! How often a process asks the disk to make something durable, counted where it asks: a small
//! library before the C library, compiled here. It can let each of them take longer, too.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::Failed;

const SOURCE: &str = include_str!("fsyncs.c");

/// The compiled library; none where there is no C compiler.
pub struct Counter {
    folder: TempDir,
}

/// One process that is counted.
pub struct Counted {
    file: PathBuf,
    /// What its environment needs.
    pub env: Vec<(&'static str, String)>,
}

impl Counter {
    /// Compiles it.
    pub fn compiled() -> Result<Option<Self>, Failed> {
        let folder = tempfile::tempdir()?;
        let source = folder.path().join("fsyncs.c");
        std::fs::write(&source, SOURCE)?;
        let done = Command::new("cc")
            .args(["-shared", "-fPIC", "-O2", "-o"])
            .arg(folder.path().join("fsyncs.so"))
            .arg(&source)
            .arg("-ldl")
            .status();
        Ok(done.is_ok_and(|it| it.success()).then_some(Self { folder }))
    }

    /// For a process whose fsyncs take so much longer.
    pub fn of(&self, name: &str, micros: u32) -> Result<Counted, Failed> {
        let file = self.folder.path().join(name);
        std::fs::write(&file, 0_u64.to_ne_bytes())?;
        Ok(Counted {
            env: vec![
                ("LD_PRELOAD", shown(&self.folder.path().join("fsyncs.so"))),
                ("BENCH_FSYNCS", shown(&file)),
                ("BENCH_FSYNC_MICROS", micros.to_string()),
            ],
            file,
        })
    }
}

impl Counted {
    /// How many there were so far.
    pub fn count(&self) -> Result<u64, Failed> {
        let bytes = std::fs::read(&self.file)?;
        let bytes: [u8; 8] = bytes.as_slice().try_into()?;
        Ok(u64::from_ne_bytes(bytes))
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
