using LabelSpec.Grammar.Syntax;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Definition;

/// <summary>Where one may want to go from a symbol.</summary>
static class GuidelineTargets
{
    public static IEnumerable<Symbol> DefinitionsOf(Symbol symbol) => [symbol];

    /// <summary>Of an attribute that tightens an inherited one, the one that brought it in; otherwise the definition.</summary>
    public static IEnumerable<Symbol> DeclarationsOf(Symbol symbol)
    {
        if (symbol is not AttributeSymbol { DeclaredIn: { } owner } attribute)
            return [symbol];
        var first = owner
            .Ancestors.SelectMany(ancestor => ancestor.OwnAttributes)
            .LastOrDefault(inherited => inherited.Name == attribute.Name);
        return [first ?? attribute];
    }

    /// <summary>Of a class those that extend it directly, of an attribute those that tighten it.</summary>
    public static IEnumerable<Symbol> ImplementationsOf(Guideline guideline, Symbol symbol) =>
        symbol switch
        {
            ClassSymbol @class => guideline.Classes.Where(other =>
                other.Parents.Any(parent => SymbolKey.Of(parent) == SymbolKey.Of(@class))
            ),
            AttributeSymbol { DeclaredIn: { } owner } attribute => guideline
                .Classes.Where(other => other.Ancestors.Any(ancestor => ancestor.Name == owner.Name))
                .SelectMany(other => other.OwnAttributes)
                .Where(other => other.Name == attribute.Name),
            _ => [],
        };

    /// <summary>
    /// The classes of a variable, of an annotation of a test, or of what an expression gives, the skeleton of a keypoint, and of a value, as of an attribute that lists
    /// its values, the attribute that lists them.
    /// </summary>
    public static IEnumerable<Symbol> TypesAt(GuidelineAnalysis analysis, int offset)
    {
        var symbols = SymbolSearch.At(analysis, offset).Select(occurrence => occurrence.Symbol).ToList();
        var guideline = analysis.Compilation.Guideline;
        var types = symbols
            .OfType<VariableSymbol>()
            .Select(variable => variable.Type)
            .Concat(
                analysis.Compilation.Index.ExpressionAt(analysis.File, offset) is { } expression
                    ? [expression.Type]
                    : []
            );
        var targets = types.SelectMany(TargetsOf).ToList();
        foreach (var symbol in symbols)
            if (symbol is AttributeSymbol { Type: RefAttributeType { Classes: var classes } })
                targets.AddRange(classes.Classes);
            else if (symbol is AttributeSymbol { Type: EnumAttributeType or SetAttributeType })
                targets.Add(symbol);
            else if (symbol is EnumValueSymbol value)
                targets.AddRange(AttributesWith(guideline, value));
            else if (symbol is KeypointSymbol point)
                targets.AddRange(guideline.Skeletons.Where(skeleton => skeleton.Points.Contains(point)));
        if (symbols.Count == 0 && ClassInScene(analysis, offset) is { } drawn)
            targets.Add(drawn);
        return targets.DistinctBy(SymbolKey.Of);
    }

    /// <summary>Of what a test draws under a name.</summary>
    static ClassSymbol? ClassInScene(GuidelineAnalysis analysis, int offset) =>
        SceneNames.DrawnAt(analysis.Tree, offset) switch
        {
            SceneAnnotation annotation => annotation.Class,
            SceneTrack track => track.Class,
            _ => null,
        }
            is { IsMissing: false } name
            ? analysis.Compilation.Guideline.FindClass(name.Value)
            : null;

    static IEnumerable<Symbol> TargetsOf(LabelType type) =>
        type switch
        {
            AnnotationType annotation => Roots(annotation.Classes),
            TrackType track => Roots(track.Classes),
            GroupType group => Roots(group.Classes),
            _ => [],
        };

    /// <summary>Of a class and its descendants the class alone.</summary>
    static IEnumerable<Symbol> Roots(ClassSet classes) =>
        classes.Classes.Where(@class => !@class.Ancestors.Any(classes.Contains));

    static IEnumerable<Symbol> AttributesWith(Guideline guideline, EnumValueSymbol value) =>
        guideline
            .Classes.SelectMany(@class => @class.OwnAttributes)
            .Concat(guideline.ImageAttributes)
            .Where(attribute =>
                attribute.Type switch
                {
                    EnumAttributeType one => one.Values.Contains(value),
                    SetAttributeType set => set.Values.Contains(value),
                    _ => false,
                }
            );
}
