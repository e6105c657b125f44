/** Files dropped anywhere on the page: one opens in the check, many make a list. */

import { signal } from "@preact/signals";
import { addFiles } from "./batch";
import { droppedFiles, type FoundFile } from "./folders";
import { openFile } from "./intake";
import { goTo, screen } from "./layout";

/** True while files are held over the page. */
export const dropping = signal(false);

export function listenForDrops(): void {
  window.addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    // Without this the browser would leave the page to show the file.
    event.preventDefault();
    dropping.value = true;
  });
  window.addEventListener("dragleave", ({ relatedTarget }) => {
    if (relatedTarget === null) dropping.value = false;
  });
  // Before the editor, which would read the file as bare text.
  window.addEventListener("drop", take, { capture: true });
}

function take(event: DragEvent): void {
  dropping.value = false;
  if (!event.dataTransfer || !holdsFiles(event)) return;
  event.preventDefault();
  event.stopPropagation();
  void droppedFiles(event.dataTransfer).then(openFiles);
}

/** One file opens in the check, unless a list is being made; many go to the list. */
export function openFiles(files: FoundFile[]): void {
  const [first] = files;
  if (!first) return;
  if (files.length === 1 && screen.value !== "batch") {
    goTo("check");
    void openFile(first.file);
  } else {
    goTo("batch");
    void addFiles(files);
  }
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes("Files") ?? false;
}
