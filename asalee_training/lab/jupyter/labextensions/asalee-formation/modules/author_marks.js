/* What an author sees in the text itself: faults underlined in red, with their sentence; blocks that look like blocks. */
import { blocks } from "./format.js";

const KEY = /^(?:\s|- )*([\w-]+)(?=\s*:(?:\s|$))/;
const COMMENT = /(?:^|\s)(#\s.*)$/;

function bubble(messages) {
  const node = document.createElement("div");
  node.className = "asalee-bulle";
  node.append(...messages.map((message) => {
    const line = document.createElement("p");
    line.textContent = message;
    return line;
  }));
  return node;
}

/**
 * The CodeMirror extension, and `show(view, problems)` that marks lines: problems are {ligne (from 1), message}.
 * `cm`: the modules `state` and `view` that JupyterLab shares.
 */
export function faultMarks({ state, view }) {
  const setFaults = state.StateEffect.define();

  class Sign extends view.GutterMarker {
    constructor(messages) {
      super();
      this.messages = messages;
    }

    toDOM() {
      const node = document.createElement("span");
      node.className = "asalee-signe";
      node.textContent = "!";
      node.title = this.messages.join("\n");
      return node;
    }
  }

  function marked(doc, problems) {
    const byLine = new Map();
    for (const { ligne, message } of problems) {
      const number = Math.min(Math.max(ligne, 1), doc.lines);
      byLine.set(number, [...(byLine.get(number) || []), message]);
    }
    const marks = [];
    const signs = [];
    for (const number of [...byLine.keys()].sort((a, b) => a - b)) {
      const line = doc.line(number);
      const messages = byLine.get(number);
      const begin = line.from + (line.text.length - line.text.trimStart().length);
      marks.push(view.Decoration.line({ class: "asalee-ligne-fautive", messages }).range(line.from));
      if (line.to > begin) marks.push(view.Decoration.mark({ class: "asalee-faute" }).range(begin, line.to));
      signs.push(new Sign(messages).range(line.from));
    }
    return { marks: view.Decoration.set(marks, true), signs: state.RangeSet.of(signs) };
  }

  const field = state.StateField.define({
    create: (editor) => marked(editor.doc, []),
    update(value, change) {
      const told = change.effects.find((effect) => effect.is(setFaults));
      if (told) return marked(change.newDoc, told.value);
      if (!change.docChanged) return value;
      return { marks: value.marks.map(change.changes), signs: value.signs.map(change.changes) };
    },
    provide: (own) => view.EditorView.decorations.from(own, (value) => value.marks),
  });

  const hover = view.hoverTooltip((editor, position) => {
    const line = editor.state.doc.lineAt(position);
    let messages = null;
    editor.state.field(field).marks.between(line.from, line.from, (from, to, mark) => {
      messages ??= mark.spec.messages;
    });
    return messages && { pos: line.from, end: line.to, above: false, create: () => ({ dom: bubble(messages) }) };
  }, { hoverTime: 200 });

  const gutter = view.gutter({
    class: "asalee-gouttiere",
    markers: (editor) => editor.state.field(field).signs,
    initialSpacer: () => new Sign([]),
  });

  return {
    extension: [field, hover, gutter],
    show: (editor, problems) => editor.dispatch({ effects: setFaults.of(problems) }),
  };
}

/** Keys, comments and the ground of blocks: the Markdown editor would show the front matter as a title. */
export function blockLook({ state, view }) {
  const line = view.Decoration.line({ class: "asalee-bloc" });
  const key = view.Decoration.mark({ class: "asalee-cle" });
  const note = view.Decoration.mark({ class: "asalee-note" });

  function look(doc) {
    const lines = doc.toString().split("\n");
    const found = [];
    for (const { genre, open, end } of blocks(lines)) {
      for (let row = open; genre && row <= Math.min(end, lines.length - 1); row += 1) {
        const { from, to, text } = doc.line(row + 1);
        found.push(line.range(from));
        if (row === open || row === end) continue;
        const written = KEY.exec(text);
        if (written) found.push(key.range(from + written[0].length - written[1].length, from + written[0].length));
        const said = COMMENT.exec(text);
        if (said) found.push(note.range(to - said[1].length, to));
      }
    }
    return view.Decoration.set(found, true);
  }

  return state.StateField.define({
    create: (editor) => look(editor.doc),
    update: (value, change) => (change.docChanged ? look(change.newDoc) : value),
    provide: (own) => view.EditorView.decorations.from(own),
  });
}
