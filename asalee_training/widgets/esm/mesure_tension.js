// Blood pressure at the office, or lying then standing: prepare, measure, write. The recording answers; nothing here knows what is right.

const TABS_TENSION = [["mesurer", "Mesurer"], ["conclure", "Noter et conclure"]];

function makeTension({ spec, enregistrement: recording, training, change }) {
  const log = journal({ change, draw, full: hint });
  let tab = "mesurer";
  const notice = h("p", { class: "asalee-ta-avis", role: "status" });
  function hint(text) { const said = typo(text); if (notice.textContent !== said) notice.textContent = said; }
  const state = () => replayTension(recording, log.gestes);

  function act(name, fields = {}) {
    if (device.busy) { hint("Mesure en cours : attendez la fin."); return; }
    hint("");
    if (log.add(name, fields) && name === "attendre") hint(`${fields.minutes} min ${fields.minutes > 1 ? "ont" : "a"} passé : il est ${practiceTime(state().total)}.`);
  }
  /** The reading is worked out first; it counts, and is shown, when the cuff has emptied. */
  function measure() {
    const now = state();
    if (device.busy) return;
    const missing = [!now.taille && "un brassard", !now.cote && "un bras"].filter(Boolean);
    if (missing.length) { hint(`Choisissez d’abord ${missing.join(" et ")}.`); return; }
    hint("");
    device.measure(replayTension(recording, [...log.gestes, { g: "mesurer" }]).lectures.at(-1), () => log.add("mesurer"));
  }

  const room = roomView({ recording, labels: spec.installation, set: (point, etat) => act("installer", { point, etat }) });
  const device = deviceView({ start: measure });
  const cuffs = cuffsView({ recording, choose: (taille) => act("brassard", { taille }), tape: () => act("tour_bras") });
  const arm = radios({ legend: "Bras", inline: true, options: [["droit", "Droit"], ["gauche", "Gauche"]], choose: (cote) => act("bras", { cote }) });
  const place = radios({ legend: "Position", inline: true, options: spec.positions, choose: (etat) => act("position", { etat }) });
  const button = (text, name, fields) => h("button", { type: "button", class: "asalee-bouton asalee-ta-acte", "data-geste": name, onclick: () => act(name, fields) }, text);
  const group = (title, buttons) => h("div", { class: "asalee-ta-rang", role: "group", "aria-label": title }, h("p", { class: "asalee-ta-titre" }, title), h("div", { class: "asalee-ta-boutons" }, buttons));
  const waits = group("Vous attendez", spec.attendre.map((minutes) => button(`${minutes} min`, "attendre", { minutes })));
  const acts = group("Vous dites", [...spec.demander.map(([sujet, text]) => button(`« ${text} »`, "demander", { sujet })), button("« Les toilettes sont au fond du couloir. »", "toilettes"),
    spec.positions.length ? button("« Je reste près de vous, la chaise est derrière. »", "securiser") : null]);
  const list = tensionList({ spec, recording, act, measure });
  const table = readingsTable(recording), sheet = tensionSheet({ spec, conclude: (nom, value) => log.conclude(nom, value) });
  const history = logbook("Ce que vous avez fait", told);

  const tabs = TABS_TENSION.map(([id, text], index) => h("button", {
    type: "button", role: "tab", class: "asalee-ta-onglet", "data-etape": id, onclick: () => go(id),
    onkeydown: (event) => {
      if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
      event.preventDefault();
      go(TABS_TENSION[1 - index][0]);
      tabs[1 - index].focus();
    },
  }, h("span", { class: "asalee-pastille", "aria-hidden": "true" }, String(index + 1)), text));
  const bench = h("div", { class: "asalee-ta-banc" }, h("div", { class: "asalee-ta-gauche" }, room.node, spec.positions.length ? place.node : null, waits),
    h("div", { class: "asalee-ta-outils" }, h("div", {}, device.node, notice), cuffs.node, arm.node));
  const panel = h("div", { role: "tabpanel" }, bench, acts, list.node, table.node, sheet.node);
  function go(id) { tab = id; hint(""); draw(); }
  const next = nextStep(() => { go("conclure"); tabs[1].focus({ preventScroll: true }); tabs[1].scrollIntoView({ block: "start" }); });
  const again = restartBox(() => { device.stop(); go("mesurer"); log.restart(); });
  const node = h("div", { class: "asalee-mesure-tension" }, h("div", { role: "tablist", class: "asalee-ta-onglets", "aria-label": "Les temps de la mesure" }, tabs),
    panel, next.node, history.node, training ? again.node : null);

  function told(geste) {
    const say = {
      demander: () => `Vous demandez : « ${spec.demander.find(([sujet]) => sujet === geste.sujet)[1]} »`,
      toilettes: () => "Toilettes",
      installer: () => { const { etats } = spec.installation.find(({ point }) => point === geste.point); return etats.find(([etat]) => etat === geste.etat)[1]; },
      position: () => spec.positions.find(([etat]) => etat === geste.etat)[1],
      securiser: () => "Vous restez près, une chaise derrière",
      attendre: () => `${geste.minutes} min passent`,
      tour_bras: () => `Tour de bras : ${recording.tour_bras_cm} cm`,
      brassard: () => `Brassard ${geste.taille}`,
      bras: () => `Bras ${geste.cote}`,
      mesurer: () => { const found = replayTension(recording, log.gestes.slice(0, log.gestes.indexOf(geste) + 1)).lectures.at(-1); return found ? `Mesure : ${bloodPressure(found)}, pouls ${found.pouls}` : "Mesure"; },
    };
    return say[geste.g] ? say[geste.g]() : geste.g;
  }
  function draw() {
    const now = state();
    room.draw(now);
    device.draw(now.lectures.at(-1));
    cuffs.draw(now);
    arm.show(now.cote);
    place.show(now.position);
    table.draw(now);
    sheet.draw(log.conclusion);
    history.draw(log.gestes);
    const measuring = tab === "mesurer";
    bench.hidden = acts.hidden = list.node.hidden = !measuring;
    sheet.node.hidden = measuring;
    next.draw(measuring);
    for (const button of tabs) {
      const on = button.dataset.etape === tab;
      button.setAttribute("aria-selected", String(on));
      button.tabIndex = on ? 0 : -1;
    }
    panel.setAttribute("aria-label", TABS_TENSION.find(([id]) => id === tab)[1]);
  }
  draw();
  return {
    node,
    task: recording.acte === "cabinet"
      ? "Première visite. Installez, mesurez, puis notez et concluez. Touchez une étiquette du dessin pour la changer."
      : "Mesurez allongé, puis debout ; notez et concluez. Touchez une étiquette du dessin pour la changer.",
    show(valeur) { device.stop(); log.load(valeur); },
    waits: "La correction s’ouvrira à l’étape « Noter et conclure », une fois votre décision prise.",
    /** The correction gives the right answers: it waits for what is decided last. */
    ready: () => {
      const last = spec.conclusions.map(({ partie }) => partie).filter((part) => ["suite", "dire"].includes(part));
      return log.gestes.length > 0 && (last.length ? last.every((part) => log.conclusion[part]) : Object.keys(log.conclusion).length > 0);
    },
    words: (valeur) => `${plural((valeur.gestes || []).filter(({ g }) => g === "mesurer").length, "mesure")}, ${plural(Object.keys(valeur.conclusion || {}).length, "conclusion")}`,
  };
}

export default { render: exercise(makeTension) };
