//! Numbers that a report shouldn't hold, as messages and exports may show them.

/// A number with all but its first three and its last two characters hidden.
pub fn masked(number: &str) -> String {
    let plain: Vec<char> = number.chars().filter(|character| character.is_ascii_alphanumeric()).collect();
    let hidden = plain.len().saturating_sub(5);
    plain.iter().enumerate().map(|(at, &shown)| if (3..3 + hidden).contains(&at) { '*' } else { shown }).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_middle_of_a_number_is_hidden() {
        assert_eq!(super::masked("1380 0138 000"), "138******00");
    }
}
