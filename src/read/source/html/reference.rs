//! The tree that html5gum and html5ever build of a page: what is drawn of it must be what is drawn of ours.

use super::names;
use super::tokens::Attributes;
use super::tree::{Element, Kind, NodeId, Place, ROOT, Tree};
use crate::options::Error;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Doctype, Tag, TagKind, Token, TokenSink, TokenSinkResult};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use html5ever::{Attribute, LocalName, Namespace, QualName};
use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Emitter, ForwardingEmitter, Span, State, Tokenizer};
use std::borrow::Cow;
use std::cell::RefCell;

pub fn build(text: &str) -> Result<Tree<'static>, Error> {
    let builder = TreeBuilder::new(Sink::new(), TreeBuilderOpts::default());
    let feed = Feed { builder: &builder, tag: None, next_state: None };
    let mut tokenizer = Tokenizer::new_with_emitter(text, Forward(CallbackEmitter::new(feed)));
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
        self.builder.sink.0.borrow().tree.hold_limits().err()
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

/// Tells the tokenizer what the tree builder says of the text after a tag: markup, or the inside of a script.
struct Forward<'a>(CallbackEmitter<Feed<'a>, Error>);

impl ForwardingEmitter for Forward<'_> {
    type Token = Error;

    fn inner(&mut self) -> &mut impl Emitter<Token = Error> {
        &mut self.0
    }

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

/// What html5ever writes into.
struct Sink(RefCell<Built>);

struct Built {
    tree: Tree<'static>,
    /// By node.
    names: Vec<QualName>,
}

impl Sink {
    fn new() -> Self {
        Self(RefCell::new(Built {
            tree: Tree::new(""),
            names: vec![QualName::new(None, Default::default(), Default::default())],
        }))
    }

    fn insert(&self, child: NodeOrText<NodeId>, place: Place) {
        let built = &mut *self.0.borrow_mut();
        match child {
            NodeOrText::AppendNode(node) => {
                built.tree.detach(node);
                built.tree.insert(node, place);
            }
            NodeOrText::AppendText(text) => built.tree.insert_text(Cow::Owned(text.to_string()), place),
        }
    }

    fn nothing(&self) -> NodeId {
        self.create_element(QualName::new(None, Default::default(), Default::default()), Vec::new(), Default::default())
    }
}

fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

#[derive(Debug)]
struct FullName(QualName);

impl ElemName for FullName {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree<'static>;
    type ElemName<'a> = FullName;

    fn finish(self) -> Tree<'static> {
        self.0.into_inner().tree
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        ROOT
    }

    fn elem_name(&self, target: &NodeId) -> FullName {
        FullName(self.0.borrow().names[*target as usize].clone())
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> NodeId {
        let mut values = Attributes::default();
        // Their references are decoded once more, so none may be left.
        attributes.iter().for_each(|each| values.add(&each.name.local, kept(&each.value.replace('&', ""))));
        let built = &mut *self.0.borrow_mut();
        let node = built.tree.add(Kind::Element(Element::new(names::Name::new(kept(&name.local)), &values)));
        // Pieces of text are nodes without a name.
        built.names.resize(node as usize + 1, name.clone());
        built.names[node as usize] = name;
        node
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.nothing()
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.nothing()
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.insert(child, Place { parent: *parent, next: ROOT });
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.0.borrow().tree.parent(*element);
        match parent {
            ROOT => self.insert(child, Place { parent: *previous, next: ROOT }),
            parent => self.insert(child, Place { parent, next: *element }),
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        self.append_based_on_parent_node(sibling, &ROOT, child);
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public_id: StrTendril, _system_id: StrTendril) {}

    fn get_template_contents(&self, _target: &NodeId) -> NodeId {
        self.nothing()
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    fn add_attrs_if_missing(&self, _target: &NodeId, _attributes: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &NodeId) {
        self.0.borrow_mut().tree.detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        self.0.borrow_mut().tree.move_children(*node, *new_parent);
    }
}

impl Tree<'_> {
    fn move_children(&mut self, from: NodeId, to: NodeId) {
        while self.nodes[from as usize].first_child != ROOT {
            let child = self.nodes[from as usize].first_child;
            self.detach(child);
            self.insert(child, Place { parent: to, next: ROOT });
        }
    }
}

mod tests {
    use super::super::super::draw::draw;
    use super::super::names::{Name, SPECIAL};
    use super::super::{blocks, build};
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;
    use proptest::test_runner::RngSeed;

    fn drawn(tree: Result<Tree, Error>) -> Result<String, Error> {
        draw(&blocks(&tree?)?)
    }

    /// Tags of all kinds, and those of tables again and again.
    const NAMES: &str = "a b font i nobr span p div br hr h1 h2 li ul ol dl dd dt table table tr tr td td td th tbody thead \
        tfoot caption button input object \
        html head body meta link style script noscript textarea pre listing xmp iframe ruby \
        center section address image img wbr area param o:p applet marquee article label ins a b";

    fn tag() -> impl Strategy<Value = String> {
        let name = select(NAMES.split_whitespace().collect::<Vec<_>>());
        let attributes = select(vec![
            "",
            "",
            "",
            "",
            "",
            " colspan=2",
            " rowspan='2'",
            " style=\"display:none\"",
            " hidden",
            " type=hidden",
            "/",
            " height=0",
            " class=\"a>b\" id = x",
            " 宽=\"二\" 高=三 =四 五",
            " colspan",
            " ROWSPAN=0 rowspan=3",
        ]);
        (name, attributes, any::<bool>()).prop_map(|(name, attributes, starts)| match starts {
            // Words that are hidden and crossed with formatting are left to browsers.
            true if !Name::new(name).is(SPECIAL) || matches!(name, "html" | "head" | "body") => format!("<{name}>"),
            true => format!("<{name}{attributes}>"),
            false => format!("</{name}>"),
        })
    }

    fn piece() -> impl Strategy<Value = String> {
        let text = select(vec![
            "规章",
            "12",
            " ",
            "\n",
            "\r\n",
            "甲 乙",
            "&nbsp;",
            "&lt;",
            "&amp;lt;",
            "&#20108",
            "&copy2",
            "&hellip;",
            "<",
            "< b",
            "</",
            "</>",
            "<!-- 注 -->",
            "<!-->",
            "<!--->",
            "<!--a--!>",
            "<!x>",
            "<?xml?>",
            "<![CDATA[x]]>",
            "<script><!--<script></script>-->",
            "|",
            "<!--",
            "-->",
            "<td>1</td>",
            "<tr><td>甲<td>1</tr>",
            "<b><p>粗</b>体</p>",
            "<table>文<tr>",
            "<svg viewBox='0 0 1 1'><title>图</title><path d='m'/><style>p{}</style></svg>",
            "<svg><g></p>",
            "<table><tr><td><svg><path></td><td>图</table>",
            "<svg><foreignObject><div>内</div></foreignObject></svg>",
            "<math><mi>x</mi></math>",
            "<ruby>汉<rt>han<rp>)</ruby>",
            "<ruby>汉<rb>字<rtc>音<rt>zi</rtc></ruby>",
            "<del>旧</del>",
            "<form><div>单</form>",
            "<form><table><tr><td>单</form>",
            "<colgroup><col width=1><col></colgroup>",
            "<span style='mso-hide:all'>藏</span>",
            "<select><option>甲<option selected>乙</select>",
            "<template><td>板<template></td></template></template>",
        ]);
        prop_oneof![3 => tag(), 1 => text.prop_map(str::to_owned)]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 8000, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn what_is_drawn_is_what_browsers_show(pieces in proptest::collection::vec(piece(), 0..60)) {
            // Without a doctype, browsers let paragraphs go on over tables.
            let html = format!("<!doctype html>{}", pieces.concat());
            prop_assert_eq!(drawn(build::build(&html)), drawn(super::build(&html)));
        }
    }
}
