/* A text of the trainer's (cases/, courses/) in JupyterLab's own editor or notebook: the way back, what is saved, what is
   to correct. What differs between a text and a notebook is in `author_text` and `author_notebook`. */
import { Checker } from "./author_check.js";
import { completion } from "./author_completion.js";
import { blockLook, faultMarks } from "./author_marks.js";
import { dressPage } from "./shell.js";
import { topBar } from "./top_bar.js";

const SOURCE = /(?:^|\/)(cases|courses)\/[^/]+\/([^/]+)\.(?:md|ipynb)$/;
const HOUR = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });
const LIST_MAX_PX = 150;
const SUPPRESS = "data-lm-suppress-shortcuts";

/** "cas", "lecon" or "module" for a source of cases or lessons, whatever it says of itself; else undefined. */
export function kindOf(panel) {
  const [, folder, name] = SOURCE.exec(panel.context.path) || [];
  if (!folder) return undefined;
  return folder === "cases" ? "cas" : name === "module" ? "module" : "lecon";
}

/** The published format, asked of the server once; `known` is null until it is there. */
export class Format {
  constructor(lab) {
    this.lab = lab;
    this.known = null;
  }

  async load() {
    if (this.known) return;
    const { services, coreutils } = this.lab;
    const address = `${coreutils.PageConfig.getBaseUrl()}asalee/formatrice/format`;
    const reply = await services.ServerConnection.makeRequest(address, {}, services.ServerConnection.makeSettings());
    if (reply.ok) this.known = await reply.json();
  }
}

/** What is added to each editor: prose settings, marks, proposals. */
function writing(lab, look) {
  const { view } = lab.codemirror;
  const marks = faultMarks(lab.codemirror);
  const list = completion(lab.codemirror, look);
  const prose = [
    view.EditorView.lineWrapping,
    view.EditorView.contentAttributes.of({ spellcheck: "true", lang: "fr", autocapitalize: "sentences" }),
  ];
  return { extension: [prose, blockLook(lab.codemirror), marks.extension, list.extension], show: marks.show, isOpen: list.isOpen };
}

function make(tag, className, text = "") {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

function makeButton({ label, title = "", run, className = "" }) {
  const button = make("button", className, label);
  button.type = "button";
  button.title = title;
  button.addEventListener("click", run);
  return button;
}

export class AuthorView {
  /** `Document`: TextDocument or NotebookDocument. */
  constructor(lab, app, panel, { alone, format, Document }) {
    Object.assign(this, { lab, app, panel, alone });
    this.context = panel.context;
    this.name = this.context.localPath;
    this.baseUrl = lab.coreutils.PageConfig.getBaseUrl();
    const kind = kindOf(panel);
    format.load().catch((error) => console.error("[asalee]", error));
    this.writing = writing(lab, () => format.known && { format: format.known, kind });
    this.source = new Document(lab, panel, this.writing);
    this.problems = [];
    this.checker = new Checker(lab, {
      path: this.name, read: () => this.source.text(), tell: (news) => panel.isDisposed || this.hear(news),
    });
  }

  open() {
    const { panel, context } = this;
    panel.addClass("asalee-auteur");
    panel.content.node.setAttribute("role", "main");
    panel.content.node.setAttribute("aria-label", this.name);
    panel.toolbar?.hide();
    this.guard();
    const under = new this.lab.widgets.Widget({ node: make("ol", "asalee-auteur-liste") });
    this.list = under;
    under.hide();
    panel.layout.insertWidget(0, this.bar());
    panel.layout.insertWidget(1, this.tools());
    panel.layout.addWidget(under);
    if (this.alone) dressPage(this.app, this.name, `${this.baseUrl}asalee/static/icone.svg`);
    this.source.dress(() => this.showTools());
    this.showTools();
    context.saveState.connect((_, state) => {
      if (state === "completed") this.hour = HOUR.format(new Date());
      this.tellSaved(state);
    });
    context.model.stateChanged.connect(() => this.tellSaved());
    context.model.contentChanged.connect(() => this.checker.later());
    this.tellSaved();
    this.checker.now();
  }

  /**
   * The browser's own menu corrects spelling. A key that the list of proposals takes is no shortcut of JupyterLab's; nor
   * is a letter typed beside the text: « d d » would delete a cell. « m », which makes it Markdown, harms nobody.
   */
  guard() {
    const { panel } = this;
    panel.node.addEventListener("contextmenu", (event) => event.stopPropagation(), true);
    const keys = (event) => {
      if (!(event.target instanceof Element) || !panel.node.contains(event.target)) return;
      const place = event.target.closest(".cm-editor");
      const editor = place && this.lab.codemirror.view.EditorView.findFromDOM(place);
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      const ours = editor
        ? (plain && this.writing.isOpen(editor)) || (event.ctrlKey && event.code === "Space")
        : plain && event.key.length === 1 && event.key !== "m";
      if (ours) event.target.setAttribute(SUPPRESS, "true");
      else event.target.removeAttribute(SUPPRESS);
    };
    window.addEventListener("keydown", keys, true);
    panel.disposed.connect(() => window.removeEventListener("keydown", keys, true));
  }

  bar() {
    const bar = topBar(this.lab.widgets, this.panel, {
      title: this.name,
      back: { href: `${this.baseUrl}asalee/formatrice`, label: "Atelier" },
    });
    this.saved = bar.node.querySelector(".asalee-barre-etat");
    this.save = makeButton({
      label: "Enregistrer", title: "Ctrl + S", className: "asalee-auteur-enregistrer", run: () => this.context.save().catch(() => {}), // what failed is told below
    });
    bar.node.append(this.save);
    return bar;
  }

  tools() {
    const node = make("div", "asalee-auteur-outils");
    node.setAttribute("role", "toolbar");
    node.setAttribute("aria-label", "Écrire");
    this.buttons = this.source.tools().map((tool) => ({ node: makeButton(tool), ...tool }));
    this.status = makeButton({ label: "Vérification…", className: "asalee-auteur-etat", run: () => this.next() });
    const live = make("p", "asalee-auteur-dit");
    live.setAttribute("role", "status");
    live.append(this.status);
    const check = makeButton({ label: "Vérifier", title: "Vérifier maintenant", run: () => this.checker.now() });
    const help = make("p", "asalee-auteur-aide", "Ctrl + Espace : ce que vous pouvez écrire ici");
    node.append(...this.buttons.map((button) => button.node), help, live, check);
    return new this.lab.widgets.Widget({ node });
  }

  /** Shows the buttons that are of use now. */
  showTools() {
    for (const { node, needed } of this.buttons) node.hidden = Boolean(needed && !needed());
  }

  /** Says what the last check found. */
  hear({ checking, problems, message }) {
    if (checking) {
      this.status.setAttribute("aria-busy", "true");
      return;
    }
    this.status.removeAttribute("aria-busy");
    this.problems = problems || [];
    this.at = -1;
    const count = this.problems.length;
    this.status.textContent = message || (count ? `${count} point${count > 1 ? "s" : ""} à corriger` : "Prêt");
    this.status.title = count ? "Aller au point suivant" : "";
    this.status.dataset.niveau = message ? "attente" : count ? "erreur" : "ok";
    this.status.disabled = !count;
    this.list.node.replaceChildren(...this.problems.map((problem, index) => {
      const line = document.createElement("li");
      const place = problem.lieu[0].toUpperCase() + problem.lieu.slice(1);
      const button = makeButton({ label: "", run: () => this.go(index) });
      button.append(make("b", "", `${place}\u202f: `), problem.message);
      line.append(button);
      return line;
    }));
    const height = `${Math.min(LIST_MAX_PX, 24 + 40 * count)}px`;
    Object.assign(this.list.node.style, { minHeight: height, maxHeight: height });
    this.list.setHidden(!count);
    this.panel.fit();
    this.source.show(this.problems);
  }

  next() {
    this.go((this.at + 1) % this.problems.length);
  }

  go(index) {
    this.at = index;
    [...this.list.node.children].forEach((line, i) => {
      line.toggleAttribute("aria-current", i === index);
      if (i === index) line.scrollIntoView({ block: "nearest" });
    });
    if (this.problems[index].ligne) this.source.goTo(this.problems[index]);
  }

  /** Says whether the file holds what is on the screen. (« started » says nothing: a save given up ends without a word.) */
  tellSaved(state) {
    const dirty = this.context.model.dirty;
    const words = {
      failed: "NON enregistré : réessayez",
      dirty: "Modifié, pas encore enregistré",
      clean: this.hour ? `Enregistré à ${this.hour}` : "Enregistré",
    };
    const now = state === "failed" ? state : dirty ? "dirty" : "clean";
    this.saved.textContent = words[now];
    this.saved.dataset.niveau = now === "failed" ? "erreur" : now === "clean" ? "ok" : "attente";
    this.save.disabled = now === "clean";
  }
}
