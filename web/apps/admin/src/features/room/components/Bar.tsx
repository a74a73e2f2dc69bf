import { Bar as Progress } from "../../../shared/Bar.tsx";

interface Props {
  /** 0 to 1 and above. */
  share: number | null;
  warned: boolean;
  label: string;
}

const WHOLE = 100;

/** How much of a limit is used. */
export function Bar({ share, warned, label }: Props) {
  const percent = Math.min(WHOLE, Math.round((share ?? 0) * WHOLE));
  return <Progress percent={percent} label={label} tone={warned ? "full" : undefined} />;
}

/** A share in per cent; what is used at all is never 0, what is not full never 100. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return "<1%";
  if (share > 0.99 && share < 1) return "99%";
  return `${Math.round(share * WHOLE)}%`;
}
