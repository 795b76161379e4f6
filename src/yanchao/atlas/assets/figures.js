// Who copies a figure gets all of it: 1961920000000元, not the 1.962万亿元 that is easier to read. Words around a figure
// are copied as they stand.
"use strict";

document.addEventListener("copy", (event) => {
  const selection = getSelection();
  if (selection.isCollapsed || event.target.matches?.("input, textarea")) return;
  const figure = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".num");
  const { startContainer, endContainer } = selection.getRangeAt(0);
  const found = figure(startContainer);
  if (!found || found !== figure(endContainer) || selection.toString().trim() !== found.textContent.trim()) return;
  event.clipboardData.setData("text/plain", found.title.replaceAll(",", ""));
  event.preventDefault();
});
