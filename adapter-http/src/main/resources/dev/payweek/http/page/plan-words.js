// What the lists of the plan have in common: names of fields, and words for days.

import { amountField } from "./form.js";
import { fullDay } from "./format.js";

export const idOf = (kind, name) => `${kind}-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;

export const amountIn = (id, label, value) => amountField(`${id}-amount`, label, { value });

export const since = (from) => (from ? `since ${fullDay(from)}` : "");
export const until = (day) => (day ? `until ${fullDay(day)}` : "");
export const joined = (parts) => parts.filter(Boolean).join(", ");
