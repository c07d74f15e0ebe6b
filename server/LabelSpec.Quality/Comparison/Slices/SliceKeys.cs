namespace LabelSpec.Quality.Comparison;

/// <summary>The keys that outcomes are divided by.</summary>
static class SliceKeys
{
    /// <summary>Who made the work. What is missing is missing from everybody who worked on the image.</summary>
    public static ISliceKey Annotator() =>
        new WorkKey(
            (data, row) =>
                data.Work.Annotations.Annotators[row] is >= 0 and var annotator
                    ? data.Work.Annotations.AnnotatorNames[annotator]
                    : ""
        );

    /// <summary>The annotation file of the work.</summary>
    public static ISliceKey Job() =>
        new WorkKey((data, row) => data.Work.Files[data.Work.Annotations.FileOf(row)].Path, image => image.WorkFile);

    /// <summary>COCO's sizes: up to 32², up to 96², and larger, in px² of the ground truth.</summary>
    public static ISliceKey Size() => new SizeKey();

    sealed class WorkKey(Func<ComparedData, int, string> nameOf, Func<ImageResult, string>? ofImage = null) : ISliceKey
    {
        const string Nobody = "(nobody named)";
        const string Several = "(several)";

        ImageResult? last;
        string ofLast = "";

        public IComparer<string> Order => StringComparer.Ordinal;

        public string Of(ImageResult image, Outcome outcome)
        {
            var name = outcome.Work >= 0 ? nameOf(image.Data, outcome.Work) : OfImage(image);
            return name.Length == 0 ? Nobody : name;
        }

        string OfImage(ImageResult image)
        {
            if (last == image)
                return ofLast;
            last = image;
            return ofLast = ofImage?.Invoke(image) ?? OnlyNameIn(image);
        }

        string OnlyNameIn(ImageResult image)
        {
            var names = image
                .Pair.WorkRows.SelectMany(row => image.Data.Work.Annotations.OfImage(row).ToArray())
                .Select(row => nameOf(image.Data, row))
                .Distinct()
                .Take(2)
                .ToList();
            return names.Count switch
            {
                0 => "",
                1 => names[0],
                _ => Several,
            };
        }
    }

    sealed class SizeKey : ISliceKey
    {
        const double SmallUpTo = 32 * 32;
        const double MediumUpTo = 96 * 96;

        static readonly string[] Names = ["small", "medium", "large", "without area"];

        public IComparer<string> Order { get; } =
            Comparer<string>.Create(static (a, b) => Array.IndexOf(Names, a).CompareTo(Array.IndexOf(Names, b)));

        public string Of(ImageResult image, Outcome outcome) =>
            Names[
                outcome.Pool is ShapePool.Tag or ShapePool.Points or ShapePool.Polyline or ShapePool.Cuboid ? 3
                : outcome.Area < SmallUpTo ? 0
                : outcome.Area < MediumUpTo ? 1
                : 2
            ];
    }
}
