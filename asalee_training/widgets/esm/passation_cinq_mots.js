// The five words given to a person: conditions, the sheet, two recalls, what comes between, and what is concluded.

const TEMPS = [["accueillir", "Accueillir"], ["presenter", "Présenter"], ["immediat", "Rappel immédiat"], ["intercaler", "Intercaler"], ["differe", "Rappel différé"], ["conclure", "Conclure"]];

function makePassation({ spec, enregistrement: recording, training, change }) {
  let step = "accueillir", state = followWords([], spec, recording);
  const log = journal({ change, draw, full: hint });
  const notice = h("p", { class: "asalee-cm-conseil", role: "status" });
  const person = personAtTable(recording.sexe), sheet = sheetOnTable(), watch = sessionClock(), talk = conversationLog(spec.personne);
  function hint(text) { if (notice.textContent !== text) notice.textContent = typo(text); }

  /** Why this cannot be done now, "" when it can. The same for buttons and list. */
  function refused(g, { condition, liste, moment, mot, code }) {
    const { visible, recalls, ended } = state;
    if (g === "noter") {
      if (!recalls[moment]) return "Demandez d’abord ce rappel : il n’y a rien à noter.";
      return (mot === HORS) === spec.codes_hors.some(([nom]) => nom === code) ? "" : "Cette cotation n’est pas celle de cette ligne.";
    }
    if (ended) return "La séance est terminée avec la personne.";
    if (g === "corriger" && !state.seen.has(condition)) return "Vérifiez d’abord.";
    if (g === "montrer" && visible) return "La feuille est déjà sous ses yeux.";
    if (g === "montrer" && state.liste && state.liste.id !== liste) return "Une liste est commencée : gardez la même.";
    if (["faire_lire", "demander_categorie", "cacher"].includes(g) && !visible) return "La feuille n’est pas sous ses yeux.";
    if (g === "rappel_libre" && !state.shown) return "La feuille n’a pas encore été montrée.";
    if (g === "rappel_libre" && moment === "immediat" && recalls.differe) return "Le rappel différé est déjà demandé.";
    if ((g === "rappel_libre" && moment === "differe") || g === "intercaler") return recalls.immediat ? "" : "Le rappel immédiat vient d’abord.";
    if (g === "indicer" && !recalls[moment]) return "Demandez d’abord ce rappel, sans aide.";
    return g === "indicer" && moment === "immediat" && recalls.differe ? "Le rappel différé est déjà demandé." : "";
  }
  function act(g, fields = {}) {
    const reason = refused(g, fields);
    hint(reason);
    const at = document.activeElement;
    if (!reason && log.add(g, fields) && node.contains(at) && (at.disabled || !at.getClientRects().length)) carryOn();
  }
  /** The button that was pressed is gone: the keyboard goes on from the first one that is left. */
  function carryOn() {
    const left = [...panel.querySelectorAll("button, select, input")].find((one) => !one.disabled && one.getClientRects().length);
    (left || tabs.find((tab) => tab.dataset.temps === step)).focus({ preventScroll: true });
  }
  const button = (label, g, fields, extra = {}) => h("button", { type: "button", class: "asalee-bouton asalee-cm-acte", onclick: () => act(g, fields), ...extra }, label);

  const checks = spec.conditions.map(({ id, libelle, verifier, corriger }) => {
    const look = button(verifier, "verifier", { condition: id }, { "data-verifier": id }), mend = button(corriger, "corriger", { condition: id }, { "data-corriger": id });
    const seen = h("p", { class: "asalee-cm-vu" });
    return { id, look, mend, seen, node: h("div", { class: "asalee-cm-condition", role: "group", "aria-label": typo(libelle) }, look, seen, mend) };
  });
  const postpone = askTwice({ label: "Reporter l’épreuve", question: "Reporter l’épreuve ? La séance avec la personne s’arrêtera là.", yes: "Oui, reporter", geste: "reporter", quiet: true, act: () => act("reporter") });
  const welcome = h("div", {}, h("h4", {}, "Avant de commencer"), h("div", { class: "asalee-cm-conditions" }, checks.map(({ node }) => node)),
    h("h4", {}, "Vous expliquez"), spec.expliquer.map(([phrase, text]) => button(`« ${text} »`, "expliquer", { phrase }, { class: "asalee-bouton asalee-cm-parole", "data-expliquer": phrase })), postpone.node);
  postpone.node.className = "asalee-cm-reporter";

  const lists = spec.listes.map(({ id, titre }) => button(`Montrer la liste « ${titre} »`, "montrer", { liste: id }, { "data-liste": id }));
  const read = button("Faire lire à voix haute", "faire_lire"), hide = button("Retourner la feuille", "cacher", {}, { "data-cacher": "" });
  const asks = h("div", { class: "asalee-cm-boutons" });
  const present = h("div", {}, h("h4", {}, "La feuille"), h("div", { class: "asalee-cm-boutons" }, lists, read, hide), h("h4", {}, "Les catégories, feuille sous les yeux"), asks);

  const recalls = Object.fromEntries(MOMENTS.map((moment) => [moment, recallSheet({ moment, spec, act })]));
  let task = null, minutes = null;
  const tasks = radios({ legend: "Ce que vous demandez", options: spec.taches.map(([nom, text]) => [nom, `« ${text} »`]), choose: (value) => { task = value; hint(""); } });
  const lasting = radios({ legend: "Le temps qui passe (accéléré)", inline: true, options: spec.minutes.map((n) => [n, `${n} min`]), choose: (value) => { minutes = value; hint(""); } });
  const between = h("div", {}, tasks.node, lasting.node, h("button", {
    type: "button", class: "asalee-bouton asalee-bouton-principal", "data-intercaler": "",
    onclick: () => { if (task && minutes) act("intercaler", { tache: task, minutes }); else hint("Choisissez la tâche et sa durée."); },
  }, "Laisser passer ce temps"));
  const end = closing({ spec, conclude: (nom, value) => log.conclude(nom, value), act, early: () => !state.recalls.differe });
  const next = nextStep(() => {
    go(TEMPS[TEMPS.findIndex(([id]) => id === step) + 1][0]);
    const tab = tabs.find((one) => one.dataset.temps === step);
    tab.focus({ preventScroll: true });
    tab.scrollIntoView({ block: "start" });
  });

  const panels = { accueillir: welcome, presenter: present, immediat: recalls.immediat.node, intercaler: between, differe: recalls.differe.node, conclure: end.node };
  const tabs = TEMPS.map(([id, text], index) => h("button", {
    type: "button", role: "tab", class: "asalee-cm-onglet", "data-temps": id, onclick: () => go(id),
    onkeydown: (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (way) { event.preventDefault(); go(TEMPS[(index + way + TEMPS.length) % TEMPS.length][0]); tabs.find((tab) => tab.dataset.temps === step).focus(); }
    },
  }, h("span", { class: "asalee-cm-rang-temps", "aria-hidden": "true" }, String(index + 1)), text));
  function go(id) { step = id; hint(""); draw(); }
  const panel = h("div", { role: "tabpanel", class: "asalee-cm-panneau" }, Object.values(panels));

  const phrase = wordLine([["Dire aussi", spec.encourager.map(([nom, text]) => [nom, `« ${text} »`])]], "Dire", (nom) => act("encourager", { phrase: nom }));
  const list = wordList({ spec, act }), history = logbook("Ce que vous avez fait", (geste) => wordsOf(geste, spec));
  const again = restartBox(() => { go("accueillir"); log.restart(); });
  const room = h("div", { class: "asalee-cm-piece" }, person.node, watch.node, sheet.node);
  const node = h("div", { class: "asalee-cm" }, h("div", { role: "tablist", class: "asalee-cm-onglets", "aria-label": "Les temps de l’épreuve" }, tabs),
    h("div", { class: "asalee-cm-scene" }, room, h("div", { class: "asalee-cm-cote" }, talk.node, notice, panel, phrase, next.node)), list.node, history.node, training ? again.node : null);

  let asked;
  function draw() {
    state = followWords(log.gestes, spec, recording);
    const { liste, visible, ended, seen, mended } = state;
    person.draw(recording.lunettes[mended.has("appareils") ? 1 : 0], state.hurt);
    sheet.draw(state);
    watch.draw(state.seconds, state.minutes, Boolean(state.recalls.immediat));
    talk.draw(state.lines);
    for (const { id, look, mend, seen: words } of checks) {
      look.disabled = Boolean(ended);
      mend.hidden = !seen.has(id);
      mend.disabled = Boolean(ended);
      tick(look, seen.has(id));
      tick(mend, mended.has(id));
      words.textContent = seen.has(id) ? typo(recording.conditions[id][mended.has(id) ? 1 : 0]) : "";
    }
    lists.forEach((one) => { one.hidden = visible || Boolean(liste && one.dataset.liste !== liste.id); });
    read.hidden = hide.hidden = !visible;
    if (asked !== (liste && liste.id)) {
      asked = liste && liste.id;
      asks.replaceChildren(...(liste ? liste.mots.map(({ question }, mot) => button(`« ${question} »`, "demander_categorie", { mot }, { "data-demander": String(mot) })) : [h("p", { class: "asalee-consigne" }, "Montrez d’abord une feuille.")]));
    }
    tick(read, state.read);
    for (const one of asks.querySelectorAll("[data-demander]")) tick(one, state.asked.has(Number(one.dataset.demander)));
    for (const moment of MOMENTS) recalls[moment].draw(state);
    end.draw(log.conclusion, state);
    postpone.node.hidden = phrase.hidden = Boolean(ended);
    next.draw(step !== "conclure");
    history.draw(log.gestes);
    for (const tab of tabs) {
      const on = tab.dataset.temps === step;
      tab.setAttribute("aria-selected", String(on));
      tab.tabIndex = on ? 0 : -1;
      panels[tab.dataset.temps].hidden = !on;
    }
    panel.setAttribute("aria-label", TEMPS.find(([id]) => id === step)[1]);
  }
  draw();
  return {
    node,
    task: "Faites passer l’épreuve, notez, concluez. Une parole dite ne se reprend pas ; les listes sont inventées, sans norme.",
    show(valeur) {
      if (!log.gestes.length && valeur && Array.isArray(valeur.gestes)) step = reached(valeur.gestes);
      log.load(valeur);
    },
    /** The correction tells what was heard and what follows: it waits for the end. */
    ready: () => log.gestes.some(({ g }) => g === "terminer" || g === "reporter") && Boolean(log.conclusion.conduite),
    words: (valeur) => h("ol", {}, (valeur.gestes || []).map((geste) => h("li", {}, wordsOf(geste, spec)))),
  };
}

/** Whether this was already done, for the eye and the ear. */
function tick(button, done) {
  button.dataset.fait = String(done);
  button[done ? "setAttribute" : "removeAttribute"]("aria-description", "déjà fait");
}

/** The step where this session was left. */
function reached(gestes) {
  const last = gestes.at(-1);
  if (!last) return "accueillir";
  if (last.g === "terminer" || last.g === "reporter") return "conclure";
  if (last.moment) return last.moment;
  return { verifier: "accueillir", corriger: "accueillir", expliquer: "accueillir", intercaler: "intercaler" }[last.g] || "presenter";
}

/** What is seen and said, newest last: {node, draw(lines)}. Only what is new is added, so that only that is read aloud. */
function conversationLog(personne) {
  const node = h("div", { class: "asalee-cm-fil", role: "log", tabindex: "0", "aria-label": "La conversation" });
  let drawn = [];
  const empty = h("p", { class: "asalee-cm-voit" }, `${personne} vient de s’asseoir en face de vous, les mains sur la table.`);
  return {
    node,
    draw(lines) {
      const keys = lines.map((line) => JSON.stringify(line)), kept = drawn.length && drawn.every((key, i) => key === keys[i]) ? drawn.length : 0;
      if (!kept) {
        node.setAttribute("aria-live", lines.length > 3 ? "off" : "polite");
        node.replaceChildren(...(lines.length ? [] : [empty]));
        setTimeout(() => node.removeAttribute("aria-live"), 500);
      }
      if (keys.length === kept && kept) return;
      lines.slice(kept).forEach(({ genre, qui, texte }) => node.append(genre === "voit" ? h("p", { class: "asalee-cm-voit" }, inline(texte))
        : h("p", { class: "asalee-cm-bulle", "data-genre": genre }, h("strong", {}, `${qui} : `), inline(texte))));
      drawn = keys;
      node.scrollTop = node.scrollHeight;
    },
  };
}

export default { render: exercise(makePassation) };
