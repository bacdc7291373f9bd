//! Everything the inbox asks of the database.

pub(crate) mod archive;
pub(crate) mod holdings;
pub(crate) mod mails;
pub(crate) mod marks;
pub(crate) mod mornings;
