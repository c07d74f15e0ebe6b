using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Rules;
using AttributeValue = LabelSpec.Annotations.Model.AttributeValue;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>
/// What only somebody who looks at the picture can decide, as a list to choose from: a class for an abstract one, a value for what is
/// missing, that an attribute goes which makes no sense there. No program makes such a choice, so these are actions of editors and no
/// repairs.
/// </summary>
static class Choosing
{
    /// <summary>A longer list is no help.</summary>
    const int MostChoices = 8;

    static readonly string AbstractClass = CheckCatalogue.Find("abstract_class")!.Code;
    static readonly string Missing = CheckCatalogue.Find("required_attribute")!.Code;
    static readonly string MissingOfImage = CheckCatalogue.Find("required_image_attribute")!.Code;

    /// <summary>None for other findings, and where the format cannot write it.</summary>
    public static IEnumerable<(string Title, WorkspaceEdit Edit)> Of(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        Finding finding
    )
    {
        foreach (var (title, change) in ChoicesOf(view, finding))
        {
            var plan = view.Dataset.Edit([change]);
            if (plan.Refused.IsEmpty && !plan.Edits.IsEmpty)
                yield return (
                    title,
                    AnnotationEdits.Of(
                        snapshot,
                        plan.Edits.Select(edit => new FileEdit(
                            view.Dataset.Files[edit.File].Path,
                            edit.Start,
                            edit.End,
                            edit.Text
                        ))
                    )
                );
        }
    }

    static IEnumerable<(string Title, ElementChange Change)> ChoicesOf(AnnotationView view, Finding finding)
    {
        if (finding.Rule == AbstractClass)
            return Classes(view, finding);
        if (finding.Rule == Missing && ElementOf(view, finding) is { Kind: ElementKind.Annotation } annotation)
            return Values(
                annotation,
                view.ClassOf(view.Dataset.Annotations.Categories[annotation.Index])?.Attributes ?? [],
                finding
            );
        if (finding.Rule == MissingOfImage && ElementOf(view, finding) is { Kind: ElementKind.Image } image)
            return Values(image, view.Analysis.Guideline?.ImageAttributes ?? [], finding);
        return
            view.Analysis.Guideline?.Rules.FirstOrDefault(rule => rule.Name == finding.Rule)
                is { Origin: { Attribute: { } attribute } origin }
            ? OfPresence(view, origin.Kind, attribute, finding)
            : [];
    }

    // What an attribute says with `required when` and `only when` is a rule of its own.
    static IEnumerable<(string, ElementChange)> OfPresence(
        AnnotationView view,
        RuleOriginKind origin,
        AttributeSymbol attribute,
        Finding finding
    )
    {
        if (ElementOf(view, finding) is not { } element)
            return [];
        return origin switch
        {
            RuleOriginKind.RequiredWhen => Values(element, attribute),
            RuleOriginKind.OnlyWhen =>
            [
                ($"Remove {attribute.Label}", new ElementChange.SetAttribute(element, attribute.Label, null)),
            ],
            _ => [],
        };
    }

    static IEnumerable<(string, ElementChange)> Classes(AnnotationView view, Finding finding)
    {
        if (
            ElementOf(view, finding) is not { Kind: ElementKind.Annotation } annotation
            || view.ClassOf(view.Dataset.Annotations.Categories[annotation.Index]) is not { } symbol
            || symbol.ConcreteDescendants.Classes is not { Length: <= MostChoices } choices
        )
            return [];
        return choices.Select(one =>
            ($"Change the class to {one.Label}", (ElementChange)new ElementChange.SetCategory(annotation, one.Label))
        );
    }

    static IEnumerable<(string, ElementChange)> Values(
        Element element,
        IEnumerable<AttributeSymbol> attributes,
        Finding finding
    )
    {
        var name = finding.TextOf("attribute");
        return attributes.FirstOrDefault(one => one.Name == name) is { } attribute ? Values(element, attribute) : [];
    }

    static IEnumerable<(string, ElementChange)> Values(Element element, AttributeSymbol attribute)
    {
        IReadOnlyList<AttributeValue> values = attribute.Type switch
        {
            BoolAttributeType => [AttributeValue.Of(true), AttributeValue.Of(false)],
            EnumAttributeType { Values.Length: <= MostChoices } words =>
            [
                .. words.Values.Select(word => AttributeValue.Of(word.Label)),
            ],
            _ => [],
        };
        return values.Select(value =>
            (
                $"Set {attribute.Label} to {value}",
                (ElementChange)new ElementChange.SetAttribute(element, attribute.Label, value)
            )
        );
    }

    static Element? ElementOf(AnnotationView view, Finding finding) => view.ElementAt(finding.Location.Start);
}
