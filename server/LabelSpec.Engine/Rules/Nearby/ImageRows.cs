using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Shapes;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Rules.Nearby;

/// <summary>
/// The annotations of the image at hand, picked by class, with the trees that find what lies near what. One for each
/// thread; sets of classes are numbered when rules are compiled.
/// </summary>
sealed class ImageRows
{
    // Below this, looking at all costs less than a tree.
    const int WorthATree = 24;

    readonly JudgedData data;
    readonly ClassRows[] sets;
    int visit;

    /// <param name="data">The data.</param>
    /// <param name="members">For each set of classes, for each category, shifted by one, whether it belongs.</param>
    public ImageRows(JudgedData data, IReadOnlyList<bool[]> members)
    {
        this.data = data;
        sets = new ClassRows[members.Count];
        for (var i = 0; i < sets.Length; i++)
            sets[i] = new ClassRows(members[i]);
    }

    public int Image { get; private set; } = -1;

    /// <summary>Finds nothing near anything, so that all is looked at: what the trees are tested against.</summary>
    public bool LooksAtAll { get; set; }

    public void Enter(int image)
    {
        Image = image;
        visit++;
    }

    /// <summary>The annotations of the classes in file order.</summary>
    public ReadOnlySpan<int> Of(int set)
    {
        var rows = sets[set];
        if (rows.Visit != visit)
            Fill(rows);
        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows.Rows);
    }

    /// <summary>
    /// Those of the classes that may lie near an annotation, in no order; more than that may be among them. False where
    /// looking at all is as good.
    /// </summary>
    public bool TryFindNear(int set, int row, Proximity near, List<int> found)
    {
        if (LooksAtAll || Of(set).Length < WorthATree || row < 0 || data.Annotations.Images[row] != Image)
            return false;
        if (!data.Annotations.CanBeFar(row, near))
            return false;
        var rows = sets[set];
        ref var planted = ref near.NeedsArea ? ref rows.Areas : ref rows.Places;
        if (planted.Visit != visit)
            planted = Plant(rows.Rows, near);
        planted.Tree!.Find(data.Annotations.BoundsOf(row), near.Distance, found);
        found.AddRange(planted.Others!);
        return true;
    }

    void Fill(ClassRows rows)
    {
        rows.Visit = visit;
        rows.Rows.Clear();
        var categories = data.Annotations.Categories;
        foreach (var row in data.Annotations.OfImage(Image))
            if (rows.Members[categories[row] + 1] && data.IsSeen(row))
                rows.Rows.Add(row);
    }

    Planted Plant(List<int> rows, Proximity near)
    {
        var placed = new List<int>(rows.Count);
        var bounds = new List<Box>(rows.Count);
        var others = new List<int>();
        foreach (var row in rows)
            if (data.Annotations.CanBeFar(row, near))
            {
                placed.Add(row);
                bounds.Add(data.Annotations.BoundsOf(row));
            }
            else
                others.Add(row);
        return new Planted(visit, new BoxTree([.. placed], [.. bounds]), others);
    }

    /// <param name="Visit">For which visit it was planted.</param>
    /// <param name="Tree">Where annotations lie.</param>
    /// <param name="Others">Annotations that the tree cannot hold.</param>
    readonly record struct Planted(int Visit, BoxTree? Tree, List<int>? Others);

    sealed class ClassRows(bool[] members)
    {
        public Planted Areas = new(-1, null, null);
        public Planted Places = new(-1, null, null);

        public bool[] Members => members;
        public List<int> Rows { get; } = [];
        public int Visit { get; set; } = -1;
    }
}
