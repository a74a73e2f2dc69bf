import { has, t } from "../../../shared/words.ts";
import type { Customer, Life } from "../api/customers.ts";
import { stageName } from "./stages.ts";

/** Which words tell an entry: its kind, and what makes the difference within it. */
function keyOf(entry: Life): string {
  const kind = entry.kind.replaceAll(".", "_");
  if (entry.kind === "relation.ended" && entry.ending) return `ended.${entry.ending}`;
  if (entry.kind === "welcome") return `welcome.${entry.outcome}`;
  if (entry.kind === "stage.changed") return entry.after ? "stage_changed" : "stage_none";
  if (entry.kind === "follow_up.closed") return `follow_up_closed_${entry.outcome}`;
  if (entry.kind === "attribute.changed") {
    return entry.field?.told && entry.field.after ? "attribute_changed" : "attribute_untold";
  }
  const through = `${kind}_through`;
  return entry.channel && has(`customer.events.${through}`) ? through : kind;
}

/** Whether a source told it: a kind and its main property are all there is to say. */
export const isTold = ({ kind }: Life) =>
  /^(order|coupon|membership|page|product|cart|service|custom)\./.test(kind);

function told({ kind, kind_name, main }: Life): string {
  const name = kind_name ?? (has(`told.names.${kind}`) ? t(`told.names.${kind}`) : kind);
  return has("told.with") ? t(`told.${main ? "with" : "alone"}`, { name, main: main ?? "" }) : name;
}

/** What happened, as one sentence; who did it where it was somebody of ours. */
export function sentence(entry: Life, stages: Customer["stages"]): string {
  if (isTold(entry)) return told(entry);
  return t([`customer.events.${keyOf(entry)}`, "customer.events.other"], {
    channel: entry.channel?.name ?? "",
    tag: entry.tag?.name ?? t("customer.events.goneTag"),
    who: entry.who ?? t("customer.events.someone"),
    stage: entry.after ? stageName(entry.after, stages) : "",
    field: entry.field?.name ?? "",
    value: words(entry),
    set: entry.question_set ?? "",
    group: entry.group || t("customer.events.someGroup"),
    outcome: entry.outcome
      ? t([`customer.follow.outcomes.${entry.outcome}`, "customer.events.someOutcome"])
      : "",
    other: entry.other?.name ?? t("customer.events.someone"),
    kind: entry.kind,
  });
}

function words(entry: Life): string {
  const { field } = entry;
  if (!field?.after) return "";
  if (field.kind === "yes_no") return t(field.after[0] === "yes" ? "customer.yes" : "customer.no");
  return field.after.join(" · ");
}
