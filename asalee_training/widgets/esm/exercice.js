// The frame of an exercise: question, field, status line, conflict, feedback.

/**
 * A view from a field. `makeField({spec, enregistrement, training, change, flush})` returns {node, task, show(valeur), words(valeur), atOnce?, ready?, waits?}:
 * `change(valeur, delay)` sends later, `flush()` now; `atOnce()` tells whether feedback comes without being asked for,
 * `ready()` whether it may be asked for yet, `waits` says what for.
 */
function exercise(makeField) {
  return ({ model, el }) => {
    const spec = model.get("spec"), training = model.get("correction");
    let mark = null, value = null;

    const field = makeField({
      spec,
      enregistrement: model.get("enregistrement"),
      training,
      change(valeur, delay) { value = valeur; notice.hidden = true; hideFeedback(); record.change(valeur, delay); },
      flush: () => record.flush(),
    });
    const status = h("p", { class: "asalee-etat", role: "status" });
    const alarm = h("div", { class: "asalee-alerte", role: "alert" });
    const notice = h("div", { class: "asalee-rappel", role: "status", hidden: true });
    const conflict = h("div", { class: "asalee-conflit", role: "alert", hidden: true });
    const panel = h("div", { class: "asalee-correction", role: "status", tabindex: "-1" });
    const see = h("button", { type: "button", class: "asalee-bouton", hidden: true, onclick: () => { record.flush(); asked = true; drawFeedback(); showPanel(); } },
      spec.type === "texte" ? "Comparer avec ce qui est attendu" : "Voir la correction");
    let asked = false;
    const later = h("p", { class: "asalee-plus-tard", hidden: true }, field.waits || "");
    const controls = h("fieldset", { class: "asalee-champ" },
      h("legend", { class: "asalee-invisible" }, inline(spec.titre || "Question")), field.node);
    const root = frame(el, "exercice",
      h("div", { class: "asalee-haut" }, h("span", { class: "asalee-rang" }, model.get("rang")),
        spec.points ? h("span", { class: "asalee-bareme" }, plural(spec.points, "point")) : null),
      h("div", { class: "asalee-aide" }, spec.aide ? paragraphs(spec.aide) : null, h("p", {}, field.task)),
      notice, controls, h("div", { class: "asalee-bas" }, status, see, later), alarm, conflict, panel);
    // The end of the case leads back here.
    Object.assign(root.dataset, { nom: model.get("nom"), lmSuppressShortcuts: "true" });
    root.tabIndex = -1;
    root.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") { event.preventDefault(); record.flush(); }
      event.stopPropagation();
    });

    function hideFeedback() { mark = null; asked = Boolean(field.atOnce && field.atOnce()); drawFeedback(); }
    function drawFeedback() {
      const early = Boolean(field.ready && !field.ready());
      see.hidden = !training || asked || value === null || early;
      later.hidden = !training || !field.waits || value === null || !early;
      panel.replaceChildren(...(asked && mark ? h("div", {}, feedback(mark)).childNodes : []));
    }
    /** The button that was pressed disappears: the reader goes on from what it opened. */
    function showPanel() {
      panel.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "nearest" });
    }
    function setAlarm(...children) { alarm.replaceChildren(...h("div", {}, children).childNodes); }

    const texts = {
      vide: () => "Pas encore de réponse",
      attente: () => "… enregistrement",
      enregistre: (state) => `✔ Réponse ${state.valeur === null ? "effacée" : "enregistrée"} ${at(state.heure)}`,
      retrouve: (state) => (state.valeur === null ? "Pas encore de réponse" : `✔ Réponse retrouvée (enregistrée ${at(state.heure)})`),
      perdu: () => "", refuse: () => "",
    };
    let failures = 0, foundAt = "";
    function tellFound(words) {
      notice.hidden = false;
      notice.replaceChildren(h("p", {}, `Cette réponse, écrite ${foundAt}, n’avait pas été enregistrée : ${words}`));
    }
    function setStatus(name, state) {
      const text = typo(texts[name](state));
      if (status.textContent !== text) status.textContent = text;
      status.dataset.etat = name;
      tellBar(name, state);
      if (name === "perdu") {
        failures += 1;
        setAlarm(h("p", {}, h("strong", {}, "Réponse NON enregistrée : la connexion est perdue…"),
          " Nouvel essai toutes les 5 secondes ; ce que vous avez écrit est gardé sur cet ordinateur."),
          h("button", { type: "button", class: "asalee-bouton", onclick: () => record.again() }, "Réessayer"),
          failures >= 3 && h("button", { type: "button", class: "asalee-bouton", onclick: () => { record.stop(); location.reload(); } }, "Recharger la page"));
      } else if (name === "refuse") {
        setAlarm(h("p", {}, h("strong", {}, "Réponse NON enregistrée."), " ", (state && state.message) || ""),
          h("button", { type: "button", class: "asalee-bouton", onclick: () => record.again() }, "Réessayer"));
      } else if (name !== "attente") {
        failures = 0;
        alarm.replaceChildren();
      }
    }

    /** JupyterLab's top bar repeats the last save, or that one is missing. */
    function tellBar(name, state) {
      const saved = name === "enregistre";
      if (!saved && name !== "perdu" && name !== "refuse") return;
      const detail = saved ? { texte: `✔ Enregistré ${at(state.heure)}`, niveau: "ok" } : { texte: "Une réponse n’est PAS enregistrée", niveau: "erreur" };
      el.dispatchEvent(new CustomEvent("asalee:etat", { bubbles: true, detail }));
    }

    /** A value in words; a file written by hand may hold one that this field does not know. */
    function inWords(valeur) {
      if (valeur === null) return h("em", {}, "(aucune réponse)");
      try { return field.words(valeur); } catch { return h("em", {}, "(réponse illisible)"); }
    }
    function choice(title, version, button) {
      return h("div", { class: "asalee-version" }, h("p", { class: "asalee-version-titre" }, h("strong", {}, title), ` (${version.heure})`),
        h("div", { class: "asalee-version-mots" }, inWords(version.valeur)),
        h("button", { type: "button", class: "asalee-bouton", onclick: () => record.settle(version.garder) }, button));
    }

    const record = recorder(model, {
      status: setStatus,
      applied(state) {
        value = state.valeur;
        mark = state.retour;
        field.show(value);
        asked = Boolean(mark) && (!field.ready || field.ready());
        controls.disabled = false;
        conflict.hidden = true;
        conflict.replaceChildren();
        drawFeedback();
      },
      saved(state) {
        mark = state.retour;
        if (foundAt) tellFound("elle a été retrouvée sur cet ordinateur, et la voici enregistrée.");
        foundAt = "";
        drawFeedback();
        document.dispatchEvent(new CustomEvent("asalee:enregistre"));
      },
      conflict(state, written) {
        setStatus("vide");
        status.textContent = "";
        controls.disabled = true;
        conflict.hidden = false;
        const stored = { ...state, garder: "premiere" }, refused = { ...state.autre, garder: "seconde" };
        // « Celle-ci » is what this page shows: what was just written here, or else what the file holds.
        const [here, there] = written ? [refused, stored] : [stored, refused];
        field.show(here.valeur);
        conflict.replaceChildren(
          h("p", {}, h("strong", {}, `Deux réponses existent : celle-ci (${here.heure}) et l’autre (${there.heure}). Laquelle gardez-vous ?`)),
          h("p", {}, "Cette question a reçu deux réponses, dans deux fenêtres. Rien n’est perdu : choisissez."),
          h("div", { class: "asalee-versions" },
            choice(written ? "Celle-ci, écrite dans cette fenêtre" : "Celle-ci", here, "Garder celle-ci"),
            choice("L’autre", there, "Garder l’autre")));
        see.hidden = later.hidden = true;
        panel.replaceChildren();
      },
      draft(valeur, time) {
        value = valeur;
        field.show(valeur);
        foundAt = at(clock(time));
        tellFound("elle a été retrouvée sur cet ordinateur.");
      },
    });
    record.start();
    return () => record.stop();
  };
}
