using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>Which shapes annotations of some classes can have.</summary>
internal static class ShapeAvailability
{
    /// <summary>Whether some class of the set allows a shape for which something holds. A class without <c>shape</c> allows all.</summary>
    public static bool CanHave(ClassSet classes, Func<ShapeKind, bool> holds)
    {
        if (classes.IsEmpty)
        {
            return true;
        }
        foreach (var symbol in classes)
        {
            if (symbol.Shapes.IsEmpty)
            {
                return true;
            }
            foreach (var shape in symbol.Shapes)
            {
                if (holds(shape.Kind))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>The shapes in words: "a polyline", "a point or a tag".</summary>
    public static string Describe(ClassSet classes)
    {
        var kinds = new SortedSet<ShapeKind>();
        foreach (var symbol in classes)
        {
            foreach (var shape in symbol.Shapes)
            {
                kinds.Add(shape.Kind);
            }
        }
        return string.Join(
            " or ",
            kinds.Select(kind => (kind == ShapeKind.Ellipse ? "an " : "a ") + ShapeKinds.NameOf(kind).Replace('_', ' '))
        );
    }
}
