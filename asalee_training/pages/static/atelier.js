// « Atelier des cas »: holds the text, sends gestures, shows what comes back. The server keeps nothing between two of them.
import * as ecrans from "./ecrans.js";
import { ident } from "./formes.js";
import { fr, h } from "./outils.js";

const racine = document.getElementById("atelier");
const { adresse, xsrf, cle: CLE, patients } = racine.dataset;
const $ = (id) => document.getElementById(id);
const PAUSE_MS = 450, VERIFIER_MS = 900, REESSAYER_MS = 3000, ANNULER_MAX = 200;
const s = {
  texte: "", vue: null, empreinte: "", enregistre: "", formulaires: null, protocole: "", ecran: "cas", avant: "cas",
  remarques: null, avantDeProposer: [], neuves: new Set(), annuler: [], retablir: [], autre: null, coupe: false, panneau: null,
};
const modes = new Map(), ouverts = new Map(), dits = new Map(), sales = new Map();
const file = [];
let occupe = null, minuterieVerifier = 0, demande = 0;

// --- Network ---

async function appeler(quoi, corps) {
  const reponse = await fetch(`${adresse}/${quoi}`, corps === undefined ? { headers: { Accept: "application/json" } } : {
    method: "POST", headers: { "Content-Type": "application/json", "X-XSRFToken": xsrf }, body: JSON.stringify(corps),
  });
  if (reponse.redirected || !(reponse.headers.get("Content-Type") || "").startsWith("application/json")) {
    throw new Error("La page est ouverte depuis trop longtemps. Rechargez-la : votre travail y sera proposé.");
  }
  return { statut: reponse.status, ...(await reponse.json()) };
}

/** Ask again until the machine answers: what is written meanwhile waits, and is kept in this browser. */
async function insister(quoi, corps) {
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

// --- Gestures ---

function faire(gestes, options = {}) {
  if (gestes.length || options.redessiner || options.texte !== undefined) file.push({ gestes, options });
  occupe ||= vider().finally(() => { occupe = null; etat(); });
  return occupe;
}

async function vider() {
  while (file.length) {
    const { gestes, options } = file[0];
    const depart = options.texte ?? s.texte;
    let reponse;
    try {
      reponse = await insister("appliquer", { texte: depart, gestes });
    } catch (erreur) {
      garder();
      avis(erreur.message, "erreur");
      return;
    }
    file.shift();
    if (reponse.statut !== 200) { avis(reponse.phrase, "erreur"); continue; }
    if (!options.sansTrace && reponse.texte !== s.texte) retenir(gestes);
    const avant = new Set(noms());
    s.texte = reponse.texte;
    s.vue = reponse.vue;
    if (gestes.some((g) => g.geste === "ajouter")) noms().filter((nom) => !avant.has(nom)).forEach((nom) => s.neuves.add(nom));
    reponse.refus.forEach((r) => refuser(gestes[r.rang], r.phrase));
    if (options.ecran) s.ecran = options.ecran;
    // Remarks know pieces by their rank: when ranks change, the next check tells them again.
    if (options.texte !== undefined || gestes.some((g) => ["ajouter", "supprimer", "deplacer_groupe", "titrer"].includes(g.geste))) s.remarques = null;
    garder();
    if (options.redessiner) dessiner(options.viser);
    else completer();
    if (options.annonce) avis(options.annonce, "ok");
    etat();
    bientotVerifier();
  }
}

function refuser(geste, phrase) {
  const id = geste?.chemin ? ident(geste.bloc, geste.chemin) : geste?.bloc !== undefined ? [ident(geste.bloc, ["texte"]), ident(geste.bloc, ["titre"])].find($) : null;
  if (id && $(id)) dire(id, phrase);
  else avis(phrase, "attention");
}

/** Remember the text before a change; a field typed in at one go is one step. */
function retenir(gestes) {
  const cle = gestes.length === 1 && ["poser", "ecrire"].includes(gestes[0].geste) ? JSON.stringify([gestes[0].bloc, gestes[0].chemin]) : null;
  const dernier = s.annuler.at(-1);
  if (!(cle && dernier?.cle === cle && Date.now() - dernier.quand < 8000)) s.annuler.push({ texte: s.texte, ecran: s.ecran, cle, quand: Date.now() });
  else dernier.quand = Date.now();
  if (s.annuler.length > ANNULER_MAX) s.annuler.shift();
  s.retablir = [];
}

async function remonter(de, vers) {
  await verser();
  const pas = de.pop();
  if (!pas) return;
  vers.push({ texte: s.texte, ecran: s.ecran, cle: null, quand: 0 });
  await faire([], { texte: pas.texte, sansTrace: true, ecran: pas.ecran, redessiner: true });
}

/** What is being typed: sent after a pause, when the field is left, or before anything else. */
function saisir(id, zone, envoyer) {
  clearTimeout(sales.get(id)?.minuterie);
  sales.set(id, { zone, envoyer, minuterie: setTimeout(() => verserUn(id), PAUSE_MS) });
  etat();
}

function verserUn(id) {
  const sale = sales.get(id);
  if (!sale) return;
  clearTimeout(sale.minuterie);
  sales.delete(id);
  sale.envoyer();
}

async function verser() {
  [...sales.keys()].forEach(verserUn);
  while (occupe) await occupe;
}

function remplacer(valeur) {
  // A text area knows only \n: a file with \r\n keeps them.
  const crlf = s.texte.includes("\r\n");
  if (valeur === s.texte.replace(/\r\n/g, "\n")) return;
  const bom = s.texte.startsWith("\ufeff") && !valeur.startsWith("\ufeff") ? "\ufeff" : "";
  retenir([]);
  faire([], { texte: bom + (crlf ? valeur.replace(/\n/g, "\r\n") : valeur), sansTrace: true, redessiner: s.ecran !== "texte" });
}

// --- Kept in the browser ---

const change = () => s.texte !== s.enregistre || file.some((f) => f.gestes.length) || sales.size > 0;

function garder() {
  try {
    if (!change()) localStorage.removeItem(CLE);
    else localStorage.setItem(CLE, JSON.stringify({ texte: s.texte, gestes: file.flatMap((f) => f.gestes), empreinte: s.empreinte, quand: Date.now() }));
  } catch { /* a full or forbidden storage: leaving the page still warns */ }
}

function proposerLeTravail() {
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

// --- Save ---

async function enregistrer() {
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

async function trancher(choix) {
  const { autre } = s;
  s.ecran = s.avant === "conflit" ? "cas" : s.avant;
  if (choix === "plus_tard") { dessiner("at-forme-titre"); return; }
  s.empreinte = autre.empreinte;
  if (choix === "mienne") { dessiner("at-forme-titre"); await enregistrer(); return; }
  retenir([]);
  s.enregistre = autre.texte;
  await faire([], { texte: autre.texte, sansTrace: true, redessiner: true, viser: "at-forme-titre" });
}

// --- Check ---

function bientotVerifier() {
  clearTimeout(minuterieVerifier);
  minuterieVerifier = setTimeout(verifier, VERIFIER_MS);
}

async function verifier() {
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

const ecranDe = (r) => {
  if (r.bloc === null || r.bloc === undefined || r.bloc === s.entete) return r.chemin[0] === "patient" ? "patient" : r.chemin[0] === "patient_temoin" ? "temoin" : "cas";
  return `groupe:${r.groupe}`;
};

function verdict() {
  const { remarques } = s, boite = $("at-verdict");
  if (!remarques) { boite.dataset.etat = "en_cours"; boite.replaceChildren(h("p", {}, "La vérification reprend…")); return; }
  boite.dataset.etat = remarques.length ? "a_corriger" : "pret";
  $("at-compteur").dataset.etat = boite.dataset.etat;
  $("at-compteur").textContent = fr(remarques.length ? `${remarques.length} à compléter` : "Prêt");
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
function marquer() {
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

function dire(id, phrase) {
  if (phrase) dits.set(id, phrase); else dits.delete(id);
  marquer();
}

// --- Drawing ---

const noms = () => s.vue.blocs.filter((b) => b.genre === "exercice").map((b) => b.argument);

/** A question added since the page was opened, whose name is still the one that it was given. */
const neuve = (n) => s.neuves.has(s.vue.blocs[n].argument) && /^question(_\d+)?$/.test(s.vue.blocs[n].argument);

const contexte = () => ({
  texte: s.texte, vue: s.vue, formulaires: s.formulaires, entete: s.entete, bloc: s.entete, racine: s.vue.blocs[s.entete]?.valeurs || {},
  zones: s.formulaires.zones, modes, ouverts, faire, saisir, verser, dire, aller, remplacer, trancher, monterPatients, neuve,
});

async function aller(ecran) {
  await verser();
  if (ecran === "ajouter") s.avant = s.ecran;
  s.ecran = ecran;
  dessiner("at-forme-titre");
}

function dessiner(viser) {
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
function completer() {
  document.querySelectorAll(".at-double").forEach((p) => { p.textContent = ""; delete p.dataset.accord; });
  s.vue.blocs.forEach((bloc, n) => (bloc.doubles || []).forEach((d) => {
    const p = $(`${ident(n, d.chemin)}-double`);
    if (p) { p.textContent = fr(d.phrase); p.dataset.accord = d.accord ? "oui" : "non"; }
  }));
  marquer();
  nav();
}

function nav() {
  const compte = (ecran) => (s.remarques || []).filter((r) => ecranDe(r) === ecran).length;
  const lien = (ecran, mots, petit) => {
    const n = compte(ecran);
    return h("li", {}, h("button", { type: "button", "aria-current": s.ecran === ecran ? "true" : null, "data-ecran": ecran, onclick: () => aller(ecran) },
      h("span", { class: "at-mot" }, fr(mots)), petit ? h("span", { class: "at-sous" }, fr(petit)) : null,
      n ? h("span", { class: "at-compte" }, h("span", { class: "invisible" }, fr(" : ")), String(n), h("span", { class: "invisible" }, " à compléter")) : null));
  };
  const groupes = s.vue.groupes.map((g, n) => [g, n]).filter(([g]) => g.genre !== "entete").map(([g, n]) => lien(`groupe:${n}`,
    g.numero ? `Question ${g.numero}` : { recit: "Récit", instrument: "Document", commentaire: "Note pour vous" }[g.genre] || "Bloc gardé tel quel", g.titre));
  const tenu = document.activeElement?.closest?.("#at-morceaux [data-ecran]")?.dataset.ecran;
  $("at-morceaux").replaceChildren(lien("cas", "Le cas", "titre, mode, sources"), lien("patient", "Le patient", "qui vient"), lien("temoin", "Patient témoin", "pour les calculs à la main"), ...groupes);
  if (tenu) document.querySelector(`#at-morceaux [data-ecran="${CSS.escape(tenu)}"]`)?.focus({ preventScroll: true });
  $("at-titre").textContent = fr(s.vue.blocs[s.entete]?.valeurs?.titre || "Cas sans titre");
}

function etat(vientDEnregistrer) {
  const enAttente = change();
  $("at-etat").textContent = s.coupe ? "La machine ne répond plus" : enAttente ? "Pas encore enregistré" : vientDEnregistrer ? `Enregistré à ${new Date().toLocaleTimeString("fr-FR", { hour: "2-digit", minute: "2-digit" })}` : "Enregistré";
  $("at-etat").dataset.etat = enAttente ? "a_faire" : "fait";
  $("at-annuler").disabled = !s.annuler.length;
  $("at-retablir").disabled = !s.retablir.length;
}

function avis(texte, niveau = "", boutons = []) {
  $("at-avis").replaceChildren(...(texte ? [h("div", { class: `avis ${niveau}` }, h("p", { text: texte }), boutons.length ? h("div", { class: "boutons" }, boutons) : null)] : []));
}

function monterPatients(place, lois) {
  const bloc = s.entete;
  s.panneau = window.AsaleePatients.monter(place, {
    protocole: s.protocole, lois, xsrf, urls: { patients, champs: `${patients}/champs` },
    onchange: (chemin, valeur) => faire([valeur === null ? { geste: "retirer", bloc, chemin: ["patient", ...chemin] } : { geste: "poser", bloc, chemin: ["patient", ...chemin], valeur }]),
  });
}

// --- Start ---

$("at-enregistrer").addEventListener("click", enregistrer);
$("at-annuler").addEventListener("click", () => remonter(s.annuler, s.retablir));
$("at-retablir").addEventListener("click", () => remonter(s.retablir, s.annuler));
$("at-voir-texte").addEventListener("click", () => aller("texte"));
$("at-ajouter").addEventListener("click", () => aller("ajouter"));
document.addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") { e.preventDefault(); enregistrer(); }
});
$("at-apercu").addEventListener("submit", async (e) => {
  e.preventDefault();
  const forme = e.target;
  await verser();
  forme.elements.texte.value = s.texte;
  forme.submit();
});

try {
  const lu = await appeler("texte");
  if (lu.statut !== 200) throw new Error(lu.phrase);
  Object.assign(s, { texte: lu.texte, enregistre: lu.texte, empreinte: lu.empreinte, vue: lu.vue, formulaires: lu.formulaires, protocole: lu.protocole });
  if (lu.jamais_ecrit) noms().forEach((nom) => s.neuves.add(nom));
  dessiner();
  etat();
  proposerLeTravail();
  verifier();
  racine.dataset.pret = "oui";
} catch (erreur) {
  avis(erreur instanceof TypeError ? "La machine ne répond pas. Rechargez la page dans un instant." : erreur.message, "erreur");
}
