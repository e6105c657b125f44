//! The engine's memory in WebAssembly: small pieces are kept by their size, and handed out again as they are.
//!
//! A check asks for some two thousand small pieces. The standard allocator joins free neighbours and looks for the piece
//! that fits best, a tenth of all the time; here a piece is one step away. What is large, and the blocks that small
//! pieces are cut from, are the standard allocator's.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::ptr;

/// By how many bytes the sizes of small pieces differ; all begin at a multiple of it.
const STEP: usize = 16;
/// The number of those sizes.
const SIZES: usize = 16;
/// What small pieces are cut from, in bytes.
const BLOCK: Layout = match Layout::from_size_align(64 * 1024, STEP) {
    Ok(layout) => layout,
    Err(_) => panic!("a block has a size"),
};

/// An allocator for one thread.
pub struct Memory {
    /// For each size the free piece that was given back last; each holds the address of the one before.
    free: [Cell<*mut u8>; SIZES],
    /// The end of what is left of the block being cut, and how many bytes that is.
    end: Cell<*mut u8>,
    left: Cell<usize>,
}

impl Memory {
    pub const fn new() -> Self {
        Self {
            free: [const { Cell::new(ptr::null_mut()) }; SIZES],
            end: Cell::new(ptr::null_mut()),
            left: Cell::new(0),
        }
    }

    /// A piece of the block being cut, or of a new one; null where there is no memory.
    #[cold]
    fn cut(&self, size: usize) -> *mut u8 {
        if self.left.get() < size {
            // SAFETY: a block has a size.
            let block = unsafe { System.alloc(BLOCK) };
            if block.is_null() {
                return block;
            }
            self.end.set(block.wrapping_add(BLOCK.size()));
            self.left.set(BLOCK.size());
        }
        let piece = self.end.get().wrapping_sub(self.left.get());
        self.left.set(self.left.get() - size);
        piece
    }
}

/// Which of the sizes a small piece has.
fn small(layout: Layout) -> Option<usize> {
    let size = layout.size().wrapping_sub(1) / STEP;
    (size < SIZES && layout.align() <= STEP).then_some(size)
}

// SAFETY: a small piece is in one place at a time: part of the block that is left, in the list of its size, or handed out;
// `small` tells the same of a layout each time, so that a piece comes back to the list of its own size, whose pieces all
// have room for an address and begin at a multiple of `STEP`. All other pieces are those of `System`.
unsafe impl GlobalAlloc for Memory {
    // Without this each place that asks for memory would have a copy of its own.
    #[inline(never)]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        let Some(size) = small(layout) else { return unsafe { System.alloc(layout) } };
        let piece = self.free[size].get();
        if piece.is_null() {
            return self.cut((size + 1) * STEP);
        }
        self.free[size].set(unsafe { *piece.cast::<*mut u8>() });
        piece
    }

    #[inline(never)]
    unsafe fn dealloc(&self, piece: *mut u8, layout: Layout) {
        let Some(size) = small(layout) else { return unsafe { System.dealloc(piece, layout) } };
        unsafe { *piece.cast::<*mut u8>() = self.free[size].get() };
        self.free[size].set(piece);
    }

    #[inline(never)]
    unsafe fn realloc(&self, piece: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: the caller holds that the size is one for this alignment.
        let wanted = unsafe { Layout::from_size_align_unchecked(size, layout.align()) };
        match (small(layout), small(wanted)) {
            (None, None) => unsafe { System.realloc(piece, layout, size) },
            (before, after) if before == after => piece,
            _ => unsafe {
                let larger = self.alloc(wanted);
                if !larger.is_null() {
                    ptr::copy_nonoverlapping(piece, larger, layout.size().min(size));
                    self.dealloc(piece, layout);
                }
                larger
            },
        }
    }
}

// SAFETY: the engine's module has no threads.
#[cfg(all(target_arch = "wasm32", not(target_feature = "atomics")))]
unsafe impl Sync for Memory {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: Memory = Memory::new();

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A piece that is handed out, and the byte it is filled with.
    struct Piece {
        start: *mut u8,
        layout: Layout,
        byte: u8,
    }

    impl Piece {
        fn is_whole(&self) -> bool {
            let bytes = unsafe { std::slice::from_raw_parts(self.start, self.layout.size()) };
            self.start.addr().is_multiple_of(self.layout.align()) && bytes.iter().all(|&byte| byte == self.byte)
        }

        fn fill(&self) {
            unsafe { self.start.write_bytes(self.byte, self.layout.size()) };
        }
    }

    #[derive(Clone, Debug)]
    enum Step {
        Ask(usize, u32),
        Resize(usize, usize),
        GiveBack(usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        let size = || prop_oneof![4 => 1..300usize, 1 => 300..5_000usize];
        prop_oneof![
            3 => (size(), 0..7u32).prop_map(|(size, align)| Step::Ask(size, align)),
            2 => (0..1_000usize, size()).prop_map(|(which, size)| Step::Resize(which, size)),
            2 => (0..1_000usize).prop_map(Step::GiveBack),
        ]
    }

    proptest! {
        #[test]
        fn what_is_handed_out_stays_as_it_was_written(steps in prop::collection::vec(step(), 1..800)) {
            let memory = Memory::new();
            let mut pieces: Vec<Piece> = Vec::new();
            for (at, step) in steps.into_iter().enumerate() {
                match step {
                    Step::Ask(size, align) => {
                        let layout = Layout::from_size_align(size, 1 << align).unwrap();
                        let start = unsafe { memory.alloc(layout) };
                        pieces.push(Piece { start, layout, byte: at as u8 });
                    }
                    Step::Resize(which, size) if !pieces.is_empty() => {
                        let which = which % pieces.len();
                        let mut piece = pieces.swap_remove(which);
                        let kept = piece.layout.size().min(size);
                        piece.start = unsafe { memory.realloc(piece.start, piece.layout, size) };
                        piece.layout = Layout::from_size_align(kept, piece.layout.align()).unwrap();
                        prop_assert!(piece.is_whole());
                        piece.layout = Layout::from_size_align(size, piece.layout.align()).unwrap();
                        piece.byte = at as u8;
                        pieces.push(piece);
                    }
                    Step::GiveBack(which) if !pieces.is_empty() => {
                        let which = which % pieces.len();
                        let piece = pieces.swap_remove(which);
                        unsafe { memory.dealloc(piece.start, piece.layout) };
                    }
                    _ => continue,
                }
                pieces.last().inspect(|piece| piece.fill());
                prop_assert!(pieces.iter().all(Piece::is_whole));
            }
            pieces.iter().for_each(|piece| unsafe { memory.dealloc(piece.start, piece.layout) });
        }
    }
}
