//! Stories of the whole office, each told to SQLite and to PostgreSQL; one module for each room.

mod access_table;
mod gatherings;
mod house;
mod invitations;
mod minutes;
mod publishing;
mod register;
mod samples;
mod seeds;
