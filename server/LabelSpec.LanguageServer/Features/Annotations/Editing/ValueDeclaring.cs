using System.Collections.Immutable;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>A value that the data has and an attribute of the guideline has not becomes the last of its values.</summary>
static class ValueDeclaring
{
    static readonly string Code = CheckCatalogue.Find("attribute_value")!.Code;

    /// <summary>One edit for each attribute of that name; none for other findings, and where no guideline can be edited.</summary>
    public static IEnumerable<(string Title, WorkspaceEdit Edit)> Of(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        Finding finding
    )
    {
        if (
            finding.Rule != Code
            || finding.TextOf("attribute") is not { } name
            || finding.TextOf("value") is not { } value
            || view.Analysis.Guideline is not { } guideline
        )
            yield break;
        foreach (var attribute in guideline.Classes.SelectMany(one => one.OwnAttributes).Where(one => one.Name == name))
            if (
                ValuesOf(attribute.Type) is [.., var last] values
                && !values.Any(one => one.Name == value || one.Label == value)
                && EditBehind(snapshot, last, IsBlock(attribute, values[0]), value) is { } edit
            )
                yield return (
                    $"Allow \"{value}\" as {name} of {attribute.DeclaredIn?.Name} in {Path.GetFileName(last.Span.File.Path)}",
                    edit
                );
    }

    static WorkspaceEdit? EditBehind(WorkspaceSnapshot snapshot, EnumValueSymbol last, bool isBlock, string value)
    {
        var (path, end) = (last.Span.File.Path, last.Span.End);
        // The last good guideline may be older than what is typed now.
        if (snapshot.FindAt(path)?.Text.ToString() is not { } text || text != last.Span.File.Text)
            return null;
        return new EditBuilder(snapshot)
            .Replace(path, new TextSpan(end, 0), (isBlock ? LineLike(text, last) : " | ") + NewNames.AsDeclared(value))
            .Build();
    }

    // attribute state: red | green, or attribute state: { red green }, mostly with a line for each.
    static bool IsBlock(AttributeSymbol attribute, EnumValueSymbol first) =>
        first
            .Span.File.Text[attribute.NameSpan.End..first.NameSpan.Start]
            .Split(':')
            .Any(part => part.TrimStart().StartsWith('{'));

    static string LineLike(string text, EnumValueSymbol last)
    {
        var before = text[(text.LastIndexOf('\n', last.NameSpan.Start) + 1)..last.NameSpan.Start];
        return string.IsNullOrWhiteSpace(before) ? "\n" + before : " ";
    }

    static ImmutableArray<EnumValueSymbol> ValuesOf(AttributeType type) =>
        type switch
        {
            EnumAttributeType words => words.Values,
            SetAttributeType words => words.Values,
            _ => [],
        };
}
