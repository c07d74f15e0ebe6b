using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Formats.Cvat;
using LabelSpec.Annotations.Formats.Datumaro;
using LabelSpec.Annotations.Formats.Kitti;
using LabelSpec.Annotations.Formats.LabelMe;
using LabelSpec.Annotations.Formats.Mot;
using LabelSpec.Annotations.Formats.VisDrone;
using LabelSpec.Annotations.Formats.Voc;
using LabelSpec.Annotations.Formats.Yolo;

namespace LabelSpec.Annotations.Formats;

/// <summary>The formats that LabelSpec reads. A new format is a folder beside this file and a line here.</summary>
public static class AnnotationFormats
{
    public static ImmutableArray<IAnnotationFormat> All { get; } =
    [
        new CocoFormat(),
        new CvatFormat(),
        new VocFormat(),
        new YoloFormat(),
        new LabelMeFormat(),
        new DatumaroFormat(),
        new KittiFormat(),
        new MotFormat(),
        new VisDroneFormat(),
    ];

    public static IAnnotationFormat? Find(string id) =>
        All.FirstOrDefault(format => string.Equals(format.Id, id, StringComparison.OrdinalIgnoreCase));
}
