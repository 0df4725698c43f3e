// What of the ledger is looked at, kept in the address: Back works, and a reload forgets nothing.

import { byId } from "./dom.js";

// Each control on the page and its name in the address; where a control is as it begins, nothing is said of it.
const CONTROLS = {
  on: "on-day",
  list: "entries-of",
  q: "find",
  category: "filter-category",
  account: "filter-account",
  from: "filter-from",
  to: "filter-to",
  min: "filter-min",
  max: "filter-max",
  add: "span",
  past: "history-of",
};

const begins = (control) =>
  control instanceof HTMLSelectElement
    ? ([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0]).value
    : control.defaultValue;

const controls = () => Object.entries(CONTROLS).map(([name, id]) => [name, byId(id)]);

function address() {
  const query = new URLSearchParams(location.search);
  for (const [name, control] of controls()) {
    const value = control.value.trim();
    value === begins(control) ? query.delete(name) : query.set(name, value);
  }
  const text = query.toString();
  return text ? `${location.pathname}?${text}` : location.pathname;
}

/** Keeps in the address what the controls say now; each choice is a step that Back takes back, each letter is none. */
export function keepView({ step = true } = {}) {
  const now = address();
  if (now !== location.pathname + location.search) {
    history[step ? "pushState" : "replaceState"](null, "", now);
  }
}

/** Sets the controls by the address; what it says that a control cannot be is left out. */
function takeView() {
  const query = new URLSearchParams(location.search);
  for (const [name, control] of controls()) {
    const before = control.value;
    control.value = query.get(name) ?? begins(control);
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) {
      control.value = begins(control);
    }
    if (control.value !== before) {
      control.dispatchEvent(new Event("viewtaken"));
    }
  }
}

/** Begins to listen; what is given runs when Back or Forward has changed the view. */
export function startView(changed) {
  takeView();
  for (const [name, control] of controls()) {
    control.addEventListener("change", () => keepView());
    if (name === "q") {
      control.addEventListener("input", () => keepView({ step: false }));
    }
  }
  addEventListener("popstate", () => {
    takeView();
    changed();
  });
}
