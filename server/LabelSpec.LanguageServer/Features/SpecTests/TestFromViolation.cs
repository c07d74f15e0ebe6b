using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.SpecTests;
using LabelSpec.Grammar.Facts;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.LanguageServer.Features.SpecTests;

/// <summary>
/// Turns a real violation into a `test`: the annotations that it needs, and what is found among them. It is tried before it is
/// offered: annotations that the violation does not need are left out one by one, and the test passes as long as the rule catches it.
/// </summary>
/// <param name="analysis">The data in which the violation was found.</param>
/// <param name="guideline">The guideline that the test goes into.</param>
/// <param name="compile">Binds the guideline with a text added to it; null where that has errors.</param>
sealed class TestFromViolation(TargetAnalysis analysis, Guideline guideline, Func<string, Guideline?> compile)
{
    /// <summary>More are no scene that anybody reads.</summary>
    const int MostAnnotations = 60;

    readonly SceneText _text = new(guideline, analysis.Dataset);

    /// <summary>The text of the test; null where the violation does not appear in a scene that can be written.</summary>
    public string? Of(Finding finding, CancellationToken cancellation)
    {
        var dataset = analysis.Dataset;
        if (finding.Image is null || RowAt(finding.Location) is not (>= 0 and var subject))
            return null;
        var image = dataset.Annotations.Images[subject];
        if (image < 0)
            return null;
        ImmutableArray<int> needed =
        [
            .. finding
                .Related.Select(place => RowAt(place.Location))
                .Where(row => row >= 0)
                .Prepend(subject)
                .Distinct(),
        ];
        var rest = dataset
            .Annotations.OfImage(image)
            .ToArray()
            .Where(row => !needed.Contains(row))
            .Take(MostAnnotations)
            .ToList();
        var title = $"{finding.Rule.Trim('`')} in {dataset.Images.FileNames[image]}";
        if (Try(title, image, needed, finding.Rule, subject) is { } small)
            return small.Text;
        if (Try(title, image, [.. needed, .. rest], finding.Rule, subject) is not { } whole)
            return null;
        for (var i = rest.Count - 1; i >= 0; i--)
        {
            cancellation.ThrowIfCancellationRequested();
            List<int> fewer = [.. rest.Where((_, index) => index != i)];
            if (
                Try(title, image, [.. needed, .. fewer], finding.Rule, subject) is { } smaller
                && smaller.Found <= whole.Found
            )
                (whole, rest) = (smaller, fewer);
        }

        return whole.Text;
    }

    /// <summary>A test of some annotations that expects what is found among them, if that is the violation.</summary>
    (string Text, int Found)? Try(string title, int image, ImmutableArray<int> rows, string rule, int subject)
    {
        var names = new Dictionary<int, string>();
        var members = new List<string> { _text.ImageOf(image) };
        foreach (var row in rows.Order())
        {
            var name = NameOf(row, names.Values);
            if (_text.AnnotationOf(row, name) is not { } member)
                continue;
            names.Add(row, name);
            members.Add(member);
        }

        if (
            !names.TryGetValue(subject, out var caught)
            || Run(Text(title, [.. members, "expect nothing"]), title) is not { } probe
        )
            return null;
        var drawn = names.Values.ToList();
        var expectations = probe
            .Found.Select(found => ExpectationOf(found, drawn))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (
            !probe.Found.Any(found =>
                found.Rule == rule && (NameAt(drawn, found.Subject) == caught || NameAt(drawn, found.Other) == caught)
            )
        )
            return null;
        var text = Text(title, [.. members, .. expectations]);
        return Run(text, title) is { Outcome: SpecTestOutcome.Passed } ? (text, expectations.Count) : null;
    }

    static string? NameAt(List<string> names, int index) => index >= 0 && index < names.Count ? names[index] : null;

    SpecTestResult? Run(string text, string title) =>
        compile(text) is { } tried
        && tried.Tests.LastOrDefault(test => test.Name == title) is { Origin: TestOrigin.Test } test
            ? SpecTestRunner.Run(tried, test)
            : null;

    static string ExpectationOf(SceneFinding found, List<string> names)
    {
        var places =
            found.Kind != Engine.Violations.SubjectKind.Annotation ? ""
            : found.Other >= 0
                ? $" at {SyntaxFacts.Quote(names[found.Subject])}, {SyntaxFacts.Quote(names[found.Other])}"
            : $" at {SyntaxFacts.Quote(names[found.Subject])}";
        return $"expect {SyntaxFacts.Quote(found.Rule)}{places}";
    }

    static string Text(string title, IEnumerable<string> members) =>
        $"test \"{title.Replace("\\", "/", StringComparison.Ordinal).Replace("\"", "'", StringComparison.Ordinal)}\" {{\n"
        + string.Concat(members.Select(member => $"  {member}\n"))
        + "}\n";

    string NameOf(int row, IEnumerable<string> taken)
    {
        var dataset = analysis.Dataset;
        var category = dataset.Annotations.Categories[row];
        var kind = category < 0 ? "a" : guideline.FindClassByLabel(dataset.Categories.NameOf(category))?.Name ?? "a";
        var id = dataset.Annotations.Flags[row].HasFlag(AnnotationFlags.HasId)
            ? dataset.IdTexts.Show(dataset.Annotations.Ids[row])
            : $"{row}";
        var name = $"{kind}_{id}";
        name = SyntaxFacts.IsPlainName(name) ? name : $"{(SyntaxFacts.IsPlainName(kind) ? kind : "a")}_{row}";
        return taken.Contains(name) ? $"{name}_{row}" : name;
    }

    int RowAt(Location location) => AnnotationRows.At(analysis.Dataset, analysis.FileOf(location.File), location.Start);
}
