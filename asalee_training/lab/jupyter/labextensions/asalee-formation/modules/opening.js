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

/** Resolves when `sheet` stops growing (or after 1.5 s): widgets are drawn a little after their cells have run. */
export async function steady(sheet) {
  const end = Date.now() + 1_500;
  for (let height = -1, still = 0; still < 3 && Date.now() < end; ) {
    await new Promise((done) => setTimeout(done, 50));
    still = sheet.scrollHeight === height ? still + 1 : 0;
    height = sheet.scrollHeight;
  }
}

/** Covers the page, if `wanted`, until `close` (or 20 s: nothing may stay hidden for ever). */
export function openingScreen(wanted) {
  if (!wanted) return { close() {} };
  const screen = document.createElement("div");
  screen.className = "asalee-voile asalee-voile-page";
  screen.setAttribute("role", "status");
  screen.append(waiting("Préparation…"));
  document.body.append(screen);
  const close = () => screen.remove();
  setTimeout(close, 20_000);
  return { close };
}
