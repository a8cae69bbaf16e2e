"""JupyterLab as a trainee sees it: one case, in French, without code.

- `settings`: the environment and the command that start the server, isolated from the user's own Jupyter.
- `config/`: on JUPYTER_CONFIG_PATH, ahead of everything else: server options, plugins left out, French.
- `jupyter/`: on JUPYTER_PATH: the kernel « Formation ASALEE » and the extension `asalee-formation`, written
  by hand as browser modules (no build step).
- `templates/`: the server's own pages (sign-in, error) in French.

All are used where they lie inside the package: an editable install and a wheel behave alike.
"""
