//! The house itself: doors, phrases, statements, headers.
