//! Keys for what must be forgotten on its day, backups and all.
//!
//! What is sealed lies in the database and in every backup of it; the key that opens it lies
//! here, in a folder of its own that no such backup takes along. Once a key is destroyed,
//! nobody reads what it sealed, in whatever copy of the database it stands. So a key must not
//! come back either: of each one that was destroyed a line remains with its day and reason, and
//! this line wins over any key of that name, whoever brings it.
//!
//! The folder holds `ID.key` for each key, wrapped with the operator's key, `ID.gone` for each
//! one that was destroyed, and two files for locks. The operator's key lies elsewhere: folder and
//! key are worthless without each other. Keys are unwrapped for one use and wiped then (what
//! ring makes of one lies on the stack of that call); none is kept at hand.
//!
//! Chance comes from the operating system and not from [`base::Dice`]: a nonce that comes twice
//! would open what it sealed, and dice can be seeded, copied and thrown again.

mod copy;
mod files;
mod folder;
mod lines;
mod operator;
mod seal;
mod vault;

#[cfg(test)]
mod tests;

pub use copy::{Restored, copy_to};
pub use folder::{Report, check};
pub use lines::{KeyId, Tombstone, Why};
pub use seal::{Label, STEP};
pub use vault::{Closed, Places, Start, Vault};
pub use zeroize::Zeroizing;
