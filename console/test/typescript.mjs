// Lets node's test runner import TypeScript and TSX as esbuild reads them.
import { register } from "node:module";

register("./loader.mjs", import.meta.url);
