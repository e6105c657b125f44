//! How a sheet shows a number: by the format code of its cell.
//!
//! What is shown is drawn, so that a share is no count: 0.5 under `0%` is 50%. The sign of a currency is left out, as the
//! column names its unit, and a date is drawn whole. What more a code may ask for, such as a fraction, is drawn as stored.

use rust_decimal::Decimal;

/// The code of a format that files give by its number alone; none where numbers are shown as stored.
pub fn built_in(id: usize) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 | 5 | 6 | 37 | 38 => "#,##0",
        4 | 7 | 8 | 39 | 40 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => "y",
        18..=21 | 32..=35 | 45..=47 | 55 | 56 => "h",
        41 | 42 => "#,##0;-#,##0;-",
        43 | 44 => "#,##0.00;-#,##0.00;-",
        _ => "",
    }
}

/// A number as its code shows it. `epoch` is the day, as Excel counts them, that the workbook's days begin at.
pub fn show(number: Decimal, code: &str, epoch: i64) -> String {
    // 0.30000000000000004 is what a computer makes of 0.3.
    shown(number, code, epoch).unwrap_or_else(|| number.round_dp(6).normalize().to_string())
}

fn shown(number: Decimal, code: &str, epoch: i64) -> Option<String> {
    let sections = sections(code);
    let has = |found: fn(&Token) -> bool| sections.iter().flatten().any(found);
    let tells_time = has(|token| matches!(token, Token::Date('h' | 's')));
    if has(|token| matches!(token, Token::Date('y' | 'd'))) || (has(|token| *token == Token::Date('m')) && !tells_time)
    {
        return date(number, epoch);
    }
    if tells_time {
        return time(number);
    }
    let is_negative = number < Decimal::ZERO;
    let section = match sections.as_slice() {
        [_, _, zero] if number.is_zero() => zero,
        [_, negative, ..] if is_negative => negative,
        [first, ..] => first,
        [] => return None,
    };
    let sign = if sections.len() == 1 && is_negative { "-" } else { "" };
    Some(format!("{sign}{}", digits(number.abs(), section)?))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// Shown as it is.
    Literal(char),
    /// A letter that stands for a part of a date or a time.
    Date(char),
    /// Anything else.
    Other,
}

/// What a code has for numbers above, below and at 0. None for the code of text, or where nothing stands in any.
fn sections(code: &str) -> Vec<Vec<Token>> {
    let mut sections = Vec::new();
    let mut section = Vec::new();
    let mut characters = code.chars();
    while let Some(character) = characters.next() {
        match character {
            ';' if sections.len() == 2 => break,
            ';' => sections.push(std::mem::take(&mut section)),
            '"' => section.extend(characters.by_ref().take_while(|next| *next != '"').filter_map(literal)),
            '\\' | '!' => section.extend(characters.next().and_then(literal)),
            // The width of a character, or one that fills the cell.
            '_' | '*' => drop(characters.next()),
            '[' => {
                let inside: String = characters.by_ref().take_while(|next| *next != ']').collect();
                // A condition, or digits written as words.
                section.extend((inside.contains(['<', '>', '=']) || inside.starts_with("DB")).then_some(Token::Other));
            }
            '0' | '#' | '?' => section.push(Token::Digit(character)),
            '.' => section.push(Token::Point),
            ',' => section.push(Token::Comma),
            '%' => section.push(Token::Percent),
            '/' | '@' => section.push(Token::Other),
            letter if letter.is_ascii_alphabetic() => section.push(match letter.to_ascii_lowercase() {
                part @ ('y' | 'm' | 'd' | 'h' | 's') => Token::Date(part),
                _ => Token::Other,
            }),
            other => section.extend(literal(other)),
        }
    }
    if !(section.is_empty() && sections.is_empty()) {
        sections.push(section);
    }
    sections
}

fn literal(character: char) -> Option<Token> {
    (!matches!(character, '¥' | '￥' | '$')).then_some(Token::Literal(character))
}

/// The digits of a number in the places that a section has for them; none where it has more to it.
fn digits(number: Decimal, section: &[Token]) -> Option<String> {
    let is_digit = |token: &Token| matches!(token, Token::Digit(_));
    if section.contains(&Token::Other) {
        return None;
    }
    let point = section.iter().position(|token| *token == Token::Point).unwrap_or(section.len());
    let (whole, fraction) = section.split_at(point);
    let last = whole.iter().rposition(is_digit).unwrap_or(0);
    // A comma behind the last digit divides by a thousand; one between two of them sets groups apart.
    let thousands = whole[last..].iter().filter(|token| **token == Token::Comma).count();
    let grouped = whole[..last].contains(&Token::Comma);
    let percents = section.iter().filter(|token| **token == Token::Percent).count();
    let places = fraction.iter().filter(|token| is_digit(token)).count();
    let text = rounded(number, 2 * percents as i64 - 3 * thousands as i64, places)?;
    let (units, decimals) = text.split_at(text.len() - places);
    let mut out = String::new();
    put_units(&mut out, units.trim_start_matches('0'), whole, grouped);
    put_decimals(&mut out, decimals, fraction);
    Some(out)
}

/// The digits of a number that isn't negative, times a power of ten, with so many decimal places; halves are rounded up. By
/// whole numbers, as that is less code. None where it has too many digits.
fn rounded(number: Decimal, powers: i64, places: usize) -> Option<String> {
    let scale = i64::from(number.scale()) - powers - places as i64;
    let power = u32::try_from(scale.abs()).ok().filter(|power| *power <= MOST_ZEROS)?;
    let (mantissa, power) = (number.mantissa().unsigned_abs(), 10_u128.pow(power));
    let digits = if scale > 0 { mantissa.checked_add(power / 2)? / power } else { mantissa.checked_mul(power)? };
    Some(format!("{digits:0>width$}", width = places + 1))
}

/// More digits than any figure has.
const MOST_ZEROS: u32 = 30;

/// From the right; what has no place stands in the first.
fn put_units(out: &mut String, digits: &str, section: &[Token], grouped: bool) {
    let mut places = section.iter().filter(|token| matches!(token, Token::Digit(_))).count();
    let mut first = true;
    for token in section {
        let Token::Digit(place) = *token else {
            put_other(out, *token);
            continue;
        };
        let from = if first { digits.len().max(places) } else { places };
        for left in (places - 1..from).rev() {
            match digits.len().checked_sub(left + 1) {
                Some(at) => out.push_str(&digits[at..=at]),
                None if place == '0' => out.push('0'),
                None => continue,
            }
            if grouped && left > 0 && left.is_multiple_of(3) {
                out.push(',');
            }
        }
        (first, places) = (false, places - 1);
    }
}

fn put_decimals(out: &mut String, digits: &str, section: &[Token]) {
    let shown = digits.trim_end_matches('0').len();
    let mut at = 0;
    for token in section {
        let Token::Digit(place) = *token else {
            put_other(out, *token);
            continue;
        };
        if at < shown || place == '0' {
            if at == 0 {
                out.push('.');
            }
            out.push_str(digits.get(at..=at).unwrap_or("0"));
        }
        at += 1;
    }
}

fn put_other(out: &mut String, token: Token) {
    match token {
        Token::Percent => out.push('%'),
        Token::Literal(character) => out.push(character),
        _ => {}
    }
}

/// A count of days since the end of 1899, as a date.
fn date(days: Decimal, epoch: i64) -> Option<String> {
    let days = i64::try_from(days.trunc()).ok().filter(|days| (0..2_958_466).contains(days))? + epoch;
    // Excel has a 29 February in 1900, and a day 0 before the first.
    let days = match days {
        0 => return Some("1900年1月0日".to_owned()),
        60 => return Some("1900年2月29日".to_owned()),
        1..60 => days + 1,
        _ => days,
    };
    // Counted from 1 March of the year 0, so that a leap day is the last of its year.
    let days = days + 693_899;
    let era = days / 146_097;
    let of_era = days % 146_097;
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    Some(format!("{}年{month}月{day}日", era * 400 + year_of_era + carry))
}

/// The part of a day that is over, as a time.
fn time(days: Decimal) -> Option<String> {
    let minutes = days.mantissa().checked_mul(1440)? / 10_i128.pow(days.scale());
    let minutes = minutes.rem_euclid(1440);
    Some(format!("{}:{:02}", minutes / 60, minutes % 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shows(number: &str, code: &str) -> String {
        show(number.parse().unwrap(), code, 0)
    }

    #[test]
    fn a_number_is_shown_as_its_code_says() {
        for (number, code, expected) in [
            ("12.5", "", "12.5"),
            ("0.30000000000000004", "General", "0.3"),
            ("7", "G/通用格式", "7"),
            ("0.5", "0%", "50%"),
            ("0.12345", "0.00%", "12.35%"),
            ("1295", "#,##0", "1,295"),
            ("1234567.5", "#,##0.00", "1,234,567.50"),
            ("5", "#,##0", "5"),
            ("0", "#,##0", "0"),
            ("0", "#", ""),
            ("12.5", "0", "13"),
            ("-4", "0", "-4"),
            ("-4", "#,##0;(#,##0)", "(4)"),
            ("-4", "0_);[Red]\\(0\\)", "(4)"),
            ("0", "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", "-"),
            ("1036", "+#,##0;-#,##0;0", "+1,036"),
            ("0", "0;-0;;@", ""),
            ("5", "0\"件\"", "5件"),
            ("4800.3", "[$¥-804]#,##0.00", "4,800.30"),
            ("4800.3", "\"￥\"#,##0.0", "4,800.3"),
            ("5", "0.##", "5"),
            ("5.25", "0.0#", "5.25"),
            ("7", "000", "007"),
            ("123456", "0!.0,", "12.3"),
            ("1234567", "#,##0,", "1,235"),
            ("20240115", "0000-00-00", "2024-01-15"),
            ("3", "@", "3"),
            ("0.5", "# ?/?", "0.5"),
            ("1500", "0.00E+00", "1500"),
            ("3", "[DBNum1]0", "3"),
            ("3", "[>100]0;\"少\"", "3"),
        ] {
            assert_eq!(shows(number, code), expected, "{number} under {code}");
        }
    }

    #[test]
    fn a_date_is_never_a_count() {
        for (number, code, expected) in [
            ("45672", "yyyy\"年\"m\"月\"", "2025年1月15日"),
            ("45672.5", "m/d", "2025年1月15日"),
            ("12", "[$-804]d-mmm", "1900年1月12日"),
            ("0", "yyyy/m/d", "1900年1月0日"),
            ("60", "yyyy/m/d", "1900年2月29日"),
            ("61", "yyyy/m/d", "1900年3月1日"),
            ("12", "h:mm", "0:00"),
            ("0.75", "[h]:mm:ss", "18:00"),
            ("-3", "yyyy", "-3"),
        ] {
            assert_eq!(shows(number, code), expected, "{number} under {code}");
        }
        assert_eq!(show(Decimal::from(44210), built_in(14), 1462), "2025年1月15日");
    }

    #[test]
    fn every_number_has_its_digits_in_any_code() {
        for id in 0..100 {
            for number in ["0", "-1", "79228162514264337593543950335", "0.0000000000000000000000000001"] {
                show(number.parse().unwrap(), built_in(id), 0);
            }
        }
        assert_eq!(shows("1234", built_in(43)), "1,234.00");
    }
}
