using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Formats.Cvat;
using LabelSpec.Annotations.Formats.Datumaro;
using LabelSpec.Annotations.Formats.LabelMe;
using LabelSpec.Annotations.Formats.LabelStudio;
using LabelSpec.Annotations.Formats.Voc;
using LabelSpec.Annotations.Formats.Yolo;

namespace LabelSpec.Annotations.Writing;

/// <summary>All formats that can be written. A new one is a class in the folder of its format and a line here.</summary>
public static class FormatWriters
{
    public static ImmutableArray<IFormatWriter> All { get; } =
    [
        new CocoFormatWriter(),
        new CvatWriter(),
        new DatumaroWriter(),
        new LabelStudioWriter(),
        new LabelMeWriter(),
        new VocWriter(),
        new YoloWriter(YoloTask.Detect),
        new YoloWriter(YoloTask.OrientedBox),
        new YoloWriter(YoloTask.Pose),
        new YoloWriter(YoloTask.Segment),
        new YoloClassifyWriter(),
    ];

    public static IFormatWriter? Find(string id) => All.FirstOrDefault(writer => writer.Id == id);
}
