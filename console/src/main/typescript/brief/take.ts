import { toast } from "../app/toasts";

/** Puts text into the clipboard and says so. */
export async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast({ text: "Copied as Markdown" });
  } catch {
    // browsers keep the clipboard from pages that came without TLS
    toast({ text: "This browser does not let the page copy; download it instead", tone: "bad" });
  }
}

/** Hands text over as a file. */
export function saveText(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
