import type { Schemas } from "@yutang/api";
import { fullMoment, nothing, useWhen } from "@yutang/ui";
import { Button } from "antd";
import { Laptop, Smartphone } from "lucide-react";
import { useTranslation } from "react-i18next";
import { browserOf } from "./browserOf.ts";
import "./shared.css";

type OpenSession = Schemas["OpenSession"];

interface Props {
  sessions: readonly OpenSession[];
  zone: string;
  mayEnd: boolean;
  /** The one that is being ended. */
  ending: number | undefined;
  onEnd: (id: number) => void;
}

/** Signed-in browsers: which, since when, from where, last seen. */
export function SessionRows({ sessions, zone, mayEnd, ending, onEnd }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  return (
    <ul className="session-rows">
      {sessions.map((one) => {
        const { browser, system, phone } = browserOf(one.agent);
        const name = browser
          ? t("sessions.browser", { browser, system: system || t("sessions.otherSystem") })
          : t("sessions.unknown");
        const Icon = phone ? Smartphone : Laptop;
        const seen = one.seen_at ?? one.created_at;
        return (
          <li key={one.id}>
            <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
            <div>
              <p title={one.agent}>
                {name}
                {one.is_current && <span className="session-here">{t("sessions.here")}</span>}
              </p>
              <p className="meta num">
                {t(`sessions.means.${one.means}`)}
                {" · "}
                <span title={fullMoment(seen, zone)}>
                  {t("sessions.seen", { when: tell(seen) })}
                </span>
                {" · "}
                {t("sessions.from", { ip: one.ip || nothing, when: tell(one.created_at) })}
              </p>
            </div>
            {mayEnd && !one.is_current && (
              <Button
                size="small"
                loading={ending === one.id}
                aria-label={t("sessions.endOne", { name })}
                onClick={() => onEnd(one.id)}
              >
                {t("sessions.end")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
