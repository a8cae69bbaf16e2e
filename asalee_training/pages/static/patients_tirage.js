// Who comes out of the laws: the server draws and describes, this shows it, and says what is wrong under its law.
import { fr, h } from "./patients_outils.js";

const PAUSE_MS = 350;

/** `p`: the panel; `list`: its laws. Returns {draw, soon, stop}. */
export function makeDraw(p, { urls, xsrf }, { list, result, figures, progress }) {
  let request = null, timer = 0, stopped = false;
  const busy = (value) => [result, figures].forEach((node) => node.setAttribute("aria-busy", String(value)));

  function soon() {
    busy(true);
    clearTimeout(timer);
    timer = setTimeout(draw, PAUSE_MS);
  }

  async function ask(etape, signal) {
    const answer = await fetch(urls.patients, {
      method: "POST", signal, credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf },
      body: JSON.stringify({ protocole: p.protocole, patient: p.lois, etape }),
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".pt-resultat");
    if (!page) throw new Error(`unexpected answer ${answer.status}`);
    return document.adoptNode(page);
  }

  async function draw() {
    request?.abort();
    const mine = (request = new AbortController());
    const slow = setTimeout(() => { progress.textContent = fr("Tirage en cours…"); }, 300);
    busy(true);
    try {
      const cards = await ask("exemples", mine.signal);
      faults(cards);
      const opened = [...result.querySelectorAll("details")].map((node) => node.open);
      if (cards.querySelector(".pt-carte") || !cards.querySelector(".pt-problemes") || !result.querySelector(".pt-carte")) result.replaceChildren(cards);
      else { // nobody comes out: the last ones stay, greyed, under what is wrong
        result.querySelectorAll(".pt-problemes").forEach((node) => node.remove());
        result.prepend(cards.querySelector(".pt-problemes"));
      }
      [...result.querySelectorAll("details")].forEach((node, index) => { node.open = Boolean(opened[index]); });
      result.classList.toggle("pt-ancien", !cards.querySelector(".pt-carte") && Boolean(result.querySelector(".pt-carte")));
      result.setAttribute("aria-busy", "false");
      const some = result.querySelectorAll(".pt-carte").length;
      clearTimeout(slow);
      if (cards.dataset.etat !== "tires" || result.querySelector(".pt-problemes")) {
        progress.textContent = "";
        figures.replaceChildren(h("p", { class: "pt-vide", text: "Rien à compter tant qu’aucun patient ne sort." }));
        return;
      }
      progress.textContent = fr(`${some} exemples tirés ; je compte les trente-deux…`);
      const rest = await ask("etendue", mine.signal);
      figures.replaceChildren(rest);
      if (rest.querySelector(".pt-problemes")) {
        result.querySelectorAll(".pt-problemes").forEach((node) => node.remove());
        result.prepend(rest.querySelector(".pt-problemes").cloneNode(true));
      }
      faults(rest);
      cover(rest);
      progress.textContent = rest.querySelector(".pt-problemes") ? "" : fr("Dix exemples, tirés comme le seront les trente-deux patients de vos apprenantes ; ce ne sont pas les mêmes.");
    } catch (error) {
      if (error.name === "AbortError" || stopped) return;
      progress.textContent = fr("Le tirage n’a pas répondu. Vos contraintes sont gardées ; changez-en une, ou rechargez la page.");
    } finally {
      clearTimeout(slow);
      if (request === mine) busy(false);
    }
  }

  /** What is wrong, said under the law that it is about. */
  function faults(page) {
    for (const row of list.children) {
      const said = [...page.querySelectorAll(".pt-problemes li")].find((one) => one.dataset.chemin === row.dataset.chemin);
      if (!said && !row.dataset.serveur) continue;
      row.querySelector(".pt-faute").textContent = said ? said.textContent : "";
      row.classList.toggle("pt-en-faute", Boolean(said));
      if (said) row.dataset.serveur = "oui";
      else delete row.dataset.serveur;
    }
  }

  /** Under each law, what the thirty-two have of it. */
  function cover(page) {
    for (const row of list.children) {
      const line = page.querySelector(`tr[data-nom="${row.dataset.chemin.split(".").at(-1)}"]`);
      row.querySelector(".pt-couvre").textContent = line?.dataset.resume || "";
    }
  }

  function stop() {
    stopped = true;
    request?.abort();
    clearTimeout(timer);
  }

  return { draw, soon, stop };
}
