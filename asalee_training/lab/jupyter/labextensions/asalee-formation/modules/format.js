/* What may be written at a place of a case's or a lesson's text. Pure: the text, the place, and the published format
   (content/schema.py) go in; proposals come out. */

const FENCE = /^(`{3,}|~{3,})\s*(?:\{([^}]*)\})?\s*(.*)$/;
const BLOCKS = {
  exercice: "Une question et sa correction : {exercice} nom",
  instrument: "Ce qui se lit ou se mesure chez le patient : {instrument} nom",
  figure: "Un dessin du cours : {figure} nom",
};
const LAWS = {
  entre: "Entre deux bornes, tirées pour chaque apprenante : [54, 63]",
  parmi: "L’une de ces valeurs : [a, b, c]",
  pas: "L’écart entre deux valeurs tirées",
};

/** The front matter and the fenced blocks of a text: their opening row, and that of their closing line. */
export function blocks(lines) {
  const found = [];
  let i = 0;
  if (lines[0]?.trimEnd() === "---") {
    const close = lines.findIndex((line, row) => row > 0 && line.trimEnd() === "---");
    found.push({ genre: "entete", open: 0, end: close < 0 ? lines.length : close });
    i = found[0].end + 1;
  }
  for (; i < lines.length; i += 1) {
    const open = FENCE.exec(lines[i]);
    if (!open) continue;
    const closing = new RegExp(`^ {0,3}${open[1][0]}{${open[1].length},}\\s*$`);
    let end = i + 1;
    while (end < lines.length && !closing.test(lines[end])) end += 1;
    found.push({ genre: open[2]?.trim() || "", argument: open[3], open: i, end });
    i = end;
  }
  return found;
}

/** The block in which a row is written, or undefined in prose. */
const blockAt = (lines, row) => blocks(lines).find(({ genre, open, end }) => genre && row > open && row < end);

const keyIndent = (line) => /^(?:\s|- )*/.exec(line)[0].length;
const keyOf = (line) => /^(?:\s|- )*([\w-]+)\s*:(?:\s|$)/.exec(line)?.[1];
const isWritten = (line) => line.trim() && !line.trim().startsWith("#");

/** Follows `{a: {b: 1, c` on one line: the keys that are open, the one whose value is being written, the last word. */
function flow(line, start) {
  const frames = [{ key: null, list: false }];
  let from = start;
  let quote = "";
  for (let i = start; i < line.length; i += 1) {
    const c = line[i];
    const top = frames[frames.length - 1];
    if (quote) {
      if (c === quote) quote = "";
    } else if ((c === '"' || c === "'") && !line.slice(from, i).trim()) {
      quote = c;
    } else if (c === "{" || c === "[") {
      if (line.slice(from, i).trim()) return null; // a brace in the middle of a sentence
      frames.push({ key: null, list: c === "[" });
      from = i + 1;
    } else if ((c === "}" || c === "]") && frames.length > 1) {
      frames.pop();
      from = i + 1;
    } else if (c === "," && frames.length > 1) {
      top.key = null;
      from = i + 1;
    } else if (c === ":" && !top.key && !top.list && /\s|$/.test(line[i + 1] ?? "")) {
      top.key = line.slice(from, i).trim();
      from = i + 1;
    } else if (c === "#" && /\s/.test(line[i - 1] ?? " ")) {
      return null;
    }
  }
  if (quote) return null;
  const top = frames[frames.length - 1];
  const lists = top.list ? frames.length - 2 : frames.length - 1;
  const open = frames.slice(0, lists).map((frame) => frame.key).filter(Boolean);
  const rest = line.slice(from);
  const word = rest.trimStart();
  return { open, key: frames[lists].key, word, from: line.length - word.length };
}

/** Where one writes inside a YAML block: {path, key (null: a key is being written), word, from, written}. */
export function placeIn(lines, block, row, column) {
  const line = lines[row].slice(0, column);
  const indent = keyIndent(line);
  const here = flow(line, indent);
  if (!here) return null;
  const path = [];
  const written = new Set();
  let limit = indent;
  for (let i = row - 1, same = !line.includes("- "); i > block.open; i -= 1) {
    if (!isWritten(lines[i])) continue;
    const at = keyIndent(lines[i]);
    if (at === indent && limit === indent && same) {
      if (keyOf(lines[i])) written.add(keyOf(lines[i]));
      same = !/^\s*- /.test(lines[i]);
    } else if (at < limit) {
      limit = at;
      if (keyOf(lines[i])) path.unshift(keyOf(lines[i]));
    }
  }
  for (let i = row + 1; i < block.end; i += 1) {
    if (!isWritten(lines[i])) continue;
    if (keyIndent(lines[i]) < indent || /^\s*- /.test(lines[i]) && keyIndent(lines[i]) === indent) break;
    if (keyIndent(lines[i]) === indent && keyOf(lines[i])) written.add(keyOf(lines[i]));
  }
  if (here.open.length) written.clear();
  return { path: [...path, ...here.open], key: here.key, word: here.word, from: here.from, written };
}

/** A schema's alternatives: references followed, lists entered, « or nothing » left out. */
function alternatives(node, root) {
  if (!node) return [];
  if (node.$ref) return alternatives(root?.$defs?.[node.$ref.split("/").pop()], root);
  const several = node.anyOf || (node.oneOf && !("const" in (node.oneOf[0] || {})) && node.oneOf);
  if (several) return several.flatMap((one) => alternatives(one, root));
  if (node.items) return alternatives(node.items, root);
  return node.type === "null" ? [] : [node];
}

const property = (nodes, key, root) => nodes.flatMap((node) => alternatives(node.properties?.[key], root));

function rootOf(block, lines, format, kind) {
  if (block.genre === "entete") return format[kind];
  if (block.genre === "figure") return format.bloc_figure;
  if (block.genre === "instrument") return format.bloc_instrument[(block.argument || "").trim()];
  if (block.genre !== "exercice") return null;
  const types = format.exercice.oneOf;
  const said = lines.slice(block.open + 1, block.end).map((line) => /^type:\s*(\w+)/.exec(line)?.[1]).find(Boolean);
  return types.find((type) => type.properties.type.const === said) || { properties: { type: types[0].properties.type } };
}

function names(node) {
  if (node.oneOf) return node.oneOf.map((one) => ({ label: String(one.const), detail: one.description }));
  if (node.enum) return node.enum.map((value) => ({ label: String(value), detail: "" }));
  if ("const" in node) return [{ label: String(node.const), detail: node.description || "" }];
  if (node.type === "boolean") return [{ label: "true", detail: "oui" }, { label: "false", detail: "non" }];
  return [];
}

const isNumber = (node) => node.type === "integer" || node.type === "number";

function laws(node) {
  const bounds = `[${node.minimum ?? ""}, ${node.maximum ?? ""}]`;
  const found = isNumber(node) ? [{ label: `{entre: ${bounds}}`, detail: LAWS.entre }] : [];
  if (node.properties?.profil) found.push({ label: "{profil: ", detail: "Un profil : des mesures cohérentes entre elles" });
  return found;
}

function values(place, nodes, format, block, ofPatient) {
  if (block.genre === "exercice" && place.key === "type" && !place.path.length) {
    return format.exercice.oneOf.map(({ properties: { type } }) => ({ label: type.const, detail: type.description }));
  }
  const own = nodes.flatMap(names);
  if (own.length) return own;
  const strings = nodes.some((node) => node.type === "string" || !node.type);
  if (["calcul", "acte", "grille"].includes(place.key) && strings) return names(format[place.key]);
  return ofPatient ? nodes.flatMap(laws) : [];
}

function keys(place, nodes, ofPatient) {
  const found = [];
  for (const node of nodes) {
    for (const [key, about] of Object.entries(node.properties || {})) {
      if (place.written.has(key)) continue;
      const need = node.required?.includes(key) ? " Obligatoire." : "";
      found.push({ label: key, insert: `${key}: `, detail: `${about.description || ""}${need}` });
    }
    if (ofPatient && place.path.length > 1 && !node.properties) {
      const own = isNumber(node) ? Object.keys(LAWS) : ["parmi"];
      found.push(...own.map((key) => ({ label: key, insert: `${key}: `, detail: LAWS[key] })));
    }
  }
  return found;
}

function inYaml(lines, block, row, column, format, kind) {
  const place = placeIn(lines, block, row, column);
  if (!place || !/^[\w.-]*$/.test(place.word)) return null;
  const root = rootOf(block, lines, format, kind);
  const [first, ...inner] = place.path;
  const whole = place.path.length ? first : place.key;
  const ofPatient = block.genre === "entete" && ["patient", "patient_temoin"].includes(whole);
  let nodes = alternatives(root, root);
  const steps = place.key && place.key !== "parmi" ? [...place.path, place.key] : place.path;
  if (ofPatient && place.path.length) {
    nodes = [format.patient];
    for (const key of [...inner, ...(steps.length > place.path.length ? [place.key] : [])]) nodes = property(nodes, key, null);
  } else {
    for (const key of steps) nodes = property(nodes, key, root);
  }
  const items = place.key ? values(place, nodes, format, block, ofPatient) : keys(place, nodes, ofPatient);
  return { from: place.from, word: place.word, items };
}

function inProse(before, format) {
  let match = /\{\{[^}|]*\|\s*(\w*)$/.exec(before);
  if (match) return { word: match[1], items: format.formats.map((label) => ({ label, detail: "L’écriture de la valeur" })) };
  match = /\{\{\s*(?:patient\.)?(\w*)$/.exec(before);
  if (!match) return null;
  const { dossier, ...own } = format.patient.properties;
  const fields = { ...own, ...dossier.properties };
  const start = before.endsWith(`patient.${match[1]}`) ? "" : "patient.";
  return {
    word: match[1],
    items: Object.entries(fields).filter(([, about]) => !about.properties)
      .map(([key, about]) => ({ label: key, insert: start + key, detail: about.description })),
  };
}

function opening(before, format) {
  let match = /^(?:`{3,}|~{3,})\s*(\{?\w*)$/.exec(before);
  if (match) {
    const items = Object.entries(BLOCKS).map(([nom, detail]) => ({ label: `{${nom}}`, insert: `{${nom}} `, detail }));
    return { word: match[1], items };
  }
  match = /^(?:`{3,}|~{3,})\s*\{(instrument|figure)\}\s*(\w*)$/.exec(before);
  return match && { word: match[2], items: names(format[match[1]]) };
}

/**
 * The proposals for `offset` in `text`: {from, items: [{label, insert, detail}]}, or null.
 * `kind`: "cas", "lecon" or "module". Nearest first: what begins with the word, then what holds it.
 */
export function propose(text, offset, format, kind) {
  const lines = text.split("\n");
  const row = text.slice(0, offset).split("\n").length - 1;
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const before = text.slice(start, offset);
  const block = blockAt(lines, row);
  const found = opening(before, format) || inProse(before, format)
    || (block && inYaml(lines, block, row, offset - start, format, kind));
  if (!found) return null;
  const { word } = found;
  const after = text.slice(offset).split("\n")[0];
  const near = (label) => (label.startsWith(word) ? 0 : label.includes(word) ? 1 : 2);
  const items = found.items
    .filter((item) => near(item.label) < 2)
    .sort((a, b) => near(a.label) - near(b.label))
    .map((item) => {
      const insert = item.insert || item.label;
      return { detail: "", ...item, insert: /^\s*:/.test(after) ? insert.replace(/: $/, "") : insert };
    });
  if (!items.length || (items.length === 1 && items[0].insert.trim() === word)) return null;
  return { from: offset - word.length, items };
}
