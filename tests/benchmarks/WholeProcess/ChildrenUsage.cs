using System.Runtime.InteropServices;

namespace LabelSpec.Benchmarks.WholeProcess;

/// <summary>
/// What the processes that this one started and that have ended took. Asking a running process now and then would lose its last
/// moments, which of a short one are much.
/// </summary>
static partial class ChildrenUsage
{
    const int Children = -1;

    /// <summary>User and system time, to the microsecond; Linux only.</summary>
    public static double ProcessorSeconds()
    {
        if (GetUsage(Children, out var usage) != 0)
            throw new InvalidOperationException("The system does not say what processes took.");
        return usage.UserSeconds
            + usage.SystemSeconds
            + (usage.UserMicroseconds + usage.SystemMicroseconds) / 1_000_000.0;
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    /// <summary>The beginning of what <c>getrusage</c> fills in: two times of two 64-bit numbers each.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    readonly struct Usage
    {
        public readonly long UserSeconds;
        public readonly long UserMicroseconds;
        public readonly long SystemSeconds;
        public readonly long SystemMicroseconds;
    }
}
