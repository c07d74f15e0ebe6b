using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Pairs;
using LabelSpec.Engine.Rules.Shapes;

namespace LabelSpec.Engine.Rules.Values;

/// <summary>
/// What one thread evaluates expressions in: the rows that are bound, the image at hand, and what was looked up and decoded
/// for it.
/// </summary>
sealed class Frame
{
    public Frame(Dataset dataset, ImageRows rows, FrameSize size, double[] globals)
    {
        Rows = rows;
        Globals = globals;
        Shapes = new ShapeCache(dataset);
        Keypoints = new KeypointCache(dataset);
        Regions = new RegionUnions(dataset.Annotations, Shapes);
        Ids = new IdIndex(dataset.Annotations);
        Slots = new int[size.Slots];
        Buffers = new List<int>[size.Buffers];
        for (var i = 0; i < Buffers.Length; i++)
            Buffers[i] = [];
    }

    /// <summary>The row that each variable stands for.</summary>
    public int[] Slots { get; }

    /// <summary>Lists that expressions fill and use again, each its own.</summary>
    public List<int>[] Buffers { get; }

    /// <summary>The image of the rule.</summary>
    public int Image { get; set; } = -1;

    /// <summary>The annotations of the image at hand by class, and what lies near what.</summary>
    public ImageRows Rows { get; }

    /// <summary>Shapes of the image at hand, decoded when first asked for.</summary>
    public ShapeCache Shapes { get; }

    public KeypointCache Keypoints { get; }

    /// <summary>What annotations of some classes cover together in the image at hand.</summary>
    public RegionUnions Regions { get; }

    public IdIndex Ids { get; }

    /// <summary>The violations of the pair rule at hand in the image at hand.</summary>
    public PartnerLimit Partners { get; } = new();

    /// <summary>What was computed over the whole data before; NaN is unknown, conditions are −1, 0 and 1.</summary>
    public double[] Globals { get; }

    /// <summary>How many pairs were evaluated so far; what the cost of pair rules is measured by.</summary>
    public long PairsEvaluated { get; set; }

    /// <summary>Turns to an image; what was found out about another one is forgotten.</summary>
    public void Enter(int image)
    {
        if (Rows.Image != image)
        {
            Shapes.Clear();
            Regions.Clear();
            Rows.Enter(image);
        }
        Image = image;
    }
}
