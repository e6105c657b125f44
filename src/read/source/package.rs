//! The zip that a docx or xlsx file is: its parts, read within limits.

use super::refuse::Refused;
use super::{encoding, limits};
use crate::options::Error;
use crate::sorted::Named;
use crc::{CRC_32_ISO_HDLC, Crc};
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit};
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

pub struct Package<'a> {
    archive: ZipSliceArchive<&'a [u8]>,
    /// By name; of two parts with the same name, the later.
    parts: Named<Part>,
    /// Bytes unpacked until now.
    unpacked: usize,
}

/// Where a part lies, and how.
#[derive(Clone, Copy)]
struct Part {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_encrypted: bool,
    checksum: u32,
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
        let archive = ZipArchive::from_slice(bytes).map_err(|_| Refused::Broken)?;
        let mut parts = Named::default();
        let mut entries = archive.entries();
        while let Some(entry) = entries.next_entry().map_err(|_| Refused::Broken)? {
            // Some programs of Windows write its own separator.
            let name = String::from_utf8_lossy(entry.file_path().as_bytes()).replace('\\', "/");
            let part = Part {
                place: entry.wayfinder(),
                method: entry.compression_method(),
                is_encrypted: entry.flags().is_encrypted(),
                checksum: entry.crc32(),
            };
            parts.insert(name, part);
            limits::hold(parts.things().len(), limits::ZIP_ENTRIES, "压缩包内的文件个数", "files in a zip")?;
        }
        Ok(Self { archive, parts, unpacked: 0 })
    }

    /// Tells what is inside, and refuses by name what isn't read.
    pub fn content(&self) -> Result<Content, Error> {
        let has = |name: &str| self.parts.get(name).is_some();
        let names = || self.parts.names();
        let ends = |endings: &[&str]| {
            names().any(|name| endings.iter().any(|ending| name.to_ascii_lowercase().ends_with(ending)))
        };
        if has("xl/workbook.bin") {
            return Err(Refused::BinaryExcel.into());
        }
        if has("xl/workbook.xml") {
            return Ok(Content::Workbook);
        }
        if self.find("word/document.xml").is_some() {
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

    /// Where a part lies; Word on the web numbers them: `word/document2.xml`.
    fn find(&self, name: &str) -> Option<Part> {
        let is_numbered = |other: &str| {
            let number = name.strip_suffix(".xml").and_then(|stem| other.strip_prefix(stem)?.strip_suffix(".xml"));
            number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let numbered = || self.parts.get(self.parts.names().filter(|other| is_numbered(other)).min()?);
        self.parts.get(name).or_else(numbered).copied()
    }

    /// A part as text; none where the package doesn't have it.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Error> {
        let Some(part) = self.find(name) else { return Ok(None) };
        if part.is_encrypted {
            return Err(Refused::Encrypted.into());
        }
        let entry = self.archive.get_entry(part.place).map_err(|_| Refused::Broken)?;
        let packed = entry.data();
        // A part may say that it is smaller than it is: what is unpacked counts, one byte past the limit at most.
        let left = limits::UNPACKED_BYTES - self.unpacked;
        let bytes = unpack(packed, part.method, left + 1)?;
        if bytes.len() > left {
            limits::hold(usize::MAX, limits::UNPACKED_BYTES >> 20, "解压后的大小（MB）", "MB unpacked")?;
        }
        self.unpacked += bytes.len();
        if bytes.len() > limits::RATIO_FROM_BYTES {
            let ratio = bytes.len() / packed.len().max(1);
            limits::hold(ratio, limits::ZIP_RATIO, "压缩比", "bytes unpacked from one byte")?;
        }
        if Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&bytes) != part.checksum {
            return Err(Refused::Broken.into());
        }
        encoding::decode(&bytes, None).map(Some)
    }

    /// A part that the file can't be without.
    pub fn needed(&mut self, name: &str) -> Result<String, Error> {
        self.part(name)?.ok_or_else(|| Refused::Broken.into())
    }
}

/// What is packed in `packed`, of which no more than `most` bytes are wanted.
fn unpack(packed: &[u8], method: CompressionMethod, most: usize) -> Result<Vec<u8>, Error> {
    match method {
        CompressionMethod::STORE => Ok(packed.to_vec()),
        CompressionMethod::DEFLATE => match decompress_to_vec_with_limit(packed, most) {
            Ok(bytes) => Ok(bytes),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => Ok(error.output),
            Err(_) => Err(Refused::Broken.into()),
        },
        _ => Err(Refused::Broken.into()),
    }
}
