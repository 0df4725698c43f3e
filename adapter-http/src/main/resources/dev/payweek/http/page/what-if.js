// What would be left if something were bought: asked while one types, and nothing is written.

import { call } from "./api.js";
import { byId, h, show, withShare } from "./dom.js";
import { money, typedAmount } from "./format.js";
import { onDay } from "./past.js";
import { whenShown } from "./written.js";

const PATIENCE_MS = 250;

let asked = 0;

/** Returns what was typed, "80 concert" or "concert 80", as {title, amount}; nothing where there is no amount. */
function supposed(text) {
  const words = text.trim().split(/\s+/);
  for (const place of [0, words.length - 1]) {
    if (/\p{Nd}/u.test(words[place])) {
      const title = words.filter((_, index) => index !== place).join(" ");
      return { title: title || "what if", amount: typedAmount(words[place]) };
    }
  }
  return null;
}

/** The whole is what there was to spend; the ghost is what would be gone beside what is. */
function ghost({ spent, discretionary }, amount) {
  const whole = Math.max(discretionary, spent + amount, 0.01);
  const track = h(
    "div",
    { class: "track ghosted", "aria-hidden": "true" },
    h("div", { class: "spent" }),
    h("div", { class: "ghost" }),
  );
  withShare(track, spent / whole);
  return withShare(track, amount / whole, "--ghost");
}

function answer(now, then, amount) {
  const { left_until_payday: left, safe_today: safe, state } = then.verdict;
  if (state === "unknown") {
    return [h("p", {}, "Without any income nothing can be said of what would be left.")];
  }
  const words =
    left < 0
      ? `would be over by ${money(-left)}`
      : `would leave ${money(left)}, ${money(Math.max(0, safe))} a day`;
  return [
    h("p", { "data-state": state }, words, state === now.verdict.state ? "." : `: ${state} then.`),
    ghost({ spent: now.period.spent, discretionary: now.period.discretionary }, amount),
  ];
}

async function ask(place, input) {
  const question = ++asked;
  let shown = [];
  try {
    const one = supposed(input.value);
    if (one) {
      const { on } = onDay();
      const body = { ...(on ? { on } : {}), expenses: [{ ...one, ...(on ? { date: on } : {}) }] };
      const without = call("POST", "/budget/what-if", { body: { ...body, expenses: [] } });
      const [now, then] = await Promise.all([without, call("POST", "/budget/what-if", { body })]);
      shown = answer(now.data, then.data, Number(one.amount));
    }
  } catch (failure) {
    shown = [h("p", { class: "error" }, failure.message)];
  }
  if (question === asked) {
    show(place, ...shown);
  }
}

/** Puts the field below the answer. */
export function startWhatIf() {
  const place = h("div", { id: "what-if-answer", role: "status" });
  const input = h("input", {
    id: "what-if-line",
    maxlength: 200,
    autocomplete: "off",
    placeholder: "80 concert",
  });
  let timer;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(place, input), PATIENCE_MS);
  };
  input.addEventListener("input", look);
  // What is supposed is set against what the ledger holds now.
  whenShown(() => input.value.trim() && look());
  const label = h("label", { for: "what-if-line" }, "What if…");
  byId("made-of").after(h("div", { class: "what-if" }, label, input, place));
}
