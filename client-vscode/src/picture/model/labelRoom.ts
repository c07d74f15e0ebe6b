/** A label as it stands on the image: its lower left (or right) corner in pixels of the image, its row and its length in letters. */
export interface Placed {
  x: number;
  y: number;
  row: number;
  length: number;
  /** It ends at `x` instead of beginning there. */
  isEnd: boolean;
  /** Labels of a lower rank get their room first. */
  rank: number;
}

/** What a label measures on the screen, about; the style sheet has the same numbers. */
const letter = 7;
const height = 14;
const above = 4;

/** How much of a label may lie under another one and still be read. */
const slack = 3;

/** The cells of the grid in which neighbours are looked for. */
const cell = { width: 80, height: 20 };

/** Whether a label that begins at a place would leave the image at its right side. */
export function leaves(x: number, length: number, imageWidth: number, scale: number): boolean {
  return x * scale + length * letter > imageWidth * scale && x * scale > length * letter;
}

/** The lower side of a label on the screen, from the top of the image: above its shape, or below the image's upper border. */
export function lowerSide(y: number, row: number, scale: number): number {
  return y * scale + Math.max(-above - height * row, height + 1 + height * row - y * scale);
}

/** Which labels are shown at a zoom: those that lie on no other. What has no room appears when one comes closer. */
export function labelRoom(labels: readonly Placed[], scale: number): boolean[] {
  const shown = labels.map(() => false);
  const taken = new Map<string, { left: number; right: number; top: number; bottom: number }[]>();
  const order = labels.map((_, index) => index).sort((a, b) => labels[a]!.rank - labels[b]!.rank || a - b);
  for (const index of order) {
    const { x, y, row, length, isEnd } = labels[index]!;
    const width = length * letter;
    const left = x * scale - (isEnd ? width : 0);
    const bottom = lowerSide(y, row, scale);
    const box = { left, right: left + width, top: bottom - height, bottom };
    const cells = cellsOf(box);
    const isFree = cells.every((key) =>
      (taken.get(key) ?? []).every(
        (other) =>
          box.left + slack >= other.right ||
          box.right - slack <= other.left ||
          box.top + slack >= other.bottom ||
          box.bottom - slack <= other.top,
      ),
    );
    if (!isFree) continue;
    shown[index] = true;
    for (const key of cells) {
      const known = taken.get(key);
      if (known) known.push(box);
      else taken.set(key, [box]);
    }
  }
  return shown;
}

function cellsOf(box: { left: number; right: number; top: number; bottom: number }): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(box.left / cell.width); x <= Math.floor(box.right / cell.width); x++)
    for (let y = Math.floor(box.top / cell.height); y <= Math.floor(box.bottom / cell.height); y++)
      keys.push(`${x} ${y}`);
  return keys;
}
