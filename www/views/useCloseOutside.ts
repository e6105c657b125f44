import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";

/** Closes what has been opened once something else is pressed, or the focus has gone elsewhere. */
export function useCloseOutside(details: RefObject<HTMLDetailsElement | null>): void {
  useEffect(() => {
    const close = ({ target }: Event) => {
      const own = details.current;
      if (own?.open && target instanceof Node && !own.contains(target)) own.open = false;
    };
    document.addEventListener("pointerdown", close);
    document.addEventListener("focusin", close);
    return () => {
      document.removeEventListener("pointerdown", close);
      document.removeEventListener("focusin", close);
    };
  }, []);
}
