import type { DeadLetter, Lag, Replayed } from "./types";

/** "0.4", "12", "1,204": few digits where few count. */
export function figure(value: number): string {
  if (value !== 0 && Math.abs(value) < 10) return value.toFixed(1).replace(/\.0$/, "");
  return Math.round(value).toLocaleString("en-GB");
}

/** Milliseconds as one reads them: "240 ms", "1.8 s", "3.0 min". */
export function duration(millis: number): string {
  if (millis < 1000) return `${Math.round(millis)} ms`;
  return millis < 60_000 ? `${(millis / 1000).toFixed(1)} s` : `${(millis / 60_000).toFixed(1)} min`;
}

/** "1.2 kB" */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The lag of each group, topic by topic, the furthest behind first. */
export function lagByGroup(lag: readonly Lag[]): { group: string; records: number; topics: Lag[] }[] {
  const groups = new Map<string, Lag[]>();
  for (const one of lag) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups]
    .map(([group, topics]) => ({
      group,
      records: topics.reduce((sum, { records }) => sum + records, 0),
      topics: topics.toSorted((a, b) => b.records - a.records || (a.topic < b.topic ? -1 : 1)),
    }))
    .sort((a, b) => b.records - a.records || (a.group < b.group ? -1 : 1));
}

/** What is asked to replay these: one request for each topic. */
export function replays(letters: readonly DeadLetter[]) {
  const topics = new Map<string, { partition: number; offset: number }[]>();
  for (const { topic, partition, offset } of letters) {
    topics.set(topic, [...(topics.get(topic) ?? []), { partition, offset }]);
  }
  return [...topics].map(([topic, records]) => ({ topic, records }));
}

/** What became of a replay, in a sentence. */
export function outcome({ sent, before, refused }: Replayed): string {
  const parts = [`${sent.length} sent once more`];
  if (before.length > 0) parts.push(`${before.length} had been sent before`);
  if (refused.length > 0) parts.push(`${refused.length} can't be: ${refused.map(({ reason }) => reason)[0]}`);
  return parts.join("; ");
}

/** The message without the exception's name in front of it, which stands beside it anyway. */
export function withoutName(message: string | null, exception: string): string {
  const name = `${shortName(exception)}: `;
  return message?.startsWith(name) ? message.slice(name.length) : (message ?? "");
}

/** "SerializationException" of "org.apache.kafka.common.errors.SerializationException" */
export function shortName(exception: string): string {
  return exception.slice(Math.max(exception.lastIndexOf("."), exception.lastIndexOf("$")) + 1);
}
