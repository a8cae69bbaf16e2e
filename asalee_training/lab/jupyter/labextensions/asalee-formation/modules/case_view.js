/* One case in one notebook panel: dressed, run by itself, and put back on its feet when the kernel is gone.

   The notebook asks for it by its metadata:
     "asalee": {"mode": "evaluation" | "entrainement" | "lecon", "titre": "…", "retour"?: {"adresse", "texte"}}
   Cells tagged "asalee-cache" are never shown. */
import { guardKeyboard, guardMouse, guardSave } from "./guards.js";
import { Notice } from "./notice.js";
import { steady, waiting } from "./opening.js";
import { dressPage } from "./shell.js";
import { topBar } from "./top_bar.js";

const MODES = new Set(["evaluation", "entrainement", "lecon"]);
const SLOW_MS = 20_000;
const KERNEL = "python3";

function metadata(panel) {
  return panel.context.model?.getMetadata("asalee");
}

export function isCase(panel) {
  return MODES.has(metadata(panel)?.mode);
}

/** Where « ← » leads: her modules, unless the notebook names another page of the project. */
function backLink(baseUrl, retour) {
  const own = retour && /^asalee\/[\w/-]*$/.test(retour.adresse);
  return own
    ? { href: baseUrl + retour.adresse, label: retour.texte }
    : { href: `${baseUrl}asalee/apprenante`, label: "Mes modules" };
}

export class CaseView {
  constructor(lab, app, panel, { alone, connection }) {
    Object.assign(this, { lab, app, panel, alone, connection });
    this.session = panel.sessionContext;
    this.runs = 0;
    const { mode, titre, retour } = metadata(panel);
    this.lesson = mode === "lecon";
    this.title = titre || panel.context.localPath.split("/").pop().replace(/\.ipynb$/, "");
    this.baseUrl = lab.coreutils.PageConfig.getBaseUrl();
    this.back = backLink(this.baseUrl, retour);
  }

  /** Dresses the panel, then runs it; `dressed` is called in between. */
  async open(dressed) {
    const { panel, lab } = this;
    panel.addClass("asalee-cas");
    panel.toolbar.hide();
    panel.content.node.setAttribute("role", "main");
    panel.content.node.setAttribute("aria-label", this.title);
    panel.contentHeader.insertWidget(0, topBar(lab.widgets, panel, { title: this.title, back: this.back }));

    this.veil = document.createElement("div");
    this.veil.className = "asalee-voile";
    this.veil.setAttribute("role", "status");
    this.veil.setAttribute("aria-live", "polite");
    this.notice = new Notice(panel.node);
    panel.node.append(this.veil);

    guardKeyboard(panel, this.alone);
    guardMouse(panel);
    guardSave(panel.context);
    if (this.alone) dressPage(this.app, this.title, `${this.baseUrl}asalee/static/icone.svg`);
    this.dressCells();
    panel.content.modelContentChanged.connect(() => this.dressCells());
    this.watch();
    const ran = this.run();
    dressed();
    await ran;
  }

  /** Hides tagged cells, and what JupyterLab says of cells to a screen reader (in English, and of no use here). */
  dressCells() {
    for (const cell of this.panel.content.widgets) {
      cell.toggleClass("asalee-cache", (cell.model.getMetadata("tags") || []).includes("asalee-cache"));
    }
    this.panel.content.node.querySelectorAll(".jp-WindowedPanel-viewport, .jp-Cell").forEach((node) => {
      node.removeAttribute("aria-label");
      node.removeAttribute("role");
    });
  }

  /** Follows the kernel: dead, restarted elsewhere, or out of reach. */
  watch() {
    let restarted = false;
    this.session.statusChanged.connect((_, status) => {
      if (status === "dead" || status === "autorestarting") this.interrupted();
      if (status === "restarting" && !this.relaunching) restarted = true;
      if (status === "idle" && restarted) {
        restarted = false;
        this.run();
      }
    });
    this.session.connectionStatusChanged.connect(async (_, status) => {
      if (status === "connected" || this.relaunching) return;
      await this.connection.suspect();
      await this.findKernel();
    });
    // A server that goes down still answers while its kernels close: the signal above may have come too early.
    const find = () => this.findKernel();
    this.connection.back.add(find);
    this.panel.disposed.connect(() => this.connection.back.delete(find));
  }

  /** The server answers: is the kernel still there? (A server started anew, or a night's sleep, lost it.) */
  async findKernel() {
    const kernel = this.session.session?.kernel;
    if (!kernel || kernel.connectionStatus === "connected") return;
    const reply = await fetch(`${this.baseUrl}api/kernels/${kernel.id}`, { cache: "no-store" });
    if (this.relaunching || this.session.session?.kernel !== kernel) return;
    if (reply.status === 404) {
      this.gone = true;
      this.interrupted();
    } else {
      await kernel.reconnect();
    }
  }

  /** Runs every cell under the veil. A later run makes an earlier one silent. */
  async run() {
    const number = ++this.runs;
    const current = () => number === this.runs && !this.panel.isDisposed;
    const slow = setTimeout(() => current() && this.tooSlow(), SLOW_MS);
    const sheet = this.panel.content.node.querySelector(".jp-WindowedPanel-outer");
    const place = sheet.scrollTop;
    this.notice.hide();
    this.veil.replaceChildren(waiting(`Préparation ${this.lesson ? "de la leçon" : "du cas"}…`));
    this.veil.hidden = false;
    this.panel.content.node.setAttribute("aria-busy", "true");
    let whole = false;
    try {
      await this.session.ready;
      await this.session.session.kernel.info;
      whole = await this.lab.notebook.NotebookActions.runAll(this.panel.content, this.session);
      await steady(sheet);
    } catch (error) {
      console.error("[asalee]", error);
    }
    clearTimeout(slow);
    if (!current()) return;
    // Running leaves the last cell active, and Tab would start from there.
    this.panel.content.activeCellIndex = 0;
    this.unveil();
    sheet.scrollTop = place;
    if (!whole) this.incomplete();
    else this.notice.hide();
  }

  unveil() {
    this.dressCells();
    this.veil.hidden = true;
    this.veil.replaceChildren();
    this.panel.content.node.removeAttribute("aria-busy");
  }

  /** Starts the kernel again, whatever state it is in, and runs the case; at worst the page is loaded anew. */
  async relaunch() {
    this.relaunching = true;
    try {
      const kernel = this.session.session?.kernel;
      if (kernel && kernel.status !== "dead" && !this.gone) {
        await this.session.restartKernel();
      } else {
        // The server forgot the session with its kernel: a new one is needed.
        await this.session.shutdown();
        await this.session.changeKernel({ name: KERNEL });
        this.gone = false;
      }
      await this.run();
    } catch (error) {
      console.error("[asalee]", error);
      window.location.reload();
    } finally {
      this.relaunching = false;
    }
  }

  offer(level, title, text) {
    this.notice.show({ level, title, text, action: { label: "Relancer", run: () => this.relaunch() } });
  }

  interrupted() {
    this.runs += 1;
    this.unveil();
    const Noun = this.lesson ? "La leçon s’est interrompue" : "Le cas s’est interrompu";
    this.offer("alerte", Noun, "Vos réponses sont conservées. Un clic suffit pour reprendre où vous en étiez.");
  }

  tooSlow() {
    this.offer("attente", "C’est plus long que d’habitude", "Vous pouvez encore patienter, ou relancer la préparation.");
  }

  incomplete() {
    this.offer(
      "alerte",
      `Une partie ${this.lesson ? "de la leçon" : "du cas"} ne s’est pas affichée`,
      "Vos réponses enregistrées sont conservées. Si relancer ne suffit pas, prévenez votre référente.",
    );
  }
}
