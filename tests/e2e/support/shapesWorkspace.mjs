import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const width = 640;
const height = 400;
export const background = "#d8dde3";

/**
 * One object for every kind of shape that CVAT has. `paint` draws it into the picture with the canvas's own means, `xml` is the
 * annotation: where the preview is right, the one lies on the other.
 */
const objects = [
  {
    class: "car",
    color: "#e4572e",
    paint: (c) => c.fillRect(40, 40, 100, 60),
    xml: '<box label="car" occluded="0" source="manual" xtl="40" ytl="40" xbr="140" ybr="100" z_order="0"/>',
  },
  {
    class: "boat",
    color: "#7768ae",
    paint: (c) => {
      c.translate(230, 70);
      c.rotate((30 * Math.PI) / 180);
      c.fillRect(-50, -20, 100, 40);
    },
    xml: '<box label="boat" occluded="0" source="manual" xtl="180" ytl="50" xbr="280" ybr="90" rotation="30" z_order="0"/>',
  },
  {
    class: "lake",
    color: "#2a7f9e",
    paint: (c) => {
      c.beginPath();
      c.moveTo(320, 40);
      c.lineTo(410, 25);
      c.lineTo(440, 95);
      c.lineTo(390, 70);
      c.lineTo(340, 115);
      c.closePath();
      c.fill();
    },
    xml: '<polygon label="lake" occluded="0" source="manual" points="320,40;410,25;440,95;390,70;340,115" z_order="0"/>',
  },
  {
    class: "cell",
    color: "#4c9f70",
    paint: (c) => {
      c.beginPath();
      c.arc(545, 70, 40, 0, 2 * Math.PI);
      c.fill();
      c.clearRect(535, 60, 20, 20);
    },
    xml: mask("cell", 505, 30, 80, 80, (x, y) => {
      const hole = x >= 30 && x < 50 && y >= 30 && y < 50;
      return Math.hypot(x + 0.5 - 40, y + 0.5 - 40) <= 40 && !hole;
    }),
  },
  {
    class: "nucleus",
    color: "#db5461",
    paint: (c) => {
      c.beginPath();
      c.ellipse(110, 190, 70, 30, (25 * Math.PI) / 180, 0, 2 * Math.PI);
      c.fill();
    },
    xml: '<ellipse label="nucleus" occluded="0" source="manual" cx="110" cy="190" rx="70" ry="30" rotation="25" z_order="0"/>',
  },
  {
    class: "van",
    color: "#1b998b",
    paint: (c) => {
      for (const face of [
        [240, 170, 320, 170, 320, 230, 240, 230],
        [270, 150, 350, 150, 350, 210, 270, 210],
      ]) {
        c.beginPath();
        for (let i = 0; i < 8; i += 2) c.lineTo(face[i], face[i + 1]);
        c.fill();
      }
    },
    xml:
      '<cuboid label="van" occluded="0" source="manual" xtl1="240" ytl1="170" xbl1="240" ybl1="230" xtr1="320" ytr1="170" ' +
      'xbr1="320" ybr1="230" xtl2="270" ytl2="150" xbl2="270" ybl2="210" xtr2="350" ytr2="150" xbr2="350" ybr2="210" z_order="0"/>',
  },
  {
    class: "lane",
    color: "#f3a712",
    line: true,
    paint: (c) => {
      c.lineWidth = 5;
      c.beginPath();
      c.moveTo(30, 360);
      c.lineTo(170, 310);
      c.lineTo(320, 345);
      c.lineTo(610, 290);
      c.stroke();
    },
    xml: '<polyline label="lane" occluded="0" source="manual" points="30,360;170,310;320,345;610,290" z_order="0"/>',
  },
  {
    class: "bolt",
    color: "#29335c",
    dots: [
      [400, 160],
      [430, 190],
    ],
    paint: (c) => {
      for (const [x, y] of [
        [400, 160],
        [430, 190],
      ]) {
        c.beginPath();
        c.arc(x, y, 5, 0, 2 * Math.PI);
        c.fill();
      }
    },
    xml: '<points label="bolt" occluded="0" source="manual" points="400,160;430,190" z_order="0"/>',
  },
  {
    class: "person",
    color: "#8d5a97",
    dots: [
      [540, 150],
      [510, 195],
      [570, 195],
    ],
    paint: (c) => {
      c.lineWidth = 5;
      c.beginPath();
      c.moveTo(510, 195);
      c.lineTo(540, 150);
      c.lineTo(570, 195);
      c.stroke();
    },
    xml: `<skeleton label="person" source="manual" z_order="0">
      <points label="nose" occluded="0" outside="0" source="manual" points="540,150"/>
      <points label="left_hand" occluded="0" outside="0" source="manual" points="510,195"/>
      <points label="right_hand" occluded="1" outside="0" source="manual" points="570,195"/>
      <points label="foot" occluded="0" outside="1" source="manual" points="540,250"/>
    </skeleton>`,
  },
  { class: "night", color: "#555555", xml: '<tag label="night" source="manual"></tag>' },
];

const guideline = `/// One class for every kind of shape.
guideline shapes version "1.0.0"

skeleton body {
  points nose, left_hand, right_hand, foot
  edges nose - left_hand, nose - right_hand, nose - foot
}

class car { shape box color #e4572e }
class boat { shape rotated_box color #7768ae }
class lake { shape polygon color #2a7f9e }
class cell { shape mask color #4c9f70 }
class nucleus { shape ellipse color #db5461 }
class van { shape cuboid color #1b998b }
class lane { shape polyline color #f3a712 }
class bolt { shape point color #29335c }
class person { shape skeleton body color #8d5a97 }
class night { shape tag color #555555 }

rule cars_are_long: warning {
  for c: car
  require c.width >= 2 * c.height
  message "Car is {c.width} wide and {c.height} high"
}
`;

const annotations = `<?xml version="1.0" encoding="utf-8"?>
<annotations>
  <version>1.1</version>
  <meta>
    <task>
      <name>shapes</name>
      <labels>
${objects.map((object) => `        <label><name>${object.class}</name><type>any</type><attributes></attributes></label>`).join("\n")}
        <label><name>nose</name><type>points</type><attributes></attributes><parent>person</parent></label>
        <label><name>left_hand</name><type>points</type><attributes></attributes><parent>person</parent></label>
        <label><name>right_hand</name><type>points</type><attributes></attributes><parent>person</parent></label>
        <label><name>foot</name><type>points</type><attributes></attributes><parent>person</parent></label>
      </labels>
    </task>
  </meta>
  <image id="0" name="shapes.png" width="${width}" height="${height}">
${objects.map((object) => `    ${object.xml}`).join("\n")}
  </image>
</annotations>
`;

/** CVAT's masks count row by row within their own box, unset pixels first. */
function mask(label, left, top, w, h, inside) {
  const counts = [];
  let [value, run] = [false, 0];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      if (inside(x, y) !== value) {
        counts.push(run);
        [value, run] = [!value, 0];
      }
      run++;
    }
  counts.push(run);
  return `<mask label="${label}" occluded="0" source="manual" rle="${counts.join(", ")}" left="${left}" top="${top}" width="${w}" height="${h}" z_order="0"/>`;
}

/** A folder with a picture of every kind of shape, its annotations and a guideline. The picture is painted by the browser. */
export async function shapesWorkspace(browser) {
  const scratch = await mkdtemp(path.join(os.tmpdir(), "labelspec-shapes-"));
  const folder = path.join(scratch, "shapes");
  await mkdir(path.join(folder, "images"), { recursive: true });
  await writeFile(path.join(folder, "shapes.labelspec"), guideline);
  await writeFile(
    path.join(folder, "labelspec.yaml"),
    "spec: shapes.labelspec\ndatasets:\n  - path: shapes.xml\n    images: images\n",
  );
  await writeFile(path.join(folder, "shapes.xml"), annotations);
  const page = await browser.newPage({ viewport: { width, height } });
  await page.setContent(`<canvas id="c" width="${width}" height="${height}"></canvas>`);
  const picture = await page.evaluate(
    ({ objects, width, height, background }) => {
      const canvas = document.getElementById("c");
      const context = canvas.getContext("2d");
      for (const { color, paint } of objects) {
        if (!paint) continue;
        context.save();
        context.fillStyle = context.strokeStyle = color;
        context.lineCap = context.lineJoin = "round";
        new Function("c", `(${paint})(c)`)(context);
        context.restore();
      }
      context.globalCompositeOperation = "destination-over";
      context.fillStyle = background;
      context.fillRect(0, 0, width, height);
      return canvas.toDataURL("image/png");
    },
    { objects: objects.map(({ color, paint }) => ({ color, paint: paint?.toString() })), width, height, background },
  );
  await page.close();
  await writeFile(path.join(folder, "images/shapes.png"), Buffer.from(picture.split(",")[1], "base64"));
  return {
    folder,
    objects,
    picture,
    text: annotations,
    remove: () => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
