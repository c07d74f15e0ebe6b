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

    public string TextOf(int index) => Fingerprints.Text(hashes[index], occurrences[index]);
}
