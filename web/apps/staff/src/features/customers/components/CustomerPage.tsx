import { useQuery } from "@tanstack/react-query";
import { clock } from "@yutang/ui";
import { type ReactNode, useEffect } from "react";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { t } from "../../../shared/words.ts";
import { customerQuery } from "../api/customers.ts";
import { Events } from "./Events.tsx";
import { Head } from "./Head.tsx";
import { Owners } from "./Owners.tsx";
import { OwnTags } from "./OwnTags.tsx";
import { type Session, useChat } from "./useChat.ts";

/** The sidebar: who the customer of the open chat is, for this member. */
export function CustomerPage({ session, elsewhere }: { session: Session; elsewhere: ReactNode }) {
  const [chat, askAgain] = useChat(session);
  if (chat.kind === "elsewhere") return elsewhere;
  if (chat.kind === "failed") return <Failure error={chat.error} retry={askAgain} />;
  if (chat.kind === "asking") return <Loading />;
  return <Known key={chat.externalId} externalId={chat.externalId} zone={session.corp.timezone} />;
}

function Known({ externalId, zone }: { externalId: string; zone: string }) {
  const { data, error, refetch, isFetching } = useQuery(customerQuery(externalId));
  const name = data?.name || (data ? t("shell.nameless") : "");
  useEffect(() => {
    document.title = name || t("shell.customer");
  }, [name]);
  if (!data) {
    return error && !isFetching ? (
      <Failure error={error} retry={() => void refetch()} />
    ) : (
      <Loading />
    );
  }
  return (
    <>
      <Head customer={data} zone={zone} />
      <OwnTags tags={data.tags} zone={zone} />
      <Owners owners={data.owners} zone={zone} />
      <Events events={data.events} zone={zone} />
      <p className="fresh">
        {error
          ? t("shell.stale", { time: clock(data.as_of, zone) })
          : t("shell.asOf", { time: clock(data.as_of, zone) })}
      </p>
    </>
  );
}
