//! Markup → tags and text, as the standard cuts it; comments and what else is never shown are passed over.

use super::names::{Name, Tag};
use super::references::decode;
use memchr::{memchr, memchr_iter, memchr2_iter, memmem};
use std::borrow::Cow;

#[derive(Debug)]
pub enum Token<'t> {
    /// Its references decoded.
    Text(Cow<'t, str>),
    Start(StartTag<'t>),
    End(Name<'t>),
}

#[derive(Clone, Copy, Debug)]
pub struct StartTag<'t> {
    pub name: Name<'t>,
    pub self_closing: bool,
}

impl<'t> StartTag<'t> {
    /// A tag that the standard puts in.
    pub fn of(name: Name<'t>) -> Self {
        Self { name, self_closing: false }
    }
}

/// The attributes that the drawing asks for, each as it is written first.
#[derive(Debug, Default)]
pub struct Attributes<'t> {
    pub colspan: Option<&'t str>,
    pub rowspan: Option<&'t str>,
    pub style: Option<&'t str>,
    pub hidden: Option<&'t str>,
    pub height: Option<&'t str>,
}

impl<'t> Attributes<'t> {
    pub fn add(&mut self, name: &str, value: &'t str) {
        let place = match name.as_bytes() {
            b"colspan" => &mut self.colspan,
            b"rowspan" => &mut self.rowspan,
            b"style" => &mut self.style,
            b"hidden" => &mut self.hidden,
            b"height" => &mut self.height,
            _ if name.bytes().any(|byte| byte.is_ascii_uppercase()) => {
                return self.add(&name.to_ascii_lowercase(), value);
            }
            _ => return,
        };
        place.get_or_insert(value);
    }
}

/// White space and marks of ASCII's first half, one bit each.
#[derive(Clone, Copy)]
struct Marks(u64);

impl Marks {
    const fn of(marks: &[u8]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < marks.len() {
            bits |= 1 << marks[at];
            at += 1;
        }
        Self(bits)
    }

    fn hold(self, byte: u8) -> bool {
        byte < 64 && self.0 >> byte & 1 == 1
    }
}

const SPACE: Marks = Marks::of(b"\t\n\x0c\r ");
const NAME_ENDS: Marks = Marks::of(b"\t\n\x0c\r />");
const ATTRIBUTE_ENDS: Marks = Marks::of(b"\t\n\x0c\r />=");
const VALUE_ENDS: Marks = Marks::of(b"\t\n\x0c\r >");

/// The markup that is yet to be read.
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    /// Of the tag that was read last.
    pub attributes: Attributes<'t>,
}

impl<'t> Tokens<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0, attributes: Attributes::default() }
    }

    /// The next token: text as far as the next tag, whatever is passed over in it. In a drawing or a formula, text may stand
    /// between `<![CDATA[` and `]]>`.
    pub fn next(&mut self, has_cdata: bool) -> Option<Token<'t>> {
        let mut text: Option<Cow<str>> = None;
        while let Some(first) = self.rest().first() {
            if *first != b'<' || self.is_text() {
                let more = decode(self.text());
                text = Some(match text {
                    Some(text) => text + more,
                    None => more,
                });
                continue;
            }
            match self.rest()[1] {
                b'!' => self.declaration(has_cdata),
                b'?' => self.skip_to(b">", 1),
                b'/' if !self.rest()[2].is_ascii_alphabetic() => self.skip_to(b">", 1),
                _ if text.is_some() => break,
                b'/' => return self.end_tag().map(Token::End),
                _ => return self.start_tag().map(Token::Start),
            }
        }
        text.map(Token::Text)
    }

    /// What stands before the end tag of an element whose content is text; after it the markup goes on.
    pub fn raw(&mut self, name: Name) -> &'t str {
        let start = self.at;
        let end = match name.tag {
            Tag::Plaintext => None,
            Tag::Script => self.end_of_script(),
            _ => self.next_raw_end(name),
        };
        let Some(end) = end else {
            self.at = self.text.len();
            return &self.text[start..];
        };
        self.at = end;
        self.end_tag();
        &self.text[start..end]
    }

    fn rest(&self) -> &'t [u8] {
        &self.text.as_bytes()[self.at..]
    }

    /// Whether the `<` here begins no markup.
    fn is_text(&self) -> bool {
        match self.rest() {
            [_, b'/'] => true,
            [_, b'a'..=b'z' | b'A'..=b'Z' | b'/' | b'!' | b'?', ..] => false,
            _ => true,
        }
    }

    /// The text up to the next markup.
    fn text(&mut self) -> &'t str {
        let start = self.at;
        self.at += usize::from(self.rest()[0] == b'<');
        while let Some(next) = memchr(b'<', self.rest()) {
            self.at += next;
            if !self.is_text() {
                return &self.text[start..self.at];
            }
            self.at += 1;
        }
        self.at = self.text.len();
        &self.text[start..]
    }

    /// Goes behind the next `end`, looked for `from` bytes on.
    fn skip_to(&mut self, end: &[u8], from: usize) {
        let rest = &self.rest()[from.min(self.rest().len())..];
        self.at = memmem::find(rest, end).map_or(self.text.len(), |at| self.at + from + at + end.len());
    }

    /// A comment, a doctype, or what is written like them.
    fn declaration(&mut self, has_cdata: bool) {
        match self.rest() {
            [_, _, b'-', b'-', b'>', ..] => self.at += 5,
            [_, _, b'-', b'-', b'-', b'>', ..] => self.at += 6,
            [_, _, b'-', b'-', ..] => self.comment(),
            rest if has_cdata && rest.starts_with(b"<![CDATA[") => self.skip_to(b"]]>", 9),
            _ => self.skip_to(b">", 2),
        }
    }

    /// A comment ends in `-->` or `--!>`.
    fn comment(&mut self) {
        self.at += 4;
        let is_end = |at: &usize| matches!(self.rest()[*at..], [b'-', b'-', b'>', ..] | [b'-', b'-', b'!', b'>', ..]);
        let end = memchr_iter(b'-', self.rest()).find(is_end);
        self.at = end.map_or(self.text.len(), |at| self.at + at);
        self.skip_to(b">", 0);
    }

    /// The end tag that begins here; none where the text ends in it.
    fn end_tag(&mut self) -> Option<Name<'t>> {
        self.at += 2;
        let name = self.name();
        match self.rest().first()? {
            b'>' => self.at += 1,
            _ => _ = self.read_attributes()?,
        }
        Some(name)
    }

    fn start_tag(&mut self) -> Option<StartTag<'t>> {
        self.at += 1;
        let name = self.name();
        let self_closing = self.read_attributes()?;
        Some(StartTag { name, self_closing })
    }

    fn name(&mut self) -> Name<'t> {
        let start = self.at;
        self.at = self.next_of(NAME_ENDS, start);
        Name::new(&self.text[start..self.at])
    }

    /// Where the first of some marks stands from a byte on; the text's end, if none does.
    fn next_of(&self, marks: Marks, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while at < bytes.len() && !marks.hold(bytes[at]) {
            at += 1;
        }
        at
    }

    /// Where something else than space stands, from a byte on.
    fn skip_space(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        while at < bytes.len() && SPACE.hold(bytes[at]) {
            at += 1;
        }
        at
    }

    /// Reads a tag's attributes, and tells whether it closes itself; none where the text ends before the tag.
    fn read_attributes(&mut self) -> Option<bool> {
        self.attributes = Attributes::default();
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let self_closing = loop {
            match *bytes.get(at)? {
                b'>' => break false,
                b'/' if bytes.get(at + 1) == Some(&b'>') => break true,
                mark if mark == b'/' || SPACE.hold(mark) => at += 1,
                _ => at = self.attribute(at)?,
            }
        };
        self.at = at + 1 + usize::from(self_closing);
        Some(self_closing)
    }

    /// Reads the attribute that begins at a byte, and tells where it ends.
    fn attribute(&mut self, start: usize) -> Option<usize> {
        // A name may begin with an equals sign.
        let end = self.next_of(ATTRIBUTE_ENDS, start + 1);
        let name = &self.text[start..end];
        let equals = self.skip_space(end);
        if self.text.as_bytes().get(equals) != Some(&b'=') {
            self.attributes.add(name, "");
            return Some(equals);
        }
        let (value, end) = self.value(equals + 1)?;
        self.attributes.add(name, value);
        Some(end)
    }

    /// The value that stands from a byte on, and where what comes after it begins.
    fn value(&self, from: usize) -> Option<(&'t str, usize)> {
        let start = self.skip_space(from);
        let quote = *self.text.as_bytes().get(start)?;
        if !matches!(quote, b'"' | b'\'') {
            let end = self.next_of(VALUE_ENDS, start);
            return Some((&self.text[start..end], end));
        }
        let start = start + 1;
        let end = start + memchr(quote, &self.text.as_bytes()[start..])?;
        Some((&self.text[start..end], end + 1))
    }

    /// Where the end tag of an element begins whose content is text.
    fn next_raw_end(&self, name: Name) -> Option<usize> {
        let mut ends = memmem::find_iter(self.rest(), b"</").map(|at| self.at + at);
        ends.find(|&at| is_tag(&self.text[at + 2..], name.text))
    }

    /// Where a script ends: its end tag counts as text between `<!--<script` and `-->`.
    fn end_of_script(&self) -> Option<usize> {
        let (mut commented, mut nested) = (false, false);
        for at in memchr2_iter(b'<', b'-', self.rest()).map(|at| self.at + at) {
            let rest = &self.text[at..];
            if rest.starts_with("<!--") {
                commented = true;
            } else if rest.starts_with("-->") {
                (commented, nested) = (false, false);
            } else if rest.strip_prefix("</").is_some_and(|rest| is_tag(rest, "script")) {
                if !nested {
                    return Some(at);
                }
                nested = false;
            } else if commented && rest.strip_prefix('<').is_some_and(|rest| is_tag(rest, "script")) {
                nested = true;
            }
        }
        None
    }
}

/// Whether a text begins with this name of a tag.
pub fn is_tag(text: &str, name: &str) -> bool {
    text.get(..name.len()).is_some_and(|written| written.eq_ignore_ascii_case(name))
        && text.as_bytes().get(name.len()).is_some_and(|&next| NAME_ENDS.hold(next))
}
