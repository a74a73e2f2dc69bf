import { Alert, Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Failed } from "../../../shared/Failed.tsx";
import { Verdict } from "../../../shared/Verdict.tsx";
import { type Overview, useCountAgain, useRoom } from "../api/room.ts";
import { Ceilings } from "./Ceilings.tsx";
import { Limits } from "./Limits.tsx";
import { StaffList, type StaffListProps } from "./StaffList.tsx";
import "./room.css";

/** By then the page has asked for the new numbers; after that it may be asked again. */
const COUNTING_MS = 15_000;

export function RoomPage({ mayChange, ...list }: StaffListProps & { mayChange: boolean }) {
  const { t } = useTranslation();
  const room = useRoom();
  const again = useCountAgain();
  const failed = <Failed title={t("room.failed")} onAgain={() => room.refetch()} />;
  return (
    <div className="room">
      <header className="page-head">
        <div>
          <h1>{t("room.title")}</h1>
          <p className="meta">{t("room.lead")}</p>
        </div>
        <div className="room-acts">
          <Button
            loading={again.isPending}
            disabled={!mayChange || again.isSuccess}
            title={mayChange ? undefined : t("room.limits.locked")}
            onClick={() =>
              again.mutate(undefined, {
                onSuccess: () => setTimeout(again.reset, COUNTING_MS),
              })
            }
          >
            {t(again.isSuccess ? "room.counting" : "room.again")}
          </Button>
          <Limits mayChange={mayChange} />
        </div>
      </header>
      {again.isError && <Alert type="error" showIcon title={t("room.againFailed")} />}
      {room.isPending && <Skeleton active paragraph={{ rows: 10 }} />}
      {room.isError && failed}
      {room.data && (
        <>
          <Answer overview={room.data} />
          <Ceilings overview={room.data} zone={list.zone} />
          <StaffList {...list} staff={room.data.staff} />
        </>
      )}
    </div>
  );
}

/** The answer first: is there room, and if not, where. */
function Answer({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const short = overview.rooms.filter((room) => room.warned);
  const calm = short.length === 0 && overview.staff.warned === 0;
  const percent = Math.round(overview.warn_share * 100);
  const words = [
    ...short.map((room) => t(`room.verdict.${room.kind}`)),
    ...(overview.staff.warned > 0
      ? [t("room.verdict.staff", { count: overview.staff.warned, percent })]
      : []),
  ];
  return (
    <Verdict
      calm={calm}
      text={calm ? t("room.verdict.calm", { percent }) : words.join(t("room.verdict.and"))}
    />
  );
}
