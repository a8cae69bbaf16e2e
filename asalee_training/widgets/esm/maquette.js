// A drawing that moves when one moves a setting. The kernel draws; the page asks for one drawing at a time, and the last setting wins.

const QUIET = 600;

/** A slider: its words, its value with the unit, two buttons that move it by one step. */
function slider(setting, changed) {
  const id = uniqueId();
  const said = h("span", { class: "asalee-maq-valeur" });
  const input = h("input", { id, type: "range", class: "asalee-maq-curseur", min: setting.mini, max: setting.maxi, step: setting.pas, oninput: () => { tell(); changed(); } });
  const step = (sign, name, label) => h("button", { type: "button", class: "asalee-maq-pas", tabindex: "-1", "aria-label": `${label} : ${setting.libelle}`,
    onclick: () => { input[name](); tell(); changed(); } }, sign);
  const words = (value) => `${french(value, setting.decimales)}${setting.unite ? `\u00a0${setting.unite}` : ""}`;
  function tell() {
    said.textContent = words(input.value);
    input.setAttribute("aria-valuetext", words(input.value));
    input.style.setProperty("--part", `${((input.value - setting.mini) / (setting.maxi - setting.mini)) * 100}%`);
  }
  return {
    node: h("div", { class: "asalee-maq-reglage" }, h("div", { class: "asalee-maq-tete" }, h("label", { for: id }, setting.libelle), said),
      h("div", { class: "asalee-maq-piste" }, step("−", "stepDown", "Moins"), input, step("+", "stepUp", "Plus")),
      h("div", { class: "asalee-maq-bornes", "aria-hidden": "true" }, h("span", {}, words(setting.mini)), h("span", {}, words(setting.maxi)))),
    get: () => Number(input.value),
    set: (value) => { input.value = value; tell(); },
  };
}

function choice(setting, changed) {
  const name = uniqueId();
  const radios = setting.options.map(([value, label]) => {
    const input = h("input", { type: "radio", name, value, onchange: changed });
    return { input, node: h("label", { class: "asalee-option asalee-maq-choix" }, input, h("span", {}, label)) };
  });
  return {
    node: h("fieldset", { class: "asalee-champ asalee-maq-reglage" }, h("legend", {}, setting.libelle),
      h("div", { class: "asalee-maq-options" }, radios.map((radio) => radio.node))),
    get: () => radios.find(({ input }) => input.checked).input.value,
    set: (value) => radios.forEach(({ input }) => { input.checked = input.value === value; }),
  };
}

/** ``ask(settings, told)`` gives the kernel's drawing or refusal; ``kept`` and ``keep`` outlive a view that is hidden and shown again. */
function maquette(scene, ask, kept, keep) {
  const picture = h("img", { class: "asalee-maq-dessin", alt: `Dessin : ${scene.titre}`, width: "700", draggable: "false" });
  const words = h("p", { class: "asalee-maq-mots", role: "status" }), trouble = h("p", { class: "asalee-maq-refus", role: "alert", hidden: true });
  const settings = new Map(scene.reglages.map((setting) => [setting.nom, (setting.genre === "curseur" ? slider : choice)(setting, moved)]));
  let waiting = false, stale = false, quiet = 0;

  const now = () => Object.fromEntries([...settings].map(([name, { get }]) => [name, get()]));
  const put = (values) => settings.forEach(({ set }, name) => set(values[name]));
  function show(drawing) {
    trouble.hidden = !drawing.refus;
    trouble.textContent = drawing.refus ? typo(drawing.refus) : "";
    if (!drawing.svg) return;
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`;
    words.textContent = typo(drawing.texte);
  }
  /** While she moves, the words change in silence; they are said once she stops. */
  function hush() {
    words.setAttribute("aria-live", "off");
    clearTimeout(quiet);
    quiet = setTimeout(() => { words.setAttribute("aria-live", "polite"); words.replaceChildren(words.textContent); }, QUIET);
  }
  function pump() {
    if (waiting) { stale = true; return; }
    waiting = true;
    stale = false;
    ask(now(), (drawing) => {
      waiting = false;
      show(drawing);
      if (stale) pump();
    });
  }
  function moved() { keep(now()); hush(); pump(); }
  const start = Object.fromEntries(scene.reglages.map(({ nom, depart }) => [nom, depart]));

  show(scene.dessin);
  put(kept || start);
  if (kept) pump();
  const node = h("div", { class: "asalee-maq", role: "group", "aria-label": scene.titre },
    h("h3", {}, scene.titre), h("p", { class: "asalee-maq-consigne" }, scene.consigne),
    h("div", { class: "asalee-maq-corps" },
      h("div", { class: "asalee-maq-reglages" }, [...settings.values()].map((setting) => setting.node),
        h("button", { type: "button", class: "asalee-bouton asalee-maq-depart", onclick: () => { put(start); moved(); } }, "Remettre au départ")),
      h("figure", { class: "asalee-maq-figure" }, picture, h("figcaption", {}, words, trouble))));
  return { node, stop: () => clearTimeout(quiet) };
}

function render({ model, el }) {
  const kernel = questions(model, { type: "dessine", silent: "Le dessin ne répond pas. Attendez quelques secondes, puis bougez de nouveau un réglage." });
  const ask = (nom) => (reglages, told) => kernel.ask({ type: "dessiner", maquette: nom, reglages }, told);
  const shown = model.get("enregistrement").maquettes.map((scene) => maquette(scene, ask(scene.nom), (model.get("reglages") || {})[scene.nom],
    (values) => model.set("reglages", { ...model.get("reglages"), [scene.nom]: values })));
  frame(el, "instrument", shown.map(({ node }) => node));
  return () => {
    kernel.stop();
    for (const { stop } of shown) stop();
  };
}

export default { render };
