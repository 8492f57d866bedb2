import { ask } from "../api/client";
import { apiKey } from "../app/identity";
import { toast } from "../app/toasts";

/** Formats in which the API gives all that filters let pass. */
export const FORMATS = ["csv", "ndjson", "geojson"] as const;

/**
 * Where a key is needed a plain link would come without it: then the page fetches the file and hands it over.  Without one the
 * browser follows the link, and the file goes to disk as it comes.
 */
export async function download(event: MouseEvent, path: string, name: string): Promise<void> {
  if (apiKey.value === "") return;
  event.preventDefault();
  try {
    const response = await ask("GET", path, { headers: { Accept: "*/*" } });
    saveAs(await response.blob(), name);
  } catch (error) {
    toast({ text: error instanceof Error ? error.message : String(error), tone: "bad" });
  }
}

function saveAs(content: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
