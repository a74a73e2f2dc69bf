import { Link } from "@tanstack/react-router";
import { initial, nothing } from "@yutang/ui";
import type { ReactNode } from "react";
import "./shared.css";

/** A customer in a list: initial, name that leads to the profile, and what `children` add. */
export function Who({ id, name, children }: { id: number; name: string; children?: ReactNode }) {
  return (
    <span className="who">
      <span className="avatar" aria-hidden="true">
        {initial(name)}
      </span>
      <span>
        <Link to="/customers/$id" params={{ id: String(id) }} className="who-name cut" title={name}>
          {name}
        </Link>
        {children}
      </span>
    </span>
  );
}

/** The code somebody came by. */
export function ChannelLink({ channel }: { channel: { id: number; name: string } | null }) {
  return channel ? (
    <Link to="/codes/$id" params={{ id: String(channel.id) }} className="cut">
      {channel.name}
    </Link>
  ) : (
    nothing
  );
}
