use super::Span;
use memchr::memchr2_iter;

/// The one table that turns byte offsets into UTF-16 offsets, lines and columns.
///
/// It keeps one entry for each line and one for each character of more than one byte at steps of [`STEP`] bytes, so a
/// look-up is a binary search and a short walk, and a text of ASCII needs no walk at all.
pub struct Positions<'t> {
    text: &'t str,
    /// Byte and UTF-16 offset of each line's first character.
    lines: Vec<(u32, u32)>,
    /// UTF-16 offset of the first character border at or after each multiple of `STEP` bytes, with that border.
    marks: Vec<(u32, u32)>,
}

const STEP: usize = 64;

impl<'t> Positions<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let (mut at, mut units) = (0, 0);
        for step in (0..=text.len()).step_by(STEP) {
            let border = text.ceil_char_boundary(step);
            units += units_of(&text[at..border]);
            at = border;
            marks.push((at as u32, units));
        }
        let mut positions = Self { text, lines: vec![(0, 0)], marks };
        let bytes = text.as_bytes();
        for end in memchr2_iter(b'\n', b'\r', bytes) {
            let next = end + 1;
            if bytes[end] == b'\n' || bytes.get(next) != Some(&b'\n') {
                positions.lines.push((next as u32, positions.utf16(next as u32)));
            }
        }
        positions
    }

    /// The offset in UTF-16 code units of a byte offset on a character border.
    pub fn utf16(&self, byte: u32) -> u32 {
        // The border at or after a multiple of the step may lie behind the byte.
        let before = self.marks[..=byte as usize / STEP].iter().rev();
        let (at, units) = before.copied().find(|&(at, _)| at <= byte).expect("the first stands at 0");
        units + units_of(&self.text[at as usize..byte as usize])
    }

    /// The byte offset of the first character border at or after an offset in UTF-16 code units; the text's end for what
    /// lies beyond it.
    fn byte(&self, unit: u32) -> u32 {
        let mark = self.marks.partition_point(|&(_, units)| units <= unit);
        let (at, mut units) = if mark == 0 { (0, 0) } else { self.marks[mark - 1] };
        let mut byte = at;
        for character in self.text[at as usize..].chars() {
            if units >= unit {
                break;
            }
            units += character.len_utf16() as u32;
            byte += character.len_utf8() as u32;
        }
        byte
    }

    /// Changes a place that JavaScript gave back into one given in bytes. Whatever it holds, the place is one of the text.
    pub fn restore(&self, span: &mut Span) {
        let start = self.byte(span.start);
        let end = self.byte(span.end.max(span.start));
        *span = Span::bytes(start as usize, end as usize);
    }

    /// Line of a byte offset, from 1, and that line's first UTF-16 unit.
    fn line(&self, byte: u32) -> (u32, u32) {
        let line = self.lines.partition_point(|&(start, _)| start <= byte);
        (line as u32, self.lines[line - 1].1)
    }

    /// Changes a place given in bytes into one given in UTF-16 code units, with its line and column.
    pub fn translate(&self, span: &mut Span) {
        let (line, line_start) = self.line(span.start);
        let start = self.utf16(span.start);
        let is_short = span.end - span.start <= STEP as u32;
        let end = if is_short { start + units_of(span.of(self.text)) } else { self.utf16(span.end) };
        *span = Span { start, end, line, column: start - line_start + 1 };
    }
}

/// A text's length in UTF-16 code units: one for each character, told by its first byte, and one more for those of four.
fn units_of(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_place_is_where_javascript_counts_it(text in "(你|好|𠮷|😀|a|1|\r\n|\n|\r|１|\u{feff}){0,200}", a: prop::sample::Index, b: prop::sample::Index) {
            let borders: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (a, b) = (*a.get(&borders), *b.get(&borders));
            let (from, to) = (a.min(b), a.max(b));
            let mut span = Span::bytes(from, to);
            Positions::new(&text).translate(&mut span);

            let units = |piece: &str| piece.encode_utf16().count() as u32;
            prop_assert_eq!(span.start, units(&text[..from]));
            prop_assert_eq!(span.end, units(&text[..to]));
            let before = &text[..from];
            // A place between the two characters of a line break still stands on the line that ends there.
            let open = if before.ends_with('\r') && text[from..].starts_with('\n') { &before[..from - 1] } else { before };
            let breaks = open.replace("\r\n", "\n").replace('\r', "\n").matches('\n').count();
            prop_assert_eq!(span.line as usize, breaks + 1);
            let line_start = open.rfind(['\n', '\r']).map_or(0, |at| at + 1);
            prop_assert_eq!(span.column, units(&text[line_start..from]) + 1);

            Positions::new(&text).restore(&mut span);
            prop_assert_eq!(span, Span::bytes(from, to));
        }
    }

    #[test]
    fn lines_end_at_each_kind_of_line_break() {
        let text = "你好\r\n𠮷a\rb\n１";
        let positions = Positions::new(text);
        let at = |needle: &str| {
            let start = text.find(needle).unwrap();
            let mut span = Span::bytes(start, start + needle.len());
            positions.translate(&mut span);
            (span.start, span.line, span.column)
        };
        assert_eq!(at("你"), (0, 1, 1));
        assert_eq!(at("𠮷"), (4, 2, 1));
        assert_eq!(at("a"), (6, 2, 3));
        assert_eq!(at("b"), (8, 3, 1));
        assert_eq!(at("１"), (10, 4, 1));
    }
}
