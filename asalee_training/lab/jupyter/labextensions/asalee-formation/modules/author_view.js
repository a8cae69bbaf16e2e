/* A text of the trainer's (cases/, courses/) in JupyterLab's own editor or notebook: the way back, what is saved, and an
   editor made for prose. What differs between a text and a notebook is in `author_text` and `author_notebook`. */
import { dressPage } from "./shell.js";
import { topBar } from "./top_bar.js";

const SOURCE = /(?:^|\/)(?:cases|courses)\/[^/]+\/[^/]+\.(?:md|ipynb)$/;
const HOUR = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });

/** Whether a document is a case's or a lesson's source, whatever it says of itself. */
export function isSource(panel) {
  return SOURCE.test(panel.context.path);
}

function makeButton({ label, title, run }) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = label;
  button.title = title;
  button.addEventListener("click", run);
  return button;
}

export class AuthorView {
  constructor(lab, app, panel, { alone, source }) {
    Object.assign(this, { lab, app, panel, alone, source });
    this.context = panel.context;
    this.name = this.context.localPath;
    this.baseUrl = lab.coreutils.PageConfig.getBaseUrl();
  }

  open() {
    const { panel, baseUrl } = this;
    panel.addClass("asalee-auteur");
    panel.content.node.setAttribute("role", "main");
    panel.content.node.setAttribute("aria-label", this.name);
    panel.toolbar?.hide();
    // The browser's own menu corrects spelling; JupyterLab's speaks of kernels.
    panel.node.addEventListener("contextmenu", (event) => event.stopPropagation(), true);
    panel.layout.insertWidget(0, this.bar());
    panel.layout.insertWidget(1, this.tools());
    if (this.alone) dressPage(this.app, this.name, `${baseUrl}asalee/static/icone.svg`);
    this.source.dress(() => this.showTools());
    this.showTools();
    this.context.saveState.connect((_, state) => {
      if (state === "completed") this.hour = HOUR.format(new Date());
      this.tell(state);
    });
    this.context.model.stateChanged.connect(() => this.tell());
    this.tell();
  }

  bar() {
    const bar = topBar(this.lab.widgets, this.panel, {
      title: this.name,
      back: { href: `${this.baseUrl}asalee/formatrice`, label: "Atelier" },
    });
    this.saved = bar.node.querySelector(".asalee-barre-etat");
    this.save = makeButton({ label: "Enregistrer", title: "Ctrl + S", run: () => this.context.save() });
    this.save.className = "asalee-auteur-enregistrer";
    bar.node.append(this.save);
    return bar;
  }

  tools() {
    const node = document.createElement("div");
    node.className = "asalee-auteur-outils";
    node.setAttribute("role", "toolbar");
    node.setAttribute("aria-label", "Écrire");
    this.buttons = this.source.tools().map((tool) => ({ node: makeButton(tool), ...tool }));
    node.append(...this.buttons.map((button) => button.node));
    return new this.lab.widgets.Widget({ node });
  }

  /** Shows the buttons that are of use now. */
  showTools() {
    for (const { node, needed } of this.buttons) node.hidden = Boolean(needed && !needed());
  }

  /** Says whether the file holds what is on the screen. */
  tell(state) {
    const dirty = this.context.model.dirty;
    const words = {
      started: "Enregistrement…",
      failed: "NON enregistré : réessayez",
      dirty: "Modifié, pas encore enregistré",
      clean: this.hour ? `Enregistré à ${this.hour}` : "Enregistré",
    };
    const now = ["started", "failed"].includes(state) ? state : dirty ? "dirty" : "clean";
    this.saved.textContent = words[now];
    this.saved.dataset.niveau = now === "failed" ? "erreur" : now === "clean" ? "ok" : "attente";
    this.save.disabled = now === "clean" || now === "started";
  }
}
