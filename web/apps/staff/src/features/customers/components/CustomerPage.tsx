import { useQuery } from "@tanstack/react-query";
import { clock } from "@yutang/ui";
import { type ReactNode, Suspense, useDeferredValue, useEffect, useState } from "react";
import { Failure } from "../../../shared/Failure.tsx";
import { Loading } from "../../../shared/Loading.tsx";
import { t } from "../../../shared/words.ts";
import { customerQuery } from "../api/customers.ts";
import { Fields } from "./Fields.tsx";
import { Head } from "./Head.tsx";
import { LifeList } from "./LifeList.tsx";
import { FollowForm, Invitations, Orders } from "./lazily.tsx";
import { Notes } from "./Notes.tsx";
import { Owners } from "./Owners.tsx";
import { OwnTags } from "./OwnTags.tsx";
import { Questions } from "./Questions.tsx";
import { NextStep } from "./Tasks.tsx";
import { type Session, useChat } from "./useChat.ts";

interface Props {
  session: Session;
  elsewhere: ReactNode;
  /** Beside a group chat. */
  group: (chatId: string) => ReactNode;
}

/** The sidebar: who the customer of the open chat is, or what its group, for this member. */
export function CustomerPage({ session, elsewhere, group }: Props) {
  const [chat, askAgain] = useChat(session);
  if (chat.kind === "elsewhere") return elsewhere;
  if (chat.kind === "failed") return <Failure error={chat.error} retry={askAgain} />;
  if (chat.kind === "asking") return <Loading />;
  const { userId, chatId } = chat.beside;
  if (chatId) return group(String(chatId));
  return <Known key={String(userId)} externalId={String(userId)} zone={session.corp.timezone} />;
}

function Known({ externalId, zone }: { externalId: string; zone: string }) {
  const { data, error, refetch, isFetching } = useQuery(customerQuery(externalId));
  // Who he is and what comes next stand there before the rest is drawn.
  const rest = useDeferredValue(data);
  const [writing, setWriting] = useState(false);
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
      {writing ? (
        <FollowForm customer={data} onDone={() => setWriting(false)} />
      ) : (
        <NextStep customer={data} zone={zone} onWrite={() => setWriting(true)} />
      )}
      {data.tasks.some((task) => task.kind === "group_invitation") ? (
        <Suspense fallback={null}>
          <Invitations externalId={externalId} />
        </Suspense>
      ) : null}
      {rest ? (
        <>
          <OwnTags customer={rest} zone={zone} />
          <Suspense fallback={null}>
            <Orders externalId={externalId} zone={zone} />
          </Suspense>
          <Notes customer={rest} zone={zone} />
          <Fields customer={rest} />
          <Questions customer={rest} />
          <Owners owners={rest.owners} zone={zone} />
          <LifeList customer={rest} zone={zone} />
        </>
      ) : null}
      <p className="fresh">
        {error
          ? t("shell.stale", { time: clock(data.as_of, zone) })
          : t("shell.asOf", { time: clock(data.as_of, zone) })}
      </p>
    </>
  );
}
