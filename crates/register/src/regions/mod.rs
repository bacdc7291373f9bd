//! Regions by their official keys (Amtlicher Gemeindeschlüssel, AGS), and who serves them.
//!
//! The keys nest by themselves: 16 is Thüringen, 16071 the Weimarer Land in it, 16071001 a
//! Gemeinde in that. Länder and Kreise come with the program (`data/SOURCE.md` says where
//! from); Gemeinden come by a file that the operator reads in.

mod reading;
mod records;

use base::{Fault, Halt, Moment};
use store::{Conn, Filling};

pub use reading::{FileKind, RegionFile, read_file};
pub(crate) use records::chosen;
pub use records::{Source, counts, every, found, organisations_serving, region, served, sources};

use crate::rules::{found_by, patterns, sort_key};

/// The Länder and Kreise that come with the program.
const SHIPPED: &str = include_str!("../../data/regions.csv");
/// The state of what comes with the program.
pub const SHIPPED_STATE: &str = "2021-07-01";

/// What enters the Länder and Kreise that come with the program.
pub(crate) const FILLING: Filling = Filling {
    name: "register-regions-1",
    run: enter_shipped,
};

/// How large a region is, told by the length of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RegionKind {
    /// One of the sixteen Länder; two digits.
    State,
    /// A Kreis or a Stadt without one; five digits.
    District,
    /// A Gemeinde; eight digits.
    Municipality,
}

impl RegionKind {
    /// All kinds, the largest first.
    pub const ALL: [Self; 3] = [Self::State, Self::District, Self::Municipality];

    /// The word in the database; the phrase key is `register-region-` and it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::District => "district",
            Self::Municipality => "municipality",
        }
    }

    /// The kind of a key, where it is one.
    pub fn of_key(ags: &str) -> Option<Self> {
        let is_number = ags.bytes().all(|it| it.is_ascii_digit());
        match ags.len() {
            2 if is_number => Some(Self::State),
            5 if is_number => Some(Self::District),
            8 if is_number => Some(Self::Municipality),
            _ => None,
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A place with its official key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its official key.
    pub ags: String,
    /// How large it is.
    pub kind: RegionKind,
    /// Its official name.
    pub name: String,
    /// Its name as it is shown: told apart from others of that name.
    pub label: String,
    /// Whether the newest list no longer has it.
    pub ended: bool,
}

/// Whether one region lies in another, or is the same.
pub fn lies_in(inner: &str, outer: &str) -> bool {
    inner.starts_with(outer)
}

/// A region of a list, on its way into the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its official key.
    pub ags: String,
    /// Its official name.
    pub name: String,
    /// What it is, in the list's own words; may be empty.
    pub designation: String,
}

impl Listed {
    /// The name without „, Stadt“.
    fn short_name(&self) -> &str {
        self.name.split(',').next().unwrap_or(&self.name)
    }

    /// "Coburg" is a Stadt and a Landkreis; "Odenwaldkreis" says itself what it is.
    fn label(&self, district: Option<&str>) -> String {
        if let Some(district) = district {
            return format!("{} ({district})", self.short_name());
        }
        let says_itself = self.name.contains(',') || self.name.to_lowercase().contains("kreis");
        if self.designation.is_empty() || says_itself {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, self.designation)
        }
    }
}

fn enter_shipped(conn: &mut Conn<'_>, _: &mut Moment) -> Result<(), Fault> {
    let file = RegionFile {
        kind: FileKind::Shipped,
        state: SHIPPED_STATE.to_owned(),
        regions: reading::shipped(SHIPPED),
    };
    enter(conn, &file).map(drop).map_err(|halt| match halt {
        Halt::Fault(fault) => fault,
        _ => Fault::new("enter the regions that come with the program"),
    })
}

/// What reading a list has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entered {
    /// How many regions of the list are new.
    pub new: u64,
    /// How many were known and are called otherwise now, or are back.
    pub changed: u64,
    /// How many of the list's kinds are no longer in it; whoever serves them keeps them.
    pub ended: u64,
}

/// Enters a list of regions: what it has is written, what it no longer has is not offered any
/// more. Kinds of which the list says nothing stay as they are.
///
/// # Errors
/// Refused where a Gemeinde lies in a Kreis that nobody knows.
pub fn enter(conn: &mut Conn<'_>, file: &RegionFile) -> Result<Entered, Halt> {
    let mut known = records::known(conn)?;
    let mut entered = Entered::default();
    let mut kinds = Vec::new();
    for listed in &file.regions {
        let Some(kind) = RegionKind::of_key(&listed.ags) else {
            continue;
        };
        let district = match kind {
            RegionKind::Municipality => Some(district_of(&known, listed)?),
            _ => None,
        };
        let label = listed.label(district.as_deref());
        let region = Region {
            ags: listed.ags.clone(),
            kind,
            name: listed.name.clone(),
            label,
            ended: false,
        };
        match known.insert(region.ags.clone(), region.clone()) {
            None => entered.new += 1,
            Some(old) if old == region => {}
            Some(_) => entered.changed += 1,
        }
        let words = found_by(&[&region.name, &region.label, &region.ags]);
        records::write(conn, &region, (&sort_key(&region.name), &words))?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    for kind in kinds {
        let gone: Vec<&Region> = known
            .values()
            .filter(|it| it.kind == kind && !it.ended)
            .filter(|it| !file.has(&it.ags))
            .collect();
        for region in gone {
            records::end(conn, &region.ags)?;
            entered.ended += 1;
        }
        records::write_source(conn, kind, (file.kind.word(), &file.state))?;
    }
    Ok(entered)
}

fn district_of(
    known: &std::collections::BTreeMap<String, Region>,
    listed: &Listed,
) -> Result<String, Halt> {
    let district = listed.ags.get(..5).and_then(|key| known.get(key));
    let name = |it: &Region| it.name.split(',').next().unwrap_or_default().to_owned();
    district.map(name).ok_or_else(|| {
        let blame = base::Blame::at("", "regions-fault-district");
        Halt::Refused(vec![blame.with("key", format!("{}.", listed.ags))])
    })
}

/// The regions that typed words lead to: the one called so or with this key, or else all that
/// every word finds, the largest first.
///
/// # Errors
/// When the database fails.
pub fn meant(conn: &mut Conn<'_>, typed: &str) -> Result<Vec<Region>, Fault> {
    let typed = typed.trim();
    let hits = found(conn, &patterns(typed), 200)?;
    let exact = |name: fn(&Region) -> &str| {
        let same = |it: &&Region| name(it).to_lowercase() == typed.to_lowercase();
        hits.iter().filter(same).cloned().collect::<Vec<Region>>()
    };
    let ways: [fn(&Region) -> &str; 3] = [
        |it| &it.ags,
        |it| &it.label,
        |it| it.name.split(',').next().unwrap_or(&it.name),
    ];
    for way in ways {
        let mut same = exact(way);
        // "Berlin" is the Land, and at once the only Kreis in it.
        if let [first, rest @ ..] = same.as_slice()
            && first.kind == RegionKind::State
            && rest.iter().all(|it| lies_in(&it.ags, &first.ags))
        {
            same.truncate(1);
        }
        if !same.is_empty() {
            return Ok(same);
        }
    }
    Ok(hits.into_iter().take(MOST_HITS).collect())
}

/// How many hits a search for regions shows.
pub const MOST_HITS: usize = 12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shipped_regions_are_sixteen_laender_and_their_kreise() {
        let all = reading::shipped(SHIPPED);
        let of = |kind| {
            let is_kind = |it: &&Listed| RegionKind::of_key(&it.ags) == Some(kind);
            all.iter().filter(is_kind).count()
        };

        assert_eq!(all.len(), 416);
        assert_eq!((of(RegionKind::State), of(RegionKind::District)), (16, 400));
        let mut keys: Vec<_> = all.iter().map(|it| &it.ags).collect();
        keys.dedup();
        assert_eq!(keys.len(), 416);
        for it in &all {
            let land = it.ags.get(..2).unwrap();
            assert!(all.iter().any(|other| other.ags == land), "{}", it.ags);
        }
        let label = |ags: &str| {
            let listed = all.iter().find(|it| it.ags == ags).unwrap();
            listed.label(None)
        };
        assert_eq!(label("16055"), "Weimar, Stadt");
        assert_eq!(label("16071"), "Weimarer Land (Landkreis)");
        assert_eq!(label("09463"), "Coburg (Kreisfreie Stadt)");
        assert_eq!(label("06437"), "Odenwaldkreis");
        assert!(
            all.iter().all(|it| it.ags != "16056"),
            "Eisenach has no key of its own"
        );
    }

    #[test]
    fn keys_nest_by_themselves() {
        assert!(lies_in("16071001", "16071") && lies_in("16071", "16") && lies_in("16", "16"));
        assert!(!lies_in("16", "16071") && !lies_in("16055", "16071"));
        assert_eq!(RegionKind::of_key("1607"), None);
        assert_eq!(RegionKind::of_key("1607a"), None);
    }
}
