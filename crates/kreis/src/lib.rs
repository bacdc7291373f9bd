//! The program: settings, commands, the demo, and all rooms put together.

pub mod backups;
mod command;
pub mod demo;
mod entering;
mod help;
pub mod house;
mod import;
mod keys;
mod log;
mod mail_test;
pub mod operation;
mod regions;
mod serve;
pub mod settings;
pub mod words;

pub use command::run;
