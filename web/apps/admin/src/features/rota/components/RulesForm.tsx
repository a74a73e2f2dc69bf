import { count } from "@yutang/ui";
import { Alert, Button, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Member, type Rota, useSaveRota } from "../api/rota.ts";
import { type Draft, draftOf, rulesOf } from "./draft.ts";
import { HoursRows } from "./HoursRows.tsx";
import { StandIns } from "./StandIns.tsx";
import { useWords } from "./words.ts";

interface Props {
  id: number;
  rota: Rota;
  members: Member[];
  mayWrite: boolean;
}

const MOST = 100_000;
const HOUR = 60;

/** Weekly hours, caps and stand-ins: what the list of the code follows. */
export function RulesForm({ id, rota, members, mayWrite }: Props) {
  const { t } = useTranslation();
  const words = useWords();
  const [draft, setDraft] = useState(() => draftOf(rota));
  const save = useSaveRota(id);
  const listed = members.filter((one) => !one.stand_in);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const same = JSON.stringify(rulesOf(draft)) === JSON.stringify(rulesOf(draftOf(rota)));
  const empty = draft.blocks.some((one) => one.weekdays.length === 0);
  const names = (ids: number[]) =>
    members
      .filter((one) => ids.includes(one.id))
      .map((one) => one.name)
      .join(t("common.comma"));
  return (
    <section aria-labelledby="rota-rules">
      <h2 id="rota-rules">{t("rota.rules.title")}</h2>
      <p className="meta">{t("rota.rules.about", { zone: rota.timezone })}</p>
      {rota.warnings.map((one) => (
        <Alert
          key={one.kind}
          type="info"
          showIcon
          title={t(`rota.warnings.${one.kind}`, {
            names: names(one.staff_ids ?? []),
            count: Math.ceil((one.minutes ?? 0) / HOUR),
            n: count(Math.ceil((one.minutes ?? 0) / HOUR)),
          })}
        />
      ))}
      <fieldset className="rota-fields" disabled={!mayWrite}>
        <h3>{t("rota.rules.hours")}</h3>
        <HoursRows blocks={draft.blocks} members={members} onChange={(blocks) => set({ blocks })} />
        <h3>{t("rota.rules.caps")}</h3>
        <label className="rota-cap">
          <span>{t("rota.rules.everyone")}</span>
          <InputNumber
            min={0}
            max={MOST}
            precision={0}
            disabled={!mayWrite}
            placeholder={t("rota.rules.noCap")}
            value={draft.cap}
            onChange={(cap) => set({ cap })}
          />
        </label>
        <ul className="rota-caps">
          {listed.map((one) => (
            <li key={one.id}>
              <label className="rota-cap">
                <span>{one.name}</span>
                <InputNumber
                  min={0}
                  max={MOST}
                  precision={0}
                  disabled={!mayWrite}
                  placeholder={
                    draft.cap === null
                      ? t("rota.rules.noCap")
                      : t("rota.rules.asAll", { n: draft.cap })
                  }
                  value={draft.caps[one.id] ?? null}
                  onChange={(cap) => {
                    const { [one.id]: _, ...others } = draft.caps;
                    set({ caps: cap === null ? others : { ...others, [one.id]: cap } });
                  }}
                />
              </label>
            </li>
          ))}
        </ul>
        <h3>{t("rota.rules.standIns")}</h3>
        <StandIns
          value={draft.standIns}
          known={rota.stand_ins}
          listed={listed.map((one) => one.id)}
          disabled={!mayWrite}
          onChange={(standIns) =>
            set({
              standIns,
              caps: Object.fromEntries(
                Object.entries(draft.caps).filter(([staff]) =>
                  [...standIns, ...listed.map((one) => one.id)].includes(Number(staff)),
                ),
              ),
            })
          }
        />
      </fieldset>
      {save.isError && <Alert type="error" showIcon title={words(save.error)} />}
      <div className="rota-foot">
        <span className="meta">
          {t(!mayWrite ? "rota.rules.mayNot" : empty ? "rota.rules.noDay" : "rota.rules.foot")}
        </span>
        <Button
          type="primary"
          disabled={!mayWrite || same || empty}
          loading={save.isPending}
          onClick={() => save.mutate({ ...rulesOf(draft), version: rota.version })}
        >
          {t("rota.rules.save")}
        </Button>
      </div>
    </section>
  );
}
