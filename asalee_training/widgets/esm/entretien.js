// An interview or a home visit: the person speaks, the nurse chooses or writes what she says. Nothing here knows what a line is worth.

function makeEntretien({ spec, enregistrement, training, change }) {
  const tours = new Map(spec.tours.map((tour) => [tour.id, tour]));
  const order = enregistrement.ordre || {};
  const atHome = spec.pieces.length > 0, texteMax = spec.texte_max;
  let state = follow([]), shown = null;

  const log = journal({ change, draw, full: (sentence) => { warning.textContent = sentence; } });
  const fil = thread(`Conversation avec ${spec.personne}`);
  const again = readAgain();
  const plan = atHome ? home({ pieces: spec.pieces, look }) : null;
  const warning = h("p", { class: "asalee-indication", role: "alert" });
  const turn = h("div", { class: "asalee-a-vous", role: "group", tabindex: "-1" });
  const leave = askTwice({
    label: atHome ? "Quitter le domicile" : "Mettre fin à l’entretien",
    question: atHome ? "Quitter le domicile maintenant ? La visite s’arrêtera là." : "Mettre fin à l’entretien maintenant ? Il s’arrêtera là.",
    yes: atHome ? "Oui, quitter le domicile" : "Oui, y mettre fin", quiet: true, act: () => act("terminer"),
  });
  const restart = askTwice({
    label: "Recommencer la séance", question: "Recommencer depuis le début ? Tout ce que vous avez dit sera effacé.",
    yes: "Oui, tout recommencer", quiet: true, act: () => { log.restart(); turn.focus({ preventScroll: true }); },
  });

  /** The conversation that these gestures make; what does not follow is left out, as the judge would refuse it. */
  function follow(gestes) {
    const lines = [], seen = new Map();
    let tour = tours.get(spec.debut), left = false;
    const enter = () => {
      if (tour.on_voit) lines.push({ genre: "voit", qui: "", texte: tour.on_voit });
      if (tour.dit) lines.push({ genre: "elle", qui: tour.qui || spec.personne, texte: tour.dit });
    };
    enter();
    for (const geste of gestes) {
      if (!geste || left) break;
      if (geste.g === "terminer") {
        left = true;
        lines.push({ genre: "fin", qui: "", texte: tour.fin ? "Fin de l’entretien." : "Vous avez mis fin à l’entretien." });
      } else if (geste.g === "observer" && tour.observer && plan.names.has(geste.element)) {
        const texte = tour.vues[geste.element] || spec.pieces.flatMap(({ elements }) => elements).find(({ id }) => id === geste.element).vu;
        seen.delete(geste.element);
        seen.set(geste.element, texte);
        lines.push({ genre: "regard", qui: `Vous regardez. ${plan.names.get(geste.element)}`, texte });
      } else if (geste.tour === tour.id) {
        const replique = geste.g === "dire" && tour.repliques.find(({ id }) => id === geste.option);
        const written = geste.g === "ecrire" && tour.ecrire && typeof geste.texte === "string";
        if (!replique && !written) break;
        lines.push(replique && replique.faire ? { genre: "fait", qui: "Vous", texte: replique.texte } : { genre: "vous", qui: "Vous", texte: replique ? replique.texte : geste.texte });
        tour = tours.get(replique ? replique.vers : tour.ecrire.vers);
        enter();
      } else break;
    }
    return { lines, seen, tour, left };
  }

  function act(g, fields) {
    if (!state.left && log.add(g, fields)) {
      turn.focus({ preventScroll: true });
      turn.scrollIntoView({ block: "nearest" });
    }
  }
  function look(element) {
    if (state.tour.observer && !state.left) log.add("observer", { element });
  }

  function draw() {
    state = follow(log.gestes);
    const { lines, seen, tour, left } = state;
    fil.draw(lines);
    again.draw(lines);
    if (plan) plan.draw({ seen, open: tour.observer && !left });
    // Rebuilt only when the turn changes: a sentence being written must stay.
    const place = `${lines.filter(({ genre }) => genre !== "regard").length} ${tour.id} ${left}`;
    if (place !== shown) turn.replaceChildren(...h("div", {}, mine(tour, left)).childNodes);
    shown = place;
    leave.node.hidden = left || tour.fin || !log.gestes.length;
    restart.node.hidden = !training || !log.gestes.length;
    leave.close();
    restart.close();
    warning.textContent = "";
  }

  /** What she may do now. */
  function mine(tour, left) {
    if (left) return title(training ? "L’entretien est terminé. La correction est plus bas." : "L’entretien est terminé. Vous pouvez passer à la suite.");
    if (tour.fin) {
      return [title("L’entretien s’achève."),
        h("button", { type: "button", class: "asalee-bouton asalee-bouton-principal", onclick: () => act("terminer") }, training ? "Terminer et lire la correction" : "Terminer l’entretien")];
    }
    return [tour.repliques.length ? choices(tour) : null, tour.ecrire ? writing(tour) : null];
  }
  const title = (text) => h("p", { class: "asalee-a-vous-titre" }, text);

  /** The second click of a double click falls on a line of the next turn, which nobody has read: it says nothing. */
  function choices(tour) {
    const rank = (order[tour.id] || []).map(String), sorted = [...tour.repliques].sort((a, b) => rank.indexOf(a.id) - rank.indexOf(b.id));
    const acts = sorted.some(({ faire }) => faire), words = sorted.some(({ faire }) => !faire);
    return [title(acts && words ? "Que dites-vous, ou que faites-vous ?" : acts ? "Que faites-vous ?" : "Que dites-vous ?"),
      h("ol", { class: "asalee-repliques" }, sorted.map(({ id, texte, faire }, i) => h("li", {},
        h("button", { type: "button", class: "asalee-replique", "data-option": id, onclick: (event) => { if (event.detail < 2) act("dire", { tour: tour.id, option: id }); } },
          h("span", { class: "asalee-replique-rang", "aria-hidden": "true" }, String(i + 1)),
          h("span", {}, faire ? [h("span", { class: "asalee-replique-geste" }, "Geste"), h("span", { class: "asalee-invisible" }, " : ")] : null, faire ? inline(texte) : inline(`« ${texte} »`))))))];
  }

  function writing(tour) {
    let code = null;
    const area = h("textarea", { class: "asalee-texte asalee-phrase", maxlength: String(texteMax), rows: "3", "aria-label": typo(tour.ecrire.consigne) });
    const missing = h("p", { class: "asalee-indication", role: "alert" });
    const names = radios({
      legend: "Comment nommez-vous ce que vous venez d’écrire ?", inline: true,
      options: Object.entries(spec.codes).map(([value, text]) => [value, capital(text)]), choose: (value) => { code = value; },
    });
    names.node.classList.add("asalee-codes");
    const meanings = spec.sens && h("details", { class: "asalee-liste" }, h("summary", {}, "Que veulent dire ces mots ?"),
      h("ul", { class: "asalee-sens" }, Object.entries(spec.codes).map(([value, text]) => h("li", {}, h("strong", {}, capital(text)), ` : ${spec.sens[value]}.`))));
    return [title(tour.ecrire.consigne), h("p", { class: "asalee-consigne" }, "Cette phrase est gardée, pas notée."), area, names.node, meanings, missing,
      h("button", {
        type: "button", class: "asalee-bouton asalee-bouton-principal", onclick: () => {
          const texte = area.value.trim();
          missing.textContent = texte && code ? "" : typo(texte ? "Choisissez aussi le nom de cette phrase." : "Écrivez d’abord votre phrase.");
          if (texte && code) act("ecrire", { tour: tour.id, texte, code });
          else (texte ? names.node.querySelector("input") : area).focus();
        },
      }, "Dire cette phrase")];
  }

  /** 1 to 5 say a line at once, from wherever one is; arrows go from one line to the next. */
  function keys(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const lines = [...turn.querySelectorAll(".asalee-replique")], at = lines.indexOf(event.target);
    const step = turn.contains(event.target) && { ArrowDown: at + 1, ArrowUp: at < 0 ? lines.length - 1 : at - 1, Home: 0, End: lines.length - 1 }[event.key];
    if (/^[1-5]$/.test(event.key) && !event.repeat && lines[event.key - 1]) lines[event.key - 1].click();
    else if (Number.isInteger(step) && lines.length) lines[(step + lines.length) % lines.length].focus();
    else return;
    event.preventDefault();
  }

  const speech = h("div", { class: "asalee-paroles" }, fil.node, turn, warning);
  const node = h("div", { class: "asalee-entretien", onkeydown: keys }, sceneHeader(spec),
    h("div", { class: plan ? "asalee-visite" : "" }, speech, plan && plan.node),
    again.node, h("div", { class: "asalee-commandes" }, leave.node, restart.node));
  draw();
  return {
    node,
    task: "Une parole dite ne se reprend pas. Au clavier : touches 1 à 5, ou flèches puis Entrée.",
    atOnce: () => state.left,
    ready: () => state.left,
    show: (valeur) => { shown = null; log.load(valeur); },
    words: (valeur) => h("ol", {}, follow(valeur.gestes).lines.filter(({ genre }) => genre !== "elle" && genre !== "voit").map(({ texte }) => h("li", {}, inline(texte)))),
  };
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

export default { render: exercise(makeEntretien) };
