import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Closes what has been opened by Escape, once something else is pressed, or when the focus has gone elsewhere. */
export function useCloseOutside(details: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = ({ target }: Event) => {
      const own = details.current;
      if (own?.open && target instanceof Node && !own.contains(target)) own.open = false;
    };
    const escape = (event: KeyboardEvent) => {
      const own = details.current;
      if (event.key !== "Escape" || !own?.open) return;
      event.stopPropagation();
      own.open = false;
      own.querySelector("summary")?.focus();
    };
    document.addEventListener("keydown", escape, { capture: true });
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("keydown", escape, { capture: true });
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, []);
}
