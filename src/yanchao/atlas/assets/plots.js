// A drawing answers: the pointer or the arrow keys pick a point of it, and what the point stands for is said over it.
// Without this script the same figures stand in the table of the card.
"use strict";

const DRAWING = "figure:has(> .plot)";
let answering = null;

const middle = (point) => {
  const box = point.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
};

const pointsOf = (drawing) =>
  [...drawing.querySelectorAll("[data-said]")].sort((one, other) => middle(one).x - middle(other).x);

const sayer = (drawing) => {
  const said = drawing.querySelector(".plot-said") ?? drawing.appendChild(document.createElement("p"));
  said.className = "plot-said";
  said.setAttribute("role", "status");
  return said;
};

const pick = (drawing, point) => {
  drawing.querySelector(".is-picked")?.classList.remove("is-picked");
  point?.classList.add("is-picked");
  sayer(drawing).textContent = point?.dataset.said ?? "";
  answering = point ? drawing : null;
};

document.addEventListener("pointermove", (event) => {
  const drawing = event.target.closest?.(DRAWING);
  if (answering && answering !== drawing) pick(answering, null);
  if (!drawing) return;
  // Who points at a year means that year; height only tells points of one year apart.
  const far = (point) => Math.hypot(middle(point).x - event.clientX, (middle(point).y - event.clientY) / 8);
  const [nearest] = pointsOf(drawing).sort((one, other) => far(one) - far(other));
  if (nearest && !nearest.classList.contains("is-picked")) pick(drawing, nearest);
});

document.addEventListener("keydown", (event) => {
  const drawing = event.target.matches?.(DRAWING) && event.target;
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (!drawing || (step === undefined && event.key !== "Escape")) return;
  event.preventDefault();
  const points = pointsOf(drawing);
  const now = points.findIndex((point) => point.classList.contains("is-picked"));
  pick(drawing, step && points[Math.min(Math.max(now + step, 0), points.length - 1)]);
});
document.addEventListener("focusout", (event) => {
  if (event.target === answering) pick(answering, null);
});

for (const drawing of document.querySelectorAll(DRAWING)) drawing.tabIndex = 0;
