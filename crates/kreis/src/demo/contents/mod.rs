//! The sample networks, told day by day through the same actions that people use.

mod data;
mod events;
mod meetings;
mod moving_in;
mod networks;
mod plans;
mod polls;
mod posts;
mod privacy;
mod programmes;
mod registrations;
mod teller;

use base::Halt;
use jiff::civil::Date;
use shell::App;

use data::Story;
use teller::Teller;

/// The account of the office of `weimar`.
pub const OFFICE: &str = "geschaeftsstelle@kreisgruppe-weimar.example";
/// The account of the leader of its groups.
pub const LEADER: &str = "geschaeftsfuehrung@lebenshilfe-werk.example";
/// The account of a member's contact person.
pub const MEMBER: &str = "leitung@lebensraeume.example";
/// The account of the operator.
pub const OPERATOR: &str = "betrieb@kreis.example";
/// The account of who watches over data protection in `weimar`.
pub const PROTECTION: &str = "datenschutz@kreisgruppe-weimar.example";
/// The account of the office of `sachsen`.
pub const SAXONY: &str = "geschaeftsstelle@verband-sachsen.example";
/// The account of the assistance contact of `sachsen`.
pub const ASSISTANCE: &str = "assistenz@verband-sachsen.example";
/// The account of the office of `celle`.
pub const STRANGER: &str = "integration@landkreis-celle.example";

const STORIES: [&str; 4] = [
    include_str!("../../../demo/landesverband.toml"),
    include_str!("../../../demo/weimar.toml"),
    include_str!("../../../demo/celle.toml"),
    include_str!("../../../demo/sachsen.toml"),
];

/// Fills an empty installation up to this morning: what lies before it is held, what lies
/// after it is planned.
///
/// # Errors
/// When an action refuses the sample data.
pub async fn fill(app: &App, on: Date) -> Result<(), Halt> {
    let teller = Teller::new(app, on)?;
    let mut acts = Vec::new();
    for text in STORIES {
        let story = Story::read(text)?;
        let cast = networks::found(&teller, &story).await?;
        acts.extend(events::acts(&teller, story, &cast)?);
    }
    acts.sort_by_key(|act| act.at);
    for act in acts {
        teller.go_to(act.at).await?;
        events::perform(&teller, act).await?;
    }
    for text in STORIES {
        moving_in::bring(&teller, &Story::read(text)?).await?;
    }
    teller.finish().await
}

/// Tells what participants need: beside the rest, because it is sealed with keys that lie outside
/// of the database, and a copy of the database alone could not open it.
///
/// # Errors
/// When it cannot be sealed.
pub async fn tell_needs(app: &App) -> Result<(), Halt> {
    for text in STORIES {
        let story = Story::read(text)?;
        let all = story.desks.iter().flat_map(|desk| &desk.registrations);
        let telling = all.filter(|it| !it.needs.is_empty());
        let telling: Vec<data::Coming> = telling.cloned().collect();
        for told in telling {
            let (inner, story, mut moment) = (app.clone(), story.clone(), app.moment());
            app.store
                .write(move |conn| {
                    registrations::tell_needs(conn, &mut moment, &inner, (&story, &told))
                })
                .await?;
        }
    }
    Ok(())
}
