//! Letters on their way, against a mail server on the loopback and on both databases.

#[cfg(test)]
mod house;
#[cfg(test)]
mod letters;
#[cfg(test)]
mod servers;
