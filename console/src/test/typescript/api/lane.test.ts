import assert from "node:assert/strict";
import { test } from "node:test";
import { lane } from "../../../main/typescript/api/lane";

test("jobs run in their order, never more at a time than may, and each gets its own answer", async () => {
  const twoAtATime = lane(2);
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const answers = [1, 2, 3, 4].map((number) =>
    twoAtATime(async () => {
      begun.push(number);
      await new Promise<void>((end) => ends.set(number, end));
      return number * 10;
    }),
  );
  assert.deepEqual(begun, [1, 2]);

  ends.get(2)?.();
  assert.equal(await answers[1], 20);
  await new Promise(setImmediate);
  assert.deepEqual(begun, [1, 2, 3]);

  for (const number of [1, 3]) ends.get(number)?.();
  assert.deepEqual(await Promise.all([answers[0], answers[2]]), [10, 30]);
  await new Promise(setImmediate);
  ends.get(4)?.();
  assert.equal(await answers[3], 40);
});

test("a job that fails says so and lets the next one go on", async () => {
  const oneAtATime = lane(1);

  const failing = oneAtATime(() => Promise.reject(new Error("no")));
  const following = oneAtATime(() => Promise.resolve("yes"));

  await assert.rejects(failing, /no/);
  assert.equal(await following, "yes");
});
