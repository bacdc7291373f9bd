//! One conversation with the mail server, step by step, each step with its own time limit.
//!
//! The mail library's own pool is not used: it gives one error for the whole conversation,
//! and whether a 5xx blames the recipient or our password decides over the letter's fate.
//! It also waits for answers without a limit.

use std::{error::Error, future::Future, io, time::Duration};

use lettre::transport::smtp::{
    authentication::{Credentials, Mechanism},
    client::{AsyncSmtpConnection, Certificate, TlsParameters},
    commands::{Data, Mail, Quit, Rcpt, Rset},
    extension::{ClientId, Extension, MailBodyParameter, MailParameter},
    response::Response,
};

use crate::{
    address,
    outcome::{Answer, Cause, Envelope, Hindrance, Stage},
    settings::{MailSettings, SettingsFault, Tls, read_file},
};

/// Login methods in order of preference; both send the password, hence only under TLS or to
/// this very machine.
const LOGINS: &[Mechanism] = &[Mechanism::Plain, Mechanism::Login];

/// Where the server is and how to get in.
pub(crate) struct Route {
    host: String,
    port: u16,
    tls: Tls,
    parameters: TlsParameters,
    credentials: Option<Credentials>,
    hello: ClientId,
    timeout: Duration,
}

impl Route {
    pub(crate) fn new(settings: &MailSettings) -> Result<Self, SettingsFault> {
        let credentials = credentials(settings)?;
        if credentials.is_some() && settings.tls == Tls::None && !settings.is_local() {
            return Err(SettingsFault::LoginInTheClear);
        }
        // The sender's domain and not the machine's name: it is always a full name, and
        // nobody outside learns what the machine is called.
        let hello = ClientId::Domain(address::domain_of(&settings.from)?);
        address::parse(settings.envelope_sender())?;
        Ok(Self {
            host: settings.host.trim_matches(['[', ']']).to_owned(),
            port: settings.port(),
            tls: settings.tls,
            parameters: tls_parameters(settings)?,
            credentials,
            hello,
            timeout: Duration::from_secs(u64::from(settings.timeout_seconds.max(1))),
        })
    }

    /// Connects, greets, changes to TLS and logs in, as the settings say.
    pub(crate) async fn open(&self) -> Result<Connection, Hindrance> {
        let mut connection = self.connect().await?;
        self.secure(&mut connection).await?;
        self.log_in(&mut connection).await?;
        Ok(connection)
    }

    pub(crate) async fn connect(&self) -> Result<Connection, Hindrance> {
        let wrapped = (self.tls == Tls::Implicit).then(|| self.parameters.clone());
        let opening = AsyncSmtpConnection::connect_tokio1(
            (self.host.as_str(), self.port),
            Some(self.timeout),
            &self.hello,
            wrapped,
            None,
        );
        let smtp = limited(self.timeout, Stage::Connect, opening).await?;
        Ok(Connection {
            smtp,
            timeout: self.timeout,
        })
    }

    pub(crate) async fn secure(&self, connection: &mut Connection) -> Result<(), Hindrance> {
        if self.tls != Tls::Starttls {
            return Ok(());
        }
        let upgrade = connection
            .smtp
            .starttls(self.parameters.clone(), &self.hello);
        limited(self.timeout, Stage::Tls, upgrade).await
    }

    pub(crate) async fn log_in(&self, connection: &mut Connection) -> Result<(), Hindrance> {
        let Some(credentials) = &self.credentials else {
            return Ok(());
        };
        let login = connection.smtp.auth(LOGINS, credentials);
        limited(self.timeout, Stage::Login, login).await.map(drop)
    }
}

/// An open conversation.
pub(crate) struct Connection {
    smtp: AsyncSmtpConnection,
    timeout: Duration,
}

impl Connection {
    pub(crate) fn is_encrypted(&self) -> bool {
        self.smtp.is_encrypted()
    }

    pub(crate) fn offers_tls(&self) -> bool {
        self.smtp
            .server_info()
            .supports_feature(Extension::StartTls)
    }

    /// Whether it knows a way of logging in that we know.
    pub(crate) fn offers_login(&self) -> bool {
        self.smtp.server_info().get_auth_mechanism(LOGINS).is_some()
    }

    /// Names sender and recipient.
    pub(crate) async fn address(
        &mut self,
        envelope: &Envelope,
        eight_bit: bool,
    ) -> Result<Answer, Hindrance> {
        let mut parameters = Vec::new();
        if eight_bit
            && self
                .smtp
                .server_info()
                .supports_feature(Extension::EightBitMime)
        {
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        if envelope.needs_utf8() {
            if !self
                .smtp
                .server_info()
                .supports_feature(Extension::SmtpUtfEight)
            {
                return Err(no_utf8());
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let mail = self
            .smtp
            .command(Mail::new(envelope.from.clone(), parameters));
        limited(self.timeout, Stage::Sender, mail).await?;
        let rcpt = self
            .smtp
            .command(Rcpt::new(envelope.to.clone(), Vec::new()));
        limited(self.timeout, Stage::Recipient, rcpt)
            .await
            .map(|response| answer(&response))
    }

    /// Sends the mail itself.
    pub(crate) async fn hand_over(&mut self, raw: &[u8]) -> Result<Answer, Hindrance> {
        limited(self.timeout, Stage::Data, self.smtp.command(Data)).await?;
        let sent = limited(self.timeout, Stage::Content, self.smtp.message(raw)).await;
        receipt(answer(&sent?))
    }

    /// Forgets the letter under way, so that the next can follow on the same connection.
    pub(crate) async fn reset(&mut self) -> Result<(), Hindrance> {
        limited(self.timeout, Stage::Sender, self.smtp.command(Rset))
            .await
            .map(drop)
    }

    /// Says goodbye. Whether the server answers makes no difference.
    pub(crate) async fn quit(mut self) {
        let goodbye = limited(self.timeout, Stage::Connect, self.smtp.command(Quit)).await;
        if let Err(hindrance) = goodbye {
            tracing::debug!(%hindrance, "the mail server did not say goodbye");
        }
    }
}

fn credentials(settings: &MailSettings) -> Result<Option<Credentials>, SettingsFault> {
    let Some(user) = &settings.user else {
        return Ok(None);
    };
    let path = settings
        .password_file
        .as_deref()
        .ok_or(SettingsFault::NoPasswordFile)?;
    let content = read_file(path)?;
    let password = content.lines().next().unwrap_or_default();
    if password.is_empty() {
        return Err(SettingsFault::EmptyPassword {
            path: path.to_owned(),
        });
    }
    Ok(Some(Credentials::new(user.clone(), password.to_owned())))
}

fn tls_parameters(settings: &MailSettings) -> Result<TlsParameters, SettingsFault> {
    let fault = |error: lettre::transport::smtp::Error| SettingsFault::Tls(story(&error));
    let host = settings.host.trim_matches(['[', ']']).to_owned();
    let mut builder = TlsParameters::builder(host);
    if let Some(path) = &settings.trust_file {
        let pem = read_file(path)?;
        builder =
            builder.add_root_certificate(Certificate::from_pem(pem.as_bytes()).map_err(fault)?);
    }
    builder.build_rustls().map_err(fault)
}

async fn limited<T>(
    timeout: Duration,
    stage: Stage,
    step: impl Future<Output = Result<T, lettre::transport::smtp::Error>>,
) -> Result<T, Hindrance> {
    match tokio::time::timeout(timeout, step).await {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(error)) => Err(Hindrance {
            stage,
            cause: cause(&error),
        }),
        Err(_) => Err(Hindrance {
            stage,
            cause: Cause::Timeout,
        }),
    }
}

fn cause(error: &lettre::transport::smtp::Error) -> Cause {
    if let Some(code) = error.status() {
        let text = error.source().map(ToString::to_string).unwrap_or_default();
        Cause::Answer(Answer {
            code: code.into(),
            text,
        })
    } else if error.is_timeout() {
        Cause::Timeout
    } else if error.is_tls() || has_tls_cause(error) {
        Cause::Tls(story(error))
    } else {
        Cause::Broken(story(error))
    }
}

fn has_tls_cause(error: &(dyn Error + 'static)) -> bool {
    let mut causes = std::iter::successors(Some(error), |error| (**error).source());
    causes.any(|cause| {
        cause.is::<rustls::Error>()
            || cause
                .downcast_ref::<io::Error>()
                .and_then(io::Error::get_ref)
                .and_then(|inner| inner.downcast_ref::<rustls::Error>())
                .is_some()
    })
}

fn story(error: &lettre::transport::smtp::Error) -> String {
    // The library already puts the cause into its own text.
    error.to_string()
}

fn answer(response: &Response) -> Answer {
    let text = response.message().collect::<Vec<_>>().join("\n");
    Answer {
        code: response.code().into(),
        text,
    }
}

/// The library takes 354 for a yes; after the mail it is none, and the two sides have lost
/// step.
fn receipt(answer: Answer) -> Result<Answer, Hindrance> {
    if (200..300).contains(&answer.code) {
        return Ok(answer);
    }
    Err(Hindrance {
        stage: Stage::Content,
        cause: Cause::Broken(answer.to_string()),
    })
}

fn no_utf8() -> Hindrance {
    let text = "5.6.7 the server does not take addresses with letters beyond ASCII".to_owned();
    Hindrance {
        stage: Stage::Recipient,
        cause: Cause::Answer(Answer { code: 553, text }),
    }
}
