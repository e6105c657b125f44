//! The tree of a page: one flat list of nodes, so that however deep it goes nothing recurses over it.

use super::names::{Name, Tag};
use super::references::decode_value;
use super::tokens::Attributes;
use crate::options::Error;
use crate::read::source::limits;
use std::borrow::Cow;

pub type NodeId = u32;

/// The node that all others stand under; where a link leads to it, it leads nowhere.
pub const ROOT: NodeId = 0;

#[derive(Debug)]
pub enum Kind<'t> {
    Text(Cow<'t, str>),
    Element(Element<'t>),
}

/// An element, with what the drawing asks for.
#[derive(Debug)]
pub struct Element<'t> {
    pub name: Name<'t>,
    pub is_hidden: bool,
    pub colspan: usize,
    pub rowspan: usize,
}

impl<'t> Element<'t> {
    pub fn new(name: Name<'t>, attributes: &Attributes<'t>) -> Self {
        Self {
            name,
            is_hidden: super::is_hidden(name, attributes),
            colspan: attributes.colspan.map_or(1, span),
            rowspan: attributes.rowspan.map_or(1, span),
        }
    }
}

/// A colspan or rowspan: 1 where it says nothing that can be read.
fn span(value: &str) -> usize {
    if let [digit @ b'1'..=b'9'] = value.as_bytes() {
        return usize::from(digit - b'0');
    }
    let value = decode_value(value);
    let digits = value.trim_start();
    let digits = &digits[..digits.bytes().take_while(u8::is_ascii_digit).count()];
    if digits.is_empty() { 1 } else { digits.parse().unwrap_or(usize::MAX) }
}

#[derive(Debug)]
pub struct Node<'t> {
    pub kind: Kind<'t>,
    pub parent: NodeId,
    pub previous: NodeId,
    pub next: NodeId,
    pub first_child: NodeId,
    pub last_child: NodeId,
}

/// Where a node goes: under `parent`, before `next`, or behind all where that is [`ROOT`].
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub parent: NodeId,
    pub next: NodeId,
}

#[derive(Debug)]
pub struct Tree<'t> {
    pub nodes: Vec<Node<'t>>,
}

/// In the pages of content-management systems; Word's have more.
const BYTES_PER_NODE: usize = 32;

impl<'t> Tree<'t> {
    /// An empty tree, with room for about as many nodes as the markup has.
    pub fn new(markup: &str) -> Self {
        let nodes = (markup.len() / BYTES_PER_NODE).min(limits::HTML_NODES);
        let mut tree = Self { nodes: Vec::with_capacity(nodes) };
        tree.add(Kind::Element(Element::new(Name::implied(Tag::Other), &Attributes::default())));
        tree
    }

    pub fn kind(&self, node: NodeId) -> &Kind<'t> {
        &self.nodes[node as usize].kind
    }

    pub fn element(&self, node: NodeId) -> Option<&Element<'t>> {
        match self.kind(node) {
            Kind::Element(element) => Some(element),
            Kind::Text(_) => None,
        }
    }

    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let some = |node: NodeId| (node != ROOT).then_some(node);
        let first = some(self.nodes[node as usize].first_child);
        std::iter::successors(first, move |&child| some(self.nodes[child as usize].next))
    }

    pub fn parent(&self, node: NodeId) -> NodeId {
        self.nodes[node as usize].parent
    }

    pub fn hold_limits(&self) -> Result<(), Error> {
        limits::hold(self.nodes.len(), limits::HTML_NODES, "网页元素的个数", "HTML elements")
    }

    /// Adds a node that stands nowhere yet.
    pub fn add(&mut self, kind: Kind<'t>) -> NodeId {
        let node = Node { kind, parent: ROOT, previous: ROOT, next: ROOT, first_child: ROOT, last_child: ROOT };
        self.nodes.push(node);
        self.nodes.len() as NodeId - 1
    }

    /// Puts a node that stands nowhere in its place.
    pub fn insert(&mut self, node: NodeId, Place { parent, next }: Place) {
        let previous = self.before(Place { parent, next });
        match next {
            ROOT => self.nodes[parent as usize].last_child = node,
            next => self.nodes[next as usize].previous = node,
        }
        match previous {
            ROOT => self.nodes[parent as usize].first_child = node,
            previous => self.nodes[previous as usize].next = node,
        }
        let own = &mut self.nodes[node as usize];
        (own.parent, own.previous, own.next) = (parent, previous, next);
    }

    /// Takes a node out of its place, its children with it.
    pub fn detach(&mut self, node: NodeId) {
        let Node { parent, previous, next, .. } = self.nodes[node as usize];
        if node != ROOT && (parent != ROOT || self.nodes[ROOT as usize].first_child == node || previous != ROOT) {
            match previous {
                ROOT => self.nodes[parent as usize].first_child = next,
                previous => self.nodes[previous as usize].next = next,
            }
            match next {
                ROOT => self.nodes[parent as usize].last_child = previous,
                next => self.nodes[next as usize].previous = previous,
            }
        }
        let node = &mut self.nodes[node as usize];
        (node.parent, node.previous, node.next) = (ROOT, ROOT, ROOT);
    }

    /// Text goes on with that before it.
    pub fn insert_text(&mut self, text: Cow<'t, str>, place: Place) {
        let before = self.before(place);
        if before != ROOT
            && let Kind::Text(own) = &mut self.nodes[before as usize].kind
        {
            own.to_mut().push_str(&text);
            return;
        }
        let node = self.add(Kind::Text(text));
        self.insert(node, place);
    }

    /// The node before a place.
    fn before(&self, Place { parent, next }: Place) -> NodeId {
        if next == ROOT { self.nodes[parent as usize].last_child } else { self.nodes[next as usize].previous }
    }
}
