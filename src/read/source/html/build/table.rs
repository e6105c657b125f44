//! The parts of a table: what its tags put in that was left out, and what they end.

use super::{Builder, Open};
use crate::read::source::html::names::{Name, Tag};

/// Whether an element is a table or a part of one.
fn is_table_part(open: &Open) -> bool {
    let is_part = matches!(open.name.tag, Tag::Table | Tag::Tr | Tag::Td | Tag::Th | Tag::Caption);
    !open.is_drawn && (is_part || open.name.is_row_group())
}

impl<'t> Builder<'t> {
    /// The innermost part of a table.
    fn innermost_part(&self) -> Option<usize> {
        self.open.iter().rposition(is_table_part)
    }

    /// The innermost part of a table, if it is one that takes nothing but further parts.
    pub(super) fn table_context(&self) -> Option<usize> {
        self.innermost_part().filter(|&at| !matches!(self.open[at].name.tag, Tag::Td | Tag::Th | Tag::Caption))
    }

    /// A table that begins between the parts of another ends it.
    pub(super) fn close_table_in_table(&mut self) {
        if self.table_context().is_some() {
            self.end_table_part(Name::implied(Tag::Table));
        }
    }

    /// Ends the parts that can't hold this one, and begins those that are missing around it. Outside a table the tag does
    /// nothing.
    pub(super) fn start_table_part(&mut self, name: Name<'t>) {
        while let Some(at) = self.innermost_part() {
            let (is_cell, is_row) = (matches!(name.tag, Tag::Td | Tag::Th), name.tag == Tag::Tr);
            let (holds, missing) = match self.open[at].name {
                part if part.tag == Tag::Tr => (is_cell, None),
                part if part.is_row_group() => (is_cell || is_row, is_cell.then_some(Tag::Tr)),
                part if part.tag == Tag::Table => (true, (is_cell || is_row).then_some(Tag::Tbody)),
                _ => (false, None),
            };
            self.open.truncate(if holds { at + 1 } else { at });
            match missing {
                Some(missing) => {
                    let attributes = std::mem::take(&mut self.tokens.attributes);
                    self.insert_part(Name::implied(missing));
                    self.tokens.attributes = attributes;
                }
                None if holds => {
                    // Columns hold nothing that is drawn.
                    if !matches!(name.tag, Tag::Col | Tag::Colgroup) {
                        self.insert_part(name);
                    }
                    return;
                }
                None => {}
            }
        }
    }

    fn insert_part(&mut self, name: Name<'t>) {
        let node = self.add(name, self.inside());
        self.open.push(Open { node, name, is_drawn: false });
    }

    /// Ends a table or a part of it, with what has begun inside, where the standard lets this tag end it.
    pub(super) fn end_table_part(&mut self, name: Name<'t>) {
        let Some(innermost) = self.innermost_part() else { return };
        let of_table = self.open.iter().rposition(|open| open.is_one(Tag::Table));
        let at =
            of_table.and_then(|table| Some(table + self.open[table..].iter().rposition(|open| open.name == name)?));
        let ends = match self.open[innermost].name.tag {
            Tag::Caption => matches!(name.tag, Tag::Caption | Tag::Table),
            _ => name.tag != Tag::Caption,
        };
        if let Some(at) = at.filter(|_| ends) {
            self.open.truncate(at);
        }
    }
}
