// Placed before every view: DOM building, French typography, emphasis. Imports nothing, fetches nothing.

const FOCUSABLE = new Set(["a", "button", "input", "select", "summary", "textarea"]);
const PROPERTIES = new Set(["checked", "disabled", "hidden", "open", "value"]);
const SVG = "http://www.w3.org/2000/svg";
let lastId = 0;

// The style of all views stands once on a page, before any view's own, after JupyterLab's.
if (!document.getElementById("asalee-style")) {
  const sheet = Object.assign(document.createElement("style"), { id: "asalee-style", textContent: SHARED_STYLE }), own = document.querySelector("style[id^='asalee.']");
  if (own) own.before(sheet); else document.head.append(sheet);
}

/** An id that no other widget of the page has. */
const uniqueId = () => `asalee-${Date.now().toString(36)}-${(lastId += 1)}`;

/** French typography, however the text was typed: curly apostrophes, no-break spaces inside « » and before units, thin before ; : ! ?. */
function typo(text) {
  return String(text)
    .replace(/(\p{L})'(?=[\p{L}«])/gu, "$1’")
    .replace(/«\s*/g, "«\u00a0")
    .replace(/\s*»/g, "\u00a0»")
    .replace(/[ \u00a0]+([;:!?])(?=\s|$|[)»])/g, "\u202f$1")
    .replace(/(\d)[ ](?=(?:%|°C|mmHg|ppm|UI|ans|min|h|s|[kcmdµn]?(?:g|mol|L|m)(?:\/[\p{L}\d]+)?)(?![\p{L}\d]))/gu, "$1\u00a0");
}

/** An HTML element. Strings become text nodes, never markup. */
function h(tag, attributes = {}, ...children) {
  return build(document.createElement(tag), attributes, children);
}

/** An SVG element. */
function s(tag, attributes = {}, ...children) {
  return build(document.createElementNS(SVG, tag), attributes, children);
}

function build(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (PROPERTIES.has(name) && !(node instanceof SVGElement)) node[name] = value;
    else if (value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  // JupyterLab reads this on the focused element only: a « b » on a radio must not insert a cell.
  if (FOCUSABLE.has(node.localName) || node.hasAttribute("tabindex")) node.dataset.lmSuppressShortcuts = "true";
  node.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false)
    .map((c) => (c instanceof Node ? c : document.createTextNode(typo(c)))));
  return node;
}

/** Text with *emphasis* and **strong**: the only markup understood, built node by node. */
function inline(text) {
  return String(text).split(/(\*\*[^*\n]+\*\*|\*[^*\n]+\*)/).filter(Boolean).map((part) => {
    if (part.length > 4 && part.startsWith("**") && part.endsWith("**")) return h("strong", {}, part.slice(2, -2));
    if (part.length > 2 && part.startsWith("*") && part.endsWith("*")) return h("em", {}, part.slice(1, -1));
    return document.createTextNode(typo(part));
  });
}

/** Paragraphs separated by empty lines. */
const paragraphs = (text) => String(text).split(/\n\s*\n/).filter((p) => p.trim()).map((p) => h("p", {}, inline(p.trim())));

/** « 1,5 »: decimal comma, U+2212 for minus; ``decimals`` fixes the digits. */
function french(number, decimals = null) {
  const written = decimals === null ? String(Math.round(number * 100) / 100) : Number(number).toFixed(decimals);
  return written.replace(".", ",").replace("-", "\u2212");
}

const plural = (count, word) => `${french(count)}\u00a0${word}${Math.abs(count) >= 2 ? "s" : ""}`;

/** « à 10:42 », « hier à 17:42 », from what the kernel calls « heure ». */
const at = (heure) => (/^\d/.test(heure) ? `à\u00a0${heure}` : heure);

/** The hour of a moment in this browser, worded like the kernel's « heure ». */
function clock(time) {
  const date = new Date(time), today = new Date();
  const hour = `${String(date.getHours()).padStart(2, "0")}:${String(date.getMinutes()).padStart(2, "0")}`;
  if (date.toDateString() === today.toDateString()) return hour;
  return `le ${date.toLocaleDateString("fr-FR", { day: "numeric", month: "long" })} à\u00a0${hour}`;
}

/** A table with its caption; ``head`` and each row are arrays, the first cell of a row is its heading. */
function table(caption, head, rows) {
  return h("div", { class: "asalee-tableau" }, h("table", {},
    h("caption", {}, caption),
    h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
    h("tbody", {}, rows.map(([first, ...others]) =>
      h("tr", {}, h("th", { scope: "row" }, first), others.map((cell) => h("td", {}, cell)))))));
}

/** The frame of every view. */
function frame(host, kind, ...children) {
  const root = h("div", { class: `asalee asalee-${kind}`, lang: "fr" }, ...children);
  host.replaceChildren(root);
  return root;
}

/** Where Jupyter lives, for links to our pages. */
function baseUrl() {
  try {
    return JSON.parse(document.getElementById("jupyter-config-data").textContent).baseUrl || "/";
  } catch {
    return "/";
  }
}
