using CsCheck;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>Random damage to the bytes of files: some are changed, some come in between, some are gone.</summary>
static class CocoDamage
{
    static readonly byte[] Bytes = "{}[]\",:\\'0123456789-+.eE truefalsnNI/*#\n\0\xFF"u8.ToArray();

    /// <summary>A file of <paramref name="seeds"/> with up to <paramref name="most"/> places that are damaged.</summary>
    public static Gen<byte[]> Of(byte[][] seeds, int most) =>
        from seed in Gen.Int[0, seeds.Length - 1]
        from edits in Gen.Select(Gen.Double.Unit, Gen.Int[0, Bytes.Length - 1], Gen.Int[0, 2]).Array[1, most]
        select Damaged(seeds[seed], edits);

    static byte[] Damaged(byte[] seed, (double Where, int What, int How)[] edits)
    {
        var text = seed.ToList();
        foreach (var (where, what, how) in edits)
        {
            var at = (int)(where * (text.Count - 1));
            if (how == 0)
                text[at] = Bytes[what];
            else if (how == 1)
                text.Insert(at, Bytes[what]);
            else
                text.RemoveRange(at, Math.Min(what, text.Count - at));
        }

        return [.. text];
    }
}
