import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { useRoute } from "preact-iso/router";
import type { ArticleInView } from "../api/articles";
import { get } from "../api/client";
import { useResource } from "../api/resource";
import { useCommands } from "../app/keys";
import { isText, stored } from "../app/stored";
import { Moment } from "../time/Moment";
import { webAddress } from "../ui/link";
import { Failed, Loading } from "../ui/states";
import { plain, Text } from "../ui/Text";
import { View } from "../ui/View";
import { count, lower } from "../ui/words";
import { Claims } from "./Claims";
import { Elsewhere } from "./Elsewhere";
import { counts, LAYERS, type Layer, type Tag } from "./layers";
import { Popover } from "./Popover";
import { Tagged } from "./Tagged";
import { Versions } from "./Versions";

const LEGEND: Record<Layer, string> = { actor: "actor", place: "place", claim: "claim" };

/** Which kinds are switched off, as one text: "place claim". */
const hiddenLayers = stored("hiddenLayers", "", isText);

const LEAVE_MILLIS = 200;

/** One article: what it says, and what Vedette has found in it. */
export default function ArticleView() {
  const id = useRoute().params.id ?? "";
  const { data, error, reload } = useResource(`article ${id}`, (signal) =>
    get<ArticleInView>(`/api/articles/${encodeURIComponent(id)}`, undefined, signal),
  );
  return (
    <View title="Article">
      {data ? (
        <Shown article={data} key={id} />
      ) : error ? (
        <Failed what="this article" error={error} retry={reload} />
      ) : (
        <Loading what="the article" />
      )}
    </View>
  );
}

function Shown({ article }: { article: ArticleInView }) {
  const { article: of } = article;
  const url = webAddress(of.url);
  const off = hiddenLayers.value;
  const shown = useMemo(() => new Set(LAYERS.filter((layer) => !off.split(" ").includes(layer))), [off]);
  const { looked, look, keep, leave, close } = useLook();
  const found = counts(article);
  const delivery = of.origin?.textDelivery ?? "FULL";

  useCommands("Article", [
    ...LAYERS.map((layer, index) => ({
      keys: String(index + 1),
      does: `Show or hide ${LEGEND[layer]}s`,
      run: () => toggle(layer),
    })),
    { keys: "c", does: "Go to the claims", run: () => goTo("claims") },
    {
      keys: "Escape",
      does: "Close what is told of a word; else back",
      run: () => (looked === null ? history.back() : close()),
    },
  ]);

  const toggle = (layer: Layer) => {
    const before = hiddenLayers.value.split(" ").filter((one) => one !== "");
    hiddenLayers.value = (before.includes(layer) ? before.filter((one) => one !== layer) : [...before, layer]).join(
      " ",
    );
  };
  const show = (index: number) => {
    if (!shown.has("claim")) toggle("claim");
    requestAnimationFrame(() => requestAnimationFrame(() => goTo(`claim-${index}`)));
  };
  const tagged = { article, shown, look, leave };

  return (
    <div class="article-page">
      <article class="article" lang={article.language ?? of.language ?? undefined}>
        <header>
          <h2 dir="auto">
            {of.title ? <Tagged {...tagged} field="TITLE" /> : <span class="muted">without a title</span>}
          </h2>
          <p class="article-facts" lang="en">
            <strong>
              <Text>{of.source ?? "unknown source"}</Text>
            </strong>
            {of.author && (
              <span>
                by <Text>{of.author}</Text>
              </span>
            )}
            <span>
              published <Moment at={of.publishedAt} />
            </span>
            <span>
              accepted <Moment at={article.acceptedAt} />
            </span>
            {article.language && <span>{article.language}</span>}
            {url && (
              <a href={url} target="_blank" rel="noopener noreferrer">
                Original ↗
              </a>
            )}
            {article.removed && <span class="severity critical">removed by its source</span>}
            {of.marks.map((mark) => (
              <span class="badge" key={mark}>
                {lower(mark)}
              </span>
            ))}
          </p>
        </header>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons in a row, not a part of a form */}
        <div class="article-legend" role="group" aria-label="What is shown in colour" lang="en">
          {LAYERS.map((layer, index) => (
            <button key={layer} type="button" aria-pressed={shown.has(layer)} onClick={() => toggle(layer)}>
              <span class={`legend-word tag ${layer}`}>{count(found[layer], LEGEND[layer])}</span>
              <kbd>{index + 1}</kbd>
            </button>
          ))}
        </div>
        {delivery !== "FULL" && (
          <p class="note" lang="en">
            {delivery === "NONE"
              ? "Its source does not allow the text to be shown."
              : "Its source allows no more than the beginning of the text to be shown."}
          </p>
        )}
        {article.truncated.length > 0 && (
          <p class="note" lang="en">
            {`Too long to be kept whole; cut: ${article.truncated.map(lower).join(", ")}.`}
          </p>
        )}
        <div class="article-text" dir="auto">
          {of.text === "" ? plain("") : <Tagged {...tagged} field="BODY" />}
        </div>
      </article>
      <div class="article-side">
        <Section title={`Claims (${found.claim})`} id="claims">
          <Claims article={article} show={show} />
        </Section>
        {article.storyId && (
          <Section title="The same story elsewhere" id="elsewhere">
            <Elsewhere article={article} storyId={article.storyId} />
            {article.alerted && (
              <p>
                <a href={`/alerts?story=${encodeURIComponent(article.storyId)}`}>Alerts of this story</a>
              </p>
            )}
          </Section>
        )}
        <Section title="Versions" id="versions">
          <Versions article={article} />
        </Section>
      </div>
      {looked && <Popover article={article} tags={looked.tags} at={looked.at} keep={keep} leave={leave} />}
    </div>
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

/** Goes to a claim's sentence or a heading, and lets it be seen where that is. */
function goTo(id: string): void {
  const element = document.getElementById(id);
  if (element === null) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  element.classList.add("gone-to");
  setTimeout(() => element.classList.remove("gone-to"), 2_000);
  if (element.tabIndex >= 0 || element.hasAttribute("tabindex")) element.focus({ preventScroll: true });
}

type Looked = { tags: readonly Tag[]; at: HTMLElement };

/** What is told about: it stays for a moment, so that the pointer can go from the words into what is told of them. */
function useLook() {
  const [looked, setLooked] = useState<Looked | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const close = () => {
    clearTimeout(timer.current);
    setLooked(null);
  };
  useEffect(() => {
    // it would hang beside what it tells of
    const moved = () => setLooked(null);
    addEventListener("scroll", moved, { capture: true, passive: true });
    return () => {
      removeEventListener("scroll", moved, { capture: true });
      clearTimeout(timer.current);
    };
  }, []);
  return {
    looked,
    look: (tags: readonly Tag[], at: HTMLElement) => {
      clearTimeout(timer.current);
      setLooked({ tags, at });
    },
    keep: () => clearTimeout(timer.current),
    leave: () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setLooked(null), LEAVE_MILLIS);
    },
    close,
  };
}
