//! The commands and what each needs.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base::{Clock, Fault, Halt, Lang};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use jiff::civil::Date;
use shell::App;
use store::Store;

use crate::settings::{self, LogFormat, Settings};
use crate::words::Words;
use crate::{backups, demo, entering, help, house, import, keys, log, mail_test, regions, serve};

/// Kreis runs the office of a welfare network: meetings, invitations, minutes, publishing.
#[derive(Parser)]
#[command(name = "kreis", version)]
pub(crate) struct Command {
    /// Language of what is said here: de or en.
    #[arg(long, global = true)]
    lang: Option<String>,
    #[command(subcommand)]
    act: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Show everything with sample data, on a clock of its own; nothing leaves the machine.
    Demo(DemoArgs),
    /// Serve the web pages and do the work that is due.
    Serve(ConfigFile),
    /// Look at the settings.
    #[command(subcommand)]
    Config(ConfigAct),
    /// Look at mail.
    #[command(subcommand)]
    Mail(MailAct),
    /// Print a link that signs in once.
    SignIn {
        /// The account's mail address.
        address: String,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Look after second factors.
    #[command(subcommand)]
    SecondFactor(SecondFactorAct),
    /// Read in regions: the official file GV100AD, or a table with key and name.
    Regions {
        /// The file to read.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Read pages and texts for gatherings, organisations and posts.
    Import {
        /// The files to read; of a folder, its pages and texts.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Only show what would be drafted; no database is touched.
        #[arg(long)]
        dry_run: bool,
        /// The folder in which a JSON file is written for each file.
        #[arg(long, value_name = "FOLDER")]
        json: Option<PathBuf>,
        /// The network whose office reviews the drafts, by its address.
        #[arg(long, value_name = "SLUG")]
        network: Option<String>,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Read one file from the input, within limits; the program calls this itself.
    #[command(hide = true)]
    ReadApart,
    /// Bring the database up to date; takes a backup first.
    Migrate(ConfigFile),
    /// Write everything into one file, also while the program runs.
    Backup {
        /// The file to write.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Read such a file back into an empty database, SQLite or PostgreSQL.
    Restore {
        /// The file to read.
        file: PathBuf,
        /// Throw away what is there, after a backup of it.
        #[arg(long)]
        replace: bool,
        /// The original has sent nothing since the backup: letters go on their way.
        #[arg(long)]
        moved: bool,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Try whether a backup would bring everything back.
    Check {
        /// The file; without it the newest one, or a fresh one.
        #[arg(long)]
        backup: Option<PathBuf>,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Look after the keys that lie outside of the database.
    #[command(subcommand)]
    Vault(VaultAct),
}

#[derive(Args)]
struct DemoArgs {
    /// Keep everything in this folder; without it nothing is kept.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Address and port; without it 127.0.0.1:8080, or a free port where that is taken.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// The day on which the demo begins.
    #[arg(long)]
    on: Option<Date>,
}

#[derive(Args)]
struct ConfigFile {
    /// The settings file.
    #[arg(long, env = "KREIS_CONFIG", default_value = settings::USUAL_FILE)]
    config: PathBuf,
}

#[derive(Subcommand)]
enum ConfigAct {
    /// Name everything that is wrong with the settings.
    Check(ConfigFile),
    /// Print a file to begin with.
    Sample,
}

#[derive(Subcommand)]
enum MailAct {
    /// Try the mail server, the signature and the sender's address.
    Test {
        #[command(flatten)]
        config: ConfigFile,
        /// Whether the server takes mail for this address; without it, the sender's own.
        #[arg(long)]
        to: Option<String>,
        /// Send a letter there, too.
        #[arg(long)]
        send: bool,
    },
}

#[derive(Subcommand)]
enum VaultAct {
    /// Write the keys that are valid now into one file, in place of the earlier copy.
    Backup {
        /// The file to write; never keep older ones.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Read such a copy back; keys that were destroyed stay so.
    Restore {
        /// The file to read.
        file: PathBuf,
        #[command(flatten)]
        config: ConfigFile,
    },
    /// Try whether every key can be opened.
    Check(ConfigFile),
    /// Change the operator's key for a fresh one.
    Rotate(ConfigFile),
}

#[derive(Subcommand)]
enum SecondFactorAct {
    /// Take all second factors of an account away and sign it out everywhere.
    Reset {
        /// The account's mail address.
        address: String,
        #[command(flatten)]
        config: ConfigFile,
    },
}

/// Runs the program with its arguments.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let env: BTreeMap<String, String> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let command = parsed(args.into_iter().collect(), &env);
    // Before any thread is started: all that follows keeps to its limits.
    if matches!(command.act, Act::ReadApart) {
        return reading::apart::child();
    }
    let lang = Words::lang_of(command.lang.as_deref(), |name| env.get(name).cloned());
    let words = match Words::new(lang) {
        Ok(words) => words,
        Err(fault) => return complain(&[fault.whole_story()]),
    };
    match in_runtime(command.act, &env, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(halt) => complain(&words.halt(&halt)),
    }
}

/// Help is shown before anything else is understood, so its language is looked for first.
fn parsed(args: Vec<OsString>, env: &BTreeMap<String, String>) -> Command {
    let chosen = help::chosen_lang(&args);
    let lang = Words::lang_of(chosen.as_deref(), |name| env.get(name).cloned());
    let mut command = match lang {
        Lang::De => help::german(Command::command()),
        Lang::En => Command::command(),
    };
    command
        .try_get_matches_from_mut(args)
        .and_then(|matches| Command::from_arg_matches(&matches))
        .unwrap_or_else(|fault| refuse(&fault, lang))
}

/// Ends the program as clap does: with 2 where the arguments are wrong.
fn refuse(fault: &clap::Error, lang: Lang) -> ! {
    match help::mistake(fault) {
        Some(words) if lang == Lang::De => {
            complain(&[words]);
            std::process::exit(2)
        }
        _ => fault.exit(),
    }
}

fn complain(lines: &[String]) -> ExitCode {
    for line in lines {
        eprintln!("kreis: {line}");
    }
    ExitCode::FAILURE
}

fn in_runtime(act: Act, env: &BTreeMap<String, String>, words: &Words) -> Result<(), Halt> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|cause| Fault::because("start the runtime", cause))?
        .block_on(perform(act, env, words))
}

async fn perform(act: Act, env: &BTreeMap<String, String>, words: &Words) -> Result<(), Halt> {
    let load = |file: &ConfigFile| load(&file.config, env);
    match act {
        Act::Demo(DemoArgs { data, listen, on }) => {
            let _log = log::start(LogFormat::Text, "warn")?;
            demo::run(demo::Wish { data, listen, on }, words).await
        }
        Act::Serve(file) => {
            let settings = load(&file)?;
            let _log = log::start(settings.server.log, "info")?;
            serve::serve(&settings, words).await
        }
        Act::Config(ConfigAct::Sample) => {
            print!("{}", settings::SAMPLE);
            Ok(())
        }
        Act::Config(ConfigAct::Check(file)) => check(&load(&file)?, words),
        Act::Mail(MailAct::Test { config, to, send }) => {
            let settings = load(&config)?;
            let moment = serve::machine_moment();
            mail_test::test(&settings, to.as_deref(), send, moment, words).await
        }
        Act::SignIn { address, config } => sign_in(&load(&config)?, address, words).await,
        Act::SecondFactor(SecondFactorAct::Reset { address, config }) => {
            reset_second_factor(&load(&config)?, address, words).await
        }
        Act::Regions { file, config } => regions::read_in(&load(&config)?, &file, words).await,
        Act::Import {
            files,
            dry_run,
            json,
            network,
            config,
        } => match (network, json) {
            (Some(network), _) if !dry_run => {
                entering::enter(&load(&config)?, &files, &network, words).await
            }
            (_, Some(json)) => import::draft(&files, dry_run, &json, words),
            (_, None) => Err(Halt::no("import-which")),
        },
        Act::ReadApart => Ok(()),
        Act::Migrate(file) => migrate(&load(&file)?, words).await,
        Act::Backup { file, config } => backups::back_up(&load(&config)?, &file, words).await,
        Act::Restore {
            file,
            replace,
            moved,
            config,
        } => {
            let wish = backups::Restore {
                file,
                replace,
                moved,
            };
            backups::restore(&load(&config)?, wish, words).await
        }
        Act::Check { backup, config } => backups::check(&load(&config)?, backup, words).await,
        Act::Vault(act) => vault(act, env, words).await,
    }
}

async fn vault(act: VaultAct, env: &BTreeMap<String, String>, words: &Words) -> Result<(), Halt> {
    let load = |file: &ConfigFile| load(&file.config, env);
    match act {
        VaultAct::Backup { file, config } => keys::back_up(&load(&config)?, &file, words),
        VaultAct::Restore { file, config } => keys::restore(&load(&config)?, &file, words).await,
        VaultAct::Check(file) => keys::check(&load(&file)?, words),
        VaultAct::Rotate(file) => keys::rotate(&load(&file)?, words),
    }
}

fn load(file: &Path, env: &BTreeMap<String, String>) -> Result<Settings, Halt> {
    Settings::load(file, env)
}

/// Beside faults, what may be meant and mostly is not.
fn check(settings: &Settings, words: &Words) -> Result<(), Halt> {
    settings.locks()?;
    settings.vault_places()?;
    let notes = settings.notes();
    for note in &notes {
        let sentence = words.fault(note).into();
        let line = words.tell("mail-check-level-warning", &[("sentence", sentence)]);
        println!("{line}");
    }
    let said = if notes.is_empty() {
        "config-fine"
    } else {
        "config-usable"
    };
    println!("{}", words.say(said));
    Ok(())
}

/// The program beside one that is at work: it may write lines, and never changes tables.
async fn beside(settings: &Settings) -> Result<App, Halt> {
    let rooms = house::rooms(&settings.mail)?;
    let store = Store::open(&settings.database)?;
    if !store.is_migrated(house::migrations(&rooms)).await? {
        return Err(Halt::no("cli-not-migrated"));
    }
    Ok(App::new(
        store,
        serve::machine(),
        rooms,
        settings.for_shell(),
    )?)
}

async fn reset_second_factor(
    settings: &Settings,
    address: String,
    words: &Words,
) -> Result<(), Halt> {
    let app = beside(settings).await?;
    let had_any = house::reset_second_factor(&app, address)
        .await?
        .ok_or_else(|| Halt::no("sign-in-unknown"))?;
    let said = if had_any {
        "second-factor-reset"
    } else {
        "second-factor-none"
    };
    println!("{}", words.say(said));
    Ok(())
}

async fn sign_in(settings: &Settings, address: String, words: &Words) -> Result<(), Halt> {
    let app = beside(settings).await?;
    let link = house::sign_in_link(&app, address)
        .await?
        .ok_or_else(|| Halt::no("sign-in-unknown"))?;
    println!("{}\n  {link}", words.say("sign-in-link"));
    Ok(())
}

/// Alone: whoever is at work would meet tables that it does not know.
async fn migrate(settings: &Settings, words: &Words) -> Result<(), Halt> {
    let store = serve::alone(&settings.database).await?;
    let rooms = house::rooms(&settings.mail)?;
    let saved = backups::before_upgrade(settings, &rooms, Clock::real().now()).await?;
    if let Some(place) = &saved {
        let path = place.display().to_string();
        println!("{}", words.tell("migrate-saved", &[("path", path.into())]));
    }
    let moment = serve::machine_moment();
    let applied = house::bring_up_to_date(&store, &rooms, moment).await?;
    if let Some(place) = saved {
        backups::after_upgrade(&place)?;
    }
    println!(
        "{}",
        words.tell("migrate-done", &[("count", applied.into())])
    );
    Ok(())
}
