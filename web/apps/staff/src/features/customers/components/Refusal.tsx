import { useQuery } from "@tanstack/react-query";
import { ask, client } from "@yutang/api";
import { useRef, useState } from "react";
import { t } from "../../../shared/words.ts";
import { acts, type Customer } from "../api/customers.ts";
import { useAct } from "./useAct.ts";
import { WritingForm } from "./WritingForm.tsx";

const LEAST = 2;

interface RefusalProps {
  customer: Customer;
  onDone: () => void;
}

/** That he wants no promotions, or wants them again; by hand only with what he said. */
export function Refusal({ customer, onDone }: RefusalProps) {
  const [reason, setReason] = useState("");
  // What is to be written down stays the same while the answer comes.
  const [refused] = useState(!customer.marketing_refused_at);
  const said = reason.trim();
  const act = useAct(
    customer.external_id,
    () => acts.refusal(customer.external_id, refused, said),
    onDone,
  );
  const words = refused ? "refusal" : "refusal.back";
  return (
    <WritingForm
      act={act}
      ready={said.length >= LEAST}
      onSave={() => act.mutate(undefined)}
      onDone={onDone}
    >
      <label className="field">
        <span>{t(`${words}.reason`)}</span>
        <input
          type="text"
          maxLength={200}
          value={reason}
          placeholder={t(`${words}.example`)}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="meta">{t(`${words}.about`)}</p>
      <OwnLink externalId={customer.external_id} />
    </WritingForm>
  );
}

/** His own address: he refuses there himself, and nobody has to tell for him. */
function OwnLink({ externalId }: { externalId: string }) {
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  // Asked for at once: a web view lets only a tap copy, not an answer that comes after it.
  const link = useQuery({
    queryKey: ["refuse-link", externalId],
    queryFn: () =>
      ask(
        client.GET("/api/staff/customers/{external_id}/refuse-link", {
          params: { path: { external_id: externalId } },
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const copy = async () => {
    box.current?.select();
    try {
      await navigator.clipboard.writeText(link.data?.refuse_link ?? "");
      setCopied(true);
    } catch {
      // A frame or an old web view may keep its clipboard from us, yet know the older way.
      setCopied(document.execCommand("copy"));
    }
  };
  if (link.isError) return <p className="meta">{t("refusal.link.failed")}</p>;
  return (
    <div className="field">
      <p className="meta">{t("refusal.link.about")}</p>
      <input
        ref={box}
        type="text"
        readOnly
        aria-label={t("refusal.link.label")}
        value={link.data?.refuse_link ?? ""}
      />
      <button type="button" className="plain act" disabled={!link.data} onClick={copy}>
        {t("refusal.link.copy")}
      </button>
      <p className="meta" role="status">
        {copied === null ? "" : t(copied ? "refusal.link.copied" : "refusal.link.byHand")}
      </p>
    </div>
  );
}
