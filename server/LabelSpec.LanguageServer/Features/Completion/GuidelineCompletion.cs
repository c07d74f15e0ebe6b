using System.Collections.Immutable;
using LabelSpec.Engine.Checks;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Hover;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// What can be written at a place of a guideline. The grammar says which kinds of things the parsers would take there;
/// this turns kinds into names: variables in scope, members by type, values that are compared with, classes, files.
/// </summary>
sealed class GuidelineCompletion
{
    /// <summary>What is offered before what.</summary>
    static class Ranks
    {
        public const int Expected = 0;
        public const int Local = 1;
        public const int Attribute = 2;
        public const int Member = 3;
        public const int Declared = 4;
        public const int Function = 5;
        public const int Word = 6;
    }

    readonly GuidelineAnalysis _analysis;
    readonly int _offset;
    readonly IReadOnlyList<SyntaxNode> _path;
    readonly List<Proposal> _proposals = [];
    TextSpan _typed;

    GuidelineCompletion(GuidelineAnalysis analysis, int offset)
    {
        _analysis = analysis;
        _offset = offset;
        _path = analysis.Tree.PathAt(offset);
        _typed = new TextSpan(offset, 0);
    }

    Guideline Guideline => _analysis.Compilation.Guideline;

    public static IReadOnlyList<Proposal> At(GuidelineAnalysis analysis, int offset)
    {
        var completion = new GuidelineCompletion(analysis, offset);
        completion.Collect();
        return [.. completion._proposals.DistinctBy(proposal => (proposal.Label, proposal.Kind))];
    }

    void Collect()
    {
        if (StringCompletion.At(_analysis, _path, _offset) is { } inString)
        {
            _proposals.AddRange(inString.Files);
            if (inString.Expression is { } expression)
            {
                _typed = expression.Typed;
                if (expression.Target is { } target)
                    OfferMembers(target);
                else
                    OfferNames();
            }

            return;
        }

        if (OfferUnits())
            return;
        var expected = _analysis.Tree.ExpectationsAt(_offset);
        _typed = expected.Typed;
        if (OfferAssignments())
            return;
        Offer(expected.Words);
        foreach (var part in expected.Parts)
            OfferPart(part);
    }

    /// <summary>In the block of an annotation or image of a scene, or of an example: attributes and their values.</summary>
    bool OfferAssignments()
    {
        var owner = _path.OfType<Member>().LastOrDefault(member => member is not AssignmentMember);
        if (
            owner is not (SceneAnnotation or SceneImage or TrackFrame or ExampleMember)
            || _path.OfType<MemberBlock>().LastOrDefault() is not { } block
            || !_analysis.Tree.SpanOf(owner).Contains(_analysis.Tree.SpanOf(block))
        )
            return false;
        var before = new TokensBefore(_analysis.Tree, _typed.Start)[0].Kind;
        if (before == TokenKind.Equals)
            OfferExpected();
        else
            OfferAttributes();
        return true;
    }

    /// <summary>The declaration that the cursor is in, or that it is about to continue.</summary>
    Declaration? DeclarationBefore() =>
        _path.OfType<Declaration>().FirstOrDefault()
        ?? _analysis.Tree.Declarations.LastOrDefault(declaration => _analysis.Tree.SpanOf(declaration).Start < _offset);

    void OfferPart(ExpectedPart part)
    {
        switch (part)
        {
            case ExpectedPart.Type:
                Offer(SyntaxFacts.WordsAt(WordPosition.AttributeType));
                break;
            case ExpectedPart.Shape:
            case ExpectedPart.Geometry:
                Offer(SyntaxFacts.WordsAt(WordPosition.Shape));
                break;
            case ExpectedPart.Operator:
                Offer(SyntaxFacts.WordsAt(WordPosition.Operator));
                break;
            case ExpectedPart.Expression:
                OfferExpected();
                Offer(SyntaxFacts.WordsAt(WordPosition.ExpressionStart));
                OfferNames();
                foreach (var @class in Guideline.Classes)
                    Offer(@class, CompletionItemKind.Class, Ranks.Declared);
                break;
            case ExpectedPart.Member:
                if (TypeBeforeDot() is { } target)
                    OfferMembers(target);
                break;
            case ExpectedPart.Class:
                if (
                    DeclarationBefore()
                    is RuleDeclaration
                        or WhenDeclaration
                        or OverlapDeclaration
                        or LetDeclaration
                        or QualityDeclaration
                        or ErrorDeclaration { Keyword: "overlap" or "rule" or "let" }
                )
                    Offer(SyntaxFacts.WordsAt(WordPosition.ClassSet));
                foreach (var @class in Guideline.Classes)
                    Offer(@class, CompletionItemKind.Class, Ranks.Expected);
                break;
            case ExpectedPart.Attribute:
                OfferAttributes();
                break;
            case ExpectedPart.Value:
            case ExpectedPart.Replacement:
                OfferReplacements(part);
                break;
            case ExpectedPart.Skeleton:
                foreach (var skeleton in Guideline.Skeletons)
                    Offer(skeleton, CompletionItemKind.Struct, Ranks.Expected);
                break;
            case ExpectedPart.Keypoint:
                foreach (var point in KeypointsHere())
                    Offer(point, CompletionItemKind.Field, Ranks.Expected);
                break;
            case ExpectedPart.Rule:
                if (new TokensBefore(_analysis.Tree, _typed.Start)[0].Keyword == Keyword.Expect)
                    Offer("nothing", CompletionItemKind.Keyword, Ranks.Word);
                foreach (var rule in Guideline.Rules.Where(rule => rule.Name.Length > 0))
                    Offer(rule, CompletionItemKind.Event, Ranks.Expected);
                break;
            case ExpectedPart.Check:
                foreach (var check in CheckCatalogue.All)
                {
                    Offer(check.Name, CompletionItemKind.Constant, Ranks.Expected, $"{check.Code} {check.Title}");
                    Offer(check.Code, CompletionItemKind.Constant, Ranks.Declared, $"{check.Name}: {check.Title}");
                }

                break;
            case ExpectedPart.Annotation:
                OfferSceneNames();
                break;
            case ExpectedPart.Variable:
                OfferVariables();
                break;
            case ExpectedPart.Metric:
                foreach (var metric in Metrics())
                    Offer(metric.Name, CompletionItemKind.Property, Ranks.Expected, null, metric.Documentation);
                break;
            case ExpectedPart.Other:
                OfferSettings();
                break;
        }
    }

    ImmutableArray<QualityMetric> Metrics() =>
        _path.OfType<Member>().LastOrDefault() switch
        {
            MatchMember => QualityMetrics.Matching,
            AgreementMember => QualityMetrics.Agreement,
            AcceptMember => QualityMetrics.Acceptance,
            _ => [.. QualityMetrics.Acceptance, .. QualityMetrics.Matching, .. QualityMetrics.Agreement],
        };

    /// <summary>Everything that can stand for a value by its name alone.</summary>
    void OfferNames()
    {
        OfferVariables();
        if (_analysis.Compilation.Index.SelfAt(_analysis.File, _offset) is { } self)
            OfferMembers(self.Type);
        foreach (var let in Guideline.Lets)
            Offer(
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
            Offer(
                function.Name,
                CompletionItemKind.Function,
                Ranks.Function,
                function.Display,
                FunctionPage.Of(function),
                $"{function.Name}({string.Join(", ", function.Parameters.Where(p => !p.IsOptional).Select((p, i) => $"${{{i + 1}:{p.Name}}}"))})"
            );
    }

    void OfferVariables()
    {
        foreach (var name in _analysis.Compilation.Index.NamesAt(_analysis.File, _offset))
            Offer(name.Name, CompletionItemKind.Variable, Ranks.Local, name.Type.DisplayName, symbol: name.Symbol);
    }

    void OfferMembers(LabelType target)
    {
        foreach (
            var attribute in ExpressionTypes.AttributesOf(Guideline, target).DistinctBy(attribute => attribute.Name)
        )
            Offer(attribute, CompletionItemKind.Property, Ranks.Attribute);
        switch (target)
        {
            case AnnotationType annotation:
                var shapes = annotation
                    .Classes.Classes.SelectMany(@class => @class.Shapes)
                    .Select(shape => shape.Kind)
                    .ToHashSet();
                foreach (var member in AnnotationMembers.All)
                    if (member.Shapes.IsEmpty || shapes.Count == 0 || member.Shapes.Any(shapes.Contains))
                        Offer(member);
                foreach (var point in ExpressionTypes.KeypointsOf(annotation.Classes))
                    Offer(point, CompletionItemKind.Field, Ranks.Member);
                break;
            case ImageType:
                OfferAll(ImageMembers.All);
                break;
            case TrackType:
                OfferAll(TrackMembers.All);
                break;
            case GroupType:
                OfferAll(GroupMembers.All);
                break;
            case DatasetType:
                OfferAll(DatasetMembers.All);
                break;
            case PointType:
                OfferAll(PointMembers.All);
                break;
        }
    }

    void OfferAll<TMember>(IEnumerable<MemberInfo<TMember>> members)
        where TMember : struct, Enum
    {
        foreach (var member in members)
            Offer(member);
    }

    void Offer<TMember>(MemberInfo<TMember> member)
        where TMember : struct, Enum =>
        Offer(member.Name, CompletionItemKind.Field, Ranks.Member, member.Type.DisplayName, MemberPage.Of(member));

    /// <summary>Values of what is compared with or assigned to: they are what people want first.</summary>
    void OfferExpected()
    {
        switch (TypeWanted())
        {
            case EnumType one:
                OfferValues(one);
                break;
            case SetType { Element: EnumType element }:
                OfferValues(element);
                break;
            case BoolType:
                Offer("true", CompletionItemKind.Value, Ranks.Expected);
                Offer("false", CompletionItemKind.Value, Ranks.Expected);
                break;
            case ClassType:
                foreach (var @class in Guideline.Classes)
                    Offer(@class, CompletionItemKind.Class, Ranks.Expected);
                break;
            case ShapeType:
                foreach (var (_, name) in ShapeKinds.All)
                    Offer(name, CompletionItemKind.Value, Ranks.Expected);
                break;
        }
    }

    void OfferValues(EnumType type)
    {
        if (type.Symbols.IsEmpty)
            foreach (var value in type.Values)
                Offer(value, CompletionItemKind.EnumMember, Ranks.Expected);
        foreach (var value in type.Symbols)
            Offer(value, CompletionItemKind.EnumMember, Ranks.Expected);
    }

    /// <summary>The type of what stands before `==`, `!=`, `in (` or `=`.</summary>
    LabelType? TypeWanted()
    {
        var tokens = new TokensBefore(_analysis.Tree, _typed.Start);
        if (tokens[0].Kind == TokenKind.Equals)
            return AssignedAttribute(tokens.TextOf(1)) is { } attribute
                ? ExpressionTypes.TypeOf([attribute])
                : TypeEndingAt(tokens.EndOf(1));
        if (tokens[0].Kind is TokenKind.EqualsEquals or TokenKind.NotEquals)
            return TypeEndingAt(tokens.EndOf(1));
        for (
            var i = 0;
            tokens[i].Kind is TokenKind.Comma or TokenKind.Word or TokenKind.String or TokenKind.OpenParen;
            i++
        )
            if (tokens[i].Kind == TokenKind.OpenParen)
                return tokens[i + 1].Keyword != Keyword.In
                    ? null
                    : TypeEndingAt(tokens.EndOf(tokens[i + 2].Keyword == Keyword.Not ? i + 3 : i + 2));
        return null;
    }

    LabelType? TypeEndingAt(int end)
    {
        if (end < 0)
            return null;
        // The outermost chain of names that ends here: `a.state` and not `state`.
        var chain = _analysis
            .Tree.PathAt(end)
            .OfType<Expression>()
            .FirstOrDefault(node =>
                _analysis.Tree.SpanOf(node).End == end && node is NameExpression or MemberExpression
            );
        if (chain is not null)
            return ExpressionTypes.Of(_analysis, chain, _offset);
        return NameChain.Before(_analysis.Tree.Text, end) is { } names ? TypeOfChain(names) : null;
    }

    LabelType? TypeBeforeDot()
    {
        var tokens = new TokensBefore(_analysis.Tree, _typed.Start);
        if (tokens[0].Kind != TokenKind.Dot)
            return null;
        var end = tokens.EndOf(1);
        return TypeEndingAt(end) ?? _analysis.Compilation.Index.ExpressionAt(_analysis.File, end)?.Type;
    }

    LabelType? TypeOfChain(IReadOnlyList<string> names)
    {
        var type = ExpressionTypes.OfName(_analysis, names[0], _offset);
        foreach (var name in names.Skip(1))
            type = type is null ? null : ExpressionTypes.MemberOf(Guideline, type, name);
        return type;
    }

    AttributeSymbol? AssignedAttribute(string name)
    {
        if (_path.OfType<AttributeMember>().FirstOrDefault() is { } declared)
            return Guideline
                .Classes.SelectMany(@class => @class.OwnAttributes)
                .Concat(Guideline.ImageAttributes)
                .FirstOrDefault(attribute =>
                    attribute.NameSpan.File.Path == _analysis.Path
                    && attribute.NameSpan.Start == _analysis.Tree.SpanOf(declared.Name).Start
                );
        return AttributesHere().FirstOrDefault(attribute => attribute.Name == name);
    }

    void OfferAttributes()
    {
        foreach (var attribute in AttributesHere().DistinctBy(attribute => attribute.Name))
            Offer(
                attribute.Name,
                CompletionItemKind.Property,
                Ranks.Expected,
                attribute.Type.ToString(),
                symbol: attribute,
                snippet: _path
                    .OfType<Member>()
                    .Any(member => member is SceneAnnotation or SceneImage or ExampleMember or TrackFrame)
                    ? $"{SyntaxFacts.Quote(attribute.Name)} = $0"
                    : null
            );
    }

    /// <summary>The attributes that can be assigned at the cursor, in a scene or an example.</summary>
    IEnumerable<AttributeSymbol> AttributesHere()
    {
        for (var i = _path.Count - 1; i >= 0; i--)
            switch (_path[i])
            {
                case SceneAnnotation annotation:
                    return Guideline.FindClass(annotation.Class.Value)?.Attributes ?? [];
                case SceneTrack track:
                    return Guideline.FindClass(track.Class.Value)?.Attributes ?? [];
                case SceneImage or SceneFrame:
                    return Guideline.ImageAttributes;
                case ClassDeclaration @class:
                    return Guideline.FindClass(@class.Name.Value)?.Attributes ?? [];
                case ImageDeclaration:
                    return Guideline.ImageAttributes;
                case QualityDeclaration or RuleDeclaration:
                    return Guideline.Classes.SelectMany(@class => @class.Attributes);
            }

        return [];
    }

    void OfferReplacements(ExpectedPart part)
    {
        if (part == ExpectedPart.Replacement)
            foreach (var @class in Guideline.Classes)
                Offer(@class, CompletionItemKind.Class, Ranks.Expected);
        if (_path.OfType<AttributeMember>().FirstOrDefault() is { } declared)
            foreach (
                var value in AttributesHere()
                    .Where(attribute => attribute.Name == declared.Name.Value)
                    .SelectMany(ExpressionTypes.ValuesOf)
            )
                Offer(value, CompletionItemKind.EnumMember, Ranks.Local);
    }

    IEnumerable<KeypointSymbol> KeypointsHere()
    {
        var name =
            _path.OfType<SkeletonGeometry>().LastOrDefault()?.Skeleton?.Value
            ?? _path.OfType<SkeletonDeclaration>().LastOrDefault()?.Name.Value;
        if (name is not null)
            return Guideline.Skeletons.FirstOrDefault(skeleton => skeleton.Name == name)?.Points ?? [];
        return
            _path.OfType<SceneAnnotation>().LastOrDefault() is { } annotation
            && Guideline.FindClass(annotation.Class.Value) is { } @class
            ? @class.Shapes.SelectMany(shape => shape.Skeleton?.Points ?? [])
            : [];
    }

    void OfferSceneNames()
    {
        if (_path.OfType<TestDeclaration>().FirstOrDefault() is { } test)
            foreach (var (name, _) in SceneNames.In(test).Where(found => found.IsDeclaration))
                Offer(name.Value, CompletionItemKind.Variable, Ranks.Expected);
    }

    /// <summary>The settings of the check that is tuned here.</summary>
    void OfferSettings()
    {
        if (
            _path.OfType<CheckDeclaration>().FirstOrDefault() is not { Body: { } body } declaration
            || !_analysis.Tree.SpanOf(body).Touches(_offset)
            || CheckCatalogue.Find(declaration.Name.Value) is not { } check
        )
            return;
        foreach (var parameter in check.Parameters)
            Offer(parameter.Name, CompletionItemKind.Property, Ranks.Expected);
    }

    /// <summary>Behind a number its unit, if letters have been begun.</summary>
    bool OfferUnits()
    {
        var text = _analysis.Text;
        var start = _offset;
        while (start > 0 && (char.IsAsciiLetter(text[start - 1]) || text[start - 1] == '²'))
            start--;
        if (start == 0 || !char.IsAsciiDigit(text[start - 1]) || start == _offset)
            return false;
        var digits = start;
        while (digits > 0 && (char.IsAsciiDigit(text[digits - 1]) || text[digits - 1] == '.'))
            digits--;
        if (digits > 0 && (char.IsLetter(text[digits - 1]) || text[digits - 1] is '_' or '#' or '"'))
            return false;
        _typed = TextSpan.FromBounds(digits, _offset);
        foreach (var unit in SyntaxFacts.Units)
            Offer(text[digits..start] + unit, CompletionItemKind.Unit, Ranks.Expected);
        return true;
    }

    void Offer(IEnumerable<WordFact> words)
    {
        foreach (var word in words)
            Offer(
                word.Text,
                CompletionItemKind.Keyword,
                Ranks.Word,
                word.Usage,
                word.Documentation,
                KeywordSnippets.Of(word)
            );
    }

    void Offer(Symbol symbol, CompletionItemKind kind, int rank) =>
        Offer(symbol.Name, kind, rank, SymbolText.SignatureOf(symbol), symbol: symbol);

    void Offer(
        string name,
        CompletionItemKind kind,
        int rank,
        string? detail = null,
        string? documentation = null,
        string? snippet = null,
        Symbol? symbol = null
    )
    {
        var text = kind is CompletionItemKind.Keyword or CompletionItemKind.Unit or CompletionItemKind.Value
            ? name
            : SyntaxFacts.Quote(name);
        _proposals.Add(
            new Proposal(
                name,
                kind,
                text,
                _typed,
                rank,
                detail,
                documentation,
                snippet,
                symbol,
                symbol is ClassSymbol { Deprecated: not null }
            )
        );
    }
}
