import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { useRoster, useRota } from "../api/rota.ts";
import { OnNow } from "./OnNow.tsx";
import { OvershootPart } from "./OvershootPart.tsx";
import { RulesForm } from "./RulesForm.tsx";
import { Simulator } from "./Simulator.tsx";
import "./words.ts";
import "./rota.css";

interface Props {
  id: number;
  zone: string;
  mayWrite: boolean;
}

/** Who of a code takes customers now, by which rules, and how well that held. */
export function RotaTab({ id, zone, mayWrite }: Props) {
  const { t } = useTranslation();
  const rota = useRota(id);
  const roster = useRoster(id);
  if (rota.isError || roster.isError) {
    return (
      <Failed
        title={t("rota.loadFailed")}
        onAgain={() => Promise.all([rota.refetch(), roster.refetch()])}
      />
    );
  }
  if (rota.isPending || roster.isPending) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <div className="rota">
      <OnNow roster={roster.data} zone={zone} mayWrite={mayWrite} />
      <RulesForm
        key={rota.data.version}
        id={id}
        rota={rota.data}
        members={roster.data.members}
        mayWrite={mayWrite}
      />
      <OvershootPart id={id} />
      <Simulator id={id} zone={zone} />
    </div>
  );
}
