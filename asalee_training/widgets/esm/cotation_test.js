// A score sheet: conditions first, then items beside their material, then total, reading and conduct. Nothing here adds up.

const STATES = [["remplie", "Remplie"], ["non_remplie", "Non remplie"]];

/** Radio buttons side by side, as on a paper sheet: {legend, options, choose}. `show(value)` ticks one. */
function segments({ legend, options, choose }) {
  const name = uniqueId(), id = uniqueId(), boxes = new Map();
  const node = h("div", { class: "asalee-segments", role: "radiogroup", "aria-labelledby": id }, h("span", { id, class: "asalee-segments-titre" }, legend), h("div", { class: "asalee-segments-choix" },
    options.map(([value, text]) => {
      const box = h("input", { type: "radio", name, value, onchange: () => choose(value) });
      boxes.set(value, box);
      return h("label", { class: "asalee-segment" }, box, h("span", {}, inline(text)));
    })));
  return { node, show: (value) => boxes.forEach((box, key) => { box.checked = key === value; }) };
}

/** A list to choose from, where the values are sentences. */
function chooser({ legend, options, choose }) {
  const id = uniqueId();
  const list = h("select", { id, class: "asalee-niveau", onchange: () => { if (list.value) choose(list.value); } },
    h("option", { value: "" }, "Choisissez…"), options.map(([value, text]) => h("option", { value }, text)));
  return {
    node: h("div", { class: "asalee-segments" }, h("label", { for: id, class: "asalee-niveau-titre" }, legend), list),
    show: (value) => { list.value = value || ""; },
  };
}

/** The total that she writes herself; anything that is not a whole number of the scale is kept aside with a hint. */
function totalField({ maximum, write }) {
  const id = uniqueId(), hint = h("p", { class: "asalee-indication", role: "status" });
  const box = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", class: "asalee-nombre asalee-total-ecrit", id, oninput: read });
  function read() {
    const text = box.value.trim(), good = /^\d{1,2}$/.test(text) && Number(text) <= maximum;
    hint.textContent = text && !good ? typo(`Écrivez un nombre entier, de 0 à ${maximum}.`) : "";
    box.setAttribute("aria-invalid", String(Boolean(text) && !good));
    write(good ? Number(text) : null);
  }
  return {
    node: h("div", { class: "asalee-total-ligne" }, h("label", { for: id }, "Votre total"), box, h("span", {}, `sur ${maximum}`), hint),
    show(value) {
      if (document.activeElement === box) return;
      box.value = value === undefined || value === null ? "" : String(value);
      hint.textContent = "";
      box.setAttribute("aria-invalid", "false");
    },
  };
}

function makeCotation({ spec, enregistrement: recording, training, change }) {
  const log = journal({ change, draw, full: (text) => { notice.textContent = text; } });
  const steps = [spec.conditions.length ? ["conditions", "Conditions"] : null, ["coter", "Cotation"], ["conclure", "Conclusion"]].filter(Boolean);
  let step = steps[0][0];
  const notice = h("p", { class: "asalee-indication", role: "alert" });
  const text = (pairs, value) => (pairs.find(([key]) => key === value) || ["", String(value)])[1];

  const conditions = spec.conditions.map(({ id, libelle, sans_objet }) => {
    const choice = segments({ legend: libelle, options: sans_objet ? [...STATES, ["sans_objet", "Sans objet"]] : STATES, choose: (etat) => log.add("verifier", { condition: id, etat }) });
    return { id, ...choice };
  });
  const items = spec.items.map(({ id, libelle, valeurs, suite }) => {
    const long = valeurs.reduce((sum, [, words]) => sum + words.length + 5, 0) > 50;
    return { id, suite, ...(long ? chooser : segments)({ legend: libelle, options: valeurs, choose: (valeur) => log.add("coter", { item: id, valeur }) }) };
  });
  const ask = spec.suite ? h("button", { type: "button", class: "asalee-bouton", onclick: () => { log.add("demander"); later.querySelector("input")?.focus(); } }, spec.suite) : null;
  const later = h("section", { class: "asalee-suite-dite", "aria-label": spec.suite }, paired(recording.suite || [], items.filter(({ suite }) => suite).map(({ node }) => node)));
  const total = spec.maximum === null
    ? segments({ legend: "Catégorie", options: spec.categories.map((letter) => [letter, letter]), choose: (value) => log.conclude("total", value) })
    : totalField({ maximum: spec.maximum, write: (value) => { if (value !== (log.conclusion.total ?? null)) log.conclude("total", value); } });
  const reading = radios({ legend: "Lecture", inline: true, options: spec.lectures, choose: (value) => log.conclude("lecture", value) });
  const conduct = radios({ legend: "Ce que vous faites", options: spec.conduites, choose: (value) => log.conclude("conduite", value) });

  const panels = {
    conditions: h("div", { class: "asalee-deux asalee-deux-controle" }, sceneCard(recording.scene), h("section", { class: "asalee-controle" },
      h("h4", {}, "Les conditions de passation"), conditions.map(({ node }) => node))),
    coter: h("div", {}, sheetBoard(recording, spec.feuille, items.filter(({ suite }) => !suite).map(({ node }) => node)), ask, later),
    conclure: h("section", { class: "asalee-conclure" }, total.node, reading.node, conduct.node),
  };
  const tabs = steps.map(([id, words], index) => h("button", {
    type: "button", role: "tab", class: "asalee-volet", id: uniqueId(), "data-etape": id, onclick: () => go(id),
    onkeydown: (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way) { event.preventDefault(); go(steps[(index + way + steps.length) % steps.length][0]); tabs.find((tab) => tab.dataset.etape === step).focus(); }
    },
  }, h("span", { class: "asalee-volet-rang", "aria-hidden": "true" }, String(index + 1)), words));
  const panel = h("div", { role: "tabpanel", class: "asalee-volet-corps" }, steps.map(([id]) => panels[id]));
  const next = h("button", { type: "button", class: "asalee-bouton", onclick: () => { go(steps[steps.findIndex(([id]) => id === step) + 1][0]); tabs.find((tab) => tab.dataset.etape === step).focus(); } });
  const history = logbook("Ce que vous avez fait", told);
  const again = restartBox(() => { step = steps[0][0]; log.restart(); });
  const node = h("div", { class: "asalee-cotation" }, h("div", { role: "tablist", class: "asalee-volets", "aria-label": "Les temps de la cotation" }, tabs),
    panel, h("div", { class: "asalee-volet-bas" }, next), notice, history.node, training ? again.node : null);

  function go(id) { step = id; draw(); }
  function told(geste) {
    if (geste.g === "demander") return `${spec.suite}.`;
    if (geste.g === "verifier") {
      const found = spec.conditions.find(({ id }) => id === geste.condition);
      return `${found ? found.libelle : geste.condition} ${text([...STATES, ["sans_objet", "Sans objet"]], geste.etat)}.`;
    }
    const item = spec.items.find(({ id }) => id === geste.item);
    return item ? `${item.libelle} : ${text(item.valeurs, geste.valeur)}.` : geste.item;
  }
  function draw() {
    const last = (name, key) => new Map(log.all(name).map((geste) => [geste[key], geste]));
    const states = last("verifier", "condition"), values = last("coter", "item"), asked = log.all("demander").length > 0;
    for (const condition of conditions) condition.show(states.get(condition.id)?.etat);
    for (const item of items) item.show(values.get(item.id)?.valeur);
    if (ask) { ask.hidden = asked; later.hidden = !asked; }
    total.show(log.conclusion.total);
    reading.show(log.conclusion.lecture);
    conduct.show(log.conclusion.conduite);
    history.draw(log.gestes);
    const done = { conditions: states.size === conditions.length, coter: items.every(({ id, suite }) => suite || values.has(id)), conclure: Boolean(log.conclusion.conduite) };
    for (const tab of tabs) {
      const on = tab.dataset.etape === step;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      tab.querySelector(".asalee-volet-rang").textContent = done[tab.dataset.etape] ? "✔" : String(tabs.indexOf(tab) + 1);
    }
    for (const [id] of steps) panels[id].hidden = id !== step;
    panel.setAttribute("aria-label", steps.find(([id]) => id === step)[1]);
    const rank = steps.findIndex(([id]) => id === step);
    next.hidden = rank === steps.length - 1;
    if (!next.hidden) next.textContent = `${steps[rank + 1][1]} →`;
  }
  draw();
  return {
    node,
    task: spec.conditions.length ? "Vérifiez les conditions, cotez, concluez. Si la passation ne peut pas être lue, dites-le : coter n’est pas obligatoire." : "Cotez, puis concluez. Les conditions de passation sont bonnes.",
    show: (valeur) => log.load(valeur),
    words(valeur) {
      const of = (name) => (valeur.gestes || []).filter(({ g }) => g === name).length;
      const kept = valeur.conclusion || {};
      return `${plural(of("coter"), "cotation")}${kept.total === undefined ? "" : `, total ${kept.total}`}${kept.conduite ? ` ; ${text(spec.conduites, kept.conduite)}` : ""}`;
    },
  };
}

export default { render: exercise(makeCotation) };
