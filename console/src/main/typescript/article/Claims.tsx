import type { ArticleInView, Claim } from "../api/articles";
import { ClaimType } from "../ui/claims";
import { Text } from "../ui/Text";
import { lower } from "../ui/words";
import { namesOf, textOf, when, whoSays } from "./layers";

/** Claims as a table; a click goes to the sentence. */
export function Claims({ article, show }: { article: ArticleInView; show: (index: number) => void }) {
  if (article.claims.length === 0) return <p class="muted">No claim was found in it.</p>;
  // a column in which nothing would stand only takes room from the others
  const times = article.claims.some((claim) => when(claim) !== null);
  const actors = article.claims.some((claim) => claim.actors.length > 0);
  const places = article.claims.some((claim) => claim.places.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen has to be scrolled by keys, too
    <section class="claims-table" tabIndex={0} aria-label="Claims">
      <table>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Who says so, how{times && ", when"}</th>
            {actors && <th scope="col">Actors</th>}
            {places && <th scope="col">Places</th>}
          </tr>
        </thead>
        <tbody>
          {article.claims.map((claim, index) => (
            <tr key={`${claim.field} ${claim.start} ${claim.type} ${index}`}>
              <td>
                <button
                  type="button"
                  class="plain to-sentence"
                  title={sentence(article, claim)}
                  onClick={() => show(index)}
                >
                  <ClaimType type={claim.type} />
                </button>
                {claim.background && <span class="muted"> background</span>}
                {claim.field === "TITLE" && <span class="muted"> headline</span>}
              </td>
              <td>
                <Text>{whoSays(article, claim)}</Text>{" "}
                <span class={`how ${lower(claim.modality)}`}>{lower(claim.modality)}</span>{" "}
                <span class="muted">
                  <Text>{when(claim)}</Text>
                </span>
              </td>
              {actors && (
                <td>
                  <Text>{namesOf(article, claim.actors).join(", ") || "–"}</Text>
                </td>
              )}
              {places && (
                <td>
                  <Text>{namesOf(article, claim.places).join(", ") || "–"}</Text>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const sentence = (article: ArticleInView, claim: Claim) => textOf(article, claim.field).slice(claim.start, claim.end);
