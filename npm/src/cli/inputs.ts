/** The reports that paths name: files, folders walked, zips of reports opened, standard input. */

import { readFile, readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { buffer } from "node:stream/consumers";
import { type UnzipFileInfo, unzipSync } from "fflate";
import type { Locale } from "../../generated/index.js";

/** A report that is yet to be read. */
export interface Entry {
  /** The path as it was given, with `/`; within a zip, behind the zip's own. */
  name: string;
  /** Its way within the folder or the zip that was given. */
  within: string;
  /** Fails with what to tell the user. */
  read(): Promise<Uint8Array>;
}

/** The name of what comes from standard input. */
export const STDIN = "stdin";

/** What editors and systems leave beside documents: Word's owner files, hidden files, thumbnails. */
function isLitter(name: string): boolean {
  return /^(~\$|\.|__MACOSX$)/.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

/** All reports, in the order of the paths and of names within folders. */
export async function entries(paths: string[], locale: Locale): Promise<Entry[]> {
  const all: Entry[] = [];
  for (const path of paths) {
    if (path === "-") all.push(stdin());
    else all.push(...(await at(path, locale)));
  }
  return all;
}

function stdin(): Entry {
  return { name: STDIN, within: STDIN, read: async () => new Uint8Array(await buffer(process.stdin)) };
}

async function at(path: string, locale: Locale): Promise<Entry[]> {
  try {
    if ((await stat(path)).isDirectory()) return await inFolder(path, path, locale);
  } catch {
    // It is told as a file that can't be read.
  }
  return inFile(path, basename(path), locale);
}

async function inFolder(root: string, folder: string, locale: Locale): Promise<Entry[]> {
  const found = await readdir(folder, { withFileTypes: true });
  const sorted = found.filter(({ name }) => !isLitter(name)).sort((one, other) => (one.name < other.name ? -1 : 1));
  const all: Entry[] = [];
  for (const each of sorted) {
    const path = join(folder, each.name);
    const isFolder = each.isSymbolicLink() ? await leadsToFolder(path) : each.isDirectory();
    // A link to a folder may lead in a circle.
    if (isFolder && each.isSymbolicLink()) continue;
    all.push(...(isFolder ? await inFolder(root, path, locale) : await inFile(path, relative(root, path), locale)));
  }
  return all;
}

async function leadsToFolder(path: string): Promise<boolean> {
  return stat(path).then((found) => found.isDirectory(), () => false);
}

async function inFile(path: string, within: string, locale: Locale): Promise<Entry[]> {
  const name = slashes(path);
  const entry: Entry = { name, within: slashes(within), read: () => readFrom(path, locale) };
  if (!/\.zip$/i.test(path)) return [entry];
  try {
    return inZip(entry, await entry.read(), locale);
  } catch {
    // The engine says what is wrong with it.
    return [entry];
  }
}

async function readFrom(path: string, locale: Locale): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Error(unreadable(error as NodeJS.ErrnoException, locale));
  }
}

function unreadable({ code, message }: NodeJS.ErrnoException, locale: Locale): string {
  const known: Record<string, [chinese: string, english: string]> = {
    ENOENT: ["文件不存在，请核对路径。", "There is no such file; check the path."],
    EACCES: ["没有读取权限。", "There is no permission to read it."],
    EISDIR: ["这是文件夹。", "It is a folder."],
  };
  const [chinese, english] = known[code ?? ""] ?? [`文件无法读取：${message}`, `The file can't be read: ${message}`];
  return locale === "en" ? english : chinese;
}

/** An office file is a zip too, and is told by this part. */
const OFFICE = "[Content_Types].xml";

/** The reports in a zip, each unpacked when it is read. */
function inZip(zip: Entry, bytes: Uint8Array, locale: Locale): Entry[] {
  const files: { at: number; name: string }[] = [];
  let at = -1;
  each(bytes, ({ name }) => {
    at++;
    files.push({ at, name: fileName(name) });
    return false;
  });
  if (files.length === 0 || files.some(({ name }) => name === OFFICE)) return [zip];
  return files
    .filter(({ name }) => !name.endsWith("/") && !name.split("/").some(isLitter))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ at, name }) => ({
      name: `${zip.name}/${name}`,
      within: `${zip.within}/${name}`,
      read: async () => unpacked(bytes, at, locale),
    }));
}

function unpacked(bytes: Uint8Array, wanted: number, locale: Locale): Uint8Array {
  let at = -1;
  try {
    const [file] = Object.values(each(bytes, ({ originalSize }) => ++at === wanted && fits(originalSize, locale)));
    return file!;
  } catch (error) {
    if (error instanceof TooLarge) throw error;
    throw new Error(
      locale === "en" ? "It can't be unpacked: the zip is damaged or encrypted." : "无法解压：压缩包已损坏或已加密。",
    );
  }
}

class TooLarge extends Error {}

/** As the engine's own limit on a file. */
const LIMIT = 200;

function fits(size: number, locale: Locale): true {
  if (size <= LIMIT << 20) return true;
  throw new TooLarge(
    locale === "en"
      ? `Over the limit of ${LIMIT} MB for a file: keep only the annual report itself and try again.`
      : `文件大小（MB）超过上限 ${LIMIT}，请只保留年度报告的内容后再试。`,
  );
}

function each(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean) {
  return unzipSync(bytes, { filter });
}

/** Windows writes names in its own encoding, which comes here byte by byte. */
function fileName(name: string): string {
  if (!/[\x80-\xff]/.test(name) || /[^\0-\xff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  }
  return name;
}

function slashes(path: string): string {
  return sep === "/" ? path : path.replaceAll(sep, "/");
}
