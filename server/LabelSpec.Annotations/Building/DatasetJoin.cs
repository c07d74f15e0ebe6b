using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Makes one data set of parts that were read apart: rows as if all files had been read at once, in the ordinal order of their
/// paths.
/// </summary>
sealed class DatasetJoin
{
    readonly IReadOnlyList<Dataset> parts;
    readonly List<(int Part, int File)> files;
    readonly List<RowsOfFiles> contents;
    readonly DatasetBuilder builder = new();
    readonly DatasetPart rows = new();
    readonly List<(int Part, int Row)> origins = [];
    readonly Dictionary<string, int> firstOfVideo = new(StringComparer.Ordinal);
    readonly int[][] fileOf;
    readonly int[][] imageOf;
    readonly int[][] trackOf;
    readonly int[][] annotationOf;

    public DatasetJoin(IReadOnlyList<Dataset> parts)
    {
        this.parts = parts;
        files =
        [
            .. parts
                .SelectMany((part, index) => Enumerable.Range(0, part.Files.Length).Select(file => (index, file)))
                .OrderBy(file => parts[file.index].Files[file.file].Path, StringComparer.Ordinal),
        ];
        contents = [.. parts.Select(part => new RowsOfFiles(part))];
        fileOf = [.. parts.Select(part => new int[part.Files.Length])];
        imageOf = [.. parts.Select(part => new int[part.Images.Count])];
        trackOf = [.. parts.Select(part => new int[part.Tracks.Count])];
        annotationOf = [.. parts.Select(part => new int[part.Annotations.Count])];
    }

    public JoinedDataset Join()
    {
        foreach (var (part, file) in files)
        {
            fileOf[part][file] = builder.AddFile(parts[part].Files[file]);
            firstOfVideo.TryAdd(SplitTracks.VideoOf(parts[part].Files[file]), fileOf[part][file]);
        }

        foreach (var (part, file) in files)
            AddCategories(part, file);
        foreach (var (part, file) in files)
        foreach (var image in contents[part].ImagesOf(file))
            imageOf[part][image] = AddImage(part, image);
        foreach (var (part, file) in files)
        foreach (var track in contents[part].TracksOf(file))
            trackOf[part][track] = AddTrack(part, track);
        foreach (var (part, file) in files)
        foreach (var row in contents[part].AnnotationsOf(file))
            AddAnnotation(part, row);
        AddProblems();
        foreach (var part in parts)
        {
            builder.Conventions.AddRange(part.Conventions.Except(builder.Conventions));
            builder.Dependencies.AddRange(part.Dependencies);
        }

        builder.Append(rows);
        return new(builder.Build(new JoinedGeometry(parts, origins)), imageOf, annotationOf);
    }

    // Files name categories in the order in which the table of their part has them.
    void AddCategories(int part, int file)
    {
        var data = parts[part];
        var named = new SortedSet<int>();
        foreach (var row in contents[part].AnnotationsOf(file))
            named.Add(data.Annotations.Categories[row]);
        foreach (var track in contents[part].TracksOf(file))
            named.Add(data.Tracks[track].Category);
        foreach (var declaration in contents[part].DeclarationsOf(file))
            named.Add(data.Categories.OfDeclaration(declaration));
        foreach (var category in named)
            if (category >= 0)
                rows.Category(data.Categories.NameOf(category));
        foreach (var declaration in contents[part].DeclarationsOf(file))
            AddDeclaration(part, data.Categories.Declarations[declaration]);
    }

    void AddDeclaration(int part, CategoryDeclaration declaration) =>
        rows.AddDeclaration(
            declaration with
            {
                Span = Here(part, declaration.Span),
                Id = Here(part, declaration.Id),
                Attributes =
                [
                    .. declaration.Attributes.Select(attribute => attribute with { Span = Here(part, attribute.Span) }),
                ],
            }
        );

    int AddImage(int part, int image)
    {
        var images = parts[part].Images;
        var row = rows.AddImage(
            new(Here(part, images.SpanOf(image)))
            {
                Id = Here(part, images.Ids[image]),
                FileName = images.FileNames[image],
                Width = images.Widths[image],
                Height = images.Heights[image],
                Frame = images.Frames[image],
                Sequence = images.SequenceOf(image),
                Split = images.SplitOf(image),
                State = images.States[image],
                Unit = images.Units[image],
            }
        );
        foreach (var column in images.Attributes.Columns)
            if (column.TryGet(image, out var value))
                rows.SetImageAttribute(row, column.Name, value);
        return row;
    }

    int AddTrack(int part, int track)
    {
        var of = parts[part].Tracks[track];
        return rows.AddTrack(
            of with
            {
                File = firstOfVideo[SplitTracks.VideoOf(parts[part].Files[of.File])],
                Id = Here(part, of.Id),
                Category = CategoryOf(part, of.Category),
                Span = Here(part, of.Span),
            }
        );
    }

    void AddAnnotation(int part, int row)
    {
        var of = parts[part].Annotations;
        var joined = rows.AddAnnotation(
            new(Here(part, of.SpanOf(row)))
            {
                Image = of.Images[row] < 0 ? -1 : imageOf[part][of.Images[row]],
                ImageId = Here(part, of.DanglingImageId(row)),
                Category = CategoryOf(part, of.Categories[row]),
                CategoryId = Here(part, of.DanglingCategoryId(row)),
                Id = (of.Flags[row] & AnnotationFlags.HasId) == 0 ? RecordId.None : Here(part, of.Ids[row]),
                Shape = of.Shapes[row],
                Flags = of.Flags[row],
                Box = of.Boxes[row],
                Angle = of.Angles[row],
                Area = of.StoredAreas[row],
                Score = of.Scores[row],
                KeypointCount = of.StoredKeypointCounts[row],
                Group = of.Groups[row],
                Track = of.Tracks[row] < 0 ? -1 : trackOf[part][of.Tracks[row]],
                Frame = of.Frames[row],
                ZOrder = of.ZOrders[row],
                Annotator = of.Annotators[row] is >= 0 and var who ? of.AnnotatorNames[who] : null,
            }
        );
        annotationOf[part][row] = joined;
        origins.Add((part, row));
        foreach (var column in of.Attributes.Columns)
            if (column.TryGet(row, out var value))
                rows.SetAttribute(joined, column.Name, value);
    }

    // What is said of no file comes first, as nobody had opened one.
    void AddProblems()
    {
        foreach (var (part, data) in parts.Index())
        foreach (var problem in data.Problems)
            if (problem.Span.IsNone)
                rows.Problems.Add(problem);
        foreach (var (part, file) in files)
        foreach (var problem in contents[part].ProblemsOf(file))
            rows.Problems.Add(
                parts[part].Problems[problem] with
                {
                    Span = Here(part, parts[part].Problems[problem].Span),
                }
            );
    }

    int CategoryOf(int part, int category) =>
        category < 0 ? -1 : rows.Category(parts[part].Categories.NameOf(category));

    SourceSpan Here(int part, SourceSpan span) => span.IsNone ? span : span with { File = fileOf[part][span.File] };

    RecordId Here(int part, RecordId id) => rows.IdTexts.Adopt(id, parts[part].IdTexts);
}
