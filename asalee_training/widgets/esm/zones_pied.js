// Sites to point at on both soles, with the same six sites as a list: both always agree.

function makeZones({ spec, change }) {
  let zones = new Set(), none = false;
  const label = Object.fromEntries(spec.zones.map((zone) => [zone.id, zone.libelle]));
  const spots = new Map(), boxes = new Map();
  const noneBox = h("input", { type: "checkbox", onchange: () => { none = noneBox.checked; if (none) zones.clear(); changed(); } });
  const summary = h("p", { class: "asalee-indication", "aria-live": "polite" });

  function toggle(zone) {
    if (!zones.delete(zone)) zones.add(zone);
    if (zones.size) none = false;
    changed();
  }
  function changed() {
    draw();
    const chosen = spec.zones.map((zone) => zone.id).filter((zone) => zones.has(zone));
    change(chosen.length || none ? { zones: chosen, aucune: none } : null, 300);
  }
  function draw() {
    for (const [zone, spot] of spots) spot.setAttribute("aria-checked", String(zones.has(zone)));
    for (const [zone, box] of boxes) box.checked = zones.has(zone);
    noneBox.checked = none;
    summary.textContent = none ? "Aucun site désigné : c’est votre réponse." : zones.size ? typo(`${plural(zones.size, "site")} : ${listed([...zones])}.`) : "";
  }
  const listed = (ids) => spec.zones.filter((zone) => ids.includes(zone.id)).map((zone) => zone.libelle).join(" ; ");

  function spot(zone, cx, cy, site) {
    const node = s("g", {
      class: "asalee-site", role: "checkbox", tabindex: "0", "aria-checked": "false", "aria-label": typo(label[zone]), "data-zone": zone,
      onclick: () => toggle(zone),
      onkeydown: (event) => { if (event.key === " " || event.key === "Enter") { event.preventDefault(); toggle(zone); } },
    },
      s("title", {}, label[zone]),
      s("circle", { cx, cy, r: 27, class: "asalee-site-halo" }),
      s("circle", { cx, cy, r: 21, class: "asalee-site-rond" }),
      s("text", { x: cx, y: cy + 6.5, class: "asalee-site-numero", "aria-hidden": "true" }, String(SITE_NUMBERS[site])),
      s("path", { d: `M${cx - 9} ${cy + 1} l6 7 l12 -15`, class: "asalee-site-coche", "aria-hidden": "true" }));
    spots.set(zone, node);
    return node;
  }
  const drawings = FEET.map((foot) => h("figure", { class: "asalee-pied" },
    h("figcaption", {}, `Pied ${foot}`),
    s("svg", { viewBox: "0 0 200 430", role: "group", "aria-label": `Plante du pied ${foot}` },
      sole(foot, (site, x, y) => spot(`${foot}.${site}`, x, y, site)))));
  const list = h("details", { class: "asalee-liste" }, h("summary", {}, "Répondre avec la liste"),
    h("div", { class: "asalee-options" }, spec.zones.map((zone) => {
      const box = h("input", { type: "checkbox", value: zone.id, onchange: () => toggle(zone.id) });
      boxes.set(zone.id, box);
      return h("label", { class: "asalee-option" }, box, h("span", {}, zone.libelle));
    })));

  const node = h("div", {},
    h("div", { class: "asalee-pieds" }, h("div", { class: "asalee-plantes" }, drawings),
      h("div", { class: "asalee-legende" }, h("p", {}, "Touchez les sites à désigner, ou cliquez dessus :"),
        h("ol", {}, Object.values(SITE_NAMES).map((name) => h("li", {}, name))),
        h("label", { class: "asalee-option" }, noneBox, h("span", {}, "Aucun site")), summary)),
    list);
  return {
    node,
    task: CONVENTION,
    show(valeur) {
      zones = new Set(valeur && Array.isArray(valeur.zones) ? valeur.zones : []);
      none = Boolean(valeur && valeur.aucune);
      draw();
    },
    words: (valeur) => (valeur.aucune ? "Aucun site" : listed(valeur.zones)),
  };
}

export default { render: exercise(makeZones) };
