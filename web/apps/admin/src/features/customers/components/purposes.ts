import { useTranslation } from "react-i18next";
import { usePurposes } from "../api/profile.ts";

/** What a purpose is called: those of the corp's own have the names it gave them. */
export function usePurposeName(): (purpose: string) => string {
  const { t, i18n } = useTranslation();
  const purposes = usePurposes();
  return (purpose) => {
    const own = purposes.data?.items.find((one) => one.key === purpose);
    const name = i18n.language === "en" ? own?.name_en : own?.name_zh;
    return name ?? t([`customers.consent.purposes.${purpose}`, "customers.consent.purposes.other"]);
  };
}
