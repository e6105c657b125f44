//! Characters that mean the same are made the same, so that labels and words can be compared; places stay the source's.

use super::Span;
use crate::sorted::set;
use std::sync::LazyLock;

/// Traditional characters, and glyphs that PDF fonts put in place of the common ones, of the words this project looks
/// for; pairs of the character as it may stand and the one it means.
const VARIANTS: &str = "\
⺁厂⺇几⺌小⺎兀⺏尣⺒巳⺓幺⺔彑⺗心⺘手⺙攴⺛旡⺝月⺞歹⺟母⺠民⺡水⺢水⺣火⺤爪⺥爪⺦丬⺨犬⺩王⺪疋⺫目⺬示⺭示⺮竹⺯糸⺰纟⺱网⺲罒⺳网⺵网⺶羊⺷羊⺸羊⺹老⺺聿⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹\
⻁虎⻂衣⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑长⻒镸⻓长⻔门⻕阜⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯龙⻰龙⻱龟⻲龟⻳龟\
戶户見见車车長长門门頁页風风飛飞馬马魚鱼鳥鸟麥麦黃黄齊齐齒齿龍龙龜龟韋韦貝贝糹纟鹵卤\
總总計计體体況况動动開开處处訴诉訟讼議议複复復复報报項项問问題题進进規规範范許许對对務务罰罚強强製制減减徵征購购採采額额單单數数據据關关係系於于請请業业機机構构組组織织個个與与轉转繼继續续給给區区屬属國国祕秘禁禁緊紧護护權权類类過过執执檔档詢询無无現现補补內内實实確确認认獲获來来費费準准決决結结維维糾纠審审經经產产應应當当條条術术標标當当歲岁萬万億亿兩两參参\
〇0零0";

/// The Kangxi radicals U+2F00 to U+2FD5, in their order, as the characters they look like.
const KANGXI: &str = "\
一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";

/// White space of every kind, and the marks that take no room.
pub fn is_space(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => matches!(character, ' ' | '\t'..='\r'),
        // Most characters of a report, told without a look into tables.
        '\u{3001}'..='\u{fefe}' => false,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => true,
        _ => character.is_whitespace(),
    }
}

/// A text without the white space at its ends.
pub fn trim(text: &str) -> &str {
    let is_edge = |edge: Option<char>| edge.is_some_and(is_space);
    // Most have none.
    if !is_edge(text.chars().next()) && !is_edge(text.chars().next_back()) {
        return text;
    }
    text.trim_start_matches(is_space).trim_end_matches(is_space)
}

/// The character that this one stands for: half-width for full-width, simplified for traditional, one kind of bracket,
/// of quotation mark, of dash. One character is always one character.
pub fn fold_char(character: char) -> char {
    match character {
        '\0'..='\u{7f}' => character,
        '\u{2000}'..='\u{9fff}' => TABLE.meant(character),
        '！'..='～' => match char::from_u32(character as u32 - 0xfee0) {
            Some('[' | '{') => '(',
            Some(']' | '}') => ')',
            Some(ascii) => ascii,
            None => character,
        },
        '﹝' => '(',
        '﹞' => ')',
        '﹣' => '-',
        '﹒' => '.',
        _ => character,
    }
}

/// The folded characters of a text, without its white space.
pub fn folded_chars(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|&character| !is_space(character)).map(fold_char)
}

/// Marks of several kinds, and the one that each stands for.
const MARKS: [(&str, char); 6] =
    [("〔【〖", '('), ("〕】〗", ')'), ("“”„‟「」『』‘’〝〞", '"'), ("−–—‐‑‒―─ー", '-'), ("。", '.'), ("○◯", '0')];

/// The characters from U+2000 to U+9FFF that stand for others.
struct Variants {
    /// A bit for each of these characters: few stand for others, and what is asked of each character of a report fits in the
    /// processor's nearest memory so.
    bits: [u64; 512],
    /// Each with what it stands for, in their order.
    pairs: Vec<(char, char)>,
}

impl Variants {
    const START: u32 = 0x2000;

    /// The word and the bit of a character.
    fn place(character: char) -> (usize, u32) {
        let number = character as u32 - Self::START;
        ((number / 64) as usize, number % 64)
    }

    fn meant(&self, character: char) -> char {
        let (word, bit) = Self::place(character);
        if self.bits[word] >> bit & 1 == 0 {
            return character;
        }
        let pair = self.pairs.binary_search_by_key(&character, |&(written, _)| written);
        pair.map_or(character, |at| self.pairs[at].1)
    }
}

static TABLE: LazyLock<Variants> = LazyLock::new(|| {
    let radicals = ('\u{2f00}'..).zip(KANGXI.chars());
    let variants: Vec<char> = VARIANTS.chars().collect();
    let variants = variants.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let marks = MARKS.into_iter().flat_map(|(marks, meant)| marks.chars().map(move |mark| (mark, meant)));
    let pairs = set(radicals.chain(variants).chain(marks));
    let mut bits = [0; 512];
    for &(written, _) in &pairs {
        let (word, bit) = Variants::place(written);
        bits[word] |= 1 << bit;
    }
    Variants { bits, pairs }
});

/// A piece of text with its characters folded and its white space left out, each with its place in the source.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The folded characters.
    pub chars: Vec<char>,
    places: Vec<Place>,
}

/// Where a character stands in the source: its first byte, and in the last two bits how many more it has. A long report has
/// one for each character, and memory is what takes time there.
#[derive(Clone, Copy, Debug)]
struct Place(u32);

impl Place {
    fn new(start: usize, length: usize) -> Self {
        Self((start as u32) << 2 | (length as u32 - 1))
    }

    fn start(self) -> usize {
        (self.0 >> 2) as usize
    }

    fn end(self) -> usize {
        self.start() + (self.0 & 3) as usize + 1
    }
}

impl Folded {
    /// Folds `text`, whose first byte stands at `offset` in the source.
    pub fn new(text: &str, offset: usize) -> Self {
        let mut folded = Self::default();
        folded.push(text, offset);
        folded
    }

    /// Goes on with a further piece of the source.
    pub fn push(&mut self, text: &str, offset: usize) {
        let most = text.chars().count();
        self.chars.reserve(most);
        self.places.reserve(most);
        let table = &*TABLE;
        let mut rest = text.char_indices();
        while let Some((at, character)) = rest.next() {
            let folded = match character {
                // Most characters of a report.
                '\u{4e00}'..='\u{9fff}' => table.meant(character),
                _ if is_space(character) => continue,
                _ => fold_char(character),
            };
            self.chars.push(folded);
            self.places.push(Place::new(offset + at, rest.offset() - at));
        }
    }

    /// The place in the source of the characters `from..to`, of which there is at least one.
    pub fn span(&self, from: usize, to: usize) -> Span {
        Span::bytes(self.places[from].start(), self.places[to - 1].end())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_whole() {
        assert_eq!(KANGXI.chars().count(), 214);
        assert_eq!(VARIANTS.chars().count() % 2, 0);
        assert!(TABLE.pairs.is_sorted_by(|(before, _), (after, _)| before < after), "a character stands for two");
    }

    #[test]
    fn variants_fold_to_the_common_character() {
        for (written, meant) in [
            ("⼀⼆⽂⻅⻔⺠", "一二文见门民"),
            ("１２．５％", "12.5%"),
            ("總計", "总计"),
            ("〔二〇〕「", "(二0)\""),
            ("——", "--"),
        ] {
            assert_eq!(written.chars().map(fold_char).collect::<String>(), meant);
        }
    }
}
