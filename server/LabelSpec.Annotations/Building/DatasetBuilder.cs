using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Joins parts into a <see cref="Dataset"/>. Not thread-safe: parts are filled in parallel and appended one after another,
/// in the order of the input, which is what makes the result the same for any number of threads.
/// </summary>
public sealed class DatasetBuilder
{
    readonly List<SourceFile> files = [];
    readonly AnnotationColumnsBuilder annotations = new();
    readonly ImageColumnsBuilder images = new();
    readonly AttributeBuilder annotationAttributes = new();
    readonly AttributeBuilder imageAttributes = new();
    readonly List<CategoryDeclaration> declarations = [];
    readonly List<int> categoryOfDeclaration = [];
    readonly List<Track> tracks = [];
    readonly Dictionary<(int File, RecordId Id), int> namedTracks = [];
    readonly NameList categories = new();
    readonly NameList annotators = new();
    readonly NameList sequences = new();
    readonly NameList splits = new();
    readonly IdTexts idTexts = new();
    readonly GeometryPoolBuilder geometry = new();

    public IReadOnlyList<SourceFile> Files => files;

    public ProblemLog Problems { get; } = new();

    /// <summary>How readers understood coordinates that could mean several things.</summary>
    public List<CoordinateConvention> Conventions { get; } = [];

    /// <returns>The file's index in the data set.</returns>
    public int AddFile(SourceFile file)
    {
        files.Add(file);
        return files.Count - 1;
    }

    /// <summary>Appends a part and empties it, so that its memory serves for the next one.</summary>
    public void Append(DatasetPart part)
    {
        var firstImage = images.Count;
        var firstAnnotation = annotations.Count;
        var categoryMap = categories.Adopt(part.CategoryNames);

        AppendImages(part);
        AppendTracks(part, categoryMap);
        AppendAnnotations(part, categoryMap, firstImage);
        annotationAttributes.Append(part.AnnotationAttributes, firstAnnotation);
        imageAttributes.Append(part.ImageAttributes, firstImage);
        foreach (var declaration in part.Declarations)
            Declare(declaration with { Id = idTexts.Adopt(declaration.Id, part.IdTexts) });
        Problems.Append(part.Problems);
        part.Clear();
    }

    /// <summary>
    /// Tells how many annotations more to expect where that can be told; a wrong number costs memory or time, nothing else.
    /// </summary>
    public void ExpectAnnotations(long more) =>
        annotations.Reserve((int)Math.Min(annotations.Count + more, Array.MaxLength));

    public Dataset Build()
    {
        var resolver = new ReferenceResolver(images, annotations, declarations, categoryOfDeclaration, files.Count);
        var danglingImages = resolver.ResolveImages();
        var danglingCategories = resolver.ResolveCategories();
        var imageTable = new ImageTable(
            images.Build([.. sequences.Names], [.. splits.Names], imageAttributes.Build(images.Count))
        );
        var annotationTable = new AnnotationTable(
            annotations.Build(
                [.. annotators.Names],
                annotationAttributes.Build(annotations.Count),
                danglingImages,
                danglingCategories
            ),
            images.Count
        );
        return new Dataset(geometry.Build())
        {
            Files = [.. files],
            Images = imageTable,
            Categories = new CategoryTable([.. categories.Names], [.. declarations], [.. categoryOfDeclaration]),
            Annotations = annotationTable,
            Tracks = new TrackTable([.. tracks], annotationTable.Tracks),
            Problems = [.. Problems.Build()],
            Conventions = [.. Conventions],
            IdTexts = idTexts,
        };
    }

    void AppendImages(DatasetPart part)
    {
        Renumber(part.Images.Sequence.Values, sequences.Adopt(part.Sequences));
        Renumber(part.Images.Split.Values, splits.Adopt(part.Splits));
        Adopt(part.Images.Id.Values, part.IdTexts);
        images.AddRange(part.Images);
    }

    void AppendTracks(DatasetPart part, int[] categoryMap)
    {
        var map = new int[part.Tracks.Count];
        for (var i = 0; i < map.Length; i++)
        {
            var track = part.Tracks[i];
            map[i] = TrackOf(
                track with
                {
                    Id = idTexts.Adopt(track.Id, part.IdTexts),
                    Category = track.Category < 0 ? -1 : categoryMap[track.Category],
                }
            );
        }
        Renumber(part.Annotations.Track.Values, map);
    }

    /// <summary>Tracks that only their shapes name are one for each id in a file, whatever part met them first.</summary>
    int TrackOf(Track track)
    {
        if (track.Span.IsNone && namedTracks.TryGetValue((track.File, track.Id), out var known))
            return known;
        if (track.Span.IsNone)
            namedTracks.Add((track.File, track.Id), tracks.Count);
        tracks.Add(track);
        return tracks.Count - 1;
    }

    void AppendAnnotations(DatasetPart part, int[] categoryMap, int firstImage)
    {
        var rows = part.Annotations;
        Shift(rows.Image.Values, firstImage);
        Renumber(rows.Category.Values, categoryMap);
        Renumber(rows.Annotator.Values, annotators.Adopt(part.Annotators));
        Adopt(rows.Id.Values, part.IdTexts);
        Adopt(rows.ImageId.Values, part.IdTexts);
        Adopt(rows.CategoryId.Values, part.IdTexts);
        var moved = geometry.Append(part.Geometry);
        // Formats that decode lazily keep offsets there, which stay as they are: they leave the pool empty.
        if (moved > 0 && !part.Geometry.IsEmpty)
            Shift(rows.Geometry.Values, moved);
        annotations.AddRange(rows);
    }

    void Declare(CategoryDeclaration declaration)
    {
        declarations.Add(declaration);
        categoryOfDeclaration.Add(categories.IndexOf(declaration.Name ?? $"#{idTexts.Show(declaration.Id)}"));
    }

    void Adopt(Span<RecordId> ids, IdTexts from)
    {
        if (from.IsEmpty)
            return;
        foreach (ref var id in ids)
            id = idTexts.Adopt(id, from);
    }

    static void Shift(Span<int> references, int by)
    {
        if (by == 0)
            return;
        foreach (ref var reference in references)
            if (reference >= 0)
                reference += by;
    }

    static void Renumber(Span<int> references, int[] map)
    {
        foreach (ref var reference in references)
            if (reference >= 0)
                reference = map[reference];
    }
}
