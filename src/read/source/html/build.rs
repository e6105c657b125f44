//! Tags and text → the tree: which element each goes into, as browsers repair what was left out or crossed.

mod table;

use super::names::{BREAKS_OUT, CLOSES_P, FORMATTING, IMPLIED, Name, RAW, SCOPE, SPECIAL, Tag, VOID};
use super::tokens::{Attributes, StartTag, Token, Tokens};
use super::tree::{Element, Kind, NodeId, Place, ROOT, Tree};
use crate::options::Error;
use crate::read::source::limits;
use std::borrow::Cow;

/// The tree of any markup. Fails only where a limit is passed.
pub fn build(markup: &str) -> Result<Tree<'_>, Error> {
    let mut builder = Builder {
        tokens: Tokens::new(markup),
        tree: Tree::new(markup),
        open: vec![Open { node: ROOT, name: Name::implied(Tag::Html), is_drawn: false }],
        in_form: false,
        templates: 0,
    };
    while let Some(token) = builder.tokens.next(builder.is_in_drawing()) {
        match token {
            Token::Text(text) => builder.text(text),
            Token::Start(tag) => builder.start(tag),
            Token::End(name) => builder.end(name),
        }
        limits::hold(builder.open.len(), limits::HTML_DEPTH, "网页元素的嵌套层数", "HTML elements inside one another")?;
        builder.tree.hold_limits()?;
    }
    Ok(builder.tree)
}

/// An element that has begun and not ended.
#[derive(Clone, Copy)]
struct Open<'t> {
    node: NodeId,
    name: Name<'t>,
    /// Part of a drawing or a formula, whose names and rules are others than a page's.
    is_drawn: bool,
}

impl Open<'_> {
    fn is(&self, traits: u16) -> bool {
        if self.is_drawn { traits & (SPECIAL | SCOPE) != 0 && self.holds_page() } else { self.name.is(traits) }
    }

    fn is_one(&self, tag: Tag) -> bool {
        !self.is_drawn && self.name.tag == tag
    }

    /// Whether the rules of a page hold again inside a part of a drawing or a formula.
    fn holds_page(&self) -> bool {
        let parts = ["foreignobject", "desc", "title", "mi", "mo", "mn", "ms", "mtext"];
        parts.iter().any(|part| self.name.text.eq_ignore_ascii_case(part))
    }
}

struct Builder<'t> {
    tokens: Tokens<'t>,
    tree: Tree<'t>,
    /// Outermost first; the first is the page.
    open: Vec<Open<'t>>,
    in_form: bool,
    /// How many templates are open inside one another: nothing of them is shown.
    templates: usize,
}

impl<'t> Builder<'t> {
    fn text(&mut self, text: Cow<'t, str>) {
        if self.templates > 0 {
            return;
        }
        // White space between the parts of a table stays there.
        let is_space = text.bytes().all(|byte| byte.is_ascii_whitespace());
        let place = if is_space { self.inside() } else { self.place() };
        self.tree.insert_text(text, place);
    }

    fn start(&mut self, tag: StartTag<'t>) {
        if self.templates > 0 {
            return self.start_in_template(tag.name);
        }
        if self.is_in_drawing() {
            if !tag.name.is(BREAKS_OUT) {
                return self.insert_drawn(tag);
            }
            self.leave_drawing();
        }
        match tag.name.tag {
            Tag::Html | Tag::Head | Tag::Body | Tag::Frameset | Tag::Frame => {}
            Tag::Template => {
                self.add(tag.name, self.place());
                self.templates = 1;
            }
            Tag::Svg | Tag::Math => self.insert_drawn(tag),
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot => self.start_table_part(tag.name),
            Tag::Caption | Tag::Col | Tag::Colgroup => self.start_table_part(tag.name),
            Tag::Form if self.in_form => {}
            // A form that is crossed with a table is empty there.
            Tag::Form if self.table_context().is_some() => {
                self.in_form = true;
                self.add(tag.name, self.inside());
            }
            _ => {
                self.close_before(tag.name);
                self.insert(tag);
            }
        }
    }

    /// Ends what can't go on where this element begins.
    fn close_before(&mut self, name: Name<'t>) {
        match name.tag {
            Tag::Table => self.close_table_in_table(),
            Tag::Li => self.close_item(&[Tag::Li]),
            Tag::Dd | Tag::Dt => self.close_item(&[Tag::Dd, Tag::Dt]),
            Tag::Button => self.close_in_scope(|open| open.tag == Tag::Button, 0),
            Tag::Optgroup | Tag::Option if self.current().is_one(Tag::Option) => self.pop(),
            Tag::A | Tag::Nobr => self.end_formatting(name),
            Tag::Rb | Tag::Rtc | Tag::Rt | Tag::Rp => self.close_ruby(name.tag),
            _ => {}
        }
        if name.is(CLOSES_P) || matches!(name.tag, Tag::Table | Tag::Li | Tag::Dd | Tag::Dt | Tag::Form) {
            self.close_paragraph();
        }
        if name.is_heading() && self.current().name.is_heading() {
            self.pop();
        }
    }

    fn insert(&mut self, tag: StartTag<'t>) {
        let name = tag.name;
        if name.is(RAW) {
            let node = self.add(name, self.place());
            let text = Cow::Borrowed(self.tokens.raw(name));
            return self.tree.insert_text(text, Place { parent: node, next: ROOT });
        }
        self.in_form |= name.tag == Tag::Form;
        let node = self.add(name, self.place());
        if !name.is(VOID) {
            self.open.push(Open { node, name, is_drawn: false });
        }
    }

    /// Adds an element with the attributes of its tag.
    fn add(&mut self, name: Name<'t>, place: Place) -> NodeId {
        let node = self.tree.add(Kind::Element(Element::new(name, &self.tokens.attributes)));
        self.tree.insert(node, place);
        node
    }

    fn end(&mut self, name: Name<'t>) {
        if self.templates > 0 {
            self.templates -= usize::from(name.tag == Tag::Template);
            return;
        }
        if self.current().is_drawn && self.end_drawn(name) {
            return;
        }
        match name.tag {
            Tag::Html | Tag::Head | Tag::Body | Tag::Frameset | Tag::Template => {}
            Tag::Table | Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Caption => {
                self.end_table_part(name);
            }
            Tag::Br => self.start_implied(name),
            Tag::P => {
                // A paragraph that never began is an empty one.
                if self.in_scope(|open| open.tag == Tag::P, 0).is_none() {
                    self.start_implied(name);
                }
                self.close_paragraph();
            }
            Tag::Form => self.end_form(),
            Tag::Li => self.close_in_scope(|open| open == name, LIST),
            _ if name.is_heading() => self.close_in_scope(Name::is_heading, 0),
            _ if name.is(FORMATTING) => self.end_formatting(name),
            _ if name.is(CLOSES_P | SPECIAL) && !name.is(VOID) => self.close_in_scope(|open| open == name, 0),
            _ => self.end_other(name),
        }
    }

    /// Begins an element whose tag isn't there.
    fn start_implied(&mut self, name: Name<'t>) {
        self.tokens.attributes = Attributes::default();
        self.start(StartTag::of(name));
    }

    /// Ends a form alone: what has begun inside it goes on.
    fn end_form(&mut self) {
        if std::mem::take(&mut self.in_form)
            && let Some(form) = self.in_scope(|open| open.tag == Tag::Form, 0)
        {
            while self.open.len() > form + 1 && self.current().name.is(IMPLIED) {
                self.pop();
            }
            self.open.remove(form);
        }
    }

    /// Ends an element of formatting. Blocks that have begun inside it go on, out of it and of what else crosses them.
    fn end_formatting(&mut self, name: Name<'t>) {
        let Some(at) = self.in_scope(|open| open == name, 0) else { return };
        let inner = self.open.split_off(at);
        let last_block = inner.iter().rposition(|open| open.is(SPECIAL)).map_or(0, |last| last + 1);
        for open in inner[..last_block].iter().filter(|open| open.name != name && open.is(SPECIAL | FORMATTING)) {
            if open.is(SPECIAL) {
                self.tree.detach(open.node);
                self.tree.insert(open.node, self.place());
            }
            self.open.push(*open);
        }
    }

    /// Ends an element that the standard has no rule for, unless something begun inside it has one.
    fn end_other(&mut self, name: Name<'t>) {
        let is_met = |open: &Open| open.name == name || open.is(SPECIAL);
        if let Some(at) = self.open.iter().rposition(is_met).filter(|&at| self.open[at].name == name) {
            self.open.truncate(at);
        }
    }

    fn current(&self) -> Open<'t> {
        *self.open.last().expect("the page is always open")
    }

    fn pop(&mut self) {
        self.open.pop();
    }

    /// The innermost open element that is looked for, unless a border stands before it.
    fn in_scope(&self, is_sought: impl Fn(Name<'t>) -> bool, more_borders: u8) -> Option<usize> {
        for (at, open) in self.open.iter().enumerate().rev() {
            if !open.is_drawn && is_sought(open.name) {
                return Some(at);
            }
            let is_border = match open.name.tag {
                Tag::Ol | Tag::Ul => more_borders == LIST,
                Tag::Button => more_borders == BUTTON,
                _ => open.is(SCOPE),
            };
            if is_border {
                return None;
            }
        }
        None
    }

    fn close_in_scope(&mut self, is_sought: impl Fn(Name<'t>) -> bool, more_borders: u8) {
        if let Some(at) = self.in_scope(is_sought, more_borders) {
            self.open.truncate(at);
        }
    }

    fn close_paragraph(&mut self) {
        self.close_in_scope(|open| open.tag == Tag::P, BUTTON);
    }

    /// Ends the item that is open, where nothing but prose stands between it and the next.
    fn close_item(&mut self, tags: &[Tag]) {
        for at in (0..self.open.len()).rev() {
            let Open { name, is_drawn, .. } = self.open[at];
            if !is_drawn && tags.contains(&name.tag) {
                self.open.truncate(at);
                return;
            }
            if self.open[at].is(SPECIAL) && !matches!(name.tag, Tag::Address | Tag::Div | Tag::P) {
                return;
            }
        }
    }

    /// Ends the part of a ruby that is open.
    fn close_ruby(&mut self, next: Tag) {
        if self.in_scope(|open| open.tag == Tag::Ruby, 0).is_none() {
            return;
        }
        let stays = |open: Name| open.tag == Tag::Rtc && matches!(next, Tag::Rt | Tag::Rp);
        while self.current().name.is(IMPLIED) && !stays(self.current().name) {
            self.pop();
        }
    }

    /// In a template only others matter, and text that may look like their tags.
    fn start_in_template(&mut self, name: Name<'t>) {
        self.templates += usize::from(name.tag == Tag::Template);
        if name.is(RAW) {
            self.tokens.raw(name);
        }
    }

    /// Whether what comes next stands in a drawing or a formula itself.
    fn is_in_drawing(&self) -> bool {
        let current = self.current();
        current.is_drawn && !current.holds_page()
    }

    fn insert_drawn(&mut self, tag: StartTag<'t>) {
        let node = self.add(tag.name, self.place());
        if !tag.self_closing {
            self.open.push(Open { node, name: tag.name, is_drawn: true });
        }
    }

    /// Ends the drawing, as an element of the page begins.
    fn leave_drawing(&mut self) {
        while self.is_in_drawing() {
            self.pop();
        }
    }

    /// Whether a tag ends a part of the drawing; if none, the rules of the page hold.
    fn end_drawn(&mut self, name: Name<'t>) -> bool {
        if matches!(name.tag, Tag::P | Tag::Br) {
            self.leave_drawing();
            return false;
        }
        let drawn = self.open.iter().rposition(|open| !open.is_drawn).map_or(0, |page| page + 1);
        let at = self.open[drawn..].iter().rposition(|open| open.name == name);
        at.is_some_and(|at| {
            self.open.truncate(drawn + at);
            true
        })
    }

    /// Where what comes now stands: in the innermost element, but before a table if that is the table or one of its parts.
    fn place(&self) -> Place {
        let current = self.current();
        let is_part = matches!(current.name.tag, Tag::Table | Tag::Tr) || current.name.is_row_group();
        let table = self.open.iter().rfind(|open| is_part && !current.is_drawn && open.is_one(Tag::Table));
        table.map_or(self.inside(), |table| Place { parent: self.tree.parent(table.node), next: table.node })
    }

    fn inside(&self) -> Place {
        Place { parent: self.current().node, next: ROOT }
    }
}

/// Borders besides those of every scope.
const BUTTON: u8 = 1;
const LIST: u8 = 2;
