import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { type ApiError, get } from "../api/client";
import { useResource } from "../api/resource";
import type { AlertInView, MatchedClause, Page } from "../api/types";
import { picked } from "../app/picks";
import { toast } from "../app/toasts";
import { Moment } from "../time/Moment";
import { webAddress } from "../ui/link";
import { SeverityMark } from "../ui/severity";
import { Failed, Loading } from "../ui/states";
import { Marked, Text } from "../ui/Text";
import { count, lower } from "../ui/words";
import { headlineOf } from "./matched";
import { WhyNot } from "./WhyNot";

type Attempt = {
  channel: string;
  status: string;
  attempt?: number;
  attempts?: number;
  attemptedAt?: string;
  nextAttemptAt?: string | null;
  reason: string | null;
  responseMillis?: number;
};
type Deliveries = { open: Attempt[]; items: Attempt[] };

type Props = {
  /** Undefined while it is read, or if it can't be. */
  alert: AlertInView | undefined;
  error: ApiError | undefined;
  reload: () => void;
  hrefOf: (alert: { id: string }) => string;
  back: string;
  acknowledge: (alerts: readonly AlertInView[]) => void;
  reject: (alerts: readonly AlertInView[]) => void;
  silence: (alerts: readonly AlertInView[]) => void;
  reopen: (alerts: readonly AlertInView[]) => void;
  pick: (alerts: readonly AlertInView[]) => void;
};

/** One alert with everything that is known of it. */
export function Detail({ alert, error, reload, hrefOf, back, ...act }: Props) {
  useEffect(() => {
    // where it takes the place of the list the focus goes along
    const list = document.querySelector(".desk-list");
    if (list !== null && list.clientHeight === 0) document.getElementById("detail")?.focus();
  }, []);
  if (alert === undefined) {
    return (
      <aside class="detail" aria-label="Alert" id="detail" tabIndex={-1}>
        <a class="button back" href={back}>
          ← Alerts
        </a>
        {error ? <Failed what="this alert" error={error} retry={reload} /> : <Loading what="the alert" lines={4} />}
      </aside>
    );
  }
  const url = webAddress(alert.url);
  const said = alert.feedback ?? alert.state;
  return (
    <aside class="detail" aria-label="Alert" id="detail" tabIndex={-1}>
      <header>
        <div class="detail-bar">
          <a class="button back" href={back} title="Back to the list (Escape)">
            <span class="wide">Close</span>
            <span class="narrow">← Alerts</span>
          </a>
          <Share />
        </div>
        <p class="detail-kind">
          <SeverityMark severity={alert.severity} /> <span>{lower(alert.kind)}</span>{" "}
          <Moment at={alert.raisedAt} as="whole" />
        </p>
        <h2>
          <Marked {...headlineOf(alert)} />
        </h2>
        <p class="muted">
          <a href={`/watches/${encodeURIComponent(alert.watchId)}`}>
            <Text>{alert.watchTitle || alert.watchId}</Text>
          </a>
          {alert.source && (
            <>
              {" · "}
              <Text>{alert.source}</Text>
            </>
          )}
          {alert.publishedAt && (
            <>
              {" · published "}
              <Moment at={alert.publishedAt} />
            </>
          )}
        </p>
        <div class="actions">
          {alert.status === "OPEN" ? (
            <>
              <button type="button" class="primary" onClick={() => act.acknowledge([alert])}>
                Acknowledge <kbd>a</kbd>
              </button>
              <button type="button" onClick={() => act.reject([alert])}>
                Reject <kbd>r</kbd>
              </button>
            </>
          ) : (
            <button type="button" onClick={() => act.reopen([alert])}>
              Open again
            </button>
          )}
          <button type="button" onClick={() => act.silence([alert])}>
            Silence <kbd>s</kbd>
          </button>
          <button type="button" aria-pressed={picked.value.includes(alert.id)} onClick={() => act.pick([alert])}>
            Brief <kbd>b</kbd>
          </button>
          {alert.articleId && (
            <a class="button" href={`/articles/${encodeURIComponent(alert.articleId)}`}>
              Article
            </a>
          )}
          {url && (
            <a class="button" href={url} target="_blank" rel="noopener noreferrer">
              Original ↗
            </a>
          )}
        </div>
        {alert.status !== "OPEN" && (
          <p class={`alert-verdict ${lower(alert.status)}`}>
            {lower(alert.status)}
            {said?.who && (
              <>
                {" by "}
                <Text>{said.who}</Text>
              </>
            )}
            {said?.reason && `, ${lower(said.reason)}`} <Moment at={said?.at} />
          </p>
        )}
      </header>
      <Why alert={alert} />
      {alert.articleId && (
        <Section title="Why not?" id="why-not">
          <p class="muted">Another watch, or a query, held against the same article.</p>
          <WhyNot articleId={alert.articleId} key={alert.articleId} />
        </Section>
      )}
      <OfStory alert={alert} hrefOf={hrefOf} />
      <Delivered id={alert.id} />
    </aside>
  );
}

function Section({ title, id, children }: { title: string; id: string; children: ComponentChildren }) {
  return (
    <section aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </section>
  );
}

/** Copies the address; where the browser has no clipboard (plain http) it is in the address line anyway. */
function Share() {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      toast({ text: "The address is copied" });
    } catch {
      toast({ text: "The browser's address line has the address of this alert" });
    }
  };
  return (
    <button type="button" class="plain" onClick={copy}>
      Copy link
    </button>
  );
}

function Why({ alert }: { alert: AlertInView }) {
  return (
    <Section title="Why" id="why">
      <p>
        <code class="query">
          <Text>{alert.query}</Text>
        </code>
      </p>
      {alert.reasons.length > 0 && (
        <p>
          New: <Text>{alert.reasons.join(", ")}</Text>
        </p>
      )}
      {alert.textDelivery === "NONE" && <p class="muted">The source does not allow its text to be shown.</p>}
      <ol class="clauses">
        {alert.clauses.map((clause, index) => (
          <Clause key={`${index} ${clause.clause}`} clause={clause} />
        ))}
      </ol>
      {alert.articles.length > 0 && (
        <ul class="plain-list">
          {alert.articles.map(({ id, title, source, at }) => (
            <li key={id}>
              <a href={`/articles/${encodeURIComponent(id)}`}>
                <Text>{title ?? id}</Text>
              </a>{" "}
              <span class="muted">
                <Text>{source}</Text> <Moment at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
      {alert.digest.length > 0 && (
        <>
          <p>{`${count(alert.digested, "alert")} held and told together:`}</p>
          <ul class="plain-list">
            {alert.digest.map(({ alertId, headline, severity, at }) => (
              <li key={alertId}>
                <SeverityMark severity={severity} />{" "}
                <a href={`/alerts/${encodeURIComponent(alertId)}`}>{<Text>{headline}</Text>}</a> <Moment at={at} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function Clause({ clause }: { clause: MatchedClause }) {
  const { snippet, snippetStart, start, end, words } = clause;
  const spans = snippet === null ? [] : [{ start: start - snippetStart, end: end - snippetStart, what: clause.clause }];
  const facts = [
    clause.name && clause.name !== words ? clause.name : null,
    clause.alias && clause.alias !== words ? `as “${clause.alias}”` : null,
    clause.modality ? lower(clause.modality) : null,
    (clause.sourceName ?? clause.said) ? `by ${clause.sourceName ?? clause.said}` : null,
    clause.confidence === null ? null : `confidence ${clause.confidence.toFixed(2)}`,
  ].filter((fact) => fact !== null);
  return (
    <li>
      <p>
        <code>
          <Text>{clause.clause}</Text>
        </code>{" "}
        <span class="muted">{clause.field === "TITLE" ? "in the headline" : "in the text"}</span>
      </p>
      <p class="quote">
        {snippet === null ? <mark>{<Text>{words}</Text>}</mark> : <Marked text={snippet} spans={spans} />}
      </p>
      {facts.length > 0 && (
        <p class="muted">
          <Text>{facts.join(" · ")}</Text>
        </p>
      )}
      {clause.rule && (
        <p class="muted">
          rule <code>{clause.rule}</code>
        </p>
      )}
    </li>
  );
}

/** Everything that was told of the same story, by whichever watch. */
function OfStory({ alert, hrefOf }: { alert: AlertInView; hrefOf: (alert: { id: string }) => string }) {
  const { storyId } = alert;
  const { data, error } = useResource(storyId === null ? null : `story ${storyId}`, (signal) =>
    get<Page<AlertInView>>("/api/alerts", { story: storyId, limit: 50 }, signal),
  );
  if (storyId === null) return null;
  const outlets = alert.state?.outlets ?? alert.outlets;
  const texts = alert.state?.independentTexts ?? alert.independentTexts;
  return (
    <Section title="Its story" id="story">
      <p>{`${count(outlets, "outlet")}, ${count(texts, "independent text")}`}</p>
      {error && <p class="problem">{error.message}</p>}
      <ul class="plain-list timeline">
        {(data?.items ?? []).map((other) => (
          <li key={other.id} aria-current={other.id === alert.id || undefined}>
            <Moment at={other.raisedAt} /> <SeverityMark severity={other.severity} />{" "}
            <a href={hrefOf(other)}>
              <Text>{other.headline}</Text>
            </a>{" "}
            <span class="muted">
              <Text>
                {[other.watchTitle, other.source, lower(other.kind), ...other.reasons].filter(Boolean).join(" · ")}
              </Text>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Delivered({ id }: { id: string }) {
  const { data, error } = useResource(`deliveries ${id}`, (signal) =>
    get<Deliveries>("/api/deliveries", { alert: id }, signal),
  );
  return (
    <Section title="Deliveries" id="deliveries">
      {error && <p class="problem">{error.message}</p>}
      {data && data.open.length + data.items.length === 0 && (
        <p class="muted">To no channel: none is set up for this watch, or it is not its turn yet.</p>
      )}
      <ul class="plain-list">
        {data?.open.map((open) => (
          <li key={`open ${open.channel}`}>
            <Text>{open.channel}</Text> {lower(open.status)}, {count(open.attempts ?? 0, "attempt")}
            {open.nextAttemptAt && (
              <>
                , next <Moment at={open.nextAttemptAt} />
              </>
            )}{" "}
            <span class="muted">
              <Text>{open.reason}</Text>
            </span>
          </li>
        ))}
        {data?.items.map((attempt) => (
          <li key={`${attempt.channel} ${attempt.attempt}`}>
            <Moment at={attempt.attemptedAt} /> <Text>{attempt.channel}</Text> {lower(attempt.status)}
            {attempt.responseMillis !== undefined && ` in ${attempt.responseMillis} ms`}{" "}
            <span class="muted">
              <Text>{attempt.reason}</Text>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
