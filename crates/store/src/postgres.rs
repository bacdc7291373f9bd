//! Connecting to PostgreSQL, with TLS where the address asks for it.

mod conversation;

use std::path::Path;
use std::time::Duration;

use base::{Fault, Lack};
use tokio::runtime::Runtime;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::error::SqlState;
use tokio_postgres::tls::MakeTlsConnect;
use tokio_postgres::{Client, Config, NoTls, Socket};
use tokio_postgres_rustls::MakeRustlsConnect;

pub(crate) use conversation::{Conversation, Rows};

/// What every session begins with. A statement that runs for a minute has gone astray, and a
/// transaction that is left open would lock everyone else out; so would the session of a
/// machine that was cut off, if the server did not look whether it is still there.
const SESSION: &str = "SET statement_timeout = '60s';
    SET lock_timeout = '30s';
    SET tcp_keepalives_idle = 20;
    SET tcp_keepalives_interval = 10;
    SET tcp_keepalives_count = 3;
    SET idle_in_transaction_session_timeout = '5min';
    SET client_min_messages = 'warning'";

/// After how long a silent line counts as cut.
const CUT_OFF: Duration = Duration::from_secs(30);

/// Connects.
///
/// `sslmode=require`, `verify-ca` and `verify-full` make TLS a must and all check the server's
/// certificate and name; `sslrootcert=FILE` names the authority that signed it where the public
/// ones did not. Without a word on it, a server on this machine is asked without TLS and any
/// other with TLS where it offers it.
pub(crate) fn connect(url: &str) -> Result<Conversation, Fault> {
    let wanted = Wanted::read(url)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|cause| Fault::because("prepare a conversation with PostgreSQL", cause))?;
    let reached = if wanted.config.get_ssl_mode() == SslMode::Disable {
        reach(&runtime, &wanted.config, NoTls)
    } else {
        let authority = wanted.authority.as_deref().map(Path::new);
        let tls = MakeRustlsConnect::new(tls(authority)?);
        reach(&runtime, &wanted.config, tls)
    };
    let client = reached.map_err(|cause| {
        let doing = format!("connect to PostgreSQL{}", where_to_look(&cause));
        Fault::lacking(Lack::Database, doing, cause)
    })?;
    let mut session = Conversation::new(runtime, client);
    session.try_batch(SESSION).map_err(|cause| {
        let doing = "prepare the connection to PostgreSQL";
        Fault::lacking(Lack::Database, doing, cause)
    })?;
    Ok(session)
}

/// Connects; what drives the connection works whenever the runtime waits for an answer.
fn reach<T>(runtime: &Runtime, config: &Config, tls: T) -> Result<Client, tokio_postgres::Error>
where
    T: MakeTlsConnect<Socket>,
    T::Stream: Send + 'static,
{
    let (client, connection) = runtime.block_on(config.connect(tls))?;
    // How it ended, every statement that waits for an answer hears as well.
    runtime.spawn(async move { drop(connection.await) });
    Ok(client)
}

/// What of the address does not fit, by the server's own word or by its silence.
fn where_to_look(cause: &tokio_postgres::Error) -> &'static str {
    let is_one_of = |codes: &[SqlState]| cause.code().is_some_and(|it| codes.contains(it));
    if is_one_of(&[
        SqlState::INVALID_PASSWORD,
        SqlState::INVALID_AUTHORIZATION_SPECIFICATION,
    ]) {
        " (look at user and password in the address; signs such as @ / % are written %40 %2F %25)"
    } else if is_one_of(&[SqlState::INVALID_CATALOG_NAME]) {
        " (look at the database's name, which ends the address)"
    } else if cause.code().is_none() {
        " (look at host and port in the address, and whether the server is at work)"
    } else {
        ""
    }
}

/// Whether the address can be read, and the authority that it names.
pub(crate) fn check(url: &str) -> Result<(), Fault> {
    let wanted = Wanted::read(url)?;
    tls(wanted.authority.as_deref().map(Path::new)).map(drop)
}

/// What an address asks for.
struct Wanted {
    config: Config,
    authority: Option<String>,
}

impl Wanted {
    /// The driver knows neither libpq's `sslrootcert` nor its stricter words for `sslmode`.
    fn read(url: &str) -> Result<Self, Fault> {
        let (address, query) = url.split_once('?').unwrap_or((url, ""));
        let (mut authority, mut says_mode, mut kept) = (None, false, Vec::new());
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=') {
                Some(("sslrootcert", file)) => authority = Some(file.replace("%2F", "/")),
                Some(("sslmode", "verify-full" | "verify-ca")) => {
                    says_mode = true;
                    kept.push("sslmode=require");
                }
                Some((name, _)) => {
                    says_mode |= name == "sslmode";
                    kept.push(pair);
                }
                None => kept.push(pair),
            }
        }
        // The parser's own error would quote the address, and with it the password.
        let address = match kept.join("&") {
            query if query.is_empty() => address.to_owned(),
            query => format!("{address}?{query}"),
        };
        let mut config: Config = address
            .parse()
            .map_err(|_| Fault::new("read the PostgreSQL address"))?;
        if authority.is_some() && !says_mode {
            config.ssl_mode(SslMode::Require);
        } else if !says_mode && config.get_hosts().iter().all(is_here) {
            config.ssl_mode(SslMode::Disable);
        }
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(10));
        }
        // A server that is cut off says nothing; whoever waits for it would wait for hours.
        if config.get_tcp_user_timeout().is_none() {
            config.tcp_user_timeout(CUT_OFF);
            config.keepalives_idle(CUT_OFF);
            config.keepalives_interval(CUT_OFF / 3);
        }
        if config.get_application_name().is_none() {
            config.application_name("kreis");
        }
        Ok(Self { config, authority })
    }
}

/// A socket's file or a loopback name: nobody listens on the way.
fn is_here(host: &Host) -> bool {
    match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => {
            name == "localhost"
                || name
                    .parse::<std::net::IpAddr>()
                    .is_ok_and(|address| address.is_loopback())
        }
    }
}

fn tls(authority: Option<&Path>) -> Result<rustls::ClientConfig, Fault> {
    let mut roots = rustls::RootCertStore::empty();
    match authority {
        None => roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            let pem = std::fs::read(file)
                .map_err(|cause| Fault::because("read the file of sslrootcert", cause))?;
            for certificate in rustls_pemfile::certs(&mut pem.as_slice()) {
                let certificate = certificate
                    .map_err(|cause| Fault::because("read the file of sslrootcert", cause))?;
                roots
                    .add(certificate)
                    .map_err(|cause| Fault::because("trust the file of sslrootcert", cause))?;
            }
        }
    }
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    Ok(rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|cause| Fault::because("prepare TLS for PostgreSQL", cause))?
        .with_root_certificates(roots)
        .with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(url: &str) -> (SslMode, Option<String>) {
        let wanted = Wanted::read(url).unwrap();
        (wanted.config.get_ssl_mode(), wanted.authority)
    }

    #[test]
    fn a_server_that_is_not_there_points_at_host_and_port() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let Err(fault) = connect(&format!("postgres://kreis@{address}/kreis")) else {
            panic!("nobody listens there")
        };
        let story = fault.whole_story();

        assert!(story.contains("look at host and port"), "{story}");
        assert_eq!(fault.lack(), Some(Lack::Database));
    }

    #[test]
    fn an_address_says_how_far_the_way_is_trusted() {
        for (url, expected) in [
            ("postgres://a:b@localhost/kreis", SslMode::Disable),
            ("postgres://a:b@[::1]:5433/kreis", SslMode::Disable),
            ("postgres:///kreis?host=/run/postgresql", SslMode::Disable),
            ("postgres://a@%2Frun%2Fpostgresql/kreis", SslMode::Disable),
            ("postgres://a:b@db.example/kreis", SslMode::Prefer),
            (
                "postgres://a:b@db.example/kreis?sslmode=disable",
                SslMode::Disable,
            ),
            (
                "postgres://a:b@localhost/kreis?sslmode=require",
                SslMode::Require,
            ),
            (
                "postgres://a:b@db.example/kreis?sslmode=verify-full",
                SslMode::Require,
            ),
            (
                "postgres://a:b@db.example/kreis?sslmode=verify-ca",
                SslMode::Require,
            ),
        ] {
            assert_eq!(mode(url), (expected, None), "{url}");
        }
        assert_eq!(
            mode("postgres://a:b@127.0.0.1/kreis?sslrootcert=/etc/ca.pem&sslmode=verify-full"),
            (SslMode::Require, Some("/etc/ca.pem".to_owned()))
        );
        assert_eq!(
            mode("postgres://a:b@127.0.0.1/kreis?sslrootcert=%2Fetc%2Fca.pem"),
            (SslMode::Require, Some("/etc/ca.pem".to_owned()))
        );
    }

    #[test]
    fn a_broken_address_does_not_tell_its_password() {
        let fault = Wanted::read("postgres://a:geheim@db:port/kreis")
            .err()
            .unwrap();

        assert_eq!(fault.whole_story(), "read the PostgreSQL address");
    }
}
