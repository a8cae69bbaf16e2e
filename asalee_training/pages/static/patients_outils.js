// What the scripts of the patient panel share.
import { fr, h as element } from "./outils.js";

export { fr };

/** An element; texts among its children get their French spaces. */
export const h = (nom, attributs = {}, ...enfants) =>
  element(nom, attributs, ...enfants.flat(Infinity).map((enfant) => (typeof enfant === "string" ? fr(enfant) : enfant)));

const SIGNES = /[\u0300-\u036f]/g;
export const plain = (text) => text.toLowerCase().normalize("NFD").replace(SIGNES, "").replace(/’/g, "'");
export const copy = (value) => JSON.parse(JSON.stringify(value));
export const sorted = (value) => (value && typeof value === "object" && !Array.isArray(value)
  ? Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])])) : value);
export const same = (a, b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
export const isLaw = (law, key) => law !== null && typeof law === "object" && !Array.isArray(law) && key in law;
export const shown = (number) => String(number).replace(".", ",");
