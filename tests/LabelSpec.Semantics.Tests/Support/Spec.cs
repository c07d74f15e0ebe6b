using LabelSpec.Grammar;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Semantics.Tests.Support;

/// <summary>Binds guidelines for tests and compares diagnostics.</summary>
internal static class Spec
{
    public const string Path = "main.labelspec";

    public static Compilation Compile(string text, MemoryFiles? files = null, CompilationOptions? options = null) =>
        Compilation.Create(Path, SyntaxTree.Parse(text), files, options);

    /// <summary>The model of a guideline that must have no errors.</summary>
    public static Guideline Bind(string text, MemoryFiles? files = null)
    {
        var compilation = Compile(text, files);
        Assert.Empty(compilation.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        return compilation.Guideline;
    }

    /// <summary>
    /// Every marked diagnostic must be there, at its place; and no other error or warning. Hints and infos count only where their code is
    /// marked somewhere.
    /// </summary>
    public static Compilation Check(string marked, MemoryFiles? files = null, CompilationOptions? options = null)
    {
        var expected = MarkedText.Parse(marked);
        var compilation = Compile(expected.Text, files, options);
        var codes = expected.Marks.Select(mark => mark.Code).ToHashSet();
        var actual = compilation
            .Diagnostics.Where(diagnostic => diagnostic.Severity >= Severity.Warning || codes.Contains(diagnostic.Code))
            .ToList();
        Assert.Equal(
            expected.Marks.Select(mark => Show(mark.Code, mark.Start, mark.Length, expected.Text)).Order(),
            actual.Select(Show).Order()
        );
        return compilation;
    }

    /// <summary>As <see cref="Check"/>, inside of a rule about cars with an enum, a number and a bool attribute.</summary>
    public static Compilation CheckRule(string clauses, string binder = "for a: car") =>
        Check(
            $$"""
            class car { shape box attribute state: red | green attribute share: number 0..1 attribute lit: bool }
            class line { shape polyline }
            class body { shape skeleton points }
            skeleton points { points nose, tail }
            image { attribute weather: clear | rain }
            rule r { {{binder}} {{clauses}} }
            """
        );

    /// <summary>The one assertion of a rule about cars, bound.</summary>
    public static BoundExpression Condition(string condition, string binder = "for a: car") =>
        CheckRule($"require {condition}", binder).Guideline.Rules.Single().Assertions.Single().Condition;

    /// <summary>The message of the one diagnostic of a code.</summary>
    public static string Message(string text, string code) =>
        Compile(text).Diagnostics.Single(diagnostic => diagnostic.Code == code).Message;

    private static string Show(SpecDiagnostic diagnostic) =>
        Show(diagnostic.Code, diagnostic.Span.Start, diagnostic.Span.Length, diagnostic.Span.File.Text)
        + (diagnostic.Code.StartsWith("LS0", StringComparison.Ordinal) ? " " + diagnostic.Message : "");

    private static string Show(string code, int start, int length, string text) =>
        $"{code} at {start}: {text.Substring(start, length)}";
}
