using System.Collections.Immutable;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats.Json;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>Reads one object of <c>categories</c> into a declaration.</summary>
static class CocoCategoryReader
{
    /// <summary>Adds nothing and returns false when the JSON of the object is broken.</summary>
    public static bool Read(ref JsonCursor cursor, DatasetPart part)
    {
        var start = cursor.Position;
        var id = RecordId.None;
        string? name = null,
            supercategory = null;
        ImmutableArray<string> keypoints = [];
        ImmutableArray<(int, int)> skeleton = [];
        var (images, annotations, isThing) = (-1, -1, -1);
        var hasName = false;
        cursor.Enter('{');
        var isFirst = true;
        while (cursor.NextKey(ref isFirst, out var key))
        {
            // A name that is no text is there, and reported where it stands.
            hasName |= key.SequenceEqual("name"u8);
            var read = key.Length switch
            {
                2 when key.SequenceEqual("id"u8) => JsonIds.Read(ref cursor, part, textIsUsual: false, out id),
                4 when key.SequenceEqual("name"u8) => CocoFields.ReadText(ref cursor, part.Texts, "name", ref name),
                13 when key.SequenceEqual("supercategory"u8) => CocoFields.ReadText(
                    ref cursor,
                    part.Texts,
                    "supercategory",
                    ref supercategory
                ),
                9 when key.SequenceEqual("keypoints"u8) => ReadKeypoints(ref cursor, part, ref keypoints),
                11 when key.SequenceEqual("image_count"u8) => CocoFields.ReadInteger(
                    ref cursor,
                    "image_count",
                    ref images
                ),
                14 when key.SequenceEqual("instance_count"u8) => CocoFields.ReadInteger(
                    ref cursor,
                    "instance_count",
                    ref annotations
                ),
                7 when key.SequenceEqual("isthing"u8) => CocoFields.ReadInteger(ref cursor, "isthing", ref isThing),
                8 when key.SequenceEqual("skeleton"u8) => ReadSkeleton(ref cursor, ref skeleton),
                _ => cursor.Skip(),
            };
            if (!read)
                return false;
        }
        if (cursor.Fault != JsonFault.None)
            return false;

        if (id.IsNone)
            cursor.Report(JsonProblems.MissingField, cursor.Span(start, 1), "The category has no 'id'.");
        if (!hasName)
            cursor.Report(JsonProblems.MissingField, cursor.Span(start, 1), "The category has no 'name'.");
        part.AddDeclaration(
            new CategoryDeclaration
            {
                Span = cursor.SpanFrom(start),
                Id = id,
                Name = name,
                Supercategory = supercategory,
                IsThing = isThing < 0 ? null : isThing != 0,
                Keypoints = keypoints,
                Skeleton = skeleton,
                StoredImageCount = images,
                StoredAnnotationCount = annotations,
            }
        );
        return true;
    }

    static bool ReadKeypoints(ref JsonCursor cursor, DatasetPart part, ref ImmutableArray<string> keypoints)
    {
        if (cursor.Peek() != JsonKind.Array)
            return CocoFields.Refuse(ref cursor, cursor.Position, "keypoints", "a list of names");
        if (!CocoFields.ReadTexts(ref cursor, part.Texts, out var names))
            return false;
        keypoints = [.. names.AsTexts];
        return true;
    }

    /// <summary>Pairs of keypoint numbers, which COCO counts from 1.</summary>
    static bool ReadSkeleton(ref JsonCursor cursor, ref ImmutableArray<(int, int)> skeleton)
    {
        if (cursor.Peek() != JsonKind.Array)
            return CocoFields.Refuse(ref cursor, cursor.Position, "skeleton", "a list of pairs");
        var edges = ImmutableArray.CreateBuilder<(int, int)>();
        Span<double> pair = stackalloc double[2];
        cursor.Enter('[');
        var isFirst = true;
        while (cursor.NextElement(ref isFirst))
        {
            if (!CocoFields.ReadNumbers(ref cursor, "skeleton", pair, out var count))
                return false;
            // What is no pair keeps its place as an edge between no keypoints.
            edges.Add(count == 2 ? (Index(pair[0]), Index(pair[1])) : (-1, -1));
        }
        skeleton = edges.ToImmutable();
        return cursor.Fault == JsonFault.None;
    }

    static int Index(double number) => double.IsFinite(number) ? (int)Math.Clamp(number, -1e6, 1e6) - 1 : -1;
}
