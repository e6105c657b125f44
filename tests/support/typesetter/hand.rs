//! How the words of the form are written: widths, brackets, quotation marks, spaces, traditional characters, and the
//! glyphs that PDF fonts put in place of the common ones.

use super::chance;
use fastrand::Rng;

/// One report's way of writing.
#[derive(Clone, Debug)]
pub struct Hand {
    half_width: bool,
    /// What stands for “ and ”.
    quotes: (&'static str, &'static str),
    /// What stands after 1 in 1.属于国家秘密.
    mark: &'static str,
    /// A space after a numbering.
    spaced: bool,
    /// A stray space in a share of the labels.
    stray: f64,
    swap: &'static str,
}

/// Pairs of the common character and the traditional one.
const TRADITIONAL: &str = "总總计計开開处處诉訴讼訟议議报報项項规規范範对對务務数數据據关關请請业業机機构構组組织織个個转轉继繼续續\
    给給属屬国國护護权權类類过過执執档檔询詢无無现現补補内內实實确確认認获獲费費结結维維纠糾审審经經产產当當条條";

/// Pairs of the common character and its glyph among the Kangxi radicals.
const RADICALS: &str = "一⼀二⼆文⽂人⼈行⾏自⾃工⼯用⽤生⽣止⽌入⼊大⼤方⽅立⽴示⽰";

impl Hand {
    pub fn draw(rng: &mut Rng) -> Self {
        Self {
            half_width: chance(rng, 0.25),
            quotes: rng.choice([("“", "”"), ("“", "”"), ("\"", "\""), ("「", "」")]).expect("a pair"),
            mark: rng.choice([".", ".", "、", "．"]).expect("a mark"),
            spaced: chance(rng, 0.15),
            stray: if chance(rng, 0.1) { 0.2 } else { 0.0 },
            swap: match rng.u32(0..20) {
                0 => TRADITIONAL,
                1 => RADICALS,
                _ => "",
            },
        }
    }

    /// A label or a header of the form as this hand writes it.
    pub fn write(&self, rng: &mut Rng, official: &str) -> String {
        let mut text = official.replace('“', self.quotes.0).replace('”', self.quotes.1);
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            let space = if self.spaced { " " } else { "" };
            text = text.replacen('.', &format!("{}{space}", self.mark), 1);
        } else if self.spaced && text.starts_with('（') {
            text = text.replacen('）', "） ", 1);
        }
        if self.half_width {
            text = text.chars().map(half_width).collect();
        }
        text = text.chars().map(|character| self.swapped(character)).collect();
        if chance(rng, self.stray) {
            let at = rng.usize(1..text.chars().count().max(2));
            let offset = text.char_indices().nth(at).map_or(text.len(), |(offset, _)| offset);
            text.insert(offset, ' ');
        }
        text.trim().to_owned()
    }

    fn swapped(&self, character: char) -> char {
        let mut pairs = self.swap.chars().filter(|each| !each.is_whitespace());
        while let (Some(common), Some(other)) = (pairs.next(), pairs.next()) {
            if common == character {
                return other;
            }
        }
        character
    }
}

fn half_width(character: char) -> char {
    match character {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '：' => ':',
        _ => character,
    }
}
