//! Whole numbers written in Chinese numerals: 十二, 一百零五, 二〇二四.

use std::ops::Range;

/// The value of a numeral whose characters were folded (〇 and 零 are `0`), or none where they make no numeral.
///
/// Both ways of writing are read: by place (一百0五) and digit by digit (二0二四).
pub fn chinese_numeral(characters: &[char]) -> Option<u64> {
    if characters.len() > 16 {
        return None;
    }
    let by_place = characters.iter().any(|&character| unit(character).is_some());
    if by_place { read_by_place(characters) } else { read_digits(characters) }
}

/// Whether a folded character may stand in a Chinese numeral.
pub fn is_chinese_numeral(character: char) -> bool {
    // Most characters, told without a look at each numeral.
    LOW_BITS >> (character as u32 & 63) & 1 == 1 && value(character).is_some_and(|value| value > 0)
}

/// A bit for the last six bits of each numeral.
const LOW_BITS: u64 = {
    let numerals = ['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿'];
    let (mut bits, mut at) = (0, 0);
    while at < numerals.len() {
        bits |= 1 << (numerals[at] as u32 & 63);
        at += 1;
    }
    bits
};

fn digit(character: char) -> Option<u64> {
    value(character).filter(|&value| value < 10)
}

fn unit(character: char) -> Option<u64> {
    value(character).filter(|&value| value >= 10)
}

fn value(character: char) -> Option<u64> {
    Some(match character {
        '0' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// The first year of this century that folded words name, 2024 or 二0二四, and where its numeral stands, in bytes.
pub fn year_in(words: &str) -> Option<(Range<usize>, i32)> {
    let starts = words.char_indices().filter(|(_, character)| matches!(character, '2' | '二'));
    starts.map(|(start, _)| start).find_map(|start| {
        let mut digits = words[start..].char_indices().map(|(at, character)| (at, year_digit(character)));
        let mut year = 0;
        for _ in 0..4 {
            year = year * 10 + digits.next()?.1?;
        }
        let length = digits.next().map_or(words.len() - start, |(at, _)| at);
        (2000..2100).contains(&year).then_some((start..start + length, year))
    })
}

fn year_digit(character: char) -> Option<i32> {
    let chinese = || digit(character).filter(|_| character != '两').map(|digit| digit as i32);
    character.to_digit(10).map(|digit| digit as i32).or_else(chinese)
}

fn read_digits(characters: &[char]) -> Option<u64> {
    characters.iter().try_fold(0u64, |value, &character| Some(value * 10 + digit(character)?))
}

fn read_by_place(characters: &[char]) -> Option<u64> {
    // `total` holds whole 万 and 亿, `section` what is below them, `figure` the digit that waits for its unit.
    let (mut total, mut section, mut figure) = (0u64, 0u64, None);
    for &character in characters {
        match (digit(character), unit(character)) {
            (Some(0), _) if figure.is_none() => {}
            (Some(value), _) if figure.is_none() => figure = Some(value),
            (None, Some(place @ (10 | 100 | 1000))) => section += figure.take().unwrap_or(1) * place,
            (None, Some(place)) => {
                total = (total + section + figure.take().unwrap_or(0)).checked_mul(place)?;
                section = 0;
                // 万 alone is a word.
                if total == 0 {
                    return None;
                }
            }
            _ => return None,
        }
    }
    total.checked_add(section + figure.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A number below a hundred million, as it is read aloud.
    fn write(number: u64) -> String {
        let below = |number: u64| {
            let mut written = String::new();
            let mut gap = false;
            for (place, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
                let digit = number / place % 10;
                if digit == 0 {
                    gap = !written.is_empty();
                    continue;
                }
                if std::mem::take(&mut gap) {
                    written.push('0');
                }
                written.push("一二三四五六七八九".chars().nth(digit as usize - 1).unwrap());
                written.push_str(name);
            }
            written
        };
        match (number / 10_000, number % 10_000) {
            (0, low) => below(low),
            (high, 0) => below(high) + "万",
            (high, low) if low < 1000 => below(high) + "万0" + &below(low),
            (high, low) => below(high) + "万" + &below(low),
        }
    }

    proptest! {
        #[test]
        fn a_number_read_aloud_is_that_number(number in 1u64..100_000_000) {
            let written: Vec<char> = write(number).chars().collect();
            prop_assert_eq!(chinese_numeral(&written), Some(number));
        }

        #[test]
        fn any_characters_give_a_number_or_none(characters in "[0一二两九十百千万亿件]{0,20}") {
            chinese_numeral(&characters.chars().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_year_is_found_where_it_stands() {
        for (words, place, year) in [
            ("2024年度", 0..4, 2024),
            ("甲局二0二四年度", 6..16, 2024),
            ("12件,20二五年", 6..14, 2025),
            ("2022023", 0..4, 2022),
        ] {
            assert_eq!(year_in(words), Some((place, year)), "{words}");
        }
        for words in ["", "2", "202", "二0二", "1999年", "二一三四年", "二0两四年", "甲局年度报告"] {
            assert_eq!(year_in(words), None, "{words}");
        }
    }

    #[test]
    fn every_character_of_a_numeral_is_known_as_one() {
        for character in '\u{3000}'..='\u{9fff}' {
            assert_eq!(is_chinese_numeral(character), value(character).is_some_and(|value| value > 0), "{character}");
        }
    }

    #[test]
    fn numerals_of_reports() {
        for (written, value) in
            [("十二", 12), ("两", 2), ("一百0五", 105), ("二0二四", 2024), ("三千六百四十六", 3646), ("十", 10)]
        {
            assert_eq!(chinese_numeral(&written.chars().collect::<Vec<_>>()), Some(value), "{written}");
        }
        assert_eq!(chinese_numeral(&['一', '件']), None);
    }
}
