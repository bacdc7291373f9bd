//! Prints the public holidays of all Länder as tab-separated lines, for the outside check.
//!
//!     cargo run -p calendar --example holidays -- 2015 2035

use std::io::{self, BufWriter, Write};

use calendar::holidays::{Land, Reach, holidays};

fn main() -> io::Result<()> {
    let mut years = std::env::args()
        .skip(1)
        .filter_map(|word| word.parse::<i16>().ok());
    let (Some(first), Some(last)) = (years.next(), years.next()) else {
        return Err(io::Error::other("the first and the last year are missing"));
    };
    let mut out = BufWriter::new(io::stdout().lock());
    for (land, code) in Land::ALL {
        for holiday in (first..=last).flat_map(|year| holidays(land, year)) {
            let reach = match holiday.reach {
                Reach::Everywhere => "everywhere",
                Reach::Regional => "regional",
            };
            let name = holiday.name(base::Lang::De);
            writeln!(out, "{code}\t{}\t{reach}\t{name}", holiday.day)?;
        }
    }
    out.flush()
}
