import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { options } from "./options.ts";
import type { DrawProps } from "./types.ts";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** The picture alone; loaded when the first chart is shown, not with the page. */
export default function Drawing(props: DrawProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const onPick = useRef(props.onPick);
  onPick.current = props.onPick;
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current, undefined, { renderer: "svg" });
    chart.current = drawn;
    // Anywhere in a column counts: a single point is too small to hit.
    drawn.getZr().on("click", (event: { offsetX: number; offsetY: number }) => {
      const at = [event.offsetX, event.offsetY];
      if (!drawn.containPixel("grid", at)) return;
      const [index] = drawn.convertFromPixel({ gridIndex: 0 }, at) as number[];
      if (index !== undefined) onPick.current?.(index);
    });
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      drawn.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    chart.current?.setOption(options(props, !calm), { notMerge: true });
  }, [props]);
  return (
    <div ref={place} style={{ height: "100%", cursor: props.onPick ? "pointer" : undefined }} />
  );
}
