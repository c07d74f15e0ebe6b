using System.Runtime.InteropServices;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Engine.Rules.Compilation;

delegate ReadOnlySpan<int> RowsOf(Frame frame);

// What quantifiers and aggregates range over.
sealed partial class ExpressionCompiler
{
    /// <param name="domain">Where to look.</param>
    /// <param name="variable">What to look for.</param>
    /// <param name="far">Tells for a pair of variables whether annotations far from each other may be left out.</param>
    RowsOf Domain(BoundDomain domain, VariableSymbol variable, Func<FarAway, bool> far)
    {
        if (domain.Kind == DomainKind.Images)
        {
            var all = Enumerable.Range(0, data.Dataset.Images.Count).ToArray();
            return _ => all;
        }

        var set = state.SetOf(variable.Classes);
        var buffer = state.NewBuffer();
        switch (domain.Kind)
        {
            case DomainKind.Image when domain.Of is null:
                return NearRows(variable, set, buffer, far) ?? (frame => frame.Rows.Of(set));
            case DomainKind.Image:
                var image = Row(domain.Of);
                return frame => RowsOfImage(frame, image(frame), set, buffer);
            case DomainKind.Track:
                var track = Row(domain.Of ?? throw NoDomain(domain));
                return frame => Collect(frame, track(frame) < 0 ? [] : data.Tracks.RowsOf(track(frame)), set, buffer);
            case DomainKind.Group:
                var first = Row(domain.Of ?? throw NoDomain(domain));
                return frame => RowsOfGroup(frame, first(frame), set, buffer);
            default:
                return frame => EveryRow(frame, set, buffer);
        }
    }

    // Null where being far from anything that is bound does not decide.
    RowsOf? NearRows(VariableSymbol variable, int set, int buffer, Func<FarAway, bool> far)
    {
        foreach (var anchor in state.Bound)
        {
            if (anchor.Type is not AnnotationType || anchor == variable)
                continue;
            var away = new FarAway(anchor, variable);
            if (!far(away))
                continue;
            var slot = state.SlotOf(anchor);
            var near = away.Proximity;
            return frame =>
            {
                var found = frame.Buffers[buffer];
                found.Clear();
                return frame.Rows.TryFindNear(set, frame.Slots[slot], near, found)
                    ? CollectionsMarshal.AsSpan(found)
                    : frame.Rows.Of(set);
            };
        }
        return null;
    }

    ReadOnlySpan<int> RowsOfImage(Frame frame, int image, int set, int buffer)
    {
        if (image < 0)
            return [];
        return image == frame.Rows.Image ? frame.Rows.Of(set) : Collect(frame, Annotations.OfImage(image), set, buffer);
    }

    ReadOnlySpan<int> RowsOfGroup(Frame frame, int first, int set, int buffer)
    {
        if (first < 0)
            return [];
        var group = Annotations.Groups[first];
        var found = frame.Buffers[buffer];
        found.Clear();
        foreach (var row in Annotations.OfImage(Annotations.Images[first]))
            if (Annotations.Groups[row] == group && Belongs(row, set))
                found.Add(row);
        return CollectionsMarshal.AsSpan(found);
    }

    // Only for what cannot be computed once for the whole data, as it depends on what the rule has bound.
    ReadOnlySpan<int> EveryRow(Frame frame, int set, int buffer)
    {
        var found = frame.Buffers[buffer];
        found.Clear();
        for (var row = 0; row < Annotations.Count; row++)
            if (Annotations.Images[row] >= 0 && Belongs(row, set))
                found.Add(row);
        return CollectionsMarshal.AsSpan(found);
    }

    ReadOnlySpan<int> Collect(Frame frame, ReadOnlySpan<int> rows, int set, int buffer)
    {
        var found = frame.Buffers[buffer];
        found.Clear();
        foreach (var row in rows)
            if (Belongs(row, set))
                found.Add(row);
        return CollectionsMarshal.AsSpan(found);
    }

    bool Belongs(int row, int set) => state.Members[set][Annotations.Categories[row] + 1] && data.IsSeen(row);

    static InvalidOperationException NoDomain(BoundDomain domain) =>
        new($"Binding left open which {domain.Kind} to look in.");
}
