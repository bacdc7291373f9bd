//! What every route grants to whom.
