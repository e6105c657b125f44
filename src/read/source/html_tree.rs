//! The tree that html5ever builds: one flat list of nodes, so that however deep it goes nothing recurses over it.

use super::limits;
use crate::options::Error;
use html5ever::interface::{ElemName, ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, LocalName, Namespace, QualName};
use std::borrow::Cow;
use std::cell::{Ref, RefCell, RefMut};

pub type NodeId = usize;

/// The node that all others stand under.
pub const ROOT: NodeId = 0;

#[derive(Debug)]
pub enum Kind {
    Text(StrTendril),
    Element(Element),
    /// The document itself, comments and what else isn't shown.
    Other,
}

#[derive(Debug)]
pub struct Element {
    name: QualName,
    attributes: Vec<Attribute>,
}

impl Element {
    pub fn name(&self) -> &str {
        &self.name.local
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
    }
}

#[derive(Debug)]
struct Node {
    kind: Kind,
    parent: Option<NodeId>,
    previous: Option<NodeId>,
    next: Option<NodeId>,
    first_child: Option<NodeId>,
    last_child: Option<NodeId>,
    depth: usize,
}

#[derive(Debug)]
pub struct Tree {
    nodes: Vec<Node>,
    deepest: usize,
}

impl Tree {
    fn new() -> Self {
        let mut tree = Self { nodes: Vec::new(), deepest: 0 };
        tree.add(Kind::Other);
        tree
    }

    pub fn kind(&self, node: NodeId) -> &Kind {
        &self.nodes[node].kind
    }

    pub fn element(&self, node: NodeId) -> Option<&Element> {
        match self.kind(node) {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.nodes[node].first_child, |child| self.nodes[*child].next)
    }

    fn hold_limits(&self) -> Result<(), Error> {
        limits::hold(self.deepest, limits::HTML_DEPTH, "网页元素的嵌套层数", "HTML elements inside one another")?;
        limits::hold(self.nodes.len(), limits::HTML_NODES, "网页元素的个数", "HTML elements")
    }

    fn add(&mut self, kind: Kind) -> NodeId {
        self.nodes.push(Node {
            kind,
            parent: None,
            previous: None,
            next: None,
            first_child: None,
            last_child: None,
            depth: 0,
        });
        self.nodes.len() - 1
    }

    /// Takes a node out of its place, its children with it.
    fn detach(&mut self, node: NodeId) {
        let Node { parent, previous, next, .. } = self.nodes[node];
        match previous {
            Some(previous) => self.nodes[previous].next = next,
            None => parent.into_iter().for_each(|parent| self.nodes[parent].first_child = next),
        }
        match next {
            Some(next) => self.nodes[next].previous = previous,
            None => parent.into_iter().for_each(|parent| self.nodes[parent].last_child = previous),
        }
        let node = &mut self.nodes[node];
        (node.parent, node.previous, node.next) = (None, None, None);
    }

    /// Puts a node under `parent`, before `next` or at the end.
    fn insert(&mut self, node: NodeId, parent: NodeId, next: Option<NodeId>) {
        self.detach(node);
        let previous = match next {
            Some(next) => self.nodes[next].previous.replace(node),
            None => self.nodes[parent].last_child.replace(node),
        };
        match previous {
            Some(previous) => self.nodes[previous].next = Some(node),
            None => self.nodes[parent].first_child = Some(node),
        }
        let depth = self.nodes[parent].depth + 1;
        self.deepest = self.deepest.max(depth);
        let node = &mut self.nodes[node];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, next, depth);
    }

    fn insert_any(&mut self, child: NodeOrText<NodeId>, parent: NodeId, next: Option<NodeId>) {
        let node = match child {
            NodeOrText::AppendNode(node) => node,
            NodeOrText::AppendText(text) => {
                let before = match next {
                    Some(next) => self.nodes[next].previous,
                    None => self.nodes[parent].last_child,
                };
                if let Some(Kind::Text(existing)) = before.map(|before| &mut self.nodes[before].kind) {
                    existing.push_tendril(&text);
                    return;
                }
                self.add(Kind::Text(text))
            }
        };
        self.insert(node, parent, next);
    }
}

/// What html5ever writes into.
pub struct Sink(RefCell<Tree>);

impl Sink {
    pub fn new() -> Self {
        Self(RefCell::new(Tree::new()))
    }

    pub fn hold_limits(&self) -> Result<(), Error> {
        self.tree().hold_limits()
    }

    fn tree(&self) -> Ref<'_, Tree> {
        self.0.borrow()
    }

    fn tree_mut(&self) -> RefMut<'_, Tree> {
        self.0.borrow_mut()
    }
}

/// An element's name, held apart from the tree while the parser looks at it.
#[derive(Debug)]
pub struct Name(QualName);

impl ElemName for Name {
    fn ns(&self) -> &Namespace {
        &self.0.ns
    }

    fn local_name(&self) -> &LocalName {
        &self.0.local
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Name;

    fn finish(self) -> Tree {
        self.0.into_inner()
    }

    fn parse_error(&self, _message: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        ROOT
    }

    fn elem_name(&self, target: &NodeId) -> Name {
        match self.tree().element(*target) {
            Some(element) => Name(element.name.clone()),
            None => Name(QualName::new(None, Namespace::default(), LocalName::default())),
        }
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _flags: ElementFlags) -> NodeId {
        self.tree_mut().add(Kind::Element(Element { name, attributes }))
    }

    fn create_comment(&self, _text: StrTendril) -> NodeId {
        self.tree_mut().add(Kind::Other)
    }

    fn create_pi(&self, _target: StrTendril, _data: StrTendril) -> NodeId {
        self.tree_mut().add(Kind::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.tree_mut().insert_any(child, *parent, None);
    }

    fn append_based_on_parent_node(&self, element: &NodeId, previous: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.tree().nodes[*element].parent;
        match parent {
            Some(parent) => self.tree_mut().insert_any(child, parent, Some(*element)),
            None => self.tree_mut().insert_any(child, *previous, None),
        }
    }

    fn append_before_sibling(&self, sibling: &NodeId, child: NodeOrText<NodeId>) {
        let parent = self.tree().nodes[*sibling].parent;
        if let Some(parent) = parent {
            self.tree_mut().insert_any(child, parent, Some(*sibling));
        }
    }

    fn append_doctype_to_document(&self, _name: StrTendril, _public_id: StrTendril, _system_id: StrTendril) {}

    /// What stands in a template isn't shown: its contents are a node that nothing leads to.
    fn get_template_contents(&self, _target: &NodeId) -> NodeId {
        self.tree_mut().add(Kind::Other)
    }

    fn same_node(&self, one: &NodeId, other: &NodeId) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _mode: QuirksMode) {}

    /// Of `<html>` and `<body>` written twice: neither has an attribute that matters here.
    fn add_attrs_if_missing(&self, _target: &NodeId, _attributes: Vec<Attribute>) {}

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut tree = self.tree_mut();
        while let Some(child) = tree.nodes[*node].first_child {
            tree.insert(child, *new_parent, None);
        }
    }
}
