//! Files, kept once by the hash of their bytes.

use base::Fault;
use sha2::{Digest, Sha256};

use crate::conn::Conn;
use crate::value::{Bind, Col, Value};
use crate::{params, sql};

/// The SHA-256 of a file's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BlobHash([u8; 32]);

impl std::fmt::Display for BlobHash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl BlobHash {
    /// Of these bytes, whether they are kept or not.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl Bind for BlobHash {
    fn bind(&self) -> Value {
        self.0.bind()
    }
}

impl Col for BlobHash {
    fn read(value: Value) -> Result<Self, Fault> {
        let bytes: [u8; 32] = Vec::<u8>::read(value)?
            .try_into()
            .map_err(|_| Fault::new("read a file's hash"))?;
        Ok(Self(bytes))
    }
}

impl Conn<'_> {
    /// Keeps a file; the same bytes are kept once.
    pub fn keep_blob(&mut self, bytes: &[u8]) -> Result<BlobHash, Fault> {
        let hash = BlobHash::of(bytes);
        self.exec(
            sql!(
                "INSERT INTO blob (hash, bytes, size) VALUES ($1, $2, $3)
                 ON CONFLICT (hash) DO NOTHING"
            ),
            params![hash, bytes, bytes.len()],
        )?;
        Ok(hash)
    }

    /// A file's bytes.
    pub fn blob(&mut self, hash: BlobHash) -> Result<Vec<u8>, Fault> {
        self.one(
            sql!("SELECT bytes FROM blob WHERE hash = $1"),
            params![hash],
            crate::Row::take,
        )?
        .ok_or_else(|| Fault::new("find a file that a record names"))
    }
}
