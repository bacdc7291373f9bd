//! Which columns name a person, an organisation or a group, and what becomes of their rows when
//! two records turn out to be one.
//!
//! A room declares every such column, also those without a foreign key. A test asks the schema
//! for columns that nobody declared.

/// What a column names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
    /// A group.
    Group,
}

impl Named {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organisation, Self::Group];

    /// The kind under which journal, search and old addresses know it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Group => "group",
        }
    }

    /// The name of its table.
    pub const fn table(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Group => "network_group",
        }
    }
}

/// A column that names a person, an organisation or a group.
#[derive(Clone, Copy, Debug)]
pub struct Reference {
    /// What it names.
    pub named: Named,
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub column: &'static str,
    /// Phrase key of its rows with `$count`; empty where a person need not be told of them.
    pub label: &'static str,
    /// How it names.
    pub holds: Holds,
    /// What happens to its rows.
    pub then: Then,
}

/// How a column names a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// By the id alone.
    Id,
    /// By the id somewhere in its text.
    Text,
}

/// What happens to the rows of the record that goes.
#[derive(Clone, Copy, Debug)]
pub enum Then {
    /// They name the record that stays, beside the rows that it has.
    Move,
    /// They name the record that stays; of two that would say the same one stays.
    Join(Alike),
    /// They go, and come back when it is undone.
    Go,
    /// The register makes them anew for the record that stays.
    Renew,
}

/// When two rows say the same, and which of them says more.
#[derive(Clone, Copy, Debug)]
pub struct Alike {
    /// Columns in which they agree, beside the one that names the record.
    pub columns: &'static [&'static str],
    /// Whether they say the same only where their terms (`from_day`, `until_day`) overlap; the
    /// row that stays has both terms.
    pub term: bool,
    /// What says more, the weightiest first.
    pub more: &'static [More],
    /// A mark that two rows must share to say the same. Where their terms overlap and one bears
    /// it, that one has these days, and the other keeps what is left of its own.
    pub over: Option<&'static str>,
    /// A mark that one row alone may bear on a day, and the phrase key with `$count` of those
    /// that lose it to a row of the record that stays.
    pub sole: Option<(&'static str, &'static str)>,
}

/// A reason for which a row says more than another.
#[derive(Clone, Copy, Debug)]
pub enum More {
    /// Something stands in the column; a mark is set.
    Filled(&'static str),
    /// A mark is not set.
    Unset(&'static str),
    /// This word stands in the column.
    Word(&'static str, &'static str),
    /// The column's number is the larger one.
    Larger(&'static str),
}

/// Rows that hang on the `id` of a row that may give way to another (see [`Then::Join`]): they
/// move to the one that stays. Foreign keys to such tables must be declared too.
#[derive(Clone, Copy, Debug)]
pub struct Below {
    /// The table of the rows above.
    pub above: &'static str,
    /// Their table.
    pub table: &'static str,
    /// The column that holds the id, by itself.
    pub column: &'static str,
    /// Columns in which no two of them may agree; those of the row that stays count. Without
    /// any, all of them move.
    pub unlike: &'static [&'static str],
}

impl Reference {
    /// A column that names a person.
    pub const fn person(table: &'static str, column: &'static str, label: &'static str) -> Self {
        Self::new(Named::Person, table, column, label)
    }

    /// A column that names an organisation.
    pub const fn organisation(
        table: &'static str,
        column: &'static str,
        label: &'static str,
    ) -> Self {
        Self::new(Named::Organisation, table, column, label)
    }

    /// A column that names a group.
    pub const fn group(table: &'static str, column: &'static str, label: &'static str) -> Self {
        Self::new(Named::Group, table, column, label)
    }

    const fn new(
        named: Named,
        table: &'static str,
        column: &'static str,
        label: &'static str,
    ) -> Self {
        Self {
            named,
            table,
            column,
            label,
            holds: Holds::Id,
            then: Then::Move,
        }
    }

    /// The same where the id stands among other text.
    #[must_use]
    pub const fn in_text(mut self) -> Self {
        self.holds = Holds::Text;
        self
    }

    /// The same where two rows may come to say the same.
    #[must_use]
    pub const fn joined(mut self, alike: Alike) -> Self {
        self.then = Then::Join(alike);
        self
    }

    /// The same where its rows go with the record.
    #[must_use]
    pub const fn gone(mut self) -> Self {
        self.then = Then::Go;
        self
    }

    /// The same where its rows follow from the record.
    #[must_use]
    pub const fn renewed(mut self) -> Self {
        self.then = Then::Renew;
        self
    }
}

impl Alike {
    /// Rows that agree in these columns.
    pub const fn in_columns(columns: &'static [&'static str]) -> Self {
        Self {
            columns,
            term: false,
            more: &[],
            over: None,
            sole: None,
        }
    }

    /// The same where they also overlap in time.
    #[must_use]
    pub const fn in_term(mut self) -> Self {
        self.term = true;
        self
    }

    /// The same with what says more.
    #[must_use]
    pub const fn by(mut self, more: &'static [More]) -> Self {
        self.more = more;
        self
    }

    /// The same where rows with this mark come before those without it, day by day.
    #[must_use]
    pub const fn over(mut self, mark: &'static str) -> Self {
        self.over = Some(mark);
        self
    }

    /// The same where one row alone may bear this mark on a day.
    #[must_use]
    pub const fn sole(mut self, mark: &'static str, label: &'static str) -> Self {
        self.sole = Some((mark, label));
        self
    }
}

impl Below {
    /// Rows that hang on rows of a table by this column.
    pub const fn of(above: &'static str, table: &'static str, column: &'static str) -> Self {
        Self {
            above,
            table,
            column,
            unlike: &[],
        }
    }

    /// The same where no two may agree in these columns.
    #[must_use]
    pub const fn unlike_in(mut self, columns: &'static [&'static str]) -> Self {
        self.unlike = columns;
        self
    }
}
