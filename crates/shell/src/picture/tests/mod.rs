//! Pictures are known by their bytes and lose what they should not tell.

pub(crate) mod samples;

use self::samples::{jpeg, png, webp};
use super::{Kind, Picture, without_metadata};

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn each_kind_tells_its_size() {
    let pictures = [
        (png(640, 480), Kind::Png),
        (jpeg(640, 480, 1), Kind::Jpeg),
        (webp(640, 480), Kind::Webp),
    ];
    for (bytes, kind) in pictures {
        let expected = Picture {
            kind,
            width: 640,
            height: 480,
        };
        assert_eq!(Picture::of(&bytes), Some(expected));
    }
}

#[test]
fn a_picture_taken_upright_is_higher_than_wide() {
    let picture = Picture::of(&jpeg(640, 480, 6)).unwrap();

    assert_eq!((picture.width, picture.height), (480, 640));
}

#[test]
fn what_is_no_picture_or_ends_too_early_is_none() {
    let mut cut = png(640, 480);
    cut.truncate(18);
    for bytes in [
        b"".as_slice(),
        b"GIF89a\x01\0\x01\0",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.7",
        b"\xff\xd8\xff",
        b"RIFF\0\0\0\0WEBP",
        &cut,
        &png(0, 480),
    ] {
        assert_eq!(Picture::of(bytes), None, "{bytes:?}");
    }
}

#[test]
fn every_beginning_of_a_picture_is_read_without_harm() {
    for whole in [png(640, 480), jpeg(640, 480, 6), webp(640, 480)] {
        for end in 0..whole.len() {
            let part = &whole[..end];
            let plain = Picture::of(&without_metadata(part));
            assert!(plain.is_none() || plain == Picture::of(part));
        }
    }
}

#[test]
fn place_names_and_comments_are_taken_out() {
    for whole in [png(640, 480), jpeg(640, 480, 1), webp(640, 480)] {
        let plain = without_metadata(&whole);

        assert_eq!(Picture::of(&plain), Picture::of(&whole));
        for words in [b"GPS".as_slice(), b"Somebody", b"a comment", b"<x/>"] {
            assert!(!holds(&plain, words));
        }
    }
}

#[test]
fn a_picture_stays_turned_as_it_was() {
    let turned = jpeg(640, 480, 6);

    let plain = without_metadata(&turned);

    assert_eq!(Picture::of(&plain), Picture::of(&turned));
    assert!(plain.ends_with(&[1, 2, 3, 0xff, 0xd9]));
}
