//! Codes of an app (TOTP, RFC 6238): six digits, half a minute, SHA-1, as every app knows them.

use totp_rs::{Algorithm, Builder, Secret, Totp};

use base::Fault;

/// Bytes of a secret: as many as the hash has (RFC 4226, section 4, R6).
pub(crate) const SECRET_LENGTH: usize = 20;
/// How long one code lasts, in seconds.
const PERIOD: u64 = 30;
/// How many steps a clock may be off, to either side.
const SKEW: u16 = 1;
const DIGITS: u8 = 6;

fn codes(secret: &[u8]) -> Result<Totp, Fault> {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(DIGITS)
        .with_skew(SKEW)
        .with_step_duration(PERIOD)
        .with_secret(secret)
        .build()
        .map_err(|cause| Fault::because("read an app's secret", cause))
}

/// The step of a typed code, where it fits the secret now or within one step of now, and comes
/// after the last step that was taken: no code works twice (RFC 6238, section 5.2).
pub(crate) fn fitting_step(
    secret: &[u8],
    typed: &str,
    (now, last_step): (i64, i64),
) -> Result<Option<i64>, Fault> {
    let digits: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    let Ok(now) = u64::try_from(now) else {
        return Ok(None);
    };
    let step = codes(secret)?
        .check(&digits, now)
        .and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| *step > last_step))
}

/// A secret in letters, in groups of four, for who types it (RFC 4648, base 32).
pub(crate) fn spelled(secret: &[u8]) -> String {
    let letters: Vec<char> = Secret::from(secret).to_base32().chars().collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect());
    groups.collect::<Vec<String>>().join(" ")
}

/// What an app reads out of the picture.
pub(crate) fn address(secret: &[u8], (site, mail): (&str, &str)) -> String {
    let (site, mail) = (shell::encoded(site), shell::encoded(mail));
    let letters = Secret::from(secret).to_base32();
    format!(
        "otpauth://totp/{site}:{mail}?secret={letters}&issuer={site}\
         &algorithm=SHA1&digits={DIGITS}&period={PERIOD}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8; SECRET_LENGTH] = b"12345678901234567890";

    fn step(typed: &str, now: i64, last: i64) -> Option<i64> {
        fitting_step(SECRET, typed, (now, last)).unwrap()
    }

    /// The last six digits of the table in RFC 6238, appendix B.
    #[test]
    fn codes_are_those_of_the_standard() {
        for (now, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(step(code, now, 0), Some(now / 30), "{code}");
        }
    }

    #[test]
    fn a_clock_may_be_one_step_off_and_no_more() {
        for (now, fits) in [
            (0, true),
            (30, true),
            (59, true),
            (89, true),
            (90, false),
            (300, false),
        ] {
            assert_eq!(step("287 082", now, 0).is_some(), fits, "{now}");
        }
    }

    #[test]
    fn a_code_works_once_and_none_before_it_afterwards() {
        assert_eq!(step("287082", 59, 0), Some(1));
        assert_eq!(step("287082", 59, 1), None);
        assert_eq!(step("287082", 59, 2), None);
    }

    #[test]
    fn what_is_no_code_fits_nothing() {
        for typed in ["", "28708", "2870822", "28708a", "２８７０８２", "000000"] {
            assert_eq!(step(typed, 59, 0), None, "{typed}");
        }
        assert_eq!(step("287082", -59, 0), None);
    }

    #[test]
    fn apps_are_told_everything_in_one_address() {
        assert_eq!(
            address(SECRET, ("kreis.example.org", "büro@haus.example")),
            "otpauth://totp/kreis.example.org:b%C3%BCro%40haus.example\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=kreis.example.org\
             &algorithm=SHA1&digits=6&period=30"
        );
        assert!(spelled(SECRET).starts_with("GEZD GNBV GY3T"));
    }
}
