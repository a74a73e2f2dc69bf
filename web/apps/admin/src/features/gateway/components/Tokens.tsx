import { useTranslation } from "react-i18next";
import type { Quota } from "../api/quota.ts";
import { span } from "./words.ts";

interface Props {
  tokens: Quota["tokens"];
  now: string;
}

/** The age of each app's access token; the token itself is shown to nobody. */
export function Tokens({ tokens, now }: Props) {
  const { t } = useTranslation();
  return (
    <section className="quota-part">
      <h2>{t("quota.tokens.title")}</h2>
      {tokens.length === 0 ? (
        <p className="quota-none">{t("quota.tokens.none")}</p>
      ) : (
        <ul className="quota-tokens">
          {tokens.map((token) => {
            const left = Date.parse(token.expires_at) - Date.parse(now);
            const age = span(Date.parse(now) - Date.parse(token.fetched_at), t);
            return (
              <li key={token.agent_id}>
                <b>{t("quota.tokens.app", { app: token.agent_id })}</b>
                <span className="num">
                  {left > 0
                    ? t("quota.tokens.lives", { age, left: span(left, t) })
                    : t("quota.tokens.over", { age })}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
