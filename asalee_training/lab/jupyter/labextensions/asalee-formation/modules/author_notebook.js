/* A case written in a notebook: new cells are Markdown, blocks keep their source in sight, nothing speaks of code. */

/** The front matter and the blocks: rendered, their first line (« ```{exercice} nom ») would not show. Nor is an empty
    cell rendered: JupyterLab puts an English sentence there. */
const isSourceOnly = (text) => !text.trim() || text.startsWith("---") || /^(?:```|~~~)\s*\{/m.test(text);

function keepSources(cell) {
  if (cell.model.type !== "markdown") return;
  const keep = () => {
    if (cell.rendered && isSourceOnly(cell.model.sharedModel.getSource())) cell.rendered = false;
  };
  cell.renderedChanged.connect(keep);
  keep();
}

/** What the author's view asks of a notebook. */
export class NotebookDocument {
  constructor(lab, panel, writing) {
    this.actions = lab.notebook.NotebookActions;
    this.notebook = panel.content;
    this.writing = writing;
    this.problems = [];
  }

  /** Must come before the context is ready. « false »: no kernel is asked for, and there is nothing to choose. */
  static withoutKernel(panel) {
    const session = panel.context.sessionContext;
    session.initialize = async () => false;
    session.startKernel = async () => false;
  }

  /** `changed`: to be called when other buttons may be needed. */
  dress(changed) {
    const { notebook } = this;
    notebook.notebookConfig = { ...notebook.notebookConfig, defaultCell: "markdown" };
    const seen = new WeakSet();
    const dressCells = () => notebook.widgets.forEach((cell) => {
      cell.node.removeAttribute("aria-label"); // in English
      if (seen.has(cell)) return;
      seen.add(cell);
      keepSources(cell);
      this.equip(cell);
    });
    notebook.modelContentChanged.connect(dressCells);
    dressCells();
    notebook.node.addEventListener("dblclick", () => {
      if (notebook.activeCell?.model.type !== "markdown") return;
      notebook.activeCell.rendered = false;
      notebook.mode = "edit";
    });
    notebook.activeCellChanged.connect(changed);
    notebook.modelContentChanged.connect(changed);
    notebook.node.querySelectorAll(".jp-WindowedPanel-viewport").forEach((node) => node.setAttribute("aria-label", "Cellules"));
  }

  async equip(cell) {
    await cell.ready;
    cell.editor?.injectExtension(this.writing.extension);
    this.show(this.problems);
  }

  text() {
    return JSON.stringify(this.notebook.model.toJSON());
  }

  /** A rendered cell hides its lines: the edge of the cell says that something is to correct in it. */
  show(problems) {
    this.problems = problems;
    this.notebook.widgets.forEach((cell, index) => {
      const own = problems.filter((problem) => problem.cellule === index + 1 && problem.ligne);
      cell.toggleClass("asalee-cellule-fautive", own.length > 0);
      if (cell.editor?.editor) this.writing.show(cell.editor.editor, own);
    });
  }

  async goTo({ cellule, ligne }) {
    const { notebook } = this;
    const cell = notebook.widgets[(cellule || 1) - 1];
    if (!cell) return;
    notebook.activeCellIndex = (cellule || 1) - 1;
    if (cell.model.type === "markdown") cell.rendered = false;
    notebook.mode = "edit";
    await notebook.scrollToItem(notebook.activeCellIndex);
    const position = { line: Math.max(ligne - 1, 0), column: 0 };
    cell.editor?.setCursorPosition(position);
    cell.editor?.revealPosition(position);
    cell.editor?.focus();
  }

  /** The buttons over the notebook: label, title, gesture. */
  tools() {
    const { actions, notebook } = this;
    const edit = (gesture) => () => {
      gesture(notebook);
      notebook.node.focus();
    };
    const add = () => {
      actions.insertBelow(notebook);
      notebook.mode = "edit";
    };
    return [
      { label: "Ajouter une cellule", title: "Sous la cellule choisie", run: add },
      { label: "Monter", title: "Monter la cellule choisie", run: edit(actions.moveUp) },
      { label: "Descendre", title: "Descendre la cellule choisie", run: edit(actions.moveDown) },
      { label: "Supprimer", title: "Supprimer la cellule choisie", run: edit(actions.deleteCells) },
      { label: "Rétablir", title: "Annuler le dernier geste sur les cellules", run: edit(actions.undo) },
      { label: "Mettre en Markdown", title: "La cellule de code, ou brute, devient du texte",
        run: edit((n) => actions.changeCellType(n, "markdown")),
        needed: () => notebook.activeCell?.model.type !== "markdown" },
    ];
  }
}
