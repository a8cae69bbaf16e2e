// The blows: what one says, the curves as they are traced, what one calls them and keeps of them.

const MEASURES = [["VEMS", "L", 2], ["CVF", "L", 2], ["DEP", "L/s", 2], ["TEF", "s", 1], ["V. extrapolé", "L", 2]];
/** Seconds of the deep inspiration before the record begins, and when « soufflez » becomes « encore ». */
const BREATH_IN_S = 1.6, PUSHED_S = 0.9;
const printed = (value, digits, unit) => (value === null ? "–" : `${french(value, digits)}\u00a0${unit}`);

/** Plays a blow in its own time: `frame(t, speed)` until `last`, then `done()`. */
function player({ frame, done }) {
  let id = null, t = 0, speed = 1, before = 0, last = 0;
  function tick(now) {
    t += ((now - before) / 1000) * speed;
    before = now;
    if (t >= last) { id = null; done(); } else { frame(t); id = requestAnimationFrame(tick); }
  }
  return {
    get playing() { return id !== null; },
    start(end) { [t, speed, last, before] = [-BREATH_IN_S, 1, end, performance.now()]; id = requestAnimationFrame(tick); },
    faster() { speed = 5; },
    end() { if (id !== null) { cancelAnimationFrame(id); id = null; done(); } },
    stop() { if (id !== null) cancelAnimationFrame(id); id = null; },
  };
}

/** What the device predicts with a set of equations, at the height as typed or as measured. */
function predictedFor(rec, jeu, moment) {
  const { vems, cvf } = rec.references[jeu][moment] || rec.references[jeu].saisie;
  return { dep: rec.dep_theorique[moment], vems: vems.theorique, cvf: cvf.theorique, taille: rec.identite[`${moment}_cm`] };
}
const predictedNow = (rec, { jeu, taille }) => predictedFor(rec, jeu, taille === rec.identite.mesuree_cm ? "mesuree" : "saisie");

function blowsPanel({ spec, rec, act, draw: redraw, blows }) {
  const screen = spirometerScreen(blows.flat(), Object.keys(rec.references).flatMap((jeu) => Object.keys(rec.dep_theorique).map((moment) => predictedFor(rec, jeu, moment)))), names = Object.fromEntries(spec.noms), keeps = Object.fromEntries(spec.garder);
  const phrases = Object.fromEntries(Object.keys(spec.phrases).map((phase) => [phase, null]));
  let chosen = null, live = null, advice = null, wait = null, state = null, drawn = "";

  /** The reader goes on from here, with the curves in sight. */
  function land(place) {
    place.focus({ preventScroll: true });
    inSight(node);
  }

  // While it is being blown
  const bubble = h("p", { class: "asalee-bulle", role: "status" });
  const faster = h("button", { type: "button", class: "asalee-bouton", onclick: () => { film.faster(); faster.hidden = true; whole.focus(); } }, "Accélérer");
  const whole = h("button", { type: "button", class: "asalee-bouton", onclick: () => film.end() }, "Tout afficher");
  const during = h("div", { class: "asalee-pendant" }, bubble, h("div", { class: "asalee-rangee" }, faster, whole));
  const film = player({
    frame(t) {
      const { points, end } = live, phase = t < 0 ? "inspiration" : t < PUSHED_S ? "depart" : t < points[end][0] ? "vidange" : "fin";
      const said = typo(Object.fromEntries(spec.phrases[phase])[state.series.at(-1).at(-1)[phase]]);
      if (bubble.textContent !== said) bubble.textContent = said;
      screen.show(shown(), live, t);
    },
    done() { live = null; redraw(); land(title); },
  });
  const shown = () => state.series.at(-1).map((_, n) => blows[state.series.length - 1][n]);

  // Before it
  const coach = spec.phases.map(([phase, text]) => ({ phase, ...radios({ legend: text, options: spec.phrases[phase], choose: (value) => { phrases[phase] = value; redraw(); } }) }));
  const missing = h("p", { class: "asalee-indication" }, "Choisissez d’abord ce que vous direz à chaque phase.");
  const launch = h("button", { type: "button", class: "asalee-bouton asalee-bouton-principal", "data-geste": "souffler", onclick: blow }, "Lancer la manœuvre");
  const before = h("div", { class: "asalee-avant-souffle" }, h("div", { class: "asalee-phases" }, coach.map(({ node }) => node)), h("div", { class: "asalee-rangee" }, launch, missing));
  function blow() {
    if (!act("souffler", { ...phrases })) return;
    chosen = null;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { land(title); return; }
    live = shown().at(-1);
    faster.hidden = false;
    redraw();
    film.start(live.points.at(-1)[0]);
    inSight(node);
    whole.focus({ preventScroll: true });
  }

  // After it
  const title = h("h4", { tabindex: "-1" }), name = radios({ legend: "Ce souffle, c’est :", options: spec.noms, choose: (nom) => act("nommer", { nom }) });
  const keep = radios({ legend: "J’en garde :", options: spec.garder, choose: (garde) => act("garder", { garde }) });
  const helps = h("select", { class: "asalee-liste-choix", "aria-label": "Ce que vous dites avant de recommencer", onchange: () => { advice = helps.value || null; redraw(); } },
    h("option", { value: "" }, "Que dites-vous avant de recommencer ?"), spec.conseils.map(([id, text]) => h("option", { value: id }, text)));
  const again = h("button", { type: "button", class: "asalee-bouton", "data-geste": "redemander", onclick: () => { if (act("redemander", { conseil: advice })) { advice = null; helps.value = ""; redraw(); land(before.hidden ? stop.ask : coach[0].node.querySelector("input:checked, input")); } } }, "Redemander un souffle");
  const stop = askTwice({ label: "Arrêter la série", question: "Une série arrêtée ne se reprend pas. L’arrêter ?", yes: "Oui, l’arrêter", geste: "arreter", act: () => { if (act("arreter")) land(ended); } });
  const after = h("div", { class: "asalee-apres-souffle" }, h("div", { class: "asalee-noms" }, name.node), keep.node);
  const next = h("div", { class: "asalee-rangee asalee-suite-souffle" }, helps, again, stop.node), tired = h("p", { class: "asalee-parole", role: "status" });

  // The end of a series
  const ended = h("p", { class: "asalee-decide", role: "status", tabindex: "-1" });
  const minutes = h("select", { class: "asalee-liste-choix", "aria-label": "Attente après le bronchodilatateur", onchange: () => { wait = minutes.value || null; redraw(); } },
    h("option", { value: "" }, "et attendre… (choisissez)"), spec.attentes.map(([id, text]) => h("option", { value: id }, text)));
  const give = h("button", { type: "button", class: "asalee-bouton", "data-geste": "bronchodilatateur", onclick: () => { if (act("bronchodilatateur", { attente_min: wait })) { chosen = null; redraw(); land(title.hidden ? ended : title); } } }, "Donner un bronchodilatateur");
  const finished = h("div", { class: "asalee-rangee" }, ended, give, minutes);

  const chips = h("div", { class: "asalee-rangee asalee-souffles", role: "group", "aria-label": "Souffles de la série" }), numbers = h("p", { class: "asalee-mesures" });
  const node = h("div", { class: "asalee-manoeuvres" }, screen.node, chips, numbers, during, h("div", { class: "asalee-bas-souffle" }, title, tired, before, after, next, finished));

  function draw(now) {
    state = now;
    screen.predict(predictedNow(rec, state));
    const rank = state.series.length - 1, serie = state.series[rank], open = state.arretees <= rank, playing = live !== null;
    const last = serie.length - 1, look = Math.min(chosen ?? last, last), current = blows[rank][look];
    if (last >= 0 && Object.values(phrases).every((value) => value === null)) for (const phase of Object.keys(phrases)) phrases[phase] = serie[last][phase];
    const picture = playing ? "" : `${rank}.${serie.length}.${look}`;
    if (!playing && picture !== drawn) screen.show(shown(), last < 0 ? null : current);
    drawn = picture;
    chips.hidden = last < 0;
    chips.replaceChildren(...serie.map((made, n) => h("button", { type: "button", class: "asalee-bouton asalee-puce", disabled: playing, "aria-pressed": String(n === look), "data-souffle": String(n + 1),
      onclick: () => { chosen = n; redraw(); node.querySelector(`[data-souffle="${n + 1}"]`).focus(); } },
      `Souffle ${n + 1}`, made.nom ? h("span", { class: "asalee-puce-nom" }, names[made.nom]) : null)));
    numbers.hidden = playing || last < 0;
    numbers.replaceChildren(...(last < 0 || playing ? [] : [h("span", { class: "asalee-vu" }, rec.series[rank].souffles[look].vu),
      ...MEASURES.map(([label, unit, digits], i) => h("span", {}, `${label} `, h("strong", {}, printed(rec.series[rank].mesures[look][i], digits, unit))))]));
    during.hidden = !playing;
    node.lastChild.hidden = playing;
    const ready = open && state.attend && serie.length < blows[rank].length, judging = open && !state.attend && last >= 0, weary = open && state.attend && !ready;
    title.hidden = !open || weary;
    title.className = judging ? "asalee-invisible" : "";
    title.textContent = typo(`${rank ? "Après bronchodilatateur : souffle" : "Souffle"} ${serie.length + (ready ? 1 : 0)}, ${ready ? "que dites-vous ?" : "qu’en faites-vous ?"}`);
    before.hidden = !ready;
    coach.forEach(({ phase, show }) => show(phrases[phase]));
    launch.disabled = Object.values(phrases).includes(null);
    missing.hidden = !launch.disabled;
    after.hidden = !judging;
    if (judging) { name.show(serie[last].nom ?? null); keep.show(serie[last].garde ?? null); }
    next.hidden = !open || last < 0;
    helps.hidden = again.hidden = !judging;
    again.disabled = !advice;
    tired.textContent = weary ? typo(rec.lassitude) : "";
    tired.hidden = !weary;
    finished.hidden = open;
    ended.textContent = typo(open ? "" : state.attente !== null ? `Série terminée. Bronchodilatateur donné, ${state.attente} minutes d’attente.` : `Série arrêtée après ${plural(serie.length, "souffle")}.`);
    give.hidden = minutes.hidden = state.attente !== null;
    give.disabled = !wait;
  }
  return { node, draw, stop() { film.stop(); screen.stop(); }, reset() { film.stop(); [chosen, live, advice, wait] = [null, null, null, null]; for (const phase of Object.keys(phrases)) phrases[phase] = null; },
    said: (made) => `${names[made.nom] || "Sans nom"} ; gardé : ${(keeps[made.garde] || "pas de décision")}` };
}
