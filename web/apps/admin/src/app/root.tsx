import { createRootRoute, type ErrorComponentProps } from "@tanstack/react-router";
import { Alert, Button, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../features/session/api/session.ts";
import { ChoosePassword } from "../features/session/components/ChoosePassword.tsx";
import { SignIn } from "../features/session/components/SignIn.tsx";
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
        <Alert
          type="error"
          showIcon
          title={t("common.offline")}
          action={<Button onClick={() => session.refetch()}>{t("common.again")}</Button>}
        />
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
  return (
    <Alert
      type="error"
      showIcon
      title={t("common.broken", { id })}
      action={<Button onClick={reset}>{t("common.again")}</Button>}
    />
  );
}

function Missing() {
  const { t } = useTranslation();
  return <p>{t("common.missing")}</p>;
}

export const useCorp = () => {
  const corp = useSession().data?.corp;
  return { zone: corp?.timezone ?? "Asia/Shanghai", name: corp?.name ?? "" };
};

export const rootRoute = createRootRoute({ component: Root, notFoundComponent: Missing });
