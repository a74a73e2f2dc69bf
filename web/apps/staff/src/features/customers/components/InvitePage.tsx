import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { Notice } from "../../../shared/Notice.tsx";
import { pageAddress } from "../../../shared/place.ts";
import { t } from "../../../shared/words.ts";
import { Invitations, invitationsQuery } from "./Invitations.tsx";

/** A task's page: what to send to one customer, away from his chat. */
export function InvitePage() {
  const externalId = new URLSearchParams(location.search).get("customer") ?? "";
  const { data, error, refetch } = useQuery(invitationsQuery(externalId));
  useEffect(() => {
    document.title = t("invite.page");
  }, []);
  if (!data) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading />;
  if (data.items.every((one) => one.task_id === null)) {
    return (
      <Notice title={t("invite.nothing")} text={t("invite.nothingWhy")}>
        <a className="primary" href={pageAddress("/m/today")}>
          {t("invite.today")}
        </a>
      </Notice>
    );
  }
  return <Invitations externalId={externalId} />;
}
