//! Minutes, decisions and tasks.
