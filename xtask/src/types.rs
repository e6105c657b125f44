//! The TypeScript types of everything that crosses the JavaScript boundary, drawn from the Rust types.

use crate::rule_docs::RuleDoc;
use gouji::form::Form;
use gouji::options::{CheckOptions, FindingOptions, ReadOptions, RenderFormat, RollUpOptions};
use gouji::report::{CheckResult, RollUp};
use std::collections::BTreeMap;
use ts_rs::{Config, TS, TypeVisitor};

/// A declaration for each type, in the order of their names.
pub fn declarations() -> String {
    let mut declarations = Declarations::default();
    declarations.visit::<CheckResult>();
    declarations.visit::<CheckOptions>();
    declarations.visit::<ReadOptions>();
    declarations.visit::<FindingOptions>();
    declarations.visit::<RollUp>();
    declarations.visit::<RollUpOptions>();
    declarations.visit::<RenderFormat>();
    declarations.visit::<Form>();
    declarations.visit::<RuleDoc>();
    declarations.by_name.into_values().collect::<Vec<_>>().join("\n")
}

#[derive(Default)]
struct Declarations {
    by_name: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Strings, numbers, lists and the like have no declaration of their own.
        if T::output_path().is_none() {
            return;
        }
        let config = Config::default();
        let name = T::ident(&config);
        if self.by_name.contains_key(&name) {
            return;
        }
        let docs = T::docs().unwrap_or_default();
        self.by_name.insert(name, format!("{docs}export {}\n", T::decl(&config)));
        T::visit_dependencies(self);
    }
}
