/** "AIR_DRONE_STRIKE" as people write it: "air drone strike". */
export function lower(name: string | null | undefined): string {
  return (name ?? "").toLowerCase().replaceAll("_", " ");
}

/** "1 alert", "12 alerts", "1,204 alerts". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}
