import type { UseQueryResult } from "@tanstack/react-query";
import { Skeleton, Table, type TableColumnType } from "antd";
import type { ReactNode } from "react";
import { Failed } from "../../../shared/Failed.tsx";
import { Pages } from "../../../shared/Pages.tsx";

interface Props<T> {
  label: string;
  found: UseQueryResult<{ items: T[]; next: number | null }>;
  failed: string;
  empty: ReactNode;
  /** Below this many pixels the table scrolls. */
  width: number;
  columns: TableColumnType<T>[];
  before: number | undefined;
  onPage: (before: number | undefined) => void;
  onBack: () => void;
}

/** What was moved before, newest first, page by page. */
export function History<T extends { id: number }>(props: Props<T>) {
  const { found } = props;
  const rows = found.data?.items ?? [];
  return (
    <>
      {found.isPending && <Skeleton active paragraph={{ rows: 5 }} />}
      {found.isError && <Failed title={props.failed} onAgain={() => found.refetch()} />}
      {found.isSuccess && rows.length === 0 && <div className="empty">{props.empty}</div>}
      {rows.length > 0 && (
        <Table<T>
          rowKey="id"
          dataSource={rows}
          pagination={false}
          scroll={{ x: props.width }}
          columns={props.columns}
        />
      )}
      <Pages
        sparse
        label={props.label}
        previous={props.before}
        next={found.data?.next}
        onPrevious={props.onBack}
        onNext={props.onPage}
      />
    </>
  );
}
