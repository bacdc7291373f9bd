//! One story, told to both databases.

use crate::{DbKind, Trial};

/// Tells a story to one kind of database.
///
/// # Panics
/// When the story fails, or the kind is missing where it must not be.
pub fn tell(kind: DbKind, story: impl AsyncFnOnce(&Trial)) {
    if !kind.is_here() {
        return;
    }
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("the runtime starts")
        .block_on(async {
            let trial = Trial::open(kind).await;
            story(&trial).await;
        });
}

/// Tells a story on SQLite and on PostgreSQL, as two tests.
///
/// ```ignore
/// story!(nobody_reads_a_draft, |trial| async {
///     assert_eq!(trial.nobody.get("/weimar/termine/entwurf").await.status, 404);
/// });
/// ```
#[macro_export]
macro_rules! story {
    ($(#[$attribute:meta])* $name:ident, |$trial:ident| async $(move)? $body:block) => {
        $(#[$attribute])*
        mod $name {
            #[expect(unused_imports, reason = "a story takes what its file takes, if it needs it")]
            use super::*;

            async fn told($trial: &$crate::Trial) $body

            #[test]
            fn sqlite() {
                $crate::tell($crate::DbKind::Sqlite, async |trial| told(trial).await);
            }

            #[test]
            fn postgres() {
                $crate::tell($crate::DbKind::Postgres, async |trial| told(trial).await);
            }
        }
    };
}
