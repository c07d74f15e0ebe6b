using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>The fingerprints of violations in their final order, with the occurrence numbers that tell equal ones apart.</summary>
sealed class FingerprintNumbers
{
    readonly ulong[] hashes;
    readonly int[] occurrences;

    FingerprintNumbers(ulong[] hashes, int[] occurrences) => (this.hashes, this.occurrences) = (hashes, occurrences);

    public static FingerprintNumbers Of(Violation[] violations, Fingerprints fingerprints, int threads)
    {
        var hashes = new ulong[violations.Length];
        Parallel.For(
            0,
            hashes.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i => hashes[i] = fingerprints.Of(violations[i])
        );
        var occurrences = new int[hashes.Length];
        var seen = new Dictionary<ulong, int>(hashes.Length);
        for (var i = 0; i < hashes.Length; i++)
            occurrences[i] = ++CollectionsMarshal.GetValueRefOrAddDefault(seen, hashes[i], out _);
        return new FingerprintNumbers(hashes, occurrences);
    }

    /// <summary>
    /// The texts of a few. What equals one of them is found among all by a sketch, so that most fingerprints need not be made.
    /// </summary>
    /// <param name="indexes">In ascending order.</param>
    public static string[] TextsOf(Violation[] violations, IReadOnlyList<int> indexes, Fingerprints fingerprints)
    {
        var texts = new string[indexes.Count];
        var hashes = new ulong[indexes.Count];
        var seen = new Dictionary<ulong, int>(indexes.Count);
        var sketches = new bool[ushort.MaxValue + 1];
        for (var i = 0; i < texts.Length; i++)
        {
            hashes[i] = fingerprints.Of(violations[indexes[i]]);
            seen[hashes[i]] = 0;
            sketches[fingerprints.SketchOf(violations[indexes[i]])] = true;
        }

        for (var (index, next) = (0, 0); next < texts.Length; index++)
        {
            if (!sketches[fingerprints.SketchOf(violations[index])])
                continue;
            var isAsked = index == indexes[next];
            var hash = isAsked ? hashes[next] : fingerprints.Of(violations[index]);
            ref var occurrence = ref CollectionsMarshal.GetValueRefOrNullRef(seen, hash);
            if (Unsafe.IsNullRef(ref occurrence))
                continue;
            occurrence++;
            if (isAsked)
                texts[next++] = Fingerprints.Text(hash, occurrence);
        }

        return texts;
    }

    public string TextOf(int index) => Fingerprints.Text(hashes[index], occurrences[index]);
}
