import { count } from "@yutang/ui";
import { useTranslation } from "react-i18next";
import { Bar } from "../../../shared/Bar.tsx";
import type { Api, Window } from "../api/quota.ts";
import { nameOf, nextIn, pathOf, share } from "./words.ts";

const WINDOWS = { 60: "minute", 3600: "hour", 86400: "day" } as const;
const NEARLY_FULL = 90;

function Use({ window, name }: { window: Window; name: string }) {
  const { t } = useTranslation();
  const percent = share(window);
  const unit = t(`quota.windows.${WINDOWS[window.seconds as keyof typeof WINDOWS] ?? "day"}`);
  return (
    <div className="quota-use">
      <span className="meta">{unit}</span>
      <Bar
        percent={percent}
        label={t("quota.windows.label", { name, unit })}
        tone={percent >= NEARLY_FULL ? "full" : undefined}
      />
      <span className="num">
        {t("quota.windows.of", { used: count(window.used), limit: count(window.limit) })}
      </span>
    </div>
  );
}

interface Props {
  apis: readonly Api[];
  now: string;
}

/** Each API that was called within a day: its windows, and who waits for it. */
export function Apis({ apis, now }: Props) {
  const { t } = useTranslation();
  return (
    <section className="quota-part">
      <h2>{t("quota.apis.title")}</h2>
      <p className="meta">{t("quota.apis.about")}</p>
      {apis.length === 0 ? (
        <p className="quota-none">{t("quota.apis.none")}</p>
      ) : (
        <ul className="quota-apis">
          {apis.map((api) => (
            <li key={api.path} data-path={api.path}>
              <div>
                <b>{nameOf(api.path, t)}</b>
                <div className="meta quota-path">{pathOf(api.path)}</div>
                {api.at_once !== null && (
                  <div className="meta">
                    {t("quota.apis.atOnce", { now: api.under_way, most: api.at_once })}
                  </div>
                )}
              </div>
              <div>
                {api.windows.map((window) => (
                  <Use key={window.seconds} window={window} name={pathOf(api.path)} />
                ))}
                {api.waits.map((wait) => (
                  <p key={wait.urgency} className="quota-wait num">
                    {t("quota.apis.waits", {
                      count: wait.waiting,
                      name: t(`quota.classes.${wait.urgency}`),
                      why: t([`quota.reasons.${wait.reason}`, "quota.reasons.quota"]),
                      next: nextIn(wait.until, now, t),
                    })}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
