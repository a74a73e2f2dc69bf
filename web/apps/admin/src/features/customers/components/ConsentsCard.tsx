import { dayOf } from "@yutang/ui";
import { App, Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Profile, useWithdrawConsent } from "../api/profile.ts";
import { ConsentDialog } from "./ConsentDialog.tsx";
import type { May } from "./may.ts";
import { usePurposeName } from "./purposes.ts";
import { useTrouble } from "./trouble.ts";

interface Props {
  person: Profile;
  zone: string;
  may: May;
}

/** What the person agrees to, and recording more; taking one back says first what goes with it. */
export function ConsentsCard({ person, zone, may }: Props) {
  const { t } = useTranslation();
  const called = usePurposeName();
  const [recording, setRecording] = useState(false);
  const { modal, message } = App.useApp();
  const withdraw = useWithdrawConsent(person.id);
  const trouble = useTrouble();
  if (person.consents.length === 0 && !may.write) return null;
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
      <div className="part-head">
        <h2>{t("customers.consent.heading")}</h2>
        {may.write && (
          <Button
            type="link"
            size="small"
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setRecording(true)}
          >
            {t("customers.consent.act")}
          </Button>
        )}
      </div>
      {person.consents.length === 0 && <p className="meta">{t("customers.consent.none")}</p>}
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
      {recording && (
        <ConsentDialog person={person} zone={zone} onClose={() => setRecording(false)} />
      )}
    </section>
  );
}
