using System.Collections.Immutable;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Hover;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
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
        if (UnitCompletion.At(place) is { } started)
            return started;
        if (FreshValues.ColorBehindHash(place) is { } colors)
            return colors;
        var expected = analysis.Tree.ExpectationsAt(offset);
        var completion = new GuidelineCompletion(place with { Typed = expected.Typed }, words);
        completion.Offer(expected);
        var units = UnitCompletion.Behind(completion._place);
        // A word straight behind a number would become its unit.
        return units.Count == 0
            ? completion._proposals.All
            : [.. units, .. completion._proposals.All.Select(proposal => proposal.BehindBlank())];
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
        _proposals.AddWords(expected.Words.Select(AsClause));
        foreach (var part in expected.Parts)
            OfferPart(part);
    }

    /// <summary>Within a member `when` is followed by a condition, and not by a block of rules.</summary>
    WordFact AsClause(WordFact word) =>
        word.Keyword == Keyword.When
        && _place.Before is var before
        && before.OpenBraceBefore(0) is not null
        && before[before.Count - 1].Keyword != Keyword.When
            ? new WordFact(Keyword.When, "when EXPR", "Under which condition it holds.")
            : word;

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
            case ExpectedPart.Unit:
                // A percent sign is written straight behind a number.
                foreach (var unit in SyntaxFacts.Units.Where(SyntaxFacts.IsPlainName))
                    _proposals.Add(unit, CompletionItemKind.Unit, Ranks.Expected);
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
                OfferKeypoints();
                break;
            case ExpectedPart.Rule:
                if (_place.Before[0].Keyword == Keyword.Expect)
                    _proposals.Add("nothing", CompletionItemKind.Keyword, Ranks.Word);
                OfferRules();
                OfferChecks(Ranks.Function);
                break;
            case ExpectedPart.Check:
                OfferChecks(Ranks.Expected);
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
                OfferHeader();
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
        foreach (var @class in FittingClasses.At(_place))
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
        if (SceneBlock.Around(_place) is not { } block)
            return false;
        if (block.Assigned is not null)
        {
            _expressions.OfferWanted();
            // What an attribute refers to is another annotation of the test.
            if (block.Attributes.Any(one => one.Name == block.Assigned && one.Type is RefAttributeType))
                OfferSceneNames();
            return true;
        }

        OfferAttributes();
        if (block.HoldsAnnotations)
            OfferContentOfImage();
        else
            OfferStored(SceneMembers.All.Select(member => AnnotationMembers.Of(member.Member)));
        return !block.HoldsAnnotations;
    }

    void OfferStored(IEnumerable<MemberInfo<AnnotationMember>> members)
    {
        foreach (var member in members)
            _proposals.Add(
                member.Name,
                CompletionItemKind.Field,
                Ranks.Member,
                member.Type.DisplayName,
                MemberPage.Of(member),
                $"{member.Name} = $0"
            );
    }

    /// <summary>An image of a test holds its annotations, too.</summary>
    void OfferContentOfImage()
    {
        _proposals.Add(
            SceneMembers.ImageTags,
            CompletionItemKind.Field,
            Ranks.Member,
            "words",
            "Words that a data set gives to its images.",
            $"{SceneMembers.ImageTags} = ($0)"
        );
        _proposals.AddAll(FittingClasses.At(_place), CompletionItemKind.Class, Ranks.Attribute);
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

    /// <summary>No point is joined with itself, and none changes places with itself.</summary>
    void OfferKeypoints()
    {
        var partner = _place.Before[0].Kind is TokenKind.Minus or TokenKind.BothWays ? _place.Before.TextOf(1) : null;
        _proposals.AddAll(
            AttributesInReach.KeypointsOf(_place).Where(point => point.Name != partner),
            CompletionItemKind.Field,
            Ranks.Expected
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

    /// <summary>The names of annotations and tracks; those of broken ones, too, which are not in the tree.</summary>
    void OfferSceneNames()
    {
        var segment = _place.Before.Segment;
        for (var i = 0; i + 1 < segment.Tokens.Length; i++)
            if (
                segment.Tokens[i].Kind is TokenKind.Word or TokenKind.QuotedName
                && segment.Tokens[i + 1].Kind == TokenKind.Colon
            )
                _proposals.Add(
                    segment.TextOf(segment.Tokens[i]).ToString().Trim('`'),
                    CompletionItemKind.Variable,
                    Ranks.Expected
                );
    }

    /// <summary>What the header can say, and does not yet.</summary>
    void OfferHeader()
    {
        var before = _place.Before;
        if (before.OpenBraceBefore(0) is null || before[before.Count - 1].Keyword != Keyword.Guideline)
            return;
        var segment = before.Segment;
        foreach (var property in HeaderProperties.All)
            if (
                !segment.Tokens.Any(token =>
                    token.Kind == TokenKind.Word && segment.TextOf(token).SequenceEqual(property)
                )
            )
                _proposals.Add(property, CompletionItemKind.Property, Ranks.Expected, snippet: $"{property} \"$0\"");
    }

    /// <summary>Those, too, that have no meaning yet, as over an abstract class that nothing extends.</summary>
    void OfferRules()
    {
        _proposals.AddAll(_place.Guideline.Rules, CompletionItemKind.Event, Ranks.Expected);
        var known = _place.Guideline.Rules.Select(rule => rule.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in _place.Tree.Declarations.OfType<RuleDeclaration>())
            if (!rule.Name.IsMissing && known.Add(rule.Name.Value))
                _proposals.Add(rule.Name.Value, CompletionItemKind.Event, Ranks.Expected);
    }

    /// <summary>The built-in checks, by name and by code.</summary>
    void OfferChecks(int rank)
    {
        foreach (var check in CheckCatalogue.All)
        {
            _proposals.Add(check.Name, CompletionItemKind.Constant, rank, $"{check.Code} {check.Title}");
            _proposals.Add(check.Code, CompletionItemKind.Constant, rank + 1, $"{check.Name}: {check.Title}");
        }
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
