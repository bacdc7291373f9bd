//! What mail is held against: a sender of ready-made mails that does nothing but talk SMTP,
//! step by step as Kreis does, over as many connections.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::Failed;

/// The role: sends the mail in the file as often as each line of its input says.
pub fn serve(sink: SocketAddr, connections: u32, file: &Path) -> Result<(), Failed> {
    let wire = Arc::new(on_the_wire(&std::fs::read(file)?));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    println!("ready");
    for line in std::io::stdin().lines() {
        let left = Arc::new(AtomicU32::new(line?.trim().parse()?));
        runtime.block_on(async {
            let mut sending = JoinSet::new();
            for _ in 0..connections {
                sending.spawn(send(sink, left.clone(), wire.clone()));
            }
            while let Some(done) = sending.join_next().await {
                done??;
            }
            Ok::<(), Failed>(())
        })?;
        println!("done");
    }
    Ok(())
}

/// Dots doubled at the beginning of lines, the last line a dot.
fn on_the_wire(raw: &[u8]) -> Vec<u8> {
    let mut wire = Vec::with_capacity(raw.len() + 64);
    for line in raw.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b".") {
            wire.push(b'.');
        }
        wire.extend_from_slice(line);
    }
    wire.extend_from_slice(b".\r\n");
    wire
}

async fn send(sink: SocketAddr, left: Arc<AtomicU32>, wire: Arc<Vec<u8>>) -> Result<(), Failed> {
    let mut talk = Talk::open(sink).await?;
    let take_one = |left: u32| left.checked_sub(1);
    while let Ok(number) = left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take_one) {
        talk.say(b"MAIL FROM:<buero@kreis.example>\r\n").await?;
        let to = format!("RCPT TO:<person-{number}@kreis.example>\r\n");
        talk.say(to.as_bytes()).await?;
        talk.say(b"DATA\r\n").await?;
        talk.say(&wire).await?;
    }
    talk.say(b"QUIT\r\n").await
}

struct Talk {
    stream: BufReader<TcpStream>,
    line: String,
}

impl Talk {
    async fn open(sink: SocketAddr) -> Result<Self, Failed> {
        let stream = TcpStream::connect(sink).await?;
        stream.set_nodelay(true)?;
        let mut talk = Self {
            stream: BufReader::new(stream),
            line: String::new(),
        };
        talk.answer().await?;
        talk.say(b"EHLO kreis.example\r\n").await?;
        Ok(talk)
    }

    async fn say(&mut self, text: &[u8]) -> Result<(), Failed> {
        self.stream.get_mut().write_all(text).await?;
        self.answer().await
    }

    /// Reads an answer to its last line, whose fourth character is a space.
    async fn answer(&mut self) -> Result<(), Failed> {
        loop {
            self.line.clear();
            self.stream.read_line(&mut self.line).await?;
            if !self.line.starts_with(['2', '3']) {
                return Err(format!("the sink said {:?}", self.line).into());
            }
            if self.line.as_bytes().get(3) != Some(&b'-') {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_doubled_at_line_starts_only() {
        assert_eq!(on_the_wire(b".a\r\nb.c\r\n"), b"..a\r\nb.c\r\n.\r\n");
    }
}
