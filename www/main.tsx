import { render } from "preact";
import { followLocale } from "./state/check";
import { introduce } from "./state/engine";
import { applySettings } from "./state/settings";
import { App } from "./views/App";
import "./style/colours.css";
import "./style/page.css";
import "./style/editor.css";
import "./style/form.css";
import "./style/findings.css";
import "./style/batch.css";
import "./style/sheet.css";

applySettings();
introduce();
followLocale();
const root = document.getElementById("app")!;
root.replaceChildren();
render(<App />, root);
