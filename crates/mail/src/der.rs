//! Just enough DER to say how long an RSA key is, even one that the signer refuses.

const INTEGER: u8 = 0x02;
const OCTET_STRING: u8 = 0x04;
const SEQUENCE: u8 = 0x30;

/// The bits of an RSA private key in PKCS#1 or PKCS#8 form; `None` when it is something else.
pub(crate) fn rsa_bits(private_key: &[u8]) -> Option<usize> {
    let (inside, _) = element(SEQUENCE, private_key)?;
    let (_version, rest) = element(INTEGER, inside)?;
    if let Some((modulus, _)) = element(INTEGER, rest) {
        return Some(bits(modulus));
    }
    let (_algorithm, rest) = element(SEQUENCE, rest)?;
    let (wrapped, _) = element(OCTET_STRING, rest)?;
    let (inside, _) = element(SEQUENCE, wrapped)?;
    let (_version, rest) = element(INTEGER, inside)?;
    element(INTEGER, rest).map(|(modulus, _)| bits(modulus))
}

fn bits(number: &[u8]) -> usize {
    let significant: &[u8] = match number {
        [0, rest @ ..] => rest,
        all => all,
    };
    let Some(first) = significant.first() else {
        return 0;
    };
    let unused = usize::try_from(first.leading_zeros()).unwrap_or(0);
    significant.len() * 8 - unused
}

/// The content of the element that `bytes` starts with, and what follows it.
fn element(tag: u8, bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (first, rest) = bytes.split_first()?;
    if *first != tag {
        return None;
    }
    let (short, rest) = rest.split_first()?;
    if *short < 0x80 {
        return rest.split_at_checked(usize::from(*short));
    }
    let octets = usize::from(*short & 0x7f);
    if octets > 4 {
        return None;
    }
    let (length, rest) = rest.split_at_checked(octets)?;
    let length = length
        .iter()
        .fold(0_usize, |sum, octet| (sum << 8) | usize::from(*octet));
    rest.split_at_checked(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_has_no_bits() {
        for bytes in [
            &[][..],
            &[0x30],
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x30, 0x00],
        ] {
            assert_eq!(rsa_bits(bytes), None);
        }
    }
}
