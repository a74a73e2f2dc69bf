import { Checkbox, Form, Input, InputNumber, Radio, Select, Switch, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStaffOptions } from "../../../../shared/choices.ts";
import { BYS } from "../../api/pagecodes.ts";
import type { Member } from "../draft.ts";
import { RulePlay } from "./RulePlay.tsx";
import { fallbackOf, type PageDraft } from "./rule.ts";
import "./words.ts";
import "./page.css";

interface Props {
  page: PageDraft;
  staff: Member[];
  channelId: number | undefined;
  onChange: (page: PageDraft) => void;
}

/** Whom the page shows: how it picks, who may take how many, what it remembers. */
export function RuleFields({ page, staff, channelId, onChange }: Props) {
  const { t } = useTranslation();
  const set = (more: Partial<PageDraft>) => onChange({ ...page, ...more });
  const living = staff.filter((one) => !one.left);
  return (
    <>
      <h2>{t("pagecodes.rule.title")}</h2>
      <Form.Item label={t("pagecodes.rule.by")} extra={t(`pagecodes.rule.help.${page.by}`)}>
        <Radio.Group
          aria-label={t("pagecodes.rule.by")}
          value={page.by}
          onChange={(event) => set({ by: event.target.value })}
          options={BYS.map((by) => ({ value: by, label: t(`pagecodes.rule.bys.${by}`) }))}
        />
      </Form.Item>
      <Form.Item extra={t("pagecodes.rule.cityHelp")}>
        <Checkbox
          checked={page.by_city}
          onChange={(event) => set({ by_city: event.target.checked })}
        >
          {t("pagecodes.rule.city")}
        </Checkbox>
      </Form.Item>
      {living.length > 0 && <MemberRows page={page} staff={living} set={set} />}
      <Fallback page={page} staff={living} set={set} />
      <div className="rule-row">
        <Form.Item label={t("pagecodes.rule.sticky")} extra={t("pagecodes.rule.stickyHelp")}>
          <InputNumber
            aria-label={t("pagecodes.rule.sticky")}
            min={0}
            max={365}
            suffix={t("pagecodes.rule.days")}
            value={page.sticky_days}
            onChange={(days) => set({ sticky_days: days ?? 0 })}
          />
        </Form.Item>
        <Form.Item label={t("pagecodes.rule.hold")} extra={t("pagecodes.rule.holdHelp")}>
          <InputNumber
            aria-label={t("pagecodes.rule.hold")}
            min={1}
            max={60}
            suffix={t("pagecodes.rule.minutes")}
            value={page.hold_minutes}
            onChange={(minutes) => set({ hold_minutes: minutes ?? 10 })}
          />
        </Form.Item>
      </div>
      <RulePlay page={page} staff={living} channelId={channelId} />
      <h2>{t("pagecodes.look.title")}</h2>
      <Form.Item label={t("pagecodes.look.heading")}>
        <Input
          aria-label={t("pagecodes.look.heading")}
          maxLength={30}
          value={page.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t("pagecodes.look.hint")}>
        <Input
          aria-label={t("pagecodes.look.hint")}
          maxLength={60}
          value={page.hint}
          onChange={(event) => set({ hint: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t("pagecodes.look.name")} extra={t("pagecodes.look.nameHelp")}>
        <Switch
          aria-label={t("pagecodes.look.name")}
          checked={page.show_name}
          onChange={(show_name) => set({ show_name })}
        />
      </Form.Item>
      <Form.Item label={t("pagecodes.look.recognise")} extra={t("pagecodes.look.recogniseHelp")}>
        <Switch
          aria-label={t("pagecodes.look.recognise")}
          checked={page.recognise}
          onChange={(recognise) => set({ recognise })}
        />
      </Form.Item>
    </>
  );
}

interface PartProps {
  page: PageDraft;
  staff: Member[];
  set: (more: Partial<PageDraft>) => void;
}

function MemberRows({ page, staff, set }: PartProps) {
  const { t } = useTranslation();
  const weighed = page.by === "weights";
  return (
    <Table<Member>
      className="rule-members"
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={staff}
      columns={[
        { title: t("pagecodes.rule.member"), dataIndex: "name" },
        ...(weighed
          ? [
              {
                title: t("pagecodes.rule.weight"),
                width: 120,
                render: (_: unknown, one: Member) => (
                  <InputNumber
                    aria-label={t("pagecodes.rule.weightOf", { name: one.name })}
                    min={1}
                    max={100}
                    value={page.weights[one.id] ?? 1}
                    onChange={(n) => set({ weights: { ...page.weights, [one.id]: n ?? 1 } })}
                  />
                ),
              },
            ]
          : []),
        {
          title: t("pagecodes.rule.cap"),
          width: 160,
          render: (_, one) => (
            <InputNumber<number>
              aria-label={t("pagecodes.rule.capOf", { name: one.name })}
              min={1}
              max={5000}
              placeholder={t("pagecodes.rule.noCap")}
              value={page.caps[one.id] ?? null}
              onChange={(n) => {
                const { [one.id]: _, ...others } = page.caps;
                set({ caps: n === null ? others : { ...others, [one.id]: n } });
              }}
            />
          ),
        },
      ]}
    />
  );
}

function Fallback({ page, staff, set }: PartProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { options, loading } = useStaffOptions(typed);
  const chosen = fallbackOf(page, staff);
  const known = chosen && !options.some((one) => one.value === chosen.id);
  const shown = known ? [{ value: chosen.id, label: chosen.name }, ...options] : options;
  return (
    <Form.Item label={t("pagecodes.rule.fallback")} extra={t("pagecodes.rule.fallbackHelp")}>
      <Select<number>
        aria-label={t("pagecodes.rule.fallback")}
        placeholder={t("pagecodes.rule.fallbackFirst")}
        loading={loading}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={chosen?.id ?? null}
        onChange={(id, option) => {
          const label = Array.isArray(option) ? "" : String(option?.label ?? "");
          set({ fallback: { id, name: label.split(" · ")[0] ?? label } });
        }}
        options={shown}
      />
    </Form.Item>
  );
}
