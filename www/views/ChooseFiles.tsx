import { useRef } from "preact/hooks";
import { chosenFiles, type FoundFile } from "../state/folders";
import { Icon } from "./Icon";

interface Props {
  label: string;
  onChoose: (files: FoundFile[]) => void;
  folder?: boolean;
  single?: boolean;
  accept?: string;
}

/** What the engine reads, for the browser's own dialog; whatever else is chosen is refused with advice. */
export const REPORTS = ".docx,.xlsx,.html,.htm,.txt,.md";

/** A button that opens the browser's dialog for files or for a folder. */
export function ChooseFiles({ label, onChoose, folder, single, accept }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="small" onClick={() => input.current?.click()}>
        <Icon name="open" />
        {label}
      </button>
      <input
        ref={input}
        type="file"
        multiple={!single}
        {...(folder && { webkitdirectory: true })}
        {...(accept && { accept })}
        class="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        onChange={({ currentTarget }) => {
          if (currentTarget.files) onChoose(chosenFiles(currentTarget.files));
          currentTarget.value = "";
        }}
      />
    </>
  );
}
