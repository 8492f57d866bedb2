import assert from "node:assert/strict";
import { test } from "node:test";
import {
  duration,
  figure,
  lagByGroup,
  outcome,
  replays,
  shortName,
  size,
} from "../../../main/typescript/system/figures";
import type { DeadLetter } from "../../../main/typescript/system/types";

test("figures have as many digits as one reads", () => {
  assert.deepEqual([0, 0.04, 0.42, 3, 9.96, 12.4, 1204].map(figure), ["0", "0", "0.4", "3", "10", "12", "1,204"]);
  assert.deepEqual([240, 1840, 180_000].map(duration), ["240 ms", "1.8 s", "3.0 min"]);
  assert.deepEqual([12, 1200, 2_500_000].map(size), ["12 B", "1.2 kB", "2.5 MB"]);
});

test("the group that is furthest behind is first, and of it the topic", () => {
  const lag = [
    { group: "a", topic: "x", records: 1 },
    { group: "b", topic: "x", records: 2 },
    { group: "b", topic: "y", records: 7 },
  ];
  assert.deepEqual(
    lagByGroup(lag).map(({ group, records, topics }) => [group, records, topics.map(({ topic }) => topic)]),
    [
      ["b", 9, ["y", "x"]],
      ["a", 1, ["x"]],
    ],
  );
});

test("a replay is one request for each topic", () => {
  const letter = (topic: string, offset: number) => ({ topic, partition: 0, offset }) as DeadLetter;
  assert.deepEqual(replays([letter("a", 1), letter("b", 2), letter("a", 3)]), [
    {
      topic: "a",
      records: [
        { partition: 0, offset: 1 },
        { partition: 0, offset: 3 },
      ],
    },
    { topic: "b", records: [{ partition: 0, offset: 2 }] },
  ]);
});

test("what became of a replay is told whole", () => {
  assert.equal(outcome({ sent: ["a"], before: [], refused: [] }), "1 sent once more");
  assert.equal(
    outcome({ sent: [], before: ["a"], refused: [{ address: "b", reason: "there is none" }] }),
    "0 sent once more; 1 had been sent before; 1 can't be: there is none",
  );
});

test("of an exception's class the last part says enough", () => {
  assert.equal(shortName("org.apache.kafka.SerializationException"), "SerializationException");
  assert.equal(shortName("a.B$TaggerDown"), "TaggerDown");
});
