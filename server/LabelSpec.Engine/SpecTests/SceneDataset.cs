using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Scenes;
using AttributeValue = LabelSpec.Semantics.Symbols.Attributes.AttributeValue;
using SourceFile = LabelSpec.Annotations.Sources.SourceFile;
using SourceSpan = LabelSpec.Annotations.Sources.SourceSpan;
using StoredValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.Engine.SpecTests;

/// <summary>
/// Makes a data set of a scene: each image and annotation a row, in the order of the scene, so that rows and the indexes of
/// the scene are the same numbers.
/// </summary>
static class SceneDataset
{
    public static Dataset Of(Scene scene, string path)
    {
        var builder = new DatasetBuilder();
        var file = builder.AddFile(SourceFile.FromBuffer(path, []));
        var part = new DatasetPart();
        var isVideo = scene.Images.Length > 1 && scene.Annotations.Any(annotation => annotation.Track is not null);
        foreach (var image in scene.Images)
            AddImage(part, file, image, isVideo);
        var tracks = new Dictionary<string, int>(StringComparer.Ordinal);
        var groups = new Dictionary<string, int>(StringComparer.Ordinal);
        var ids = new SceneIds(scene);
        for (var index = 0; index < scene.Annotations.Length; index++)
            AddAnnotation(part, file, scene, index, tracks, groups, ids);
        for (var image = 0; image < scene.Images.Length; image++)
            AddTags(part, file, scene.Images[image], image);
        builder.Append(part);
        return builder.Build();
    }

    static void AddImage(DatasetPart part, int file, SceneImage image, bool isVideo)
    {
        var row = part.AddImage(
            new ImageRow(SpanOf(file, image.Span))
            {
                FileName = image.Name ?? "scene.png",
                Width = (int)Math.Round(image.Width),
                Height = (int)Math.Round(image.Height),
                Frame = isVideo ? image.Frame : -1,
                Sequence = isVideo ? "scene" : null,
            }
        );
        foreach (var (name, value) in image.Attributes)
            part.SetImageAttribute(row, name, Stored(value, null));
    }

    static void AddAnnotation(
        DatasetPart part,
        int file,
        Scene scene,
        int index,
        Dictionary<string, int> tracks,
        Dictionary<string, int> groups,
        SceneIds ids
    )
    {
        var annotation = scene.Annotations[index];
        var image = scene.Images[annotation.ImageIndex];
        var category = part.Category(annotation.Class.Label);
        var row = new AnnotationRow(SpanOf(file, annotation.Span))
        {
            Image = annotation.ImageIndex,
            Category = category,
            Id = part.IdOf(ids.Of(index)),
            Flags = AnnotationFlags.HasId | (annotation.IsOutside ? AnnotationFlags.Outside : AnnotationFlags.None),
        };
        if (annotation.Group is { } group)
            row.Group = NumberOf(groups, group);
        if (annotation.Track is { } track)
        {
            if (!tracks.TryGetValue(track, out var number))
                tracks.Add(track, number = part.AddTrack(new Track(file, part.IdOf(track), category, SourceSpan.None)));
            row.Track = number;
            row.Frame = image.Frame;
        }
        SceneShapes.Apply(annotation, image, part.Geometry, ref row);
        ApplyMembers(annotation, ref row);
        var added = part.AddAnnotation(row);
        foreach (var (name, value) in annotation.Attributes)
            part.SetAttribute(
                added,
                annotation.Class.FindAttribute(name)?.Label ?? name,
                Stored(value, other => ids.Of(other, annotation.ImageIndex))
            );
        if (annotation.Members.TryGetValue(AnnotationMember.Source, out var source) && source is TextValue text)
            part.SetAttribute(added, "source", StoredValue.Of(text.Value));
    }

    static void ApplyMembers(SceneAnnotation annotation, ref AnnotationRow row)
    {
        foreach (var (member, value) in annotation.Members)
            switch (member, value)
            {
                case (AnnotationMember.Score, NumberValue score):
                    row.Score = score.Value;
                    row.Flags |= AnnotationFlags.Prediction;
                    break;
                case (AnnotationMember.Crowd, BoolValue { Value: true }):
                    row.Flags |= AnnotationFlags.Crowd;
                    break;
                case (AnnotationMember.Annotator, TextValue annotator):
                    row.Annotator = annotator.Value;
                    break;
                case (AnnotationMember.Order, NumberValue order):
                    row.ZOrder = (int)order.Value;
                    break;
            }
    }

    // The labels of an image are annotations of the image as a whole.
    static void AddTags(DatasetPart part, int file, SceneImage scene, int image)
    {
        foreach (var tag in scene.Tags)
            part.AddAnnotation(
                new AnnotationRow(SpanOf(file, scene.Span))
                {
                    Image = image,
                    Category = part.Category(tag),
                    Shape = ShapeKind.Tag,
                }
            );
    }

    static StoredValue Stored(AttributeValue value, Func<string, string>? idOf) =>
        value switch
        {
            BoolValue flag => StoredValue.Of(flag.Value),
            NumberValue number => StoredValue.Of(number.Value),
            TextValue text => StoredValue.Of(text.Value),
            SetValue set => StoredValue.Of([.. set.Values]),
            ReferenceValue reference => StoredValue.Of(idOf?.Invoke(reference.Name) ?? reference.Name),
            _ => StoredValue.Null,
        };

    static int NumberOf(Dictionary<string, int> numbers, string name)
    {
        if (!numbers.TryGetValue(name, out var number))
            numbers.Add(name, number = numbers.Count);
        return number;
    }

    // Places of a scene are those of the guideline, counted in its characters.
    static SourceSpan SpanOf(int file, LabelSpec.Semantics.Sources.SourceSpan span) =>
        new(file, span.Start, span.Length);
}
