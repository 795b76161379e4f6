// Search over the index that the page has loaded as a script. Every word of the query must be in an entry; words in
// titles weigh more, and clusters, measures and plans come before single figures.
"use strict";

const box = document.querySelector(".search");
const input = document.getElementById("q");
const results = document.getElementById("results");
const count = document.getElementById("count");
const root = box.dataset.root.replace(/index\.html$/, "");
const order = ["cluster", "measure", "plan", "place", "name", "document", "figure"];
const SHOWN = 60;

const cut = document.getElementById("cut");
if (window.yanchaoLeftOut) {
  cut.hidden = false;
  cut.firstElementChild.textContent = box.dataset.cut.replace("{n}", window.yanchaoLeftOut.toLocaleString());
}

const fold = (words) => words.normalize("NFKC").toLowerCase().replaceAll(",", "");
const entries = window.yanchaoIndex.map(([kind, title, words, path]) => ({
  kind, title, words, path, inTitle: fold(title), inWords: fold(words),
}));

const score = (entry, terms) => {
  let total = 0;
  for (const term of terms) {
    if (entry.inTitle.includes(term)) total += entry.inTitle === term ? 8 : 4;
    else if (entry.inWords.includes(term)) total += 1;
    else return 0;
  }
  return total * 10 - order.indexOf(entry.kind);
};

const line = (entry) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const words = document.createElement("p");
  link.href = root + entry.path;
  link.textContent = entry.title;
  const name = "kind" + entry.kind[0].toUpperCase() + entry.kind.slice(1);
  words.textContent = `${box.dataset[name]} · ${entry.words}`;
  item.append(link, words);
  return item;
};

const search = () => {
  const terms = fold(input.value).split(/\s+/).filter(Boolean);
  const found = terms.length
    ? entries.map((entry) => [score(entry, terms), entry]).filter(([points]) => points > 0).sort((a, b) => b[0] - a[0])
    : [];
  results.replaceChildren(...found.slice(0, SHOWN).map(([, entry]) => line(entry)));
  count.textContent = !terms.length ? "" : found.length ? box.dataset.many.replace("{n}", found.length) : box.dataset.none;
  history.replaceState(null, "", terms.length ? `#q=${encodeURIComponent(input.value)}` : location.pathname);
};

input.addEventListener("input", search);
const asked = new URLSearchParams(location.hash.slice(1)).get("q");
if (asked) {
  input.value = asked;
  search();
}
