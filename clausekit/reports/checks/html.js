
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const findings = all("article");
  const output = document.querySelector("output");

  document.documentElement.classList.add("scripted");
  document.querySelector(".controls").hidden = false;
  if (!matchMedia("(min-width: 64rem)").matches) all(".panel details").forEach(one => { one.open = false; });

  function shown(kind) {
    return new Set(all(`input[data-${kind}]`).filter(box => box.checked).map(box => box.dataset[kind]));
  }

  function sift() {
    const levels = shown("level");
    const rules = shown("rule");
    for (const one of findings) one.hidden = !levels.has(one.dataset.level) || !rules.has(one.dataset.rule);
    for (const place of all(".place")) place.hidden = all("article", place).every(one => one.hidden);
    const left = findings.filter(one => !one.hidden).length;
    output.textContent = left === findings.length ? "" : `${left} of ${findings.length} shown`;
  }

  all(".controls input").forEach(box => box.addEventListener("change", sift));
})();
