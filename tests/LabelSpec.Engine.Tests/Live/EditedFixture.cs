using LabelSpec.Engine.Tests.Checks;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Live;

/// <summary>A small annotation file of any format, and the guideline that judges it.</summary>
sealed record EditedFixture(string Path, string Text, Guideline? Guideline)
{
    public override string ToString() => Path;

    /// <summary>Enough items for several stretches, a text as an id, a track, and an attribute that only one has.</summary>
    public static EditedFixture Datumaro { get; } =
        new(
            "/no/such/folder/datumaro.json",
            """{ "info": {}, "categories": { "label": { "labels": [{ "name": "car" }, { "name": "truck" }] } }, "items": ["""
                + string.Join(
                    ", ",
                    Enumerable
                        .Range(1, 9)
                        .Select(i =>
                            $$"""{ "id": "frame_{{i}}", "image": { "path": "frame_{{i}}.png", "size": [480, 640] }, "attr": { "frame": {{i}} }, "annotations": [{ "id": {{i}}, "type": "bbox", "label_id": {{i % 3}}, "bbox": [10.5, 20, {{30 * i}}, 40], "group": 0, "attributes": { "track_id": {{i % 2}}, "a{{i / 9}}": "x" } }, { "id": {{i + 10}}, "type": "polygon", "label_id": 0, "points": [0, 0, 10, 0, 10, 10.5], "attributes": {} }] }"""
                        )
                )
                + "] }",
            null
        );

    /// <summary>The samples, files of the formats that no sample has, and what violates each built-in check.</summary>
    public static IReadOnlyList<EditedFixture> All { get; } = [.. Samples(), .. Written(), .. Violating()];

    static IEnumerable<EditedFixture> Samples()
    {
        var driving = Bind(RepositoryFiles.Sample("urban_driving", "guideline", "urban_driving.labelspec"));
        yield return Of(RepositoryFiles.Sample("urban_driving", "data", "train.json"), driving);
        yield return Of(RepositoryFiles.Sample("urban_driving", "data", "train.json"), Counting);
        yield return Of(RepositoryFiles.Sample("urban_driving", "data", "val.xml"), driving);
        yield return Of(
            RepositoryFiles.Sample("blood_cells", "annotations", "smear_02.xml"),
            Bind(RepositoryFiles.Sample("blood_cells", "guideline", "blood_cells.labelspec"))
        );
    }

    static Guideline Counting { get; } =
        TestGuideline.Bind(
            """
            guideline counting
            class car { shape box | polygon }
            class truck
            class person { attribute occlusion: none | partial }
            rule few_cars: warning { for dataset require count(c: car) <= 7 }
            rule no_crowd { for image require count(a: any) <= 4 }
            rule typical { for a: car require a.area < 2 * avg(b.area for b: car in dataset) }
            rule apart { for pair a, b: car | truck forbid iou(a, b) > 0.5 fix remove b }
            """
        );

    static IEnumerable<EditedFixture> Written()
    {
        yield return Datumaro;
        yield return new EditedFixture(
            "/no/such/folder/labels/frame.txt",
            "0 0.5 0.5 0.25 0.125\n1 0.25 0.75 0.5 0.5\n0 0.5 0.5 0.25 0.125\n2 1.5 0.5 0.1 0.1\n",
            null
        );
        yield return new EditedFixture(
            "/no/such/folder/frame.json",
            """
            {"version": "5.0.1", "flags": {}, "imagePath": "frame.png", "imageHeight": 300, "imageWidth": 400,
             "imageData": null, "shapes": [
              {"label": "car", "points": [[10, 10], [60, 40]], "group_id": null, "shape_type": "rectangle", "flags": {}},
              {"label": "car", "points": [[10, 10], [60, 40]], "group_id": null, "shape_type": "rectangle", "flags": {}},
              {"label": "truck", "points": [[1, 1], [500, 1], [30, 90]], "group_id": 2, "shape_type": "polygon", "flags": {}}
            ]}
            """,
            Counting
        );
    }

    static IEnumerable<EditedFixture> Violating() =>
        from folder in Directory.EnumerateDirectories(CheckFixtures.Folder).Order(StringComparer.Ordinal)
        from file in Directory.EnumerateFiles(folder, "violating.*")
        let guideline = System.IO.Path.Combine(folder, "guideline.labelspec")
        select Of(file, File.Exists(guideline) ? TestGuideline.Bind(File.ReadAllText(guideline)) : null);

    static EditedFixture Of(string path, Guideline? guideline) => new(path, File.ReadAllText(path), guideline);

    static Guideline Bind(string path)
    {
        var compilation = Compilation.Create(
            path,
            SyntaxTree.Parse(File.ReadAllText(path)),
            new Disk(),
            new CompilationOptions { KnownChecks = Engine.Checks.CheckCatalogue.Known }
        );
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        return compilation.Guideline;
    }

    sealed class Disk : IGuidelineFiles
    {
        public SyntaxTree? Find(string path) => File.Exists(path) ? SyntaxTree.Parse(File.ReadAllText(path)) : null;
    }
}
