import type { ComponentChildren } from "preact";
import type { Severity } from "../api/types";
import { words } from "./draft";
import type { WatchBody } from "./types";

type Props = { watch: WatchBody; change: (part: Partial<WatchBody>) => void; fresh: boolean; suggestedId: string };

const DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/** Title, severity and channels at once; what few watches need, folded. */
export function Options({ watch, change, fresh, suggestedId }: Props) {
  return (
    <>
      <div class="fields">
        <Field label="Title">
          <input
            value={watch.title}
            maxLength={200}
            onInput={(event) => change({ title: event.currentTarget.value })}
          />
        </Field>
        {fresh && (
          <Field label="Id" hint="it can't be changed later">
            <input
              class="mono"
              value={watch.id}
              placeholder={suggestedId}
              onInput={(event) => change({ id: event.currentTarget.value })}
            />
          </Field>
        )}
        <Field label="Severity">
          <select
            value={watch.severity}
            onChange={(event) => change({ severity: event.currentTarget.value as Severity })}
          >
            <option value="CRITICAL">critical</option>
            <option value="WARNING">warning</option>
            <option value="INFO">info</option>
          </select>
        </Field>
        <Words label="Labels" of={watch.labels} change={(labels) => change({ labels })} />
        <Words label="Channels" of={watch.channels} change={(channels) => change({ channels })} />
        <label class="check">
          <input
            type="checkbox"
            checked={watch.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
          <span>Enabled</span>
        </label>
      </div>
      <Timing watch={watch} change={change} />
      <Pace watch={watch} change={change} />
    </>
  );
}

type PartProps = Pick<Props, "watch" | "change">;

function Timing({ watch, change }: PartProps) {
  const quiet = watch.quietHours ?? {};
  const put = (part: object) => change({ quietHours: { ...quiet, ...part } });
  const set = watch.quietHours !== null || watch.validFrom !== null || watch.validUntil !== null;
  return (
    <details open={set}>
      <summary>Validity and quiet hours</summary>
      <div class="fields">
        <Field label="Valid from" hint="UTC">
          <input
            value={watch.validFrom ?? ""}
            placeholder="2026-01-01T00:00:00Z"
            onInput={(event) => change({ validFrom: event.currentTarget.value || null })}
          />
        </Field>
        <Field label="Valid until" hint="UTC">
          <input
            value={watch.validUntil ?? ""}
            placeholder="2027-01-01T00:00:00Z"
            onInput={(event) => change({ validUntil: event.currentTarget.value || null })}
          />
        </Field>
        <Field label="Quiet from">
          <input
            type="time"
            value={quiet.from ?? ""}
            onInput={(event) => put({ from: event.currentTarget.value || null })}
          />
        </Field>
        <Field label="Quiet to">
          <input
            type="time"
            value={quiet.to ?? ""}
            onInput={(event) => put({ to: event.currentTarget.value || null })}
          />
        </Field>
        <Field label="Zone" hint="UTC unless said">
          <input
            value={quiet.zone ?? ""}
            placeholder="Europe/Kyiv"
            onInput={(event) => put({ zone: event.currentTarget.value || null })}
          />
        </Field>
        <fieldset class="days">
          <legend>Days (all unless said)</legend>
          {DAYS.map((day) => (
            <label key={day} class="check">
              <input
                type="checkbox"
                checked={quiet.days?.includes(day) ?? false}
                onChange={(event) =>
                  put({
                    days: DAYS.filter((one) => (one === day ? event.currentTarget.checked : quiet.days?.includes(one))),
                  })
                }
              />
              <span>{day.toLowerCase()}</span>
            </label>
          ))}
        </fieldset>
      </div>
    </details>
  );
}

function Pace({ watch, change }: PartProps) {
  const throttle = watch.throttle ?? {};
  const digest = watch.digest ?? {};
  const updates = watch.updates ?? {};
  const set = watch.throttle ?? watch.digest ?? watch.updates ?? watch.budget;
  return (
    <details open={set !== null}>
      <summary>Throttle, digest, updates, budget</summary>
      <div class="fields">
        <Count
          label="At most"
          hint="alerts, then one digest"
          value={throttle.most ?? null}
          change={(most) => change({ throttle: { ...throttle, most } })}
        />
        <Field label="per">
          <input
            value={throttle.per ?? ""}
            placeholder="1h"
            onInput={(event) => change({ throttle: { ...throttle, per: event.currentTarget.value || null } })}
          />
        </Field>
        <Field label="Digest every" hint="or at a time of day">
          <input
            value={digest.every ?? ""}
            placeholder="6h"
            onInput={(event) => change({ digest: { ...digest, every: event.currentTarget.value || null } })}
          />
        </Field>
        <Field label="Digest at">
          <input
            type="time"
            value={digest.at ?? ""}
            onInput={(event) => change({ digest: { ...digest, at: event.currentTarget.value || null } })}
          />
        </Field>
        <Field label="Zone of the digest" hint="UTC unless said">
          <input
            value={digest.zone ?? ""}
            placeholder="Europe/Berlin"
            onInput={(event) => change({ digest: { ...digest, zone: event.currentTarget.value || null } })}
          />
        </Field>
        <Count label="Budget" hint="alerts a day" value={watch.budget} change={(budget) => change({ budget })} />
        <Words
          label="Update at independent texts"
          of={(updates.independentTexts ?? []).map(String)}
          change={(texts) =>
            change({ updates: { ...updates, independentTexts: texts.map(Number).filter((one) => one > 0) } })
          }
        />
        <label class="check">
          <input
            type="checkbox"
            checked={updates.enabled ?? true}
            onChange={(event) => change({ updates: { ...updates, enabled: event.currentTarget.checked } })}
          />
          <span>Updates of a story</span>
        </label>
      </div>
    </details>
  );
}

function Field({ label, hint, children }: { label: string; hint?: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is around
    <label>
      <span>
        {label} {hint && <small>{hint}</small>}
      </span>
      {children}
    </label>
  );
}

function Words({ label, of, change }: { label: string; of: readonly string[]; change: (words: string[]) => void }) {
  return (
    <Field label={label}>
      <input
        defaultValue={of.join(", ")}
        placeholder="a, b"
        onChange={(event) => change(words(event.currentTarget.value))}
      />
    </Field>
  );
}

type CountProps = { label: string; hint: string; value: number | null; change: (value: number | null) => void };

function Count({ label, hint, value, change }: CountProps) {
  return (
    <Field label={label} hint={hint}>
      <input
        type="number"
        min={1}
        value={value ?? ""}
        onInput={({ currentTarget: { value: text } }) => change(text === "" ? null : Number(text))}
      />
    </Field>
  );
}
