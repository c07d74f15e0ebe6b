using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Symbols.Scenes;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>Symbols in one line, as a guideline would write them.</summary>
static class SymbolText
{
    public static string SignatureOf(Symbol symbol) =>
        symbol switch
        {
            ClassSymbol @class => ClassSignature(@class),
            AttributeSymbol attribute => AttributeSignature(attribute),
            EnumValueSymbol value => value.Label == value.Name ? value.Name : $"{value.Name} \"{value.Label}\"",
            LetSymbol let => let.Parameters.IsEmpty
                ? $"let {let.Name}{TypeSuffix(let)}"
                : $"let {let.Name}({string.Join(", ", let.Parameters)}){TypeSuffix(let)}",
            RuleSymbol rule => $"rule {rule.Name}: {SeverityText(rule.Severity)}",
            SkeletonSymbol skeleton => $"skeleton {skeleton.Name}: {skeleton.Points.Length} points",
            KeypointSymbol keypoint => $"point {keypoint.Name}",
            VariableSymbol variable => $"{variable.Name}: {variable.Type.DisplayName}",
            CaseSymbol @case => $"case {@case.Name}",
            TestSymbol test => $"test \"{test.Name}\"",
            _ => symbol.Name,
        };

    public static string SeverityText(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Info => "info",
            Severity.Hint => "hint",
            _ => "off",
        };

    static string TypeSuffix(LetSymbol let) => let.Type is { IsError: false } type ? $": {type.DisplayName}" : "";

    static string ClassSignature(ClassSymbol @class) =>
        (@class.IsAbstract ? "abstract " : "")
        + (@class.IsIgnore ? "ignore " : "")
        + $"class {@class.Name}"
        + (@class.HasOwnLabel ? $" \"{@class.Label}\"" : "")
        + (@class.Parents.IsEmpty ? "" : $" extends {string.Join(", ", @class.Parents)}");

    static string AttributeSignature(AttributeSymbol attribute) =>
        $"attribute {attribute.Name}"
        + (attribute.Label == attribute.Name ? "" : $" \"{attribute.Label}\"")
        + $": {attribute.Type}"
        + (attribute.IsRequired ? " required" : "")
        + (attribute.IsConstant ? " constant" : "");
}
