using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>
/// YOLO label files for detection, segmentation, pose and oriented boxes, with <c>data.yaml</c>, <c>classes.txt</c> or
/// <c>obj.names</c>. Coordinates are shares of the image's size. See <c>docs/formats/yolo.md</c>.
/// </summary>
public sealed class YoloFormat : IAnnotationFormat
{
    const int BatchSize = 256;

    public string Id => "yolo";

    public string Title => "YOLO";

    public IGeometryDecoder Geometry => PooledGeometry.Instance;

    public FormatMatch Detect(FormatProbe probe) => YoloDetector.Detect(probe);

    public void Read(ReadRequest request, DatasetBuilder builder)
    {
        var sets = new YoloSets(request, builder);
        PartRunner.Run(
            builder,
            sets.LabelFiles.Count,
            BatchSize,
            request.Options.Threads,
            (index, part) =>
            {
                var file = sets.LabelFiles[index];
                var source = builder.Files[file];
                if (
                    SourceCheck.TryLoad(
                        source,
                        file,
                        part.Problems,
                        request.Cancellation,
                        out var bytes,
                        mayBeEmpty: true,
                        part.Buffer
                    )
                )
                    new YoloReader(file, part, request.Options, sets.FolderOf(source)).Read(bytes.From(0), source.Path);
                request.Progress?.Report(source.Length);
            },
            request.Cancellation
        );
        AddUnlabelled(sets, builder);
        ReportMissingPictures(sets, builder);
    }

    public SourceSpan Locate(Dataset dataset, Element element, Field field) =>
        YoloLocator.Locate(dataset, element, field);

    public EditPlan Edit(Dataset dataset, IReadOnlyList<ElementChange> changes) => YoloEditor.Plan(dataset, changes);

    // They are background to a trainer; that nobody looked at them yet is at least as likely.
    static void AddUnlabelled(YoloSets sets, DatasetBuilder builder)
    {
        var part = new DatasetPart();
        foreach (var (picture, folder, definitionFile) in sets.Unlabelled)
            part.AddImage(
                new(new(definitionFile, 0, 0))
                {
                    FileName = folder.NamePrefix + picture,
                    Split = folder.Split,
                    Width = 1,
                    Height = 1,
                    State = ImageState.NotAnnotated,
                    Unit = CoordinateUnit.Normalized,
                }
            );
        builder.Append(part);
    }

    static void ReportMissingPictures(YoloSets sets, DatasetBuilder builder)
    {
        var met = new HashSet<YoloFolder>(ReferenceEqualityComparer.Instance);
        foreach (var file in sets.LabelFiles)
        {
            var folder = sets.FolderOf(builder.Files[file]);
            if (!met.Add(folder))
                continue;
            builder.Dependencies.Add(folder.Path);
            builder.Dependencies.Add(folder.PictureFolder ?? YoloPaths.PicturesOf(folder.Path));
            if (folder.PictureFolder is null)
                builder.Problems.Report(
                    YoloProblems.NoPictures,
                    new(file, 0, 0),
                    "The pictures of this folder are not where they are expected, so that their sizes are unknown: what "
                        + "is stated in pixels cannot be decided. Declare their folder."
                );
        }
    }
}
