import { fullMoment, useWhen } from "@yutang/ui";
import { App, Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { Who } from "../../../shared/Links.tsx";
import {
  type Candidate,
  type Conflict,
  useConflictPhones,
  useDecide,
  useUndecide,
  type Verdict,
} from "../api/persons.ts";
import { IdList } from "./IdList.tsx";
import { called, saidBy, useWords } from "./words.ts";

interface Props {
  conflict: Conflict;
  zone: string;
  mayWrite: boolean;
  mayPhones: boolean;
}

const VERDICTS: readonly Verdict[] = ["claimed", "stays", "shared", "merged"];

/** One id, the two who have it, and what can be decided. */
export function ConflictCard({ conflict, zone, mayWrite, mayPhones }: Props) {
  const { t } = useTranslation();
  const tell = useWhen(zone);
  const words = useWords();
  const { modal, message } = App.useApp();
  const decide = useDecide();
  const undecide = useUndecide();
  const phones = useConflictPhones(conflict.id);
  const kind = t(`persons.kinds.${conflict.kind}`);
  const names = {
    kind,
    value: conflict.value,
    claimant: called(t, conflict.claimant),
    holder: called(t, conflict.holder),
  };
  const ask = (verdict: Verdict) =>
    modal.confirm({
      title: t(`persons.decide.${verdict}.title`, names),
      content: t(`persons.decide.${verdict}.about`, names),
      okText: t(`persons.decide.${verdict}.ok`, names),
      cancelText: t("persons.decide.cancel"),
      autoFocusButton: "cancel",
      onOk: () =>
        decide.mutateAsync({ id: conflict.id, verdict }).then(
          () => void message.success(t(`persons.decide.${verdict}.done`, names)),
          (error) => void message.error(words(error), 6),
        ),
    });
  const takeBack = () =>
    modal.confirm({
      title: t("persons.undo.title", names),
      content: t("persons.undo.about"),
      okText: t("persons.undo.ok"),
      cancelText: t("persons.decide.cancel"),
      autoFocusButton: "cancel",
      onOk: () =>
        undecide.mutateAsync(conflict.id).then(
          () => void message.success(t("persons.undo.done")),
          (error) => void message.error(words(error), 6),
        ),
    });
  return (
    <article className="conflict" aria-label={`${kind} ${conflict.value}`}>
      <header>
        <h2>
          {kind} <span className="num">{conflict.value}</span>
        </h2>
        <p className="meta">
          {t(`persons.why.${conflict.why}`)} ·{" "}
          <span title={fullMoment(conflict.last_at, zone)}>
            {t("persons.seen", { count: conflict.times, time: tell(conflict.last_at) })}
          </span>{" "}
          · {saidBy(t, conflict.last_said)}
        </p>
      </header>
      <div className="conflict-two">
        <Side
          title={t("persons.claimant", {
            kind: t(`persons.kinds.${conflict.claimed_by}`),
            value: conflict.claimed_by_value,
          })}
          one={conflict.claimant}
          zone={zone}
          phones={phones.data?.claimant}
        />
        <Side
          title={t("persons.holder", { kind })}
          one={conflict.holder}
          zone={zone}
          phones={phones.data?.holder}
        />
      </div>
      {conflict.state === "open" ? (
        <div className="conflict-acts">
          {VERDICTS.map((verdict) => {
            const barred = verdict === "merged" ? conflict.no_merge : null;
            const why = mayWrite
              ? barred
                ? t(`persons.noMerge.${barred}`)
                : undefined
              : t("persons.denied");
            return (
              <Button
                key={verdict}
                disabled={!mayWrite || barred !== null}
                title={why}
                onClick={() => ask(verdict)}
              >
                {t(`persons.decide.${verdict}.act`, names)}
              </Button>
            );
          })}
          {mayPhones && conflict.kind === "phone" && !phones.data && (
            <Button
              type="link"
              loading={phones.isPending}
              title={t("persons.phoneAudited")}
              onClick={() =>
                phones.mutate(undefined, { onError: (error) => message.error(words(error), 6) })
              }
            >
              {t("persons.showPhones")}
            </Button>
          )}
          {conflict.no_merge && <p className="meta">{t(`persons.noMerge.${conflict.no_merge}`)}</p>}
        </div>
      ) : (
        <div className="conflict-acts">
          <p className="meta">
            {conflict.state === "gone"
              ? t("persons.gone")
              : t(`persons.decided.${conflict.decision ?? "stays"}`, {
                  ...names,
                  time: conflict.decided_at ? tell(conflict.decided_at) : "",
                })}
          </p>
          {conflict.state === "decided" && (
            <Button
              disabled={!mayWrite || conflict.decision === "merged"}
              title={
                conflict.decision === "merged"
                  ? t("persons.undo.merged", names)
                  : mayWrite
                    ? undefined
                    : t("persons.denied")
              }
              onClick={takeBack}
            >
              {t("persons.undo.act")}
            </Button>
          )}
        </div>
      )}
    </article>
  );
}

interface SideProps {
  title: string;
  one: Candidate;
  zone: string;
  phones: readonly string[] | undefined;
}

function Side({ title, one, zone, phones }: SideProps) {
  const { t } = useTranslation();
  const name = called(t, one);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {one.state === "gone" ? (
        <p className="meta">{t("persons.nobody")}</p>
      ) : (
        <>
          <Who id={one.id} name={name}>
            <span className="meta">
              {t(`customers.states.${one.state}`)}
              {one.has_relations && <Tag>{t("persons.hasRelations")}</Tag>}
            </span>
          </Who>
          <IdList ids={one.ids} zone={zone} />
          {phones && phones.length > 0 && <p className="num">{phones.join(t("common.comma"))}</p>}
        </>
      )}
    </section>
  );
}
