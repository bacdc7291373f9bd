//! The grammar as a table, whole pages of our own, and a file of each kind: good ones, hostile

mod calendars;
mod documents;
mod figures;
mod grammar;
mod hostile;
mod noise;
mod pages;
mod samples;
mod sheets;
