/* « Connexion perdue »: the server does not answer; she is told, and told again when it is back. */
import { Notice } from "./notice.js";

const RETRY_MS = 2_000;
const BACK_MS = 2_500;

/**
 * Watches the server at `baseUrl`. `suspect()`, called at any hint of trouble, resolves once the server answers.
 * `back`: what to call each time it answers again after having been lost, whoever had suspected it.
 */
export function connectionWatch(baseUrl) {
  const notice = new Notice(document.body, "asalee-avis-page");
  const back = new Set();
  let checking = null;

  async function answers() {
    try {
      return (await fetch(`${baseUrl}api`, { cache: "no-store" })).ok;
    } catch {
      return false;
    }
  }

  async function check() {
    if (await answers()) return;
    notice.show({
      level: "alerte",
      title: "Connexion perdue",
      text: "Le serveur de formation ne répond pas. Ce qui est déjà enregistré est conservé ; attendez avant de "
        + "continuer. La page se reconnecte d’elle-même.",
    });
    do await new Promise((done) => setTimeout(done, RETRY_MS));
    while (!(await answers()));
    notice.show({ level: "bon", title: "Connexion rétablie", text: "Le serveur de formation répond de nouveau." });
    setTimeout(() => checking || notice.hide(), BACK_MS);
    back.forEach((call) => call());
  }

  function suspect() {
    checking ??= check().finally(() => {
      checking = null;
    });
    return checking;
  }

  window.addEventListener("offline", suspect);
  return { suspect, back };
}
