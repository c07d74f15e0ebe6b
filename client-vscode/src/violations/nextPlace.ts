export interface Place {
  file: string;
  line: number;
  character: number;
}

/** The place after (or before) where one is, by file and position, round and round; undefined where there are none. */
export function nextPlace<T extends Place>(
  places: readonly T[],
  from: Place | undefined,
  direction: 1 | -1,
): T | undefined {
  const sorted = [...places].sort(compare);
  if (from === undefined) return direction > 0 ? sorted[0] : sorted.at(-1);
  return direction > 0
    ? (sorted.find((place) => compare(place, from) > 0) ?? sorted[0])
    : (sorted.findLast((place) => compare(place, from) < 0) ?? sorted.at(-1));
}

function compare(a: Place, b: Place): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.character - b.character;
}
