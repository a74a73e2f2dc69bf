import { ProblemError } from "@yutang/api";
import { useTranslation } from "react-i18next";

const KNOWN = [
  "tags.apart",
  "tags.archived",
  "tags.locked",
  "tags.merging",
  "tags.name_taken",
  "tags.no_answer",
  "tags.no_room",
  "tags.order",
  "tags.refused",
  "tags.unknown",
  "tags.unknown_group",
];

/** Why it was not done, in the reader's words; what the server said where it knows more. */
export function useTrouble(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (!(error instanceof ProblemError)) return t("common.offline");
    const { type, detail } = error.problem;
    return KNOWN.includes(type)
      ? t(`tags.troubles.${type.replace("tags.", "")}`, { detail })
      : detail;
  };
}
