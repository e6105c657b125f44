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

/// A word that is looked for, with what its characters tell; made by [`words!`].
#[derive(Clone, Copy, Debug)]
pub struct Word {
    text: &'static str,
    characters: u64,
}

/// A list of words to look for, made ready while compiling.
macro_rules! words {
    ($($word:expr),* $(,)?) => {
        const { &[$($crate::text::Word::new($word)),*] }
    };
}
pub(crate) use words;

impl Word {
    /// `text` holds common Chinese characters, ASCII or both.
    pub const fn new(text: &'static str) -> Self {
        let bytes = text.as_bytes();
        let (mut characters, mut at) = (0, 0);
        while at < bytes.len() {
            let (character, length) = match bytes[at] {
                ascii @ 0..0x80 => (ascii, 1),
                // The last six bits of a character stand in its last byte.
                0xe0..0xf0 => (bytes[at + 2], 3),
                _ => panic!("a character of a word is of one byte or of three"),
            };
            characters |= 1 << (character & 63);
            at += length;
        }
        Self { text, characters }
    }
}

impl Searched<'_> {
    fn may_hold(&self, word: &Word) -> bool {
        word.characters & !self.characters == 0
    }
}

/// Whether one of the words stands in the text.
pub fn has_any<'t>(text: impl Into<Searched<'t>>, words: &[Word]) -> bool {
    let searched = text.into();
    words.iter().any(|word| searched.may_hold(word) && find(searched.text, word.text).is_some())
}

/// Whether the text begins with one of the words.
pub fn begins_any(text: &str, words: &[Word]) -> bool {
    words.iter().any(|word| text.starts_with(word.text))
}

/// Where the last of the words begins that stands last in the text.
pub fn last_of<'t>(text: impl Into<Searched<'t>>, words: &[Word]) -> Option<usize> {
    let searched = text.into();
    let mut last = None;
    for word in words.iter().filter(|word| searched.may_hold(word)) {
        // Only what stands behind the last one found so far counts.
        let from = last.map_or(0, |last| last + 1);
        let behind = searched.text.as_bytes().get(from..).unwrap_or_default();
        last = rfind(behind, word.text).map(|at| from + at).or(last);
    }
    last
}

/// The bytes that some characters begin with.
pub struct FirstBytes([bool; 256]);

impl FirstBytes {
    pub const fn of(characters: &str) -> Self {
        let bytes = characters.as_bytes();
        let (mut is_first, mut at) = ([false; 256], 0);
        while at < bytes.len() {
            // Further bytes of a character are 10xxxxxx.
            is_first[bytes[at] as usize] |= bytes[at] & 0xc0 != 0x80;
            at += 1;
        }
        Self(is_first)
    }

    /// Where the first character stands, from a byte on, that begins so, and whose bytes and those after it are sought.
    pub fn find(&self, text: &str, from: usize, is_sought: impl Fn(&[u8]) -> bool) -> Option<usize> {
        let bytes = text.as_bytes();
        // Further bytes of a character begin none: no step hangs on the one before it.
        (from..bytes.len()).find(|&at| self.0[usize::from(bytes[at])] && is_sought(&bytes[at..]))
    }
}

/// A bit for each character, by its number: two texts that share few bits share few characters.
pub fn signature(characters: impl Iterator<Item = char>) -> u64 {
    characters.fold(0, |bits, character| bits | 1 << (character as u32 & 63))
}

/// Whether a word stands in a text.
pub fn holds(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// Where a word first stands in a text: by the last byte of its first character, as most texts have none such, and the
/// standard library's search for words makes a table first.
pub fn find(text: &str, word: &str) -> Option<usize> {
    beginnings(text, word).next()
}

/// Where a word stands in a text, each time.
pub fn beginnings<'w>(text: &'w str, word: &'w str) -> impl Iterator<Item = usize> {
    let (bytes, before) = (text.as_bytes(), last_byte(word));
    let places = memchr::memchr_iter(word.as_bytes()[before], bytes).filter_map(move |at| at.checked_sub(before));
    places.filter(move |&at| bytes[at..].starts_with(word.as_bytes()))
}

/// Where a word last stands in a text, whose bytes may begin inside a character.
fn rfind(text: &[u8], word: &str) -> Option<usize> {
    let before = last_byte(word);
    let mut places = memchr::memrchr_iter(word.as_bytes()[before], text).filter_map(|at| at.checked_sub(before));
    places.find(|&at| text[at..].starts_with(word.as_bytes()))
}

/// The place of the last byte of a word's first character.
fn last_byte(word: &str) -> usize {
    word.chars().next().expect("a word has a character").len_utf8() - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WORDS: &[Word] =
        words!["未", "收到", "未收到", "申请", "公开", "申请公开", "a", "aa", "开a", "a、", "收收", "公开申请"];

    proptest! {
        #[test]
        fn a_word_is_found_where_it_stands(text in "[未收到申请公开、a]{0,40}", from in 0..12usize, to in 0..12usize) {
            let words = &WORDS[from.min(to)..from.max(to)];
            prop_assert_eq!(has_any(&*text, words), words.iter().any(|word| text.contains(word.text)));
            prop_assert_eq!(last_of(&*text, words), words.iter().filter_map(|word| text.rfind(word.text)).max());
            for word in words {
                let found: Vec<usize> = beginnings(&text, word.text).collect();
                let expected: Vec<usize> =
                    (0..text.len()).filter(|&at| text.as_bytes()[at..].starts_with(word.text.as_bytes())).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
