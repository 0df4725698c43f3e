// The API, as this page calls it.

// Kept nowhere that a script could read it later, so each tab asks for it by itself.
let token = "";

// As long as a browser may need to ask where a file shall go.
const KEPT_MS = 60_000;

// What stands before every path where a proxy has put the service, such as "/payweek"; empty for nothing.
const BASE = location.pathname.replace(/\/$/, "");

/** What the API refused, with everything that is wrong and where. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The service answered with ${status}.`);
    this.status = status;
    this.type = problem.type || "";
    this.errors = problem.errors || [];
    this.questions = problem.questions || [];
  }
}

let askForToken = () => Promise.reject(new Error("This service asks for a token."));

/** Sets what gets a token from the person when the service asks for one; it hears whether one was sent and is wrong. */
export function onTokenAsked(ask) {
  askForToken = ask;
}

let onWrite = () => {};

/** Sets what hears of each version of the ledger that a write of this page made; taking one back is none. */
export function onWritten(heard) {
  onWrite = heard;
}

let seen = 0;

/** Returns the version of the ledger that the latest answer to what is left was of. */
export const ledgerSeen = () => seen;

function address(path, query) {
  const known = Object.entries(query).filter(
    ([, value]) => value !== "" && value !== undefined && value !== null,
  );
  return BASE + (known.length ? `${path}?${new URLSearchParams(known)}` : path);
}

async function send(method, path, { query = {}, body, headers = {} } = {}) {
  const sent = token;
  const isFile = body instanceof Blob;
  const isForm = body instanceof FormData;
  const response = await fetch(address(path, query), {
    method,
    headers: {
      Accept: "application/json, application/problem+json",
      // Of a form the browser says where its parts end.
      ...(body === undefined || isForm
        ? {}
        : { "Content-Type": isFile ? "application/octet-stream" : "application/json" }),
      ...(sent ? { Authorization: `Bearer ${sent}` } : {}),
      ...headers,
    },
    body: body === undefined || isFile || isForm ? body : JSON.stringify(body),
  }).catch(() => {
    throw new Error("The service cannot be reached. Is it still running?");
  });
  if (response.status === 401) {
    // Of several requests that were refused the same token, one asks for another.
    token = sent === token ? await askForToken({ wrong: sent !== "" }) : token;
    return send(method, path, { query, body, headers });
  }
  return response;
}

/** Sends a request and returns {data, headers}; throws Refused when the API says no. */
export async function call(method, path, options) {
  const response = await send(method, path, options);
  const text = await response.text();
  const isJson = (response.headers.get("Content-Type") || "").includes("json");
  const data = text && isJson ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Refused(response.status, data || {});
  }
  if (path === "/budget") {
    seen = Number(/\d+/.exec(response.headers.get("ETag") ?? "0")[0]);
  }
  const version = Number(response.headers.get("Ledger-Version"));
  if (version && method !== "GET" && !path.endsWith("/undo")) {
    onWrite(version);
  }
  return { data, headers: response.headers };
}

/** Returns the data at a path. */
export async function get(path, query) {
  return (await call("GET", path, { query })).data;
}

/** Returns a page of a list as {items, total, next}; next is the path of the page after, or null. */
export async function page(path, query) {
  const { data, headers } = await call("GET", path, { query });
  const next = /<([^>]+)>;\s*rel="next"/.exec(headers.get("Link") || "");
  const total = Number(headers.get("Total-Count") ?? NaN);
  return { items: data, total, next: next ? next[1].slice(BASE.length) : null };
}

/** Returns what a path streams, as long as it does; `after` is the id of the last event seen. */
export async function streamed(path, { after, signal }) {
  const response = await fetch(BASE + path, {
    signal,
    headers: {
      Accept: "text/event-stream",
      ...(after ? { "Last-Event-ID": after } : {}),
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
  });
  if (!response.ok || !(response.headers.get("Content-Type") ?? "").startsWith("text/event-stream")) {
    throw new Error(`The service answered with ${response.status}.`);
  }
  return response.body;
}

/** Saves what is at a path as a file of the person's, under the name the service gives it. */
export async function download(path, query) {
  const response = await send("GET", path, { query, headers: { Accept: "*/*" } });
  if (!response.ok) {
    throw new Refused(response.status, await response.json());
  }
  const [, name = "payweek"] = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "") ?? [];
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
  return name;
}

/** Takes a change back. */
export function undo(version) {
  return call("POST", `/changes/${version}/undo`);
}

/** Returns a key that makes a repeated POST harmless. */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
