// What the instruments on which one acts share: the log of finished gestures, kept as they happen.

const GESTES_MAX = 500;

/**
 * The log of a session, `{gestes: [{g, t, …}], conclusion: {…}}`. Each gesture is sent as soon as it is finished.
 * `draw()` is called whenever the log changes; `full()` tells that a gesture was refused.
 */
function journal({ change, draw, full }) {
  let gestes = [], conclusion = {}, started = null;
  /** Milliseconds since the first gesture; after a restart, time goes on from the last one. */
  function now() {
    if (started === null) started = Date.now() - (gestes.length ? gestes.at(-1).t : 0);
    return Math.max(Math.round(Date.now() - started), gestes.length ? gestes.at(-1).t : 0);
  }
  function send(delay) {
    draw();
    change(gestes.length || Object.keys(conclusion).length ? { gestes: [...gestes], conclusion: { ...conclusion } } : null, delay);
  }
  return {
    get gestes() { return gestes; },
    get conclusion() { return conclusion; },
    all: (...names) => gestes.filter(({ g }) => names.includes(g)),
    last: (...names) => gestes.findLast(({ g }) => names.includes(g)),
    /** Keep a finished gesture; false when the session holds too many. */
    add(g, fields = {}) {
      if (gestes.length >= GESTES_MAX) { full(`Cette séance compte déjà ${GESTES_MAX} gestes : concluez, ou recommencez-la.`); return false; }
      gestes.push({ g, t: now(), ...fields });
      send(0);
      return true;
    },
    /** Keep one conclusion; null takes it back. */
    conclude(name, value) {
      if (value === null) delete conclusion[name];
      else conclusion[name] = value;
      send(200);
    },
    /** Forget everything, on purpose. */
    restart() {
      gestes = [];
      conclusion = {};
      started = null;
      send(0);
    },
    /** What was found in the file: the session goes on from there. */
    load(valeur) {
      gestes = valeur && Array.isArray(valeur.gestes) ? valeur.gestes.filter((geste) => geste && typeof geste.g === "string") : [];
      conclusion = valeur && valeur.conclusion ? { ...valeur.conclusion } : {};
      started = null;
      draw();
    },
  };
}

/** « 1 min 05 s » since the session began. */
function elapsed(t) {
  const seconds = Math.round(t / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

/** A group of radio buttons: {legend, options: [[value, text]], chosen, choose(value)}. `show(value)` ticks one. */
function radios({ legend, options, choose, inline: side = false }) {
  const name = uniqueId(), boxes = new Map();
  const node = h("fieldset", { class: `asalee-choix-court${side ? " asalee-cote-a-cote" : ""}` }, h("legend", {}, legend),
    options.map(([value, text]) => {
      const box = h("input", { type: "radio", name, value: String(value), onchange: () => choose(value) });
      boxes.set(value, box);
      return h("label", { class: "asalee-option" }, box, h("span", {}, inline(text)));
    }));
  return { node, show: (value) => boxes.forEach((box, key) => { box.checked = key === value; }) };
}

/** A group of tick boxes: {legend, options, toggle(value, ticked)}. `show(values)` ticks them. */
function ticks({ legend, options, toggle }) {
  const boxes = new Map();
  const node = h("fieldset", { class: "asalee-choix-court" }, h("legend", {}, legend),
    options.map(([value, text]) => {
      const box = h("input", { type: "checkbox", value: String(value), onchange: () => toggle(value, box.checked) });
      boxes.set(value, box);
      return h("label", { class: "asalee-option" }, box, h("span", {}, inline(text)));
    }));
  return { node, show: (values) => boxes.forEach((box, key) => { box.checked = values.includes(key); }) };
}

/** What was done so far, newest last, in a list that a reader hears as it grows. */
function logbook(title, words) {
  const list = h("ol", {}), node = h("details", { class: "asalee-liste asalee-journal" }, h("summary", {}, title), list);
  return {
    node,
    draw(gestes) {
      node.hidden = gestes.length === 0;
      list.replaceChildren(...gestes.map((geste) => h("li", {}, h("div", {}, h("span", { class: "asalee-heure" }, elapsed(geste.t)), h("span", {}, " ", words(geste))))));
    },
  };
}

/** « Étape suivante », at the end of a step: {node, button, draw(shown)}. The headings above are not seen by whoever has just scrolled down. */
function nextStep(go) {
  const button = h("button", { type: "button", class: "asalee-bouton asalee-bouton-principal", onclick: go }, "Étape suivante", h("span", { "aria-hidden": "true" }, " →"));
  const node = h("div", { class: "asalee-suivante" }, button);
  return { node, button, draw(shown) { node.hidden = !shown; } };
}

/** The question before what cannot be taken back: {node, open(back), close()}. « Non » gives the focus back to `back`. */
function certainty({ label, question, yes: agree, act, geste = null, closed = () => {} }) {
  let origin = null;
  const no = h("button", { type: "button", class: "asalee-bouton", onclick: () => { close(); origin.focus(); } }, "Non, je continue");
  const yes = h("button", { type: "button", class: "asalee-bouton", "data-certaine": geste, onclick: () => { close(); origin.focus(); act(); } }, agree);
  const node = h("div", { class: "asalee-certaine", role: "group", "aria-label": label, hidden: true }, h("p", {}, question), yes, no);
  function close() {
    node.hidden = true;
    closed();
  }
  return { node, close, open(back) { origin = back; node.hidden = false; no.focus(); } };
}

/** What cannot be taken back, asked twice in the page: {node, ask, close()}. `act()` does it; `geste` names it, `quiet` makes its button discreet. */
function askTwice({ label, question, yes, act, geste = null, quiet = false }) {
  const ask = h("button", { type: "button", class: `asalee-bouton${quiet ? " asalee-discret" : ""}`, "data-geste": geste, onclick: () => { ask.hidden = true; sure.open(ask); } }, label);
  const sure = certainty({ label, question, yes, act, geste, closed: () => { ask.hidden = false; } });
  return { node: h("div", {}, ask, sure.node), ask, close: sure.close };
}

/** « Recommencer la séance »: {node}. `restart()` forgets everything. */
function restartBox(restart) {
  const box = askTwice({ label: "Recommencer la séance", question: "Tout ce que vous avez fait ici sera effacé. Recommencer ?", yes: "Oui, tout effacer", act: restart, quiet: true });
  box.node.className = "asalee-recommencer";
  return box;
}
