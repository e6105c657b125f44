/** Files out of what was dropped or chosen: folders are walked, what systems leave in them is left out. */

export interface FoundFile {
  file: File;
  path: string;
}

const LEFT_OUT = /^(~\$.*|\..*|Thumbs\.db|desktop\.ini)$/i;

export function chosenFiles(list: FileList): FoundFile[] {
  return [...list]
    .map((file) => ({ file, path: file.webkitRelativePath || file.name }))
    .filter(({ file }) => !LEFT_OUT.test(file.name));
}

export async function droppedFiles(transfer: DataTransfer): Promise<FoundFile[]> {
  // They must be taken before the first wait: afterwards the drop has forgotten them.
  const dropped = [...transfer.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found = await Promise.all(dropped.map((each) => (each instanceof File ? alone(each) : each ? walk(each, "") : [])));
  return found.flat();
}

function alone(file: File): FoundFile[] {
  return LEFT_OUT.test(file.name) ? [] : [{ file, path: file.name }];
}

async function walk(entry: FileSystemEntry, folder: string): Promise<FoundFile[]> {
  if (LEFT_OUT.test(entry.name)) return [];
  const path = folder + entry.name;
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), path }];
  const children = await childrenOf(entry as FileSystemDirectoryEntry);
  const found = await Promise.all(children.map((child) => walk(child, `${path}/`)));
  return found.flat();
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder gives its entries in portions; an empty one is the end. */
async function childrenOf(entry: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = entry.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return children;
    children.push(...portion);
  }
}
