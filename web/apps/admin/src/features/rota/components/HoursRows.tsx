import { Button, Checkbox, Select } from "antd";
import { useTranslation } from "react-i18next";
import { ClockField } from "../../../shared/ClockField.tsx";
import type { Member } from "../api/rota.ts";
import { type Block, isOvernight, WEEKDAYS } from "./draft.ts";

interface Props {
  blocks: Block[];
  members: Member[];
  onChange: (blocks: Block[]) => void;
}

const EVERYONE = 0;

/** A row is who, on which days, from when to when. */
export function HoursRows({ blocks, members, onChange }: Props) {
  const { t } = useTranslation();
  const change = (key: number, part: Partial<Block>) =>
    onChange(blocks.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () =>
    onChange([
      ...blocks,
      {
        key: Math.max(0, ...blocks.map((one) => one.key)) + 1,
        staff: null,
        weekdays: blocks.length === 0 ? [1, 2, 3, 4, 5] : [6, 7],
        from: "09:00",
        to: "21:00",
      },
    ]);
  return (
    <>
      {blocks.length === 0 && <p className="meta">{t("rota.rules.always")}</p>}
      <ul className="rota-hours">
        {blocks.map((block, place) => (
          <li key={block.key}>
            <Select<number>
              className="rota-who"
              aria-label={t("rota.rules.who", { n: place + 1 })}
              value={block.staff ?? EVERYONE}
              onChange={(staff) => change(block.key, { staff: staff || null })}
              options={[
                { value: EVERYONE, label: t("rota.rules.everyone") },
                ...members
                  .filter((one) => !one.stand_in)
                  .map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
            <Checkbox.Group
              value={block.weekdays}
              onChange={(weekdays) =>
                change(block.key, { weekdays: weekdays.map(Number).sort((a, b) => a - b) })
              }
              options={WEEKDAYS.map((value) => ({ value, label: t(`rota.days.${value}`) }))}
            />
            <span className="rota-span">
              <ClockField
                label={t("rota.rules.from", { n: place + 1 })}
                value={block.from}
                onChange={(from) => change(block.key, { from })}
              />
              <span aria-hidden="true">–</span>
              <ClockField
                label={t("rota.rules.to", { n: place + 1 })}
                value={block.to}
                onChange={(to) => change(block.key, { to })}
              />
              <span className="meta">{isOvernight(block) && t("rota.rules.nextDay")}</span>
            </span>
            <Button
              size="small"
              aria-label={t("rota.rules.dropRow", { n: place + 1 })}
              onClick={() => onChange(blocks.filter((one) => one.key !== block.key))}
            >
              {t("rota.rules.drop")}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={add}>{t("rota.rules.add")}</Button>
    </>
  );
}
