import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { initial } from "@yutang/ui";
import { Button, Dropdown } from "antd";
import { Fish, LayoutDashboard, QrCode, Settings } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { type Session, useSignOut } from "../features/session/api/session.ts";
import { setLanguage } from "./i18n.ts";

const menu = [
  { to: "/", key: "overview", Icon: LayoutDashboard },
  { to: "/codes", key: "codes", Icon: QrCode },
  { to: "/settings/callbacks", key: "callbacks", Icon: Settings },
] as const;

export function Shell({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const signOut = useSignOut();
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${t("product")} · ${session.corp.name}`;
  }, [t, session.corp.name]);
  const other = i18n.language === "en" ? "zh-CN" : "en";
  return (
    <div className="shell">
      <nav className="side" aria-label={t("menu.title")}>
        <div className="side-head">
          <span className="mark" aria-hidden="true">
            <Fish size={18} />
          </span>
          <span>
            <b>{t("product")}</b>
            <span className="meta">{session.corp.name}</span>
          </span>
        </div>
        {menu
          .filter(
            (entry) =>
              entry.key !== "callbacks" || session.user.permissions.includes("callbacks.read"),
          )
          .map(({ to, key, Icon }) => (
            <Link
              key={key}
              to={to}
              className="side-link"
              activeProps={{ className: "side-link on", "aria-current": "page" }}
              activeOptions={{ exact: to === "/", includeSearch: false }}
            >
              <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
              {t(`menu.${key}`)}
            </Link>
          ))}
      </nav>
      <div className="main">
        <header className="top">
          <Button type="text" lang={other} onClick={() => setLanguage(other)}>
            {t("otherLanguage")}
          </Button>
          <Dropdown
            trigger={["click"]}
            menu={{
              items: [
                { key: "who", label: session.user.name, disabled: true },
                { key: "out", label: t("session.signOut") },
              ],
              onClick: ({ key }) => {
                if (key === "out") {
                  signOut.mutate(undefined, { onSuccess: () => navigate({ to: "/" }) });
                }
              },
            }}
          >
            <button type="button" className="avatar me" aria-label={t("session.me")}>
              {initial(session.user.name)}
            </button>
          </Dropdown>
        </header>
        <main className="page">
          <Outlet />
        </main>
      </div>
    </div>
  );
}
