//! Wholes and their parts: 共565条，其中A 5条、B 536条.

use crate::check::language::{Figure, Passage};
use crate::report::add;
use crate::text::{Word, begins_any, has_any, holds, words};
use rust_decimal::Decimal;

/// A whole and what the text lists as its parts.
#[derive(Debug)]
pub struct PartsList<'p> {
    pub whole: &'p Figure,
    /// The parts that certainly belong to the list, all of the whole's counter.
    pub parts: Vec<&'p Figure>,
    /// Further figures of the same counter that may or may not belong to it.
    pub perhaps: Vec<&'p Figure>,
    /// The list seems to hold all of the whole.
    pub complete: bool,
    /// The list says so: 其余, 分别为.
    pub claims: bool,
    /// The parts are ways of publishing, in which one document may come more than once.
    pub channels: bool,
}

/// What opens a list of parts.
const MARKERS: [&str; 4] = ["其中", "分别为", "分别是", "包括"];

/// What may stand between 其中 and the first part.
const OPENINGS: [&str; 9] = ["主要包括", "主要有", "包括", "包含", "分别", "含", "有", "主要", "涉及"];

/// What begins a piece that compares and lists nothing.
const COMPARISONS: &[Word] =
    words!["占", "约占", "同比", "环比", "较", "比", "增长", "下降", "上升", "增幅", "增加", "减少", "回落"];

/// What begins a piece that speaks of something else: the list has ended.
const DEPARTURES: &[Word] = words![
    "共",
    "合计",
    "总计",
    "全年",
    "累计",
    "另",
    "此外",
    "同时",
    "收到",
    "受理",
    "办结",
    "办理",
    "答复",
    "结转",
    "转结",
    "已",
    "均",
    "全部",
    "都",
    "未",
    "无",
    "没有",
    "并",
    "按",
    "有效",
    "切实",
    "得到",
    "做到",
    "确保",
    "进一步",
    "及时",
    "依法",
    "截至",
    "组织",
    "召开",
    "开展",
    "上年",
    "本年",
    "年内",
    "到期",
    "不存在",
    "以上",
];

/// The words of a list whose parts are ways of publishing, or forms of what is published.
const CHANNELS: &[Word] =
    words!["网站", "微信", "微博", "公众号", "客户端", "平台", "公报", "媒体", "文字", "图文", "图解", "视频"];

/// The outcomes of an application: a list that leaves some of them out claims only those that it names.
const OUTCOMES: &[Word] = words!["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"];

/// Words of a part that say what became of it, not what it is.
const USES: &[Word] = words!["采用", "采纳", "转载", "转发", "上报", "报送", "访问", "点击"];

/// How far before its list a whole may stand, in characters.
const REACH: usize = 80;

/// The lists of a passage.
pub fn lists(passage: &Passage) -> Vec<PartsList<'_>> {
    let chars = passage.chars();
    let mut lists = Vec::new();
    let mut read_to = 0;
    let may_begin = |character: &char| matches!(character, '其' | '分' | '包');
    while let Some(at) = chars[read_to..].iter().position(may_begin).map(|next| read_to + next) {
        read_to = at + 1;
        let rest = &passage.text[passage.byte(at)..];
        let Some(marker) = MARKERS.iter().find(|marker| rest.starts_with(**marker)) else { continue };
        let start = at + marker.chars().count();
        let mut reader = Reader::new(passage, start, marker);
        reader.read();
        read_to = reader.at.max(start);
        lists.extend(reader.list(at));
    }
    lists
}

/// Reads the pieces of one list, from its marker to its end.
struct Reader<'p> {
    passage: &'p Passage,
    at: usize,
    parts: Vec<&'p Figure>,
    perhaps: Vec<&'p Figure>,
    /// The separators between the parts, the strongest of them.
    level: u8,
    /// Pieces without a figure that wait for the item whose label they begin.
    waiting: bool,
    open: bool,
    claims: bool,
    abandoned: bool,
    channels: bool,
    /// How many parts are outcomes of an application.
    outcomes: usize,
    /// What follows belongs to the list only perhaps.
    doubtful: bool,
    /// Each part has a mark after its name: 甲类:12条.
    marked: bool,
}

/// How a piece leaves the list.
#[derive(PartialEq, Eq)]
enum Next {
    GoOn,
    End,
}

impl<'p> Reader<'p> {
    fn new(passage: &'p Passage, start: usize, marker: &str) -> Self {
        let chars = passage.chars();
        let rest = |at: usize| passage.slice(at..chars.len().min(at + 4));
        let mut at = start;
        let mut open = false;
        while at < chars.len() {
            let opening = OPENINGS.iter().find(|opening| rest(at).starts_with(**opening));
            match opening {
                Some(opening) => {
                    open |= opening.starts_with("主要") || *opening == "涉及";
                    at += opening.chars().count();
                }
                None if matches!(chars[at], ':' | ',' | '为') => at += 1,
                None => break,
            }
        }
        Self {
            passage,
            at,
            parts: Vec::new(),
            perhaps: Vec::new(),
            level: 0,
            waiting: false,
            open,
            claims: marker.starts_with("分别"),
            abandoned: false,
            channels: false,
            outcomes: 0,
            doubtful: false,
            marked: false,
        }
    }

    fn read(&mut self) {
        let chars = self.passage.chars();
        let mut separator = 0;
        loop {
            let (start, end) = (self.at, self.piece_end());
            let next = self.take(start, end, separator);
            self.at = end;
            separator = chars.get(end).map_or(0, |&character| strength(character));
            if next != Next::GoOn || separator == 0 {
                return;
            }
            self.at += 1;
        }
    }

    /// The end of the piece that begins here: a separator, a stop, the bracket that holds the list, or another list.
    fn piece_end(&mut self) -> usize {
        let mut depth = 0;
        for (at, &character) in self.passage.chars().iter().enumerate().skip(self.at) {
            match character {
                '(' => depth += 1,
                ')' if depth == 0 => return at,
                ')' => depth -= 1,
                '。' | '!' | '?' => return at,
                _ if depth == 0 && strength(character) > 0 => return at,
                '其' | '包' if depth == 0 && self.opens_another(at) => {
                    // A part's own parts aren't its equals, and what follows them may be either.
                    self.open = true;
                    return at;
                }
                _ => {}
            }
        }
        self.open |= depth > 0;
        self.passage.chars().len()
    }

    fn opens_another(&self, at: usize) -> bool {
        let rest = &self.passage.chars()[at..];
        rest.starts_with(&['其', '中']) || rest.starts_with(&['包', '括'])
    }

    fn take(&mut self, start: usize, end: usize, separator: u8) -> Next {
        let piece = self.passage.slice(start..end);
        if begins_any(piece, COMPARISONS) || holds(piece, "率") {
            return Next::GoOn;
        }
        let marked = piece.contains(':');
        self.marked |= marked && self.parts.is_empty();
        // 无法提供 begins with a word that ends lists, and is one of the outcomes.
        let ended = (begins_any(piece, DEPARTURES) && !begins_any(piece, OUTCOMES))
            || (separator == 3 && (1..3).contains(&self.level))
            || (marked && !self.marked);
        self.doubtful |= ended && !self.parts.is_empty();
        let outside = outside_brackets(self.passage, start, end);
        let [figure] = outside[..] else {
            self.abandoned |= outside.len() > 1;
            return self.take_without_figure(piece, !outside.is_empty());
        };
        let first = self.parts.first().copied();
        if first.is_some_and(|first| first.counter != figure.counter) {
            self.open |= !self.doubtful;
            return Next::End;
        }
        self.take_part(figure, piece, separator);
        Next::GoOn
    }

    fn take_part(&mut self, figure: &'p Figure, piece: &str, separator: u8) {
        let chars = self.passage.chars();
        let shared = figure.number.start.checked_sub(1).is_some_and(|before| "各均共".contains(chars[before]));
        self.abandoned |= figure.approximate || (shared && !self.doubtful);
        let rest = piece.starts_with("其余") || piece.starts_with("剩余");
        self.claims |= (rest && !self.doubtful) || holds(piece, "分别");
        self.open |= holds(piece, "等") || (self.waiting && separator != 1);
        self.open |= has_any(piece, USES);
        self.outcomes += usize::from(has_any(piece, OUTCOMES));
        self.channels |= has_any(piece, CHANNELS);
        self.waiting = false;
        if self.level > 0 && separator > self.level && !rest {
            self.open |= !self.doubtful;
            self.doubtful = true;
        }
        if !self.parts.is_empty() {
            self.level = self.level.max(separator);
        }
        if self.doubtful { self.perhaps.push(figure) } else { self.parts.push(figure) }
    }

    fn take_without_figure(&mut self, piece: &str, has_figures: bool) -> Next {
        if self.doubtful || self.abandoned {
            return Next::End;
        }
        self.open |= has_figures || holds(piece, "等");
        self.waiting = true;
        Next::GoOn
    }

    fn list(self, marker: usize) -> Option<PartsList<'p>> {
        let first = *self.parts.first()?;
        let whole = whole_before(self.passage, marker, first)?;
        if self.abandoned || whole.approximate || first.counter.is_empty() {
            return None;
        }
        let some_outcomes = (1..OUTCOMES.len()).contains(&self.outcomes) && !self.claims;
        let complete = !self.open && !some_outcomes && !self.waiting && (self.claims || self.parts.len() > 1);
        Some(PartsList {
            whole,
            parts: self.parts,
            perhaps: self.perhaps,
            complete,
            claims: self.claims,
            channels: self.channels,
        })
    }
}

fn strength(character: char) -> u8 {
    match character {
        '、' => 1,
        ',' => 2,
        ';' => 3,
        _ => 0,
    }
}

/// The figures of a piece that stand in no bracket, dates and shares left out.
fn outside_brackets(passage: &Passage, start: usize, end: usize) -> Vec<&Figure> {
    let chars = passage.chars();
    let (mut depth, mut at) = (0usize, start);
    let mut outside = Vec::new();
    for figure in passage.figures_in(start..end) {
        for &character in &chars[at..figure.number.start] {
            match character {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        at = figure.number.start;
        if depth == 0 && !["年", "月", "日", "%", "个百分点"].contains(&figure.counter) {
            outside.push(figure);
        }
    }
    outside
}

/// The figure that the list divides: the last one before it that counts the same and is no comparison.
fn whole_before<'p>(passage: &'p Passage, marker: usize, part: &Figure) -> Option<&'p Figure> {
    let chars = passage.chars();
    let from = marker.saturating_sub(REACH);
    for figure in passage.figures_in(from..marker).iter().rev() {
        let between = &chars[figure.whole.end.min(marker)..marker];
        if in_closed_bracket(between) || ["年", "月", "日", "%", "个百分点"].contains(&figure.counter) {
            continue;
        }
        let before = &chars[from..figure.number.start];
        let border = before.iter().rposition(|&character| strength(character) > 0 || character == '。');
        let piece = passage.slice(from + border.map_or(0, |at| at + 1)..figure.number.start);
        if begins_any(piece, COMPARISONS) {
            continue;
        }
        let stops = between.iter().filter(|&&character| character == '。').count();
        let at_start = between.last() == Some(&'。');
        let near = stops == 0 || (stops == 1 && at_start);
        return (near && figure.counter == part.counter).then_some(figure);
    }
    None
}

fn in_closed_bracket(between: &[char]) -> bool {
    let mut depth = 0;
    for character in between {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return true,
            ')' => depth -= 1,
            _ => {}
        }
    }
    false
}

/// The sum of figures.
pub fn sum(figures: &[&Figure]) -> Decimal {
    figures.iter().fold(Decimal::ZERO, |sum, figure| add(sum, figure.value).unwrap_or(Decimal::MAX))
}
