// Makes the page that is kept in git: npm run build.  Ends with 1 if what the first view loads has grown over its budget.
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { copyAssets, options, PAGE, ROOT } from "./build/bundle.mjs";

const FIRST_VIEW_BYTES = 300_000;

await rm(PAGE, { recursive: true, force: true });
await copyAssets(PAGE);
const { metafile } = await build({ ...options(PAGE), minify: true });
await writeFile(`${PAGE}third-party.txt`, await licences(Object.keys(metafile.inputs)));
await tell(metafile);

/** The packages whose code is in the page, each with its licence. */
async function licences(inputs) {
  const folders = new Set(["node_modules/world-atlas"]);
  for (const input of inputs) {
    const found = /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  const texts = [];
  for (const folder of [...folders].sort()) {
    const { name, version, license } = JSON.parse(await readFile(`${ROOT}${folder}/package.json`, "utf8"));
    const file = (await readdir(ROOT + folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? (await readFile(`${ROOT}${folder}/${file}`, "utf8")).trim() : `Licence: ${license}`;
    texts.push(`${name} ${version} (${license})\n\n${text}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

async function tell({ outputs }) {
  const first = new Set();
  const follow = (path) => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path].imports) {
      if (kind === "import-statement") follow(next);
    }
  };
  for (const path of Object.keys(outputs)) {
    if (/\/(app\.js|style\.css)$/.test(path)) follow(path);
  }
  let bytes = gzipSync(await readFile(`${PAGE}index.html`)).length;
  for (const path of first) {
    bytes += gzipSync(await readFile(ROOT + path)).length;
  }
  console.log(`the first view is ${(bytes / 1000).toFixed(1)} kB compressed, ${first.size + 1} files`);
  if (bytes > FIRST_VIEW_BYTES) {
    console.error(`that is more than ${FIRST_VIEW_BYTES / 1000} kB: load what it does not need with import()`);
    process.exitCode = 1;
  }
}
