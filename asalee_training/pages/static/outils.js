// What the workshop's scripts share: elements, French spaces, numbers.

/** French spaces: narrow before ; : ! ?, no-break inside « ». */
export const fr = (texte) => String(texte).replace(/ ([;:!?])(?=[\s<»]|$)/g, "\u202f$1").replace(/« /g, "«\u00a0").replace(/ »/g, "\u00a0»");

/** h("p", { class: "x", text: "…" }, children…): an element; « on… » are listeners, null and false are left out. */
export function h(nom, attributs = {}, ...enfants) {
  const element = document.createElement(nom);
  for (const [cle, valeur] of Object.entries(attributs)) {
    if (valeur === null || valeur === undefined || valeur === false) continue;
    if (cle === "text") element.textContent = fr(valeur);
    else if (cle === "value") element.value = valeur;
    else if (cle.startsWith("on")) element.addEventListener(cle.slice(2), valeur);
    else element.setAttribute(cle, valeur === true ? "" : valeur);
  }
  element.append(...enfants.flat(Infinity).filter((e) => e !== null && e !== undefined && e !== false));
  return element;
}

export const bouton = (texte, faire, attributs = {}) =>
  h("button", { type: "button", class: "bouton second petit", onclick: faire, ...attributs }, fr(texte));

/** « 58,9 » or « 58.9 » → 58.9; undefined for nothing, NaN for what is no number. */
export function lireNombre(texte, entier) {
  const propre = texte.trim().replace(/[\s\u00a0\u202f]/g, "").replace("−", "-").replace(",", ".");
  if (!propre) return undefined;
  if (!/^-?\d{1,12}(\.\d{1,12})?$/.test(propre) || (entier && propre.includes("."))) return NaN;
  return Number(propre);
}

export const ecrireNombre = (valeur) => (typeof valeur === "number" ? String(valeur).replace(".", ",") : valeur ?? "");

export const pareil = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** A text area as high as its text. */
export function grandir(zone) {
  zone.style.height = "auto";
  zone.style.height = `${zone.scrollHeight + 2}px`;
}
