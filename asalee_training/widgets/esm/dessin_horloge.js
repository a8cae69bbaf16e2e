// A clock to draw: what is asked, the dial, the numbers and hands to pick, the same as a list.

const ORDER = ["12", ...Array.from({ length: 11 }, (_, i) => String(i + 1))];
const STROKES_MAX = 60;

function makeDessin({ spec, training, change }) {
  const log = journal({ change, draw, full: hint });
  let chosen = "12", pencilOn = false, over = false;
  const notice = h("p", { class: "asalee-indication", role: "status" });
  function hint(text) { notice.textContent = typo(text); }

  const clock = dial({
    choose: (id) => { chosen = id; draw(); },
    put, remove,
    stroke(points) {
      if (clockState(log.gestes).strokes.length >= STROKES_MAX) return hint(`${STROKES_MAX} traits au plus : effacez-en.`);
      return log.add("trait", { points });
    },
    empty: () => hint("Choisissez d’abord un chiffre ou une aiguille."),
  });
  const list = clockList({ put: (id, place) => { chosen = id; put(id, place, false); }, remove });

  function put(id, place, fresh) {
    hint("");
    if (isHand(id)) log.add("aiguille", { nom: id, ...place });
    else log.add("placer", { chiffre: id, angle: place.angle });
    const state = clockState(log.gestes);
    // After a number is put down, the next one is in hand.
    const next = fresh && !isHand(id) ? ORDER.slice(ORDER.indexOf(id) + 1).find((n) => !(n in state.numbers)) : null;
    if (next) { chosen = next; draw(); }
  }
  function remove(id) {
    const state = clockState(log.gestes);
    if (!(isHand(id) ? id in state.hands : id in state.numbers)) return;
    palette.get(id).focus();
    chosen = id;
    log.add(isHand(id) ? "retirer_aiguille" : "retirer", isHand(id) ? { nom: id } : { chiffre: id });
  }

  const palette = new Map();
  /** By keyboard, the object is put down at once and the arrows move it; by pointer, the dial says where. */
  function pick(id, keyboard) {
    clock.settle();
    const there = clock.place(id);
    chosen = id;
    pencilOn = false;
    hint(there || keyboard ? "" : `Touchez le cadran : ${objectName(id).toLowerCase()}.`);
    if (keyboard && !there) put(id, isHand(id) ? { angle: 0, longueur: HAND_DEFAULT } : { angle: (30 * Number(id)) % 360 }, false);
    draw();
    if (keyboard) clock.focus(id);
  }
  const button = (id, words) => {
    const node = h("button", { type: "button", class: "asalee-jeton", "aria-pressed": "false", "data-jeton": id, onclick: (event) => pick(id, event.detail === 0) }, words);
    palette.set(id, node);
    return node;
  };
  const tool = (words, act) => h("button", { type: "button", class: "asalee-bouton asalee-discret asalee-outil", onclick: act }, words);
  const free = tool("Crayon libre", () => { clock.settle(); pencilOn = !pencilOn; hint(pencilOn ? "Dessinez librement ; ce trait ne sera pas lu." : ""); draw(); });
  const rub = tool("Effacer le dernier trait", () => log.add("effacer_trait"));
  const lay = tool("Poser le calque", () => { over = !over; draw(); });
  const fill = tool("Placer les douze chiffres", () => { clock.settle(); log.add("remplir"); });
  const name = h("p", { class: "asalee-tenu-nom" });
  const nudges = [["−5°", -5, 0, "Tourner de 5 degrés en arrière"], ["−1°", -1, 0, "Tourner de 1 degré en arrière"], ["+1°", 1, 0, "Tourner de 1 degré"], ["+5°", 5, 0, "Tourner de 5 degrés"],
    ["Raccourcir", 0, -5, "Raccourcir"], ["Allonger", 0, 5, "Allonger"]].map(([words, turn, length, label]) => {
    const node = tool(words, () => { clock.nudge(chosen, turn, length); draw(); });
    node.setAttribute("aria-label", label);
    node.dataset.longueur = String(length !== 0);
    return node;
  });
  const drop = tool("Retirer", () => { clock.settle(); remove(chosen); });
  const held = h("div", { class: "asalee-tenu" }, name, h("div", { class: "asalee-outils" }, nudges.slice(0, 4), drop, nudges.slice(4)));

  const asked = h("section", { class: "asalee-demande" }, h("h4", {}, `Dessinez une horloge qui marque ${saidTime(spec.heure)}`), h("ul", {}, spec.demande.map((line) => h("li", {}, `${line}.`))));
  const side = h("div", { class: "asalee-atelier" },
    h("div", { class: "asalee-jetons", role: "group", "aria-label": "Chiffres" }, ORDER.slice(1).concat("12").map((id) => button(id, id))),
    h("div", { class: "asalee-outils", role: "group", "aria-label": "Aiguilles" }, button("a", "Aiguille 1"), button("b", "Aiguille 2")),
    held, h("div", { class: "asalee-outils" }, fill, lay), h("div", { class: "asalee-outils" }, free, rub));
  const history = logbook("Ce que vous avez fait", told);
  const again = restartBox(() => { chosen = "12"; pencilOn = false; log.restart(); });
  const node = h("div", { class: "asalee-dessin-horloge" }, h("div", { class: "asalee-planche" }, h("div", {}, clock.node, notice), asked, side), list.node, history.node, training ? again.node : null);

  function told(geste) {
    if (geste.g === "placer") return `Le ${geste.chiffre} à ${french(geste.angle)}°, ${direction(geste.angle)}.`;
    if (geste.g === "retirer") return `Le ${geste.chiffre} retiré.`;
    if (geste.g === "aiguille") return `${objectName(geste.nom)} : ${placeWords(geste.nom, geste)}.`;
    if (geste.g === "retirer_aiguille") return `${objectName(geste.nom)} retirée.`;
    return { remplir: "Les douze chiffres posés à leur place.", trait: "Un trait au crayon libre.", effacer_trait: "Un trait effacé." }[geste.g] || geste.g;
  }
  function draw() {
    const state = clockState(log.gestes);
    clock.draw(state, { chosen: pencilOn ? null : chosen, pencil: pencilOn, over });
    list.draw(state);
    for (const [id, node] of palette) {
      node.setAttribute("aria-pressed", String(!pencilOn && chosen === id));
      node.dataset.pose = String(isHand(id) ? id in state.hands : id in state.numbers);
    }
    const place = clock.place(chosen);
    name.textContent = typo(`${objectName(chosen)}${place ? ` : ${placeWords(chosen, place)}` : " : pas encore posé"}${!place && isHand(chosen) ? "e" : ""}.`);
    held.hidden = pencilOn;
    for (const nudge of nudges) { nudge.disabled = !place; nudge.hidden = nudge.dataset.longueur === "true" && !isHand(chosen); }
    drop.disabled = !place;
    free.setAttribute("aria-pressed", String(pencilOn));
    rub.hidden = state.strokes.length === 0;
    lay.setAttribute("aria-pressed", String(over));
    lay.textContent = over ? "Retirer le calque" : "Poser le calque";
    history.draw(log.gestes);
  }
  draw();
  return {
    node,
    task: "Posez les chiffres et les aiguilles : touchez le cadran, ou choisissez puis déplacez avec les flèches. Seuls les chiffres et les aiguilles sont lus.",
    show: (valeur) => log.load(valeur),
    words(valeur) {
      const state = clockState(valeur.gestes || []);
      return `${plural(Object.keys(state.numbers).length, "chiffre")}, ${plural(Object.keys(state.hands).length, "aiguille")}`;
    },
  };
}

export default { render: exercise(makeDessin) };
