// Both soles to press on: hold the pointer, or Space, on a site; the filament comes down, touches, bends; let go, and the gesture is made.

/** On a sole, in the drawing's units: how wide the middle of a site is, how far the hand may tremble, where the arrows put the tip. */
const MIDDLE = 19, TREMOR = 9, ASIDE = 27;
const ARROWS = { ArrowLeft: [-ASIDE, 0], ArrowRight: [ASIDE, 0], ArrowUp: [0, -ASIDE], ArrowDown: [0, ASIDE] };
const LESION_WORDS = { corne: "corne", cicatrice: "cicatrice", plaie: "plaie ouverte", plaie_infectee: "plaie ouverte, avec du pus" };

const SITE_WORDS = { ...SITE_NAMES, orteil3: "3e orteil", orteil5: "5e orteil", meta3: "tête du 3e métatarsien", milieu_interne: "bord interne", milieu_externe: "bord externe",
  talon: "talon", dos_premier_espace: "dos du pied" };
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * {node, draw(bare, count), release()}. `tool()` gives {application, tilt} or {refuse: « pourquoi »}; `watch(state)` shows the filament;
 * `touched({zone, …})` keeps a finished gesture; `hint(text)` says why there is none.
 */
function solesView({ recording, label, tool, watch, touched, hint, choose }) {
  const lesions = new Map(recording.lesions.map(({ zone, nature }) => [zone, nature]));
  const places = { ...SITES, ...SITES_PLUS }, reach = recording.sites.length > 3 ? 27 : 34;
  const drawings = {}, points = new Map();
  let hold = null;

  /** Starts a press at (dx, dy) from the middle of a site. */
  function begin(point, dx, dy, pointer = null) {
    if (hold || point.node.closest("fieldset[disabled]")) return;
    const settings = tool();
    if (settings.refuse) { hint(settings.refuse); return; }
    hint("");
    hold = { ...settings, point, dx, dy, from: [dx, dy], slide: 0, pointer, start: performance.now(), frame: 0, sham: settings.application === "fictive" };
    hold.tissue = Math.hypot(dx, dy) <= MIDDLE ? lesions.get(point.zone) || "peau" : "peau";
    point.node.classList.add("asalee-appuye");
    tick();
  }
  function tick() {
    const elapsed = performance.now() - hold.start;
    watch({ ...hold, elapsed });
    hold.point.tip(hold.dx, hold.dy, push(elapsed, hold.sham));
    hold.frame = requestAnimationFrame(tick);
  }
  /** The hand moved while it pressed: past a tremor, the tip slides on the skin. */
  function drift(dx, dy) {
    if (!hold || !push(performance.now() - hold.start, hold.sham).contact) return;
    const away = Math.hypot(dx - hold.from[0], dy - hold.from[1]);
    hold.slide = Math.max(hold.slide, away > TREMOR ? away : 0);
    [hold.dx, hold.dy] = [dx, dy];
  }
  function release(kept = true) {
    if (!hold) return;
    const { point, start, frame, from, slide, sham, application, tilt } = hold, { contact, drop, bent } = push(performance.now() - start, sham);
    cancelAnimationFrame(frame);
    point.node.classList.remove("asalee-appuye");
    hold = null;
    watch({ tilt });
    point.tip(...from, null);
    if (!kept) return;
    if (sham ? drop < 1 : contact === 0) { hint("Gardez appuyé : le fil descend, touche la peau, puis plie. Relâchez pour le retirer."); return; }
    touched({
      zone: point.zone, application, contact_ms: Math.min(contact, 20000), angle: Math.abs(tilt) > 10 && !sham ? "oblique" : "perpendiculaire",
      plie: !sham && bent, glisse: !sham && slide > 0, position: Math.hypot(...from) <= MIDDLE ? "centre" : "pourtour",
    });
  }

  function site(foot, name, cx, cy) {
    const zone = `${foot}.${name}`, mirror = foot === "gauche" ? -1 : 1;
    if (recording.amputes.includes(zone)) return null;
    const aside = { dx: 0, dy: 0 };
    const mark = s("g", { class: "asalee-pointe", "aria-hidden": "true", visibility: "hidden" },
      s("circle", { r: 6, class: "asalee-pointe-rond" }), s("circle", { r: 2.2, class: "asalee-pointe-coeur" }));
    const pips = s("g", { "aria-hidden": "true" });
    const tagX = name === "hallux" ? mirror * 30 : name === "meta1" ? mirror * 33 : mirror * -31;
    const number = SITE_NUMBERS[name];
    const where = (event) => {
      const spot = new DOMPoint(event.clientX, event.clientY).matrixTransform(drawings[foot].getScreenCTM().inverse());
      return [spot.x - cx, spot.y - cy];
    };
    const node = s("g", {
      class: "asalee-cible", role: "button", tabindex: "0", "data-zone": zone, transform: `translate(${cx} ${cy})`,
      "aria-label": typo(label(zone) + (lesions.has(zone) ? `, ${LESION_WORDS[lesions.get(zone)]} au centre` : "")),
      onpointerdown: (event) => {
        if (event.button) return;
        event.preventDefault();
        node.focus({ preventScroll: true });
        node.setPointerCapture(event.pointerId);
        begin(point, ...where(event), event.pointerId);
      },
      onpointermove: (event) => {
        if (hold && hold.point === point) drift(...where(event));
        else if (event.pointerType === "mouse") point.tip(...where(event), null);
      },
      onpointerleave: () => { if (!hold) mark.setAttribute("visibility", "hidden"); },
      onpointerup: () => release(), onpointercancel: () => release(false), oncontextmenu: (event) => event.preventDefault(),
      onkeydown: (event) => {
        if (event.key === " " || event.key === "Enter") { event.preventDefault(); if (!event.repeat) begin(point, aside.dx, aside.dy); }
        else if (event.key === "Escape") release(false);
        else if (ARROWS[event.key] && !hold) { event.preventDefault(); move(...ARROWS[event.key]); }
        else if (/^[rf]$/i.test(event.key)) choose(event.key.toLowerCase() === "r" ? "reelle" : "fictive");
      },
      onkeyup: (event) => { if ((event.key === " " || event.key === "Enter") && hold && hold.pointer === null) release(); },
      onblur: () => { release(false); mark.setAttribute("visibility", "hidden"); },
      onfocus: () => { if (node.matches(":focus-visible")) point.tip(aside.dx, aside.dy, null); },
    },
      s("circle", { r: reach, class: "asalee-cible-prise" }),
      s("circle", { r: name.startsWith("orteil") ? 15 : 21, class: "asalee-cible-anneau" }), pips,
      number ? s("g", { "aria-hidden": "true", transform: `translate(${tagX} ${name === "meta5" ? -17 : -22})` },
        s("circle", { r: 13, class: "asalee-cible-pastille" }), s("text", { y: 6.5, class: "asalee-cible-numero" }, String(number))) : null,
      name === "dos_premier_espace" ? s("text", { x: mirror * 30, y: 6, class: "asalee-cible-dos", "text-anchor": mirror > 0 ? "start" : "end", "aria-hidden": "true" }, "dos") : null,
      mark);
    function move(dx, dy) {
      const back = aside.dx === -dx && aside.dy === -dy && (dx || dy);
      Object.assign(aside, back ? { dx: 0, dy: 0 } : { dx, dy });
      point.tip(aside.dx, aside.dy, null);
      hint(back ? "Le fil est au centre du site." : "Le fil est à côté du centre.");
    }
    const point = {
      zone, node,
      tip(dx, dy, state) {
        mark.setAttribute("visibility", "visible");
        mark.setAttribute("transform", `translate(${dx.toFixed(1)} ${dy.toFixed(1)}) scale(${state ? 1.5 - 0.5 * state.drop + (state.contact ? 0.15 : 0) : 1.5})`);
      },
      draw(done) {
        const shown = done.slice(-6), shams = done.filter((kind) => kind === "fictive").length;
        pips.replaceChildren(...shown.map((kind, index) =>
          s("circle", { cx: (index - (shown.length - 1) / 2) * 10, cy: 30, r: 3.4, class: `asalee-cible-fait asalee-cible-${kind}` })));
        node.setAttribute("aria-description", typo(done.length ? `${plural(done.length, "application")}, dont ${plural(shams, "fictive")}.` : "Pas encore testé."));
      },
    };
    points.set(zone, point);
    return node;
  }

  const wide = recording.sites.length > 3;
  const sites = Object.fromEntries(recording.sites.map((name) => [name, places[name]]));
  const feet = FEET.map((foot) => {
    const look = { formes: recording.formes[foot], ampute: recording.amputes.includes(`${foot}.hallux`), sites,
      lesions: Object.fromEntries(recording.lesions.filter(({ zone }) => zone.startsWith(foot)).map(({ zone, nature }) => [zone.split(".")[1], nature])) };
    const bare = s("g", {}, sole(foot, (name, x, y) => site(foot, name, x, y), look));
    const covered = s("g", { onclick: () => hint(`Le pied ${foot} est encore couvert.`) }, sock(foot));
    drawings[foot] = s("svg", { viewBox: wide ? "0 -34 200 460" : "0 14 200 412", role: "group", "aria-label": `Plante du pied ${foot}` }, covered, bare);
    const seen = [...recording.lesions.filter(({ zone }) => zone.startsWith(foot)).map(({ zone, nature }) => `${LESION_WORDS[nature]}, ${SITE_WORDS[zone.split(".")[1]]}`),
      ...recording.observations.filter((text) => text.includes(foot)).map((text) => text.replace(` du pied ${foot}`, ""))];
    const caption = h("p", { class: "asalee-vu" }, seen.length ? capital(`${seen.join(" ; ")}.`) : "");
    return { foot, bare, covered, caption, node: h("figure", { class: "asalee-pied" }, h("figcaption", {}, `Pied ${foot}`), drawings[foot], caption) };
  });
  const key = h("p", { class: "asalee-vu asalee-cible-cle", "aria-hidden": "true", hidden: true },
    ["reelle", "fictive"].map((kind) => [s("svg", { viewBox: "-5 -5 10 10" }, s("circle", { r: 4, class: `asalee-cible-fait asalee-cible-${kind}` })), kind === "reelle" ? " réelle\u2003" : " fictive"]));
  return {
    node: h("div", {}, h("div", { class: "asalee-plantes" }, feet.map(({ node }) => node)), key),
    draw(nus, counts) {
      for (const { foot, bare, covered, caption } of feet) {
        caption.hidden = !nus.has(foot);
        bare.style.display = nus.has(foot) ? "" : "none";
        covered.style.display = nus.has(foot) ? "none" : "";
      }
      for (const [zone, point] of points) point.draw(counts.get(zone) || []);
      key.hidden = counts.size === 0;
    },
    release: () => release(false),
  };
}
