// « Atelier des cas »: the page begins here. The other atelier_*.js hold its state, its gestures, its drawing.
import { aller, dessiner } from "./atelier_dessin.js";
import { $, avis, etat, noms, racine, s } from "./atelier_etat.js";
import { enregistrer, proposerLeTravail } from "./atelier_garde.js";
import { remonter, verser } from "./atelier_gestes.js";
import { verifier } from "./atelier_remarques.js";
import { appeler } from "./atelier_reseau.js";

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
