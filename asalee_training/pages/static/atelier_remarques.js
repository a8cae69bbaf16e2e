// What the check says: the verdict, and each remark under its field.
import { dessiner, nav } from "./atelier_dessin.js";
import { $, dits, s } from "./atelier_etat.js";
import { verser } from "./atelier_gestes.js";
import { appeler } from "./atelier_reseau.js";
import { ident } from "./formes.js";
import { fr, h } from "./outils.js";

const VERIFIER_MS = 900;
let minuterieVerifier = 0, demande = 0, affiche = "";

export function bientotVerifier() {
  clearTimeout(minuterieVerifier);
  minuterieVerifier = setTimeout(verifier, VERIFIER_MS);
}

export async function verifier() {
  const mienne = ++demande;
  $("at-verdict").dataset.etat = "en_cours";
  let reponse;
  try { reponse = await appeler("verifier", { texte: s.texte }); } catch { return; }
  if (mienne !== demande || reponse.statut !== 200) return;
  s.remarques = reponse.remarques;
  s.avantDeProposer = reponse.avant_de_proposer;
  marquer();
  verdict();
  nav();
}

export const ecranDe = (r) => {
  if (r.bloc === null || r.bloc === undefined || r.bloc === s.entete) return r.chemin[0] === "patient" ? "patient" : r.chemin[0] === "patient_temoin" ? "temoin" : "cas";
  return `groupe:${r.groupe}`;
};

export function verdict() {
  const { remarques } = s, boite = $("at-verdict");
  if (!remarques) { affiche = ""; boite.dataset.etat = "en_cours"; boite.replaceChildren(h("p", {}, "La vérification reprend…")); return; }
  boite.dataset.etat = remarques.length ? "a_corriger" : "pret";
  $("at-compteur").dataset.etat = boite.dataset.etat;
  $("at-compteur").textContent = fr(remarques.length ? `${remarques.length} à compléter` : "Prêt");
  // The same words stay where they are: one of them may be under the finger.
  const dit = JSON.stringify([remarques, s.avantDeProposer].map((toutes) => toutes.map((r) => [lieu(r), r])));
  if (dit === affiche) return;
  affiche = dit;
  boite.replaceChildren(...[h("p", { class: "at-verdict-mot" }, remarques.length ? fr(`${remarques.length} point${remarques.length > 1 ? "s" : ""} à compléter`) : "Prêt"),
    remarques.length ? liens(remarques) : h("p", { text: "Ce cas peut être essayé. La vérification l’a joué pour trente-deux patients." }),
    remarques.length || !s.avantDeProposer.length ? null : h("div", {}, h("p", { class: "at-lieu at-avant", text: "Avant de le proposer" }), liens(s.avantDeProposer))].filter(Boolean));
}

const liens = (remarques) => h("ol", { class: "at-remarques" }, remarques.map((r) => h("li", {}, h("button", { type: "button", onclick: () => voir(r) }, h("span", { class: "at-lieu" }, fr(lieu(r))), fr(r.phrase)))));

function lieu(r) {
  const ecran = ecranDe(r);
  if (ecran === "patient") return "Le patient";
  if (ecran === "temoin") return "Patient témoin";
  const groupe = s.vue.groupes[r.groupe];
  return groupe?.numero ? `Question ${groupe.numero}` : groupe?.genre === "recit" ? "Récit" : "Le cas";
}

async function voir(r) {
  await verser();
  s.ecran = ecranDe(r);
  dessiner();
  const la = cible(r);
  for (let plie = la?.closest("details"); plie; plie = plie.parentElement.closest("details")) plie.open = true;
  (la || $("at-forme-titre")).focus();
  (la || $("at-forme-titre")).scrollIntoView({ block: "center" });
}

/** The field of a remark, or the nearest thing around it. */
function cible(r) {
  if (r.bloc === null || r.bloc === undefined) return null;
  for (let n = r.chemin.length; n > 0; n--) {
    const la = $(ident(r.bloc, r.chemin.slice(0, n)));
    if (la) return la;
  }
  return $(ident(r.bloc, ["texte"])) || [...document.querySelectorAll(".at-question")].pop() || null;
}

/** Put every remark under its field. */
export function marquer() {
  document.querySelectorAll(".at-remarque[id]").forEach((p) => p.remove());
  document.querySelectorAll("[aria-invalid]").forEach((e) => e.removeAttribute("aria-invalid"));
  for (const r of s.remarques || []) {
    if (ecranDe(r) !== s.ecran && !(s.ecran.startsWith("groupe:") && ecranDe(r) === "temoin")) continue;
    const la = cible(r);
    if (la) sous(la, r.phrase);
  }
  for (const [id, phrase] of dits) if ($(id)) sous($(id), phrase);
}

function sous(la, phrase) {
  const boite = la.closest("[data-champ]") || la;
  if ([...boite.querySelectorAll(":scope > .at-remarque")].some((p) => p.textContent === fr(phrase))) return;
  const id = `r-${document.querySelectorAll(".at-remarque").length}`;
  boite.append(h("p", { class: "at-remarque", id, text: phrase }));
  if (la.matches("input, textarea, select")) {
    la.setAttribute("aria-invalid", "true");
    la.setAttribute("aria-errormessage", id);
  }
}

export function dire(id, phrase) {
  if (phrase) dits.set(id, phrase); else dits.delete(id);
  marquer();
}
