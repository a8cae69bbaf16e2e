// One answer on its way to the kernel: sent one at a time, acknowledged or loudly not, never lost.

const NOTHING = Symbol("nothing to send");
const LATE_MS = 3000, RETRY_MS = 5000;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** What is not acknowledged also waits in this browser: a closed tab or a dead kernel loses nothing. */
function keeper(key) {
  const name = `asalee-reponse:${key}`;
  return {
    read() {
      try { return JSON.parse(localStorage.getItem(name)); } catch { return null; }
    },
    write(draft) {
      try { localStorage.setItem(name, JSON.stringify(draft)); } catch { /* full or forbidden: memory still holds it */ }
    },
    clear() {
      try { localStorage.removeItem(name); } catch { /* nothing was kept */ }
    },
  };
}

/**
 * Send answers over `model`. `on` is told: applied(state, found), status(name, state), conflict(state, written), draft(valeur, time), saved(state).
 * Status names: "vide", "attente", "enregistre", "retrouve", "perdu", "refuse".
 */
function recorder(model, on) {
  const kept = keeper(model.get("cle"));
  let n = null, sequence = Date.now(), flight = null, draft = NOTHING, refused = false;
  let debounce = null, late = null, retry = null, inConflict = false;

  const unsaved = () => flight !== null || draft !== NOTHING || refused;
  const warn = (event) => { if (unsaved()) { flush(); event.preventDefault(); event.returnValue = ""; } };
  window.addEventListener("beforeunload", warn);

  function change(valeur, delay) {
    draft = valeur;
    refused = false;
    kept.write({ valeur, base: n, envoye: flight ? flight.valeur : null, quand: Date.now() });
    if (!retry) on.status("attente");
    clearTimeout(debounce);
    debounce = setTimeout(flush, delay);
  }

  function flush() {
    clearTimeout(debounce);
    // One message at a time: a second one with the same base would conflict with our own first.
    if (flight || draft === NOTHING) return;
    flight = { type: "ecrire", seq: (sequence += 1), valeur: draft, base: n };
    draft = NOTHING;
    post();
  }

  function post() {
    clearTimeout(late);
    clearTimeout(retry);
    late = setTimeout(lost, LATE_MS);
    try { model.send({ ...flight }); } catch { lost(); }
  }

  function lost() {
    clearTimeout(late);
    clearTimeout(retry);
    retry = setTimeout(post, RETRY_MS);
    on.status("perdu");
  }

  function again() {
    if (flight) return post();
    if (refused) { refused = false; on.status("attente"); flush(); }
  }

  function settle(garder) {
    flight = { type: "trancher", seq: (sequence += 1), garder };
    on.status("attente");
    post();
  }

  function receive(state) {
    if (!state || state.type !== "etat") return;
    if (flight && state.seq === flight.seq) answered(state);
    else if (!unsaved() && state.resultat !== "refuse") read(state);
  }

  function answered(state) {
    clearTimeout(late);
    clearTimeout(retry);
    retry = null;
    const sent = flight;
    flight = null;
    if (state.resultat === "conflit") {
      // What was typed since is sent too, against the same base: the file then holds the newest second version.
      if (draft !== NOTHING) { flight = { type: "ecrire", seq: (sequence += 1), valeur: draft, base: sent.base }; draft = NOTHING; return post(); }
      read(state, null, true);
    } else if (state.resultat === "refuse") {
      if (sent.type === "trancher") { read({ ...state, autre: null }); on.status("refuse", state); return; }
      if (draft === NOTHING) draft = sent.valeur;
      refused = true;
      on.status("refuse", state);
    } else if (sent.type === "trancher") {
      read(state, "enregistre");
    } else {
      n = state.n;
      if (draft !== NOTHING) return flush();
      kept.clear();
      on.status("enregistre", state);
      on.saved(state);
    }
  }

  /** `status`: what to say instead of « retrouvée ». `written`: this page has just been refused a write. */
  function read(state, status = null, written = false) {
    const changed = n !== state.n || status !== null || written;
    n = state.n;
    if (state.autre) {
      kept.clear();
      inConflict = true;
      on.conflict(state, written);
    } else if (changed || inConflict) {
      inConflict = false;
      on.applied(state);
      on.status(status || (state.n ? "retrouve" : "vide"), state);
    }
  }

  function start() {
    const first = model.get("etat");
    read(first);
    const left = kept.read();
    if (left && same(left.valeur, first.valeur)) kept.clear();
    else if (left && !first.autre) {
      n = left.envoye !== null && same(left.envoye, first.valeur) ? first.n : left.base;
      on.draft(left.valeur, left.quand);
      draft = left.valeur;
      flush();
    }
    model.on("msg:custom", receive);
    document.addEventListener("visibilitychange", refresh);
    refresh();
  }

  function refresh() {
    if (document.hidden) return flush();
    try { model.send({ type: "lire" }); } catch { /* a write will say so */ }
  }

  function stop() {
    flush();
    for (const timer of [debounce, late, retry]) clearTimeout(timer);
    window.removeEventListener("beforeunload", warn);
    document.removeEventListener("visibilitychange", refresh);
    model.off("msg:custom", receive);
  }

  return { start, stop, change, flush, again, settle };
}
