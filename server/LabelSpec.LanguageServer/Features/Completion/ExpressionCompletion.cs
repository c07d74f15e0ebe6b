using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.LanguageServer.Features.Hover;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>What can stand in an expression: values that are wanted, names in scope, members by type.</summary>
sealed class ExpressionCompletion(CompletionPlace place, ProposalList proposals)
{
    /// <summary>Everything that an expression can begin with.</summary>
    public void OfferStart()
    {
        OfferWanted();
        if (FittingClasses.IsSetClass(place.Before))
            return;
        if (WantedType.Of(place) is EnumType)
        {
            OfferWhatMayBeAValue();
            return;
        }

        proposals.AddWords(SyntaxFacts.WordsAt(WordPosition.ExpressionStart));
        OfferNames();
        proposals.AddAll(place.Guideline.Classes, CompletionItemKind.Class, Ranks.Declared);
    }

    /// <summary>Beside the values of an attribute themselves: what has such a value. Numbers, classes and what is true or false have none.</summary>
    void OfferWhatMayBeAValue()
    {
        proposals.AddWords(SyntaxFacts.WordsAt(WordPosition.ExpressionStart).Where(word => word.Keyword == Keyword.If));
        OfferVariables();
        if (place.Names.Self is { } self)
            OfferAttributes(self);
    }

    /// <summary>Everything that can stand for a value by its name alone.</summary>
    public void OfferNames()
    {
        OfferVariables();
        proposals.Add("dataset", CompletionItemKind.Variable, Ranks.Function, DatasetType.Instance.DisplayName);
        if (place.Names.Self is { } self)
            OfferMembers(self);
        foreach (var let in LetsInReach.At(place))
            proposals.Add(
                let.Name,
                let.Parameters.IsEmpty ? CompletionItemKind.Constant : CompletionItemKind.Function,
                Ranks.Declared,
                SymbolText.SignatureOf(let),
                snippet: let.Parameters.IsEmpty
                    ? null
                    : $"{SyntaxFacts.Quote(let.Name)}({string.Join(", ", let.Parameters.Select((name, i) => $"${{{i + 1}:{name}}}"))})",
                symbol: let
            );
        foreach (var function in FunctionTable.All)
            proposals.Add(
                function.Name,
                CompletionItemKind.Function,
                Ranks.Function,
                function.Display,
                FunctionPage.Of(function),
                $"{function.Name}({string.Join(", ", function.Parameters.Where(p => !p.IsOptional).Select((p, i) => $"${{{i + 1}:{p.Name}}}"))})"
            );
    }

    /// <summary>What a default value can be called beside the values of its type.</summary>
    public void OfferConstants()
    {
        var wanted = WantedType.Of(place);
        proposals.AddAll(
            place.Guideline.Lets.Where(let => let.Parameters.IsEmpty && Fits(let.Type, wanted)),
            CompletionItemKind.Constant,
            Ranks.Declared
        );
    }

    static bool Fits(LabelType? type, LabelType? wanted) =>
        (type, wanted) switch
        {
            (null, _) or (_, null) => true,
            (NumberType one, NumberType other) => one.Unit.IsCompatibleWith(other.Unit),
            (EnumType, _) or (_, EnumType or SetType) => type.GetType() == wanted.GetType(),
            _ => type.Equals(wanted),
        };

    public void OfferVariables()
    {
        foreach (var name in place.Names.Variables)
            proposals.Add(
                name.Name,
                CompletionItemKind.Variable,
                Ranks.Local,
                name.Type.DisplayName,
                symbol: name.Symbol
            );
    }

    public void OfferMembersBehindDot()
    {
        if (WantedType.BeforeDot(place) is not { } target)
            return;
        // A fix sets the class and attributes, and nothing that follows from the shape.
        if (place.Before[2].Keyword == Keyword.Set && target is AnnotationType or ImageType)
            OfferSettable(target);
        else
            OfferMembers(target);
    }

    void OfferSettable(LabelType target)
    {
        OfferAttributes(target);
        if (target is AnnotationType)
            proposals.AddAll([AnnotationMembers.Of(AnnotationMember.Class)]);
    }

    /// <summary>Of a track none: its annotations have them, each its own.</summary>
    void OfferAttributes(LabelType target)
    {
        if (target is TrackType)
            return;
        proposals.AddAll(
            ExpressionTypes.AttributesOf(place.Guideline, target).DistinctBy(attribute => attribute.Name),
            CompletionItemKind.Property,
            Ranks.Attribute
        );
    }

    public void OfferMembers(LabelType target)
    {
        OfferAttributes(target);
        switch (target)
        {
            case AnnotationType annotation:
                var shapes = annotation
                    .Classes.Classes.SelectMany(@class => @class.Shapes)
                    .Select(shape => shape.Kind)
                    .ToHashSet();
                proposals.AddAll(
                    AnnotationMembers.All.Where(member =>
                        member.Shapes.IsEmpty || shapes.Count == 0 || member.Shapes.Any(shapes.Contains)
                    )
                );
                proposals.AddAll(
                    ExpressionTypes.KeypointsOf(annotation.Classes),
                    CompletionItemKind.Field,
                    Ranks.Member
                );
                break;
            case ImageType:
                proposals.AddAll(ImageMembers.All);
                break;
            case TrackType:
                proposals.AddAll(TrackMembers.All);
                break;
            case GroupType:
                proposals.AddAll(GroupMembers.All);
                break;
            case DatasetType:
                proposals.AddAll(DatasetMembers.All);
                break;
            case PointType:
                proposals.AddAll(PointMembers.All);
                break;
        }
    }

    /// <summary>Values of what is compared with or assigned to: they are what people want first.</summary>
    public void OfferWanted()
    {
        switch (WantedType.Of(place))
        {
            case EnumType one:
                OfferValues(one);
                break;
            case SetType { Element: EnumType element }:
                OfferValues(element);
                break;
            case BoolType:
                proposals.Add("true", CompletionItemKind.Value, Ranks.Expected);
                proposals.Add("false", CompletionItemKind.Value, Ranks.Expected);
                break;
            case ClassType:
                proposals.AddAll(FittingClasses.At(place), CompletionItemKind.Class, Ranks.Expected);
                break;
            case ShapeType:
                foreach (var (_, name) in ShapeKinds.All)
                    proposals.Add(name, CompletionItemKind.Value, Ranks.Expected);
                break;
        }
    }

    void OfferValues(EnumType type)
    {
        if (type.Symbols.IsEmpty)
            foreach (var value in type.Values)
                proposals.Add(value, CompletionItemKind.EnumMember, Ranks.Expected);
        proposals.AddAll(type.Symbols, CompletionItemKind.EnumMember, Ranks.Expected);
    }
}
