// What makes the pages quick. Every page works without it.
"use strict";

(() => {
  const DAY = 86400000;
  const typing = (element) => element.closest("input:not([type=checkbox]):not([type=range]), select, textarea") !== null;
  const asDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
  const asNumber = (day) => Math.round(Date.parse(day + "T00:00:00Z") / DAY);

  // The slider moves the day that the whole page speaks of.
  function slide() {
    const form = document.querySelector("form.asof");
    const slider = document.getElementById("asof-slider");
    const field = document.getElementById("asof");
    if (!form || !slider || !slider.hidden) return;
    const [first, last] = form.dataset.days.split(" ").map(asNumber);
    if (!(last > first)) return;
    slider.min = first;
    slider.max = last;
    slider.value = field.value ? asNumber(field.value) : last;
    const tell = () => slider.setAttribute("aria-valuetext", said(Number(slider.value)));
    tell();
    slider.hidden = false;
    slider.addEventListener("input", () => { field.value = asDay(Number(slider.value)); tell(); });
    slider.addEventListener("change", () => form.requestSubmit());
  }

  function step(by) {
    const form = document.querySelector("form.asof");
    const field = document.getElementById("asof");
    if (!form || !field) return;
    const [first, last] = form.dataset.days.split(" ").map(asNumber);
    const day = (field.value ? asNumber(field.value) : last) + by;
    field.value = asDay(Math.min(Math.max(day, first), last));
    form.requestSubmit();
  }

  // Lines: one is the current one; keys move it and decide on it.
  let place = -1;
  const lines = () => [...document.querySelectorAll("li.entry")];

  function go(to) {
    const all = lines();
    if (!all.length) return;
    all.forEach((line) => line.classList.remove("current"));
    place = Math.min(Math.max(to, 0), all.length - 1);
    const line = all[place];
    line.classList.add("current");
    line.scrollIntoView({ block: "nearest" });
    const target = line.querySelector("input.tick, a");
    if (target) target.focus({ preventScroll: true });
  }

  function current() {
    const inside = document.activeElement && document.activeElement.closest("li.entry");
    const all = lines();
    if (inside) place = all.indexOf(inside);
    return all[place] || null;
  }

  function press(action) {
    const line = current();
    const button = line
      ? line.querySelector(`button[value^="${action}:"]`)
      : document.querySelector(`form.entry button[name=action][value="${action}"]`);
    if (button) button.click();
  }

  const keys = {
    j: () => { current(); go(place + 1); },
    k: () => { current(); go(place - 1); },
    x: () => { const line = current(); const tick = line && line.querySelector("input.tick"); if (tick) tick.click(); },
    c: () => press("confirm"),
    r: () => press("reject"),
    o: () => { const line = current(); if (line) location.href = line.dataset.href; },
    "/": () => { const find = document.getElementById("find"); if (find) find.focus(); },
    "[": () => step(-1),
    "]": () => step(1),
  };
  // Words selected in a report become a part of a statement to add.
  let chosen = "";
  function notice() {
    const selection = document.getSelection();
    const from = selection && selection.anchorNode && selection.anchorNode.parentElement;
    if (from && from.closest(".report .text") && String(selection).trim()) chosen = String(selection).trim();
  }
  document.addEventListener("selectionchange", notice);
  function take(name) {
    notice(); // the browser tells of a selection a little after it is made
    const form = document.querySelector("#adding form");
    if (!form || !chosen) return;
    form.closest("details").open = true;
    const field = form.elements[name];
    field.value = name === "content" && field.value && !field.value.includes(chosen) ? `${field.value} … ${chosen}` : chosen;
    chosen = "";
    document.getSelection().removeAllRanges();
  }
  Object.assign(keys, { s: () => take("source"), u: () => take("cue"), t: () => take("content") });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  function chooseAll() {
    const button = document.querySelector("button.all");
    const ticks = () => [...document.querySelectorAll("input.tick")];
    if (!button || !button.hidden || ticks().length < 2) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const on = ticks().some((tick) => !tick.checked);
      ticks().forEach((tick) => { tick.checked = on; });
      button.textContent = on ? "Choose none" : "Choose all on this page";
    });
  }

  // A button outside its form is one that htmx does not see.
  let pressed = null;
  document.addEventListener("click", (event) => { pressed = event.target.closest("button[name][form]"); }, true);
  document.addEventListener("htmx:configRequest", (event) => {
    if (pressed && pressed.form === event.detail.elt) event.detail.parameters[pressed.name] = pressed.value;
    pressed = null;
  });

  // Where the pages' names do not fit next to each other, the one that is shown is among those that are seen.
  function seeName() {
    const name = document.querySelector(".top nav [aria-current]");
    const list = name && name.closest("ul");
    if (list) list.scrollLeft = name.offsetLeft - list.offsetLeft - (list.clientWidth - name.offsetWidth) / 2;
  }

  const said = (number) => new Date(number * DAY).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  // On a narrow screen what rests on a paragraph is folded, so that the text can be read.
  function fold() {
    if (matchMedia("(max-width: 46rem)").matches) document.querySelectorAll("details.beside").forEach((one) => { one.open = false; });
  }

  function settle() {
    seeName();
    fold();
    slide();
    chooseAll();
    if (location.hash === "#at") {
      const words = document.getElementById("at");
      if (words) words.scrollIntoView({ block: "center" });
    }
  }
  document.addEventListener("DOMContentLoaded", settle);
  document.addEventListener("htmx:afterSettle", () => { const kept = place; settle(); if (kept >= 0) go(kept); });
})();
