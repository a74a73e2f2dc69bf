const PAD = 3;

/** Places of the values in a box, from 0 at its foot; a series of zeros lies on the foot. */
export function points(
  values: readonly number[],
  width: number,
  height: number,
): [number, number][] {
  const top = Math.max(1, ...values);
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  return values.map((value, at) => [
    round(PAD + at * step),
    round(height - PAD - (Math.max(0, value) / top) * (height - 2 * PAD)),
  ]);
}

const round = (value: number): number => Math.round(value * 10) / 10;
