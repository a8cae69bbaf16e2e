/* What she sees between the click and the case: one calm screen, from JupyterLab's loading to the last cell. */

/** The waiting figure and its sentence. */
export function waiting(sentence) {
  const box = document.createElement("div");
  box.className = "asalee-attente";
  const dots = document.createElement("span");
  dots.className = "asalee-attente-points";
  dots.setAttribute("aria-hidden", "true");
  dots.append(...[0, 1, 2].map(() => document.createElement("span")));
  const text = document.createElement("p");
  text.textContent = sentence;
  box.append(dots, text);
  return box;
}

/** Covers the page, if `wanted`, until `close` (or 20 s: nothing may stay hidden for ever). */
export function openingScreen(wanted) {
  if (!wanted) return { close() {} };
  const screen = document.createElement("div");
  screen.className = "asalee-voile asalee-voile-page";
  screen.setAttribute("role", "status");
  screen.append(waiting("Préparation du cas…"));
  document.body.append(screen);
  const close = () => screen.remove();
  setTimeout(close, 20_000);
  return { close };
}
