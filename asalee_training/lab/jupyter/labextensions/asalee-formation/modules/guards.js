/* What a case refuses: editing by keyboard or mouse, saving, and JupyterLab's own menus. */

const SUPPRESS = "data-lm-suppress-shortcuts";

/** No JupyterLab shortcut works from inside `panel` (nor anywhere, when the case is alone in its page). */
export function guardKeyboard(panel, alone) {
  const guard = (event) => {
    if (!(event.target instanceof Element) || !(alone || panel.node.contains(event.target))) return;
    // Lumino matches its selectors from the focused element upwards and stops at this attribute: it has to be on
    // the very element, hence here, on the window, one step before the document where Lumino listens.
    event.target.setAttribute(SUPPRESS, "true");
    // The browser's « save this page » is of no use: answers are saved as they are given.
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") event.preventDefault();
  };
  window.addEventListener("keydown", guard, true);
  panel.disposed.connect(() => window.removeEventListener("keydown", guard, true));
}

/** No double click into a text's source, no JupyterLab context menu (the browser's own stays), no dropped file. */
export function guardMouse(panel) {
  panel.node.addEventListener(
    "dblclick",
    (event) => {
      if (event.target.closest(".jp-MarkdownCell")) event.stopPropagation();
    },
    true,
  );
  panel.node.addEventListener("contextmenu", (event) => event.stopPropagation(), true);
  ["lm-dragenter", "lm-dragover", "lm-drop"].forEach((name) =>
    panel.node.addEventListener(name, (event) => event.stopPropagation(), true),
  );
}

/** The notebook is never written back: the released one is put back at marking, and answers live in their own file. */
export function guardSave(context) {
  context.save = async () => {};
  const forget = () => {
    if (context.model.dirty) context.model.dirty = false;
  };
  context.model.stateChanged.connect(forget);
  forget();
}
