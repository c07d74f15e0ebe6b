using CsCheck;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Geometry;
using LabelSpec.Grammar;
using LabelSpec.Semantics;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Tests.Rules;

/// <summary>Small data sets in memory, and guidelines to judge them by.</summary>
static class RuleBench
{
    /// <summary>Any one of some texts.</summary>
    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    public static Guideline Guideline(string spec)
    {
        var compilation = Compilation.Create("test.labelspec", SyntaxTree.Parse(spec));
        Assert.Empty(
            compilation
                .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)
                .Select(diagnostic => $"{diagnostic.Message} | {diagnostic.Span.Text}")
        );
        return compilation.Guideline;
    }

    public static Dataset Data(params IEnumerable<SceneRow[]> images)
    {
        var builder = new DatasetBuilder();
        builder.AddFile(SourceFile.FromBuffer("test.json", []));
        var part = new DatasetPart();
        var tracks = new Dictionary<int, int>();
        var number = 0;
        foreach (var rows in images)
        {
            var image = part.AddImage(
                new ImageRow(new SourceSpan(0, number, 1))
                {
                    FileName = $"{number}.png",
                    Width = 1000,
                    Height = 1000,
                    Frame = number,
                    Sequence = "video",
                }
            );
            foreach (var row in rows)
                Add(part, tracks, image, row);
            number++;
        }
        builder.Append(part);
        return builder.Build();
    }

    public static Judged Judge(Guideline guideline, Dataset dataset, int threads = 1, bool lookAtAllPairs = false)
    {
        var rules = RuleSet.Create(dataset, guideline, CheckSettings.Default, firstSource: 0);
        var runner = new RuleRunner(rules, rules.Sources.Length) { LookAtAllPairs = lookAtAllPairs };
        return new Judged(dataset, rules, runner.Run(threads, null, CancellationToken.None), runner.PairsEvaluated);
    }

    public static Judged Judge(string spec, params IEnumerable<SceneRow[]> images) =>
        Judge(Guideline(spec), Data(images));

    static void Add(DatasetPart part, Dictionary<int, int> tracks, int image, SceneRow row)
    {
        var added = new AnnotationRow(new SourceSpan(0, part.AnnotationCount, 1))
        {
            Image = image,
            Category = part.Category(row.Class),
            Shape = row.Shape,
            Box = row.Box,
            Id = part.IdOf(row.Id == 0 ? part.AnnotationCount + 1 : row.Id),
            Flags = AnnotationFlags.HasId | row.Flags,
            Group = row.Group,
        };
        if (row.Track >= 0)
        {
            if (!tracks.TryGetValue(row.Track, out var track))
                tracks.Add(row.Track, track = part.AddTrack(new Track(0, part.IdOf(row.Track), -1, SourceSpan.None)));
            added.Track = track;
            added.Frame = image;
        }
        if (row.Ring is { } ring)
            added.Geometry = part.Geometry.AddPolygon(ring);
        if (row.Mask is { } mask)
            added.Geometry = part.Geometry.AddMask(mask);
        var index = part.AddAnnotation(added);
        foreach (var (name, value) in row.Attributes)
            part.SetAttribute(index, name, value);
    }
}

/// <summary>An annotation of a test.</summary>
sealed record SceneRow(string Class, double Left, double Top, double Width, double Height)
{
    public ShapeKind Shape { get; init; } = ShapeKind.Box;
    public long Id { get; init; }
    public int Group { get; init; } = -1;
    public int Track { get; init; } = -1;
    public AnnotationFlags Flags { get; init; }
    public double[]? Ring { get; init; }
    public RleMask? Mask { get; init; }
    public (string Name, AttributeValue Value)[] Attributes { get; init; } = [];
    public Box Box => new(Left, Top, Width, Height);
}

/// <summary>What came out.</summary>
sealed record Judged(Dataset Dataset, RuleSet Rules, ViolationLog Log, long PairsEvaluated)
{
    /// <summary>Satisfied, violated and undecidable.</summary>
    public (long Satisfied, long Violated, long Undecidable) this[int rule] =>
        (Log.SatisfiedOf(rule), Log.ViolatedOf(rule), Log.UndecidableOf(rule));

    public IEnumerable<(long, long, long)> Tallies =>
        Enumerable.Range(0, Rules.Sources.Length).Select(rule => this[rule]);

    /// <summary>Violations by the ids of what they are about, in an order of their own.</summary>
    public IReadOnlyList<(int Rule, string Subject, string Other)> Violations =>
        [
            .. Log
                .Violations.Select(violation =>
                    (violation.Source, Show(violation, violation.Subject), Show(violation, violation.Other))
                )
                .Order(),
        ];

    public Explanation Explain(int violation = 0)
    {
        var chosen = Log.Violations.OrderBy(one => one.Source).ThenBy(one => one.Subject).ElementAt(violation);
        return Rules.Sources[chosen.Source].Explain(chosen);
    }

    string Show(Violation violation, int row) =>
        row < 0 ? ""
        : violation.Kind == SubjectKind.Annotation ? Dataset.IdTexts.Show(Dataset.Annotations.Ids[row])
        : $"{violation.Kind} {row}";
}
