//! What needs no mail server; the stories about delivery stand in `tests/delivery`.

mod sheets;
