import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import { said } from "../api/segments.ts";
import type { Choice, EventOffer, Leaves, Words } from "../api/types.ts";

export interface Offers extends Leaves {
  /** The corp's, for the days of conditions. */
  zone: string;
}

/** What conditions can be made of; the editor waits for it before it shows any. */
export const OffersContext = createContext<Offers | null>(null);

export function useOffers(): Offers {
  const offers = useContext(OffersContext);
  if (!offers) throw new Error("conditions stand within the editor");
  return offers;
}

/** The server's words and choices in the reader's language. */
export function useSaid() {
  const { i18n } = useTranslation();
  const say = (words: Words) => said(words, i18n.language);
  return {
    say,
    options: (choices: readonly Choice[]) =>
      choices.map((one) => ({ value: one.key, label: say(one.name) })),
  };
}

export function useProperties(kind: string): EventOffer["properties"] {
  return (useOffers().events.find((one) => one.kind === kind)?.properties ?? []).filter(
    (one) => one.type !== "items",
  );
}
