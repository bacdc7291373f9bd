//! Organisations, people, functions, memberships, groups, accounts and sign-in.
