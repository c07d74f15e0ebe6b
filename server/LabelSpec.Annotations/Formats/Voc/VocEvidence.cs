using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Counts what tells conventions apart, over the boxes of some files.</summary>
sealed class VocEvidence
{
    int boxes;
    int zeros;
    int ones;
    int fractions;
    int pointLike;
    int inclusiveEnds;
    int continuousEnds;
    VocConvention? stated;

    /// <summary>Looks at the boxes of one file.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        var scanner = new XmlScanner(text);
        scanner.ReadRoot();
        Span<double> size = stackalloc double[2];
        Span<double> box = stackalloc double[4];
        while (scanner.ReadChild(1))
            if (scanner.Name.SequenceEqual("size"u8))
                VocNumbers.Read(ref scanner, VocNumbers.Size, size);
            else if (scanner.Name.SequenceEqual(VocConvention.Element))
                stated ??= VocConvention.Parse(scanner.Bytes(scanner.ReadContent()));
            else if (scanner.Name.SequenceEqual("object"u8))
                while (scanner.ReadChild(2))
                    if (scanner.Name.SequenceEqual("bndbox"u8) && VocNumbers.Read(ref scanner, VocNumbers.Edges, box))
                        Count(box, size);
    }

    /// <summary>Joins what was counted in files that come behind these.</summary>
    public void Add(VocEvidence later)
    {
        boxes += later.boxes;
        zeros += later.zeros;
        ones += later.ones;
        fractions += later.fractions;
        pointLike += later.pointLike;
        inclusiveEnds += later.inclusiveEnds;
        continuousEnds += later.continuousEnds;
        stated ??= later.stated;
    }

    void Count(ReadOnlySpan<double> box, ReadOnlySpan<double> size)
    {
        var first = Math.Min(box[0], box[1]);
        boxes++;
        zeros += first is >= 0 and < 1 ? 1 : 0;
        ones += first == 1 ? 1 : 0;
        fractions += box.IndexOfAnyExceptInRange(double.MinValue, double.MaxValue) < 0 && HasFraction(box) ? 1 : 0;
        // Nobody draws an object of a single pixel; a click without a drag leaves equal edges.
        pointLike += box[0] == box[2] && box[1] == box[3] ? 1 : 0;
        continuousEnds += size[0] > 0 && (box[2] == size[0] || box[3] == size[1]) ? 1 : 0;
        inclusiveEnds += size[0] > 0 && (box[2] == size[0] - 1 || box[3] == size[1] - 1) ? 1 : 0;
    }

    static bool HasFraction(ReadOnlySpan<double> box)
    {
        foreach (var number in box)
            if (number != Math.Floor(number))
                return true;
        return false;
    }

    /// <summary>The convention that fits, and why.</summary>
    public VocConvention Decide(out string evidence)
    {
        if (stated is { } convention)
        {
            evidence = "the files say so";
            return convention;
        }

        if (zeros > 0 && continuousEnds == 0 && inclusiveEnds > 0 && fractions == 0 && pointLike == 0)
        {
            evidence =
                $"of {boxes} boxes {zeros} begin at 0, {inclusiveEnds} end at the image's last pixel and none at its size";
            return new(0, BoxEdges.Inclusive);
        }

        if (zeros == 0 && ones > 0 && fractions == 0 && pointLike == 0)
        {
            evidence =
                $"of {boxes} boxes {ones} begin at 1 and none at 0, {continuousEnds} end at the image's size; all are whole numbers";
            return VocConvention.Original;
        }

        evidence =
            zeros > 0 ? $"of {boxes} boxes {zeros} begin at 0"
            : fractions > 0 ? $"{fractions} of {boxes} boxes have fractions"
            : pointLike > 0 ? $"{pointLike} of {boxes} boxes have equal edges"
            : $"none of {boxes} boxes touches the first pixel; most tools write continuous edges from 0";
        return VocConvention.Continuous;
    }
}
