import { Link, Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { count, initial, Mark } from "@yutang/ui";
import { Badge, Button, Dropdown } from "antd";
import { Bell, CircleHelp, ListChecks, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TaskPanel, useWorking } from "../features/bulk/components/TaskPanel.tsx";
import { SearchPalette } from "../features/customers/components/SearchPalette.tsx";
import { useFoundGroups } from "../features/groups/api/groups.ts";
import { FIRST_PAGE } from "../features/help/api/pages.ts";
import { useTransfersUnderWay } from "../features/imports/components/TransferList.tsx";
import { useUnread } from "../features/notices/api/notices.ts";
import { NoticeDrawer } from "../features/notices/components/NoticeDrawer.tsx";
import { useLive, useOverview } from "../features/overview/api/overview.ts";
import { Notices } from "../features/overview/components/AttentionList.tsx";
import { type Session, useSignOut } from "../features/session/api/session.ts";
import { setLanguage } from "./i18n.ts";
import { LiveContext } from "./live.ts";
import { type Page, type Section, sections, settings } from "./menu.ts";
import { useOnline } from "./useOnline.ts";

export function Shell({ session }: { session: Session }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const online = useOnline();
  const live = useLive();
  const mayGroups = session.user.permissions.includes("groups.read");
  useEffect(() => {
    document.title = `${t("product")} · ${session.corp.name}`;
  }, [t, session.corp.name]);
  return (
    <LiveContext value={live && online}>
      <div className="shell">
        <a className="skip" href="#page">
          {t("shell.skip")}
        </a>
        <Side session={session} />
        <div className="main">
          <header className="top">
            <SearchPalette
              useGroups={(text) => useFoundGroups(text, mayGroups).data?.items ?? []}
              onOpen={(id) => navigate({ to: "/customers/$id", params: { id: String(id) } })}
              onGroup={(id) => navigate({ to: "/groups/$id", params: { id: String(id) } })}
            />
            <Bar session={session} />
          </header>
          {!online && (
            <p className="offline" role="status">
              <WifiOff size={16} aria-hidden="true" />
              {t("common.offlineBanner")}
            </p>
          )}
          {session.user.permissions.includes("customers.bulk") && path !== "/tasks" && (
            <TaskPanel me={`user:${session.user.id}`} onOpen={() => navigate({ to: "/tasks" })} />
          )}
          <GroupTabs session={session} />
          <main className="page" id="page" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
    </LiveContext>
  );
}

const isWithin = (path: string, to: string) => (to === "/" ? path === "/" : path.startsWith(to));

const pagesOf = (section: Section, session: Session) =>
  section.pages.filter((page) => session.user.permissions.includes(page.permission));

/** Tabs over the pages that share an entry of the menu. */
function GroupTabs({ session }: { session: Session }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const pages = [...sections, settings].flatMap((section) => pagesOf(section, session));
  const group = pages.find((page) => page.group && isWithin(path, page.to))?.group;
  const tabs = pages.filter((page) => page.group === group);
  if (!group || tabs.length < 2) return null;
  return (
    <nav className="group-tabs" aria-label={t(`menu.${group}`)}>
      {tabs.map((page) => (
        <Link
          key={page.key}
          to={page.to}
          className={isWithin(path, page.to) ? "on" : ""}
          {...(isWithin(path, page.to) ? { "aria-current": "page" as const } : {})}
        >
          {t(`menu.${page.key}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The entries of a section: a group stands for its pages by its first. */
function entriesOf(pages: readonly Page[]) {
  const entries = new Map<string, { key: string; to: string; covers: string[] }>();
  for (const page of pages) {
    const key = page.group ?? page.key;
    const entry = entries.get(key);
    if (entry) entry.covers.push(page.to);
    else entries.set(key, { key, to: page.to, covers: [page.to] });
  }
  return [...entries.values()];
}

function Side({ session }: { session: Session }) {
  const { t } = useTranslation();
  const may = (section: Section) => ({ ...section, pages: pagesOf(section, session) });
  const open = sections.map(may).filter((section) => section.pages.length > 0);
  const own = may(settings);
  return (
    <nav className="side" aria-label={t("menu.title")}>
      <div className="side-head">
        <span className="mark" aria-hidden="true">
          <Mark size={20} />
        </span>
        <span>
          <b>{t("product")}</b>
          <span className="meta">{session.corp.name}</span>
        </span>
      </div>
      {open.map((section) => (
        <MenuSection key={section.key} section={section} />
      ))}
      {own.pages.length > 0 && (
        <div className="side-end">
          <MenuSection section={own} />
        </div>
      )}
    </nav>
  );
}

/** A section of one page is a link; one of several opens under the page one is on. */
function MenuSection({ section: { key, Icon, pages } }: { section: Section }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [first] = pages;
  if (!first) return null;
  const entries = entriesOf(pages);
  // Of pages below one another the nearest is where one is: /groups/duplicates is not /groups.
  const nearest = pages
    .map((page) => page.to)
    .filter((to) => isWithin(path, to))
    .reduce((longest, to) => (to.length > longest.length ? to : longest), "");
  const at = (covers: readonly string[]) => covers.includes(nearest);
  const here = nearest !== "";
  return (
    <>
      <Link
        to={first.to}
        className={
          here && entries.length === 1 ? "side-link on" : here ? "side-link in" : "side-link"
        }
        {...(here && entries.length === 1 ? { "aria-current": "page" as const } : {})}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
        <span>{t(`menu.${key}`)}</span>
      </Link>
      {here &&
        entries.length > 1 &&
        entries.map((entry) => (
          <Link
            key={entry.key}
            to={entry.to}
            className={at(entry.covers) ? "side-link sub on" : "side-link sub"}
            {...(at(entry.covers) ? { "aria-current": "page" as const } : {})}
          >
            {t(`menu.${entry.key}`)}
          </Link>
        ))}
    </>
  );
}

function Bar({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const other = i18n.language === "en" ? "zh-CN" : "en";
  return (
    <>
      {["customers.bulk", "customers.import", "customers.export"].some((one) =>
        session.user.permissions.includes(one),
      ) && <TaskSign permissions={session.user.permissions} />}
      <NoticeBell zone={session.corp.timezone} />
      <Link
        to="/help/$"
        params={{ _splat: FIRST_PAGE }}
        className="bar-icon"
        aria-label={t("shell.help")}
        title={t("shell.help")}
      >
        <CircleHelp size={18} strokeWidth={1.75} aria-hidden="true" />
      </Link>
      <Button type="text" lang={other} onClick={() => setLanguage(other)}>
        {t("otherLanguage")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "who", label: session.user.name, disabled: true },
            { key: "account", label: t("session.account.open") },
            { key: "out", label: t("session.signOut") },
          ],
          onClick: ({ key }) => {
            if (key === "account") navigate({ to: "/account" });
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
    </>
  );
}

function TaskSign({ permissions }: { permissions: readonly string[] }) {
  const { t } = useTranslation();
  const acts = useWorking(permissions.includes("customers.bulk"));
  const transfers = useTransfersUnderWay({
    imports: permissions.includes("customers.import"),
    exports: permissions.includes("customers.export"),
  });
  const running = acts + transfers;
  const label = running
    ? t("bulk.bell", { count: running, n: count(running) })
    : t("bulk.bellNone");
  return (
    <Link to="/tasks" className="bar-icon" aria-label={label} title={label}>
      <Badge count={running} size="small" offset={[-2, 3]}>
        <ListChecks size={18} strokeWidth={1.75} aria-hidden="true" />
      </Badge>
    </Link>
  );
}

function NoticeBell({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const navigate = useNavigate();
  const unread = useUnread();
  const attention = useOverview().data?.attention ?? [];
  const go = (to: string) => {
    setOpen(false);
    navigate({ href: to });
  };
  const label = [
    unread
      ? t("told.bellCount", { count: unread, n: unread > 99 ? "99+" : count(unread) })
      : t("told.bell"),
    attention.length
      ? t("shell.noticesCount", { count: attention.length, n: count(attention.length) })
      : t("shell.noNotices"),
  ].join(t("common.comma"));
  return (
    <>
      <button
        type="button"
        className="bar-icon"
        aria-label={label}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Badge
          count={unread}
          overflowCount={99}
          dot={unread === 0 && attention.length > 0}
          size="small"
          offset={[-2, 3]}
        >
          <Bell size={18} strokeWidth={1.75} aria-hidden="true" />
        </Badge>
      </button>
      <NoticeDrawer
        open={open}
        zone={zone}
        onClose={() => setOpen(false)}
        onFollow={go}
        onSettings={() => go("/settings/notices")}
      >
        {attention.length > 0 && (
          <section className="told-part">
            <h2>{t("shell.notices")}</h2>
            <Notices attention={attention} zone={zone} onFollow={() => setOpen(false)} />
          </section>
        )}
      </NoticeDrawer>
    </>
  );
}
