// A conversation as it is read: who is there and where, what was seen and said, newest last.

/** Two quiet line drawings of the place; decoration, hence hidden from a screen reader. */
const PLACES = {
  "au cabinet": () => [
    // window on a tree, a round table, two chairs turned to each other
    s("path", { class: "asalee-trait-fond", d: "M22 10h58v52H22z" }),
    s("path", { class: "asalee-trait-doux", d: "M64 62V46M64 46c-9 1-13-6-9-12-2-8 6-12 10-10 7-2 12 6 8 12 3 6-1 11-9 10zM22 54c12-6 22-5 34-1" }),
    s("path", { d: "M22 10h58v52H22zM51 10v52" }),
    s("path", { d: "M110 48l8 34h27M120 82l-4 18M143 82l4 18" }),
    s("path", { d: "M244 48l-8 34h-27M234 82l4 18M211 82l-4 18" }),
    s("path", { d: "M156 70h42M177 70v30M167 100h20" }),
    s("path", { class: "asalee-trait-doux", d: "M163 70v-8h9v8M180 66l12 2" }),
  ],
  "à domicile": () => [
    // window with curtains, round table with a cup, chair, standing lamp
    s("path", { class: "asalee-trait-fond", d: "M30 10h62v54H30z" }),
    s("path", { d: "M24 10h74M30 10v54h62V10M61 10v54" }),
    s("path", { class: "asalee-trait-doux", d: "M34 10c0 20 3 28 10 36M88 10c0 20-3 28-10 36" }),
    s("path", { d: "M170 71v29M156 100h28" }),
    s("path", { class: "asalee-trait-fond", d: "M138 66h64v5h-64z" }),
    s("path", { d: "M138 66h64v5h-64zM162 66v-9h14v9M176 59c5 0 5 6 0 6" }),
    s("path", { class: "asalee-trait-doux", d: "M166 52c-2-3 2-4 0-8M172 52c-2-3 2-4 0-8" }),
    s("path", { d: "M244 48l-8 34h-27M234 82l4 18M211 82l-4 18" }),
    s("path", { class: "asalee-trait-doux", d: "M118 100V36M110 100h16M108 36l4-16h12l4 16z" }),
  ],
};

/** Who is there and where. */
function sceneHeader({ personne, portrait, lieu, cadre }) {
  return h("div", { class: "asalee-scene" },
    h("div", {}, h("p", { class: "asalee-scene-nom" }, personne), h("p", {}, inline(portrait)), h("p", { class: "asalee-consigne" }, h("strong", {}, `${lieu[0].toUpperCase()}${lieu.slice(1)}. `), inline(cadre))),
    s("svg", { viewBox: "8 2 246 104", "aria-hidden": "true", class: "asalee-scene-lieu" }, PLACES[lieu](), s("path", { class: "asalee-trait-doux", d: "M10 100h242" })));
}

/**
 * The thread of the conversation. `draw(lines)`: lines are {genre, qui, texte}, genre being « voit », « elle », « vous », « fait »,
 * « regard » or « fin ». What is new is added at the end, so that a screen reader says that and nothing else.
 */
function thread(label) {
  const node = h("div", { class: "asalee-fil", role: "log", tabindex: "0", "aria-label": label });
  let drawn = [];
  // Found again, it is drawn before it has a size: the newest line is shown as soon as it has one.
  new ResizeObserver(() => { node.scrollTop = node.scrollHeight; }).observe(node);
  const line = ({ genre, qui, texte }) => {
    if (genre === "elle" || genre === "vous") {
      return h("div", { class: "asalee-bulle", "data-genre": genre }, h("p", { class: "asalee-bulle-qui" }, qui), h("p", {}, inline(texte)));
    }
    return h("p", { class: "asalee-didascalie", "data-genre": genre }, qui ? h("strong", {}, `${qui} : `) : null, inline(texte));
  };
  return {
    node,
    draw(lines) {
      const keys = lines.map((entry) => JSON.stringify(entry));
      const kept = drawn.every((key, i) => key === keys[i]) ? drawn.length : 0;
      if (!kept) {
        // Found again or begun again: read at leisure, not aloud.
        node.setAttribute("aria-live", "off");
        node.replaceChildren();
        setTimeout(() => node.removeAttribute("aria-live"), 500);
      }
      lines.slice(kept).forEach((entry) => node.append(line(entry)));
      drawn = keys;
      node.querySelectorAll("[data-derniere]").forEach((bubble) => bubble.removeAttribute("data-derniere"));
      const last = [...node.querySelectorAll(".asalee-bulle")].at(-1);
      if (last && last.dataset.genre === "elle") last.dataset.derniere = "";
      node.scrollTop = node.scrollHeight;
    },
  };
}

/** The same, whole, as a plain list: to read again from the beginning. */
function readAgain() {
  const list = h("ol", { class: "asalee-relire" }), node = h("details", { class: "asalee-liste" }, h("summary", {}, "Relire depuis le début"), list);
  const quoted = { elle: true, vous: true };
  return {
    node,
    draw(lines) {
      list.replaceChildren(...lines.map(({ genre, qui, texte }) => h("li", {},
        qui ? h("strong", {}, `${qui} : `) : null, quoted[genre] ? `« ${texte} »` : inline(texte))));
    },
  };
}
