const range = (line) => ({ start: { line, character: 4 }, end: { line, character: 90 } });
const colors = ["#e4572e", "#7768ae", "#29335c", "#4c9f70", "#f3a712", "#db5461", "#1b998b", "#2a7f9e"];

function shape(index, kind, name, parts) {
  const color = colors[index % colors.length];
  return {
    index,
    id: String(index),
    class: name,
    color,
    kind,
    range: range(10 + index),
    label: `${name} ${index}`,
    attributes: [],
    ...parts,
  };
}

function finding(fingerprint, parts) {
  return {
    uri: "file:///data/train.json",
    fingerprint,
    rule: "one_class_per_vehicle",
    title: "One class per vehicle",
    severity: "error",
    message: "car 0 and truck 1 are one vehicle",
    range: range(10),
    values: [{ name: "iou", value: "0.97" }],
    related: [{ uri: "file:///data/train.json", range: range(11), message: "truck 1" }],
    fixes: [{ title: "Remove truck 1", safe: false }],
    fromDisk: false,
    relatedShapes: [1],
    ...parts,
  };
}

/** A mask that fills a disc, as run lengths down the columns. */
function disc(width, height, x, y, radius) {
  const counts = [];
  let [value, run] = [0, 0];
  for (let column = 0; column < width; column++)
    for (let row = 0; row < height; row++) {
      const inside = Math.hypot(column + 0.5 - x, row + 0.5 - y) <= radius ? 1 : 0;
      if (inside !== value) {
        counts.push(run);
        [value, run] = [inside, 0];
      }
      run++;
    }
  counts.push(run);
  return { width, height, counts };
}

/** One image with every kind of shape, and findings of three severities. */
export function everyShape() {
  const shapes = [
    shape(0, "box", "car", { box: { left: 40, top: 205, width: 160, height: 82 } }),
    shape(1, "box", "truck", { box: { left: 42, top: 206, width: 158, height: 81 } }),
    shape(2, "rotatedBox", "boat", { box: { left: 250, top: 210, width: 90, height: 40 }, angle: 30 }),
    shape(3, "polygon", "lake", {
      rings: [
        { points: [360, 200, 450, 190, 470, 260, 380, 280], hole: false },
        { points: [400, 220, 430, 220, 420, 250], hole: true },
      ],
    }),
    shape(4, "polyline", "lane", { points: [20, 340, 200, 310, 400, 330, 620, 300] }),
    shape(5, "point", "bolt", { points: [60, 60, 90, 80] }),
    shape(6, "skeleton", "person", {
      keypoints: [
        { name: "nose", x: 520, y: 60, visibility: 2 },
        { name: "left_hand", x: 490, y: 110, visibility: 2 },
        { name: "right_hand", x: 550, y: 110, visibility: 1 },
        { name: "foot", x: 520, y: 170, visibility: 0 },
      ],
      edges: [0, 1, 0, 2, 0, 3],
    }),
    shape(7, "mask", "cell", { mask: disc(640, 360, 560, 240, 40) }),
    shape(8, "ellipse", "nucleus", { box: { left: 150, top: 60, width: 120, height: 60 }, angle: 20 }),
    shape(9, "cuboid", "van", {
      corners: [300, 60, 380, 60, 380, 120, 300, 120, 330, 40, 410, 40, 410, 100, 330, 100],
    }),
    shape(10, "tag", "night", { text: "night" }),
  ];
  return {
    uri: "file:///data/train.json",
    version: 3,
    index: 1,
    count: 6,
    nextWithFindings: 2,
    image: { name: "frame_001.png", width: 640, height: 360, actualWidth: 640, actualHeight: 360, range: range(4) },
    shapes,
    findings: [
      finding("a", { shape: 0 }),
      finding("b", {
        shape: 6,
        rule: "skeletons_are_whole",
        severity: "warning",
        message: "person 6 has no foot",
        fixes: [],
        related: [],
        relatedShapes: [],
      }),
      finding("c", {
        rule: "crowds_are_regions",
        severity: "info",
        message: "Many people",
        fixes: [],
        related: [],
        relatedShapes: [],
      }),
    ],
  };
}
