/* The page of a case opened alone: JupyterLab's bars gone, its title and its icon ours. */

const BARS = new Set([
  "jp-top-panel", "jp-menu-panel", "jp-header-panel", "jp-top-bar", "jp-bottom-panel", "jp-left-stack", "jp-right-stack",
  "jp-down-stack", "jp-main-statusbar", "jp-title-panel-title",
]);

function* descendants(widget) {
  for (const child of widget.layout || []) {
    yield child;
    yield* descendants(child);
  }
}

function hideBars(shell) {
  for (const widget of descendants(shell)) {
    if (BARS.has(widget.id) || widget.hasClass("jp-SideBar") || widget.hasClass("jp-skiplink-wrapper")) widget.hide();
  }
}

/** Hides the bars of `app`'s shell, now and when JupyterLab shows them again, and gives the page its `title` and `icon`. */
export function dressPage(app, title, icon) {
  document.body.classList.add("asalee-seul");
  document.documentElement.lang = "fr";
  hideBars(app.shell);
  app.restored.then(() => hideBars(app.shell));
  app.shell.layoutModified?.connect(() => hideBars(app.shell));

  const name = `${title} · Formation ASALEE`;
  const iconAddress = new URL(icon, window.location.href).href;
  const keep = () => {
    if (document.title !== name) document.title = name;
    document.querySelectorAll("link[rel~='icon']").forEach((link) => {
      if (link.href !== iconAddress) Object.assign(link, { href: iconAddress, type: "image/svg+xml" });
    });
  };
  keep();
  // JupyterLab renames the page and redraws its icon whenever the kernel is busy.
  new MutationObserver(keep).observe(document.head, { childList: true, subtree: true, attributes: true });
}
