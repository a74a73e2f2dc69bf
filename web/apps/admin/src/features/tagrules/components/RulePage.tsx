import { Link } from "@tanstack/react-router";
import { Skeleton } from "antd";
import { ChevronLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useRule } from "../api/rules.ts";
import type { RulePageProps } from "./parts.ts";
import { RuleEditor } from "./RuleEditor.tsx";
import "./rules.css";

/** One rule: when, if, then; its dry run and what it did. */
export function RulePage(props: RulePageProps) {
  const { t } = useTranslation();
  const rule = useRule(props.id);
  return (
    <>
      <p className="rules-back">
        <Link to="/tags/rules">
          <ChevronLeft size={16} aria-hidden="true" />
          {t("tagrules.title")}
        </Link>
      </p>
      {props.id !== undefined && rule.isPending && <Skeleton active paragraph={{ rows: 8 }} />}
      {rule.isError && <Failed title={t("tagrules.loadFailed")} onAgain={() => rule.refetch()} />}
      {(props.id === undefined || rule.data) && (
        <RuleEditor key={`${props.id}-${rule.data?.version}`} rule={rule.data} {...props} />
      )}
    </>
  );
}
