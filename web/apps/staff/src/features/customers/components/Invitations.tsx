import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ask, client, type Schemas } from "@yutang/api";
import { useRef, useState } from "react";
import en from "../../../locales/en/later-invite.json";
import zh from "../../../locales/zh-CN/later-invite.json";
import { learn, t } from "../../../shared/words.ts";
import { acts } from "../api/customers.ts";
import { Problem } from "./Problem.tsx";
import { useAct } from "./useAct.ts";
import "./invite.css";

learn({ "zh-CN": zh, en });

type Invitation = Schemas["OwnInvitation"];

export const invitationsQuery = (externalId: string) => ({
  queryKey: ["customer", externalId, "invitations"],
  queryFn: () =>
    ask(
      client.GET("/api/staff/customers/{external_id}/invitations", {
        params: { path: { external_id: externalId } },
      }),
    ),
});

/** What the member is to send to the customer: words to copy and a code into a group. */
export function Invitations({ externalId }: { externalId: string }) {
  const { data, error, refetch } = useQuery(invitationsQuery(externalId));
  if (error && !data) {
    return (
      <section className="card">
        <p className="problem" role="alert">
          {t("invite.failed")}
        </p>
        <button type="button" className="plain" onClick={() => void refetch()}>
          {t("failures.retry")}
        </button>
      </section>
    );
  }
  const waiting = data?.items.filter((one) => one.task_id !== null) ?? [];
  return (
    <>
      {waiting.map((one) => (
        <Invite key={one.invitation_id} one={one} externalId={externalId} />
      ))}
    </>
  );
}

function Invite({ one, externalId }: { one: Invitation; externalId: string }) {
  const box = useRef<HTMLTextAreaElement>(null);
  const queries = useQueryClient();
  const [copied, setCopied] = useState<boolean | null>(null);
  const done = useAct(externalId, async () => {
    await acts.close(one.task_id ?? 0);
    await queries.invalidateQueries({ queryKey: ["tasks"] });
  });
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(one.text);
      setCopied(true);
    } catch {
      // A frame or an old web view may keep its clipboard from us, yet know the older way.
      setCopied(document.execCommand("copy"));
    }
  };
  return (
    <section className="card invite" aria-label={one.name}>
      <header>
        <h2>{t("invite.title", { name: one.name })}</h2>
      </header>
      <textarea ref={box} readOnly rows={4} aria-label={t("invite.text")} value={one.text} />
      <button type="button" className="plain act" onClick={copy}>
        {t("invite.copy")}
      </button>
      <p className="meta" role="status">
        {copied === null ? "" : t(copied ? "invite.copied" : "invite.byHand")}
      </p>
      {one.qr_code ? (
        <>
          <img src={one.qr_code} alt={t("invite.code", { names: one.group_names.join("、") })} />
          <p className="meta">{t("invite.how", { names: one.group_names.join("、") })}</p>
        </>
      ) : (
        <p className="hint">{t("invite.full")}</p>
      )}
      <button
        type="button"
        className="primary"
        disabled={done.isPending}
        onClick={() => done.mutate(undefined)}
      >
        {t("invite.done")}
      </button>
      <Problem error={done.error} />
    </section>
  );
}
