//! Stories of the whole office, each told to SQLite and to PostgreSQL; one module for each room.
//!
//! The modules say that they are tests, so that helpers of stories may fail by panicking too.

#[cfg(test)]
mod access_table;
#[cfg(test)]
mod addresses;
#[cfg(test)]
mod apart;
#[cfg(test)]
mod archive;
#[cfg(test)]
mod at_work;
#[cfg(test)]
mod backups;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod doors;
#[cfg(test)]
mod duplicates;
#[cfg(test)]
mod feedback;
#[cfg(test)]
mod gatherings;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod house;
#[cfg(test)]
mod import;
#[cfg(test)]
mod inbox;
#[cfg(test)]
mod invitations;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod killing;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod mail_links;
#[cfg(test)]
mod minutes;
#[cfg(test)]
mod move_in;
#[cfg(test)]
mod needs;
#[cfg(test)]
mod one_guest;
#[cfg(test)]
mod planning;
#[cfg(test)]
mod polls;
#[cfg(test)]
mod privacy;
#[cfg(test)]
mod processes;
#[cfg(test)]
mod programme;
#[cfg(test)]
mod publishing;
#[cfg(test)]
mod reception;
#[cfg(test)]
mod register;
#[cfg(test)]
mod registration;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod scale;
#[cfg(test)]
mod seeds;
#[cfg(test)]
mod sign_in;
#[cfg(test)]
mod transfer;
#[cfg(test)]
mod trouble;
