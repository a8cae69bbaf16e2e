// The same clock as a list: a place for each number, a direction and a length for each hand.

const HAND_DEFAULT = 60;

/** A list of places whose own value is kept when it lies between two of them. */
function placeList({ label, places, none, choose }) {
  const id = uniqueId(), extra = h("option", { value: "autre" });
  const list = h("select", { id, class: "asalee-niveau", onchange: () => { if (list.value !== "autre") choose(list.value === "" ? null : Number(list.value)); } },
    h("option", { value: "" }, none), places.map(([value, words]) => h("option", { value: String(value) }, words)));
  return {
    node: h("div", { class: "asalee-ligne-liste" }, h("label", { for: id }, label), list),
    show(value, words = "") {
      const known = value === null || places.some(([place]) => place === value);
      extra.remove();
      if (!known) { extra.textContent = typo(words); list.append(extra); }
      list.value = value === null ? "" : known ? String(value) : "autre";
    },
  };
}

/** {node, draw(state)}. It calls `put(id, place)` and `remove(id)`, like the dial. */
function clockList({ put, remove }) {
  const around = Array.from({ length: 24 }, (_, i) => {
    const hour = dialNumber(Math.floor(i / 2));
    return [15 * i, i % 2 ? `entre le ${hour} et le ${dialNumber(Math.floor(i / 2) + 1)}` : `à la place du ${hour}`];
  });
  const minutes = Array.from({ length: 60 }, (_, m) => [6 * m, `${m} min${m % 5 ? "" : `, vers le ${dialNumber(m / 5)}`}`]);
  const lengths = Array.from({ length: 19 }, (_, i) => [10 + 5 * i, `${10 + 5 * i} % du rayon`]);
  let hands = {};
  const kept = {};
  const numbers = Array.from({ length: 12 }, (_, i) => String(i + 1)).map((id) => ({ id, ...placeList({
    label: `Chiffre ${id}`, places: around, none: "absent", choose: (angle) => (angle === null ? remove(id) : put(id, { angle })),
  }) }));
  const rows = ["a", "b"].map((id) => ({
    id,
    turn: placeList({ label: `${objectName(id)}, direction`, places: minutes, none: "absente", choose: (angle) => (angle === null ? remove(id)
      : put(id, { angle, longueur: hands[id]?.longueur || kept[id] || HAND_DEFAULT })) }),
    length: placeList({ label: `${objectName(id)}, longueur`, places: lengths, none: "à choisir", choose: (longueur) => {
      if (longueur === null) return;
      kept[id] = longueur;
      if (hands[id]) put(id, { angle: hands[id].angle, longueur });
    } }),
  }));
  const node = h("details", { class: "asalee-liste asalee-dessin-liste" }, h("summary", {}, "Faire la même chose avec une liste"),
    h("div", { class: "asalee-lignes" }, numbers.map((row) => row.node)), h("div", { class: "asalee-lignes asalee-lignes-aiguilles" }, rows.flatMap(({ turn, length }) => [turn.node, length.node])));
  return {
    node,
    draw(state) {
      hands = state.hands;
      for (const { id, show } of numbers) show(id in state.numbers ? state.numbers[id] : null, `à ${french(state.numbers[id] ?? 0)}°`);
      for (const { id, turn, length } of rows) {
        turn.show(hands[id] ? hands[id].angle : null, hands[id] ? `à ${french(hands[id].angle)}°` : "");
        length.show(hands[id] ? hands[id].longueur : kept[id] ?? null, hands[id] ? `${french(hands[id].longueur)} % du rayon` : "");
      }
    },
  };
}
