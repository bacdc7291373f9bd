//! The outbox's work in the background: delivery.

/// The queue's name for the delivery of one letter; the subject is its id.
pub const DELIVER: &str = "outbox.deliver";
