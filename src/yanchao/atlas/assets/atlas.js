// The document page, made handier: a figure shows what was read out of it beside itself instead of far below.
// Without this script its link leads to the same words in the table.
"use strict";

const field = (name, words) => {
  const term = document.createElement("dt");
  const value = document.createElement("dd");
  term.textContent = name;
  value.textContent = words;
  return [term, value];
};

let open = null;

const close = () => {
  if (!open) return;
  open.card.remove();
  open.figure.focus({ preventScroll: true });
  open = null;
};

const show = (figure) => {
  const row = document.getElementById(figure.getAttribute("href").slice(1));
  if (!row) return false;
  if (open) close();
  const heads = [...row.closest("table").tHead.rows[0].cells].map((cell) => cell.textContent);
  const card = document.createElement("div");
  card.className = "card-pop";
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-label", figure.textContent);
  const shut = document.createElement("button");
  shut.type = "button";
  shut.textContent = "×";
  shut.setAttribute("aria-label", document.documentElement.lang === "en" ? "Close" : "关闭");
  shut.addEventListener("click", close);
  const list = document.createElement("dl");
  [...row.cells].forEach((cell, index) => {
    const words = cell.textContent.trim();
    if (index > 0 && words && words !== "—") list.append(...field(heads[index], words));
  });
  card.append(shut, list);
  document.body.append(card);
  const box = figure.getClientRects()[0];
  const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16);
  card.style.setProperty("left", `${Math.max(16, left) + scrollX}px`);
  card.style.setProperty("top", `${box.bottom + scrollY + 8}px`);
  open = { card, figure };
  shut.focus({ preventScroll: true });
  return true;
};

document.addEventListener("click", (event) => {
  const figure = event.target.closest("a.fig");
  if (figure && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    if (show(figure)) {
      event.preventDefault();
      history.replaceState(null, "", `#s=${figure.getAttribute("href").slice(3)}`);
    }
  } else if (open && !open.card.contains(event.target)) {
    close();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

// A finding that is pointed at shows in the text which figures it holds against each other.
const held = (note, is_shown) => {
  for (const link of note?.querySelectorAll("a[href^='#s=']") ?? [])
    document.getElementById(link.getAttribute("href").slice(1))?.classList.toggle("is-held", is_shown);
};
for (const [event, is_shown] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]])
  document.addEventListener(event, ({ target }) => held(target.closest(".note"), is_shown));
