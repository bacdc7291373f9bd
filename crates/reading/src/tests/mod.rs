<<<<<<< .merge_file_XSGCfK
//! The grammar as a table, whole pages of our own and how well they are read, and a file of each
//! kind: good ones, hostile ones, and ones that something has gnawed at.

mod calendars;
mod documents;
mod figures;
=======
//! The grammar as a table, and whole pages of our own.

>>>>>>> .merge_file_iJSc7H
mod grammar;
mod hostile;
mod noise;
mod pages;
mod samples;
mod sheets;
