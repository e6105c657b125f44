//! The zip that a docx or xlsx file is: its parts, read within limits.

use super::refuse::Refused;
use super::{encoding, limits};
use crate::options::Error;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

pub struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Bytes unpacked until now.
    unpacked: usize,
}

/// What a package holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Document,
    Workbook,
}

pub fn is_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'a> Package<'a> {
    pub fn open(bytes: &'a [u8]) -> Result<Self, Error> {
        limits::hold(bytes.len() >> 20, limits::UNPACKED_BYTES >> 20, "文件大小（MB）", "MB of file")?;
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
        limits::hold(archive.len(), limits::ZIP_ENTRIES, "压缩包内的文件个数", "files in a zip")?;
        Ok(Self { archive, unpacked: 0 })
    }

    /// Tells what is inside, and refuses by name what isn't read.
    pub fn content(&self) -> Result<Content, Error> {
        let has = |name: &str| self.archive.index_for_name(name).is_some();
        let names = || self.archive.file_names().filter_map(Result::ok);
        let ends = |endings: &[&str]| {
            names().any(|name| endings.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)))
        };
        if has("xl/workbook.bin") {
            return Err(Refused::BinaryExcel.into());
        }
        if has("xl/workbook.xml") {
            return Ok(Content::Workbook);
        }
        if has("word/document.xml") {
            return Ok(Content::Document);
        }
        let refused = if has("OFD.xml") {
            Refused::Ofd
        } else if names().any(|name| name.starts_with("ppt/")) {
            Refused::Presentation
        } else if has("mimetype") && has("content.xml") {
            Refused::OpenDocument
        } else if ends(&[".docx", ".xlsx", ".doc", ".xls", ".wps", ".pdf", ".html", ".htm", ".txt"]) {
            Refused::ZipOfReports
        } else {
            Refused::OtherZip
        };
        Err(refused.into())
    }

    /// A part as text; none where the package doesn't have it.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Error> {
        let entry = match self.archive.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(Refused::Encrypted.into()),
            Err(_) => return Err(Refused::Broken.into()),
        };
        let packed = usize::try_from(entry.compressed_size()).unwrap_or(usize::MAX);
        let left = limits::UNPACKED_BYTES - self.unpacked;
        // A part may say that it is smaller than it is: what is read counts, one byte past the limit at most.
        let mut bytes = Vec::new();
        entry.take(left as u64 + 1).read_to_end(&mut bytes).map_err(|_| Refused::Broken)?;
        if bytes.len() > left {
            limits::hold(usize::MAX, limits::UNPACKED_BYTES >> 20, "解压后的大小（MB）", "MB unpacked")?;
        }
        self.unpacked += bytes.len();
        if bytes.len() > limits::RATIO_FROM_BYTES {
            let ratio = bytes.len() / packed.max(1);
            limits::hold(ratio, limits::ZIP_RATIO, "压缩比", "bytes unpacked from one byte")?;
        }
        encoding::decode(&bytes, None).map(Some)
    }

    /// A part that the file can't be without.
    pub fn needed(&mut self, name: &str) -> Result<String, Error> {
        self.part(name)?.ok_or_else(|| Refused::Broken.into())
    }
}
