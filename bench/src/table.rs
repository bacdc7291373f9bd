//! What is printed: one row a measurement, each with its aim, none with a verdict.

use std::fmt;

/// A row; what does not apply stays empty.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// What is measured.
    pub what: String,
    /// The figure of Kreis.
    pub kreis: String,
    /// The figure of what it is held against.
    pub other: String,
    /// The first as a share of the second.
    pub ratio: String,
    /// CPU each: of Kreis, and of the other.
    pub cpu: String,
    /// What is aimed at.
    pub aim: &'static str,
}

/// All rows of a part.
pub struct Table {
    /// What the part is about.
    pub title: &'static str,
    /// What Kreis is held against.
    pub other: &'static str,
    /// The rows.
    pub rows: Vec<Row>,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let head = ["measured", "Kreis", self.other, "ratio", "CPU each", "aim"].map(str::to_owned);
        let lines: Vec<[String; 6]> = std::iter::once(head)
            .chain(self.rows.iter().cloned().map(|row| {
                let Row {
                    what,
                    kreis,
                    other,
                    ratio,
                    cpu,
                    aim,
                } = row;
                [what, kreis, other, ratio, cpu, aim.to_owned()]
            }))
            .collect();
        let widths = widths(&lines);
        writeln!(f, "\n### {}\n", self.title)?;
        for (number, line) in lines.iter().enumerate() {
            for (cell, width) in line.iter().zip(&widths) {
                write!(f, "| {cell:width$} ")?;
            }
            writeln!(f, "|")?;
            if number == 0 {
                for width in &widths {
                    write!(f, "|{:-<1$}", "", width + 2)?;
                }
                writeln!(f, "|")?;
            }
        }
        Ok(())
    }
}

fn widths(lines: &[[String; 6]]) -> Vec<usize> {
    let mut widths = vec![0; 6];
    for line in lines {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    widths
}

/// The middle one of some figures; the mean of the middle two where they are even.
pub fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let at = |index: usize| sorted.get(index).copied().unwrap_or(f64::NAN);
    if sorted.len() % 2 == 1 {
        at(middle)
    } else {
        f64::midpoint(at(middle.wrapping_sub(1)), at(middle))
    }
}

/// Seconds as milliseconds.
pub fn millis(seconds: f64) -> String {
    let millis = seconds * 1000.0;
    if millis < 10.0 {
        format!("{millis:.3} ms")
    } else {
        format!("{millis:.0} ms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn median_is_the_middle() {
        assert!((median(&[9.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 9.0]) - 3.0).abs() < f64::EPSILON);
        assert!(median(&[]).is_nan());
    }
}
