using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Real files: recognised as what they are, with the numbers that an independent script counted.</summary>
public class FormatRealFileTests
{
    /// <param name="path">File or folder in the collection.</param>
    /// <param name="format">What it must be taken for.</param>
    /// <param name="images">Rows of images.</param>
    /// <param name="annotations">Rows of annotations.</param>
    /// <param name="problems">Problems, each with a reason.</param>
    [RealDataTheory]
    [InlineData(
        "datumaro/datumaro-assets/tests/assets/algorithms/noisy_label_detection_det/annotations/train.json",
        "datumaro",
        10,
        67,
        0
    )]
    [InlineData(
        "datumaro/datumaro-assets/tests/assets/algorithms/noisy_label_detection_cls/annotations/train.json",
        "datumaro",
        6,
        6,
        0
    )]
    [InlineData("datumaro/datumaro-assets/tests/assets/datumaro_dataset/legacy/annotations", "datumaro", 4, 7, 0)]
    [InlineData("mot/py-motmetrics/motmetrics/data/TUD-Stadtmitte/gt.txt", "mot", 179, 1156, 0)]
    [InlineData("mot/py-motmetrics/motmetrics/data/TUD-Stadtmitte/test.txt", "mot", 179, 749, 0)]
    [InlineData("mot/py-motmetrics/motmetrics/data/TUD-Campus/gt.txt", "mot", 71, 359, 0)]
    [InlineData("mot/scalabel-mot/tests/label/testcases/motchallenge_labels.txt", "mot", 3, 5, 1)]
    [InlineData(
        "kitti/scalabel-kitti/tests/label/testcases/kitti_sample/tracking/training/label_02/0001.txt",
        "kitti",
        447,
        4271,
        0
    )]
    [InlineData("kitti/scalabel-kitti/tests/label/testcases/kitti_sample/detection/training/label_2", "kitti", 2, 8, 0)]
    [InlineData("kitti/datumaro-kitti/tests/assets/kitti_dataset", "kitti", 3, 8, 0)]
    [InlineData("bdd100k/scalabel/tests/eval/testcases/box_track/track_sample_anns.json", "bdd100k", 202, 3241, 0)]
    [InlineData("bdd100k/scalabel/tests/eval/testcases/det/bbox_predictions.json", "bdd100k", 202, 5372, 0)]
    [InlineData("bdd100k/scalabel/tests/eval/testcases/seg_track/seg_track_sample.json", "bdd100k", 100, 1768, 0)]
    [InlineData("bdd100k/scalabel/tests/eval/testcases/pose/pose_sample_2.json", "bdd100k", 4, 8, 0)]
    [InlineData("bdd100k/scalabel/tests/eval/testcases/ins_seg/ins_seg_rle_sample.json", "bdd100k", 1, 8, 0)]
    [InlineData("bdd100k/scalabel/tests/label/testcases/waymo_lidar_anns.json", "bdd100k", 10, 6, 0)]
    [InlineData("via/heads/train/via_region_data.json", "via", 31, 31, 0)]
    [InlineData("via/heads/val/via_region_data.json", "via", 5, 5, 0)]
    [InlineData("via/2label-via/datasets/via/via_region_data.json", "via", 4, 42, 0)]
    [InlineData("label_studio/sdk/tests/custom/converter/data/test_export_yolo/data_obb.json", "labelstudio", 3, 25, 0)]
    [InlineData(
        "label_studio/sdk/tests/custom/converter/data/test_export_yolo/data_polygons.json",
        "labelstudio",
        1,
        1,
        0
    )]
    [InlineData("label_studio/sdk/tests/custom/converter/data/test_export_coco/data.json", "labelstudio", 1, 4, 0)]
    [InlineData(
        "label_studio/maxkuklavod/resourses/label_studio/export/project-1-at-2025-06-19-14-54-b0c66fa7.json",
        "labelstudio",
        14,
        24,
        0
    )]
    [InlineData(
        "label_studio/ml-backend/label_studio_ml/examples/yolo/tests/test_polygon_labels.json",
        "labelstudio",
        1,
        3,
        0
    )]
    [InlineData(
        "label_studio/ml-backend/label_studio_ml/examples/yolo/tests/test_brush_labels.json",
        "labelstudio",
        1,
        3,
        0
    )]
    [InlineData(
        "label_studio/ml-backend/label_studio_ml/examples/yolo/tests/test_keypoint_labels_1.json",
        "labelstudio",
        1,
        1,
        0
    )]
    [InlineData(
        "cityscapes/mapillary-datumaro/tests/assets/mapillary_vistas_dataset/val/v2.0/polygons",
        "cityscapes",
        2,
        5,
        0
    )]
    [InlineData("supervisely/datumaro-sly/tests/assets/sly_pointcloud_dataset/ds0/ann", "supervisely", 2, 3, 0)]
    [InlineData(
        "openimages/review-metrics-oi/data/database/gts/openimages_format/all_bounding_boxes.csv",
        "openimages",
        100,
        273,
        1011
    )]
    [InlineData(
        "openimages/datumaro-oi/tests/assets/open_images_dataset/v6/annotations/oidv6-train-annotations-bbox.csv",
        "openimages",
        1,
        1,
        0
    )]
    [InlineData("dota/mmrotate/tests/data/labelTxt", "dota", 2, 4, 0)]
    [InlineData("dota/datumaro-dota/tests/assets/dota_dataset", "dota", 3, 4, 0)]
    [InlineData("widerface/mavi-face/data/widerface/val/label.txt", "widerface", 527, 997, 0)]
    [InlineData("geojson/solaris/solaris/data/gt.geojson", "geojson", 1, 28, 28)]
    [InlineData("geojson/solaris/solaris/data/gdf_from_mask_1.geojson", "geojson", 1, 43, 0)]
    [InlineData("geojson/solaris/solaris/data/geotiff_labels.geojson", "geojson", 1, 43, 43)]
    [InlineData("openlabel/vicomtech-vcd/tests/etc/openlabel100_kitti_tracking_0003.json", "openlabel", 289, 1782, 0)]
    [InlineData(
        "openlabel/vicomtech-vcd/tests/etc/openlabel100_test_bbox_simple_attributes.json",
        "openlabel",
        1,
        7,
        0
    )]
    [InlineData("openlabel/vicomtech-vcd/tests/etc/openlabel100_test_cuboids.json", "openlabel", 1, 2, 1)]
    [InlineData(
        "openlabel/vicomtech-vcd/converters/mapillaryConverter/vcd_files/openlabel-3-MmXdwhyIQhtb4-8NqHQ_class_MODE_POLY2D_ABSOLUTE.json",
        "openlabel",
        1,
        231,
        0
    )]
    [InlineData(
        "labelbox/labelbox-python/libs/labelbox/tests/data/assets/labelbox_v1/image_export.json",
        "labelbox",
        1,
        10,
        0
    )]
    [InlineData(
        "labelbox/labelbox-python/libs/labelbox/tests/data/assets/ndjson/image_import.json",
        "labelbox",
        1,
        4,
        0
    )]
    [InlineData("nuscenes/lyft-mmdet3d/tests/data/lyft/v1.01-train/v1.01-train", "nuscenes", 8, 4, 14)]
    [InlineData("labelme/2label-labelme/datasets/labelme3.0/birds.xml", "voc", 1, 2, 0)]
    [InlineData("labelme/2label-labelme/datasets/labelme3.0/shapes.xml", "voc", 1, 4, 0)]
    [InlineData("lvis/lvis-api/data/lvis_val_100.json", "lvis", 100, 977, 0)]
    public void A_real_file_is_read_completely(string path, string format, int images, int annotations, int problems)
    {
        var dataset = DatasetReader.Read([RealData.PathOf(path)]);

        Assert.Equal([format], dataset.Files.Select(file => file.Format?.Id ?? "none").Distinct());
        Assert.Equal((images, annotations), (dataset.Images.Count, dataset.Annotations.Count));
        Assert.Equal(problems, dataset.Problems.Sum(problem => problem.Count));
    }

    /// <summary>Nobody's file is claimed by two formats with the same confidence.</summary>
    [RealDataFact]
    public void No_real_file_is_ambiguous()
    {
        string[] ignored = [".jpg", ".jpeg", ".png", ".py", ".md"];
        var seen = 0;
        foreach (var file in Directory.EnumerateFiles(RealData.Folder!, "*", SearchOption.AllDirectories))
        {
            if (ignored.Contains(Path.GetExtension(file).ToLowerInvariant()))
                continue;
            var (format, confidence, next) = FormatFixtures.Best(file, File.ReadAllBytes(file));
            if (format is null)
                continue;
            Assert.True(confidence > next, $"{file}: {format.Id} with {confidence}, and another with {next}");
            seen++;
        }
        Assert.True(seen > 1200, $"only {seen} files");
    }
}
