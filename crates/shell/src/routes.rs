//! Routes with the right that each one needs, and the guard at every door.

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use base::Halt;
use base::access::{Decision, Right, Subject, decide};

use crate::answer::{self, Denied, Problem};
use crate::app::App;
use crate::form::{encoded, query_value};
use crate::keep::Keep;
use crate::visit::{Arrival, Visit};

/// How a route is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Method {
    /// Reading; changes nothing.
    Get,
    /// Changing.
    Post,
}

/// One address with its right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// How it is reached.
    pub method: Method,
    /// Its address with places in braces; `{network}` is always the first segment.
    pub address: &'static str,
    /// What a person needs to come in. Records may ask for more inside.
    pub right: Right,
}

/// The routes that rooms bring.
#[derive(Default)]
pub struct Routes {
    entries: Vec<(Route, MethodRouter<App>)>,
}

impl Routes {
    /// A page or file to read.
    pub fn get<H, T>(&mut self, address: &'static str, right: Right, handler: H)
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::Get, address, right, on(MethodFilter::GET, handler));
    }

    /// A change.
    pub fn post<H, T>(&mut self, address: &'static str, right: Right, handler: H)
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(
            Method::Post,
            address,
            right,
            on(MethodFilter::POST, handler),
        );
    }

    fn add(
        &mut self,
        method: Method,
        address: &'static str,
        right: Right,
        handler: MethodRouter<App>,
    ) {
        self.entries.push((
            Route {
                method,
                address,
                right,
            },
            handler,
        ));
    }

    /// All routes, for the access table.
    pub fn list(&self) -> Vec<Route> {
        self.entries.iter().map(|(route, _)| *route).collect()
    }

    /// The router, with a guard at every door.
    pub fn into_router(self, app: &App) -> Router<App> {
        self.entries
            .into_iter()
            .fold(Router::new(), |router, (route, handler)| {
                let guarded = handler.layer(from_fn_with_state((app.clone(), route), guard));
                router.route(route.address, guarded)
            })
    }
}

async fn guard(State((app, route)): State<(App, Route)>, request: Request, next: Next) -> Response {
    let mut response = guarded(app, route, request, next).await;
    // The log names the route, never the address as it came.
    response.extensions_mut().insert(route);
    response
}

async fn guarded(app: App, route: Route, mut request: Request, next: Next) -> Response {
    let with_network = route.address.starts_with("/{network}");
    let visit = match Arrival::of(&app, &request, with_network)
        .identified(&app)
        .await
    {
        Ok(visit) => visit,
        Err(unknown) => return answer::unidentified(*unknown),
    };
    if let Some(moved) = moved(&visit, route.method, with_network) {
        return moved;
    }
    if let Some(away) = led_away(&visit, route) {
        return away;
    }
    if let Err(refusal) = admit(&visit, route, with_network) {
        return *refusal;
    }
    request.extensions_mut().insert(visit.clone());
    let mut response = next.run(request).await;
    if visit.actor.is_signed_in() {
        // With one person's name on it a page is nobody else's.
        response.extensions_mut().remove::<Keep>();
    }
    match response.extensions().get::<Denied>().cloned() {
        // Who has only begun to sign in may well have this once that is done.
        Some(Denied::Missing | Denied::Forbidden(_)) if is_read_on_detour(&visit, route) => {
            detour(&visit, route)
        }
        Some(denied) => answer::page(&visit, &denied),
        None => response,
    }
}

fn admit(visit: &Visit, route: Route, with_network: bool) -> Result<(), Box<Response>> {
    let subject = match (&visit.network, with_network) {
        (Some(network), true) => Subject::Network(network.id),
        (None, true) => return Err(Box::new(answer::page(visit, &Denied::from(Halt::Missing)))),
        (_, false) => Subject::Installation,
    };
    // A record's own audience is asked inside, once the record is known.
    if route.right == Right::ReadRecord {
        return Ok(());
    }
    match decide(&visit.actor, route.right, &subject) {
        Decision::Allowed => Ok(()),
        Decision::SignIn => Err(Box::new(sign_in(visit, route.method))),
        Decision::Hidden => Err(Box::new(answer::page(visit, &Denied::Missing))),
        Decision::Forbidden(right) => Err(Box::new(answer::page(visit, &Denied::Forbidden(right)))),
    }
}

/// A network that was renamed is still found at its old address, and sends readers on.
fn moved(visit: &Visit, method: Method, with_network: bool) -> Option<Response> {
    let network = visit.network.as_ref().filter(|_| with_network)?;
    let rest = visit.path.strip_prefix('/')?;
    let (slug, rest) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    if slug == network.slug || method == Method::Post {
        return None;
    }
    let query = if visit.query.is_empty() {
        String::new()
    } else {
        format!("?{}", visit.query)
    };
    let target = visit.href(&format!("/{}{rest}{query}", network.slug));
    Some(Redirect::permanent(&target).into_response())
}

fn sign_in(visit: &Visit, method: Method) -> Response {
    Redirect::to(&visit.sign_in_href(&back_to(visit, method))).into_response()
}

/// What is read can be read again; what was sent cannot be sent again from a link.
fn back_to(visit: &Visit, method: Method) -> String {
    match method {
        Method::Get if visit.query.is_empty() => visit.href(&visit.path),
        Method::Get => visit.href(&format!("{}?{}", visit.path, visit.query)),
        Method::Post => String::new(),
    }
}

const SIGN_IN: &str = "/anmelden";

/// A session that something is missing from opens public pages and the place where that is
/// done, and nothing else.
fn led_away(visit: &Visit, route: Route) -> Option<Response> {
    let at = visit.detour?.at;
    let below = route.address.strip_prefix(at);
    let leads_there = below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let is_public = matches!(route.right, Right::ReadPublic | Right::ReadRecord);
    let asks_again = route.address == SIGN_IN && route.method == Method::Get;
    let stays = leads_there || (is_public && !asks_again);
    (!stays).then(|| detour(visit, route))
}

fn is_read_on_detour(visit: &Visit, route: Route) -> bool {
    visit.detour.is_some() && route.method == Method::Get
}

/// On to where what is missing is done, and from there to where one wanted to go.
fn detour(visit: &Visit, route: Route) -> Response {
    let onward = match route.address {
        SIGN_IN => query_value(&visit.query, "weiter").unwrap_or_default(),
        _ => back_to(visit, route.method),
    };
    let at = visit.detour.map_or(SIGN_IN, |detour| detour.at);
    let target = if onward.is_empty() {
        at.to_owned()
    } else {
        format!("{at}?weiter={}", encoded(&onward))
    };
    Redirect::to(&visit.href(&target)).into_response()
}

impl Visit {
    /// Asks for a right about a record.
    ///
    /// # Errors
    /// Hidden or forbidden, as the one decision says.
    pub fn require(&self, right: Right, subject: &Subject) -> Result<(), Problem> {
        match decide(&self.actor, right, subject) {
            Decision::Allowed => Ok(()),
            Decision::Forbidden(right) => Err(Problem(Denied::Forbidden(right))),
            Decision::SignIn | Decision::Hidden => Err(Problem(Denied::from(Halt::Missing))),
        }
    }

    /// Whether this person has a right about something.
    pub fn may(&self, right: Right, subject: &Subject) -> bool {
        decide(&self.actor, right, subject) == Decision::Allowed
    }
}
