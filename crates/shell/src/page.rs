//! What the layout needs of every page.

pub mod confirm;
pub mod language;
pub mod navigation;
pub mod paging;
pub mod prose;

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use base::{Fault, Halt};

use crate::answer::Answer;
use crate::assets;
use crate::field::AGAIN;
use crate::page::language::{ContentLang, Marked};
use crate::page::navigation::{Branch, Nav};
use crate::phrases::Arg;
use crate::visit::{NetworkCard, Visit};

/// A label that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub href: String,
}

impl Link {
    /// A link.
    pub fn new(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            href: href.into(),
        }
    }
}

/// The network as the layout shows it.
pub struct Head {
    /// Its name.
    pub name: String,
    /// Its first path segment.
    pub slug: String,
    /// Its stylesheet with the accent colour.
    pub accent_href: String,
    /// Its logo.
    pub logo_href: Option<String>,
    /// What the logo shows.
    pub logo_alt: String,
}

/// Who is signed in.
pub struct SignedIn {
    /// The name.
    pub name: String,
}

/// The same page in a language.
pub struct Alternate {
    /// Its language.
    pub tag: &'static str,
    /// The language's own name.
    pub label: &'static str,
    /// Its full address.
    pub href: String,
}

/// A step of the path to this page.
pub struct Crumb {
    /// What it says.
    pub label: Marked,
    /// Where it leads; the page itself leads nowhere.
    pub href: Option<String>,
}

/// What the last act had to say.
pub struct Flash {
    /// `success`, `info`, `warning` or `danger`.
    pub kind: String,
    /// The words.
    pub text: String,
}

/// The bar of the demo.
pub struct Demo {
    /// Today in words.
    pub today: String,
    /// Today in ISO 8601.
    pub iso: String,
    /// Where its forms go.
    pub action: String,
    /// Where the mails are.
    pub mail_href: String,
}

/// A feed of the page.
pub struct Feed {
    /// Its title.
    pub title: String,
    /// Its address.
    pub href: String,
    /// Its media type.
    pub mime: &'static str,
}

/// A page under construction; templates call it `page`.
pub struct Page {
    visit: Visit,
    /// The title.
    pub title: String,
    /// The title with its languages, for the heading and the path.
    pub heading: Marked,
    /// The network.
    pub network: Option<Head>,
    /// What everybody may go to.
    pub nav: Vec<Nav>,
    /// What only those who belong to the network may go to.
    pub inner_nav: Vec<Branch>,
    /// Who is signed in.
    pub account: Option<SignedIn>,
    /// Where one signs in.
    pub sign_in_href: String,
    /// Where one signs out.
    pub sign_out_href: String,
    /// The other language.
    pub other_language: Alternate,
    /// All languages.
    pub alternates: Vec<Alternate>,
    /// The page's own full address.
    pub canonical: String,
    /// The path to the page.
    pub crumbs: Vec<Crumb>,
    /// What the last act had to say.
    pub flash: Option<Flash>,
    /// The demo's bar.
    pub demo: Option<Demo>,
    /// Whether the data are examples.
    pub sample_data: bool,
    /// Links in the footer.
    pub footer: Vec<Link>,
    /// Feeds.
    pub feeds: Vec<Feed>,
}

impl Page {
    /// A page of this visit.
    pub fn new(visit: &Visit, title: impl Into<String>) -> Self {
        let title = title.into();
        let here = |lang: base::Lang| Alternate {
            tag: lang.tag(),
            label: match lang {
                base::Lang::De => "Deutsch",
                base::Lang::En => "English",
            },
            href: format!("{}{}", lang.prefix(), visit.path),
        };
        let full = |lang: base::Lang| {
            let mut alternate = here(lang);
            alternate.href = visit.app.url(lang, &visit.path);
            alternate
        };
        Self {
            heading: Marked::own(&title),
            title,
            network: visit.network.as_ref().map(head),
            nav: navigation::public(visit),
            inner_nav: navigation::inner(visit),
            account: visit.actor.is_signed_in().then(|| SignedIn {
                name: visit.actor.name.clone(),
            }),
            sign_in_href: sign_in_href(visit),
            sign_out_href: visit.href("/abmelden"),
            other_language: other_language(visit, here(visit.lang.other())),
            alternates: base::Lang::ALL.into_iter().map(full).collect(),
            canonical: visit.app.url(visit.lang, &visit.path),
            crumbs: Vec::new(),
            flash: flash(visit),
            demo: visit.app.settings.demo.then(|| demo(visit)),
            sample_data: visit
                .network
                .as_ref()
                .is_some_and(|network| network.sample_data),
            footer: footer(visit),
            feeds: Vec::new(),
            visit: visit.clone(),
        }
    }

    /// A page whose title is what a network wrote.
    pub fn of_record(visit: &Visit, title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            heading: Marked::record(visit.content_lang(), &title),
            ..Self::new(visit, title)
        }
    }

    /// A page whose title is a phrase with what a network wrote among it.
    pub fn told(visit: &Visit, key: &str, args: &[(&str, Arg)]) -> Self {
        Self {
            heading: visit.tell_marked(key, args),
            ..Self::new(visit, visit.tell(key, args))
        }
    }

    /// Shows a network on a page whose address names none.
    #[must_use]
    pub fn of_network(mut self, network: &NetworkCard) -> Self {
        self.network = Some(head(network));
        self.sample_data = network.sample_data;
        self
    }

    /// Adds a step of the path that leads to a page above.
    #[must_use]
    pub fn below(self, label: impl Into<String>, path: &str) -> Self {
        self.step(Marked::own(&label.into()), path)
    }

    /// Adds a step that is called by what a network wrote.
    #[must_use]
    pub fn below_record(self, label: impl Into<String>, path: &str) -> Self {
        let label = Marked::record(self.content_lang(), &label.into());
        self.step(label, path)
    }

    fn step(mut self, label: Marked, path: &str) -> Self {
        let href = self.visit.href(path);
        // The network's own page is above all others and says nothing about where one is.
        let is_home = self
            .network
            .as_ref()
            .is_some_and(|network| path.trim_start_matches('/') == network.slug);
        if !is_home {
            navigation::lead_through(&mut self.nav, &mut self.inner_nav, &href);
        }
        self.crumbs.push(Crumb {
            label,
            href: Some(href),
        });
        self
    }

    /// Whether the path leads through other pages.
    pub fn has_path(&self) -> bool {
        self.crumbs.iter().any(|crumb| crumb.href.is_some())
    }

    /// Ends the path with the page itself.
    #[must_use]
    pub fn here(mut self) -> Self {
        self.crumbs.push(Crumb {
            label: self.heading.clone(),
            href: None,
        });
        self
    }

    /// Adds a feed.
    #[must_use]
    pub fn with_feed(mut self, title: impl Into<String>, path: &str, mime: &'static str) -> Self {
        let href = self.visit.href(path);
        self.feeds.push(Feed {
            title: title.into(),
            href,
            mime,
        });
        self
    }

    /// The language of the page.
    pub fn lang(&self) -> &'static str {
        self.visit.lang.tag()
    }

    /// A phrase.
    pub fn say<'p>(&'p self, key: &'p str) -> &'p str {
        self.visit.say(key)
    }

    /// A phrase with its places filled.
    pub fn tell(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.visit.tell(key, args)
    }

    /// A phrase in which every [`Arg::Record`] keeps its own language.
    pub fn tell_marked(&self, key: &str, args: &[(&str, Arg)]) -> Marked {
        self.visit.tell_marked(key, args)
    }

    /// The attribute of an element that holds what a network wrote.
    pub fn content_lang(&self) -> ContentLang {
        self.visit.content_lang()
    }

    /// A path in the language of the page.
    pub fn href(&self, path: &str) -> String {
        self.visit.href(path)
    }

    /// The address of an asset that changes with its content.
    pub fn asset(&self, name: &str) -> String {
        assets::href(name).to_owned()
    }

    /// The visit that the page answers.
    pub const fn visit(&self) -> &Visit {
        &self.visit
    }
}

/// Back to where one is, but not to signing in itself.
fn sign_in_href(visit: &Visit) -> String {
    if visit.path.starts_with("/anmelden") {
        return visit.sign_in_href("");
    }
    visit.sign_in_href(&visit.href(&visit.path))
}

/// The same list with the same filter, but without saying again what was done.
fn other_language(visit: &Visit, mut link: Alternate) -> Alternate {
    let says_done = visit.query.split('&').any(|pair| pair.starts_with("done="));
    if !visit.query.is_empty() && !says_done {
        link.href = format!("{}?{}", link.href, visit.query);
    }
    link
}

fn head(network: &NetworkCard) -> Head {
    Head {
        name: network.name.clone(),
        slug: network.slug.clone(),
        accent_href: format!(
            "/{}/farben.css?{}",
            network.slug,
            network.accent.trim_start_matches('#')
        ),
        logo_href: network
            .logo_alt
            .as_ref()
            .map(|_| format!("/{}/logo", network.slug)),
        logo_alt: network.logo_alt.clone().unwrap_or_default(),
    }
}

fn footer(visit: &Visit) -> Vec<Link> {
    let root = visit
        .network
        .as_ref()
        .map_or(String::new(), |network| format!("/{}", network.slug));
    [
        ("shell-imprint", "/impressum"),
        ("shell-privacy", "/datenschutz"),
        ("shell-accessibility", "/barrierefreiheit"),
    ]
    .into_iter()
    .map(|(key, path)| Link::new(visit.say(key), visit.href(&format!("{root}{path}"))))
    .collect()
}

/// What an act said when it sent the browser on: `?done=KEY` names a phrase `done-KEY`.
fn flash(visit: &Visit) -> Option<Flash> {
    let said = crate::form::query_value(&visit.query, "done")?;
    let key = format!("done-{said}");
    visit.app.phrases.knows(visit.lang, &key).then(|| Flash {
        kind: "success".to_owned(),
        text: visit.say(&key).to_owned(),
    })
}

fn demo(visit: &Visit) -> Demo {
    let today = visit.today();
    Demo {
        today: calendar::dates::day_long(today, visit.lang),
        iso: today.to_string(),
        action: visit.href("/demo/uhr"),
        mail_href: visit.href("/demo/post"),
    }
}

/// A page that is shown.
///
/// # Errors
/// When a template cannot be rendered.
pub fn show(template: &impl Template) -> Answer {
    show_as(StatusCode::OK, template)
}

/// A page that is shown with a status of its own.
///
/// # Errors
/// When a template cannot be rendered.
pub fn show_as(status: StatusCode, template: &impl Template) -> Answer {
    let render = || {
        template
            .render()
            .map_err(|cause| Halt::Fault(Fault::because("render a page", cause)))
    };
    let mut html = render()?;
    if html.contains(AGAIN) {
        html = render()?.replace(AGAIN, "");
    }
    Ok((status, Html(html)).into_response())
}

/// After an act: on to a page, which says what was done (phrase `done-KEY`).
pub fn go(visit: &Visit, path: &str, done: &str) -> Response {
    let (path, anchor) = path
        .split_once('#')
        .map_or((path, String::new()), |(path, anchor)| {
            (path, format!("#{anchor}"))
        });
    let joint = if path.contains('?') { '&' } else { '?' };
    Redirect::to(&visit.href(&format!("{path}{joint}done={done}{anchor}"))).into_response()
}
