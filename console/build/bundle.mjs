// What esbuild is asked for, the same for the kept page and while developing.
import { cp, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const PAGE = `${ROOT}src/main/resources/io/vedette/console/page/`;

/** Options of esbuild for the page. */
export function options(outdir) {
  return {
    absWorkingDir: ROOT,
    entryPoints: {
      app: "src/main/typescript/main.tsx",
      stream: "src/main/typescript/stream.ts",
      style: "src/main/typescript/style.css",
    },
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022", "chrome115", "firefox115", "safari16.4"],
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: { react: "preact/compat", "react-dom": "preact/compat" },
    entryNames: "[name]",
    chunkNames: "[name]-[hash]",
    legalComments: "none",
    charset: "utf8",
    metafile: true,
    logLevel: "warning",
  };
}

/** What is no code: the page itself, its icon, and the coastlines and borders of Natural Earth. */
export async function copyAssets(outdir) {
  await mkdir(outdir, { recursive: true });
  await cp(`${ROOT}src/main/html/`, outdir, { recursive: true });
  for (const atlas of ["countries-50m.json", "countries-110m.json"]) {
    await cp(`${ROOT}node_modules/world-atlas/${atlas}`, `${outdir}/${atlas}`);
  }
}
