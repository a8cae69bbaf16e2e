// Saved on the disk, or kept in this browser until it is: nothing is lost, and two versions are both shown.
import { dessiner } from "./atelier_dessin.js";
import { avis, change, CLE, etat, garder, s } from "./atelier_etat.js";
import { faire, retenir, verser } from "./atelier_gestes.js";
import { insister } from "./atelier_reseau.js";
import { h } from "./outils.js";

export function proposerLeTravail() {
  let garde = null;
  try { garde = JSON.parse(localStorage.getItem(CLE)); } catch { /* damaged: nothing to offer */ }
  if (!garde || typeof garde.texte !== "string" || (garde.texte === s.texte && !garde.gestes?.length)) return;
  const quand = new Date(garde.quand).toLocaleString("fr-FR", { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
  const reprendre = h("button", { type: "button", class: "bouton petit", onclick: () => {
    if (garde.empreinte) s.empreinte = garde.empreinte;
    retenir([]);
    faire(garde.gestes || [], { texte: garde.texte, sansTrace: true, redessiner: true });
    avis("Votre travail est repris. Enregistrez-le quand vous voulez.", "ok");
  } }, "Le reprendre");
  const ecarter = h("button", { type: "button", class: "bouton second petit", onclick: () => { localStorage.removeItem(CLE); avis(""); } }, "L’écarter");
  avis(`Un travail du ${quand} n’a pas été enregistré.`, "attention", [reprendre, ecarter]);
}

addEventListener("beforeunload", (e) => { if (change()) { garder(); e.preventDefault(); } });

export async function enregistrer() {
  await verser();
  let reponse;
  try { reponse = await insister("enregistrer", { texte: s.texte, empreinte: s.empreinte }); } catch (erreur) { avis(erreur.message, "erreur"); return; }
  if (reponse.statut === 409) { s.autre = reponse; s.avant = s.ecran; s.ecran = "conflit"; dessiner("at-forme-titre"); return; }
  if (reponse.statut !== 200) { avis(reponse.phrase, "erreur"); return; }
  s.empreinte = reponse.empreinte;
  s.enregistre = s.texte;
  garder();
  avis("");
  etat(true);
}

export async function trancher(choix) {
  const { autre } = s;
  s.ecran = s.avant === "conflit" ? "cas" : s.avant;
  if (choix === "plus_tard") { dessiner("at-forme-titre"); return; }
  s.empreinte = autre.empreinte;
  if (choix === "mienne") { dessiner("at-forme-titre"); await enregistrer(); return; }
  retenir([]);
  s.enregistre = autre.texte;
  await faire([], { texte: autre.texte, sansTrace: true, redessiner: true, viser: "at-forme-titre" });
}
