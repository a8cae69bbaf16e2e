// The screens of the workshop: the case, the patient, its witness, a story, a question, the text itself.
import { champsTemoin, proposer } from "./calculs.js";
import { champs, ident, telQuel, zoneDeTexte } from "./formes.js";
import { bouton, fr, h } from "./outils.js";

const titre = (texte, ...suite) => h("header", { class: "at-tete" }, h("h2", { id: "at-forme-titre", tabindex: "-1" }, fr(texte)), suite);
const phrase = (texte) => h("p", { class: "at-chapeau", text: texte });

/** A block whose YAML cannot be read: nothing is shown that could be lost. */
function illisible(bloc, ctx) {
  return h("div", { class: "avis attention" }, h("h3", {}, "Ce morceau ne se lit pas"), h("p", { text: bloc.illisible }),
    h("p", { text: "Il est gardé tel quel. Corrigez-le dans « Voir le texte », à la ligne indiquée." }), bouton("Voir le texte", () => ctx.aller("texte")), h("pre", {}, bloc.texte));
}

export function cas(ctx) {
  const bloc = ctx.vue.blocs[ctx.entete];
  if (!bloc?.valeurs) return [titre("Le cas"), bloc ? illisible(bloc, ctx) : phrase("Ce fichier n’a pas d’en-tête : écrivez-le dans « Voir le texte ».")];
  const connus = new Set([...ctx.formulaires.entete.map((c) => c.cle), "protocole", "patient", "patient_temoin"]);
  return [titre("Le cas"), champs(ctx.formulaires.entete, ctx, [], bloc.valeurs), inconnues(bloc, ctx, Object.keys(bloc.valeurs).filter((c) => !connus.has(c)))];
}

function inconnues(bloc, ctx, cles) {
  return cles.map((cle) => telQuel({ cle, libelle: `Bloc gardé tel quel : ${cle}`, aide: "" }, ctx, [cle], bloc.valeurs[cle]));
}

export function patient(ctx) {
  const bloc = ctx.vue.blocs[ctx.entete];
  const tete = [titre("Le patient"), phrase("Dites seulement ce que votre histoire exige : tout le reste est tiré pour aller avec. Chaque apprenante reçoit sa propre personne.")];
  if (!bloc?.valeurs) return [tete, bloc ? illisible(bloc, ctx) : null];
  const lois = bloc.valeurs.patient || {};
  const place = h("div", { id: "at-patients", "data-champ": ident(ctx.entete, ["patient"]), tabindex: "-1" });
  ctx.monterPatients(place, lois);
  return [tete, place];
}

export function temoin(ctx) {
  const { champs: lus, inconnus } = ctx.vue.temoin;
  const utiles = lus.filter((c) => c.utile), autres = lus.filter((c) => !c.utile);
  return [titre("Le patient témoin"),
    phrase("Une seule personne, précise : celle sur laquelle vous faites les calculs à la main. Elle ne contient que ce que vos calculs lisent."),
    utiles.length ? [h("div", { class: "at-temoin-champs" }, champsTemoin(ctx, utiles)), proposer(ctx)] : phrase("Rien à remplir : aucune question de ce cas ne fait de calcul."),
    autres.length ? h("details", { class: "at-rares" }, h("summary", {}, "Aussi écrit dans ce cas"), champsTemoin(ctx, autres)) : null,
    inconnus.length ? h("p", { class: "at-tel-quel", text: `Gardé tel quel : ${inconnus.join(", ")}.` }) : null];
}

/** The story, with what can be put in it. */
export function prose(ctx, rang, libelle, id) {
  const bloc = ctx.vue.blocs[rang];
  const champ = ident(rang, ["texte"]);
  const zone = zoneDeTexte(ctx, champ, bloc.texte, (v) => ctx.faire([v.trim() ? { geste: "ecrire", bloc: rang, texte: v } : { geste: "ecrire", bloc: rang, texte: v }]), false, { id: champ, class: "at-texte at-recit", rows: 8 });
  return h("div", { class: "at-champ", "data-champ": champ }, h("label", { for: champ, id }, fr(libelle)), inserer(ctx, zone), zone);
}

function inserer(ctx, zone) {
  const { insertions } = ctx.vue;
  if (!insertions.length) return null;
  const choix = h("select", { class: "at-inserer", "aria-label": fr("Insérer dans le texte une information du patient"), onchange: () => {
    const formule = choix.value;
    choix.value = "";
    if (!formule) return;
    const [debut, fin] = [zone.selectionStart, zone.selectionEnd];
    zone.setRangeText(`{{ ${formule} }}`, debut, fin, "end");
    zone.focus();
    zone.dispatchEvent(new Event("input"));
  } }, h("option", { value: "" }, fr("Insérer une information du patient…")), insertions.map(([nom, mots, exemple]) => h("option", { value: nom }, fr(`${mots} (par exemple ${exemple})`))));
  return choix;
}

export function recit(ctx, groupe) {
  return [titre("Récit", outilsDeGroupe(ctx, groupe)),
    phrase("Qui vient, pourquoi aujourd’hui, ce qu’elle dit avec ses mots, ce que vous voyez."),
    h("p", { class: "aide", text: "Ligne vide : nouveau paragraphe. > en début de ligne : une parole. **Deux étoiles** : gras. {{ patient… }} : une information, remplacée par celle de chaque patient." }),
    prose(ctx, groupe.blocs[0], "Ce que lit l’apprenante", "at-recit-nom")];
}

export function instrument(ctx, groupe) {
  const bloc = ctx.vue.blocs[groupe.blocs[0]];
  return [titre(groupe.titre, outilsDeGroupe(ctx, groupe)), phrase(ctx.formulaires.instruments.find(([nom]) => nom === bloc.argument)?.[2] || ""), reglages(ctx, groupe.blocs[0])];
}

function reglages(ctx, rang) {
  const bloc = ctx.vue.blocs[rang], fiche = ctx.formulaires.documents[bloc.argument];
  if (!bloc.valeurs) return illisible(bloc, ctx);
  if (!fiche) return h("pre", {}, bloc.texte);
  return champs(fiche, { ...ctx, bloc: rang, racine: bloc.valeurs }, [], bloc.valeurs);
}

export function gardeTelQuel(ctx, groupe) {
  const bloc = ctx.vue.blocs[groupe.blocs[0]];
  const nom = groupe.genre === "commentaire" ? "Une note pour vous" : "Bloc gardé tel quel";
  return [titre(nom, outilsDeGroupe(ctx, groupe)), phrase(groupe.genre === "commentaire" ? "L’apprenante ne la voit pas." : "L’atelier ne connaît pas ce bloc : il n’y touche pas."), h("pre", {}, bloc.texte)];
}

export function question(ctx, groupe) {
  const rang = groupe.blocs.at(-1), bloc = ctx.vue.blocs[rang];
  const tete = [titre(`Question ${groupe.numero}`, outilsDeGroupe(ctx, groupe)), phrase(groupe.type)];
  const avant = groupe.blocs.slice(0, -1).map((n) => morceau(ctx, n, groupe));
  if (!groupe.blocs.some((n) => ctx.vue.blocs[n].genre === "titre")) avant.unshift(sansTitre(ctx, rang, groupe));
  if (!bloc.valeurs) return [tete, avant, illisible(bloc, ctx)];
  const la = { ...ctx, bloc: rang, racine: bloc.valeurs };
  const formulaire = ctx.formulaires.exercices[bloc.valeurs.type];
  if (!formulaire) return [tete, avant, h("p", { class: "at-tel-quel", text: "L’atelier ne connaît pas ce genre d’exercice : il n’y touche pas." }), h("pre", {}, bloc.texte)];
  return [tete, avant, champs(formulaire, la, [], bloc.valeurs), inconnues(bloc, la, bloc.inconnues),
    h("p", { class: "at-petit", text: `Nom de la question dans les copies : ${bloc.argument}. Il ne change pas, pour qu’aucune réponse ne se perde.` })];
}

function morceau(ctx, n, groupe) {
  const bloc = ctx.vue.blocs[n];
  if (bloc.genre === "titre") return enTete(ctx, n, bloc.texte, (texte) => ({ geste: "ecrire", bloc: n, texte }), groupe.blocs.at(-1));
  if (bloc.genre === "prose") return prose(ctx, n, "Texte entre la question et les réponses", `at-entre-${n}`);
  if (bloc.genre === "instrument") return h("div", { class: "at-champ" }, h("p", { class: "at-temoin-titre" }, fr("Montré avec la question")), h("p", {}, fr(ctx.formulaires.instruments.find(([nom]) => nom === bloc.argument)?.[1] || bloc.argument)), reglages(ctx, n));
  return h("pre", {}, bloc.texte);
}

function enTete(ctx, n, texte, geste, exercice) {
  const id = ident(n, ["titre"]);
  const zone = zoneDeTexte(ctx, id, texte, (v) => { ctx.dire(id, v.trim() ? "" : "Écrivez la question : sans elle, l’exercice n’a pas de titre."); if (v.trim()) ctx.faire([geste(v)]); }, true, { id, class: "at-ligne at-question", "aria-required": "true" });
  // A new question takes its name from its words, once they are there; no copy knows it yet.
  zone.addEventListener("change", () => { ctx.verser(); if (ctx.neuve(exercice)) ctx.faire([{ geste: "nommer", bloc: exercice }], { redessiner: true }); });
  return h("div", { class: "at-champ", "data-champ": id }, h("label", { for: id }, "Question"), zone);
}

function sansTitre(ctx, rang, groupe) {
  if (groupe.titre) return h("p", { class: "aide", text: `Même question que la précédente : « ${groupe.titre} »` });
  const zone = h("textarea", { rows: 1, class: "at-ligne at-question", id: "at-titrer" });
  return h("div", { class: "at-champ" }, h("label", { for: "at-titrer" }, "Question"), zone, bouton("Mettre cette question", () => ctx.faire([{ geste: "titrer", bloc: rang, texte: zone.value }], { redessiner: true })));
}

function outilsDeGroupe(ctx, groupe) {
  const rang = ctx.vue.groupes.indexOf(groupe), dernier = ctx.vue.groupes.length - 1;
  const aller = (sens) => ctx.faire([{ geste: "deplacer_groupe", groupe: rang, sens }], { redessiner: true, ecran: `groupe:${rang + sens}`, viser: "at-forme-titre" });
  return h("div", { class: "at-outils" },
    bouton("↑", () => aller(-1), { disabled: rang <= 1, "aria-label": "Monter ce morceau" }),
    bouton("↓", () => aller(1), { disabled: rang === dernier, "aria-label": "Descendre ce morceau" }),
    bouton("Supprimer", () => ctx.faire([{ geste: "supprimer", groupe: rang }], { redessiner: true, ecran: rang > 1 ? `groupe:${rang - 1}` : "cas", viser: "at-forme-titre", annonce: "Supprimé. « Annuler » le remet." }), { "aria-label": "Supprimer ce morceau" }));
}

/** What can be added, after the current piece. */
export function ajouter(ctx, apres) {
  const dans = { redessiner: true, viser: "at-forme-titre" };
  const question = (type) => ctx.faire([{ geste: "ajouter", apres, genre: "question", type, titre: "Votre question ?" }], { ...dans, ecran: `groupe:${apres + 1}`, viser: "titre" });
  return [titre("Ajouter un morceau"), phrase("Il se place après le morceau que vous regardiez ; les flèches le déplacent ensuite."),
    h("h3", {}, "Une question"), h("ul", { class: "at-types" }, ctx.formulaires.types.map(([nom, mots, aide]) => h("li", {}, h("button", { type: "button", class: "at-type", onclick: () => question(nom) }, h("strong", {}, fr(mots)), h("span", {}, fr(aide)))))),
    h("h3", {}, "Un récit, un document"), h("ul", { class: "at-types" },
      h("li", {}, h("button", { type: "button", class: "at-type", onclick: () => ctx.faire([{ geste: "ajouter", apres, genre: "recit", texte: "Racontez ici." }], { ...dans, ecran: `groupe:${apres + 1}` }) }, h("strong", {}, "Un récit"), h("span", {}, fr("Du texte que lit l’apprenante.")))),
      ctx.formulaires.instruments.map(([nom, mots, aide]) => h("li", {}, h("button", { type: "button", class: "at-type", onclick: () => ctx.faire([{ geste: "ajouter", apres, genre: "instrument", nom }], { ...dans, ecran: `groupe:${apres + 1}` }) }, h("strong", {}, fr(mots)), h("span", {}, fr(aide)))))) ];
}

export function texteEntier(ctx) {
  const zone = h("textarea", { class: "at-source", id: "at-source", spellcheck: "false", rows: 26, value: ctx.texte, "aria-describedby": "at-source-aide" });
  zone.addEventListener("input", () => ctx.saisir("at-source", zone, () => ctx.remplacer(zone.value)));
  zone.addEventListener("blur", () => ctx.verser());
  return [titre("Le texte du cas"), h("p", { class: "at-chapeau", id: "at-source-aide", text: "C’est le fichier lui-même. Les formulaires et ce texte disent la même chose : changez l’un, l’autre suit." }),
    h("div", { class: "at-champ", "data-champ": "at-source" }, h("label", { for: "at-source", class: "invisible" }, "Texte du cas"), zone)];
}

/** What one text says and the other does not, then the whole of it. */
function version(texte, autre, id, nom, ...boutons) {
  const ailleurs = new Set(autre.split(/\r?\n/));
  const propres = texte.split(/\r?\n/).filter((ligne) => ligne.trim() && !ailleurs.has(ligne));
  return h("div", {}, h("h3", { id }, nom), boutons,
    h("p", { class: "at-petit", text: propres.length ? "Ce qu’elle est seule à dire :" : "Elle ne dit rien de plus que l’autre." }),
    propres.length ? h("pre", { class: "at-propres" }, propres.slice(0, 40).join("\n")) : null,
    h("details", {}, h("summary", {}, "Tout le texte"), h("textarea", { readonly: true, rows: 14, value: texte, "aria-labelledby": id })));
}

export function conflit(ctx, autre) {
  return [titre("Quelqu’un a modifié ce fichier"), phrase("Depuis que vous l’avez ouvert, une autre personne, ou un autre onglet, l’a enregistré. Rien n’est perdu : voici les deux textes."),
    h("div", { class: "at-deux" },
      version(ctx.texte, autre.texte, "at-mien", "Votre version", bouton("Enregistrer ma version", () => ctx.trancher("mienne"), { class: "bouton" }), h("p", { class: "aide", text: "L’autre version est gardée de côté dans donnees/atelier." })),
      version(autre.texte, ctx.texte, "at-autre", "L’autre version", bouton("Prendre l’autre version", () => ctx.trancher("autre")), h("p", { class: "aide", text: "« Annuler » vous rend la vôtre." }))),
    bouton("Décider plus tard", () => ctx.trancher("plus_tard"))];
}
