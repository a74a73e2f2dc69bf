import { Alert, App, Button, Drawer, Form, Input, InputNumber, Radio, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type Candidates,
  type Detail,
  type NewInvitation,
  type Rule,
  TIERS,
  type Tier,
  useBoard,
  useFoundGroups,
  usePreview,
  useStart,
  useViews,
  type Who,
} from "../api/tiers.ts";
import { DryRun } from "./DryRun.tsx";
import { type Conditions, RuleEditor, RuleWords, asked as sent } from "./RuleEditor.tsx";
import { useWords } from "./words.ts";

interface Props {
  tier: Tier | undefined;
  who: Who | undefined;
  conditions: Conditions;
  onClose: () => void;
  onMade: (made: Detail) => void;
}

type Source = "tier" | "view" | "rule";

interface Draft {
  name: string;
  tier: Tier | "any";
  who: Who;
  source: Source;
  view_id?: number;
  group_ids: number[];
  text: string;
  text_nameless: string;
  day_cap: number;
  again_days: number;
  full_at: number;
  same_store: boolean;
}

const NAME = "{name}";
const TEXT = 500;
const DAYS = 365;
const CAP = 200;
const FULL = 500;

/** What a dry run is asked; undefined while something is missing. */
function askedOf(draft: Draft, rule: Rule, ruled: boolean): Candidates | undefined {
  const tier = draft.tier === "any" ? null : draft.tier;
  if (draft.source === "tier" && !ruled) return undefined;
  if (draft.source === "view" && draft.view_id === undefined) return undefined;
  return {
    tier,
    who: tier === null ? "found" : draft.who,
    rule: draft.source === "rule" ? sent(rule) : null,
    view_id: draft.source === "view" ? (draft.view_id ?? null) : null,
    group_ids: draft.group_ids ?? [],
    again_days: draft.again_days ?? 0,
  };
}

/** A new round: whom, into which groups, with which words; a dry run beside. */
export function InviteDrawer({ tier, who, conditions, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const [form] = Form.useForm<Draft>();
  const board = useBoard();
  const [rule, setRule] = useState<Rule>({ match: "all", include: [{}], exclude: [] });
  const first: Draft = {
    name: "",
    tier: tier ?? "any",
    who: who ?? "found",
    source: tier === undefined || tier === "pond" ? "view" : "tier",
    group_ids: [],
    text: "",
    text_nameless: "",
    day_cap: 20,
    again_days: 30,
    full_at: 200,
    same_store: true,
  };
  const draft = { ...first, ...Form.useWatch((all: Draft) => all, form) };
  const kept = board.data?.items.find((one) => one.tier === draft.tier)?.rule ?? undefined;
  const asked = askedOf(draft, rule, kept !== undefined);
  const preview = usePreview(asked);
  const start = useStart(onMade);
  const named = draft.text.includes(NAME);
  const n = preview.data?.invited ?? 0;
  return (
    <Drawer
      open
      size={720}
      title={t("grouptiers.invite.add")}
      onClose={onClose}
      footer={
        <div className="drawer-foot">
          <span className="drawer-gap" />
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button
            type="primary"
            loading={start.isPending}
            disabled={n === 0}
            title={n === 0 ? t("grouptiers.missing.nobody") : undefined}
            onClick={() => form.submit()}
          >
            {t("grouptiers.invite.start", { n, count: n })}
          </Button>
        </div>
      }
    >
      <Form<Draft>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={first}
        onFinish={(done) => {
          const all = { ...first, ...done };
          const wanted = askedOf(all, rule, kept !== undefined);
          if (wanted === undefined) {
            message.error(t("grouptiers.invite.whomMissing"));
            return;
          }
          const body: NewInvitation = {
            ...wanted,
            name: all.name,
            group_ids: all.group_ids,
            text: all.text,
            text_nameless: named ? all.text_nameless : "",
            day_cap: all.day_cap,
            full_at: all.full_at,
            same_store: all.same_store,
          };
          start.mutate(body);
        }}
      >
        <Form.Item
          name="name"
          label={t("grouptiers.invite.name")}
          rules={[
            { required: true, whitespace: true, message: t("grouptiers.invite.nameMissing") },
          ]}
        >
          <Input maxLength={30} autoFocus />
        </Form.Item>
        <Form.Item name="tier" label={t("grouptiers.invite.tier")}>
          <Radio.Group
            options={(["any", ...TIERS] as const).map((value) => ({
              value,
              label: value === "any" ? t("grouptiers.invite.anyTier") : t(`groups.tiers.${value}`),
            }))}
          />
        </Form.Item>
        {draft.tier !== "any" && (
          <Form.Item name="who" label={t("grouptiers.invite.who")}>
            <Radio.Group
              options={(["on", "back", "found"] as const).map((value) => ({
                value,
                label: t(`grouptiers.who.${value}`),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="source" label={t("grouptiers.invite.source")}>
          <Radio.Group
            options={(["tier", "view", "rule"] as const).map((value) => ({
              value,
              label: t(`grouptiers.sources.${value}`),
              disabled: value === "tier" && kept === undefined,
            }))}
          />
        </Form.Item>
        {draft.source === "tier" && kept && (
          <p className="tier-sentence">
            <RuleWords rule={kept} conditions={conditions} />
          </p>
        )}
        {draft.source === "tier" && !kept && <p className="meta">{t("grouptiers.rule.none")}</p>}
        {draft.source === "view" && <ViewChoice />}
        {draft.source === "rule" && (
          <RuleEditor
            rule={rule}
            counted={undefined}
            dimmed={false}
            conditions={conditions}
            onRule={setRule}
          />
        )}
        <GroupChoice tier={draft.tier === "any" ? undefined : draft.tier} />
        <Form.Item
          name="text"
          label={t("grouptiers.invite.text")}
          extra={t("grouptiers.invite.textAbout", { name: NAME })}
          rules={[
            { required: true, whitespace: true, message: t("grouptiers.invite.textMissing") },
          ]}
        >
          <Input.TextArea rows={3} maxLength={TEXT} showCount />
        </Form.Item>
        {named && (
          <Form.Item
            name="text_nameless"
            label={t("grouptiers.invite.nameless")}
            rules={[
              { required: true, whitespace: true, message: t("grouptiers.invite.namelessMissing") },
            ]}
          >
            <Input.TextArea rows={2} maxLength={TEXT} />
          </Form.Item>
        )}
        <div className="tier-two">
          <Form.Item name="day_cap" label={t("grouptiers.invite.dayCap")}>
            <InputNumber min={1} max={CAP} precision={0} suffix={t("grouptiers.invite.people")} />
          </Form.Item>
          <Form.Item name="again_days" label={t("grouptiers.invite.againDays")}>
            <InputNumber min={0} max={DAYS} precision={0} suffix={t("grouptiers.rule.days")} />
          </Form.Item>
          <Form.Item
            name="full_at"
            label={t("grouptiers.invite.fullAt")}
            extra={t("grouptiers.invite.fullAbout")}
          >
            <InputNumber min={2} max={FULL} precision={0} suffix={t("grouptiers.invite.people")} />
          </Form.Item>
          <Form.Item
            name="same_store"
            label={t("grouptiers.invite.sameStore")}
            extra={t("grouptiers.invite.sameStoreAbout")}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
        </div>
        <DryRun
          preview={preview.data}
          dimmed={preview.isPlaceholderData}
          waiting={asked === undefined}
        />
        {(start.error ?? preview.error) && (
          <Alert type="error" showIcon title={words(start.error ?? preview.error)} />
        )}
      </Form>
    </Drawer>
  );
}

function ViewChoice() {
  const { t } = useTranslation();
  const views = useViews();
  const named = (name: string) =>
    name.startsWith("starter:") ? t(`lists.views.starters.${name.slice("starter:".length)}`) : name;
  return (
    <Form.Item name="view_id" label={t("grouptiers.invite.view")}>
      <Select<number>
        placeholder={t("grouptiers.invite.viewChoose")}
        loading={views.isPending}
        options={(views.data?.items ?? []).map((one) => ({
          value: one.id,
          label: named(one.name),
        }))}
      />
    </Form.Item>
  );
}

function GroupChoice({ tier }: { tier: Tier | undefined }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const found = useFoundGroups(text, tier);
  return (
    <Form.Item
      name="group_ids"
      label={t("grouptiers.invite.groups")}
      extra={t("grouptiers.invite.groupsAbout")}
      rules={[{ required: true, message: t("grouptiers.invite.groupsMissing") }]}
    >
      <Select<number[]>
        mode="multiple"
        loading={found.isFetching}
        maxCount={100}
        showSearch={{ filterOption: false, onSearch: setText }}
        options={(found.data?.items ?? []).map((one) => ({
          value: one.id,
          label: t("grouptiers.invite.groupOption", {
            name: one.name || t("groups.nameless"),
            n: one.people + one.staff,
          }),
        }))}
      />
    </Form.Item>
  );
}
