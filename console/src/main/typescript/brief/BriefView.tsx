import { useEffect, useMemo } from "preact/hooks";
import { get } from "../api/client";
import { useResource } from "../api/resource";
import { type Address, useAddress } from "../app/address";
import { toast } from "../app/toasts";
import { Moment } from "../time/Moment";
import { now } from "../time/now";
import { Chip, Choices } from "../ui/controls";
import { nameOf, useNames } from "../ui/names";
import { Suggest } from "../ui/Suggest";
import { Empty, Failed, Loading } from "../ui/states";
import { View } from "../ui/View";
import { draft, draftOf, handedOver, picked } from "./handover";
import { asMarkdown } from "./markdown";
import { type Paper, paperOf } from "./paper";
import { Sheet } from "./Sheet";
import { copy, saveText } from "./take";
import type { Brief } from "./types";

const ASKED = ["alert", "since", "from", "to", "severity", "place", "watch", "claim", "label", "country"];

/** What the shift that takes over has to know: made of alerts, edited by hand, taken along as Markdown or on paper. */
export default function BriefView() {
  const address = useAddress();
  const asked = askedIn(address);
  useNames(asked);
  const nothing = Object.keys(asked).length === 0;
  useEffect(() => {
    if (nothing) address.set(usual());
  }, [nothing, address]);

  const of = JSON.stringify(asked);
  const { data, error, reload } = useResource(nothing ? null : of, (signal) => get<Brief>("/api/brief", asked, signal));
  const made = useMemo(() => data && paperOf(data), [data]);
  const edited = draftOf(of, now.peek());
  const paper = edited?.paper ?? made;
  const edit = (next: Paper) => {
    draft.value = { of, at: new Date().toISOString(), paper: next };
  };
  return (
    <View title="Brief" actions={paper && <Actions paper={paper} until={data?.to} />}>
      <Of address={address} asked={asked} />
      {edited && (
        <p class="edited" role="status">
          <span>
            Edited <Moment at={edited.at} />; kept in this browser.
          </span>
          <button
            type="button"
            class="plain"
            onClick={() => {
              draft.value = null;
              toast({ text: "Begun again", action: { label: "Undo", run: () => edit(edited.paper) } });
            }}
          >
            Begin again from the alerts
          </button>
        </p>
      )}
      {paper ? (
        data?.alerts === 0 && !edited ? (
          <Empty title="No alerts in this time">Nothing to hand over, unless you choose a longer time.</Empty>
        ) : (
          <Sheet paper={paper} edit={edit} />
        )
      ) : error ? (
        <Failed what="the brief" error={error} retry={reload} />
      ) : (
        <Loading what="the brief" />
      )}
    </View>
  );
}

function askedIn(address: Address): Record<string, string[]> {
  const asked: Record<string, string[]> = {};
  for (const name of ASKED) {
    const values = address.all(name);
    if (values.length > 0) asked[name] = values;
  }
  return asked;
}

/** What was picked, else what came since the last brief, else half a day. */
function usual(): Record<string, string | string[]> {
  if (picked.value.length > 0) return { alert: picked.value };
  return handedOver.value === "" ? { since: "12h" } : { from: handedOver.value };
}

type OfProps = { address: Address; asked: Record<string, string[]> };

function Of({ address, asked }: OfProps) {
  const choices = [
    ...(picked.value.length > 0 ? [{ value: "picked", name: `${picked.value.length} picked` }] : []),
    ...(handedOver.value === "" ? [] : [{ value: "last", name: "Since the last brief" }]),
    { value: "8h", name: "8 h" },
    { value: "12h", name: "12 h" },
    { value: "24h", name: "24 h" },
  ];
  const chosen = asked.alert ? "picked" : asked.from?.[0] === handedOver.value ? "last" : (asked.since?.[0] ?? "");
  const choose = (value: string) => {
    const none = { alert: null, since: null, from: null, to: null };
    if (value === "picked") address.set({ ...none, alert: picked.value }, "push");
    else if (value === "last") address.set({ ...none, from: handedOver.value }, "push");
    else address.set({ ...none, since: value }, "push");
  };
  const filters = ["place", "severity", "watch", "claim", "label", "country"];
  return (
    <div class="filters brief-of">
      <Choices label="Brief of" choices={choices} value={chosen} choose={choose} />
      {!asked.alert && (
        <>
          <select
            aria-label="Severity"
            value=""
            onChange={(event) => {
              const severity = event.currentTarget.value;
              if (severity !== "") address.set({ severity: [...(asked.severity ?? []), severity] }, "push");
            }}
          >
            <option value="">Any severity</option>
            <option value="CRITICAL">critical</option>
            <option value="WARNING">warning</option>
            <option value="INFO">info</option>
          </select>
          <Suggest
            of={["place", "watch"]}
            label="Place or watch"
            placeholder="Place, watch …"
            pick={({ of, value }) => address.set({ [of]: [...(asked[of] ?? []), value] }, "push")}
          />
        </>
      )}
      <div class="chips">
        {filters.flatMap((name) =>
          (asked[name] ?? []).map((value) => (
            <Chip
              key={`${name} ${value}`}
              name={`${name} ${nameOf(name, value)}`}
              remove={() => address.set({ [name]: asked[name]?.filter((other) => other !== value) ?? null }, "push")}
            >
              <span>
                <small>{name}</small> {nameOf(name, value)}
              </span>
            </Chip>
          )),
        )}
      </div>
    </div>
  );
}

function Actions({ paper, until }: { paper: Paper; until: string | undefined }) {
  const markdown = () => asMarkdown(paper, window.location.origin);
  const handOver = () => {
    const before = { last: handedOver.value, picked: picked.value };
    handedOver.value = until ?? new Date().toISOString();
    picked.value = [];
    toast({
      text: "Handed over. The next brief begins here.",
      action: {
        label: "Undo",
        run: () => {
          handedOver.value = before.last;
          picked.value = before.picked;
        },
      },
    });
  };
  return (
    <>
      <button type="button" onClick={() => void copy(markdown())}>
        Copy Markdown
      </button>
      <button type="button" onClick={() => saveText(markdown(), fileName(paper.title))}>
        Download
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <button type="button" class="primary" onClick={handOver} title="The next brief begins where this one ends">
        Handed over
      </button>
    </>
  );
}

function fileName(title: string): string {
  return `${title.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "") || "brief"}.md`;
}
