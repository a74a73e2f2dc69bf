import { ProblemError } from "@yutang/api";
import { count, fullMoment, nothing, useWhen } from "@yutang/ui";
import { Alert, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useGiver, useLeavers } from "../api/handovers.ts";
import type { Giver } from "../api/reading.ts";
import { CodesLine, type CodesMay } from "./CodesLine.tsx";
import { Deadline } from "./LeaverTable.tsx";
import { StaffSelect } from "./StaffSelect.tsx";
import { useWords } from "./words.ts";

interface Props {
  from: number | undefined;
  zone: string;
  /** Codes. */
  may: CodesMay;
  onFrom: (staff: number) => void;
}

/** Who gives: members who left first; below, what he has and by which of WeCom's rules he gives. */
export function GiverPart({ from, zone, may, onFrom }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const giver = useGiver(from);
  const leavers = useLeavers();
  const left = (leavers.data?.items ?? []).map((one) => ({
    value: one.staff.id,
    label: one.staff.name,
  }));
  const staff = giver.data?.staff;
  return (
    <section className="handover-step">
      <h2>{t("handovers.new.giver")}</h2>
      <StaffSelect
        label={t("handovers.new.chooseGiver")}
        value={staff && from === staff.id ? { value: staff.id, label: staff.name } : undefined}
        first={{ label: t("handovers.new.left"), options: left }}
        rest={t("handovers.new.onJob")}
        onChoose={(chosen) => onFrom(chosen.value)}
      />
      {from !== undefined && giver.isPending && <Skeleton active paragraph={{ rows: 2 }} />}
      {giver.isError &&
        (giver.error instanceof ProblemError && giver.error.problem.status === 404 ? (
          <Alert type="warning" showIcon title={words(giver.error)} />
        ) : (
          <Failed title={words(giver.error)} onAgain={() => giver.refetch()} />
        ))}
      {giver.data && giver.data.staff.id === from && (
        <Facts giver={giver.data} zone={zone} may={may} />
      )}
    </section>
  );
}

function Facts({ giver, zone, may }: { giver: Giver; zone: string; may: CodesMay }) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const facts = [
    ["customers", giver.customers],
    ["groups", giver.groups],
    ["tasks", giver.open_tasks],
    ["codes", giver.codes],
  ] as const;
  return (
    <>
      <dl className="handover-facts num">
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`handovers.leavers.${key}`)}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
        {giver.mode === "resigned" && (
          <div>
            <dt>{t("handovers.leavers.deadline")}</dt>
            <dd>
              <Deadline until={giver.deadline} now={Date.now()} zone={zone} />
            </dd>
          </div>
        )}
      </dl>
      {giver.codes > 0 && !may.read && (
        <p className="handover-warn">
          {t("handovers.new.codes", { count: giver.codes, n: count(giver.codes) })}
        </p>
      )}
      <CodesLine giver={giver.staff} takers={[]} may={may} />
      <p className="handover-mode">
        <b>{t(`handovers.modes.${giver.mode}`)}</b>{" "}
        {giver.mode === "resigned" && (
          <span
            className="meta num"
            title={giver.left_at ? fullMoment(giver.left_at, zone) : undefined}
          >
            {giver.left_at
              ? t("handovers.leavers.left", { when: tell(giver.left_at) })
              : `${nothing} ${t("handovers.leavers.leftUnknown")}`}
          </span>
        )}
      </p>
      <ul className="handover-rules meta">
        {(giver.mode === "on_job"
          ? (["day_wait", "twice_in_90", "groups_300", "both_active", "console_unseen"] as const)
          : (["day_wait", "leaver_year", "groups_300", "no_text", "console_assigned"] as const)
        ).map((rule) => (
          <li key={rule}>{t(`handovers.rules.${rule}`)}</li>
        ))}
      </ul>
    </>
  );
}
