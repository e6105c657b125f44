//! Lists in order, and things by their name. One sort and one map serve all types: each further kind that the standard
//! library makes is some kilobytes of the engine.

use foldhash::fast::FixedState;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

/// Sorts a list; what is equal keeps its order.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order = order(items.len(), &|one, other| compare(&items[one], &items[other]));
    for start in 0..items.len() {
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            items.swap(at, from);
            at = from;
        }
        order[at] = at;
    }
}

/// Where each item comes from when a list is sorted.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..length).collect();
    order.sort_by(|&one, &other| compare(one, other));
    order
}

pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// The items in order, each once.
pub fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut items: Vec<T> = items.into_iter().collect();
    sort_by(&mut items, T::cmp);
    items.dedup();
    items
}

/// Things by their name, in the order in which they were named.
#[derive(Debug)]
pub struct Named<T> {
    places: HashMap<Cow<'static, str>, usize, FixedState>,
    things: Vec<T>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { places: HashMap::default(), things: Vec::new() }
    }
}

impl<T> Named<T> {
    /// Names a thing; of two with the same name, the later counts.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, thing: T) {
        self.places.insert(name.into(), self.things.len());
        self.things.push(thing);
    }

    pub fn get(&self, name: &str) -> Option<&T> {
        self.things.get(self.place(name)?)
    }

    /// Where the thing of this name stands among all.
    pub fn place(&self, name: &str) -> Option<usize> {
        self.places.get(name).copied()
    }

    pub fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let place = self.place(name)?;
        self.things.get_mut(place)
    }

    /// The thing of this name, which is made if there is none.
    pub fn entry(&mut self, name: impl Into<Cow<'static, str>>) -> &mut T
    where
        T: Default,
    {
        let at = *self.places.entry(name.into()).or_insert(self.things.len());
        if at == self.things.len() {
            self.things.push(T::default());
        }
        &mut self.things[at]
    }

    pub fn things(&self) -> &[T] {
        &self.things
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_is_sorted_as_the_standard_library_sorts_it(items in prop::collection::vec((0..20u8, any::<u8>()), 0..60)) {
            let mut sorted = items.clone();
            sort_by_key(&mut sorted, |item| item.0);
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(sorted, expected);
            prop_assert_eq!(set(items.clone()), std::collections::BTreeSet::from_iter(items).into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn of_two_with_the_same_name_the_later_counts() {
        let mut named = Named::default();
        named.insert("a", 1);
        named.insert("b", 2);
        named.insert("a", 3);
        assert_eq!((named.get("a"), named.get("b"), named.get("c")), (Some(&3), Some(&2), None));
        *named.entry("c") += 1;
        assert_eq!(named.things(), [1, 2, 3, 1]);
    }
}
