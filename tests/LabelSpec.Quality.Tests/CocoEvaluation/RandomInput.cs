using CsCheck;
using LabelSpec.Geometry;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

/// <summary>Small evaluations full of ties: few positions, sizes and scores, crowds, ignored objects, ids 0.</summary>
sealed record RandomInput(RandomTruth[] Truths, RandomDetection[] Detections)
{
    public const int Images = 4;
    public const int Categories = 2;

    static readonly Gen<Box> Boxes = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[0, 3],
        Gen.Int[2, 5],
        Gen.Int[2, 5],
        // Sides of 32 and 96 put areas on the borders of the size classes.
        (x, y, w, h) => new Box(8 * x, 8 * y, 16 * w, 16 * h)
    );

    public static Gen<RandomInput> Any { get; } =
        Gen.Select(
            Gen.Select(
                Gen.Int[0, Images - 1],
                Gen.Int[0, Categories - 1],
                Boxes,
                Gen.Int[0, 5],
                Gen.Int[0, 9],
                (image, category, box, kind, id) => new RandomTruth(image, category, box, kind == 0, kind <= 1, id == 0)
            ).Array[0, 24],
            Gen.Select(
                Gen.Int[0, Images - 1],
                Gen.Int[0, Categories - 1],
                Boxes,
                Gen.Int[0, 6],
                (image, category, box, score) => new RandomDetection(image, category, box, score / 6.0)
            ).Array[0, 40],
            (truths, detections) => new RandomInput(truths, detections)
        );

    /// <summary>The part on some of the images, as a shard would see it.</summary>
    public CocoInput ToInput(Func<int, bool>? images = null)
    {
        images ??= _ => true;
        var keys = Enumerable.Range(0, Images).Where(images).ToArray();
        var truths = Truths.Where(t => images(t.Image)).ToArray();
        var detections = Detections.Where(d => images(d.Image)).ToArray();
        var isCrowd = truths.Select(t => t.IsCrowd).ToArray();
        return new()
        {
            ImageKeys = [.. keys.Select(key => 10L * key)],
            CategoryNames = [.. Enumerable.Range(0, Categories).Select(k => $"c{k}")],
            Truths = new()
            {
                Images = [.. truths.Select(t => Array.IndexOf(keys, t.Image))],
                Categories = [.. truths.Select(t => t.Category)],
                Areas = [.. truths.Select(t => t.Box.Area)],
                IsCrowd = isCrowd,
                IsIgnored = [.. truths.Select(t => t.IsIgnored)],
                HasIdZero = [.. truths.Select(t => t.HasIdZero)],
            },
            Detections = new()
            {
                Images = [.. detections.Select(d => Array.IndexOf(keys, d.Image))],
                Categories = [.. detections.Select(d => d.Category)],
                Scores = [.. detections.Select(d => d.Score)],
            },
            Similarity = new BoxSimilarity([.. detections.Select(d => d.Box)], [.. truths.Select(t => t.Box)], isCrowd),
        };
    }
}

readonly record struct RandomTruth(int Image, int Category, Box Box, bool IsCrowd, bool IsIgnored, bool HasIdZero);

readonly record struct RandomDetection(int Image, int Category, Box Box, double Score);
