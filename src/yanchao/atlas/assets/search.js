// Search over scripts that are loaded when a query needs them (`index.py` says what they hold). Terms and figures say
// which entries may match; every hit is then looked at itself, and the first that hold are shown.
"use strict";

const box = document.querySelector(".search");
const input = document.getElementById("q");
const results = document.getElementById("results");
const said = document.getElementById("count");
const more = document.getElementById("more");
const root = box.dataset.root.replace(/index\.html$/, "");
const english = document.documentElement.lang === "en";
const A_PAGE = 10;
const AT_FIRST = 2; // volumes that are looked through together

const take = (name) => yanchaoTake(box.dataset.assets, `search/${name}`);
const fold = (words) => words.normalize("NFKC").toLowerCase().replace(/(?<=[0-9]),(?=[0-9])/g, "");

/* The same as `terms.py`: words in ASCII, and pairs of neighbours of the rest. */
const RUNS = /[0-9a-z]+(?:\.[0-9]+)*|(?:(?![0-9a-z])[\p{L}\p{N}])+/gu;
const pairs = (run) => {
  const letters = [...run];
  return letters.length === 1 ? [] : letters.slice(1).map((letter, index) => letters[index] + letter);
};

// ---- A query becomes conditions

const SCALES = { 万亿: 1e12, 亿: 1e8, 万: 1e4, 千: 1e3, 百: 1e2, trillion: 1e12, tn: 1e12, billion: 1e9, bn: 1e9, million: 1e6, thousand: 1e3 };
const NUMBER = "[-−]?[0-9]+(?:\\.[0-9]+)?";
const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

let grammar;
const learn = (units) => {
  const longest = (all) => all.sort((a, b) => b.length - a.length).map(escaped).join("|");
  const latin = (word) => /^[a-z]/.test(word);
  const known = Object.keys(units);
  const scale = "(?:(万亿|亿|万|千|百)|\\s*(trillion|tn|billion|bn|million|thousand)(?![a-z]))?";
  const chinese = longest(known.filter((word) => !latin(word)));
  const unit = `(?:(${chinese})|\\s*(${longest(known.filter(latin))})(?![a-z]))?`;
  const amount = `(${NUMBER})${scale}${unit}`;
  return { gap: new RegExp(`(?<=[0-9])\\s+(?=(?:万亿|亿|万|千)?(?:${chinese})?(?!\\S)(?<!\\s))`, "gu"), range: new RegExp(`(?<!\\S)${amount}\\s*\\.\\.\\s*${amount}(?!\\S)`, "u"), bound: new RegExp(`(>=|<=|>|<|≥|≤|=)\\s*${amount}`, "u") };
};

/* An amount as a number of base units; without a unit of its own it is anything that is counted, with 亿 also money. */
const amount = (parts, units, last) => {
  const [number, zh, en, word, latinWord] = parts;
  const own = word ?? latinWord;
  const factor = SCALES[zh ?? en] ?? (own ? 1 : last?.factor ?? 1);
  const written = own ?? last?.written;
  const [unit, size] = units[written] ?? ["", 1];
  return { value: Number(number.replace("−", "-")) * factor * size, unit, scaled: factor > 1, written, factor };
};

const yearOf = ({ value, unit, scaled }) => !unit && !scaled && Number.isInteger(value) && value > 1900 && value < 2100;

/* How far an amount may be off for having been worked out in binary: 57 times 0.01 is more than 0.57. */
const slack = (value) => Math.abs(value) * 1e-9;

const LIMITS = {
  ">": (value, slack) => [value + slack, Infinity],
  "<": (value, slack) => [-Infinity, value - slack],
  "=": (value, slack) => [value - slack, value + slack],
  ">=": (value, slack) => [value - slack, Infinity],
  "<=": (value, slack) => [-Infinity, value + slack],
};
LIMITS["≥"] = LIMITS[">="];
LIMITS["≤"] = LIMITS["<="];

const lies = ({ low, high }, value) => value >= low && value <= high;

const parse = (words, head) => {
  grammar ??= learn(head.units);
  let rest = fold(words).replace(grammar.gap, "");
  const figures = [];
  for (let found; (found = rest.match(grammar.range)); rest = rest.replace(found[0], " ")) {
    const last = amount(found.slice(6, 11), head.units);
    const first = amount(found.slice(1, 6), head.units, last);
    const unit = yearOf(first) && yearOf(last) ? "period" : first.unit || last.unit;
    figures.push({ unit, scaled: first.scaled || last.scaled, low: first.value - slack(first.value), high: last.value + slack(last.value) });
  }
  for (let found; (found = rest.match(grammar.bound)); rest = rest.replace(found[0], " ")) {
    const { value, unit, scaled } = amount(found.slice(2, 7), head.units);
    const [low, high] = LIMITS[found[1]](value, slack(value));
    figures.push({ unit, scaled, low, high });
  }
  return { figures, words: rest.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)) };
};

const asks = ({ unit, scaled }, head) =>
  unit ? (other) => other === unit : (other) => other !== "period" && other !== "1" && other !== "pp" && other !== "bp" && (scaled || !head.money.includes(other));

// ---- Conditions become numbers of entries

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const FIVE_BITS = new Int8Array(128).fill(-1);
[...DIGITS].forEach((digit, index) => (FIVE_BITS[digit.charCodeAt(0)] = index));

/* The numbers that stand in `text` from `at` up to a comma: distances, each in digits of five bits (`postings.py`). */
const numbers = (text, at, found = []) => {
  let last = 0;
  for (let size = 1, digit; (digit = FIVE_BITS[text.charCodeAt(at)]) >= 0; at++) {
    last += (digit & 31) * size;
    size = digit > 31 ? size * 32 : 1;
    if (digit < 32) found.push(last);
  }
  return found;
};

const ascending = (found) => Uint32Array.from(found).sort();
const union = (lists) => (lists.length === 1 ? lists[0] : ascending(new Set(lists.flat())));

/* What two ascending lists have in common. */
const both = (some, others) => {
  let at = 0;
  return some.filter((number) => {
    while (others[at] < number) at++;
    return others[at] === number;
  });
};

/* What holds a term, or a term that begins so; terms stand in order, so that they are all in one script or in neighbours. */
const postings = async ({ name, terms }, term, isWhole) => {
  const first = Math.max(0, terms.findLastIndex((other) => other <= term));
  const last = isWhole ? first : terms.findLastIndex((other) => other <= term || other.startsWith(term));
  const parts = await Promise.all(terms.slice(first, last + 1).map((_, index) => take(`${name}/t${first + index}`)));
  const words = isWhole ? `,${term}:` : `,${term}`;
  const found = [];
  for (const text of parts)
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) found.push(numbers(text, text.indexOf(":", at) + 1));
  return found.length ? union(found) : [];
};

/* Where in `text` the first line begins whose value `isFar` holds for; it holds for all behind it, since values ascend. */
const firstLine = (text, isFar) => {
  let first = 0;
  let last = text.length - 1;
  while (first < last) {
    const line = text.lastIndexOf(",", (first + last) >> 1);
    const colon = text.indexOf(":", line);
    if (isFar(Number(text.slice(line + 1, colon)))) last = line;
    else first = text.indexOf(",", colon);
  }
  return first;
};

/* The figures that a condition holds for. */
const figuresOf = async ({ name, figures }, figure, head) => {
  const asked = asks(figure, head);
  const mayHold = (units) => Object.entries(units).some(([unit, [least, most]]) => asked(unit) && most >= figure.low && least <= figure.high);
  const parts = await Promise.all(figures.flatMap((units, part) => (mayHold(units) ? [take(`${name}/n${part}`)] : [])));
  const found = [];
  for (const [unit, text] of parts.flatMap(Object.entries)) {
    if (!asked(unit)) continue;
    const end = firstLine(text, (value) => value > figure.high);
    for (let at = firstLine(text, (value) => value >= figure.low); at < end; at = text.indexOf(",", at + 1)) numbers(text, text.indexOf(":", at) + 1, found);
  }
  return ascending(found);
};

const YEAR = /^(?:19|20)[0-9]{2}$/;
const isPair = (term) => term.codePointAt(0) > 127 && [...term].length === 2;

/* Of many pairs those that hold every letter: the others would hardly rule out an entry more, and each has a script loaded. */
const enough = (cut) => (cut.length > 4 ? cut.filter((_, index) => !index || index % 2 || index === cut.length - 1) : cut);

/* The terms of the query that are looked up, each as the whole of a term of the index or as its beginning. */
const needed = (words) =>
  words.flatMap((word) => [...word.matchAll(RUNS)].flatMap(([run]) => {
    if (run.codePointAt(0) < 128) return [run];
    const cut = pairs(run);
    return cut.length ? enough(cut) : [run];
  })).map((term) => [term, isPair(term) || YEAR.test(term)]);

const candidates = async (volume, query, head) => {
  const lists = await Promise.all([
    ...needed(query.words).map(([term, isWhole]) => postings(volume, term, isWhole)),
    ...query.figures.map((figure) => figuresOf(volume, figure, head)),
  ]);
  return lists.length ? lists.sort((a, b) => a.length - b.length).reduce(both) : [];
};

// ---- Numbers become hits, each looked at itself

const NAMES = ["kind", "titleZh", "titleEn", "aboutZh", "aboutEn", "words", "path", "unit", "value", "year"];

const entryOf = (row) => {
  const entry = Object.fromEntries(NAMES.map((name, index) => [name, row[index]]));
  entry.titleEn ||= entry.titleZh;
  entry.aboutEn ||= entry.aboutZh;
  return entry;
};

const holdsWord = (folded, word) =>
  YEAR.test(word) ? new RegExp(`(?<![0-9.])${word}(?![0-9])`).test(folded) : folded.includes(word);

const matches = (entry, query, head) => {
  const folded = fold([entry.titleZh, entry.titleEn, entry.aboutZh, entry.aboutEn, entry.words].join(" "));
  return query.words.every((word) => holdsWord(folded, word)) && query.figures.every((figure) => {
    if (figure.unit === "period") return entry.year && lies(figure, entry.year);
    return entry.value !== undefined && asks(figure, head)(entry.unit) && lies(figure, entry.value);
  });
};

/* Where the entry of a number stands: the name of its block, and its place in that. */
const placeIn = (blocks, number) => {
  let first = 0;
  for (const [name, count] of blocks) {
    if (number < first + count) return [name, number - first];
    first += count;
  }
};

/* What may hold in a volume: the numbers of its entries, and the blocks in which they stand. */
const look = async (volume, query, head) => {
  const [found, blocks] = await Promise.all([candidates(volume, query, head), take(`${volume.name}/b`)]);
  return { found, blocks };
};

/* Where hits may stand, in order, from volume to volume. It stops where nobody asks for more, and looks ahead the further the rarer they are. */
const places = async function* (query, head) {
  const looking = [];
  for (const number of head.volumes.keys()) {
    while (looking.length < Math.min(AT_FIRST * (number + 1), head.volumes.length)) looking.push(look(head.volumes[looking.length], query, head));
    const { found, blocks } = await looking[number];
    for (const each of found) yield placeIn(blocks, each);
  }
};

const rowAt = async ([block, place]) => (await take(`e/${block.slice(0, 2)}/${block.slice(2)}`))[place];

/* The hits in order: as many entries as a page shows are loaded together. */
const hits = async function* (query, head) {
  const all = places(query, head);
  for (let isEnd = false; !isEnd; ) {
    const some = [];
    while (some.length < A_PAGE && !isEnd) {
      const { value, done } = await all.next();
      if (!done) some.push(value);
      isEnd = done;
    }
    for (const entry of (await Promise.all(some.map(rowAt))).map(entryOf)) if (matches(entry, query, head)) yield entry;
  }
};

// ---- Hits become lines

/* The words with what was looked for marked, as long as folding keeps every character in its place. */
const marked = (words, query) => {
  const folded = fold(words);
  if (folded.length !== words.length) return [words];
  const places = query.words.filter((word) => folded.includes(word)).map(escaped);
  if (!places.length) return [words];
  const parts = [];
  let at = 0;
  for (const found of folded.matchAll(new RegExp(places.join("|"), "g"))) {
    const mark = document.createElement("mark");
    mark.textContent = words.slice(found.index, found.index + found[0].length);
    parts.push(words.slice(at, found.index), mark);
    at = found.index + found[0].length;
  }
  return [...parts, words.slice(at)];
};

/* A browser that knows text fragments goes to the words; to any other it is the page. */
const address = (entry) =>
  root + entry.path + (entry.kind === "passage" ? `#:~:text=${encodeURIComponent(entry.words.slice(0, 16)).replaceAll("-", "%2D")}` : "");

const line = (entry, query) => {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const about = document.createElement("p");
  link.href = address(entry);
  link.append(...marked(english ? entry.titleEn : entry.titleZh, query));
  const name = "kind" + entry.kind[0].toUpperCase() + entry.kind.slice(1);
  about.textContent = [box.dataset[name], english ? entry.aboutEn : entry.aboutZh].filter(Boolean).join(" · ");
  item.append(link, about);
  if (["figure", "passage", "finding"].includes(entry.kind)) {
    const words = document.createElement("blockquote");
    words.lang = "zh-Hans";
    words.append(...marked(entry.words, query));
    item.append(words);
  }
  return item;
};

// ---- The page

let turn = 0;
let ongoing;

const show = async (query) => {
  const mine = turn;
  const lines = [];
  let next = await ongoing.next();
  while (!next.done && lines.length < A_PAGE) {
    lines.push(line(next.value, query));
    if (lines.length < A_PAGE) next = await ongoing.next();
  }
  if (mine !== turn) return;
  results.append(...lines);
  more.hidden = next.done;
  const shown = results.children.length;
  const words = !shown ? box.dataset.none : next.done ? box.dataset.many : box.dataset.first;
  said.textContent = words.replace("{n}", shown);
};

const search = async () => {
  const mine = ++turn;
  const asked = input.value.trim();
  const head = await take("head");
  const query = parse(asked, head);
  const isAsked = query.words.length || query.figures.length;
  if (mine !== turn) return;
  ongoing = isAsked ? hits(query, head) : undefined;
  results.replaceChildren();
  more.hidden = true;
  more.onclick = () => anew(() => show(query));
  if (isAsked) await show(query);
  else said.textContent = "";
  if (mine !== turn) return;
  document.dispatchEvent(new CustomEvent("yanchao:found"));
  // Hits would wait for the browser if the address came first.
  history.replaceState(null, "", asked ? `#q=${encodeURIComponent(asked)}` : location.pathname + location.search);
};

/* A script that is gone says that the atlas was built anew since `head` was read. What else was read stays true: its name says what it is. */
const anew = (doing) => doing().catch(() => {
  yanchaoForget("search/head");
  return search();
});

const restore = () => {
  const asked = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
  if (asked === input.value.trim()) return;
  input.value = asked;
  anew(search);
};

input.addEventListener("input", () => anew(search));
addEventListener("hashchange", restore);
restore();

/* What every query needs is made ready before one is typed; a query of Chinese has the expressions compiled too. */
take("head").then((head) => {
  parse("亿", head);
  for (const { name } of head.volumes.slice(0, AT_FIRST)) take(`${name}/b`);
});
