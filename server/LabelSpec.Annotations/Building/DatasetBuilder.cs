using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Reading;
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
    readonly RingPoolBuilder rings = new();

    public IReadOnlyList<SourceFile> Files => files;

    public ProblemLog Problems { get; } = new();

    /// <summary>How readers understood coordinates that could mean several things.</summary>
    public List<CoordinateConvention> Conventions { get; } = [];

    /// <inheritdoc cref="Dataset.Dependencies"/>
    public List<string> Dependencies { get; } = [];

    /// <summary>What was seen of folders while files were looked for.</summary>
    internal FolderListings Listings { get; } = new();

    /// <returns>The file's index in the data set.</returns>
    public int AddFile(SourceFile file)
    {
        files.Add(file);
        return files.Count - 1;
    }

    /// <summary>Appends a part and empties it, so that its memory serves for the next one.</summary>
    public void Append(DatasetPart part)
    {
        AppendCopy(part, 0);
        part.Clear();
    }

    /// <summary>Appends what a part holds and leaves the part as it is.</summary>
    /// <param name="part">Rows of one file.</param>
    /// <param name="moved">How many bytes further on in the file everything stands than the part says.</param>
    internal void AppendCopy(DatasetPart part, long moved)
    {
        var firstImage = images.Count;
        var firstAnnotation = annotations.Count;
        var categoryMap = categories.Adopt(part.CategoryNames);

        AppendImages(part, moved);
        var trackMap = AppendTracks(part, categoryMap, moved);
        AppendAnnotations(part, categoryMap, trackMap, firstImage, moved);
        annotationAttributes.Append(part.AnnotationAttributes, firstAnnotation);
        imageAttributes.Append(part.ImageAttributes, firstImage);
        foreach (var declaration in part.Declarations)
            Declare(
                declaration with
                {
                    Id = idTexts.Adopt(declaration.Id, part.IdTexts),
                    Span = declaration.Span.Moved(moved),
                    Attributes =
                    [
                        .. declaration.Attributes.Select(attribute =>
                            attribute with
                            {
                                Span = attribute.Span.Moved(moved),
                            }
                        ),
                    ],
                }
            );
        Problems.Append(part.Problems, moved);
        Dependencies.AddRange(part.Dependencies);
    }

    /// <summary>Tells that more will come, so that there is room for it; a wrong guess costs memory or time, nothing else.</summary>
    /// <param name="sample">A part of it.</param>
    /// <param name="times">How much there is, in parts.</param>
    /// <param name="mostRows">Whatever the part says, no room is made for more rows.</param>
    internal void Expect(DatasetPart sample, double times, int mostRows)
    {
        var expected = annotations.Count + (int)Math.Min(times * sample.AnnotationCount, mostRows);
        annotations.Reserve(expected);
        expected = images.Count + (int)Math.Min(times * sample.ImageCount, mostRows);
        images.Reserve(expected);
        rings.Expect((long)(times * sample.Rings.Count));
    }

    /// <summary>Says who made annotations that name nobody, and what split images belong to.</summary>
    internal void Assign(Provenance provenance)
    {
        for (var row = 0; provenance.NamesAnnotators && row < annotations.Count; row++)
            if (annotations.Annotator.At(row) < 0 && provenance.AnnotatorOf(annotations.File.At(row)) is { } annotator)
                annotations.Annotator[row] = annotators.IndexOf(annotator);
        for (var row = 0; provenance.NamesSplits && row < images.Count; row++)
            if (provenance.SplitOf(images.File.At(row), images.FileName[row]) is { } split)
                images.Split[row] = splits.IndexOf(split);
    }

    public Dataset Build() => Build(null);

    /// <param name="decoder">Decodes the geometry of everything; null where that is for the formats to do.</param>
    internal Dataset Build(IGeometryDecoder? decoder)
    {
        var resolver = new ReferenceResolver(images, annotations, declarations, categoryOfDeclaration, files);
        var danglingImages = resolver.ResolveImages();
        var danglingCategories = resolver.ResolveCategories();
        // Rows took their place.
        annotations.ImageId.Release();
        annotations.CategoryId.Release();
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
        return new Dataset(geometry.Build(), rings.Build())
        {
            Files = [.. files],
            Images = imageTable,
            Categories = new CategoryTable([.. categories.Names], [.. declarations], [.. categoryOfDeclaration]),
            Annotations = annotationTable,
            Tracks = new TrackTable([.. tracks], annotationTable.Tracks),
            Problems = [.. Problems.Build()],
            Conventions = [.. Conventions],
            Dependencies = [.. Dependencies],
            IdTexts = idTexts,
            Decoder = decoder,
        };
    }

    void AppendImages(DatasetPart part, long moved)
    {
        var first = images.Count;
        images.AddRange(part.Images);
        Renumber(images.Sequence.From(first), sequences.Adopt(part.Sequences));
        Renumber(images.Split.From(first), splits.Adopt(part.Splits));
        Adopt(images.Id.From(first), part.IdTexts);
        Shift(images.Start.From(first), moved);
    }

    int[] AppendTracks(DatasetPart part, int[] categoryMap, long moved)
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
                    Span = track.Span.Moved(moved),
                }
            );
        }

        return map;
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

    void AppendAnnotations(DatasetPart part, int[] categoryMap, int[] trackMap, int firstImage, long moved)
    {
        var first = annotations.Count;
        annotations.AddRange(part.Annotations);
        Shift(annotations.Image.From(first), firstImage);
        Renumber(annotations.Category.From(first), categoryMap);
        Renumber(annotations.Track.From(first), trackMap);
        Renumber(annotations.Annotator.From(first), annotators.Adopt(part.Annotators));
        Adopt(annotations.Id.From(first), part.IdTexts);
        Adopt(annotations.ImageId.From(first), part.IdTexts);
        Adopt(annotations.CategoryId.From(first), part.IdTexts);
        Shift(annotations.Start.From(first), moved);
        var movedGeometry = geometry.Append(part.Geometry);
        // Formats that decode lazily keep offsets there, which stay as they are: they leave the pool empty.
        if (movedGeometry > 0 && !part.Geometry.IsEmpty)
            Shift(annotations.Geometry.From(first), movedGeometry);
        if (rings.TryAppend(part.Rings, out var movedRings))
            Shift(annotations.Rings.From(first), movedRings);
        else
            // Their text is read again instead.
            annotations.Rings.From(first).Fill(-1);
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

    static void Shift(Span<long> offsets, long by)
    {
        if (by == 0)
            return;
        foreach (ref var offset in offsets)
            offset += by;
    }

    static void Renumber(Span<int> references, int[] map)
    {
        foreach (ref var reference in references)
            if (reference >= 0)
                reference = map[reference];
    }
}
