//! Words looked for in a clause: most aren't there, which the characters alone tell.

/// A text that words are looked for in, with what its characters tell.
#[derive(Clone, Copy, Debug)]
pub struct Searched<'t> {
    pub text: &'t str,
    characters: u64,
}

impl<'t> From<&'t str> for Searched<'t> {
    fn from(text: &'t str) -> Self {
        Self { text, characters: signature(text.chars()) }
    }
}

/// Whether one of the words stands in the text.
pub fn has_any<'t>(text: impl Into<Searched<'t>>, words: &[&str]) -> bool {
    let Searched { text, characters } = text.into();
    words.iter().any(|word| may_hold(characters, word) && beginnings(text, word).next().is_some())
}

/// Where the last of the words begins that stands last in the text.
pub fn last_of<'t>(text: impl Into<Searched<'t>>, words: &[&str]) -> Option<usize> {
    let Searched { text, characters } = text.into();
    let last = |word: &&str| beginnings(text, word).next_back();
    words.iter().filter(|word| may_hold(characters, word)).filter_map(last).max()
}

/// Where the first character stands, from a byte on, whose bytes and those after it are sought.
pub fn find_bytes(text: &str, from: usize, is_sought: impl Fn(&[u8]) -> bool) -> Option<usize> {
    let mut rest = &text.as_bytes()[from..];
    while let Some(first) = rest.first() {
        if is_sought(rest) {
            return Some(text.len() - rest.len());
        }
        let length = match first {
            0..0x80 => 1,
            0x80..0xe0 => 2,
            0xe0..0xf0 => 3,
            0xf0.. => 4,
        };
        rest = &rest[length..];
    }
    None
}

/// A bit for each character, by its number: two texts that share few bits share few characters.
pub fn signature(characters: impl Iterator<Item = char>) -> u64 {
    characters.fold(0, |bits, character| bits | 1 << (character as u32 & 63))
}

fn may_hold(characters: u64, word: &str) -> bool {
    word.chars().all(|character| characters >> (character as u32 & 63) & 1 == 1)
}

/// Where a word begins in a short text: by its first character, as the standard library's search for words makes a table
/// first.
pub fn beginnings<'w>(text: &'w str, word: &'w str) -> impl DoubleEndedIterator<Item = usize> {
    let first = word.chars().next().expect("a word has a character");
    let places = text.match_indices(first).map(|(at, _)| at);
    places.filter(move |&at| text.as_bytes()[at..].starts_with(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_found_where_it_stands(text in "[未收到申请公开、a]{0,40}", words in prop::collection::vec("[未收到申请公开]{1,3}", 0..5)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            prop_assert_eq!(has_any(&*text, &words), words.iter().any(|word| text.contains(word)));
            prop_assert_eq!(last_of(&*text, &words), words.iter().filter_map(|word| text.rfind(word)).max());
        }
    }
}
