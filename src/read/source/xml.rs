//! The XML of office files as a stream of tags and text, within limits.
//!
//! Names are told without their prefix. Entities other than the five of XML itself are dropped, never expanded.

use super::limits;
use super::refuse::Refused;
use crate::options::Error;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

pub struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

pub enum Piece<'a> {
    Start(Tag<'a>),
    /// The end of the innermost element, also of one written `<a/>`.
    End,
    Text(Cow<'a, str>),
}

pub struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let attribute =
            attributes.with_checks(false).flatten().find(|each| each.key.local_name().into_inner() == name)?;
        Some(unescape(&attribute.value).unwrap_or(Cow::Borrowed(&*attribute.value)).into_owned())
    }

    /// Of an attribute that is a number.
    pub fn number(&self, name: &str) -> Option<usize> {
        self.attribute(name)?.trim().parse().ok()
    }

    /// Of an attribute that is yes or no, whether it is yes.
    pub fn has(&self, name: &str) -> bool {
        matches!(self.attribute(name).as_deref(), Some("1" | "true" | "on"))
    }

    /// Of a property that is on unless it says otherwise: `<w:vanish/>`, `<w:vanish w:val="0"/>`.
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

impl<'a> Xml<'a> {
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        reader.config_mut().allow_dangling_amp = true;
        Self { reader, depth: 0 }
    }

    /// The next piece; none at the end.
    pub fn next(&mut self) -> Result<Option<Piece<'a>>, Error> {
        loop {
            let piece = match self.reader.read_event().map_err(|_| Refused::Broken)? {
                Event::Start(tag) => {
                    self.depth += 1;
                    limits::hold(
                        self.depth,
                        limits::XML_DEPTH,
                        "文件内元素的嵌套层数",
                        "XML elements inside one another",
                    )?;
                    Piece::Start(Tag(tag))
                }
                Event::End(_) => {
                    self.depth -= 1;
                    Piece::End
                }
                Event::Text(text) => Piece::Text(text.into_inner()),
                Event::CData(text) => Piece::Text(text.into_inner()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(character)) => Piece::Text(Cow::Owned(character.to_string())),
                    _ => Piece::Text(Cow::Borrowed(resolve_predefined_entity(&reference).unwrap_or(""))),
                },
                Event::Eof if self.depth == 0 => return Ok(None),
                Event::Eof => return Err(Refused::Broken.into()),
                _ => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// The next start tag inside the innermost open element; none when that element ends. Text between is passed over.
    pub fn child(&mut self) -> Result<Option<Tag<'a>>, Error> {
        loop {
            match self.next()? {
                Some(Piece::Start(tag)) => return Ok(Some(tag)),
                Some(Piece::Text(_)) => {}
                Some(Piece::End) | None => return Ok(None),
            }
        }
    }

    /// Passes over the rest of the innermost open element.
    pub fn skip(&mut self) -> Result<(), Error> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next()?.is_some() {}
        Ok(())
    }

    /// The text of the innermost open element, to its end.
    pub fn text(&mut self) -> Result<String, Error> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while let Some(piece) = self.next()? {
            match piece {
                Piece::Text(piece) => text.push_str(&piece),
                Piece::End if self.depth == outside => break,
                _ => {}
            }
        }
        Ok(text)
    }

    /// Goes through all elements, however deep, handing over the tag of each that wasn't read with the one before.
    pub fn each(mut self, mut take: impl FnMut(&mut Self, Tag<'a>) -> Result<(), Error>) -> Result<(), Error> {
        while let Some(piece) = self.next()? {
            if let Piece::Start(tag) = piece {
                take(&mut self, tag)?;
            }
        }
        Ok(())
    }
}
