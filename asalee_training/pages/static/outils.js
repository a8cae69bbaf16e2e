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

/**
 * Show these pieces, and leave in place the buttons that were there: one pressed at the moment its list is told anew is still
 * the one released, or the click is lost.
 */
export function retoucher(liste, pieces) {
  const anciennes = new Map([...liste.children].map((li) => [li.firstElementChild.dataset.ecran, li]));
  pieces.forEach((piece, rang) => {
    const neuf = piece.firstElementChild, ancienne = anciennes.get(neuf.dataset.ecran);
    if (ancienne && ancienne.outerHTML !== piece.outerHTML) {
      const gardee = ancienne.firstElementChild;
      if (neuf.hasAttribute("aria-current")) gardee.setAttribute("aria-current", "true");
      else gardee.removeAttribute("aria-current");
      gardee.replaceChildren(...neuf.childNodes);
    }
    const la = ancienne || piece;
    if (liste.children[rang] !== la) liste.insertBefore(la, liste.children[rang] || null);
  });
  while (liste.children.length > pieces.length) liste.lastElementChild.remove();
}

/** A text area as high as its text. */
export function grandir(zone) {
  zone.style.height = "auto";
  zone.style.height = `${zone.scrollHeight + 2}px`;
}
