import { count, dateTime, nothing, shortMoment } from "@yutang/ui";
import { Alert, App, Button, Form, InputNumber, Skeleton, Table, TreeSelect } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { FilterSelect } from "../../../shared/FilterSelect.tsx";
import { FormDrawer } from "../../../shared/FormDrawer.tsx";
import { Pages } from "../../../shared/Pages.tsx";
import {
  type Reason,
  type Taker,
  type TakerRules,
  useOwnTags,
  useSaveRules,
  useTakerRules,
  useTakers,
} from "../api/gifts.ts";
import { useWords } from "./words.ts";

interface Props {
  zone: string;
  reason: Reason | undefined;
  after: string | undefined;
  mayWrite: boolean;
  onFilter: (reason: Reason | undefined, after?: string | undefined) => void;
  onCustomer: (id: number) => void;
}

const REASONS = ["left", "many"] as const;

/** Who only takes, as last night found it, and from when on somebody does. */
export function TakersPanel({ zone, reason, after, mayWrite, onFilter, onCustomer }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const takers = useTakers(reason, after);
  const rules = useTakerRules();
  const page = takers.data;
  const skipped = Number(after ?? 0);
  return (
    <>
      <p className="meta">
        {rules.data &&
          t("gifts.takers.rules", { days: rules.data.days, claims: rules.data.claims })}
        {page?.judged_at
          ? t("gifts.takers.judged", { at: dateTime(page.judged_at, zone) })
          : t("gifts.takers.notJudged")}
      </p>
      <div className="filters">
        <FilterSelect<Reason>
          label={t("gifts.takers.reason")}
          value={reason}
          onChange={(next) => onFilter(next)}
          options={REASONS.map((value) => ({ value, label: t(`gifts.takers.reasons.${value}`) }))}
        />
        {mayWrite && rules.data && (
          <Button onClick={() => setEditing(true)}>{t("gifts.takers.edit")}</Button>
        )}
      </div>
      {takers.isPending && <Skeleton active paragraph={{ rows: 4 }} />}
      {takers.isError && (
        <Failed title={t("gifts.takers.loadFailed")} onAgain={() => takers.refetch()} />
      )}
      {page && page.items.length === 0 && (
        <div className="empty">
          <p>{t("gifts.takers.empty")}</p>
        </div>
      )}
      {page && page.items.length > 0 && (
        <>
          <p className="meta num">
            {t("gifts.takers.total", { count: page.total, n: count(page.total) })}
          </p>
          <Table<Taker>
            rowKey="customer_id"
            dataSource={page.items}
            pagination={false}
            scroll={{ x: 640 }}
            columns={[
              {
                key: "who",
                title: t("gifts.claims.who"),
                render: (_, row) => (
                  <button
                    type="button"
                    className="link"
                    onClick={() => onCustomer(row.customer_id)}
                  >
                    {row.customer_name || nothing}
                  </button>
                ),
              },
              {
                key: "why",
                title: t("gifts.takers.reason"),
                render: (_, row) =>
                  t(`gifts.takers.why.${row.reason}`, {
                    n: row.gifts,
                    at: row.lost_at ? shortMoment(row.lost_at, zone) : "",
                  }),
              },
              {
                key: "at",
                title: t("gifts.claims.at"),
                width: 130,
                align: "right",
                className: "num",
                render: (_, row) => shortMoment(row.claimed_at, zone),
              },
            ]}
          />
          <Pages
            sparse
            label={t("gifts.tabs.takers")}
            previous={after}
            next={page.next}
            onPrevious={() => onFilter(reason, skipped > 50 ? String(skipped - 50) : undefined)}
            onNext={(next) => onFilter(reason, next)}
          />
        </>
      )}
      {editing && rules.data && (
        <RulesDrawer rules={rules.data} onClose={() => setEditing(false)} />
      )}
    </>
  );
}

function RulesDrawer({ rules, onClose }: { rules: TakerRules; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useWords();
  const tags = useOwnTags();
  const save = useSaveRules(() => {
    message.success(t("gifts.takers.saved"));
    onClose();
  });
  return (
    <FormDrawer<TakerRules>
      title={t("gifts.takers.edit")}
      lead={<Alert type="info" showIcon title={t("gifts.takers.fair")} />}
      locked={false}
      act={t("gifts.takers.save")}
      saving={save.isPending}
      trouble={save.isError ? words(save.error) : undefined}
      initial={{ days: rules.days ?? 7, claims: rules.claims ?? 3, tag_id: rules.tag_id ?? null }}
      onSave={({ days, claims, tag_id }) => save.mutate({ days, claims, tag_id: tag_id ?? null })}
      onClose={onClose}
    >
      <Form.Item name="days" label={t("gifts.takers.days")}>
        <InputNumber min={1} max={90} precision={0} />
      </Form.Item>
      <Form.Item
        name="claims"
        label={t("gifts.takers.claims")}
        extra={t("gifts.takers.claimsHint")}
      >
        <InputNumber min={2} max={50} precision={0} />
      </Form.Item>
      <Form.Item name="tag_id" label={t("gifts.takers.tag")} extra={t("gifts.takers.tagHint")}>
        <TreeSelect<number>
          allowClear
          treeDefaultExpandAll
          loading={tags.isPending}
          treeData={(tags.data ?? []).map((group) => ({
            value: -group.id,
            title: group.name,
            selectable: false,
            children: group.tags.map((tag) => ({ value: tag.id, title: tag.name })),
          }))}
        />
      </Form.Item>
    </FormDrawer>
  );
}
