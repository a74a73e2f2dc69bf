import { dayOf } from "@yutang/ui";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { type Profile, usePurposes, useWithdrawConsent } from "../api/profile.ts";
import type { May } from "./may.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  person: Profile;
  zone: string;
  may: May;
}

/** What the person agrees to; taking one back says first what goes with it. */
export function ConsentsCard({ person, zone, may }: Props) {
  const { t, i18n } = useTranslation();
  const purposes = usePurposes();
  const { modal, message } = App.useApp();
  const withdraw = useWithdrawConsent(person.id);
  const trouble = useTrouble();
  if (person.consents.length === 0) return null;
  // Purposes of the corp's own have the names it gave them.
  const called = (purpose: string) => {
    const own = purposes.data?.items.find((one) => one.key === purpose);
    const name = i18n.language === "en" ? own?.name_en : own?.name_zh;
    return name ?? t([`customers.consent.purposes.${purpose}`, "customers.consent.purposes.other"]);
  };
  const ask = (purpose: string) => {
    const what = called(purpose);
    modal.confirm({
      title: t("customers.consent.withdrawTitle", { what }),
      content: t([
        `customers.consent.withdrawAbout.${purpose}`,
        "customers.consent.withdrawAbout.other",
      ]),
      okText: t("customers.consent.withdraw"),
      okButtonProps: { danger: true },
      cancelText: t("customers.consent.keep"),
      autoFocusButton: "cancel",
      onOk: () =>
        withdraw
          .mutateAsync(purpose)
          .then(() => void message.success(t("customers.consent.withdrawn", { what })), trouble),
    });
  };
  return (
    <section>
      <h2>{t("customers.consent.heading")}</h2>
      <ul className="consents">
        {person.consents.map((one) => (
          <li key={one.purpose}>
            <span>
              {called(one.purpose)}
              <span className="meta num">
                {one.source} · {dayOf(one.given_at, zone)}
              </span>
            </span>
            {may.write && (
              <Button
                type="link"
                size="small"
                aria-label={t("customers.consent.withdrawThis", {
                  what: called(one.purpose),
                })}
                onClick={() => ask(one.purpose)}
              >
                {t("customers.consent.short")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
