import type { Schemas } from "@yutang/api";
import { useTranslation } from "react-i18next";

type Titled = Pick<Schemas["TaskRead"], "title" | "words">;

/** What a task asks, in the reader's language where the system made it, else as it was written. */
export function useTaskTitle(): (task: Titled) => string {
  const { i18n } = useTranslation();
  return ({ title, words }) => words?.[i18n.language === "en" ? "en" : "zh"] ?? title;
}
