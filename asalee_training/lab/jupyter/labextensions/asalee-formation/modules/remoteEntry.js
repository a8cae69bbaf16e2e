/* The container JupyterLab loads (module federation's `init` and `get`), written by hand: no build step.
   The rest of the extension is plain browser modules beside this file. The folder is not called « static »: Jupyter
   tells browsers to keep such a folder for a year, and these names carry no hash. */
(() => {
  const here = document.currentScript.src;
  let scope = null;

  /** A module that JupyterLab shares, in its newest version. */
  async function shared(name) {
    const versions = scope[name] || {};
    const newest = Object.keys(versions).sort((a, b) => a.localeCompare(b, undefined, { numeric: true })).pop();
    if (!newest) throw new Error(`module not shared by JupyterLab: ${name}`);
    return (await versions[newest].get())();
  }

  async function extension() {
    const { plugins } = await import(new URL("plugins.js", here).href);
    const [application, coreutils, notebook, apputils, fileeditor, services, widgets, state, view] = await Promise.all(
      ["@jupyterlab/application", "@jupyterlab/coreutils", "@jupyterlab/notebook", "@jupyterlab/apputils",
        "@jupyterlab/fileeditor", "@jupyterlab/services", "@lumino/widgets", "@codemirror/state",
        "@codemirror/view"].map(shared),
    );
    const lab = { application, coreutils, notebook, apputils, fileeditor, services, widgets, codemirror: { state, view } };
    return { __esModule: true, default: plugins(lab) };
  }

  (window._JUPYTERLAB = window._JUPYTERLAB || {})["asalee-formation"] = {
    init(sharedScope) {
      scope = sharedScope;
    },
    async get(name) {
      if (name !== "./extension") throw new Error(`no module ${name} in asalee-formation`);
      const module = await extension();
      return () => module;
    },
  };
})();
