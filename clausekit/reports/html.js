
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const body = document.body;
  const rows = () => all(".row.changed").filter(row => !row.classList.contains("all-off"));
  const output = document.querySelector("output");
  let here = null;

  document.documentElement.classList.add("scripted");
  document.querySelector(".controls").hidden = false;
  if (!matchMedia("(min-width: 64rem)").matches) all(".panel details").forEach(one => { one.open = false; });

  function go(step) {
    const stops = rows();
    if (!stops.length) return;
    const below = stops.findIndex(row => row.getBoundingClientRect().top > 0);
    let place = here && stops.includes(here) ? stops.indexOf(here) + step
      : step > 0 ? Math.max(below, 0) : below < 0 ? stops.length - 1 : below - 1;
    place = (place + stops.length) % stops.length;
    if (here) here.classList.remove("here");
    here = stops[place];
    here.classList.add("here");
    here.scrollIntoView({ block: "center" });
    output.textContent = `${place + 1} of ${stops.length}`;
  }

  function press(name, on) {
    document.querySelector(`[data-do="${name}"]`).setAttribute("aria-pressed", String(on));
  }

  function side() {
    if (!document.querySelector(".was")) {
      for (const now of all(".row > .now")) {
        const was = now.cloneNode(true);
        was.className = "was";
        now.before(was);
      }
    }
    press("side", body.classList.toggle("side"));
    if (here) here.scrollIntoView({ block: "center" });
  }

  function fold() {
    const open = body.classList.toggle("whole");
    all("details.fold").forEach(one => { one.open = open; });
    press("fold", open);
    if (here) here.scrollIntoView({ block: "center" });
  }

  function keys() {
    const help = document.querySelector(".keys");
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
  }

  const actions = { next: () => go(1), previous: () => go(-1), side, fold, keys };
  const bound = { n: "next", j: "next", p: "previous", k: "previous", s: "side", f: "fold", "?": "keys" };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const action = actions[bound[event.key]];
    if (!action) return;
    event.preventDefault();
    action();
  });
  all("[data-do]").forEach(button => button.addEventListener("click", actions[button.dataset.do]));
  all("[data-shows]").forEach(box => box.addEventListener("change", () => {
    all(`.changes [data-layer="${box.dataset.shows}"]`).forEach(one => one.classList.toggle("off", !box.checked));
    for (const row of all(".row.changed")) {
      const marks = all("[data-layer]", row);
      row.classList.toggle("all-off", marks.length > 0 && marks.every(one => one.classList.contains("off")));
    }
  }));
})();
