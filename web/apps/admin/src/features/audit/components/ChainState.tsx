import { count, fullMoment, State, useWhen } from "@yutang/ui";
import { App, Button, InputNumber, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Chain, useChain, useCheck, useKeeping } from "../api/audit.ts";

const LEAST_DAYS = 183;
const MOST_DAYS = 36_500;

interface Props {
  zone: string;
  /** Whether the person may say how long entries are kept. */
  mayKeep: boolean;
}

/** Whether the entries are still what was written: how far sealed, checked when, noted where. */
export function ChainState({ zone, mayKeep }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asked, setAsked] = useState<string | null>();
  const check = useCheck();
  const chain = useChain(asked !== undefined);
  const when = useWhen(zone);
  const state = chain.data;
  if (asked !== undefined && state && state.checked_at !== asked) setAsked(undefined);
  if (!state) {
    return chain.isError ? (
      <p className="audit-chain meta">
        {t("audit.chain.failed")}{" "}
        <Button type="link" size="small" onClick={() => chain.refetch()}>
          {t("common.again")}
        </Button>
      </p>
    ) : (
      <p className="audit-chain meta">{t("audit.chain.loading")}</p>
    );
  }
  return (
    <section className="audit-chain" aria-label={t("audit.chain.title")}>
      <div>
        <Verdict state={state} />
        <p className="meta">
          {t("audit.chain.sealed", { count: state.place, n: count(state.place) })}
          {state.waiting > 0 && t("audit.chain.waiting", { count: state.waiting })}
          {" · "}
          {state.checked_at
            ? t("audit.chain.checked", { when: when(state.checked_at) })
            : t("audit.chain.unchecked")}
          {" · "}
          {t("audit.chain.kept", { days: count(state.keep_days) })}
        </p>
      </div>
      <div className="audit-chain-acts">
        <Popover
          trigger="click"
          placement="bottomRight"
          title={t("audit.anchors.title")}
          content={<Anchors state={state} zone={zone} />}
        >
          <Button>{t("audit.anchors.open")}</Button>
        </Popover>
        {mayKeep && <Keeping days={state.keep_days} />}
        <Button
          loading={asked !== undefined}
          onClick={() =>
            check.mutate(undefined, {
              onSuccess: () => setAsked(state.checked_at),
              onError: () => message.error(t("audit.chain.checkFailed")),
            })
          }
        >
          {t("audit.chain.check")}
        </Button>
      </div>
    </section>
  );
}

function Verdict({ state }: { state: Chain }) {
  const { t } = useTranslation();
  if (state.fault !== null) {
    return (
      <State
        tone="bad"
        word={t(`audit.faults.${state.fault}`, { entry: state.fault_entry_id ?? "?" })}
      />
    );
  }
  const tone = state.checked_at === null ? "off" : "ok";
  return <State tone={tone} word={t(`audit.chain.${tone === "ok" ? "intact" : "sealedOnly"}`)} />;
}

/** To be written down elsewhere: who rewrites everything here cannot rewrite that. */
function Anchors({ state, zone }: { state: Chain; zone: string }) {
  const { t } = useTranslation();
  return (
    <div className="audit-anchors">
      <p className="meta">{t("audit.anchors.about")}</p>
      <p className="mono">
        {state.place}:{state.hash}
      </p>
      <ul>
        {state.anchors.map((one) => (
          <li key={`${one.kind}${one.place}`}>
            <span className="meta">
              {fullMoment(one.at, zone)} · {t(`audit.anchors.${one.kind}`)}
            </span>
            <span className="mono">
              {one.place}:{one.hash}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Keeping({ days }: { days: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState<number>(days);
  const keep = useKeeping();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setWanted(days);
      }}
      content={
        <div className="audit-keeping">
          <label htmlFor="audit-days">{t("audit.keeping.label")}</label>
          <InputNumber
            id="audit-days"
            min={LEAST_DAYS}
            max={MOST_DAYS}
            precision={0}
            value={wanted}
            onChange={(value) => setWanted(value ?? days)}
            suffix={t("audit.keeping.days")}
          />
          <p className="meta">{t("audit.keeping.about")}</p>
          {keep.isError && <p className="trouble">{t("audit.keeping.failed")}</p>}
          <Button
            type="primary"
            loading={keep.isPending}
            disabled={wanted === days}
            title={wanted === days ? t("audit.keeping.same") : ""}
            onClick={() => keep.mutate(wanted, { onSuccess: () => setOpen(false) })}
          >
            {t("audit.keeping.save", { days: count(wanted) })}
          </Button>
        </div>
      }
    >
      <Button>{t("audit.keeping.open")}</Button>
    </Popover>
  );
}
