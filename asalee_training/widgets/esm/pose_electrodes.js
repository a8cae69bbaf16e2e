// Sticking electrodes: dragged, or picked then put; the same as a table of lists.

const DRAG_PX = 6, SNAP = 34;

/**
 * {drawing, tray, list, show(state)}. `act(g, fields)` keeps a gesture; `say(visible, hidden)` tells what happened.
 * state: {pose, preparations, reperes, parti}.
 */
function placing({ spec, recording, act, say }) {
  const colour = Object.fromEntries(spec.electrodes.map(({ code, couleur }) => [code, couleur]));
  const label = Object.fromEntries(spec.sites.map(({ id, libelle }) => [id, libelle]));
  const body = thorax(recording.sexe, "Thorax et membres, vus de face. Flèches pour aller d’un emplacement à l’autre.");
  const marks = new Map(), chips = new Map(), rows = new Map();
  let pose = {}, hand = null, over = null, closed = false, here = "eic4_bord_gauche", byKey = false;
  const at = (site) => Object.keys(pose).find((code) => pose[code] === site);
  const title = (code) => `Électrode ${code}, ${colour[code]}`;

  function take(code) {
    if (closed) return;
    hand = hand === code ? null : code;
    if (hand) say(`${hand} en main : ${pose[hand] ? "choisissez un autre emplacement, recollez-la ou retirez-la" : "choisissez son emplacement"}.`);
    draw();
    if (hand && byKey) marks.get(here).node.focus();
  }
  function put(site) {
    const code = hand;
    hand = null;
    if (pose[code] === site) { say(`${code} n’a pas bougé.`); draw(); return; }
    if (act("poser", { electrode: code, site })) say(`${code} posée.`, ` ${label[site]}.`);
    else draw();
    if (byKey) (spec.electrodes.map((e) => e.code).filter((c) => !pose[c]).map((c) => chips.get(c).node)[0] || chips.get(code).node).focus();
  }
  function touch(site) {
    if (closed) return;
    here = site;
    if (hand) put(site);
    else if (at(site)) take(at(site));
    else { say("Prenez d’abord une électrode."); draw(); }
  }

  function key(event, site) {
    const arrow = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    byKey = true;
    if (arrow) {
      here = neighbour(site, arrow);
      draw();
      marks.get(here).node.focus();
    } else if (event.key === "Enter" || event.key === " ") touch(site);
    else if (event.key === "Escape") { hand = null; draw(); } else return;
    event.preventDefault();
  }

  for (const { id } of spec.sites) {
    const [x, y] = PLACES[id];
    const letter = s("text", { x, y: y + 5.5, class: "asalee-ecg-lettre", "text-anchor": "middle" });
    const node = s("g", { class: "asalee-ecg-point", role: "button", tabindex: "-1", "data-site": id, onkeydown: (event) => key(event, id),
      onclick: (event) => { if (!dragged) { byKey = event.detail === 0; touch(id); } }, onpointerdown: (event) => { const code = at(id); if (code) grab(event, code); } },
      s("circle", { cx: x, cy: y, r: 22, class: "asalee-ecg-halo" }), s("circle", { cx: x, cy: y, r: 5.5, class: "asalee-ecg-trou" }), s("circle", { cx: x, cy: y, r: 17, class: "asalee-ecg-disque" }), letter);
    marks.set(id, { node, letter });
    body.points.append(node);
  }

  // A drag follows the pointer with a ghost; what is under it is the nearest place of the drawing.
  let dragged = false;
  const ghost = h("div", { class: "asalee-ecg-fantome", "aria-hidden": "true", hidden: true });
  function grab(event, code) {
    if (closed || event.button > 0) return;
    const start = [event.clientX, event.clientY], target = event.currentTarget;
    dragged = false;
    const move = (e) => {
      if (!dragged && Math.hypot(e.clientX - start[0], e.clientY - start[1]) < DRAG_PX) return;
      if (!dragged) { dragged = true; hand = code; byKey = false; ghost.textContent = code; ghost.dataset.couleur = colour[code]; }
      ghost.hidden = false;
      // From the drawing's own corner: a page may move what is « fixed ».
      const corner = body.svg.getBoundingClientRect();
      ghost.style.left = `${e.clientX - corner.left}px`;
      ghost.style.top = `${e.clientY - corner.top}px`;
      over = nearest(e);
      draw();
    };
    const end = (e) => {
      for (const [name, f] of handlers) window.removeEventListener(name, f);
      ghost.hidden = true;
      if (!dragged) return;
      const site = e.type === "pointerup" ? over : null, back = e.type === "pointerup" && insideTray(e);
      over = null;
      if (site) put(site);
      else { hand = null; if (back && pose[code]) remove(code); else draw(); }
      setTimeout(() => { dragged = false; });
    };
    const handlers = [["pointermove", move], ["pointerup", end], ["pointercancel", end]];
    if (target.releasePointerCapture && target.hasPointerCapture && target.hasPointerCapture(event.pointerId)) target.releasePointerCapture(event.pointerId);
    for (const [name, f] of handlers) window.addEventListener(name, f);
  }
  function nearest(event) {
    const box = body.svg.getBoundingClientRect(), scale = THORAX.width / box.width;
    const x = (event.clientX - box.left) * scale, y = (event.clientY - box.top) * scale;
    const [site, distance] = Object.entries(PLACES).map(([id, [px, py]]) => [id, Math.hypot(px - x, py - y)]).reduce((a, b) => (b[1] < a[1] ? b : a));
    return distance <= SNAP ? site : null;
  }
  const insideTray = (event) => { const box = tray.getBoundingClientRect(); return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom; };
  function remove(code) {
    hand = null;
    if (act("retirer", { electrode: code })) say(`${code} retirée.`);
  }

  for (const { code, couleur } of spec.electrodes) {
    const state = h("span", { class: "asalee-invisible" });
    const node = h("button", { type: "button", class: "asalee-ecg-electrode", "data-electrode": code, onclick: (event) => { if (!dragged) { byKey = event.detail === 0; take(code); } }, onpointerdown: (event) => grab(event, code) },
      h("span", { class: "asalee-ecg-pince", "data-couleur": couleur, "aria-hidden": "true" }, code), h("span", { "aria-hidden": "true" }, couleur), state);
    chips.set(code, { node, state });
  }
  const again = h("button", { type: "button", class: "asalee-bouton asalee-ecg-recoller", hidden: true, onclick: () => { const code = hand; hand = null; if (act("poser", { electrode: code, site: pose[code] })) say(`${code} recollée au même endroit.`); } });
  const off = h("button", { type: "button", class: "asalee-bouton asalee-ecg-retirer", hidden: true, onclick: () => remove(hand) });
  const tray = h("div", { class: "asalee-ecg-electrodes", role: "group", "aria-label": "Électrodes" }, [...chips.values()].map(({ node }) => node));

  for (const { code } of spec.electrodes) {
    const select = h("select", { class: "asalee-ecg-choix", "aria-label": `Emplacement de ${code}`, onchange: () => { hand = null; if (select.value) act("poser", { electrode: code, site: select.value }); else act("retirer", { electrode: code }); } },
      h("option", { value: "" }, "— non posée —"), spec.sites.map(({ id, libelle }) => h("option", { value: id }, libelle)));
    const restick = h("button", { type: "button", class: "asalee-bouton asalee-discret", "aria-label": `Recoller ${code}`, onclick: () => act("poser", { electrode: code, site: pose[code] }) }, "Recoller");
    rows.set(code, { select, restick });
  }
  const list = table("Emplacement de chaque électrode", ["Électrode", "Emplacement", "Mauvais contact"], spec.electrodes.map(({ code }) => [`${code}, ${colour[code]}`, rows.get(code).select, rows.get(code).restick]));

  function draw() {
    body.svg.classList.toggle("asalee-ecg-en-main", Boolean(hand));
    for (const [site, { node, letter }] of marks) {
      const code = at(site);
      node.classList.toggle("asalee-ecg-occupe", Boolean(code));
      node.classList.toggle("asalee-ecg-survol", site === over);
      node.classList.toggle("asalee-ecg-prise", Boolean(code) && code === hand);
      node.setAttribute("tabindex", site === here && !closed ? "0" : "-1");
      node.setAttribute("aria-label", typo(`${label[site]} : ${code ? title(code) : "libre"}`));
      if (code) node.dataset.couleur = colour[code];
      letter.textContent = code || "";
    }
    for (const [code, { node, state }] of chips) {
      node.setAttribute("aria-pressed", String(code === hand));
      node.classList.toggle("asalee-ecg-posee", Boolean(pose[code]));
      node.disabled = closed;
      state.textContent = `${title(code)}, ${pose[code] ? `posée : ${label[pose[code]]}` : "à poser"}`;
    }
    for (const [code, { select, restick }] of rows) {
      select.value = pose[code] || "";
      select.disabled = closed;
      restick.disabled = closed || !pose[code];
    }
    const placed = hand && !dragged && pose[hand];
    for (const [button, verb] of [[again, "Recoller"], [off, "Retirer"]]) { button.hidden = !placed; button.textContent = `${verb} ${hand}`; }
  }
  return {
    drawing: h("div", { class: "asalee-ecg-dessin" }, body.svg, off, again, ghost), tray, list,
    /** Put down what is in hand. */
    drop() { hand = null; },
    show(state) {
      ({ pose, parti: closed } = state);
      if (closed) hand = null;
      body.show({ angle: state.reperes.has("angle_de_louis"), clavicule: state.reperes.has("clavicule"), reperes: state.reperes.has("lignes"), poils: recording.sexe === "homme" && !state.preparations.has("raser") });
      draw();
    },
  };
}
