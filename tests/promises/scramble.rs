//! Reports pulled about: bytes decide what is dropped, doubled, moved and put in.

/// Pieces that mean something somewhere, to be put where they mean something else.
const PIECES: [&str; 64] = [
    "\t",
    "\n",
    "\r\n",
    "\r",
    "|",
    "｜",
    " ",
    "\u{a0}",
    "　",
    "\n\n",
    "\t\t\t",
    "| |",
    "|---|---|",
    "0",
    "1",
    "12",
    "1,295",
    "３６",
    "-4",
    "+1036",
    "增5",
    "2.5",
    "1 2",
    "O",
    "无",
    "——",
    "/",
    "5次",
    "4995万",
    "22（其中修订16件）",
    "规章",
    "总计",
    "其他",
    "（七）总计",
    "四、结转下年度继续办理",
    "1.属于国家秘密",
    "二、主动公开政府信息情况",
    "三、",
    "（",
    "）",
    "其中",
    "，",
    "。",
    "；",
    "、",
    "收到申请40件",
    "办结",
    "结转下年度",
    "2023年",
    "13月",
    "2月30日",
    "50%",
    "的的",
    "\u{feff}",
    "𠮷",
    "😀",
    "\0",
    "\u{200b}",
    "<table>",
    "<p>",
    "</td>",
    "&nbsp;",
    "- 4 -",
    "{x}",
];

/// In bytes; what has grown longer is changed no more.
const LONGEST: usize = 40_000;

/// The report changed as the bytes say, five of them a change.
pub fn scramble(report: &str, bytes: &[u8]) -> String {
    let mut text = report.to_owned();
    for change in bytes.chunks_exact(5).take(64) {
        if text.len() > LONGEST {
            break;
        }
        let place = usize::from(u16::from_le_bytes([change[1], change[2]]));
        let other = usize::from(u16::from_le_bytes([change[3], change[4]]));
        text = changed(&text, change[0], place, other);
    }
    text
}

fn changed(text: &str, kind: u8, place: usize, other: usize) -> String {
    let piece = PIECES[other % PIECES.len()];
    let at = border(text, place);
    let to = border(text, place + other % 40).max(at);
    match kind % 12 {
        0 => format!("{}{piece}{}", &text[..at], &text[at..]),
        1 => format!("{}{piece}{}", &text[..at], &text[to..]),
        2 => format!("{}{}", &text[..at], &text[to..]),
        3 => format!("{}{}", &text[..to], &text[at..]),
        4 => text.replace('\t', piece),
        5 => text.replace('\n', piece),
        6 => text.replace('0', piece),
        7 => lines(text, |lines| {
            let (place, other) = (place % lines.len(), other % lines.len());
            lines.swap(place, other);
        }),
        8 => lines(text, |lines| {
            lines.remove(place % lines.len());
        }),
        9 => lines(text, |lines| lines.insert(place % lines.len(), lines[other % lines.len()])),
        10 => lines(text, |lines| {
            let place = place % lines.len();
            lines.rotate_left(place);
        }),
        _ => text[..at].to_owned(),
    }
}

/// A character border of the text, chosen by a number.
fn border(text: &str, number: usize) -> usize {
    let wanted = number % (text.len() + 1);
    (wanted..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

fn lines(text: &str, change: impl FnOnce(&mut Vec<&str>)) -> String {
    let mut lines: Vec<&str> = text.split('\n').collect();
    change(&mut lines);
    lines.join("\n")
}
