//! Invitation by mail, replies, outbox.
