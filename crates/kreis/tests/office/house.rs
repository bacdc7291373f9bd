//! The house itself: doors, statements, phrases, headers, kept pages.

mod plans;
mod statements;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::Method as Verb;
use base::Lang;
use trial::story;

use crate::access_table::{Door, Row, table};
use crate::doors::{door_of, in_order, knock, something};
use crate::samples::{Samples, filled, furnish};

story!(every_route_has_a_row, |trial| async {
    let routes = shell::every_route(&trial.app).list();
    let rows = table();
    let missing: Vec<_> = routes
        .iter()
        .filter(|route| {
            !rows
                .iter()
                .any(|row| row.method == route.method && row.address == route.address)
        })
        .map(|route| format!("{:?} {} {:?}", route.method, route.address, route.right))
        .collect();
    let gone: Vec<_> = rows
        .iter()
        .filter(|row| {
            !routes
                .iter()
                .any(|route| row.method == route.method && row.address == route.address)
        })
        .map(|row| row.address)
        .collect();

    assert!(missing.is_empty(), "without a row:\n{}", missing.join("\n"));
    assert!(gone.is_empty(), "rows without a route: {gone:?}");
});

// Records of one network below the address of another, and below another's gathering: nobody
// reaches them, however much they may do in their own.
story!(
    no_record_is_reached_through_another_network,
    |trial| async {
        let own = furnish(trial, "weimar").await;
        let others = furnish(trial, "celle").await;
        let mut open = Vec::new();
        for row in in_order() {
            for mixed in [
                mixed(&row, &own, &others, false),
                mixed(&row, &own, &others, true),
            ] {
                let Some(mixed) = mixed else { continue };
                for role in ["office", "leader", "protection"] {
                    let seen = knock(trial, role, (&row, &mixed), something()).await;
                    if !matches!(door_of(&seen), Some(Door::Hidden | Door::Forbidden)) {
                        open.push(format!(
                            "{:?} {} as {role}: {} {}",
                            row.method,
                            filled(row.sample, &mixed),
                            seen.status,
                            seen.location()
                        ));
                    }
                }
            }
        }
        assert!(open.is_empty(), "{}", open.join("\n"));
    }
);

/// What is addressed by a slug, and may have things below it.
const SLUGS: [&str; 7] = [
    "gathering",
    "held",
    "draft",
    "free",
    "group",
    "post",
    "members-post",
];

/// Another network's records below our own address; with `leaves`, only what is below a slug
/// is another's. None where the address names no record, or none below a slug.
fn mixed(row: &Row, own: &Samples, others: &Samples, leaves: bool) -> Option<Samples> {
    let mut mixed = others.clone();
    for word in ["network", "number", "unknown", "token", "tag"] {
        mixed.insert(word, own[word].clone());
    }
    let slugs = SLUGS.map(|word| format!("{{{word}}}"));
    let names_slug = slugs.iter().any(|word| row.sample.contains(word.as_str()));
    if leaves {
        for word in SLUGS {
            mixed.insert(word, own[word].clone());
        }
        if !names_slug {
            return None;
        }
    }
    let is_ours = filled(row.sample, own) == filled(row.sample, &mixed);
    (row.sample.starts_with("/{network}") && !is_ours).then_some(mixed)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            if path.file_name().is_some_and(|it| it != "target") {
                files(&path, ending, found);
            }
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
}

fn sources(below: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for room in std::fs::read_dir(root().join("crates")).unwrap().flatten() {
        let folder = room.path().join(below);
        if folder.is_dir() {
            files(&folder, ending, &mut found);
        }
    }
    found.sort();
    found
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect()
}

/// The keys of a phrase file.
fn keys(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| !line.starts_with([' ', '#', '}', '*', '[']))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key.trim().to_owned())
        .collect()
}

#[test]
fn both_languages_have_the_same_phrases() {
    let mut by_lang: HashMap<Lang, BTreeSet<String>> = HashMap::new();
    for (path, text) in sources("phrases", "ftl") {
        let lang = match path.file_stem().and_then(|it| it.to_str()) {
            Some("de") => Lang::De,
            _ => Lang::En,
        };
        by_lang.entry(lang).or_default().extend(keys(&text));
    }
    let (german, english) = (&by_lang[&Lang::De], &by_lang[&Lang::En]);

    assert!(german.len() > 300);
    assert_eq!(
        german.difference(english).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
    assert_eq!(
        english.difference(german).collect::<Vec<_>>(),
        Vec::<&String>::new()
    );
}

/// Words with hyphens in quotes, as keys stand in templates and sources.
fn quoted(text: &str) -> BTreeSet<&str> {
    text.split('"')
        .filter(|word| {
            !word.is_empty()
                && word.contains('-')
                && word
                    .chars()
                    .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == '-')
        })
        .collect()
}

/// Beginnings of keys whose ends are words of the database or of an outcome, as they stand in
/// `format!("register-land-{land}")`.
fn beginnings(text: &str) -> BTreeSet<String> {
    text.split('"')
        .filter_map(|words| words.split_once('{'))
        .map(|(beginning, _)| beginning)
        .filter(|it| it.ends_with('-') && it.chars().all(|it| it.is_ascii_lowercase() || it == '-'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_phrase_that_is_said_exists_and_every_one_that_exists_is_said() {
    let phrases: BTreeSet<String> = sources("phrases", "ftl")
        .iter()
        .flat_map(|(_, text)| keys(text))
        .collect();
    let mut said: BTreeSet<String> = BTreeSet::new();
    let mut made: BTreeSet<String> = BTreeSet::new();
    let mut asked: BTreeMap<String, PathBuf> = BTreeMap::new();
    for (path, text) in sources("src", "rs")
        .into_iter()
        .chain(sources("templates", "html"))
        // The mail server of the demo tells programs, not people.
        .filter(|(path, _)| !path.to_string_lossy().contains("mail/src/sink"))
    {
        said.extend(quoted(&text).into_iter().map(str::to_owned));
        made.extend(beginnings(&text));
        for call in ["say(\"", "tell(\""] {
            for rest in text.split(call).skip(1) {
                let key = rest.split('"').next().unwrap_or_default();
                if !key.contains(['{', '\\']) {
                    asked.insert(key.to_owned(), path.clone());
                }
            }
        }
    }
    let unknown: Vec<_> = asked
        .iter()
        .filter(|(key, path)| !phrases.contains(*key) && !path.to_string_lossy().contains("/tests"))
        .collect();
    let unsaid: Vec<_> = phrases
        .iter()
        .filter(|key| !said.contains(*key) && !made.iter().any(|made| key.starts_with(made)))
        .collect();

    assert!(unknown.is_empty(), "said and unknown: {unknown:#?}");
    assert!(unsaid.is_empty(), "known and never said: {unsaid:#?}");
}

#[test]
fn the_map_names_paths_that_exist() {
    let map = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let mut missing = Vec::new();
    for path in map.split('`').skip(1).step_by(2) {
        let is_path = path.starts_with("crates/")
            || path.starts_with("docs/")
            || path.starts_with("checks/")
            || path.starts_with("scripts/")
            || path.starts_with("bench/");
        if is_path && !path.contains(['*', '{', ' ', '…']) && !root().join(path).exists() {
            missing.push(path);
        }
    }
    assert!(map.len() > 500);
    assert!(missing.is_empty(), "{missing:?}");
    let crates = std::fs::read_dir(root().join("crates")).unwrap();
    for folder in crates.map(|entry| entry.unwrap().file_name()) {
        let name = format!("`crates/{}`", folder.to_str().unwrap());
        assert!(map.contains(&name), "the map does not name {name}");
    }
}

story!(the_house_says_that_it_stands, |trial| async {
    assert_eq!(trial.nobody.get("/healthz").await.text(), "ok");
    assert_eq!(trial.nobody.get("/readyz").await.status, 200);
});

story!(another_site_cannot_post, |trial| async {
    for headers in [
        [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://evil.example"),
        ],
        [("x-none", "none"), ("origin", "https://evil.example")],
    ] {
        let seen = trial
            .office
            .ask(Verb::POST, "/abmelden", &headers, Body::empty())
            .await;
        assert_eq!(seen.status, 403, "{headers:?}");
    }
    assert_eq!(trial.office.get("/weimar/intern").await.status, 200);
});

story!(every_page_carries_its_guards, |trial| async {
    for path in [
        "/",
        "/weimar",
        "/weimar/termine",
        "/weimar/gibt-es-nicht",
        "/en/weimar",
    ] {
        let seen = trial.nobody.get(path).await;
        let policy = seen.header("content-security-policy");
        assert!(policy.contains("default-src 'none'"), "{path}");
        assert!(!policy.contains("unsafe-inline"), "{path}");
        assert_eq!(seen.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(seen.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(seen.header("set-cookie"), "", "{path}");
        assert!(!seen.html().contains(" style=\""), "{path}");
        assert!(!seen.html().contains("<script>"), "{path}");
    }
});

story!(
    a_public_page_is_kept_until_what_it_shows_changes,
    |trial| async {
        let path = "/weimar/termine";
        let first = trial.nobody.get(path).await;
        let second = trial.nobody.get(path).await;
        assert_eq!(first.body, second.body);

        let when = gatherings::LocalInput::on(
            jiff::civil::date(2018, 3, 1),
            jiff::civil::time(9, 0, 0, 0),
            jiff::civil::time(10, 0, 0, 0),
            "Europe/Berlin",
        );
        trial
            .write(move |conn, moment| {
                let network = register::network_by_slug(conn, "weimar")?.unwrap();
                let input = gatherings::GatheringInput::new("Ganz neu", when.resolved().unwrap());
                let who = base::access::Actor::default();
                let id = gatherings::plan_gathering(conn, moment, &who, network.id, &input)?;
                gatherings::announce(conn, moment, &who, id)
            })
            .await
            .unwrap();

        assert!(
            trial
                .nobody
                .get("/weimar/termine?jahr=2018")
                .await
                .has("Ganz neu")
        );
    }
);

story!(pages_of_the_sample_networks_say_so, |trial| async {
    for path in ["/weimar", "/celle", "/landesverband", "/weimar/termine"] {
        assert!(trial.nobody.get(path).await.has("Beispieldaten"), "{path}");
    }
});

story!(
    the_navigation_marks_what_a_path_leads_through,
    |trial| async {
        for (path, entry) in [
            ("/weimar/rollen", "/weimar/rollen"),
            ("/weimar/journal", "/weimar/rollen"),
            ("/weimar/rolle-vergeben", "/weimar/rollen"),
            ("/weimar/organisationen-uebergabe", "/weimar/organisationen"),
            ("/weimar/schulferien", "/weimar/jahresplan"),
        ] {
            let html = trial.office.get(path).await.html();
            let marked = format!("href=\"{entry}\" aria-current=\"page\"");
            assert!(html.contains(&marked), "{path}");
            assert!(
                !html.contains("href=\"/weimar\" aria-current"),
                "{path} is not the home page"
            );
        }
    }
);
