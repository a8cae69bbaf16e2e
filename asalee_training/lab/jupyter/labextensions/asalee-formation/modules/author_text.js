/* A text in JupyterLab's file editor. */

/** What the author's view asks of a text. */
export class TextDocument {
  constructor(lab, panel, writing) {
    this.writing = writing;
    this.panel = panel;
    this.editor = panel.content.editor;
  }

  dress() {
    const { editor } = this;
    editor.setOptions({ lineWrap: true, lineNumbers: true });
    editor.injectExtension(this.writing.extension);
  }

  tools() {
    return [];
  }

  text() {
    return this.panel.context.model.sharedModel.getSource();
  }

  show(problems) {
    this.writing.show(this.editor.editor, problems.filter((problem) => problem.ligne));
  }

  goTo({ ligne }) {
    const { editor } = this;
    const position = { line: Math.max((ligne || 1) - 1, 0), column: 0 };
    editor.setCursorPosition(position);
    editor.revealPosition(position);
    editor.focus();
  }
}
