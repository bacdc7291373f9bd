//! Ids that know what they identify: a group's id cannot be passed for a person's.

use uuid::Uuid;

/// Calls the given macro once with the names of all ids, so that another crate can
/// implement its own traits for every one of them.
#[macro_export]
macro_rules! each_id {
    ($callback:ident) => {
        $callback! {
            NetworkId, OrganisationId, PersonId, FunctionId, MembershipId, GroupId, GroupMemberId,
            AccountId, SessionId, AccessLinkId, GatheringId, SeriesId, AgendaItemId, DocumentId,
            InvitationId, AttendanceId, MinutesId, RevisionId, DecisionId, TaskId, ObjectionId,
            PostId, LetterId, JobId, JournalId, YearPlanId, TopicId, FieldOfWorkId, CustomFieldId,
            OrganisationChangeId, MailingListId, HandoverId, RoleAssignmentId,
        }
    };
}

macro_rules! ids {
    ($($name:ident),+ $(,)?) => { $(
        #[doc = concat!("Identifies one record of its kind; see `", stringify!($name), "` in the glossary without `Id`.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub struct $name(Uuid);

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+ };
}

each_id!(ids);
