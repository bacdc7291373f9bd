//! One conversation with the sink.

use std::{io, time::Duration};

use base64::{Engine, engine::general_purpose::STANDARD};
use tokio::{
    io::{AsyncWriteExt, BufReader},
    net::TcpStream,
    time::{sleep, timeout},
};

use super::{
    ReceivedMail, Shared, take_one,
    wire::{Content, Line, read_content, read_line},
};

/// RFC 5321 asks for 512; logins are longer.
const LONGEST_COMMAND: usize = 4096;
/// Nobody gets more recipients into one mail.
const MOST_RECIPIENTS: usize = 100;
/// How long a client may say nothing.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long a mail waits for room in the channel.
const ROOM_WAIT: Duration = Duration::from_secs(10);

/// Whether the conversation goes on.
#[derive(PartialEq, Eq)]
enum Next {
    Listen,
    HangUp,
}

pub(super) struct Session<'a> {
    stream: BufReader<TcpStream>,
    shared: &'a Shared,
    greeted: bool,
    logged_in: bool,
    from: Option<String>,
    to: Vec<String>,
}

impl<'a> Session<'a> {
    pub(super) fn new(stream: TcpStream, shared: &'a Shared) -> Self {
        // Without it answers wait for more to send; it failing costs time only.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "no quick answers");
        }
        Self {
            stream: BufReader::new(stream),
            shared,
            greeted: false,
            logged_in: shared.manners.login.is_none(),
            from: None,
            to: Vec::new(),
        }
    }

    pub(super) async fn turn_away(&mut self) -> io::Result<()> {
        self.say("421 4.3.2 too many connections").await
    }

    pub(super) async fn talk(&mut self) -> io::Result<()> {
        self.say("220 localhost ESMTP sink").await?;
        loop {
            let heard = timeout(PATIENCE, read_line(&mut self.stream, LONGEST_COMMAND));
            let Ok(heard) = heard.await else {
                return self.say("421 4.4.2 nothing heard for too long").await;
            };
            let next = match heard? {
                Line::End => return Ok(()),
                Line::TooLong => self.reply("500 5.5.2 line too long").await?,
                Line::Whole(line) => self.obey(String::from_utf8_lossy(&line).trim_end()).await?,
            };
            if next == Next::HangUp {
                return Ok(());
            }
        }
    }

    async fn obey(&mut self, line: &str) -> io::Result<Next> {
        let (verb, rest) = line.split_once(' ').unwrap_or((line, ""));
        match verb.to_ascii_uppercase().as_str() {
            "EHLO" => self.greet().await,
            "HELO" => {
                self.greeted = true;
                self.reply("250 localhost").await
            }
            "AUTH" => self.log_in(rest).await,
            "MAIL" => self.sender(rest).await,
            "RCPT" => self.recipient(rest).await,
            "DATA" => self.data().await,
            "RSET" => {
                self.forget();
                self.reply("250 2.0.0 forgotten").await
            }
            "NOOP" => self.reply("250 2.0.0 fine").await,
            "VRFY" => self.reply("252 2.1.5 send and see").await,
            "QUIT" => {
                self.say("221 2.0.0 goodbye").await?;
                Ok(Next::HangUp)
            }
            _ => self.reply("502 5.5.1 not known here").await,
        }
    }

    async fn greet(&mut self) -> io::Result<Next> {
        self.greeted = true;
        self.forget();
        let login = if self.shared.manners.login.is_some() {
            "250-AUTH PLAIN\r\n"
        } else {
            ""
        };
        let size = self.shared.manners.size_limit;
        let offer = format!(
            "250-localhost\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n\
             250-ENHANCEDSTATUSCODES\r\n{login}250 SIZE {size}"
        );
        self.reply(&offer).await
    }

    async fn log_in(&mut self, rest: &str) -> io::Result<Next> {
        let Some((user, password)) = &self.shared.manners.login else {
            return self.reply("503 5.5.1 no login here").await;
        };
        let Some(given) = rest.strip_prefix("PLAIN ") else {
            return self
                .reply("504 5.5.4 only PLAIN with its initial answer")
                .await;
        };
        let wanted = format!("\0{user}\0{password}");
        let matches = STANDARD
            .decode(given.trim())
            .is_ok_and(|said| said == wanted.as_bytes());
        if matches {
            self.logged_in = true;
            self.reply("235 2.7.0 welcome").await
        } else {
            self.reply("535 5.7.8 wrong user or password").await
        }
    }

    async fn sender(&mut self, rest: &str) -> io::Result<Next> {
        if !self.greeted {
            return self.reply("503 5.5.1 greet first").await;
        }
        if !self.logged_in {
            return self.reply("530 5.7.0 log in first").await;
        }
        if self.from.is_some() {
            return self.reply("503 5.5.1 one sender is enough").await;
        }
        let Some((address, parameters)) = path(rest, "FROM:") else {
            return self.reply("501 5.5.4 MAIL FROM:<address>").await;
        };
        let limit = self.shared.manners.size_limit;
        if announced_size(parameters).is_some_and(|size| size > limit) {
            return self.reply("552 5.3.4 too large").await;
        }
        self.from = Some(address.to_owned());
        self.reply("250 2.1.0 sender fine").await
    }

    async fn recipient(&mut self, rest: &str) -> io::Result<Next> {
        if self.from.is_none() {
            return self.reply("503 5.5.1 sender first").await;
        }
        let Some((address, _)) = path(rest, "TO:").filter(|(address, _)| !address.is_empty())
        else {
            return self.reply("501 5.5.4 RCPT TO:<address>").await;
        };
        let (manners, known_as) = (&self.shared.manners, address.to_lowercase());
        if manners.refused_recipients.contains(&known_as) {
            return self.reply("550 5.1.1 no such mailbox").await;
        }
        if manners.barred_recipients.contains(&known_as) {
            return self.reply("550 5.7.1 refused by policy").await;
        }
        if take_one(&self.shared.still_to_put_off) {
            return self.reply("451 4.7.1 later, please").await;
        }
        if self.to.len() >= MOST_RECIPIENTS {
            return self.reply("452 4.5.3 too many recipients").await;
        }
        self.to.push(address.to_owned());
        self.reply("250 2.1.5 recipient fine").await
    }

    async fn data(&mut self) -> io::Result<Next> {
        if self.to.is_empty() {
            return self.reply("503 5.5.1 recipient first").await;
        }
        self.say("354 go on, end with a dot").await?;
        let reading = read_content(&mut self.stream, self.shared.manners.size_limit);
        let Ok(content) = timeout(PATIENCE, reading).await else {
            return Ok(Next::HangUp);
        };
        let raw = match content? {
            Content::End => return Ok(Next::HangUp),
            Content::TooLarge => {
                self.forget();
                return self.reply("552 5.3.4 too large").await;
            }
            Content::Whole(raw) => raw,
        };
        if take_one(&self.shared.still_to_hang_up) {
            return Ok(Next::HangUp);
        }
        let mail = ReceivedMail {
            from: self.from.take().unwrap_or_default(),
            to: std::mem::take(&mut self.to),
            raw,
        };
        match self.shared.mails.send_timeout(mail, ROOM_WAIT).await {
            Ok(()) => self.reply("250 2.0.0 taken").await,
            Err(_) => self.reply("451 4.3.0 nobody takes mails out").await,
        }
    }

    fn forget(&mut self) {
        self.from = None;
        self.to.clear();
    }

    async fn reply(&mut self, text: &str) -> io::Result<Next> {
        self.say(text).await.map(|()| Next::Listen)
    }

    async fn say(&mut self, text: &str) -> io::Result<()> {
        let delay = self.shared.manners.answer_delay;
        if !delay.is_zero() {
            sleep(delay).await;
        }
        let line = format!("{text}\r\n");
        self.stream.get_mut().write_all(line.as_bytes()).await
    }
}

/// `FROM:<a@b.de> SIZE=1` → the address and what follows.
fn path<'l>(rest: &'l str, keyword: &str) -> Option<(&'l str, &'l str)> {
    let (said, rest) = rest.split_at_checked(keyword.len())?;
    if !said.eq_ignore_ascii_case(keyword) {
        return None;
    }
    rest.trim_start().strip_prefix('<')?.split_once('>')
}

fn announced_size(parameters: &str) -> Option<usize> {
    parameters.split_ascii_whitespace().find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.eq_ignore_ascii_case("SIZE")
            .then(|| value.parse().ok())?
    })
}
