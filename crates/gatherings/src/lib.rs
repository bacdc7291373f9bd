//! Gatherings: agenda, documents, guest list, attendance.
