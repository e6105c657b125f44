/** Tabs part the cells of a table: each is drawn with a gap and a thin line, so that 821 and 35 never look like 82135. */

import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

const decorator = new MatchDecorator({ regexp: /\t/g, decoration: Decoration.mark({ class: "tab" }) });

class Tabs {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorator.createDeco(view);
  }

  update(update: ViewUpdate): void {
    this.decorations = decorator.updateDeco(update, this.decorations);
  }
}

export const tabs = ViewPlugin.fromClass(Tabs, { decorations: (plugin) => plugin.decorations });
