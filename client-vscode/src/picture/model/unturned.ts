/**
 * The matrix that takes an image as EXIF data turns it back to the pixels as they are stored: `width` and `height` are those of the
 * stored picture. Only ways that swap the sides can be told from the sizes, so only they are undone.
 */
export function unturned(orientation: number, width: number, height: number): string | undefined {
  switch (orientation) {
    case 5:
      return "matrix(0 1 1 0 0 0)";
    case 6:
      // Shown turned clockwise: back, counter-clockwise.
      return `matrix(0 -1 1 0 0 ${height})`;
    case 7:
      return `matrix(0 -1 -1 0 ${width} ${height})`;
    case 8:
      return `matrix(0 1 -1 0 ${width} 0)`;
    default:
      return undefined;
  }
}
