import { createWriteStream } from "node:fs";
import { once } from "node:events";

const classes = ["car", "truck", "bus", "bicycle"];
const images = 30_000;
const perImage = 7;

/** A rectangle as a polygon with points along its sides, as tools that trace outlines leave it. */
function outline([left, top, width, height]) {
  const points = [];
  for (let i = 0; i < 4; i++) points.push(left + (width * i) / 4, top);
  for (let i = 0; i < 4; i++) points.push(left + width, top + (height * i) / 4);
  for (let i = 0; i < 4; i++) points.push(left + width - (width * i) / 4, top + height);
  for (let i = 0; i < 4; i++) points.push(left, top + height - (height * i) / 4);
  return points;
}

/**
 * Writes a COCO file of more than 50 MB, which no editor hands on to extensions. Every 1,000th image has a truck on a car; all
 * else is right. Every image is named like one that is there.
 */
export async function writeLargeFile(file, picture) {
  const out = createWriteStream(file);
  const write = async (text) => out.write(text) || (await once(out, "drain"));
  await write('{"images": [\n');
  for (let i = 0; i < images; i++)
    await write(
      `${i > 0 ? ",\n" : ""}{"id": ${i + 1}, "file_name": ${JSON.stringify(picture(i))}, "width": 640, "height": 360}`,
    );
  await write('\n],\n"annotations": [\n');
  let id = 0;
  for (let i = 0; i < images; i++)
    for (let k = 0; k < perImage; k++) {
      const wrong = i % 1000 === 500 && k === 1;
      const box = wrong ? [10, 200, 60, 40] : [10 + 88 * k, 200 + (i % 50), 60, 40];
      if (k === 0 && i % 1000 === 500) box[1] = 200;
      const category = wrong ? 2 : k % classes.length === 1 ? 1 : (k % classes.length) + 1;
      id++;
      await write(
        `${id > 1 ? ",\n" : ""}{"id": ${id}, "image_id": ${i + 1}, "category_id": ${category}, "bbox": ${JSON.stringify(box)}, ` +
          `"segmentation": [${JSON.stringify(outline(box))}], "area": ${box[2] * box[3]}, "iscrowd": 0}`,
      );
    }
  const categories = classes.map((name, index) => ({ id: index + 1, name, supercategory: "vehicle" }));
  await write(`\n],\n"categories": ${JSON.stringify(categories)}}\n`);
  out.end();
  await once(out, "finish");
  return { images, wrong: images / 1000 };
}
