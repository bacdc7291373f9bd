//! The grammar as a table, whole pages of our own and how well they are read, and a file of each
//! kind: good ones, hostile ones, and ones that something has gnawed at.

mod calendars;
mod documents;
mod grammar;
mod habits;
mod hostile;
mod layouts;
mod noise;
mod pages;
mod pictures;
mod programs;
mod samples;
mod sheets;
