// The page of comparisons: what is chosen stands in the address, so that it can be sent to somebody. Figures and drawings
// come ready from the build; here they are only laid side by side and given bars.
"use strict";

const box = document.querySelector(".compare");
const compared = document.getElementById("compared");
const SVG = "http://www.w3.org/2000/svg";
const inputs = (name) => [...box.querySelectorAll(`input[name="${name}"]`)];
const chosen = (name) => inputs(name).filter((input) => input.checked);
const named = (input) => input.nextElementSibling.textContent;

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const link = (href, words, className = "") => (href ? make("a", { href, className }, words) : words);

/* A bar from zero, as long as its value is of the whole width that all values need. */
const bar = (cell, low, high) => {
  const svg = document.createElementNS(SVG, "svg");
  const rect = document.createElementNS(SVG, "rect");
  const at = (value) => ((value - low) / (high - low)) * 100;
  svg.setAttribute("class", `bar b-${cell.status}`);
  svg.setAttribute("aria-hidden", "true");
  rect.setAttribute("x", `${Math.min(at(0), at(cell.value))}%`);
  rect.setAttribute("width", `${Math.abs(at(cell.value) - at(0))}%`);
  rect.setAttribute("height", "100%");
  svg.append(rect);
  return svg;
};

const figure = (cell, low, high) => {
  const words = make("a", { href: root + cell.path, className: "quiet num", title: cell.exact }, cell.words);
  const marks = cell.marks ? [" ", make("small", {}, cell.marks)] : [];
  return make("div", { className: "compared-cell" }, words, ...marks, bar(cell, low, high));
};

const root = box ? box.dataset.root.replace(/index\.html$/, "") : "";

const table = (metric, rows, years) => {
  const values = rows.flatMap((row) => row.cells.map((cell) => cell.value));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values) || 1;
  const head = make("tr", {}, make("th", { scope: "col" }, box.dataset.cluster));
  head.append(...years.map((year) => make("th", { scope: "col" }, `${year}`)));
  const body = rows.map((row) => {
    const line = make("tr", {}, make("th", { scope: "row" }, link(row.input.dataset.path, named(row.input))));
    for (const year of years) {
      const cells = row.cells.filter((cell) => cell.year === year);
      line.append(make("td", {}, ...(cells.length ? cells.map((cell) => figure(cell, low, high)) : ["—"])));
    }
    return line;
  });
  const whole = make("table", { className: "big compared" }, make("caption", { className: "hidden" }, named(metric)));
  whole.append(make("thead", {}, head), make("tbody", {}, ...body));
  const scroll = make("div", { className: "scroll", tabIndex: 0 }, whole);
  scroll.setAttribute("role", "group");
  scroll.setAttribute("aria-label", named(metric));
  return scroll;
};

const plots = (rows) => {
  const drawn = rows.filter((row) => row.plot);
  if (!drawn.length) return [];
  const figures = drawn.map((row) => {
    const plot = new DOMParser().parseFromString(row.plot.replace("<svg", `<svg xmlns="${SVG}"`), "image/svg+xml");
    return make("figure", { tabIndex: 0 }, make("figcaption", {}, named(row.input)), document.importNode(plot.documentElement, true));
  });
  return [
    make("p", { className: "source-meta" }, box.dataset.plots),
    make("div", { className: "multiples" }, ...figures),
  ];
};

const newest = (row) => row.cells.filter((cell) => cell.status !== "target").at(-1)?.value ?? -Infinity;

const section = (metric, data, clusters, wanted) => {
  const years = data.years.filter((year) => !wanted.length || wanted.includes(year));
  const rows = data.rows
    .map((row) => ({ ...row, input: clusters.get(row.cluster), cells: row.cells.filter((cell) => years.includes(cell.year)) }))
    .filter((row) => row.input && row.cells.length)
    .sort((a, b) => newest(b) - newest(a) || 0);
  const missing = [...clusters.values()].filter((input) => !rows.some((row) => row.input === input));
  const whole = make("section", { className: "compared-measure" });
  const title = make("h3", {}, link(metric.dataset.path, named(metric)));
  whole.append(make("header", { className: "section-head" }, title, make("p", {}, rows.length ? box.dataset.bars : "")));
  if (rows.length) whole.append(table(metric, rows, years), ...plots(rows));
  if (missing.length && chosen("c").length) {
    const names = missing.map(named).join(document.documentElement.lang === "en" ? ", " : "、");
    whole.append(make("p", { className: "empty" }, box.dataset.some.replace("{names}", names)));
  } else if (!rows.length) whole.append(make("p", { className: "empty" }, box.dataset.none));
  return whole;
};

let turn = 0;

const compare = async () => {
  const mine = ++turn;
  const measures = chosen("m");
  const state = ["m", "c", "y"].map((name) => [name, chosen(name).map((input) => input.value).join(",")]);
  const words = state.filter(([, values]) => values).map(([name, values]) => `${name}=${values}`).join("&");
  history.replaceState(null, "", words ? `#${words}` : location.pathname + location.search);
  const picked = chosen("c").length ? chosen("c") : inputs("c");
  const clusters = new Map(picked.map((input) => [input.value, input]));
  const years = chosen("y").map((input) => Number(input.value));
  const shown = measures.length ? measures : inputs("m").slice(0, 1);
  const name = (metric) => `compare/${box.dataset.language}/${metric.value}`;
  const all = await Promise.all(shown.map((metric) => yanchaoTake(box.dataset.assets, name(metric))));
  if (mine !== turn) return;
  compared.replaceChildren(...shown.map((metric, index) => section(metric, all[index], clusters, years)));
  document.getElementById("said").textContent = shown.map(named).join(" · ");
};

const restore = () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  for (const name of ["m", "c", "y"]) {
    const values = (asked.get(name) ?? "").split(",");
    for (const input of inputs(name)) input.checked = values.includes(input.value);
  }
  compare();
};

if (box) {
  box.hidden = false;
  box.addEventListener("change", compare);
  document.getElementById("clear").addEventListener("click", () => {
    for (const name of ["m", "c", "y"]) for (const input of inputs(name)) input.checked = false;
    compare();
  });
  addEventListener("hashchange", restore);
  restore();
}
