export type Up = { up: boolean; detail: string | null };
export type Component = { name: string; up: boolean; detail: string | null };
export type Service = { name: string; ready: boolean; components: Component[] };
export type Group = { group: string; state: string | null; members: number };
export type Lag = { group: string; topic: string; records: number };
export type Latency = { p50: number; p95: number; p99: number; alerts: number; since: string };
export type DeadLetterCount = { topic: string; records: number; oldest: string | null };

/** How it goes, a few seconds ago; what could not be had is null. */
export type SystemState = {
  version: string;
  at: string;
  kafka: Up;
  services: Service[];
  groups: Group[] | null;
  lag: Lag[] | null;
  timeToAlert: Latency | null;
  rates: { articles: number | null; alerts: number | null; seconds: number };
  deadLetters: DeadLetterCount[] | null;
  canary: { lastSeen: string | null; millis: number | null; missing: number } | null;
};

/** A record that could not be processed. */
export type DeadLetter = {
  address: string;
  topic: string;
  service: string;
  partition: number;
  offset: number;
  time: string;
  readFrom: { topic: string; partition: number; offset: number } | null;
  exception: string;
  message: string;
  bytes: number;
  replayed: string | null;
};

export type WholeDeadLetter = {
  letter: DeadLetter;
  headers: { name: string; value: string | null }[];
  key: string;
  value: string | null;
  cut: boolean;
  stackTrace: string;
  refusal: string | null;
};

export type Replayed = { sent: string[]; before: string[]; refused: { address: string; reason: string }[] };
