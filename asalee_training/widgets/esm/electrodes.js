// An ECG, from the identity check to the transmission: four steps that one may walk through in any order.

const STEPS = ["Préparer", "Poser", "Enregistrer", "Contrôler"];
const SPEEDS = [["25", "25 mm/s"], ["50", "50 mm/s"]], GAINS = [["5", "5 mm/mV"], ["10", "10 mm/mV"], ["20", "20 mm/mV"]];
const HINTS = [
  "Que faites-vous avant de poser la première électrode ?", "Prenez une électrode, puis choisissez son emplacement ; vous pouvez aussi la faire glisser.",
  "Réglez l’appareil, inscrivez ce qui doit l’être, puis enregistrez.", "Contrôlez la technique du tracé, puis décidez."];
/** What fingers find. */
const FELT = { angle_de_louis: "Une saillie en travers du sternum : vous comptez les espaces à partir d’elle.", clavicule: "Un creux sous la clavicule : vous comptez les espaces à partir de lui.",
  lignes: "Vous situez les lignes médio-claviculaire, axillaire antérieure et axillaire moyenne." };
/** The step of a gesture, where a session found again goes on; the others are made before the paper. */
const WHERE = { preparer: 0, palper: 1, poser: 1, retirer: 1, vitesse: 2, amplitude: 2, carre: 2, filtre: 2, inscrire: 2 };
/** Of these two, the last one counts. */
const POSITIONS = ["allonger", "asseoir"];

function makeElectrodes({ spec, enregistrement: rec, training, change }) {
  const names = (list) => Object.fromEntries(list.map(({ id, libelle }) => [id, libelle]));
  const prepared = names(spec.preparations), mentions = names(spec.mentions), faults = names(spec.defauts), bands = names(spec.bandes), landmarks = names(spec.reperes);
  let step = rec.trace ? 3 : 0, seen = null, state;
  const log = journal({ change, draw: () => draw(), full: (text) => tell(text) });
  const said = h("p", { class: "asalee-ecg-dit", "aria-live": "polite" });
  /** What was just done or answered; `hidden` is for those who do not see the drawing. */
  function tell(text, hidden = "") {
    said.replaceChildren(h("span", {}, text), hidden ? h("span", { class: "asalee-invisible" }, hidden) : "");
  }
  const hear = (text) => said.replaceChildren(h("strong", {}, spec.personne), " : ", h("q", { class: "asalee-ecg-parole" }, text));
  const act = (g, fields = {}) => !(state && state.parti) && log.add(g, fields);

  /** Everything as it stands after the gestures so far. */
  function replay() {
    const now = { pose: { ...rec.pose }, preparations: new Set(rec.fait), position: rec.fait.includes("allonger") ? "allonger" : null, stuck: {}, reglages: { ...rec.reglages },
      mentions: new Set(rec.mentions), bande: "150", reperes: new Set(), traces: [], alerte: false, parti: false };
    const sources = () => stillThere(rec.parasites, now.preparations, now.stuck, now.pose);
    const print = () => now.traces.push({ pose: { ...now.pose }, sources: sources(), bande: now.bande, reglages: { ...now.reglages }, mentions: new Set(now.mentions), vus: new Set(), suite: null });
    if (rec.trace) print();
    for (const geste of log.gestes) {
      const last = now.traces.at(-1);
      if (geste.g === "preparer") { now.preparations.add(geste.quoi); if (POSITIONS.includes(geste.quoi)) now.position = geste.quoi; }
      else if (geste.g === "palper") now.reperes.add(geste.repere);
      else if (geste.g === "poser") { stick(now.pose, geste.electrode, geste.site); now.stuck[geste.electrode] = (now.stuck[geste.electrode] || 0) + 1; }
      else if (geste.g === "retirer") delete now.pose[geste.electrode];
      else if (geste.g === "vitesse") now.reglages.vitesse_mm_s = Number(geste.mm_s);
      else if (geste.g === "amplitude") now.reglages.amplitude_mm_mv = Number(geste.mm_mv);
      else if (geste.g === "carre") now.reglages.carre = geste.imprime;
      else if (geste.g === "filtre") now.bande = geste.bande;
      else if (geste.g === "inscrire") now.mentions.add(geste.mention);
      else if (geste.g === "enregistrer") print();
      else if (geste.g === "voir" && last) last.vus[geste.coche ? "add" : "delete"](geste.defaut);
      else if ((geste.g === "reprendre" || geste.g === "transmettre") && last) last.suite = geste.g;
      else if (geste.g === "alerter") now.alerte = true;
      else if (geste.g === "liberer") now.parti = true;
    }
    now.sources = sources();
    return now;
  }
  /** What is printed around a tracing. */
  function captions(trace, rank) {
    const field = (title, mention, value = "✔") => `${title} : ${trace.mentions.has(mention) ? value : "……"}`;
    return { ...trace,
      entete: [`Tracé ${rank}`, field("Nom", "nom", spec.personne), field("Naissance", "date_naissance"), field("Date", "date"), field("Heure", "heure"), field("Symptômes", "symptomes")].join("  ·  "),
      pied: [`${trace.reglages.vitesse_mm_s} mm/s`, `${trace.reglages.amplitude_mm_mv} mm/mV`, field("Filtre", "filtre", bands[trace.bande])].join("  ·  ") };
  }

  // 1. The patient
  const cards = new Map(spec.preparations.map(({ id, libelle }) => [id, h("button", { type: "button", class: "asalee-ecg-action", "data-quoi": id, onclick: () => prepare(id) },
    h("span", { class: "asalee-ecg-coche", "aria-hidden": "true" }), h("span", {}, libelle))]));
  function prepare(id) {
    const again = POSITIONS.includes(id) ? state.position === id : state.preparations.has(id);
    if (again || act("preparer", { quoi: id })) hear(rec.reponses[id]);
  }
  const first = h("div", { class: "asalee-ecg-actions" }, spec.groupes.map(({ titre, gestes }) => h("div", { role: "group", "aria-label": titre }, h("h4", {}, titre), gestes.map((id) => cards.get(id)))));

  // 2. The electrodes
  const places = placing({ spec, recording: rec, act, say: tell });
  const feel = spec.reperes.map(({ id, libelle }) => h("button", { type: "button", class: "asalee-bouton asalee-ecg-reperer", "data-repere": id, onclick: () => { if (!state.reperes.has(id)) act("palper", { repere: id }); tell(FELT[id] || ""); } }, `${libelle[0].toUpperCase()}${libelle.slice(1)}`));
  const [liveA, liveB] = [screen(rec), screen(rec)];
  const second = h("div", {},
    h("div", { class: "asalee-ecg-pose" }, places.drawing,
      h("div", { class: "asalee-ecg-cote-droit" },
        h("h4", {}, "Palper, repérer"), h("div", { class: "asalee-ecg-reperes", role: "group", "aria-label": "Palper, repérer" }, feel),
        h("h4", {}, "Électrodes"), places.tray,
        h("h4", {}, "Écran de l’appareil"), liveA.node)),
    h("details", { class: "asalee-liste" }, h("summary", {}, "Faire la même chose avec une liste"), places.list));

  // 3. The machine
  const speed = radios({ legend: "Vitesse du papier", inline: true, options: SPEEDS, choose: (v) => act("vitesse", { mm_s: v }) });
  const gain = radios({ legend: "Amplitude", inline: true, options: GAINS, choose: (v) => act("amplitude", { mm_mv: v }) });
  const square = radios({ legend: "Carré d’étalonnage", inline: true, options: [[true, "Imprimé"], [false, "Non imprimé"]], choose: (v) => act("carre", { imprime: v }) });
  const filter = radios({ legend: "Filtre", inline: true, options: spec.bandes.map(({ id, libelle }) => [id, libelle]), choose: (v) => act("filtre", { bande: v }) });
  const written = new Map(spec.mentions.map(({ id, libelle }) => [id, h("button", { type: "button", class: "asalee-ecg-mention", "data-mention": id, onclick: () => { if (!state.mentions.has(id) && act("inscrire", { mention: id })) tell(`Inscrit : ${libelle}.`); } },
    h("span", { class: "asalee-ecg-coche", "aria-hidden": "true" }), h("span", {}, libelle))]));
  const record = h("button", { type: "button", class: "asalee-bouton asalee-bouton-principal asalee-ecg-enregistrer", onclick: () => { if (act("enregistrer")) { tell("Tracé imprimé : contrôlez-le."); go(3, true); } } }, "Enregistrer le tracé");
  const third = h("div", { class: "asalee-ecg-appareil" },
    h("div", {}, speed.node, gain.node, square.node, filter.node),
    h("div", {}, h("h4", {}, "Écran de l’appareil"), liveB.node,
      h("h4", {}, "Inscrire sur le tracé"), h("div", { class: "asalee-ecg-mentions" }, [...written.values()]), record));

  // 4. The paper
  const sheetView = paper(rec), words = h("div", {}), choice = h("div", { class: "asalee-ecg-numeros", role: "group", "aria-label": "Tracés" }), none = h("p", {}, "Aucun tracé pour l’instant.");
  const found = ticks({ legend: "Défauts techniques que je vois sur ce tracé", options: spec.defauts.map(({ id, libelle }) => [id, `${libelle[0].toUpperCase()}${libelle.slice(1)}`]), toggle: (id, ticked) => act("voir", { defaut: id, coche: ticked }) });
  const send = h("button", { type: "button", class: "asalee-bouton", onclick: () => { if (act("transmettre")) { tell("Tracé transmis au médecin."); decided.focus(); } } }, "Tracé techniquement correct : je le transmets");
  const redo = h("button", { type: "button", class: "asalee-bouton", onclick: () => { if (act("reprendre")) again(); } }, "Je reprends l’enregistrement");
  const decided = h("p", { class: "asalee-ecg-decide", tabindex: "-1" });
  /** The button that was pressed is gone, and what is to be mended lies in an earlier step: up to the steps. */
  function again() {
    tell("Corrigez à l’étape 1, 2 ou 3, puis enregistrez de nouveau.");
    tabs[0].focus({ preventScroll: true });
    steps.scrollIntoView({ block: "start" });
  }
  const note = radios({ legend: "Ce que je note avec le tracé", options: spec.notes.map(({ id, libelle }) => [id, libelle]), choose: (v) => log.conclude("note", v) });
  const fourth = h("div", {}, none, choice, h("div", { class: "asalee-ecg-tirage" }, sheetView.node,
    h("details", { class: "asalee-liste" }, h("summary", {}, "Le tracé en mots"), words),
    found.node, h("div", { class: "asalee-ecg-suites" }, send, redo), decided, note.node));

  // Around the four steps
  const call = h("button", { type: "button", class: "asalee-bouton", onclick: () => { if (act("alerter")) tell("Le médecin est prévenu : il vient voir la personne avant son départ."); } }, "Prévenir le médecin tout de suite");
  const leave = askTwice({ label: "Fin : rhabillage et départ", question: "Après le départ, vous ne pourrez plus ni toucher aux électrodes ni prévenir le médecin. C’est fini ?", yes: "Oui, la séance est finie", geste: "liberer",
    act: () => { if (act("liberer")) { tell(`${spec.personne} est ${rec.sexe === "femme" ? "repartie" : "reparti"}.`); panels[step].focus({ preventScroll: true }); } } });
  const tabs = STEPS.map((text, i) => h("button", { type: "button", class: "asalee-ecg-etape", onclick: () => go(i) }, h("span", { class: "asalee-pastille", "aria-hidden": "true" }, String(i + 1)), h("span", {}, text)));
  const next = nextStep(() => { go(step + 1); panels[step].focus({ preventScroll: true }); });
  const steps = h("nav", { class: "asalee-ecg-etapes", "aria-label": "Étapes" }, tabs);
  const panels = [first, second, third, fourth].map((node, i) => h("section", { class: "asalee-ecg-panneau", "aria-label": STEPS[i], tabindex: "-1" }, node));
  const diary = logbook("Ce que vous avez fait", phrase), restart = restartBox(() => { step = rec.trace ? 3 : 0; seen = null; leave.close(); log.restart(); tell("La séance recommence."); });
  const node = h("div", { class: "asalee-ecg" },
    spec.a_faire ? h("p", { class: "asalee-ecg-a-faire" }, inline(spec.a_faire)) : null,
    steps, said, panels,
    next.node, h("div", { class: "asalee-ecg-fin" }, call, leave.node), diary.node, training ? restart.node : null);

  const hint = (i) => (i === 0 && rec.fait.length ? "Ce qui est coché a été fait avant votre arrivée. Que vous reste-t-il à faire ?" : HINTS[i]);
  function go(i, focus = false) {
    step = i;
    seen = null;
    places.drop();
    draw();
    if (focus) panels[i].focus({ preventScroll: true });
    else tell(hint(i));
    // From « Étape suivante », a shorter step would begin above what is seen.
    steps.scrollIntoView({ block: panels[i].getBoundingClientRect().bottom > window.innerHeight ? "start" : "nearest" });
  }
  function phrase(geste) {
    const texts = { preparer: () => prepared[geste.quoi], palper: () => `Repérer ${landmarks[geste.repere]}`, poser: () => `${geste.electrode} posée`, retirer: () => `${geste.electrode} retirée`,
      vitesse: () => `Vitesse : ${geste.mm_s} mm/s`, amplitude: () => `Amplitude : ${geste.mm_mv} mm/mV`, carre: () => `Carré d’étalonnage ${geste.imprime ? "imprimé" : "non imprimé"}`, filtre: () => `Filtre : ${bands[geste.bande]}`,
      inscrire: () => `Inscrire : ${mentions[geste.mention]}`, enregistrer: () => "Tracé enregistré", voir: () => `${geste.coche ? "Je vois" : "Je ne retiens plus"} : ${faults[geste.defaut]}`,
      reprendre: () => "Je reprends l’enregistrement", transmettre: () => "Tracé transmis au médecin", alerter: () => "Médecin prévenu", liberer: () => "Départ" };
    return texts[geste.g] ? texts[geste.g]() : geste.g;
  }
  function draw() {
    state = replay();
    const { traces, parti } = state, last = traces.length - 1, shown = seen === null ? last : Math.min(seen, last), trace = traces[shown];
    tabs.forEach((tab, i) => { tab.setAttribute("aria-current", i === step ? "step" : "false"); });
    panels.forEach((panel, i) => { panel.hidden = i !== step; });
    for (const [id, card] of cards) {
      const done = POSITIONS.includes(id) ? state.position === id : state.preparations.has(id);
      card.setAttribute("aria-pressed", String(done));
      card.disabled = parti;
    }
    places.show(state);
    feel.forEach((button) => { button.setAttribute("aria-pressed", String(state.reperes.has(button.dataset.repere))); button.disabled = parti; });
    if (step === 1) liveA.draw(state);
    if (step === 2) liveB.draw(state);
    speed.show(String(state.reglages.vitesse_mm_s));
    gain.show(String(state.reglages.amplitude_mm_mv));
    square.show(state.reglages.carre);
    filter.show(state.bande);
    for (const [id, button] of written) { button.setAttribute("aria-pressed", String(state.mentions.has(id))); button.disabled = parti; }
    for (const group of [speed, gain, square, filter]) group.node.disabled = parti;
    record.disabled = parti;
    none.hidden = Boolean(trace);
    fourth.lastChild.hidden = !trace;
    choice.hidden = traces.length < 2;
    choice.replaceChildren(...traces.map((_, i) => h("button", { type: "button", class: "asalee-bouton asalee-discret", "aria-pressed": String(i === shown), onclick: () => { seen = i; draw(); } }, `Tracé ${i + 1}`)));
    if (trace && step === 3) {
      const dressed = captions(trace, shown + 1);
      sheetView.draw(dressed);
      words.replaceChildren(...h("div", {}, inWords(rec, dressed)).childNodes);
      const open = shown === last && !parti && !trace.suite;
      found.show([...trace.vus]);
      found.node.disabled = !open;
      send.hidden = redo.hidden = !open;
      decided.textContent = trace.suite === "transmettre" ? "✔ Ce tracé est transmis au médecin." : trace.suite === "reprendre" ? "↺ Vous reprenez l’enregistrement : corrigez à l’étape 1, 2 ou 3, puis enregistrez de nouveau." : "";
    }
    note.show(log.conclusion.note ?? null);
    call.disabled = state.alerte || parti;
    call.textContent = state.alerte ? "✔ Médecin prévenu" : "Prévenir le médecin tout de suite";
    next.draw(step < 3 && !parti);
    leave.node.hidden = parti;
    diary.draw(log.gestes);
  }
  draw();
  tell(hint(step));
  return {
    node,
    task: "Quatre étapes, dans l’ordre que vous voulez ; vous pouvez revenir en arrière. L’interprétation du tracé n’est pas demandée : elle revient au médecin.",
    waits: "La correction s’ouvrira quand la personne sera partie : « Fin : rhabillage et départ ».",
    ready: () => state.parti,
    show(valeur) {
      const fresh = !log.gestes.length;
      log.load(valeur);
      if (fresh && log.gestes.length) { step = WHERE[log.gestes.at(-1).g] ?? 3; draw(); tell(hint(step)); }
    },
    words: (valeur) => [h("p", {}, `${plural((valeur.gestes || []).length, "geste")}${valeur.conclusion && valeur.conclusion.note ? `, noté : ${names(spec.notes)[valeur.conclusion.note]}` : ""}`)],
  };
}

export default { render: exercise(makeElectrodes) };
