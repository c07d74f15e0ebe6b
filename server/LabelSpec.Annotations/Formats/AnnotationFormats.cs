using System.Collections.Immutable;
using LabelSpec.Annotations.Formats.Bdd100k;
using LabelSpec.Annotations.Formats.Cityscapes;
using LabelSpec.Annotations.Formats.CityscapesPng;
using LabelSpec.Annotations.Formats.ClassFolder;
using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Formats.CreateMl;
using LabelSpec.Annotations.Formats.CrowdHuman;
using LabelSpec.Annotations.Formats.Cvat;
using LabelSpec.Annotations.Formats.Datumaro;
using LabelSpec.Annotations.Formats.Dota;
using LabelSpec.Annotations.Formats.GeoJson;
using LabelSpec.Annotations.Formats.Kitti;
using LabelSpec.Annotations.Formats.Labelbox;
using LabelSpec.Annotations.Formats.LabelMe;
using LabelSpec.Annotations.Formats.LabelStudio;
using LabelSpec.Annotations.Formats.Lvis;
using LabelSpec.Annotations.Formats.Mot;
using LabelSpec.Annotations.Formats.Mots;
using LabelSpec.Annotations.Formats.MotsPng;
using LabelSpec.Annotations.Formats.NuScenes;
using LabelSpec.Annotations.Formats.OpenImages;
using LabelSpec.Annotations.Formats.OpenLabel;
using LabelSpec.Annotations.Formats.Supervisely;
using LabelSpec.Annotations.Formats.Tables;
using LabelSpec.Annotations.Formats.Via;
using LabelSpec.Annotations.Formats.VisDrone;
using LabelSpec.Annotations.Formats.Voc;
using LabelSpec.Annotations.Formats.VocPng;
using LabelSpec.Annotations.Formats.WiderFace;
using LabelSpec.Annotations.Formats.Yolo;

namespace LabelSpec.Annotations.Formats;

/// <summary>The formats that LabelSpec reads. A new format is a folder beside this file and a line here.</summary>
public static class AnnotationFormats
{
    public static ImmutableArray<IAnnotationFormat> All { get; } =
    [
        new CocoFormat(),
        new LvisFormat(),
        new CvatFormat(),
        new VocFormat(),
        new YoloFormat(),
        new LabelMeFormat(),
        new DatumaroFormat(),
        new KittiFormat(),
        new MotFormat(),
        new VisDroneFormat(),
        new LabelStudioFormat(),
        new Bdd100kFormat(),
        new ViaFormat(),
        new CreateMlFormat(),
        new CrowdHumanFormat(),
        new CityscapesFormat(),
        new SuperviselyFormat(),
        new DotaFormat(),
        new OpenImagesFormat(),
        new WiderFaceFormat(),
        new MotsFormat(),
        new MotsPngFormat(),
        new CityscapesPngFormat(),
        new VocPngFormat(),
        new LabelboxFormat(),
        new GeoJsonFormat(),
        new OpenLabelFormat(),
        new NuScenesFormat(),
        new CsvFormat(),
        new JsonLinesFormat(),
        new ClassFolderFormat(),
    ];

    public static IAnnotationFormat? Find(string id) =>
        All.FirstOrDefault(format => string.Equals(format.Id, id, StringComparison.OrdinalIgnoreCase));
}
