using LabelSpec.LanguageServer.Features.Completion;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>The page of a symbol: how it is written, what the handbook says about it, and what follows from it.</summary>
static class SymbolPage
{
    /// <param name="data">What the data says about it; null where it says nothing.</param>
    public static string Of(Guideline guideline, Symbol symbol, string? data = null)
    {
        var page = new PageWriter()
            .Code(SymbolText.SignatureOf(symbol))
            .Paragraph(data is null ? null : $"**{data}**")
            .Paragraph(symbol.Documentation);
        switch (symbol)
        {
            case ClassSymbol @class:
                ClassPage.Write(page, guideline, @class);
                break;
            case AttributeSymbol attribute:
                WriteAttribute(page, attribute);
                break;
            case RuleSymbol rule:
                RulePage.Write(page, rule);
                ClassPage.WriteExamples(page, rule.Examples, rule.Counterexamples, rule.Span.File.Path);
                break;
            case EnumValueSymbol value:
                page.Paragraph(OwnerOf(guideline, value));
                break;
            case LetSymbol let:
                page.Code(let.Span.Text.Trim());
                break;
            case SkeletonSymbol skeleton:
                page.Paragraph(
                    "Points, in order: " + string.Join(", ", skeleton.Points.Select(point => $"`{point.Name}`"))
                );
                break;
            case CaseSymbol @case:
                foreach (var prose in @case.Prose)
                    page.Paragraph(prose);
                ClassPage.WriteExamples(page, @case.Examples, @case.Counterexamples, @case.Span.File.Path);
                break;
        }

        return page.ToString();
    }

    static string? OwnerOf(Guideline guideline, EnumValueSymbol value) =>
        guideline
            .Classes.SelectMany(@class => @class.OwnAttributes)
            .Concat(guideline.ImageAttributes)
            .FirstOrDefault(attribute => ExpressionTypes.ValuesOf(attribute).Contains(value))
            is { } owner
            ? $"A value of `{owner.Name}`{(owner.DeclaredIn is { } @class ? $" of `{@class.Name}`" : " of the image")}."
            : null;

    static void WriteAttribute(PageWriter page, AttributeSymbol attribute)
    {
        if (attribute.DeclaredIn is { } owner)
            page.Paragraph($"Of `{owner.Name}`.");
        if (attribute.Default is { } value)
            page.Paragraph($"`{value}` where it is absent.");
        if (attribute.RequiredWhen is { } required)
            page.Paragraph($"Required when `{required.Span.Text}`.");
        if (attribute.OnlyWhen is { } only)
            page.Paragraph($"Only when `{only.Span.Text}`.");
        page.List(
            ExpressionTypes
                .ValuesOf(attribute)
                .Where(symbol => symbol.Documentation is not null)
                .Select(symbol => $"`{symbol.Name}`: {PageWriter.FirstLine(symbol.Documentation)}")
        );
        page.List(attribute.Includes.Select(include => $"✓ {include.Text}"));
        page.List(attribute.Excludes.Select(exclude => $"✗ {exclude.Text}"));
        ClassPage.WriteExamples(page, attribute.Examples, attribute.Counterexamples, attribute.Span.File.Path);
    }
}
