// The monofilament on both feet: prepare, press, listen, conclude. The recording answers; nothing here knows what is right.

/** How the filament lies in the hand at first, like a pen. */
const TILT = 35;
const STEPS = [["preparer", "Préparer"], ["examiner", "Examiner"], ["conclure", "Conclure"]];

function makeExamen({ spec, enregistrement: recording, training, change }) {
  const label = (zone) => spec.zones.find(({ id }) => id === zone)?.libelle || zone;
  const log = journal({ change, draw, full: hint });
  let step = "preparer", application = "reelle", tilt = TILT;

  const notice = h("p", { class: "asalee-conseil", role: "status" });
  const person = personView(recording.sexe), filament = filamentView();
  const fils = spec.fils || [], NEEDS = ["plier_fil", "demontrer"];
  const handless = () => fils.length > 0 && !log.last("prendre_fil");
  function act(name, fields) {
    if (NEEDS.includes(name) && handless()) hint("Prenez d’abord un fil.");
    else { hint(""); log.add(name, fields); }
  }
  /** Keeps an application, unless its foot is still covered. */
  function kept(fields, question = say.value) {
    const foot = fields.zone.split(".")[0];
    if (handless()) hint("Prenez d’abord un fil, au temps « Préparer ».");
    else if (bareFeet().has(foot)) log.add("appliquer", { ...fields, question });
    else hint(`Le pied ${foot} est encore couvert.`);
  }
  const bareFeet = () => new Set(log.all("decouvrir").flatMap(({ pied }) => (pied === "deux" ? FEET : [pied])));
  function hint(text) {
    if (notice.textContent !== text) notice.textContent = typo(text);
    list.tell(text);
  }

  const kind = radios({ legend: "Application", inline: true, options: [["reelle", "Réelle"], ["fictive", "Fictive"]], choose: setKind });
  function setKind(value) { application = value; kind.show(value); setTilt(tilt); }
  const say = picker("Vous dites", Object.entries(QUESTION_WORDS), () => hint(""));
  const leanId = uniqueId(), leanWords = h("output", { class: "asalee-inclinaison" });
  const lean = h("input", { type: "range", id: leanId, min: "-45", max: "45", step: "5", class: "asalee-reglette", oninput: () => setTilt(Number(lean.value)) });
  function setTilt(value) {
    tilt = value;
    lean.value = String(value);
    const leant = typo(value ? `incliné de ${Math.abs(value)}°` : "droit sur la peau");
    lean.setAttribute("aria-valuetext", leant);
    leanWords.textContent = application === "fictive" ? "sans toucher la peau" : leant;
    filament.draw({ tilt });
  }
  const soles = solesView({
    recording, label, hint, choose: setKind, watch: (state) => filament.draw(state), touched: kept,
    tool() {
      if (step === "preparer") return { refuse: "Passez au temps « Examiner » pour appliquer le fil." };
      if (handless()) return { refuse: "Prenez d’abord un fil, au temps « Préparer »." };
      return say.value ? { application, tilt } : { refuse: "Choisissez d’abord ce que vous dites." };
    },
  });
  const list = applicationList({ recording, spec, touched: kept, hint });
  const before = preparations(act, fils);
  const sheet = conclusionSheet({ spec, recording, conclude: (nom, value) => log.conclude(nom, value) });
  const history = logbook("Ce que vous avez fait", (geste) => told(geste));

  const eyes = h("div", { class: "asalee-boutons" }, [["fermes", "« Fermez les yeux »"], ["ouverts", "« Ouvrez les yeux »"]].map(([etat, text]) =>
    h("button", { type: "button", class: "asalee-bouton asalee-geste", onclick: () => act("yeux", { etat }) }, text)));
  const tray = h("div", { class: "asalee-plateau" }, filament.node,
    h("div", { class: "asalee-menu-ligne asalee-incliner" }, h("label", { for: leanId }, "Inclinaison"), lean, leanWords), kind.node, say.node, eyes);
  const gesture = h("p", { class: "asalee-consigne" },
    "Réglez le fil et votre question, puis appuyez sur un site et gardez appuyé : le fil descend, touche, plie. Relâchez.");
  const keys = h("p", { class: "asalee-au-clavier" }, "Au clavier : la barre d’espace appuie, les flèches écartent du centre, R choisit une application réelle, F une fictive.");
  const stage = h("div", { class: "asalee-scene" }, soles.node,
    h("div", { class: "asalee-cote" }, person.node, before.node, tray, notice));
  const tabs = STEPS.map(([id, text], index) => h("button", {
    type: "button", role: "tab", class: "asalee-onglet", "data-etape": id, onclick: () => go(id),
    onkeydown: (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way) { event.preventDefault(); go(STEPS[(index + way + STEPS.length) % STEPS.length][0]); tabs.find((tab) => tab.dataset.etape === step).focus(); }
    },
  }, h("span", { class: "asalee-pastille", "aria-hidden": "true" }, String(index + 1)), text));
  const panel = h("div", { role: "tabpanel", class: "asalee-panneau" }, gesture, stage, keys, list.node, sheet.node);
  function go(id) { step = id; hint(""); soles.release(); draw(); }
  const next = nextStep(() => {
    go(STEPS[STEPS.findIndex(([id]) => id === step) + 1][0]);
    const tab = tabs.find(({ dataset }) => dataset.etape === step);
    tab.focus({ preventScroll: true });
    tab.scrollIntoView({ block: "start" });
  });

  const again = restartBox(() => { setTilt(TILT); say.show(""); setKind("reelle"); go("preparer"); log.restart(); });
  const node = h("div", { class: "asalee-examen-monofilament" }, h("div", { role: "tablist", class: "asalee-onglets", "aria-label": "Les temps de l’examen" }, tabs),
    panel, next.node, history.node, training ? again.node : null);

  function told(geste) {
    if (geste.g !== "appliquer") return EXCHANGES[geste.g](geste, fils)[0];
    const { code } = answers(log.gestes.slice(0, log.gestes.indexOf(geste) + 1), recording).at(-1) || {};
    const touch = geste.application === "fictive" ? "application fictive"
      : `application réelle, ${french(geste.contact_ms / 1000, 1)} s, ${geste.angle === "oblique" ? "fil oblique" : "fil droit"}, ${geste.plie ? "plié" : "non plié"}${geste.glisse ? ", qui glisse" : ""}`;
    return `${capital(label(geste.zone))}${geste.position === "pourtour" ? ", à côté du centre" : ""} : ${touch}. ${QUESTION_WORDS[geste.question]}. Réponse : ${REPLY_WORDS[code]}.`;
  }
  function lastWords(answered) {
    const last = log.gestes.at(-1);
    if (!last) return ["", "Bonjour. Vous venez pour mes pieds ?"];
    if (last.g !== "appliquer") return EXCHANGES[last.g](last, fils);
    const { geste } = answered.at(-1);
    return [geste.question === "aucune" ? "Vous ne dites rien." : QUESTION_WORDS[geste.question], spoken(answered.at(-1))];
  }
  function draw() {
    const answered = answers(log.gestes, recording), counts = new Map();
    for (const { geste } of answered) counts.set(geste.zone, [...(counts.get(geste.zone) || []), geste.application]);
    const shut = log.last("yeux")?.etat === "fermes";
    soles.draw(bareFeet(), counts);
    before.draw(log.gestes);
    list.draw(log.last("appliquer") && log.gestes.at(-1).g === "appliquer" ? lastWords(answered)[1] : "");
    person.draw(shut);
    person.say(...lastWords(answered), `${log.gestes.length}`);
    sheet.draw(answered, log.conclusion);
    history.draw(log.gestes);
    for (const tab of tabs) {
      const on = tab.dataset.etape === step;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    panel.setAttribute("aria-label", STEPS.find(([id]) => id === step)[1]);
    stage.hidden = step === "conclure";
    before.node.hidden = step !== "preparer";
    tray.hidden = gesture.hidden = keys.hidden = list.node.hidden = step !== "examiner";
    sheet.node.hidden = step !== "conclure";
    next.draw(step !== "conclure");
  }
  setKind(application);
  draw();
  return {
    node,
    task: "Préparez, examinez les deux pieds, concluez. Vous êtes face aux plantes : son pied droit est à votre gauche.",
    show(valeur) {
      const last = valeur && Array.isArray(valeur.gestes) ? valeur.gestes.findLast(({ g }) => g === "appliquer") : null;
      if (last) { say.show(last.question); if (last.application === "reelle") setTilt(last.angle === "oblique" ? TILT : 0); }
      if (!log.gestes.length && last) step = "examiner";
      log.load(valeur);
    },
    waits: "La correction s’ouvrira à l’étape « Conclure », une fois toutes vos conclusions choisies.",
    /** The correction names the state of every site: it waits for what is concluded at the end. */
    ready: () => {
      const last = spec.conclusions.map(({ partie }) => partie).filter((part) => ["grade", "iwgdf", "alerte"].includes(part));
      return log.gestes.length > 0 && (last.length ? last.every((part) => log.conclusion[part]) : Object.keys(log.conclusion).length > 0);
    },
    words: (valeur) => `${plural((valeur.gestes || []).filter(({ g }) => g === "appliquer").length, "application")}, ${plural(Object.keys(valeur.conclusion || {}).length, "conclusion")}`,
  };
}

export default { render: exercise(makeExamen) };
