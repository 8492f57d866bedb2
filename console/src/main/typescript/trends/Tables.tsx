import { useState } from "preact/hooks";
import { Moment } from "../time/Moment";
import { now } from "../time/now";
import { bucketAddress, changeWords, partsOf, summary } from "./series";
import type { TrendsAnswer } from "./types";

/** A row for each line of the chart: how many, against the usual, and when most. */
export function SeriesTable({ answer, remove }: { answer: TrendsAnswer; remove: (series: string) => void }) {
  return (
    <table class="series-table">
      <caption class="hidden">What is counted</caption>
      <thead>
        <tr>
          <th scope="col">Series</th>
          <th scope="col" class="number">
            Total
          </th>
          <th scope="col" class="number">
            Usually
          </th>
          <th scope="col" class="number">
            Against the usual
          </th>
          <th scope="col">Most at</th>
          <th scope="col">
            <span class="hidden">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.series.map((series, index) => {
          const { peak, usual, change } = summary(series, answer.step, now.peek());
          return (
            <tr key={series.series}>
              <th scope="row">
                <i class={`series-mark series-${index + 1}`}>{index + 1}</i>
                {series.label} {series.series !== "articles" && <small>{partsOf(series.series)[0]}</small>}
              </th>
              <td class="number">{series.total.toLocaleString("en")}</td>
              <td class="number">{usual === null ? "–" : Math.round(usual).toLocaleString("en")}</td>
              <td class={`number ${change !== null && change >= 0.5 ? "much" : ""}`}>
                {change === null ? "–" : changeWords(change)}
              </td>
              <td>
                {peak ? (
                  <a href={bucketAddress(series.series, peak.at, answer.step)}>
                    <Moment at={peak.at} as="minute" />
                    {` (${peak.count.toLocaleString("en")})`}
                  </a>
                ) : (
                  "–"
                )}
              </td>
              <td class="number">
                {answer.series.length > 1 && (
                  <button
                    type="button"
                    class="plain"
                    aria-label={`Remove ${series.label}`}
                    onClick={() => remove(series.series)}
                  >
                    ✕
                  </button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Every number of the chart; each leads to the articles that it counts. */
export function Numbers({ answer }: { answer: TrendsAnswer }) {
  const [open, setOpen] = useState(false);
  return (
    <details class="numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The chart as a table</summary>
      {open && (
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              {answer.series.map(({ series, label }) => (
                <th key={series} scope="col" class="number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(answer.series[0]?.points ?? []).map(({ at }, index) => (
              <tr key={at}>
                <th scope="row">
                  <Moment at={at} as="whole" />
                </th>
                {answer.series.map(({ series, points }) => (
                  <td key={series} class="number">
                    <a href={bucketAddress(series, at, answer.step)}>{points[index]?.count ?? 0}</a>
                    {points[index]?.usual != null && <small>{` usually ${points[index]?.usual}`}</small>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
