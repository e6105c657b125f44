//! html5gum's tokens → html5ever's tree builder.
//!
//! html5ever's own tokenizer would bring a table of every prefix of every named character, larger than all else that
//! reads HTML, and takes time in the square of a tag's attributes.

use super::html_tree::{NodeId, Sink, Tree};
use crate::options::Error;
use html5ever::interface::TreeSink;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, QualName};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Reader, Span, State, Tokenizer};
use std::convert::Infallible;

/// Builds the tree of any HTML, as browsers do. Fails only where a limit is passed.
pub fn parse(text: &str) -> Result<Tree, Error> {
    let builder = TreeBuilder::new(Sink::new(), TreeBuilderOpts::default());
    let feed = Feed { builder: &builder, tag: None, next_state: None };
    let mut tokenizer = Tokenizer::new_with_emitter(Bytes(text.as_bytes()), Forward(CallbackEmitter::new(feed)));
    // The tokenizer gives nothing back until the end, but for the error that stops it.
    match tokenizer.next() {
        Some(Ok(error)) => Err(error),
        Some(Err(never)) => match never {},
        None => Ok(builder.sink.finish()),
    }
}

/// Hands each token on, and stops where a limit is passed.
struct Feed<'a> {
    builder: &'a TreeBuilder<NodeId, Sink>,
    /// The start tag being read.
    tag: Option<Tag>,
    next_state: Option<State>,
}

/// What the tree builder or the reader of the tree looks at.
const ATTRIBUTES: [&[u8]; 8] =
    [b"colspan", b"rowspan", b"style", b"hidden", b"height", b"type", b"encoding", b"shadowrootmode"];

impl Feed<'_> {
    fn token(&mut self, token: Token) -> Option<Error> {
        self.next_state = match self.builder.process_token(token, 1) {
            TokenSinkResult::Plaintext => Some(State::PlainText),
            TokenSinkResult::RawData(RawKind::Rcdata) => Some(State::RcData),
            TokenSinkResult::RawData(RawKind::Rawtext) => Some(State::RawText),
            TokenSinkResult::RawData(_) => Some(State::ScriptData),
            _ => None,
        };
        self.builder.sink.hold_limits().err()
    }

    fn text(&mut self, bytes: &[u8]) -> Option<Error> {
        let mut parts = bytes.split(|byte| *byte == 0);
        let first = parts.next().and_then(|part| self.token(Token::CharacterTokens(tendril(part))));
        first.or_else(|| {
            parts.find_map(|part| {
                self.token(Token::NullCharacterToken).or_else(|| self.token(Token::CharacterTokens(tendril(part))))
            })
        })
    }

    fn attribute(&mut self, name: &[u8]) {
        let Some(tag) = &mut self.tag else { return };
        // An attribute written twice counts once; one of no use is read over into the name that is no name.
        let known = ATTRIBUTES.contains(&name) && !tag.attrs.iter().any(|each| each.name.local.as_bytes() == name);
        let name = if known { local_name(name) } else { LocalName::default() };
        if !known && tag.attrs.last().is_some_and(|last| last.name.local.is_empty()) {
            return;
        }
        tag.attrs.push(Attribute { name: QualName::new(None, Default::default(), name), value: StrTendril::new() });
    }

    fn value(&mut self, value: &[u8]) {
        let attribute = self.tag.as_mut().and_then(|tag| tag.attrs.last_mut());
        if let Some(attribute) = attribute.filter(|attribute| !attribute.name.local.is_empty()) {
            attribute.value.push_tendril(&tendril(value));
        }
    }
}

fn tendril(bytes: &[u8]) -> StrTendril {
    StrTendril::from_slice(&String::from_utf8_lossy(bytes))
}

fn local_name(bytes: &[u8]) -> LocalName {
    LocalName::from(&*String::from_utf8_lossy(bytes))
}

fn tag(kind: TagKind, name: &[u8]) -> Tag {
    Tag { kind, name: local_name(name), self_closing: false, attrs: Vec::new(), had_duplicate_attributes: false }
}

impl Callback<Error, ()> for Feed<'_> {
    fn handle_event(&mut self, event: CallbackEvent<'_>, _place: Span<()>) -> Option<Error> {
        match event {
            CallbackEvent::OpenStartTag { name } => self.tag = Some(tag(TagKind::StartTag, name)),
            CallbackEvent::AttributeName { name } => self.attribute(name),
            CallbackEvent::AttributeValue { value } => self.value(value),
            CallbackEvent::CloseStartTag { self_closing } => {
                let mut tag = self.tag.take()?;
                tag.self_closing = self_closing;
                tag.attrs.retain(|attribute| !attribute.name.local.is_empty());
                return self.token(Token::TagToken(tag));
            }
            CallbackEvent::EndTag { name } => return self.token(Token::TagToken(tag(TagKind::EndTag, name))),
            CallbackEvent::String { value } => return self.text(value),
            CallbackEvent::Doctype { name, force_quirks, .. } => {
                let name = Some(tendril(name));
                return self.token(Token::DoctypeToken(Doctype {
                    name,
                    public_id: None,
                    system_id: None,
                    force_quirks,
                }));
            }
            CallbackEvent::Comment { .. } | CallbackEvent::Error(_) => {}
        }
        None
    }
}

/// The text yet to be read. html5gum's own reader is copied into each of its eighty states; this one is called.
struct Bytes<'t>(&'t [u8]);

impl<'t> Bytes<'t> {
    fn take(&mut self, count: usize) -> &'t [u8] {
        let (taken, rest) = self.0.split_at(count);
        self.0 = rest;
        taken
    }
}

impl Reader for Bytes<'_> {
    type Error = Infallible;

    #[inline(never)]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let first = self.0.first().copied();
        self.take(usize::from(first.is_some()));
        Ok(first)
    }

    #[inline(never)]
    fn try_read_string(&mut self, wanted: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let is_next = self.0.get(..wanted.len()).is_some_and(|next| match case_sensitive {
            true => next == wanted,
            false => next.eq_ignore_ascii_case(wanted),
        });
        self.take(if is_next { wanted.len() } else { 0 });
        Ok(is_next)
    }

    #[inline(never)]
    fn read_until<'b>(&'b mut self, needle: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let before = self.0.iter().position(|byte| needle.contains(byte)).unwrap_or(self.0.len());
        let taken = self.take(before.max(1).min(self.0.len()));
        Ok((!taken.is_empty()).then_some(taken))
    }
}

/// Tells the tokenizer what the tree builder says of the text after a tag: markup, or the inside of a script.
struct Forward<'a>(CallbackEmitter<Feed<'a>, Error>);

impl ForwardingEmitter for Forward<'_> {
    type Token = Error;

    fn inner(&mut self) -> &mut impl Emitter<Token = Error> {
        &mut self.0
    }

    // Neither errors nor places are asked for: without them the tokenizer is half as large.
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: html5gum::Error) {}

    fn move_position(&mut self, _: isize) {}

    fn emit_eof(&mut self) {
        self.0.emit_eof();
        self.0.callback_mut().token(Token::EOFToken);
        self.0.callback_mut().builder.end();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let naive = self.0.emit_current_tag();
        self.0.callback_mut().next_state.take().or(naive)
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.0.callback_mut().builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}
