using System.Collections.Immutable;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// What can be written at a place of a guideline. The grammar says which kinds of things the parsers would take there;
/// this turns kinds into names: variables in scope, members by type, values that are compared with, classes, files.
/// </summary>
sealed class GuidelineCompletion
{
    readonly CompletionPlace _place;
    readonly ProposalList _proposals;
    readonly ExpressionCompletion _expressions;
    readonly DataLabelCompletion _labels;
    readonly Lazy<IReadOnlyList<DataWords>> _words;

    GuidelineCompletion(CompletionPlace place, Func<IReadOnlyList<DataWords>> words)
    {
        _place = place;
        _words = new Lazy<IReadOnlyList<DataWords>>(words);
        _proposals = new ProposalList(place.Typed);
        _expressions = new ExpressionCompletion(place, _proposals);
        _labels = new DataLabelCompletion(place, _proposals, () => _words.Value);
    }

    /// <param name="words">The words of the data that the guideline judges; asked for only where they can be offered.</param>
    public static IReadOnlyList<Proposal> At(
        GuidelineAnalysis analysis,
        int offset,
        Func<IReadOnlyList<DataWords>> words
    )
    {
        var place = CompletionPlace.At(analysis, offset);
        if (StringCompletion.At(analysis, place.Path, offset) is { } inString)
            return InString(place, inString, words);
        if (UnitCompletion.At(analysis.Text, offset) is { } units)
            return units;
        var expected = analysis.Tree.ExpectationsAt(offset);
        var completion = new GuidelineCompletion(place with { Typed = expected.Typed }, words);
        completion.Offer(expected);
        return [.. UnitCompletion.Behind(analysis.Text, offset), .. completion._proposals.All];
    }

    static IReadOnlyList<Proposal> InString(
        CompletionPlace place,
        StringCompletion text,
        Func<IReadOnlyList<DataWords>> words
    )
    {
        if (text.Expression is { } expression)
        {
            var message = new GuidelineCompletion(place with { Typed = expression.Typed }, words);
            if (expression.Target is { } target)
                message._expressions.OfferMembers(target);
            else
                message._expressions.OfferNames();
            return message._proposals.All;
        }

        if (text.Label is not { } label)
            return text.Proposals;
        var completion = new GuidelineCompletion(place with { Typed = label.Typed }, words);
        completion._labels.OfferLabels(label.Behind);
        return completion._proposals.All;
    }

    void Offer(SyntaxExpectations expected)
    {
        if (OfferAssignments())
            return;
        _proposals.AddWords(expected.Words);
        foreach (var part in expected.Parts)
            OfferPart(part);
    }

    void OfferPart(ExpectedPart part)
    {
        switch (part)
        {
            case ExpectedPart.Type:
                _proposals.AddWords(SyntaxFacts.WordsAt(WordPosition.AttributeType));
                _labels.OfferValues();
                break;
            case ExpectedPart.Shape:
            case ExpectedPart.Geometry:
                _proposals.AddWords(SyntaxFacts.WordsAt(WordPosition.Shape));
                break;
            case ExpectedPart.Operator:
                _proposals.AddWords(SyntaxFacts.WordsAt(WordPosition.Operator));
                break;
            case ExpectedPart.Expression:
                _expressions.OfferStart();
                break;
            case ExpectedPart.Default:
                _expressions.OfferWanted();
                _expressions.OfferConstants();
                break;
            case ExpectedPart.Member:
                _expressions.OfferMembersBehindDot();
                break;
            case ExpectedPart.Class:
                OfferClasses();
                break;
            case ExpectedPart.Times:
                _proposals.Add("x", CompletionItemKind.Keyword, Ranks.Expected);
                break;
            case ExpectedPart.Attribute:
                OfferAttributes();
                break;
            case ExpectedPart.Value:
            case ExpectedPart.Replacement:
                OfferReplacements(part);
                break;
            case ExpectedPart.Skeleton:
                _proposals.AddAll(_place.Guideline.Skeletons, CompletionItemKind.Struct, Ranks.Expected);
                break;
            case ExpectedPart.Keypoint:
                _proposals.AddAll(AttributesInReach.KeypointsOf(_place), CompletionItemKind.Field, Ranks.Expected);
                break;
            case ExpectedPart.Rule:
                if (_place.Before[0].Keyword == Keyword.Expect)
                    _proposals.Add("nothing", CompletionItemKind.Keyword, Ranks.Word);
                _proposals.AddAll(_place.Guideline.Rules, CompletionItemKind.Event, Ranks.Expected);
                break;
            case ExpectedPart.Check:
                foreach (var check in CheckCatalogue.All)
                {
                    _proposals.Add(
                        check.Name,
                        CompletionItemKind.Constant,
                        Ranks.Expected,
                        $"{check.Code} {check.Title}"
                    );
                    _proposals.Add(
                        check.Code,
                        CompletionItemKind.Constant,
                        Ranks.Declared,
                        $"{check.Name}: {check.Title}"
                    );
                }

                break;
            case ExpectedPart.Annotation:
                OfferSceneNames();
                break;
            case ExpectedPart.Variable:
                _expressions.OfferVariables();
                break;
            case ExpectedPart.Metric:
                foreach (var metric in Metrics())
                    _proposals.Add(
                        metric.Name,
                        CompletionItemKind.Property,
                        Ranks.Expected,
                        null,
                        metric.Documentation
                    );
                break;
            case ExpectedPart.Other:
                OfferSettings();
                _labels.OfferNewNames();
                FreshValues.Offer(_place, _proposals);
                break;
        }
    }

    ImmutableArray<QualityMetric> Metrics()
    {
        var before = _place.Before;
        var distance = 0;
        while (before[distance].Kind is not (TokenKind.EndOfSegment or TokenKind.OpenBrace))
            switch (before[distance++].Keyword)
            {
                case Keyword.Match:
                    return QualityMetrics.Matching;
                case Keyword.Accept:
                    return QualityMetrics.Acceptance;
                case Keyword.Agreement:
                    return QualityMetrics.Agreement;
            }

        return [];
    }

    /// <summary>The classes, each with how often the data has it.</summary>
    void OfferClasses()
    {
        foreach (var @class in _place.Guideline.Classes.Where(@class => @class.Name.Length > 0))
        {
            var count = DataLabelCompletion.CountOf(_place, @class, _words.Value);
            var signature = SymbolText.SignatureOf(@class);
            _proposals.Add(
                @class.Name,
                CompletionItemKind.Class,
                Ranks.Expected,
                count is null ? signature : $"{signature} · {count}",
                symbol: @class
            );
        }
    }

    /// <summary>In the block of an annotation or image of a scene, or of an example: attributes and their values.</summary>
    bool OfferAssignments()
    {
        var owner = _place.Path.OfType<Member>().LastOrDefault(member => member is not AssignmentMember);
        if (
            owner is not (SceneAnnotation or SceneImage or TrackFrame or ExampleMember)
            || _place.Path.OfType<MemberBlock>().LastOrDefault() is not { } block
            || !_place.Tree.SpanOf(owner).Contains(_place.Tree.SpanOf(block))
        )
            return false;
        if (_place.Before[0].Kind == TokenKind.Equals)
        {
            _expressions.OfferWanted();
            return true;
        }

        OfferAttributes();
        // An image of a scene holds its annotations, too.
        if (owner is SceneImage)
            _proposals.AddAll(_place.Guideline.Classes, CompletionItemKind.Class, Ranks.Attribute);
        return true;
    }

    void OfferAttributes()
    {
        var isAssigned = _place
            .Path.OfType<Member>()
            .Any(member => member is SceneAnnotation or SceneImage or ExampleMember or TrackFrame);
        foreach (var attribute in AttributesInReach.Of(_place).DistinctBy(attribute => attribute.Name))
            _proposals.Add(
                attribute.Name,
                CompletionItemKind.Property,
                Ranks.Expected,
                attribute.Type.ToString(),
                symbol: attribute,
                snippet: isAssigned ? $"{SyntaxFacts.Quote(attribute.Name)} = $0" : null
            );
    }

    void OfferReplacements(ExpectedPart part)
    {
        if (part == ExpectedPart.Replacement)
            OfferClasses();
        else
            _labels.OfferValues();
        if (_place.Path.OfType<AttributeMember>().FirstOrDefault() is { } declared)
            _proposals.AddAll(
                AttributesInReach
                    .Of(_place)
                    .Where(attribute => attribute.Name == declared.Name.Value)
                    .SelectMany(ExpressionTypes.ValuesOf),
                CompletionItemKind.EnumMember,
                Ranks.Local
            );
    }

    void OfferSceneNames()
    {
        if (_place.Path.OfType<TestDeclaration>().FirstOrDefault() is { } test)
            foreach (var (name, _) in SceneNames.In(test).Where(found => found.IsDeclaration))
                _proposals.Add(name.Value, CompletionItemKind.Variable, Ranks.Expected);
    }

    /// <summary>The settings of the check that is tuned here.</summary>
    void OfferSettings()
    {
        if (
            _place.Path.OfType<CheckDeclaration>().FirstOrDefault() is not { Body: { } body } declaration
            || !_place.Tree.SpanOf(body).Touches(_place.Offset)
            || CheckCatalogue.Find(declaration.Name.Value) is not { } check
        )
            return;
        foreach (var parameter in check.Parameters)
            _proposals.Add(parameter.Name, CompletionItemKind.Property, Ranks.Expected);
    }
}
