/** Runs jobs in the order in which they were given, so many at a time. */
export function lane(most: number): <T>(job: () => Promise<T>) => Promise<T> {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  const next = () => {
    while (running < most) {
      const job = waiting.shift();
      if (job === undefined) return;
      running++;
      void job().finally(() => {
        running--;
        next();
      });
    }
  };
  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push(() => job().then(resolve, reject));
      next();
    });
}
