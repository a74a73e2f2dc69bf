import { fullMoment, nothing, State, type Tone, useWhen } from "@yutang/ui";
import { Drawer, Skeleton } from "antd";
import type { ReactNode } from "react";
import { Failed } from "./Failed.tsx";
import "./drawers.css";

interface Found<Row> {
  data: { items: readonly Row[] } | undefined;
  isPending: boolean;
  isError: boolean;
  refetch: () => unknown;
}

interface Props<Row> {
  title: string;
  about: string;
  failed: string;
  empty: string;
  found: Found<Row>;
  onClose: () => void;
  children: (row: Row) => ReactNode;
}

/** Owners of groups who are asked for something: how far each is. */
export function OwnersDrawer<Row extends { owner: { id: number } }>(props: Props<Row>) {
  const { found } = props;
  const rows = found.data?.items;
  return (
    <Drawer open size={560} title={props.title} onClose={props.onClose}>
      <p className="meta">{props.about}</p>
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.isError && <Failed title={props.failed} onAgain={() => found.refetch()} />}
      {rows && rows.length === 0 && <p>{props.empty}</p>}
      {rows && rows.length > 0 && (
        <ul className="owner-rows">
          {rows.map((row) => (
            <li key={row.owner.id}>{props.children(row)}</li>
          ))}
        </ul>
      )}
    </Drawer>
  );
}

interface OwnerProps {
  name: string;
  tone: Tone;
  standing: string;
  zone: string;
  /** When his task was due or done, and how that is said. */
  when: { at: string; say: (time: string) => string } | undefined;
  children: ReactNode;
}

/** One of them: how he stands, what there is to do, and since or until when. */
export function Owner({ name, tone, standing, zone, when, children }: OwnerProps) {
  const tell = useWhen(zone);
  return (
    <>
      <div className="owner-row">
        <b>{name || nothing}</b>
        <State tone={tone} word={standing} />
      </div>
      <p className="meta num">{children}</p>
      {when && (
        <p className="meta num" title={fullMoment(when.at, zone)}>
          {when.say(tell(when.at))}
        </p>
      )}
    </>
  );
}
