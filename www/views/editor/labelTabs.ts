/** The tab between a label and a figure is given a gap, which its stop may not leave. Figures have theirs from the stops alone. */

import { Decoration, MatchDecorator, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from "@codemirror/view";

const decorator = new MatchDecorator({ regexp: /(?<=[^\t\d])\t(?=\d)/g, decoration: Decoration.mark({ class: "label-tab" }) });

class LabelTabs {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorator.createDeco(view);
  }

  update(update: ViewUpdate): void {
    this.decorations = decorator.updateDeco(update, this.decorations);
  }
}

export const labelTabs = ViewPlugin.fromClass(LabelTabs, { decorations: (plugin) => plugin.decorations });
