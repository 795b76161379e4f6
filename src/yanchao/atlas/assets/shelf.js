// Data that comes in as scripts, since a page opened from disk may not fetch. Each is loaded once, when it is asked for.
"use strict";

const shelf = new Map();
const waiting = new Map();

window.yanchaoPut = (name, value) => {
  shelf.set(name, value);
  waiting.get(name)?.(value);
};

window.yanchaoForget = (name) => shelf.delete(name);

/* What the script `assets/NAME.js` holds; `assets` is the way from the page to that folder. It fails where there is none. */
window.yanchaoTake = (assets, name) => {
  if (!shelf.has(name)) {
    shelf.set(name, new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      const script = document.createElement("script");
      script.src = `${assets}${name}.js`;
      script.onerror = () => {
        shelf.delete(name);
        reject(new Error(`${name} is not there`));
      };
      document.head.append(script);
    }));
  }
  return shelf.get(name);
};
