import { stored } from "./stored";

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

/** Ids of the alerts that somebody picked for the next brief. */
export const picked = stored<string[]>("brief.picked", [], isTexts);
