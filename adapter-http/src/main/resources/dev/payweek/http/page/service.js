// What the service is like: whether its ledger can be written to, and whether its days are those of this browser.

import { get } from "./api.js";
import { byId, h } from "./dom.js";
import { fullDay } from "./format.js";
import { whenShown } from "./written.js";

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Returns the day that it is now in a zone, as an ISO date. */
const dayIn = (timeZone) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(new Date());

/** Returns what is to be known of two zones, of the ledger and of this browser; nothing while their days agree. */
export function zoneWords(zone) {
  const [there, now] = [dayIn(zone), dayIn(here())];
  return there === now ? "" : `It is ${fullDay(now)} here (${here()}) and ${fullDay(there)} in the ledger (${zone}).`;
}

/** Returns what a field of the ledger's zone says of the browser's, where that is another. */
export const zoneHint = (zone) => (zone === here() ? "" : `(this browser: ${here()})`);

/** Where nothing can be written, nothing is offered that writes. */
async function lookWhetherWritable() {
  const { writable, detail } = await get("/health/ready");
  const place = byId("read-only");
  document.body.classList.toggle("reading", !writable);
  place.hidden = writable;
  place.textContent = writable ? "" : `This ledger can only be read${detail ? `: ${detail}` : "."}`;
}

async function lookAtZone() {
  const { zone } = await get("/ledger");
  const words = zoneWords(zone);
  if (words) {
    byId("made-of").after(h("p", { id: "zones", class: "quiet", role: "status" }, words));
  }
}

/** Looks once, when the answer is there; what fails here fails in every part of the page too, and is said there. */
export function startService() {
  const stop = whenShown(() => {
    stop();
    for (const look of [lookWhetherWritable, lookAtZone]) {
      look().catch((failure) => console.debug(failure.message));
    }
  });
}
