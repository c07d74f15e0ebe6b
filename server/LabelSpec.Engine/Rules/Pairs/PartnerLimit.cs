using System.Runtime.InteropServices;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules.Pairs;

/// <summary>
/// Which violations of a rule over pairs in one image are kept, and which are only counted: of a thousand annotations at one place,
/// half a million pairs violate a rule, and nobody reads those. Kept are, for each annotation, the pairs with the first
/// <see cref="Most"/> others in the order of the file, in whatever order pairs are judged. One for each thread.
/// </summary>
sealed class PartnerLimit
{
    public const int Most = 20;

    // So many pairs are held before a look is taken at what can go.
    const int LeastHeld = 4096;

    readonly List<(int A, int B)> pairs = [];
    readonly Dictionary<int, List<int>> partners = [];
    int pruneAt = LeastHeld;

    public void Add(int a, int b)
    {
        pairs.Add((a, b));
        if (pairs.Count < pruneAt)
            return;
        Prune();
        pruneAt = Math.Max(LeastHeld, 2 * pairs.Count);
    }

    /// <summary>Leaves the violations of one rule in one image that are kept, and forgets them.</summary>
    public void Leave(ViolationLog log, int source)
    {
        if (pairs.Count == 0)
            return;
        if (pairs.Count > Most)
            Prune();
        foreach (var (a, b) in pairs)
            log.Keep(Violation.OfPair(a, b) with { Source = source });
        pairs.Clear();
        pruneAt = LeastHeld;
    }

    // A pair that is not among the first of either annotation will not be when more come.
    void Prune()
    {
        partners.Clear();
        foreach (var (a, b) in pairs)
        {
            PartnersOf(a).Add(b);
            PartnersOf(b).Add(a);
        }

        foreach (var list in partners.Values)
            list.Sort();
        pairs.RemoveAll(pair => !IsAmongFirst(pair.A, pair.B) && !IsAmongFirst(pair.B, pair.A));
    }

    bool IsAmongFirst(int row, int partner) =>
        partners[row] is var list && (list.Count <= Most || partner <= list[Most - 1]);

    List<int> PartnersOf(int row) => CollectionsMarshal.GetValueRefOrAddDefault(partners, row, out _) ??= [];
}
