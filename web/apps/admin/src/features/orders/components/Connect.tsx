import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import "./words.ts";

/** Nobody told of orders yet: WeCom does not; how somebody is made to. */
export function Connect() {
  const { t } = useTranslation();
  return (
    <div className="empty order-connect">
      <p>
        <b>{t("orders.none.title")}</b>
      </p>
      <p>{t("orders.none.why")}</p>
      <ul>
        <li>
          {t("orders.none.api")} <Link to="/settings/api">{t("orders.none.token")}</Link>
        </li>
        <li>{t("orders.none.others")}</li>
      </ul>
    </div>
  );
}
