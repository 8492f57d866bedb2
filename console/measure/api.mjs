// As much of the API as the alerts and the map ask for, full of made-up alerts and places, and the built page.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { PAGE } from "../build/bundle.mjs";

const TYPES = {
  js: "text/javascript",
  css: "text/css",
  svg: "image/svg+xml",
  html: "text/html",
  json: "application/json",
};
const SEVERITIES = ["INFO", "INFO", "INFO", "WARNING", "WARNING", "CRITICAL"];
const CLAIMS = ["AIR_DRONE_STRIKE", "CASUALTIES", "NEGOTIATION", "WITHDRAWAL", "THREAT", "STATEMENT"];
const TICK_MILLIS = 50;

/** @param alerts how many there are before any comes; a row each @param places how many the map has */
export async function serve({ alerts, places }) {
  const begun = Date.now();
  const streams = new Set();
  let perSecond = 0;
  let came = 0;
  const timer = setInterval(() => {
    for (let more = (perSecond * TICK_MILLIS) / 1000; more > 0; more--) {
      const data = `id: ${++came}\nevent: alert\ndata: ${JSON.stringify(alert(alerts + came, Date.now()))}\n\n`;
      for (const stream of streams) stream.write(data);
    }
  }, TICK_MILLIS);
  const map = { from: new Date(begun - 86_400_000), articles: 20_000, truncated: false, places: madePlaces(places) };

  const answers = {
    "/api/alerts": (query) => {
      const from = Number(query.get("cursor") ?? 0);
      const to = Math.min(alerts, from + Number(query.get("limit") ?? 50));
      const items = Array.from({ length: to - from }, (_, index) => {
        const number = alerts - 1 - from - index;
        return alert(number, begun - (alerts - number) * 1000);
      });
      return { items, next: to < alerts ? String(to) : null, total: 0 };
    },
    "/api/map": () => map,
    "/api/watches": () => [],
    "/api/silences": () => [],
  };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://page");
    if (pathname === "/api/alerts/stream") {
      response.writeHead(200, { "content-type": "text/event-stream" }).write(": begin\n\n");
      streams.add(response);
      response.on("close", () => streams.delete(response));
    } else if (pathname.startsWith("/api/")) {
      const answer = answers[pathname]?.(searchParams) ?? { items: [], next: null };
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    } else {
      const file = pathname.startsWith("/console/") ? pathname.slice("/console/".length) : "index.html";
      const content = await readFile(PAGE + file).catch(() => null);
      response.writeHead(content ? 200 : 404, { "content-type": TYPES[file.split(".").pop()] ?? "text/plain" });
      response.end(content ?? "");
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    flood: (alertsPerSecond) => {
      perSecond = alertsPerSecond;
    },
    end: () => {
      clearInterval(timer);
      server.closeAllConnections();
      server.close();
    },
  };
}

function alert(number, at) {
  const time = new Date(at).toISOString();
  const title = `Report ${number}: a convoy crossed the bridge at dawn, and ${number % 90} people were hurt near the river`;
  const snippet = `Officials said on Monday that report ${number} of a convoy on the bridge could not be confirmed by anybody else.`;
  const type = CLAIMS[number % CLAIMS.length];
  const clause = (field, text, words, claimType) => ({
    clause: claimType ? `claim(type:${claimType})` : words,
    field,
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    words,
    alias: null,
    entityId: null,
    name: null,
    claimType,
    modality: claimType && "ASSERTED",
    said: null,
    sourceName: claimType && "the mayor",
    snippet: text,
    snippetStart: 0,
    confidence: null,
    rule: null,
  });
  return {
    id: `alert-${number}`,
    watchId: `watch-${number % 20}`,
    watchTitle: `Watch number ${number % 20}`,
    watchVersion: 1,
    query: "convoy bridge",
    severity: SEVERITIES[number % SEVERITIES.length],
    kind: "FIRST",
    articleId: `article-${number}`,
    storyId: `story-${number}`,
    title,
    headline: title,
    url: `https://news.example/${number}`,
    source: `Outlet ${number % 40}`,
    language: "en",
    publishedAt: time,
    acceptedAt: time,
    raisedAt: time,
    embargoUntil: null,
    clauses: [clause("TITLE", title, "convoy", null), clause("BODY", snippet, "bridge", type)],
    reasons: [],
    articles: [],
    digest: [],
    digested: 0,
    held: [],
    correction: null,
    outlets: 1 + (number % 5),
    independentTexts: 1 + (number % 3),
    textDelivery: "FULL",
    status: "OPEN",
    state: null,
    feedback: null,
  };
}

/** Scattered over the populated part of the world, few with many articles and many with few. */
function madePlaces(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `geo:${index}`,
    name: `Place ${index}`,
    country: "XX",
    latitude: -35 + ((index * 0.618034) % 1) * 95,
    longitude: -120 + ((index * 0.754878) % 1) * 260,
    articles: Math.ceil(900 / (index + 1)),
    claims: { [CLAIMS[index % CLAIMS.length]]: 3 },
  }));
}
