//! The program: settings, commands, the demo, and all rooms put together.

mod command;
pub mod demo;
pub mod house;
mod log;
mod mail_test;
mod serve;
pub mod settings;
pub mod words;

pub use command::run;
