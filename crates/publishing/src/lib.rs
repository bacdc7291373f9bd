//! Posts, public pages, feeds, search.
