using static LabelSpec.Engine.Tests.RealData.DefectAnswer;

namespace LabelSpec.Engine.Tests.RealData;

/// <summary>The answer to each kind of listed defect.</summary>
static class DefectAnswers
{
    const string Coco = "server/LabelSpec.Annotations/docs/formats/coco.md";
    const string Formats = "server/LabelSpec.Annotations/docs/formats/";
    const string Yolo = "server/LabelSpec.Annotations/docs/formats/yolo.md";

    static readonly Dictionary<string, DefectAnswer> ByName = new()
    {
        ["segmentation-empty-list"] = new Explained(Coco, "`segmentation: []` beside a box"),
        ["no-area"] = new Explained(Coco, "an annotation without `area`"),
        ["no-bbox"] = new Explained(Coco, "an annotation without `bbox`"),
        ["bbox-not-4-numbers"] = new Explained(Coco, "A `bbox` of five numbers is a turned box"),
        ["bbox-outside<=1px"] = new Explained(Page("LS3203"), "One pixel is taken for rounding"),
        ["polygon-outside<=1px"] = new Explained(Page("LS3305"), "one pixel is rounding"),
        ["polygon-outside>1px"] = new Explained(
            Page("LS3305"),
            "Where the box leaves the image as well, LS3203 says so"
        ),
        ["area!=mask-area(>5%)"] = new Explained(Page("LS3206"), "Crowds keep the area of their original"),
        ["dup-shape"] = new Explained(Page("LS4001"), "equal shapes in them are not reported as duplicates"),
        ["empty-file(info)"] = new Explained(Yolo, "An empty label file is an image without objects"),
        ["unused-categories(info)"] = new Counted("LS5010", "unused"),
        ["images-without-annotation(info)"] = new Counted("LS5013", "empty"),
        ["RLE-with-iscrowd=0"] = new Counted("LS3404", "count"),
        ["segmentation-flat-list"] = new Counted("LS2116", "count"),
        ["image-without-file_name"] = new Counted("LS2110", "count"),
        ["key-annotation-instead-of-annotations"] = new Counted("LS2110", "count"),
        ["non-integer-coords"] = new Counted("LS5021", "fractional"),
        ["xmin/ymin=0 (VOC is 1-based)"] = new Counted("LS5021", "from_0"),
        ["annotation-without-id"] = new FirstHundred("LS2111"),
        ["dup-annotation(same image,class,bbox)"] = new Each("LS3601"),
        ["dup-annotation-id"] = new Each("LS3001"),
        ["area-zero"] = new Each("LS3205"),
        ["score-outside-0..1"] = new Each("LS3006"),
        ["num_keypoints-mismatch"] = new Each("LS3503"),
        ["unknown-image-id"] = new Each("LS3003"),
        ["bbox-outside>1px"] = new Each("LS3203", "LS3204"),
        ["bbox-entirely-outside"] = new Each("LS3204"),
        ["bbox-NaN/inf"] = new Each("LS3201"),
        ["nonstandard-JSON-literal(NaN/Infinity)"] = new Each("LS2103"),
        ["area!=polygon-area(>10%)"] = new Each("LS3206"),
        ["dup-image-name"] = new Each("LS4003"),
        ["dup-image-id"] = new Each("LS4001"),
        ["attribute-value-not-in-values"] = new Each("LS3110"),
        ["attribute-default-not-in-values"] = new Each("LS3111"),
        ["unknown-label"] = new Each("LS3007"),
        ["box-zero-size"] = new Each("LS3202"),
        ["no-size"] = new Each("LS4004"),
        ["parse-failure"] = new Each("LS2004"),
        ["utf8-BOM"] = new Each("LS2008"),
        ["quad-counter-clockwise(info)"] = new Summed("LS3310", "wrong"),
        ["quad-not-convex"] = new Each("LS3311"),
        ["3d-dims<=0"] = new Explained(
            Page("LS3901"),
            "KITTI writes −1 for the sizes of objects without a box in space"
        ),
        ["region-outside-0..100%"] = new Each("LS3203"),
        ["task-with-several-annotations(info)"] = new Explained(
            Formats + "labelstudio.md",
            "A task may have several annotations, one for each annotator"
        ),
        ["bbox!=polygon-bounds(>2px)"] = new Each("LS3207"),
        ["negative-origin"] = new Explained(
            Page("LS3203"),
            "Formats that box whole objects by convention (CrowdHuman, MOT, KITTI, nuScenes) are not judged"
        ),
        ["dup-frame-id"] = new Each("LS3707"),
        ["decimal-comma"] = new Counted("LS2403", "count"),
        ["region-without-attributes"] = new Explained(Page("LS3007"), "data in which nobody has one is not judged"),
        ["face-invalid-flag(info)"] = new Explained(Formats + "widerface.md", "`invalid` 1 sets the ignore flag"),
    };

    // Entries to which the answer is another one than to their kind.
    static readonly Dictionary<(string Path, string Name), DefectAnswer> ByPlace = new()
    {
        // The areas of boxes that are infinite: the box is what is wrong.
        [("coco/taco-unofficial/data/annotations_unofficial.json", "area-zero")] = new Each("LS3201"),
        [("dota/mmrotate", "empty-file(info)")] = new Explained(
            Formats + "dota.md",
            "An empty file is an image without objects"
        ),
        // Three boxes in several folders.
        [("voc/datumaro-voc", "xmin/ymin=0 (VOC is 1-based)")] = new Explained(
            Page("LS5021"),
            "So many boxes have to touch an edge to tell"
        ),
    };

    public static DefectAnswer? Of(ListedDefect defect) =>
        ByPlace.GetValueOrDefault((defect.Path, defect.Name)) ?? ByName.GetValueOrDefault(defect.Name);

    static string Page(string code) => $"server/LabelSpec.Engine/docs/diagnostics/{code}.md";
}
