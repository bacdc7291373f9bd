//! The grammar as a table, whole pages of our own, and how well they are read.

mod figures;
mod grammar;
mod pages;
