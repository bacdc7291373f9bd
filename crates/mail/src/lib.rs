//! Mail out: composing, signing and delivering a letter.
