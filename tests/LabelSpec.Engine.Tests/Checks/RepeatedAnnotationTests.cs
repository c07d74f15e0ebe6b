using System.Globalization;
using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public sealed class RepeatedAnnotationTests
{
    // Boxes around a few places, at all distances around the limits of both checks.
    static readonly Gen<(Box Box, int Category)[]> Boxes = Gen.Select(
        Gen.Int[0, 3],
        Gen.Double[-1, 1].Array[4],
        Gen.Int[0, 4].Select(i => new[] { 0, 0.3, 1, 2.5, 6 }[i]),
        Gen.Int[1, 3],
        (place, shift, size, category) =>
            (
                new Box(
                    20 + 30 * place + size * shift[0],
                    20 + size * shift[1],
                    40 + size * shift[2],
                    40 + 5 * place + size * shift[3]
                ),
                category
            )
    ).Array[2, 150];

    [Fact]
    public void Each_copy_is_reported_once_and_names_the_original()
    {
        var found = Findings(Enumerable.Repeat((new Box(10, 10, 20, 20), 1), 500), "LS3601");
        Assert.Equal(499, found.Count);
        Assert.All(found, violation => Assert.Equal(0, violation.Other));
    }

    [Theory]
    [InlineData("LS3602", 0.95)]
    [InlineData("LS3602", 0.6)]
    [InlineData("LS3602", 0.2)]
    [InlineData("LS3603", 0.97)]
    public void What_repeats_an_earlier_one_is_reported_once_and_nothing_else_is(string code, double limit) =>
        Boxes.Holds(
            boxes =>
            {
                var found = Findings(boxes, code, limit);
                Assert.All(found, violation => Assert.True(Repeats(boxes, violation.Other, violation.Subject)));
                int[] expected =
                [
                    .. Enumerable
                        .Range(0, boxes.Length)
                        .Where(row => !IsCopy(boxes, row))
                        .Where(row =>
                            Enumerable.Range(0, row).Any(first => !IsCopy(boxes, first) && Repeats(boxes, first, row))
                        ),
                ];
                Assert.Equal(expected, found.Select(violation => violation.Subject).Order());

                bool Repeats((Box Box, int Category)[] all, int first, int second) =>
                    first < second
                    && all[first].Category == all[second].Category == (code == "LS3602")
                    && all[first].Box.IoU(all[second].Box) >= limit;
            },
            iter: 200
        );

    [Theory]
    [InlineData(0)] // copies
    [InlineData(0.01)] // one place
    [InlineData(1)] // a few places, each the near duplicate of its neighbours
    [InlineData(30)] // hundreds of places that overlap
    [InlineData(3000)] // places all over
    public void Twenty_thousand_boxes_in_one_image_cost_a_bounded_number_of_comparisons_each(double spread)
    {
        var random = new Random(7);
        double Shift() => spread * (random.NextDouble() - 0.5);
        var boxes = Enumerable
            .Range(0, 20_000)
            .Select(_ => (new Box(100 + Shift(), 100 + Shift(), 60 + Shift() / 100, 60 + Shift() / 100), 1))
            .ToArray();
        var comparisons = 0L;
        var found = Findings(boxes, "LS3602", 0.95, each => comparisons = each);
        Assert.InRange(comparisons, 0, 20_000 * 400);
        Assert.InRange(found.Count, 0, 20_000);
        if (spread is > 0 and <= 1)
            Assert.InRange(found.Count, 19_000, 19_999);
    }

    [Fact]
    public void Twenty_thousand_boxes_of_two_classes_at_one_place_cost_a_bounded_number_of_comparisons_each()
    {
        var random = new Random(7);
        var boxes = Enumerable
            .Range(0, 20_000)
            .Select(i => (new Box(100 + random.NextDouble(), 100 + random.NextDouble(), 60, 60), 1 + i % 2));
        var comparisons = 0L;
        var found = Findings(boxes, "LS3603", 0.97, each => comparisons = each);
        Assert.InRange(comparisons, 0, 20_000 * 100);
        Assert.InRange(found.Count, 19_000, 19_999);
    }

    [Theory]
    [InlineData("LS3602", 0)]
    [InlineData("LS3603", 19_999)]
    public void Twenty_thousand_boxes_of_as_many_classes_at_one_place_cost_a_bounded_number_of_comparisons_each(
        string code,
        int expected
    )
    {
        var random = new Random(7);
        var boxes = Enumerable
            .Range(0, 20_000)
            .Select(i => (new Box(100 + random.NextDouble() / 10, 100 + random.NextDouble() / 10, 60, 60), 1 + i));
        var comparisons = 0L;
        var found = Findings(boxes, code, 0.97, each => comparisons = each);
        Assert.InRange(comparisons, 0, 20_000 * 100);
        Assert.Equal(expected, found.Count);
    }

    static bool IsCopy((Box Box, int Category)[] boxes, int row) => boxes.AsSpan(0, row).Contains(boxes[row]);

    static List<Violation> Findings(
        IEnumerable<(Box Box, int Category)> boxes,
        string code,
        double limit = 0.95,
        Action<long>? comparisons = null
    )
    {
        using var folder = new ScratchFolder();
        var all = boxes.ToArray();
        var categories = all.Select(one => one.Category)
            .Distinct()
            .Order()
            .Select(category => $$"""{"id":{{category}},"name":"class {{category}}"}""");
        var annotations = all.Select(
            (one, id) =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"id":{{id + 1}},"image_id":1,"category_id":{{one.Category}},"iscrowd":0,"bbox":[{{one.Box.Left:R}},{{one.Box.Top:R}},{{one.Box.Width:R}},{{one.Box.Height:R}}]}"""
                )
        );
        var file = folder.Write(
            "a.json",
            $$"""
            {"images":[{"id":1,"file_name":"a.png","width":9000,"height":9000}],
             "categories":[{{string.Join(',', categories)}}],
             "annotations":[{{string.Join(',', annotations)}}]}
            """
        );
        return Findings(DatasetReader.Read([file]), code, limit, comparisons);
    }

    static List<Violation> Findings(Dataset dataset, string code, double limit, Action<long>? comparisons)
    {
        var settings = CheckSettings.Default with
        {
            Parameters = CheckSettings.Default.Parameters.SetItem((code, "iou"), limit),
        };
        var context = new CheckContext(dataset, null, settings);
        var log = new ViolationLog(1);
        var check = CheckCatalogue.Create(CheckCatalogue.Find(code)!, context);
        var report = new CheckReport(log, 0, new CheckRun(check), dataset);
        var search = new OverlapSearch(
            dataset,
            check is ExactDuplicate copies ? [(copies, report)] : [],
            check is PairCheck pairs ? [(pairs, report)] : []
        );
        search.Judge(dataset.Annotations.OfImage(0));
        comparisons?.Invoke(search.Comparisons);
        return [.. log.Violations];
    }
}
