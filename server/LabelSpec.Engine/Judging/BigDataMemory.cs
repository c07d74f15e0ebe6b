using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// Gives memory back while many millions of annotations are judged. Tables over all images are big and soon done with; left alone, the
/// runtime would let them lie as long as the machine has room, and a data set of many gigabytes would take twice the memory that it
/// needs.
/// </summary>
sealed class BigDataMemory(Dataset dataset)
{
    // From here on, what the checks leave behind is worth collecting.
    const int ManyAnnotations = 4 << 20;

    // So much may lie there, in bytes, before it is looked for what of it can go.
    const long Tolerated = 256 << 20;

    readonly Lock collecting = new();
    long kept;

    /// <summary>A step is done, and others may run: gives back what was left behind, once that is much.</summary>
    public void GiveBackMuch()
    {
        if (!IsBig(dataset))
            return;
        lock (collecting)
            if (GC.GetTotalMemory(forceFullCollection: false) - kept > Tolerated)
            {
                GiveBack(dataset);
                kept = GC.GetTotalMemory(forceFullCollection: false);
            }
    }

    /// <summary>Gives back all that nobody needs any more.</summary>
    public static void GiveBack(Dataset dataset)
    {
        // Only this mode returns the memory to the system at once.
        if (IsBig(dataset))
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }

    static bool IsBig(Dataset dataset) => dataset.Annotations.Count >= ManyAnnotations;
}
