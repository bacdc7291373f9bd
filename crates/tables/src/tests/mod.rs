//! Everything together: what is written is read again, and what is broken is refused.

mod broken;
mod noise;
mod samples;
mod there_and_back;
