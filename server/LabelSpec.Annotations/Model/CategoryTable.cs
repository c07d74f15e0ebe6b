using System.Collections.Immutable;

namespace LabelSpec.Annotations.Model;

/// <summary>
/// The categories of a data set: one for each name, whatever ids its files give it. Declarations without a name are
/// unified by id and called <c>#ID</c>.
/// </summary>
public sealed class CategoryTable
{
    readonly string[] names;
    readonly Dictionary<string, int> byName;
    readonly int[] categoryOfDeclaration;

    internal CategoryTable(
        string[] names,
        ImmutableArray<CategoryDeclaration> declarations,
        int[] categoryOfDeclaration
    )
    {
        this.names = names;
        this.categoryOfDeclaration = categoryOfDeclaration;
        Declarations = declarations;
        byName = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            byName.TryAdd(names[i], i);
    }

    public int Count => names.Length;

    /// <summary>Names by category.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>Every declaration of every file, in file order. Empty for formats that only use names (VOC).</summary>
    public ImmutableArray<CategoryDeclaration> Declarations { get; }

    public string NameOf(int category) => names[category];

    /// <summary>The category of a name, −1 when there is none.</summary>
    public int IndexOf(string name) => byName.GetValueOrDefault(name, -1);

    /// <summary>The category that a declaration declares.</summary>
    public int OfDeclaration(int declaration) => categoryOfDeclaration[declaration];

    /// <summary>The first declaration of a category, preferring one in the given file; null when there is none.</summary>
    public CategoryDeclaration? DeclarationOf(int category, int file = -1)
    {
        CategoryDeclaration? first = null;
        for (var i = 0; i < categoryOfDeclaration.Length; i++)
        {
            if (categoryOfDeclaration[i] != category)
                continue;
            if (file < 0 || Declarations[i].Span.File == file)
                return Declarations[i];
            first ??= Declarations[i];
        }
        return first;
    }
}
