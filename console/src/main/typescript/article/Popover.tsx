import { useLayoutEffect, useRef } from "preact/hooks";
import type { ArticleInView, Claim, Mention } from "../api/articles";
import { ClaimType } from "../ui/claims";
import { Text } from "../ui/Text";
import { lower } from "../ui/words";
import { type Tag, when, whoSays } from "./layers";

type Props = {
  article: ArticleInView;
  tags: readonly Tag[];
  at: HTMLElement;
  /** The pointer is over it: it stays. */
  keep: () => void;
  leave: () => void;
};

const GAP = 6;

/** What is known of the words under the pointer or focus: who or where, by which name and rule, how surely. */
export function Popover({ article, tags, at, keep, leave }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const words = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const below = words.bottom + GAP + height <= innerHeight || words.top - GAP - height < 0;
    element.style.left = `${Math.max(GAP, Math.min(words.left, innerWidth - width - GAP))}px`;
    element.style.top = `${below ? words.bottom + GAP : words.top - GAP - height}px`;
  }, [at, tags]);
  // the innermost first; a claim once, whether the pointer is over its sentence or its words
  const seen = new Set<string>();
  const shown = [...tags].reverse().filter(({ layer, index }) => {
    const key = `${layer === "claim"} ${index}`;
    return seen.has(key) ? false : seen.add(key);
  });
  return (
    <div class="popover" id="tag-popover" role="status" ref={box} onMouseEnter={keep} onMouseLeave={leave}>
      {shown.map(({ layer, index }) =>
        layer === "claim" ? (
          <OfClaim key={`claim ${index}`} article={article} claim={article.claims[index] as Claim} />
        ) : (
          <OfMention key={`mention ${index}`} mention={article.mentions[index] as Mention} />
        ),
      )}
    </div>
  );
}

function OfMention({ mention }: { mention: Mention }) {
  const { kind, type, name, text, entityId, alias, confidence, rule, context, country, alternatives } = mention;
  return (
    <section>
      <p>
        <strong>
          <Text>{name ?? text}</Text>
        </strong>{" "}
        <span class={`kind-of ${kind.toLowerCase()}`}>{lower(kind)}</span> <span class="muted">{lower(type)}</span>
      </p>
      <dl>
        {fact("id", entityId ?? "not in the gazetteer")}
        {fact("country", country)}
        {fact("alias", alias)}
        {fact("confidence", confidence.toFixed(2))}
        {fact("rule", rule)}
        {fact("context", context)}
        {alternatives.length > 0 &&
          fact("or", alternatives.map(({ name: other, confidence: sure }) => `${other} ${sure.toFixed(2)}`).join(", "))}
      </dl>
    </section>
  );
}

function OfClaim({ article, claim }: { article: ArticleInView; claim: Claim }) {
  return (
    <section>
      <p>
        <strong>
          <ClaimType type={claim.type} />
        </strong>{" "}
        <span class="kind-of claim">claim</span>{" "}
        <span class="muted">
          {lower(claim.modality)}
          {claim.background && ", background"}
        </span>
      </p>
      <dl>
        {fact("says", whoSays(article, claim) ?? "the outlet itself")}
        {fact("subtype", claim.subtype)}
        {fact("when", when(claim))}
        {fact("confidence", claim.confidence.toFixed(2))}
        {fact("rule", claim.rule)}
      </dl>
    </section>
  );
}

function fact(name: string, value: string | null) {
  if (value === null || value === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Text>{value}</Text>
      </dd>
    </div>
  );
}
