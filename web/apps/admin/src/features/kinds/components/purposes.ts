import { useTranslation } from "react-i18next";
import { usePurposes } from "../api/kinds.ts";

/** Purposes that people may agree to; the one that stands is among them, whatever became of it. */
export function usePurposeOptions(now: string | null): { value: string; label: string }[] {
  const { i18n } = useTranslation();
  const purposes = usePurposes();
  const chinese = i18n.language.startsWith("zh");
  const found = (purposes.data?.items ?? [])
    .filter((one) => one.archived_at === null || one.key === now)
    .map((one) => ({ value: one.key, label: chinese ? one.name_zh : one.name_en }));
  if (now !== null && !found.some((one) => one.value === now)) {
    found.push({ value: now, label: now });
  }
  return found;
}
