import { Sheets } from "../../../shared/Sheets.tsx";
import type { Channel } from "../api/channels.ts";

export function SheetTab({ channel }: { channel: Channel }) {
  return <Sheets path={`/api/channels/${channel.id}`} name={channel.name} />;
}
