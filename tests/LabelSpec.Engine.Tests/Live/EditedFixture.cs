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

    /// <summary>Rules of each kind: about the data, an image, all objects of a class, pairs, and what an attribute refers to.</summary>
    public static Guideline Counting { get; } =
        TestGuideline.Bind(
            """
            guideline counting
            class car { shape box | polygon alias "car0" attribute part_of: ref any }
            class truck { alias "car1", "bus0" attribute part_of: ref any }
            class person { attribute occlusion: none | partial }
            rule few_cars: warning { for dataset require count(c: car) <= 7 }
            rule no_crowd { for image require count(a: any) <= 4 }
            rule typical { for a: car require a.area < 2 * avg(b.area for b: car in dataset) }
            rule smaller_than_whole { for a: car | truck require a.area <= a.part_of.area }
            rule apart { for pair a, b: car | truck forbid iou(a, b) > 0.5 fix remove b }
            """
        );

    static IEnumerable<EditedFixture> Written()
    {
        foreach (var (name, text) in EditedFiles.All)
            yield return new EditedFixture("/no/such/folder/" + name, text, Counting);
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
