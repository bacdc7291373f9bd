//! For tests: an office with a frozen hour, people of each role, both databases.
