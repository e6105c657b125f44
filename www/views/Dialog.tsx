import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { words } from "../words";

interface Props {
  id: string;
  /** What stands on the button that opens the dialog. */
  label: ComponentChildren;
  /** Marks the button of a dialog that holds something. */
  active?: boolean;
  heading: string;
  intro: string;
  children: ComponentChildren;
  /** Stands beside the button that closes. */
  actions?: ComponentChildren;
  onOpen?: () => void;
}

/** A button and the dialog that it opens. */
export function Dialog({ id, label, active, heading, intro, children, actions, onOpen }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class={active ? "small active" : "small"}
        aria-haspopup="dialog"
        onClick={() => {
          onOpen?.();
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        {label}
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-heading`} onClose={() => setOpen(false)}>
        <h2 id={`${id}-heading`}>{heading}</h2>
        <p>{intro}</p>
        {open && children}
        <p class="dialog-actions">
          {actions}
          <button type="button" class="small" onClick={() => dialog.current?.close()}>
            {words.value.close}
          </button>
        </p>
      </dialog>
    </>
  );
}
