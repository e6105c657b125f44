import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { licences } from "../licences";
import { goTo, screen, SCREENS } from "../state/layout";
import { theme, toggleLocale, toggleTheme } from "../state/settings";
import { keptOffline } from "../state/offline";
import { version } from "../state/engine";
import { words } from "../words";
import { Dialog } from "./Dialog";
import { Icon } from "./Icon";
import { useCloseOutside } from "./useCloseOutside";

export function Header() {
  const say = words.value;
  return (
    <header class="header">
      <h1 class="brand">
        <span class="brand-name">{say.name}</span>
        <span class="brand-tagline">{say.tagline}</span>
      </h1>
      <nav class="screens" aria-label={say.screens.label}>
        {SCREENS.map((name) => (
          <button
            type="button"
            aria-current={screen.value === name ? "page" : undefined}
            onClick={() => goTo(name)}
          >
            {say.screens[name]}
          </button>
        ))}
      </nav>
      <Privacy />
      <button type="button" class="quiet" onClick={toggleLocale} lang={say.language === "en" ? "zh-CN" : "en"}>
        {say.switchLanguage}
      </button>
      <button
        type="button"
        class="quiet icon-only"
        onClick={toggleTheme}
        aria-label={theme() === "dark" ? say.toLight : say.toDark}
      >
        <Icon name="theme" />
      </button>
    </header>
  );
}

/** Says that nothing is uploaded, how that is ensured, and which engine runs. */
function Privacy() {
  const say = words.value;
  const details = useRef<HTMLDetailsElement>(null);
  useCloseOutside(details);
  return (
    <details class="privacy" ref={details}>
      <summary>
        <Icon name="lock" />
        <span class="wide">{say.private}</span>
        <span class="narrow">{say.privateShort}</span>
      </summary>
      <div class="privacy-how">
        <p>{say.privateHow}</p>
        {keptOffline.value && <p>{say.keptOffline}</p>}
        <p class="version">{say.engineVersion(version.value)}</p>
        <Licences />
      </div>
    </details>
  );
}

/** The licences of the libraries that the page and its engine are built from. */
function Licences() {
  const say = words.value.licences;
  const text = useSignal("");
  const read = async () => (text.value = await licences().catch(({ message }: Error) => message));
  return (
    <Dialog id="licences" label={say.heading} heading={say.heading} intro={say.intro} onOpen={() => void read()}>
      <pre class="licences" lang="en" tabIndex={0}>
        {text.value}
      </pre>
    </Dialog>
  );
}
