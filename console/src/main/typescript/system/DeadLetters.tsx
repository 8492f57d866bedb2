import { useState } from "preact/hooks";
import { get, send } from "../api/client";
import { useResource } from "../api/resource";
import type { Address } from "../app/address";
import { toast } from "../app/toasts";
import { Moment } from "../time/Moment";
import { Confirm } from "../ui/Confirm";
import { Dialog } from "../ui/Dialog";
import { Empty, Failed, Loading } from "../ui/states";
import { figure, outcome, replays, shortName, size, withoutName } from "./figures";
import type { DeadLetter, DeadLetterCount, Replayed, WholeDeadLetter } from "./types";

const LIMIT = 50;
const AGAIN_MILLIS = 3_000;

/** Records that could not be processed: why, what they hold, and how to send them once more. */
export function DeadLetters({ counts, address }: { counts: DeadLetterCount[] | null; address: Address }) {
  const topic = address.get("topic");
  const reason = address.get("reason");
  const total = counts?.map(({ topic: of, records }) => `${of} ${records}`).join() ?? "";
  // asked again when their number changes
  const { data, error, reload } = useResource(`dead ${topic} ${reason} ${total}`, (signal) =>
    get<{ items: DeadLetter[]; all: boolean }>("/api/deadletters", { topic, reason, limit: LIMIT }, signal),
  );
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [asks, setAsks] = useState(false);
  const shown = address.get("letter");
  const items = data?.items ?? [];
  const chosen = items.filter((letter) => picked.has(letter.address));
  const pick = (letters: readonly DeadLetter[], on: boolean) => {
    const next = new Set(picked);
    for (const letter of letters) {
      if (on && letter.replayed === null) next.add(letter.address);
      else next.delete(letter.address);
    }
    setPicked(next);
  };
  const fresh = items.filter((letter) => letter.replayed === null);
  return (
    <section class="dead-letters" aria-labelledby="dead-letters">
      <div class="panel-line">
        <h2 id="dead-letters">Dead letters</h2>
        <div class="actions">
          <select
            aria-label="Whose dead letters"
            value={topic}
            onChange={(event) => address.set({ topic: event.currentTarget.value })}
          >
            <option value="">of all services</option>
            {["ingest", "enrich", "alerts"].map((service) => (
              <option key={service} value={service}>
                {service}
              </option>
            ))}
          </select>
          <input
            type="search"
            aria-label="Part of the reason"
            placeholder="Reason"
            value={reason}
            onChange={(event) => address.set({ reason: event.currentTarget.value })}
          />
          <button type="button" disabled={chosen.length === 0} onClick={() => setAsks(true)}>
            {chosen.length === 0 ? "Send once more …" : `Send ${chosen.length} once more …`}
          </button>
        </div>
      </div>
      {counts && (
        <p class="muted">
          {counts.map(({ topic: of, records, oldest }) => (
            <span class="dead-count" key={of}>
              <code>{of}</code> {records === 0 ? "none" : `${figure(records)} at most`}
              {oldest && (
                <>
                  , the oldest of <Moment at={oldest} />
                </>
              )}
            </span>
          ))}
        </p>
      )}
      {error?.status === 403 || error?.status === 401 ? (
        <Empty title="Dead letters need a key of the scope admin">Give it in the settings (,).</Empty>
      ) : error ? (
        <Failed what="the dead letters" error={error} retry={reload} />
      ) : !data ? (
        <Loading what="dead letters" lines={2} />
      ) : items.length === 0 ? (
        <Empty title={topic || reason ? "None is like that" : "Nothing lies there"} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        <section class="table-scroll" tabIndex={0} aria-label="The latest dead letters">
          <table>
            <thead>
              <tr>
                <th>
                  <input
                    type="checkbox"
                    aria-label="Pick all"
                    checked={fresh.length > 0 && chosen.length === fresh.length}
                    onChange={(event) => pick(fresh, event.currentTarget.checked)}
                  />
                </th>
                <th>Record</th>
                <th>When</th>
                <th>What went wrong</th>
                <th class="number">Size</th>
                <th>Sent once more</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <tr key={one.address}>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`Pick ${one.address}`}
                      disabled={one.replayed !== null}
                      checked={picked.has(one.address)}
                      onChange={(event) => pick([one], event.currentTarget.checked)}
                    />
                  </td>
                  <td>
                    <button type="button" class="plain link" onClick={() => address.set({ letter: one.address })}>
                      {one.address}
                    </button>
                  </td>
                  <td class="whole">
                    <Moment at={one.time} />
                  </td>
                  <td>
                    <b>{shortName(one.exception)}</b> {withoutName(one.message, one.exception)}
                  </td>
                  <td class="number whole">{size(one.bytes)}</td>
                  <td>{one.replayed ? <Moment at={one.replayed} /> : "no"}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {!data.all && (
            <p class="muted">
              There may be older ones: <code>vedette deadletters list</code> finds them.
            </p>
          )}
        </section>
      )}
      {shown !== "" && <Record address={shown} close={() => address.set({ letter: null })} />}
      {asks && (
        <Confirm
          title={`Send ${chosen.length} once more?`}
          does="Send"
          close={() => setAsks(false)}
          run={async () => {
            const results: Replayed = { sent: [], before: [], refused: [] };
            for (const body of replays(chosen)) {
              const done = await send<Replayed>("POST", "/api/deadletters/replay", { body });
              results.sent.push(...done.sent);
              results.before.push(...done.before);
              results.refused.push(...done.refused);
            }
            toast({ text: outcome(results), tone: results.refused.length > 0 ? "bad" : "calm", lasts: 12_000 });
            setPicked(new Set());
            reload();
            // what fails again is there then
            setTimeout(reload, AGAIN_MILLIS);
          }}
        >
          <p>
            Each goes to where it was read, at most once. Mend first what made it fail, or it comes back as a new dead
            letter.
          </p>
        </Confirm>
      )}
    </section>
  );
}

/** All that is known of one. */
function Record({ address, close }: { address: string; close: () => void }) {
  const path = address.split(":").map(encodeURIComponent).join("/");
  const { data, error, reload } = useResource(`letter ${address}`, (signal) =>
    get<WholeDeadLetter>(`/api/deadletters/${path}`, {}, signal),
  );
  return (
    <Dialog title={`Dead letter ${address}`} close={close} class="wide">
      {error ? (
        <Failed what="the record" error={error} retry={reload} />
      ) : !data ? (
        <Loading what="the record" lines={2} />
      ) : (
        <>
          <p>
            <b>{data.letter.exception}</b>
          </p>
          <p>{data.letter.message}</p>
          <p class="muted">
            <Moment at={data.letter.time} as="whole" />
            {data.letter.readFrom && ` · read from ${placeOf(data.letter.readFrom)}`}
          </p>
          {data.refusal && <p class="remark warning">It can't be sent once more: {data.refusal}</p>}
          <Part name="Key" text={data.key} />
          <Part name={data.cut ? "Value, its beginning" : "Value"} text={data.value ?? "was too large to be kept"} />
          <Part name="Headers" text={data.headers.map(({ name, value }) => `${name}: ${value ?? "null"}`).join("\n")} />
          <Part name="Stack trace" text={data.stackTrace} />
        </>
      )}
    </Dialog>
  );
}

const placeOf = ({ topic, partition, offset }: NonNullable<DeadLetter["readFrom"]>) =>
  `${topic}:${partition}:${offset}`;

function Part({ name, text }: { name: string; text: string }) {
  return (
    <details open={name !== "Headers" && name !== "Stack trace"}>
      <summary>{name}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard */}
      <section class="record" tabIndex={0} aria-label={name}>
        {text}
      </section>
    </details>
  );
}
