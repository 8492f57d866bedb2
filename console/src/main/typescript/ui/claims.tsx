// The types of claims in families, so that a few colours and signs are enough for all of them.

export type Family = "force" | "ground" | "harm" | "talks" | "pressure" | "order" | "words";

type FamilyEntry = {
  name: string;
  types: readonly string[];
  /** The sign of the family, in a box from -1 to 1: nobody needs to tell the colours apart. */
  sign: string;
};

export const FAMILIES: Readonly<Record<Family, FamilyEntry>> = {
  force: {
    name: "Attacks and fighting",
    types: [
      "ARMED_CLASH",
      "AIR_DRONE_STRIKE",
      "SHELLING_MISSILE",
      "BOMBING",
      "VIOLENCE_AGAINST_CIVILIANS",
      "INTERCEPTION",
    ],
    sign: "M-.8-.8L.8.8M.8-.8L-.8.8",
  },
  ground: {
    name: "Ground and forces",
    types: ["TERRITORY_CONTROL", "WITHDRAWAL", "FORCE_MOVEMENT", "CAPABILITY_LOSS"],
    sign: "M-.8.6L0-.8L.8.6Z",
  },
  harm: {
    name: "Casualties and damage",
    types: ["CASUALTIES", "INFRASTRUCTURE_DAMAGE", "DISPLACEMENT"],
    sign: "M-.9 0H.9M0-.9V.9",
  },
  talks: {
    name: "Talks, agreements, aid",
    types: ["NEGOTIATION", "CEASEFIRE_RELEASE", "AGREEMENT_SUPPORT", "AID_ARMS"],
    sign: "M-.8 0A.8.8 0 1 0 .8 0A.8.8 0 1 0-.8 0",
  },
  pressure: {
    name: "Threats and pressure",
    types: ["THREAT", "DEMAND", "ACCUSATION", "DENIAL", "SANCTIONS", "INTERFERENCE"],
    sign: "M0-.9L.9 0L0 .9L-.9 0Z",
  },
  order: {
    name: "Unrest, law, leaders",
    types: ["PROTEST_UNREST", "ARREST_LEGAL", "LEADERSHIP_CHANGE"],
    sign: "M-.7-.7H.7V.7H-.7Z",
  },
  words: {
    name: "Statements and assessments",
    types: ["STATEMENT", "ASSESSMENT"],
    sign: "M-.8-.4H.8M-.8.4H.8",
  },
};

export const FAMILY_NAMES = Object.keys(FAMILIES) as readonly Family[];

/** Every type, family by family. */
export const CLAIM_TYPES: readonly string[] = FAMILY_NAMES.flatMap((family) => FAMILIES[family].types);

const FAMILY_OF = new Map(FAMILY_NAMES.flatMap((family) => FAMILIES[family].types.map((type) => [type, family])));

/** The family of a type; one that is not known here is words. */
export function familyOf(type: string): Family {
  return FAMILY_OF.get(type) ?? "words";
}

/** "air drone strike" for AIR_DRONE_STRIKE, "air strike" for air-strike. */
export function claimWords(type: string): string {
  return type.toLowerCase().replaceAll(/[_-]/g, " ");
}

/** The sign of a family, in its colour. */
export function FamilySign({ family, size = 14 }: { family: Family; size?: number }) {
  return (
    <svg class={`family-sign ${family}`} viewBox="-1.4 -1.4 2.8 2.8" width={size} height={size} aria-hidden="true">
      <path d={FAMILIES[family].sign} />
    </svg>
  );
}

/** A type of claim, in words and with the sign of its family. */
export function ClaimType({ type }: { type: string }) {
  const family = familyOf(type);
  return (
    <span class="claim-type" title={FAMILIES[family].name}>
      <FamilySign family={family} />
      {claimWords(type)}
    </span>
  );
}
