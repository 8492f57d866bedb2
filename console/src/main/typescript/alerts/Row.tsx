import { Component } from "preact";
import type { AlertInView } from "../api/types";
import { picked } from "../app/picks";
import { Moment } from "../time/Moment";
import { ClaimType } from "../ui/claims";
import { SeverityMark } from "../ui/severity";
import { Marked, Text } from "../ui/Text";
import { count, lower } from "../ui/words";
import { perWatch } from "./actions";
import { beyond, headlineOf, saidIn, snippetOf } from "./matched";
import type { Story } from "./stories";

type Props = {
  story: Story;
  /** It is the one that keys act on. */
  current: boolean;
  /** The Tab key comes to it. */
  reached: boolean;
  /** It is the one whose detail is open. */
  open: boolean;
  /** All below it was read before. */
  readUntilHere: boolean;
  hrefOf: (alert: AlertInView) => string;
  choose: () => void;
};

const FOLDED_SHOWN = 3;

/** A story in the list.  It is drawn anew only when it is another, not for every step that the list scrolls. */
export class Row extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { story, current, reached, open, readUntilHere } = this.props;
    return (
      story !== next.story ||
      current !== next.current ||
      reached !== next.reached ||
      open !== next.open ||
      readUntilHere !== next.readUntilHere
    );
  }

  override render() {
    return <Drawn {...this.props} />;
  }
}

/** Its newest alert, and the others folded into it. */
function Drawn({ story, current, reached, open, readUntilHere, hrefOf, choose }: Props) {
  const lead = story.alerts[0] as AlertInView;
  const headline = headlineOf(lead);
  const snippet = beyond(snippetOf(lead.clauses), headline.text);
  const others = story.alerts.slice(1, 1 + FOLDED_SHOWN);
  const state = story.open > 0 ? "open" : lower(lead.status);
  return (
    <>
      {readUntilHere && (
        <p class="read-line">
          <span>read until here</span>
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter opens it, as its link does */}
      <article
        class={`alert ${story.severity.toLowerCase()} ${state}${open ? " opened" : ""}`}
        aria-current={current || undefined}
        tabIndex={reached ? 0 : -1}
        data-story={story.key}
        onClick={choose}
        onFocusIn={choose}
      >
        <div class="alert-side">
          <SeverityMark severity={story.severity} />
          <Moment at={lead.raisedAt} />
          <span class="muted">
            <Moment at={lead.raisedAt} as="ago" />
          </span>
        </div>
        <div class="alert-main">
          <h2>
            <a href={hrefOf(lead)} tabIndex={reached ? 0 : -1}>
              {headline.text === "" ? <span class="muted">{lower(lead.kind)}</span> : <Marked {...headline} />}
            </a>
          </h2>
          {snippet && (
            <p class="alert-snippet">
              <Marked {...snippet} />
            </p>
          )}
          <p class="alert-meta">
            {perWatch(story.alerts).map((alert) => (
              <span class="alert-watch" key={alert.watchId} title={alert.query}>
                <Text>{alert.watchTitle || alert.watchId}</Text>
              </span>
            ))}
            <Claims alert={lead} />
            {lead.source && <Text>{lead.source}</Text>}
            <Counts story={story} />
            {story.alerts.some(({ id }) => picked.value.includes(id)) && <span class="badge">in the brief</span>}
          </p>
          {others.length > 0 && (
            <ul class="alert-folded">
              {others.map((alert) => (
                <li key={alert.id}>
                  <Moment at={alert.raisedAt} /> <span class="alert-kind">{lower(alert.kind)}</span>{" "}
                  <a href={hrefOf(alert)} tabIndex={reached ? 0 : -1}>
                    <Text>{foldedWords(alert, lead)}</Text>
                  </a>
                </li>
              ))}
              {story.alerts.length > 1 + FOLDED_SHOWN && (
                <li class="muted">{`and ${count(story.alerts.length - 1 - FOLDED_SHOWN, "more", "more")}`}</li>
              )}
            </ul>
          )}
        </div>
        <Said story={story} />
      </article>
    </>
  );
}

/** What is different about an alert that is folded into another. */
function foldedWords(alert: AlertInView, lead: AlertInView): string {
  if (alert.reasons.length > 0) return alert.reasons.join(", ");
  return alert.headline === lead.headline ? alert.watchTitle || alert.watchId : alert.headline;
}

/** Who claims what, and how. */
function Claims({ alert }: { alert: AlertInView }) {
  return (
    <>
      {saidIn(alert.clauses).map(({ type, how, who }) => (
        <span class="alert-said" key={`${type} ${how} ${who}`}>
          <ClaimType type={type.toUpperCase().replaceAll(" ", "_")} />
          <span class={`how ${how}`}>{how}</span>
          {who && (
            <>
              by <Text>{who}</Text>
            </>
          )}
        </span>
      ))}
    </>
  );
}

function Counts({ story }: { story: Story }) {
  const words = [
    story.alerts.length > 1 ? count(story.alerts.length, "alert") : null,
    story.updates > 0 ? count(story.updates, "update") : null,
    story.outlets > 1 ? count(story.outlets, "outlet") : null,
    story.independentTexts > 1 ? count(story.independentTexts, "independent text") : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : <span class="alert-counts">{words.join(" · ")}</span>;
}

/** What somebody made of it, with the name. */
function Said({ story }: { story: Story }) {
  const said = story.alerts.find((alert) => alert.status !== "OPEN");
  if (said === undefined) return null;
  const who = said.feedback?.who ?? said.state?.who;
  const partly = story.open > 0;
  const reason = said.feedback?.reason ?? null;
  return (
    <p class={`alert-verdict ${lower(said.status)}`} title={reason ? lower(reason) : undefined}>
      {said.status === "ACKNOWLEDGED" ? "✓ " : said.status === "REJECTED" ? "✕ " : ""}
      {partly ? "partly " : ""}
      {lower(said.status)}
      {who && (
        <>
          {" "}
          by <Text>{who}</Text>
        </>
      )}
      {said.status === "REJECTED" && reason && <span class="muted">{lower(reason)}</span>}
    </p>
  );
}
