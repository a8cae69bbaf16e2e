// Drawing: the form of the piece that is open, the list of pieces, the panel of the patients.
import { $, modes, neuve, ouverts, patients, s, sales, xsrf } from "./atelier_etat.js";
import { trancher } from "./atelier_garde.js";
import { faire, remplacer, saisir, verser } from "./atelier_gestes.js";
import { dire, ecranDe, marquer, verdict } from "./atelier_remarques.js";
import * as ecrans from "./ecrans.js";
import { ident } from "./formes.js";
import { fr, h, retoucher } from "./outils.js";
import { monter } from "./patients.js";

const contexte = () => ({
  texte: s.texte, vue: s.vue, formulaires: s.formulaires, entete: s.entete, bloc: s.entete, racine: s.vue.blocs[s.entete]?.valeurs || {},
  zones: s.formulaires.zones, modes, ouverts, faire, saisir, verser, dire, aller, remplacer, trancher, monterPatients, neuve,
});

export async function aller(ecran) {
  await verser();
  if (ecran === "ajouter") s.avant = s.ecran;
  s.ecran = ecran;
  dessiner("at-forme-titre");
}

export function dessiner(viser) {
  s.entete = s.vue.blocs.findIndex((b) => b.genre === "entete");
  if (s.panneau && s.ecran === "patient" && !viser && $("at-patients")) {
    s.panneau.maj(s.vue.blocs[s.entete]?.valeurs?.patient || {});
    nav(); marquer(); verdict();
    return;
  }
  const tenu = document.activeElement, tenuId = tenu?.id, place = [tenu?.selectionStart, tenu?.selectionEnd];
  const ctx = contexte(), forme = $("at-forme"), haut = forme.scrollTop;
  s.panneau?.demonter?.();
  s.panneau = null;
  const groupe = s.ecran.startsWith("groupe:") ? s.vue.groupes[Number(s.ecran.slice(7))] : null;
  if (s.ecran.startsWith("groupe:") && (!groupe || groupe.genre === "entete")) s.ecran = "cas";
  const parties = groupe && groupe.genre !== "entete"
    ? { recit: ecrans.recit, question: ecrans.question, instrument: ecrans.instrument }[groupe.genre]?.(ctx, groupe) || ecrans.gardeTelQuel(ctx, groupe)
    : { cas: ecrans.cas, patient: ecrans.patient, temoin: ecrans.temoin, texte: ecrans.texteEntier }[s.ecran]?.(ctx)
      || (s.ecran === "ajouter" ? ecrans.ajouter(ctx, rangAvant()) : ecrans.conflit(ctx, s.autre));
  const nouveau = h("div", { class: "at-dedans" }, parties);
  for (const [id, sale] of sales) {
    const la = nouveau.querySelector(`#${CSS.escape(id)}`);
    if (la) { la.value = sale.zone.value; sale.zone = la; }
  }
  forme.replaceChildren(nouveau);
  forme.scrollTop = viser ? 0 : haut;
  const cibleFocus = viser === "titre" ? document.querySelector(".at-question") : viser ? $(viser) : tenuId ? $(tenuId) : null;
  if (cibleFocus) {
    cibleFocus.focus({ preventScroll: !viser });
    if (viser === "titre") cibleFocus.select();
    else if (!viser && place[0] !== null && place[0] !== undefined) try { cibleFocus.setSelectionRange(...place); } catch { /* not a text field */ }
  }
  nav();
  completer();
  verdict();
}

const rangAvant = () => (s.avant.startsWith("groupe:") ? Math.min(Number(s.avant.slice(7)), s.vue.groupes.length - 1) : s.vue.groupes.length - 1);

/** What changes without drawing the form again: the comparison with the computation, remarks, the list of pieces. */
export function completer() {
  document.querySelectorAll(".at-double").forEach((p) => { p.textContent = ""; delete p.dataset.accord; });
  s.vue.blocs.forEach((bloc, n) => (bloc.doubles || []).forEach((d) => {
    const p = $(`${ident(n, d.chemin)}-double`);
    if (p) { p.textContent = fr(d.phrase); p.dataset.accord = d.accord ? "oui" : "non"; }
  }));
  marquer();
  nav();
}

export function nav() {
  const compte = (ecran) => (s.remarques || []).filter((r) => ecranDe(r) === ecran).length;
  const lien = (ecran, mots, petit) => {
    const n = compte(ecran);
    return h("li", {}, h("button", { type: "button", "aria-current": s.ecran === ecran ? "true" : null, "data-ecran": ecran, onclick: () => aller(ecran) },
      h("span", { class: "at-mot" }, fr(mots)), petit ? h("span", { class: "at-sous" }, fr(petit)) : null,
      n ? h("span", { class: "at-compte" }, h("span", { class: "invisible" }, fr(" : ")), String(n), h("span", { class: "invisible" }, " à compléter")) : null));
  };
  const groupes = s.vue.groupes.map((g, n) => [g, n]).filter(([g]) => g.genre !== "entete").map(([g, n]) => lien(`groupe:${n}`,
    g.numero ? `Question ${g.numero}` : { recit: "Récit", instrument: "Document", commentaire: "Note pour vous" }[g.genre] || "Bloc gardé tel quel", g.titre));
  retoucher($("at-morceaux"), [lien("cas", "Le cas", "titre, mode, sources"), lien("patient", "Le patient", "qui vient"), lien("temoin", "Patient témoin", "pour les calculs à la main"), ...groupes]);
  $("at-titre").textContent = fr(s.vue.blocs[s.entete]?.valeurs?.titre || "Cas sans titre");
}

function monterPatients(place, lois) {
  const bloc = s.entete;
  s.panneau = monter(place, {
    protocole: s.protocole, lois, xsrf, urls: { patients, champs: `${patients}/champs` },
    onchange: (chemin, valeur) => faire([valeur === null ? { geste: "retirer", bloc, chemin: ["patient", ...chemin] } : { geste: "poser", bloc, chemin: ["patient", ...chemin], valeur }]),
  });
}
