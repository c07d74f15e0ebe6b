using LabelSpec.Engine.Migration;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.CodeActions;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>Changes what annotation files are to call a class, an attribute or a value.</summary>
static class LabelRename
{
    public static RenameResult Of(
        WorkspaceSnapshot snapshot,
        GuidelineAnalysis analysis,
        DataLabel label,
        string newName
    )
    {
        if (label.Text == newName)
            return new RenameResult([], null);
        return label.Owner switch
        {
            ClassDeclaration declaration => OfClass(analysis, declaration, label, newName),
            AliasMember => OfAlias(analysis, label, newName),
            AttributeMember attribute => OfAttribute(snapshot, analysis, attribute, label, newName),
            EnumValue value => OfValue(analysis, value, label, newName),
            _ => RenameResult.Refuse("There is nothing here that has a name."),
        };
    }

    static RenameResult OfClass(
        GuidelineAnalysis analysis,
        ClassDeclaration declaration,
        DataLabel label,
        string newName
    )
    {
        var guideline = analysis.Compilation.Guideline;
        if (guideline.FindClassByLabel(newName) is { } taken && taken.Name != declaration.Name.Value)
            return Taken(taken.Name, newName);
        var since = guideline.Version.Length > 0 ? $" since \"{guideline.Version}\"" : "";
        var replaces = $"replaces \"{label.Text}\"{since}";
        return new RenameResult(
            [
                (analysis.Path, label.Span, newName),
                declaration.Body is { } body
                    ? (
                        analysis.Path,
                        new TextSpan(analysis.Tree.SpanOf(body).Start + 1, 0),
                        NewMember.First(analysis.Tree, body) + replaces
                    )
                    : (analysis.Path, new TextSpan(analysis.Tree.SpanOf(declaration).End, 0), $" {{ {replaces} }}"),
            ],
            null
        )
        {
            Data = [new LabelChange.OfClass(label.Text, newName)],
        };
    }

    static RenameResult OfAlias(GuidelineAnalysis analysis, DataLabel label, string newName) =>
        analysis.Compilation.Guideline.FindClassByLabel(newName) is { } taken
            ? Taken(taken.Name, newName)
            : new RenameResult([(analysis.Path, label.Span, newName)], null)
            {
                Data = [new LabelChange.OfClass(label.Text, newName)],
            };

    /// <summary>With the attributes of other classes that tighten it, as they have one label.</summary>
    static RenameResult OfAttribute(
        WorkspaceSnapshot snapshot,
        GuidelineAnalysis analysis,
        AttributeMember member,
        DataLabel label,
        string newName
    )
    {
        var guideline = analysis.Compilation.Guideline;
        var symbol = Attributes(guideline).FirstOrDefault(attribute => IsAt(analysis, attribute, member.Name));
        if (symbol is null)
            return RenameResult.Refuse("The attribute was not understood; correct its errors first.");
        if (
            symbol.DeclaredIn is { } owner
            && owner.Attributes.FirstOrDefault(other => other.Label == newName && other.Name != symbol.Name)
                is { } taken
        )
            return Taken(taken.Name, newName);
        var edits = new List<(string, TextSpan, string)>();
        foreach (var related in GuidelineRename.Related(snapshot, [symbol]).DistinctBy(one => one.NameSpan))
            if (
                snapshot.Guidelines().TreeOf(related.NameSpan.File.Path) is { } tree
                && tree.PathAt(related.NameSpan.Start).OfType<AttributeMember>().LastOrDefault()
                    is { DatasetLabel: { } own }
                && own.Value == label.Text
            )
                edits.Add(
                    (
                        related.NameSpan.File.Path,
                        new TextSpan(tree.SpanOf(own).Start + 1, tree.SpanOf(own).Length - 2),
                        newName
                    )
                );
        return new RenameResult(edits, null) { Data = Changes(guideline, symbol, label.Text, newName) };
    }

    static RenameResult OfValue(GuidelineAnalysis analysis, EnumValue value, DataLabel label, string newName)
    {
        var guideline = analysis.Compilation.Guideline;
        var symbol = Attributes(guideline).SelectMany(ValuesOf).FirstOrDefault(one => IsAt(analysis, one, value.Name));
        return symbol is null
            ? RenameResult.Refuse("The value was not understood; correct the errors of its attribute first.")
            : new RenameResult([(analysis.Path, label.Span, newName)], null)
            {
                Data = Changes(guideline, symbol, label.Text, newName),
            };
    }

    static System.Collections.Immutable.ImmutableArray<LabelChange> Changes(
        Guideline guideline,
        Symbol symbol,
        string old,
        string newName
    ) => [.. DataWord.Of(guideline, symbol).Select(word => word.ChangeTo(old, newName))];

    static IEnumerable<AttributeSymbol> Attributes(Guideline guideline) =>
        guideline.Classes.SelectMany(@class => @class.OwnAttributes).Concat(guideline.ImageAttributes);

    static IEnumerable<EnumValueSymbol> ValuesOf(AttributeSymbol attribute) =>
        attribute.Type switch
        {
            EnumAttributeType one => one.Values,
            SetAttributeType set => set.Values,
            _ => [],
        };

    static bool IsAt(GuidelineAnalysis analysis, Symbol symbol, Name name) =>
        symbol.NameSpan.File.Path == analysis.Path && symbol.NameSpan.Start == analysis.Tree.SpanOf(name).Start;

    static RenameResult Taken(string by, string newName) =>
        RenameResult.Refuse($"{by} is called \"{newName}\" in annotation files already.");
}
