import { get } from "../api/client";
import { useResource } from "../api/resource";
import { Moment } from "../time/Moment";
import { Empty, Failed, Loading } from "../ui/states";
import { Differences } from "./Differences";
import { bodyOf, changes, emptyWatch } from "./draft";
import type { WatchBody, WatchVersion } from "./types";

type Props = {
  id: string;
  /** The version in force; another one is read anew. */
  version: number;
  restore: (body: WatchBody) => void;
};

const WORDS = { CREATED: "created", CHANGED: "changed", DELETED: "deleted" };

/** Who changed what and when, the newest first. */
export function Versions({ id, version, restore }: Props) {
  const { data, error, reload } = useResource(`versions ${id} ${version}`, (signal) =>
    get<{ items: WatchVersion[]; complete: boolean }>(`/api/watches/${encodeURIComponent(id)}/versions`, {}, signal),
  );
  if (error?.status === 404) return <Empty title="No history is kept of it" />;
  if (error) return <Failed what="the history" error={error} retry={reload} />;
  if (!data) return <Loading what="the history" lines={3} />;
  if (data.items.length === 0) return <Empty title="No history is kept of it" />;
  return (
    <section class="panel-body" aria-label="History">
      <ol class="versions">
        {data.items.map((item, index) => {
          const body = bodyOf(item.watch ?? {});
          const before = data.items.slice(index + 1).find(({ watch }) => watch !== null);
          return (
            <li key={`${item.version} ${item.at}`}>
              <details open={index === 0}>
                <summary>
                  <b>{`Version ${item.version}`}</b> {WORDS[item.what] ?? item.what} by {item.who ?? "nobody named"},{" "}
                  <Moment at={item.at} />
                </summary>
                {item.what === "DELETED" || item.watch === null ? (
                  <p class="muted">It was deleted.</p>
                ) : (
                  <Differences
                    changes={changes(before?.watch ? bodyOf(before.watch) : emptyWatch(), { ...body, id })}
                  />
                )}
                {index > 0 && item.watch !== null && (
                  <button type="button" onClick={() => restore({ ...body, id })}>
                    Take this version into the editor
                  </button>
                )}
              </details>
            </li>
          );
        })}
      </ol>
      {!data.complete && <p class="muted">There is more than could be read in time; ask again for the older ones.</p>}
    </section>
  );
}
