//! Stories of the room invitations.
//!
//! `story!(name, |trial| async { … })` tells a story to both databases. `trial.office`,
//! `.leader`, `.member`, `.operator`, `.stranger` (the office of another network) and
//! `.nobody` have `get(path)`, `post(path, form![("field", value)])`, `post_on` (follows the
//! answer) and `upload(path, form![…], &[File { … }])`; what comes back has `status`, `text()`,
//! `has(words)`, `link(label)`, `location()`, `field(name)`, `option(label)`.
//! `trial.run_due()`, `trial.move_to_local("2017-12-07T14:00")`, `trial.mails()`,
//! `trial.read(|conn| …)`, `trial.write(|conn, moment| …)`.
