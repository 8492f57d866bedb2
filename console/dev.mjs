// Serves the page while it is being worked on, built anew for each request, and passes the API on to a running pipeline:
//   npm run dev -- --api http://127.0.0.1:8080 --port 5173

import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { context } from "esbuild";
import { copyAssets, options } from "./build/bundle.mjs";

const { values } = parseArgs({
  options: {
    api: { type: "string", default: "http://127.0.0.1:8080" },
    port: { type: "string", default: "5173" },
  },
});
const api = new URL(values.api);
const folder = await mkdtemp(`${tmpdir()}/vedette-console-`);
await copyAssets(folder);
const builder = await context({ ...options(folder), sourcemap: "linked" });
const files = await builder.serve({ servedir: folder, host: "127.0.0.1", port: 0 });

const server = createServer((incoming, answer) => {
  const path = new URL(incoming.url, "http://page").pathname;
  if (/^\/(api|health|metrics)\b/.test(path)) {
    // the API answers only to its own name and origin
    const headers = { ...incoming.headers, host: api.host };
    delete headers.origin;
    pass(incoming, answer, { host: api.hostname, port: api.port, path: incoming.url, headers });
  } else {
    const file = path.startsWith("/console/") ? path.slice("/console".length) : "/index.html";
    pass(incoming, answer, { host: "127.0.0.1", port: files.port, path: file, headers: incoming.headers });
  }
});
server.listen(Number(values.port), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}/ with the API of ${values.api}`);
});

function pass(incoming, answer, to) {
  const outgoing = request({ ...to, method: incoming.method }, (came) => {
    answer.writeHead(came.statusCode ?? 502, came.headers);
    came.pipe(answer);
    came.on("close", () => answer.destroy());
  });
  outgoing.on("error", (error) => {
    if (!answer.headersSent) answer.writeHead(502, { "content-type": "text/plain" });
    answer.end(`${values.api} does not answer: ${error.message}\n`);
  });
  answer.on("close", () => outgoing.destroy());
  incoming.pipe(outgoing);
}

for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    server.closeAllConnections();
    await builder.dispose();
    await rm(folder, { recursive: true, force: true });
    process.exit(0);
  });
}
