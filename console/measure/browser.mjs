// A headless Chromium, spoken to through a pipe: its DevTools protocol needs nothing else.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";

/** Opens one page of that size; `end` closes everything. */
export async function openPage({ executable, width, height }) {
  const profile = await mkdtemp(`${tmpdir()}/vedette-measure-`);
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run"];
  const child = spawn(executable, [...flags, `--user-data-dir=${profile}`, `--window-size=${width},${height}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const [, , , to, from] = child.stdio;
  const answers = new Map();
  let last = 0;
  let rest = "";
  from.on("data", (bytes) => {
    const parts = (rest + bytes).split("\0");
    rest = parts.pop();
    for (const part of parts) {
      const { id, result, error } = JSON.parse(part);
      const waiting = answers.get(id);
      answers.delete(id);
      if (error) waiting?.fail(new Error(error.message));
      else waiting?.done(result);
    }
  });
  const call = (method, params = {}, sessionId = undefined) =>
    new Promise((done, fail) => {
      const id = ++last;
      answers.set(id, { done, fail });
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  const { targetId } = await call("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await call("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => call(method, params, sessionId);
  // what lies behind another tab draws no frames
  await send("Page.bringToFront");
  await send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  return {
    go: (url) => send("Page.navigate", { url }),
    send,
    /** Runs a function in the page, and gives what it answers or promises. */
    async run(fn, ...args) {
      const { result, exceptionDetails } = await send("Runtime.evaluate", {
        expression: `(${fn})(...${JSON.stringify(args)})`,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async end() {
      const gone = new Promise((done) => child.once("exit", done));
      await call("Browser.close").catch(() => child.kill());
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
