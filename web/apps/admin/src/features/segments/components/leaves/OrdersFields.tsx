import { useTranslation } from "react-i18next";
import { ORDER_MEASURES, type OrdersLeaf } from "../../api/tree.ts";
import { useOffers, useSaid } from "../context.ts";
import { CompareField } from "./CompareField.tsx";
import { ONCE } from "./EventFields.tsx";
import { Many, Pick, Several, Words } from "./Filled.tsx";
import { type Change, type FieldsProps, tidy } from "./fields.ts";
import { MoreParts } from "./MoreParts.tsx";
import { SpanField } from "./SpanField.tsx";

type Measure = NonNullable<OrdersLeaf["measure"]>;
type Choice = "not" | Measure;
const MONEY: readonly Measure[] = ["amount", "average", "largest"];
const WHEN: readonly Measure[] = ["first", "last"];
const WORDS = ["categories", "skus", "sources"] as const;
const ONE_YUAN = 100;

/** How often, for how much, what was bought, when first or last; or not at all. */
export function OrdersFields({ leaf, onChange }: FieldsProps<OrdersLeaf>) {
  const { t } = useTranslation();
  const offers = useOffers();
  const { options } = useSaid();
  const change = (more: Change<OrdersLeaf>) => onChange(tidy<OrdersLeaf>({ ...leaf, ...more }));
  const measure = leaf.measure ?? "count";
  const money = MONEY.includes(measure);
  const choose = (choice: Choice) => {
    const { measure: _m, compare, ...rest } = leaf;
    if (choice === "not") return onChange({ ...rest, did: false });
    if (WHEN.includes(choice)) return onChange({ ...rest, did: true, measure: choice });
    const same = MONEY.includes(choice) === money && compare;
    const first = MONEY.includes(choice) ? { ...ONCE, n: ONE_YUAN * ONE_YUAN } : ONCE;
    return onChange({ ...rest, did: true, measure: choice, compare: same || first });
  };
  return (
    <>
      <Pick<Choice>
        label={t("segments.leaf.orders.measure")}
        value={leaf.did ? measure : "not"}
        options={(["not", ...ORDER_MEASURES] as const).map((one) => ({
          value: one,
          label: t(`segments.leaf.orders.measures.${one}`),
        }))}
        onChange={choose}
      />
      {leaf.did && !WHEN.includes(measure) && (
        <CompareField
          label={t("segments.leaf.event.number")}
          value={leaf.compare ?? ONCE}
          money={money}
          suffix={money ? undefined : t(`segments.leaf.orders.units.${measure}`)}
          onChange={(compare) => onChange({ ...leaf, measure, compare })}
        />
      )}
      <SpanField value={leaf.window} onChange={(window) => onChange({ ...leaf, window })} />
      <MoreParts
        parts={[
          ...WORDS.map((key) => ({
            key,
            label: t(`segments.leaf.orders.${key}`),
            used: (leaf[key]?.length ?? 0) > 0,
            field: (
              <Words
                label={t(`segments.leaf.orders.${key}`)}
                value={leaf[key]}
                known={key === "sources" ? offers.order_sources : []}
                onChange={(words) => change({ [key]: words })}
              />
            ),
          })),
          {
            key: "stores",
            label: t("segments.leaf.relation.stores"),
            used: (leaf.stores?.length ?? 0) > 0,
            field: (
              <Many
                of="store"
                label={t("segments.leaf.relation.stores")}
                value={leaf.stores}
                onChange={(stores) => change({ stores })}
              />
            ),
          },
          {
            key: "statuses",
            label: t("segments.leaf.orders.statuses"),
            used: (leaf.statuses?.length ?? 0) > 0,
            field: (
              <Several<string>
                label={t("segments.leaf.orders.statuses")}
                value={leaf.statuses}
                options={options(offers.order_statuses)}
                onChange={(statuses) => change({ statuses })}
              />
            ),
          },
        ]}
      />
    </>
  );
}
