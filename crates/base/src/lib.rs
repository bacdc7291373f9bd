//! Ids, time and dice, refusals and the one decision who may do what.
