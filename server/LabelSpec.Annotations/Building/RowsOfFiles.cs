using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>What of a data set stands in which of its files.</summary>
sealed class RowsOfFiles
{
    readonly Rows images;
    readonly Rows annotations;
    readonly Rows tracks;
    readonly Rows declarations;
    readonly Rows problems;

    public RowsOfFiles(Dataset dataset)
    {
        var files = dataset.Files.Length;
        images = new(dataset.Images.Count, dataset.Images.FileOf, files);
        annotations = new(dataset.Annotations.Count, dataset.Annotations.FileOf, files);
        tracks = new(dataset.Tracks.Count, track => dataset.Tracks[track].File, files);
        var declared = dataset.Categories.Declarations;
        declarations = new(declared.Length, declaration => declared[declaration].Span.File, files);
        problems = new(dataset.Problems.Length, problem => dataset.Problems[problem].Span.File, files);
    }

    public ReadOnlySpan<int> ImagesOf(int file) => images.Of(file);

    public ReadOnlySpan<int> AnnotationsOf(int file) => annotations.Of(file);

    public ReadOnlySpan<int> TracksOf(int file) => tracks.Of(file);

    public ReadOnlySpan<int> DeclarationsOf(int file) => declarations.Of(file);

    public ReadOnlySpan<int> ProblemsOf(int file) => problems.Of(file);

    sealed class Rows
    {
        readonly int[] first;
        readonly int[] rows;

        public Rows(int count, Func<int, int> fileOf, int files)
        {
            var of = new int[count];
            for (var row = 0; row < count; row++)
                of[row] = fileOf(row);
            (first, rows) = RowIndex.Group(of, files);
        }

        public ReadOnlySpan<int> Of(int file) => rows.AsSpan(first[file], first[file + 1] - first[file]);
    }
}
