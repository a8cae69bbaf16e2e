// A spirometry from the syringe to the message for the physician: steps that one may walk through in any order.

/** Everything as it stands after the gestures so far. */
function spirometryState(gestes, rec) {
  const now = { debits: new Set(), recalibrages: 0, accepte: false, identite: false, mesuree: false, taille: rec.identite.saisie_cm, familles: [], points: new Map(), prescription: false,
    differe: false, series: [[]], arretees: 0, attente: null, jeu: "gli_global", attend: true };
  for (const geste of gestes) {
    const serie = now.series.at(-1);
    if (geste.g === "pomper") now.debits.add(geste.debit);
    else if (geste.g === "appareil" && geste.decision === "recalibrer") { now.recalibrages += 1; now.debits = new Set(); now.accepte = false; }
    else if (geste.g === "appareil") now.accepte = true;
    else if (geste.g === "identite") now.identite = true;
    else if (geste.g === "mesurer") now.mesuree = true;
    else if (geste.g === "corriger") now.taille = geste.taille_cm;
    else if (geste.g === "interroger") { if (!now.familles.includes(geste.famille)) now.familles.push(geste.famille); }
    else if (geste.g === "installer") now.points.set(geste.point, geste.fait);
    else if (geste.g === "prescription") now.prescription = true;
    else if (geste.g === "differer") now.differe = true;
    else if (geste.g === "souffler") { const { g: _g, t: _t, ...phrases } = geste; serie.push(phrases); now.attend = false; }
    else if (geste.g === "nommer" && serie.length) serie.at(-1).nom = geste.nom;
    else if (geste.g === "garder" && serie.length) serie.at(-1).garde = geste.garde;
    else if (geste.g === "redemander") now.attend = true;
    else if (geste.g === "arreter") { now.arretees = now.series.length; now.attend = false; }
    else if (geste.g === "bronchodilatateur") { now.attente = Number(geste.attente_min); if (rec.series.length > now.series.length) { now.series.push([]); now.attend = true; } }
    else if (geste.g === "equations") now.jeu = geste.jeu;
  }
  return now;
}

const WHERE = { appareil: "avant", personne: "avant", questions: "avant", installation: "avant", manoeuvres: "manoeuvres", resultats: "resultats", conduite: "conduite" };
const WHOSE = { appareil: ["pomper", "appareil"], personne: ["identite", "mesurer", "corriger"], questions: ["interroger"], installation: ["installer", "prescription"], manoeuvres: ["souffler"] };

function makeSpirometry({ spec, enregistrement: rec, training, change }) {
  const blows = rec.series.map(({ souffles }) => souffles.map(blowPoints));
  let state = spirometryState([], rec), step = 0;
  const log = journal({ change, draw: () => draw(), full: (text) => { told.textContent = typo(text); } });
  const act = (g, fields = {}) => !state.differe && log.add(g, fields);
  const conclude = (name, value) => log.conclude(name, value);
  const tools = { spec, rec, act, conclude, blows, draw: () => draw() };
  const make = { appareil: devicePanel, personne: personPanel, questions: questionsPanel, installation: installationPanel, manoeuvres: blowsPanel, resultats: resultsPanel, conduite: conductPanel };
  const steps = spec.blocs.filter(([id]) => spec.etapes.includes(WHERE[id])).map(([id, text]) => ({ id, text, part: make[id](tools) }));
  const panels = steps.map(({ id, text, part }) => h("section", { class: "asalee-spiro-panneau", "data-bloc": id, "aria-label": text, tabindex: "-1" }, h("h3", {}, text), part.node));
  const tabs = steps.map(({ text, id }, i) => h("button", { type: "button", class: "asalee-spiro-etape", "data-etape": id, onclick: () => go(i) },
    h("span", { class: "asalee-pastille", "aria-hidden": "true" }, String(i + 1)), h("span", {}, text), h("span", { class: "asalee-spiro-vu" })));
  const told = h("p", { class: "asalee-decide", role: "status" }), height = h("dd", {});
  const defer = askTwice({ label: "Ne pas faire l’examen, prévenir le médecin", question: "Un examen reporté ne se reprend pas aujourd’hui. Le reporter ?", yes: "Oui, prévenir le médecin", geste: "differer",
    act: () => { if (act("differer")) last(); } });
  const ending = h("p", { class: "asalee-fin" }), person = seatedDrawing(rec.identite.sexe);
  const onward = h("button", { type: "button", class: "asalee-bouton asalee-bouton-principal", onclick: () => go(step + 1) });
  const list = spokenSession(tools), diary = logbook("Ce que vous avez fait", phrase);
  const restart = restartBox(() => { step = 0; steps.find(({ id }) => id === "manoeuvres")?.part.reset(); log.restart(); panels[0].focus({ preventScroll: true }); });
  const scene = h("div", { class: "asalee-spiro-scene" },
    h("nav", { class: "asalee-spiro-cote", "aria-label": "Étapes de l’examen" },
      h("div", { class: "asalee-spiro-qui" }, person.node, h("strong", {}, spec.personne),
        h("dl", {}, h("dt", { class: "asalee-invisible" }, "Âge"), h("dd", {}, `${rec.identite.age} ans, ${rec.identite.sexe}`), h("dt", { class: "asalee-invisible" }, "Taille"), height)),
      h("ol", { class: "asalee-spiro-etapes" }, tabs.map((tab) => h("li", {}, tab)))),
    h("div", { class: "asalee-spiro-page" }, panels, told, h("div", { class: "asalee-rangee asalee-spiro-pied" }, onward, spec.etapes.includes("avant") ? defer.node : null, ending)));
  const node = h("div", { class: "asalee-spiro" }, scene, list.node, diary.node, training ? restart.node : null);

  function go(i) {
    step = Math.min(Math.max(i, 0), steps.length - 1);
    draw();
    panels[step].focus({ preventScroll: true });
    inSight(scene);
  }
  const last = () => go(steps.length - 1);
  const texts = Object.fromEntries([...spec.debits, ...spec.appareil, ...spec.familles, ...spec.points_a_verifier, ...spec.noms, ...spec.garder, ...spec.conseils, ...spec.attentes, ...spec.jeux]);
  function phrase(geste) {
    const words = { pomper: () => `Trois coups de seringue : ${texts[geste.debit].toLowerCase()}`, appareil: () => texts[geste.decision], identite: () => "Identité vérifiée", mesurer: () => "Taille mesurée",
      corriger: () => `Taille corrigée : ${geste.taille_cm} cm`, interroger: () => `Questions : ${texts[geste.famille]}`, installer: () => `${geste.fait ? "" : "Retiré : "}${texts[geste.point]}`,
      prescription: () => "Prescription lue", differer: () => "Examen non fait, médecin prévenu", souffler: () => "Un souffle", nommer: () => `C’est : ${texts[geste.nom]}`, garder: () => texts[geste.garde],
      redemander: () => `Redemander : ${texts[geste.conseil]}`, arreter: () => "Série arrêtée", bronchodilatateur: () => `Bronchodilatateur, puis ${texts[geste.attente_min]}`, equations: () => `Références : ${texts[geste.jeu]}` };
    return words[geste.g] ? words[geste.g]() : geste.g;
  }
  function draw() {
    state = spirometryState(log.gestes, rec);
    const manoeuvres = steps.find(({ id }) => id === "manoeuvres");
    steps.forEach(({ id, part }, i) => {
      panels[i].hidden = i !== step;
      tabs[i].setAttribute("aria-current", i === step ? "step" : "false");
      const closed = state.differe && id !== "conduite";
      const begun = WHOSE[id] ? log.all(...WHOSE[id]).length > 0 : id === "conduite" ? spec.conduites.some(([nom]) => log.conclusion[nom]) : "lecture" in log.conclusion || log.conclusion.souffle_vems;
      tabs[i].lastChild.textContent = begun ? "✎" : "";
      tabs[i].setAttribute("aria-label", typo(`${steps[i].text}${begun ? ", commencé" : ""}`));
      for (const control of part.node.querySelectorAll("fieldset")) control.disabled = closed;
      if (id === "conduite") part.draw(log.conclusion);
      else if (id === "resultats") part.draw(state, log.conclusion, manoeuvres.part.said);
      else part.draw(state);
      part.node.inert = closed;
    });
    height.textContent = typo(`${state.taille} cm dans l’appareil`);
    onward.hidden = step === steps.length - 1;
    onward.textContent = typo(step < steps.length - 1 ? `Continuer : ${steps[step + 1].text}` : "");
    defer.node.hidden = state.differe || state.series[0].length > 0 || WHERE[steps[step].id] !== "avant";
    const open = manoeuvres && !state.differe && state.arretees < state.series.length;
    ending.textContent = typo(step < steps.length - 1 ? "" : `C’est la dernière étape.${open ? " La série de souffles n’est pas arrêtée : revenez à « Manœuvres »." : " Vous pouvez revenir aux autres."}`);
    person.clip(!spec.etapes.includes("avant") || state.points.get("pince_nez") === true);
    told.textContent = typo(state.differe ? "L’examen n’est pas fait. Le médecin est prévenu." : "");
    list.draw(state, log.conclusion);
    diary.draw(log.gestes);
  }
  draw();
  return {
    node,
    task: "Conduisez l’examen, étape par étape. Vous pouvez revenir en arrière.",
    ready: () => state.differe || (spec.etapes.includes("manoeuvres") ? state.arretees > 0 : log.gestes.length > 0),
    show(valeur) {
      log.load(valeur);
      if (step === 0 && state.series[0].length) { step = Math.max(0, steps.findIndex(({ id }) => id === "manoeuvres")); draw(); }
    },
    words: (valeur) => [h("p", {}, plural((valeur.gestes || []).length, "geste"))],
  };
}

/** A person seated, back straight, the mouthpiece between the lips: {node, clip(on)}, which pinches the nose. */
function seatedDrawing(sexe) {
  const hair = sexe === "femme" ? "M45 30 C40 10 54 -2 69 2 C80 4 84 11 82 17 C76 13 70 14 66 17 C67 23 63 26 60 26 C59 34 56 40 50 42 C46 40 45 36 45 30 Z"
    : "M47 26 C42 8 55 -2 69 2 C80 4 84 11 82 16 C76 13 70 14 65 15 C62 17 60 20 59 25 C56 25 54 28 54 31 C50 31 48 30 47 26 Z";
  const clip = s("g", { visibility: "hidden" }, s("path", { d: "M79 21 L84.5 26", class: "asalee-assise-ressort" }), s("path", { d: "M80.5 26 H86.5 L85.5 30.5 H80.5 Z", class: "asalee-assise-pince" }));
  const node = s("svg", { viewBox: "0 0 170 150", class: "asalee-assise", "aria-hidden": "true" },
    s("path", { d: "M30 56 V140 M30 104 H84 M80 106 V140", class: "asalee-assise-chaise" }),
    s("path", { d: "M44 106 C42 98 60 96 84 97 C98 98 101 104 101 112 L99 138 L113 140 L113 144 L88 144 L86 114 L50 114 C46 114 44 111 44 106 Z", class: "asalee-assise-jambe" }),
    s("path", { d: "M53 42 L69 42 C70 50 74 54 76 62 C80 78 79 90 78 106 L42 106 C37 84 37 64 43 54 C46 49 53 50 53 42 Z", class: "asalee-assise-corps" }),
    s("path", { d: "M54 34 L70 38 L69 50 C64 54 57 53 53 48 Z", class: "asalee-assise-peau" }),
    s("path", { d: "M47 22 C47 8 58 3 67 5 C78 7 82 15 81 22 L85 29 L81 31 C82 38 79 42 72 42 C60 43 47 36 47 22 Z", class: "asalee-assise-peau" }),
    s("path", { d: hair, class: "asalee-assise-cheveux" }),
    s("path", { d: "M55 60 C62 74 72 82 84 78 C92 74 96 62 99 50", class: "asalee-assise-bras" }),
    s("circle", { cx: 99, cy: 48, r: 5.5, class: "asalee-assise-peau" }),
    s("path", { d: "M82 33 H98 V39 H83 Z", class: "asalee-assise-embout" }),
    s("rect", { x: 96, y: 22, width: 20, height: 26, rx: 5, class: "asalee-assise-appareil" }),
    s("path", { d: "M116 36 C134 40 128 62 146 62", class: "asalee-assise-fil" }), clip);
  return { node, clip: (on) => clip.setAttribute("visibility", on ? "visible" : "hidden") };
}

export default { render: exercise(makeSpirometry) };
