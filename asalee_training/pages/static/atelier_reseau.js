// Asking the server, and asking again until it answers.
import { adresse, avis, etat, garder, s, xsrf } from "./atelier_etat.js";

const REESSAYER_MS = 3000;

export async function appeler(quoi, corps) {
  const reponse = await fetch(`${adresse}/${quoi}`, corps === undefined ? { headers: { Accept: "application/json" } } : {
    method: "POST", headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf }, body: JSON.stringify(corps),
  });
  if (reponse.redirected || !(reponse.headers.get("Content-Type") || "").startsWith("application/json")) {
    throw new Error("La page est ouverte depuis trop longtemps. Rechargez-la : votre travail y sera proposé.");
  }
  return { statut: reponse.status, ...(await reponse.json()) };
}

/** Ask again until the machine answers: what is written meanwhile waits, and is kept in this browser. */
export async function insister(quoi, corps) {
  for (;;) {
    try {
      const reponse = await appeler(quoi, corps);
      if (s.coupe) { s.coupe = false; avis("La machine répond de nouveau. Rien n’a été perdu.", "ok"); }
      return reponse;
    } catch (erreur) {
      if (!(erreur instanceof TypeError)) throw erreur;
      if (!s.coupe) { s.coupe = true; avis("La machine ne répond plus. Votre travail est gardé dans ce navigateur ; la page réessaie toute seule.", "attention"); }
      garder();
      etat();
      await new Promise((suite) => setTimeout(suite, REESSAYER_MS));
    }
  }
}
