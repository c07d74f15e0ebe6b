using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds <c>skeleton</c> declarations.</summary>
internal static class SkeletonBinder
{
    public static SkeletonSymbol Bind(SkeletonDeclaration node, BindingSite site)
    {
        var points = BindPoints(node, site);
        var edges = ImmutableArray.CreateBuilder<(int, int)>();
        var flips = ImmutableArray.CreateBuilder<(int, int)>();
        var sigmas = ImmutableArray<double>.Empty;
        foreach (var member in node.Members)
        {
            switch (member)
            {
                case EdgesMember list:
                    foreach (var pair in list.Edges)
                    {
                        AddEdge(pair, points, edges, site);
                    }
                    break;
                case FlipMember list:
                    foreach (var pair in list.Pairs)
                    {
                        AddFlip(pair, points, flips, site);
                    }
                    break;
                case SigmasMember list:
                    sigmas = BindSigmas(list, points, site);
                    break;
                default:
                    break;
            }
        }
        return new SkeletonSymbol(node.Name.Value, site.SpanOf(node.Name), site.SpanOf(node))
        {
            Documentation = Documentation.TextOf(node.Documentation),
            Points = points,
            Edges = edges.DrainToImmutable(),
            Flips = flips.DrainToImmutable(),
            Sigmas = sigmas,
        };
    }

    private static ImmutableArray<KeypointSymbol> BindPoints(SkeletonDeclaration node, BindingSite site)
    {
        var points = ImmutableArray.CreateBuilder<KeypointSymbol>();
        foreach (var member in node.Members)
        {
            foreach (var point in (member as PointsMember)?.Points ?? [])
            {
                if (point.Name.IsMissing)
                {
                    continue;
                }
                var symbol = new KeypointSymbol(point.Name.Value, points.Count, site.SpanOf(point.Name))
                {
                    Documentation = Documentation.TextOf(point.Documentation),
                };
                site.Index?.Declare(symbol);
                if (points.FirstOrDefault(other => other.Name == symbol.Name) is { } first)
                {
                    site.Bag.Report(
                        SemanticDiagnostics.DeclaredTwice,
                        symbol.NameSpan,
                        $"The skeleton has a point `{symbol.Name}` already",
                        related: [new RelatedPlace(first.NameSpan, $"`{first.Name}` is declared here")]
                    );
                }
                points.Add(symbol);
            }
        }
        return points.DrainToImmutable();
    }

    private static void AddEdge(
        KeypointPair pair,
        ImmutableArray<KeypointSymbol> points,
        ImmutableArray<(int, int)>.Builder edges,
        BindingSite site
    )
    {
        if (Resolve(pair, points, site) is not (var from, var to))
        {
            return;
        }
        if (from == to)
        {
            site.Bag.Report(
                SemanticDiagnostics.InvalidEdge,
                site.SpanOf(pair),
                $"An edge joins two different points: `{pair.First.Value}` is joined with itself"
            );
        }
        else if (edges.Contains((from, to)) || edges.Contains((to, from)))
        {
            site.Bag.Report(
                SemanticDiagnostics.InvalidEdge,
                site.SpanOf(pair),
                $"`{pair.First.Value}` and `{pair.Second.Value}` are joined already: remove one of the edges"
            );
        }
        else
        {
            edges.Add((from, to));
        }
    }

    private static void AddFlip(
        KeypointPair pair,
        ImmutableArray<KeypointSymbol> points,
        ImmutableArray<(int Left, int Right)>.Builder flips,
        BindingSite site
    )
    {
        if (Resolve(pair, points, site) is not (var left, var right))
        {
            return;
        }
        if (left == right)
        {
            site.Bag.Report(
                SemanticDiagnostics.InvalidFlip,
                site.SpanOf(pair),
                $"`{pair.First.Value}` changes places with itself: a point in the middle needs no flip"
            );
            return;
        }
        foreach (var (first, second) in flips)
        {
            if (first == left || first == right || second == left || second == right)
            {
                var twice = first == left || second == left ? pair.First : pair.Second;
                site.Bag.Report(
                    SemanticDiagnostics.InvalidFlip,
                    site.SpanOf(pair),
                    $"`{twice.Value}` changes places with another point already"
                );
                return;
            }
        }
        flips.Add((left, right));
    }

    private static ImmutableArray<double> BindSigmas(
        SigmasMember node,
        ImmutableArray<KeypointSymbol> points,
        BindingSite site
    )
    {
        if (node.Values.Count != points.Length)
        {
            site.Bag.Report(
                SemanticDiagnostics.SigmaCount,
                site.SpanOf(node),
                $"The skeleton has {points.Length} points and {node.Values.Count} sigmas: give one for each point, in the same order"
            );
            return [];
        }
        foreach (var value in node.Values)
        {
            if (!(value.Value > 0))
            {
                site.Bag.Report(
                    SemanticDiagnostics.SigmaCount,
                    site.SpanOf(value),
                    "A sigma is greater than 0: it is the spread with which annotators place the point"
                );
                return [];
            }
        }
        return [.. node.Values.Select(value => value.Value)];
    }

    private static (int, int)? Resolve(KeypointPair pair, ImmutableArray<KeypointSymbol> points, BindingSite site)
    {
        var first = Find(pair.First, points, site);
        var second = Find(pair.Second, points, site);
        return first < 0 || second < 0 ? null : (first, second);
    }

    private static int Find(Name name, ImmutableArray<KeypointSymbol> points, BindingSite site)
    {
        if (name.IsMissing)
        {
            return -1;
        }
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].Name == name.Value)
            {
                site.Use(points[i], name);
                return i;
            }
        }
        var span = site.SpanOf(name);
        var suggestion = Suggestion.For(name.Value, points.Select(point => point.Name), span);
        site.Bag.Report(
            SemanticDiagnostics.UnknownKeypoint,
            span,
            $"The skeleton has no point `{name.Value}`{suggestion.Question}",
            suggestion.Fixes
        );
        return -1;
    }
}
