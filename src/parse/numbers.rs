//! Different numbers, kept for the sums that placements of figures can have.

/// Numbers, each once, in the order in which they came.
#[derive(Clone)]
pub struct Numbers {
    all: Vec<i64>,
    /// Where each number stands in the list, counted from 1: at the slot that the number tells, or the next that is free.
    slots: Vec<u32>,
}

impl Numbers {
    pub fn of(numbers: impl IntoIterator<Item = i64>) -> Self {
        let mut all = Self { all: Vec::new(), slots: vec![0; 8] };
        numbers.into_iter().for_each(|number| all.insert(number));
        all
    }

    pub fn all(&self) -> &[i64] {
        &self.all
    }

    pub fn contains(&self, number: i64) -> bool {
        self.slots[self.slot(number)] != 0
    }

    pub fn insert(&mut self, number: i64) {
        let slot = self.slot(number);
        if self.slots[slot] != 0 {
            return;
        }
        self.all.push(number);
        self.slots[slot] = self.all.len() as u32;
        if self.all.len() * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 4];
            for at in 0..self.all.len() {
                let slot = self.slot(self.all[at]);
                self.slots[slot] = at as u32 + 1;
            }
        }
    }

    /// The slot of a number, or the free one that it would take.
    fn slot(&self, number: i64) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (number.wrapping_mul(MIX) as u64 >> 32) as usize & last;
        while self.slots[slot] != 0 && self.all[self.slots[slot] as usize - 1] != number {
            slot = (slot + 1) & last;
        }
        slot
    }
}

/// An odd number whose multiples look like chance: 2⁶⁴ over the golden ratio.
pub const MIX: i64 = 0x9e37_79b9_7f4a_7c15_u64 as i64;
