//! Files that are refused by name, each with what to do instead.

use crate::options::{Error, ErrorCode};

/// What the program can tell of a file that it doesn't read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Pdf,
    Picture,
    OldWord,
    OldExcel,
    Encrypted,
    Ofd,
    Rtf,
    Presentation,
    BinaryExcel,
    OpenDocument,
    ZipOfReports,
    WebArchive,
    OfficeXml,
    Archive,
    OtherZip,
    Broken,
    Binary,
    NotText,
}

impl Refused {
    /// What it is and what to do, in Chinese and English.
    fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Self::Pdf => (
                "这是 PDF 文件，本程序不直接读取：请在阅读器中打开，全选、复制后粘贴文本，或改用 Word（.docx）原稿。",
                "This is a PDF: open it in a reader, select all, copy and paste the text, or use the Word original (.docx).",
            ),
            Self::Picture => (
                "这是图片，无法从中读取数据：请改用 Word（.docx）或网页原稿，或先识别成文字，核对后再粘贴。",
                "This is a picture: use the Word (.docx) or web original, or recognise its text, check it and paste that.",
            ),
            Self::OldWord => (
                "这是旧格式文档（.doc 或 .wps）：请用 Word 或 WPS 打开，另存为 .docx 后再试，也可全选、复制后直接粘贴。",
                "This is an old document (.doc or .wps): open it in Word or WPS, save it as .docx and try again, or copy all of it and paste.",
            ),
            Self::OldExcel => (
                "这是旧格式表格（.xls 或 .et）：请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。",
                "This is an old spreadsheet (.xls or .et): open it in Excel or WPS, save it as .xlsx and try again.",
            ),
            Self::Encrypted => (
                "这个文件设了密码：请用 Word 或 WPS 打开，取消密码后另存一份再试。",
                "This file has a password: open it in Word or WPS, save a copy without the password and try again.",
            ),
            Self::Ofd => (
                "这是 OFD 版式文件：请在阅读器中打开，全选、复制后粘贴文本，或改用 Word（.docx）原稿。",
                "This is an OFD file: open it in a reader, select all, copy and paste the text, or use the Word original (.docx).",
            ),
            Self::Rtf => (
                "这是 RTF 文档：请用 Word 或 WPS 打开，另存为 .docx 后再试。",
                "This is an RTF document: open it in Word or WPS, save it as .docx and try again.",
            ),
            Self::Presentation => (
                "这是演示文稿（.pptx）：请把年度报告的文字和表格复制出来粘贴，或改用 Word（.docx）原稿。",
                "This is a presentation (.pptx): copy the report's words and tables and paste them, or use the Word original (.docx).",
            ),
            Self::BinaryExcel => (
                "这是二进制表格（.xlsb）：请用 Excel 打开，另存为 .xlsx 后再试。",
                "This is a binary spreadsheet (.xlsb): open it in Excel, save it as .xlsx and try again.",
            ),
            Self::OpenDocument => (
                "这是 OpenDocument 文件（.odt 或 .ods）：请打开后另存为 .docx 或 .xlsx 再试。",
                "This is an OpenDocument file (.odt or .ods): open it, save it as .docx or .xlsx and try again.",
            ),
            Self::ZipOfReports => (
                "这是装有文件的压缩包：请先解压，再逐份检查。",
                "This is a zip of files: unpack it first, then check each report by itself.",
            ),
            Self::WebArchive => (
                "这是单个文件网页（.mht 或 .mhtml）：请用 Word、WPS 或浏览器打开，另存为 .docx 或网页（.html）后再试，也可全选、复制后直接粘贴。",
                "This is a web page in a single file (.mht or .mhtml): open it in Word, WPS or a browser, save it as .docx or .html and try again, or copy all of it and paste.",
            ),
            Self::OfficeXml => (
                "这是 XML 格式的文档或表格：请用 Word、Excel 或 WPS 打开，另存为 .docx 或 .xlsx 后再试。",
                "This is a document or a spreadsheet as XML: open it in Word, Excel or WPS, save it as .docx or .xlsx and try again.",
            ),
            Self::Archive => (
                "这是压缩包：请先解压，再检查其中的报告。",
                "This is an archive: unpack it first, then check the report inside.",
            ),
            Self::OtherZip => (
                "这个压缩文件不是 .docx 或 .xlsx：如果里面装着报告，请先解压再试。",
                "This zip is neither .docx nor .xlsx: if it holds a report, unpack it first.",
            ),
            Self::Broken => (
                "文件已损坏，读不完整：请用 Word、Excel 或 WPS 打开，另存一份再试。",
                "The file is damaged and can't be read to its end: open it in Word, Excel or WPS, save a copy and try again.",
            ),
            Self::Binary => (
                "无法识别这个文件：请改用 .docx、.xlsx、网页或文本文件，或直接粘贴文字。",
                "This file isn't of a known kind: use .docx, .xlsx, HTML or a text file, or paste the text.",
            ),
            Self::NotText => (
                "文本不能当作 .docx 或 .xlsx 读取：请传入文件的字节（Uint8Array）。",
                "A string can't be read as .docx or .xlsx: pass the bytes of the file (a Uint8Array).",
            ),
        }
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        let (chinese, english) = refused.sentences();
        Error::new(ErrorCode::Unreadable, chinese, english)
    }
}

/// Tells a file that isn't read by how it begins. Zips are looked into elsewhere.
pub fn by_beginning(bytes: &[u8]) -> Option<Refused> {
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| bytes.starts_with(mark));
    let at = |place: usize, mark: &[u8]| bytes.get(place..).is_some_and(|rest| rest.starts_with(mark));
    if starts(&[b"\xd0\xcf\x11\xe0"]) {
        Some(compound_file(bytes))
    } else if bytes.trim_ascii_start().starts_with(b"%PDF-") {
        Some(Refused::Pdf)
    } else if starts(&[b"{\\rtf"]) {
        Some(Refused::Rtf)
    } else if starts(&[b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*"])
        || (starts(&[b"RIFF"]) && at(8, b"WEBP"))
        || (starts(&[b"BM"]) && at(6, &[0; 4]))
        || (at(4, b"ftyp") && bytes.starts_with(&[0, 0]))
    {
        Some(Refused::Picture)
    } else if starts(&[b"\x1f\x8b", b"Rar!\x1a", b"7z\xbc\xaf\x27\x1c"]) {
        Some(Refused::Archive)
    } else {
        by_head(&bytes[..bytes.len().min(HEAD)])
    }
}

/// In bytes: what tells a file that begins as text does.
const HEAD: usize = 2048;

/// Tells the files of an office that are text: XML, and pages put together as a mail is.
fn by_head(head: &[u8]) -> Option<Refused> {
    let holds = |marks: &[&str]| marks.iter().any(|mark| contains(head, mark.as_bytes()));
    let begins = |mark: &[u8]| head.trim_ascii_start().starts_with(mark);
    let is_xml = begins(b"<?xml") || begins(b"\xef\xbb\xbf<?xml");
    if is_xml && holds(&["<Workbook", ":wordDocument", "<pkg:package", ":UOF", "<office:document"]) {
        Some(Refused::OfficeXml)
    } else if (begins(b"MIME-Version:") || begins(b"From:")) && holds(&["multipart/", "Multipart/"]) {
        Some(Refused::WebArchive)
    } else {
        None
    }
}

/// The files of the old Office, told by the names of the streams inside; a password makes a new file one of these.
fn compound_file(bytes: &[u8]) -> Refused {
    let holds = |name: &str| contains(bytes, &name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>());
    if holds("EncryptedPackage") {
        Refused::Encrypted
    } else if !holds("WordDocument") && (holds("Workbook") || holds("Book")) {
        Refused::OldExcel
    } else {
        Refused::OldWord
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
