//! Character references: `&nbsp;`, `&#20108;`, `&#x4e8c;`.
//!
//! Names are those of HTML 4 and those of ASCII marks, which pages use; another is left as it is written.

use std::borrow::Cow;

/// The characters from U+00A0 to U+00FF, whose names need no semicolon.
const LATIN: &str = "\
nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para \
middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute \
Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml \
Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Other names that need no semicolon, each before its character.
const BARE: &str = "amp & AMP & lt < LT < gt > GT > quot \" QUOT \" COPY © REG ®";

/// Names that need one.
const OTHER: &str = "\
OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η \
Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω \
alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ \
sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ ensp \u{2002} emsp \u{2003} \
thinsp \u{2009} zwnj \u{200c} zwj \u{200d} lrm \u{200e} rlm \u{200f} ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ \
rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € \
image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ \
forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ \
and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ \
oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lang ⟨ rang ⟩ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ \
apos ' lpar ( rpar ) comma , colon : semi ; period . percnt % num # ast * plus + equals = sol / bsol \\ lsqb [ lbrack [ \
rsqb ] rbrack ] lowbar _ quest ? excl ! dollar $ commat @ vert | verbar | lcub { rcub } horbar ― square □ squ □ star ☆ \
starf ★ bigstar ★ check ✓ numsp \u{2007} puncsp \u{2008} hairsp \u{200a}";

/// What windows-1252 has where pages write a number from 128 to 159.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// A piece of text with its references decoded.
pub fn decode(text: &str) -> Cow<'_, str> {
    decode_in(text, false)
}

/// The value of an attribute, in which a name without a semicolon may be part of an address: `?a=1&copy=2`.
pub fn decode_value(value: &str) -> Cow<'_, str> {
    decode_in(value, true)
}

fn decode_in(text: &str, is_value: bool) -> Cow<'_, str> {
    let Some(first) = memchr::memchr(b'&', text.as_bytes()) else { return Cow::Borrowed(text) };
    let mut decoded = String::with_capacity(text.len());
    decoded.push_str(&text[..first]);
    let mut rest = &text[first..];
    while let Some(after) = rest.strip_prefix('&') {
        let reference = if after.starts_with('#') { numeric(after) } else { named(after, is_value) };
        let length = match reference {
            Some((character, length)) => {
                decoded.push(character);
                1 + length
            }
            None => {
                decoded.push('&');
                1
            }
        };
        rest = &rest[length..];
        let next = memchr::memchr(b'&', rest.as_bytes()).unwrap_or(rest.len());
        decoded.push_str(&rest[..next]);
        rest = &rest[next..];
    }
    Cow::Owned(decoded)
}

/// The character of a number behind `&`, and how many bytes it is written in.
fn numeric(text: &str) -> Option<(char, usize)> {
    let (digits, radix) = match text.as_bytes() {
        [_, b'x' | b'X', ..] => (&text[2..], 16),
        _ => (&text[1..], 10),
    };
    let length = digits.bytes().take_while(|byte| (*byte as char).is_digit(radix)).count();
    if length == 0 {
        return None;
    }
    let number = u32::from_str_radix(&digits[..length], radix).unwrap_or(u32::MAX);
    let character = match number {
        0 => None,
        0x80..0xa0 => WINDOWS.chars().nth(number as usize - 0x80),
        _ => char::from_u32(number),
    };
    let end = text.len() - digits.len() + length;
    Some((character.unwrap_or(char::REPLACEMENT_CHARACTER), end + usize::from(text[end..].starts_with(';'))))
}

/// The character of a name behind `&`, and how many bytes it is written in.
fn named(text: &str, is_value: bool) -> Option<(char, usize)> {
    let length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = &text[..length];
    if text[length..].starts_with(';')
        && let Some(character) = bare(name).or_else(|| in_pairs(OTHER, name))
    {
        return Some((character, length + 1));
    }
    // The longest name that the letters begin with.
    let (character, end) = (1..=length.min(LONGEST_BARE)).rev().find_map(|end| Some((bare(&name[..end])?, end)))?;
    let goes_on = text[end..].starts_with(|next: char| next == '=' || next.is_ascii_alphanumeric());
    (!(is_value && goes_on)).then_some((character, end))
}

/// In bytes.
const LONGEST_BARE: usize = 6;

/// The character of a name that needs no semicolon.
fn bare(name: &str) -> Option<char> {
    let latin = LATIN.split(' ').zip('\u{a0}'..).find(|(each, _)| *each == name).map(|(_, character)| character);
    latin.or_else(|| in_pairs(BARE, name))
}

fn in_pairs(pairs: &str, name: &str) -> Option<char> {
    let mut words = pairs.split(' ');
    words.find(|word| *word == name)?;
    words.next()?.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_decoded_as_browsers_do() {
        for (written, decoded) in [
            ("一&nbsp;二", "一\u{a0}二"),
            ("&lt;p&gt;", "<p>"),
            ("&amp;lt;", "&lt;"),
            ("&ldquo;三安全&rdquo;", "“三安全”"),
            ("&#20108;&#x4E09;&#19968", "二三一"),
            ("&#0;&#150;&#xd800;&#99999999999;", "\u{fffd}–\u{fffd}\u{fffd}"),
            ("&copy2&notit;", "©2¬it;"),
            ("a&b&; &# &#x &unknown;", "a&b&; &# &#x &unknown;"),
        ] {
            assert_eq!(decode(written), decoded, "{written}");
        }
        assert_eq!(decode_value("?a=1&copy=2&lt3&lt"), "?a=1&copy=2&lt3<");
    }
}
