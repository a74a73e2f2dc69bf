import { createRootRoute, type ErrorComponentProps, Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../features/session/api/session.ts";
import { ChoosePassword } from "../features/session/components/ChoosePassword.tsx";
import { SignIn } from "../features/session/components/SignIn.tsx";
import { Failed } from "../shared/Failed.tsx";
import { Shell } from "./Shell.tsx";

function Root() {
  const { t } = useTranslation();
  const session = useSession();
  const [wasSignedIn, setWasSignedIn] = useState(false);
  if (session.data && !wasSignedIn) setWasSignedIn(true);
  if (session.isPending) {
    return (
      <div className="waiting">
        <Skeleton active />
      </div>
    );
  }
  if (session.isError) {
    return (
      <div className="waiting">
        <Failed title={t("common.offline")} onAgain={() => session.refetch()} />
      </div>
    );
  }
  if (!session.data) return <SignIn expired={session.data === null && wasSignedIn} />;
  return session.data.user.must_change_password ? (
    <ChoosePassword />
  ) : (
    <Shell session={session.data} />
  );
}

/** What broke gets a number the person can name; the console holds the rest. */
export function Broken({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const [id] = useState(() => crypto.randomUUID().slice(0, 8));
  console.error(id, error);
  return <Failed title={t("common.broken", { id })} onAgain={reset} />;
}

function Missing() {
  const { t } = useTranslation();
  return (
    <section className="empty">
      <h1>{t("common.missing.title")}</h1>
      <p>{t("common.missing.text", { path: location.pathname })}</p>
      <Link to="/">{t("common.goHome")}</Link>
    </section>
  );
}

export const useCorp = () => {
  const corp = useSession().data?.corp;
  return { zone: corp?.timezone ?? "Asia/Shanghai", name: corp?.name ?? "" };
};

export const rootRoute = createRootRoute({ component: Root, notFoundComponent: Missing });
