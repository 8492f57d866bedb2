import { effect, signal } from "@preact/signals";
import { listen } from "../api/stream";
import type { Severity } from "../api/types";
import { setTitleBadge } from "../ui/View";
import { isTruth, oneOf, stored } from "./stored";

/** From which severity on an alert is heard; "off" until somebody wants it. */
export type Sound = "off" | Severity;

export const sound = stored<Sound>("sound", "off", oneOf("off", "CRITICAL", "WARNING", "INFO"));

/** Whether the tab's title counts the alerts that came while nobody looked. */
export const badge = stored("badge", true, isTruth);

const GRAVITY: Record<Severity, number> = { INFO: 0, WARNING: 1, CRITICAL: 2 };
/** Two tones each, in hertz: the graver, the higher. */
const TONES: Record<Severity, readonly [number, number]> = {
  INFO: [440, 440],
  WARNING: [587, 740],
  CRITICAL: [880, 1175],
};
const SECONDS = 0.14;
/** However many alerts come, no more than one sound in this time. */
const QUIET_MILLIS = 1_500;

const missed = signal(0);
let context: AudioContext | null = null;
let lastSound = 0;
let started = false;

/** Hears the stream as long as the page is open, and counts and sounds what comes. */
export function watchForAlerts(): void {
  if (started) return;
  started = true;
  listen(({ name, data }) => {
    if (name !== "alert") return;
    if (document.hidden) missed.value++;
    const { severity } = data as { severity: Severity };
    if (sound.value !== "off" && GRAVITY[severity] >= GRAVITY[sound.value]) beep(severity);
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) missed.value = 0;
  });
  effect(() => setTitleBadge(badge.value ? missed.value : 0));
}

/** Sounds as an alert of this severity does. */
export function beep(severity: Severity): void {
  const now = performance.now();
  if (now - lastSound < QUIET_MILLIS && lastSound > 0) return;
  lastSound = now;
  try {
    context ??= new AudioContext();
    // a page that nobody has touched yet may not sound
    void context.resume();
    const [first, second] = TONES[severity];
    tone(context, first, 0);
    tone(context, second, SECONDS);
  } catch {
    // no sound on this machine
  }
}

function tone(audio: AudioContext, hertz: number, after: number): void {
  const from = audio.currentTime + after;
  const wave = audio.createOscillator();
  const volume = audio.createGain();
  wave.frequency.value = hertz;
  volume.gain.setValueAtTime(0.0001, from);
  volume.gain.exponentialRampToValueAtTime(0.15, from + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, from + SECONDS);
  wave.connect(volume).connect(audio.destination);
  wave.start(from);
  wave.stop(from + SECONDS);
}
