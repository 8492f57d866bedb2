import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";

const ENDINGS = [".ts", ".tsx", "/index.ts"];

export async function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && !/\.(mjs|js|json|tsx?)$/.test(specifier)) {
    for (const ending of ENDINGS) {
      try {
        return await next(specifier + ending, context);
      } catch (error) {
        if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      }
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), "utf8"), {
    loader: url.endsWith("x") ? "tsx" : "ts",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "preact",
    sourcefile: fileURLToPath(url),
    sourcemap: "inline",
  });
  return { format: "module", source: code, shortCircuit: true };
}
