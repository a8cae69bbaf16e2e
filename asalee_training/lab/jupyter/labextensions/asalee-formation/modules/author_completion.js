/* The list of what may be written here, as one types or with Ctrl and Space, by keyboard or mouse. The content comes from
   `format.js`; JupyterLab shares no list of CodeMirror's, and its own mixes in every word of the text. */
import { propose } from "./format.js";

const SHOWN = 12;

/** The CodeMirror extension. `look(editor)` gives {format, kind}, or null as long as the format is not known. */
export function completion({ state, view }, look) {
  const setList = state.StateEffect.define();

  function find(editor, asked) {
    const known = look();
    const { head, empty } = editor.selection.main;
    if (!known || !empty) return null;
    const found = propose(editor.doc.toString(), head, known.format, known.kind);
    // Unasked, a list of keys waits for a first letter: an empty line is not a question.
    if (!found || (!asked && found.from === head && !/[:{|}]\s*$/.test(editor.doc.sliceString(head - 3, head)))) return null;
    return { ...found, chosen: 0 };
  }

  const list = state.StateField.define({
    create: () => null,
    update(value, change) {
      const told = change.effects.find((effect) => effect.is(setList));
      if (told) return told.value;
      if (change.docChanged) return change.isUserEvent("input") || value ? find(change.state, false) : null;
      return change.selection ? null : value;
    },
    provide: (own) => view.showTooltip.from(own, (value) => value && {
      pos: value.from, above: false, create: (editor) => ({ dom: draw(editor, value), offset: { x: -8, y: 4 } }),
    }),
  });

  function take(editor, value, index) {
    const { insert } = value.items[index];
    const { head } = editor.state.selection.main;
    editor.dispatch({
      changes: { from: value.from, to: head, insert },
      selection: { anchor: value.from + insert.length },
      effects: setList.of(null),
      userEvent: "complete",
    });
    // « type: » was completed: its values are the next question.
    const next = find(editor.state, false);
    if (next) editor.dispatch({ effects: setList.of(next) });
    editor.focus();
  }

  function draw(editor, value) {
    const node = document.createElement("div");
    node.className = "asalee-choix";
    const box = document.createElement("ul");
    box.setAttribute("role", "listbox");
    box.setAttribute("aria-label", "Ce que vous pouvez écrire ici");
    const first = Math.max(0, Math.min(value.chosen - SHOWN + 3, value.items.length - SHOWN));
    value.items.slice(first, first + SHOWN).forEach((item, i) => {
      const line = document.createElement("li");
      line.id = `asalee-choix-${first + i}`;
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", String(first + i === value.chosen));
      const label = document.createElement("b");
      label.textContent = item.label;
      const detail = document.createElement("span");
      detail.textContent = item.detail;
      line.append(label, detail);
      line.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(editor, value, first + i);
      });
      box.append(line);
    });
    const help = document.createElement("p");
    const more = value.items.length > SHOWN ? `${value.chosen + 1} sur ${value.items.length} · ` : "";
    help.textContent = `${more}flèches pour choisir, Entrée pour écrire, Échap pour fermer`;
    node.append(box, help);
    return node;
  }

  const withList = (act) => (editor) => {
    const value = editor.state.field(list);
    if (!value) return false;
    act(editor, value);
    return true;
  };
  const move = (step) => withList((editor, value) => {
    const chosen = (value.chosen + step + value.items.length) % value.items.length;
    editor.dispatch({ effects: setList.of({ ...value, chosen }) });
  });
  const write = withList((editor, value) => take(editor, value, value.chosen));
  const ask = (editor) => {
    editor.dispatch({ effects: setList.of(find(editor.state, true)) });
    return true;
  };
  const keys = view.keymap.of([
    { key: "ArrowDown", run: move(1) },
    { key: "ArrowUp", run: move(-1) },
    { key: "Enter", run: write },
    { key: "Tab", run: write },
    { key: "Escape", run: withList((editor) => editor.dispatch({ effects: setList.of(null) })) },
    { key: "Ctrl-Space", run: ask },
  ]);
  const leave = view.EditorView.domEventHandlers({
    blur: (event, editor) => {
      // Not while the editor is being updated.
      setTimeout(() => editor.state.field(list, false) && editor.dispatch({ effects: setList.of(null) }));
    },
  });
  const spoken = view.EditorView.contentAttributes.compute([list], (editor) => {
    const value = editor.field(list);
    return value ? { "aria-activedescendant": `asalee-choix-${value.chosen}`, "aria-autocomplete": "list" } : {};
  });
  return {
    extension: [list, state.Prec.highest(keys), leave, spoken],
    isOpen: (editor) => Boolean(editor.state.field(list, false)),
  };
}
