//! Bytes of text or HTML → a string.
//!
//! Told by a byte-order mark, `<meta charset>`, evident UTF-16, UTF-8 if valid, else GB18030.

use crate::options::{Error, ErrorCode};

/// Decodes by the encoding named, or by the one that the bytes show.
pub fn decode(bytes: &[u8], label: Option<&str>) -> Result<String, Error> {
    match label {
        Some(label) => platform::decode(label, bytes).ok_or_else(|| unknown(label)),
        None => decode_told(bytes),
    }
}

fn unknown(label: &str) -> Error {
    Error::new(
        ErrorCode::UnknownOption,
        format!("不认识编码“{label}”：请用 utf-8、gb18030、utf-16le 等名称，或不指定。"),
        format!("There is no encoding “{label}”: use a name such as utf-8, gb18030 or utf-16le, or leave it out."),
    )
}

fn decode_told(bytes: &[u8]) -> Result<String, Error> {
    let told = byte_order_mark(bytes).or_else(|| evident_utf16(bytes));
    if let Some(text) = told.and_then(|label| platform::decode(label, bytes)) {
        return Ok(text);
    }
    let declared = meta_charset(bytes).and_then(|label| platform::decode(&label, bytes));
    if let Some(text) = declared.filter(|text| !text.contains(char::REPLACEMENT_CHARACTER)) {
        return Ok(text);
    }
    if let Some(text) = utf8(bytes) {
        return Ok(text);
    }
    platform::decode("gb18030", bytes).ok_or_else(|| unknown("gb18030"))
}

fn byte_order_mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => Some("utf-8"),
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        _ => None,
    }
}

/// Text in no other encoding has zero bytes; in UTF-16 every digit, tab and line end has one, always on the same side.
fn evident_utf16(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(4096)];
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (big, little) = (zeros(0), zeros(1));
    let lopsided = |more: usize, less: usize| more > 4 * less && more * 40 > head.len();
    if !bytes.len().is_multiple_of(2) {
        None
    } else if lopsided(little, big) {
        Some("utf-16le")
    } else if lopsided(big, little) {
        Some("utf-16be")
    } else {
        None
    }
}

/// The charset that a `<meta>` near the start of a page names.
fn meta_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let tags = head.split("<meta").skip(1).filter_map(|rest| rest.split('>').next());
    let label = tags.filter_map(|tag| tag.split_once("charset")?.1.trim_start().strip_prefix('=')).next()?;
    let label = label.trim_start().trim_start_matches(['"', '\'']);
    let label = label.split(|end: char| !end.is_ascii_alphanumeric() && end != '-' && end != '_').next()?;
    // A page whose tags can be read as bytes isn't in UTF-16, whatever it says.
    let label = if label.starts_with("utf-16") { "utf-8" } else { label };
    (!label.is_empty()).then(|| label.to_owned())
}

/// UTF-8, also with a stray byte or a cut end: a hundredth of its characters may be damaged.
fn utf8(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let damaged = text.matches(char::REPLACEMENT_CHARACTER).count();
    let written = text.chars().filter(|character| !character.is_ascii()).count();
    (damaged * 100 <= written).then(|| text.into_owned())
}

/// What the machine decodes with: the same tables natively and in every browser, as the Encoding Standard has them.
#[cfg(not(target_arch = "wasm32"))]
mod platform {
    /// None where the label names no encoding. A byte-order mark is left out.
    pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
        let encoding = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())?;
        Some(encoding.decode_with_bom_removal(bytes).0.into_owned())
    }
}

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        type TextDecoder;
        #[wasm_bindgen(constructor, catch)]
        fn new(label: &str) -> Result<TextDecoder, JsValue>;
        #[wasm_bindgen(method, catch)]
        fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
    }

    /// None where the label names no encoding. A byte-order mark is left out.
    pub fn decode(label: &str, bytes: &[u8]) -> Option<String> {
        TextDecoder::new(label).ok()?.decode(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "二、主动公开政府信息情况\n规章\t12\t0\n统一答复 𠮷 1\n";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn gb18030(text: &str) -> Vec<u8> {
        encoding_rs::GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn every_encoding_of_a_report_is_told() {
        let inputs = [
            REPORT.as_bytes().to_vec(),
            format!("\u{feff}{REPORT}").into_bytes(),
            gb18030(REPORT),
            utf16(REPORT, u16::to_le_bytes),
            utf16(REPORT, u16::to_be_bytes),
            utf16(&format!("\u{feff}{REPORT}"), u16::to_le_bytes),
            utf16(&format!("\u{feff}{REPORT}"), u16::to_be_bytes),
        ];
        for bytes in inputs {
            assert_eq!(decode(&bytes, None).unwrap(), REPORT, "{bytes:?}");
        }
    }

    #[test]
    fn a_page_may_name_its_encoding_and_may_be_wrong() {
        let page = |charset: &str| format!("<html><head><meta charset=\"{charset}\"></head><p>体</p>");
        assert_eq!(decode(&gb18030(&page("GB2312")), None).unwrap(), page("GB2312"));
        assert_eq!(decode(&gb18030(&page("utf-8")), None).unwrap(), page("utf-8"));
        assert_eq!(decode(page("nonsense").as_bytes(), None).unwrap(), page("nonsense"));
        let big5 = "<meta http-equiv=Content-Type content='text/html; charset=big5'><p>總體情況</p>";
        assert_eq!(decode(&encoding_rs::BIG5.encode(big5).0, None).unwrap(), big5);
    }

    #[test]
    fn a_cut_end_does_not_garble_the_whole_text() {
        let text = REPORT.repeat(10);
        let cut = &text.as_bytes()[..text.len() - "𠮷 1\n".len() + 2];
        assert!(decode(cut, None).unwrap().starts_with(REPORT));
    }

    #[test]
    fn a_named_encoding_is_used_and_an_unknown_one_refused() {
        assert_eq!(decode(&gb18030("规章"), Some("GBK")).unwrap(), "规章");
        let error = decode(b"1", Some("gb-9999")).unwrap_err();
        assert_eq!(error.code, ErrorCode::UnknownOption);
        assert!(error.english.contains("gb-9999"));
    }
}
