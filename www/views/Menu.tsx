import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useCloseOutside } from "./useCloseOutside";

export type Choice = readonly [label: string, act: () => void];

interface Props {
  label: ComponentChildren;
  choices: Choice[];
  onOpen?: () => void;
}

/** A button that opens a list of things to do. */
export function Menu({ label, choices, onOpen }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useCloseOutside(menu);
  const close = () => {
    if (menu.current) menu.current.open = false;
  };
  return (
    <details
      class="menu"
      ref={menu}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary class="small">{label}</summary>
      <ul>
        {choices.map(([name, act]) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                act();
                close();
              }}
            >
              {name}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
