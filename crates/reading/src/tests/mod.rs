//! The grammar as a table, and whole pages of our own.

mod grammar;
mod pages;
