//! Letters that wait, go out and are answered for.
