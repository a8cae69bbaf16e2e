/* The plugins: the case's view, the author's view, the waiting screen, the lost connection. */
import { NotebookDocument } from "./author_notebook.js";
import { TextDocument } from "./author_text.js";
import { AuthorView, Format, kindOf } from "./author_view.js";
import { CaseView, isCase } from "./case_view.js";
import { connectionWatch } from "./connection.js";
import { openingScreen } from "./opening.js";

const OPEN_MS = 3_000;

function addStyle() {
  for (const sheet of ["style.css", "author.css"]) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(sheet, import.meta.url).href;
    document.head.append(link);
  }
}

/** The plugins, given the modules that JupyterLab shares. */
export function plugins(lab) {
  addStyle();
  const alone = lab.coreutils.PageConfig.getOption("mode") === "single-document";
  const opening = openingScreen(alone && window.location.pathname.endsWith(".ipynb"));
  const connection = connectionWatch(lab.coreutils.PageConfig.getBaseUrl());
  const format = new Format(lab);
  return [
    {
      id: "asalee-formation:author",
      autoStart: true,
      requires: [lab.fileeditor.IEditorTracker],
      activate: (app, tracker) => {
        const open = async (panel) => {
          if (!kindOf(panel)) return;
          await Promise.all([panel.context.ready, panel.content.ready]);
          new AuthorView(lab, app, panel, { alone, format, Document: TextDocument }).open();
        };
        tracker.widgetAdded.connect((_, panel) => {
          open(panel).catch((error) => console.error("[asalee]", error));
        });
      },
    },
    {
      id: "asalee-formation:case",
      autoStart: true,
      requires: [lab.notebook.INotebookTracker],
      activate: (app, tracker) => {
        app.restored.then(() => {
          // A notebook that cannot be opened leaves its error in sight.
          setTimeout(() => tracker.size || opening.close(), OPEN_MS);
          // The one sentence of the shell that the language pack leaves in English.
          document.querySelectorAll(".jp-skiplink a").forEach((link) => {
            link.textContent = "Aller au contenu";
          });
        });
        const open = async (panel) => {
          // By its place, before its metadata: a source never runs, whatever it says of itself.
          const written = kindOf(panel);
          if (written) NotebookDocument.withoutKernel(panel);
          await panel.context.ready;
          if (written) {
            new AuthorView(lab, app, panel, { alone, format, Document: NotebookDocument }).open();
          } else if (isCase(panel)) await new CaseView(lab, app, panel, { alone, connection }).open(opening.close);
        };
        tracker.widgetAdded.connect((_, panel) => {
          open(panel).catch((error) => console.error("[asalee]", error)).finally(opening.close);
        });
      },
    },
    {
      id: "asalee-formation:connection",
      autoStart: true,
      provides: lab.application.IConnectionLost,
      activate: () => async () => connection.suspect(),
    },
    {
      id: "asalee-formation:splash",
      autoStart: true,
      provides: lab.apputils.ISplashScreen,
      // JupyterLab asks for a splash screen while it changes theme; ours is closed by the document itself.
      activate: () => ({ show: () => ({ isDisposed: false, dispose() {} }) }),
    },
  ];
}
