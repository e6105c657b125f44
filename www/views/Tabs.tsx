import type { ComponentChildren } from "preact";

interface Tab<Id extends string> {
  id: Id;
  /** The id of the element that the tab brings to the front. */
  panel: string;
  content: ComponentChildren;
}

interface Props<Id extends string> {
  label: string;
  tabs: Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** Tabs as the keyboard expects them: one stop, arrow keys between them. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect }: Props<Id>) {
  function walk(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex(({ id }) => id === selected);
    const next = tabs[(at + step + tabs.length) % tabs.length]!;
    onSelect(next.id);
    document.getElementById(`tab-${next.panel}`)?.focus();
  }
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={walk}>
      {tabs.map(({ id, panel, content }) => (
        <button
          type="button"
          role="tab"
          key={id}
          id={`tab-${panel}`}
          aria-controls={panel}
          aria-selected={id === selected}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {content}
        </button>
      ))}
    </div>
  );
}
