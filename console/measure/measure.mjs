// How smoothly the built page runs in a headless Chromium, with made-up alerts and places:
//   npm run measure [-- --chromium /usr/bin/chromium]
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { serve } from "./api.mjs";
import { openPage } from "./browser.mjs";

const { values } = parseArgs({ options: { chromium: { type: "string", default: "/usr/bin/chromium" } } });
const ALERTS = 10_000;
const PLACES = 1_000;

const api = await serve({ alerts: ALERTS, places: PLACES });
const page = await openPage({ executable: values.chromium, width: 1280, height: 860 });
try {
  await firstView();
  await scrolling();
  await flooded();
  await zoomed();
} finally {
  await page.end();
  api.end();
}

/** From the address to the alerts, nothing of the page being there from before. */
async function firstView() {
  await page.send("Network.enable");
  await page.send("Network.setCacheDisabled", { cacheDisabled: true });
  const millis = [];
  for (let load = 0; load < 9; load++) {
    await open("/alerts", ".alert");
    // asked for every 50 ms, so that it was there up to so much earlier
    millis.push(await page.run(() => performance.now()));
  }
  await page.send("Network.setCacheDisabled", { cacheDisabled: false });
  const sorted = millis.map(Math.round).sort((a, b) => a - b);
  console.log(
    `first view, ${sorted.length} times: alerts are there after ${sorted[4]} ms, at most ${sorted.at(-1)} ms`,
  );
}

/** The page keeps ten thousand alerts, and reads no further back once nine thousand are there. */
async function scrolling() {
  await open("/alerts", ".alert");
  const rows = await page.run(readBack, 0.9 * ALERTS);
  await watch();
  await page.run(scroll, 4_000, 10_000);
  await tell(`${rows} alerts, scrolled by 4,000 px/s for 10 s`);
  await page.run(jump, 40);
  await tell("jumped to 40 places of them");
}

async function flooded() {
  await open("/alerts", ".alert");
  await watch();
  api.flood(100);
  await pause(30_000);
  await tell("100 alerts a second for 30 s");
  api.flood(0);
}

async function zoomed() {
  await open("/map", ".mark");
  await pause(1_000);
  const { x, y, marks } = await page.run(middle);
  await watch();
  for (let turn = 0; turn < 80; turn++) {
    await page.send("Input.dispatchMouseEvent", { type: "mouseWheel", x, y, deltaX: 0, deltaY: turn < 40 ? -40 : 40 });
    await pause(16);
  }
  await tell(`map with ${marks} places, zoomed in and out by 80 turns of the wheel`);
}

async function open(path, until) {
  await page.go(api.url + path);
  // what is asked of a page that is being left is perhaps never answered
  const there = () => page.run((selector) => document.querySelector(selector) !== null, until).catch(() => false);
  while (!(await Promise.race([there(), pause(500, false)]))) await pause(50);
}

/** Begins to note frames and what blocks the main thread. */
async function watch() {
  await page.run(() => {
    if (window.noted === undefined) {
      window.noted = { frames: [], blocked: [] };
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.noted.blocked.push(duration);
      }).observe({ type: "longtask" });
      let last = performance.now();
      const frame = (time) => {
        window.noted.frames.push(time - last);
        last = time;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
    }
    window.noted.frames.length = 0;
    window.noted.blocked.length = 0;
  });
}

/** Says what was noted, and begins anew. */
async function tell(what) {
  const { frames, blocked } = await page.run(() => window.noted);
  const sorted = frames.slice(1).sort((a, b) => a - b);
  const at = (part) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  const longest = Math.round(Math.max(0, ...blocked));
  console.log(
    `${what}: ${sorted.length} frames, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms;` +
      ` tasks over 50 ms: ${blocked.length}, the longest ${longest} ms`,
  );
  await watch();
}

// What follows runs in the page.

async function readBack(wanted) {
  for (;;) {
    const scroller = document.querySelector(".scroller");
    const rows = Number(scroller.querySelector("[aria-setsize]").getAttribute("aria-setsize"));
    if (rows >= wanted) return rows;
    scroller.scrollTop = scroller.scrollHeight;
    await new Promise((done) => setTimeout(done, 30));
  }
}

function scroll(pixelsPerSecond, millis) {
  const scroller = document.querySelector(".scroller");
  return new Promise((done) => {
    const begun = performance.now();
    const step = (time) => {
      scroller.scrollTop = ((time - begun) / 1000) * pixelsPerSecond;
      if (time - begun < millis) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
}

async function jump(times) {
  const scroller = document.querySelector(".scroller");
  for (let time = 0; time < times; time++) {
    scroller.scrollTop = ((time * 0.618034) % 1) * scroller.scrollHeight;
    await new Promise((done) => setTimeout(done, 200));
  }
}

function middle() {
  const { left, top, width, height } = document.querySelector(".atlas").getBoundingClientRect();
  const marks = document.querySelectorAll(".mark").length;
  return { x: left + width / 2, y: top + height / 2, marks };
}
