// What the ledger's own history suggests, with its evidence: accepted or declined.

import { get } from "./api.js";
import { h } from "./dom.js";
import { count, fullDay, money } from "./format.js";
import { act, thingRow } from "./thing-row.js";

const KINDS = {
  pay_source: "Pay",
  irregular_income: "Irregular income",
  bill: "Bill",
  yearly: "Yearly bill",
  transfer_pair: "Transfer between own accounts",
  refund_pair: "Refund",
  limit: "Limit",
};

/** The kind's own name as words, where no better ones are above. */
const kindWords = (kind) => kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("_", " ");

function evidence({ evidence: entries, price_changes: changes = [], next = [], misses, extras }) {
  const missed = [misses ? `${count(misses)} missed` : "", extras ? `${count(extras)} beside it` : ""].filter(Boolean);
  return h(
    "details",
    {},
    h("summary", {}, `Evidence: ${count(entries.length)} ${entries.length === 1 ? "entry" : "entries"}`),
    h(
      "ul",
      { class: "moves" },
      entries.map(({ date, amount, account }) =>
        h("li", {}, `${fullDay(date)}: ${money(amount)}${account ? `, ${account}` : ""}`),
      ),
    ),
    missed.length ? h("p", { class: "quiet" }, missed.join(", ")) : null,
    changes.map(({ date, from, to }) =>
      h("p", { class: "quiet" }, `On ${fullDay(date)} it went from ${money(from)} to ${money(to)}`),
    ),
    next.length ? h("p", { class: "quiet" }, `Next: ${next.map(fullDay).join(", ")}`) : null,
  );
}

function row(one) {
  const path = `/discoveries/${encodeURIComponent(one.id)}`;
  const words = [
    `${KINDS[one.kind] ?? kindWords(one.kind)}: ${one.says}`,
    one.instead,
    one.state === "early" ? "Early: few so far." : "",
  ];
  return thingRow({
    title: one.name,
    words: words.filter(Boolean).join(" "),
    more: evidence(one),
    actions: {
      accept: { label: "Accept", run: () => act(`Accepted ${one.name}`, "POST", `${path}/accept`) },
      decline: { label: "Decline", run: () => act(`Declined ${one.name}`, "POST", `${path}/decline`) },
    },
  });
}

const LOOK_AGAIN_MS = 1_000;

/** A long ledger is looked through while nobody waits: so this asks again. */
async function found(tries = 60) {
  try {
    return (await get("/discoveries")).discoveries;
  } catch (failure) {
    if (!failure.type?.endsWith("/still_looking") || tries === 0) {
      throw failure;
    }
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
    return found(tries - 1);
  }
}

/** The list of suggestions. */
export const DISCOVERIES = {
  id: "discoveries",
  title: "Suggestions",
  none: "Nothing is suggested now.",
  load: () => found(),
  keyOf: ({ id }) => id,
  row,
};
