// What others change is shown as it happens. Of all tabs of a browser one listens and says it to the others: a browser
// keeps few connections to one service, and a stream for each tab would leave none to work with.

import { ledgerSeen } from "./api.js";
import { byId } from "./dom.js";
import { readEvents } from "./event-stream.js";
import { whenShown } from "./written.js";

const NAME = "payweek-live";
const SHORTEST_MS = 2_000;
const LONGEST_MS = 30_000;

let shown = 0;
let heardOf = 0;
let refreshing = false;
let onNews = async () => {};

/** A tab that nobody sees is drawn again when it is seen. What this tab has written it has shown already. */
async function show() {
  if (refreshing) {
    return;
  }
  refreshing = true;
  try {
    while (heardOf > shown && document.visibilityState === "visible") {
      const wanted = heardOf;
      await onNews();
      // Whatever came of it was said; the next change is tried again.
      shown = Math.max(shown, wanted);
    }
  } finally {
    refreshing = false;
  }
}

/** What is shown may be old as long as nobody listens, and that is said. */
function showConnection(isThere) {
  const place = byId("live");
  const words = isThere ? "" : "Not connected: what others change is not shown until the service answers again.";
  place.hidden = isThere;
  if (place.textContent !== words) {
    place.textContent = words;
  }
}

function hear({ version = 0, reset = false, connected = true }) {
  showConnection(connected);
  if (reset) {
    shown = 0;
  }
  heardOf = Math.max(reset ? 0 : heardOf, version);
  return show();
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Listens for as long as this tab is there, and comes back to where it was whenever the stream ends. */
async function listen(report, signal) {
  let after;
  let wait = SHORTEST_MS / 2;
  while (!signal.aborted) {
    try {
      await readEvents("/events", {
        after,
        signal,
        heard: ({ name, id, data }) => {
          after = id ?? after;
          wait = SHORTEST_MS / 2;
          const { version } = JSON.parse(data);
          // At the start it says how far the ledger is: whatever this tab has shown before may be less.
          if (version !== undefined) {
            report({ version, reset: name === "reset" });
          }
        },
      });
    } catch (failure) {
      if (signal.aborted) {
        return;
      }
      report({ connected: false, reason: failure.message });
      wait = Math.min(LONGEST_MS, wait * 2);
    }
    await pause(wait);
  }
}

/** Without locks, as on a plain http address of another machine, each tab listens while it is seen. */
function listenWhileSeen(report) {
  let listening = null;
  const look = () => {
    const isSeen = document.visibilityState === "visible";
    if (isSeen && !listening) {
      listening = new AbortController();
      listen(report, listening.signal);
    } else if (!isSeen && listening) {
      listening.abort();
      listening = null;
    }
  };
  document.addEventListener("visibilitychange", look);
  look();
}

function begin() {
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => hear(data);
  if (!navigator.locks) {
    listenWhileSeen(hear);
    return;
  }
  const report = (news) => {
    channel.postMessage(news);
    hear(news);
  };
  // Whoever has the lock listens; when its tab is closed, the next in line does.
  navigator.locks.request(NAME, () => listen(report, new AbortController().signal));
}

/** Begins to listen once the page is there; what is given runs when there is something new to show. */
export function startLive(changed) {
  onNews = changed;
  let begun = false;
  whenShown(() => {
    shown = Math.max(shown, ledgerSeen());
    if (!begun) {
      begun = true;
      begin();
    }
  });
}
