namespace LabelSpec.Annotations.Sources;

/// <summary>
/// Memory that small files are read into one after another: what was read is gone when the next one is. A hundred thousand files would
/// leave as many arrays for the runtime to collect.
/// </summary>
public sealed class ReadBuffer
{
    byte[] bytes = [];

    internal byte[] Take(int size)
    {
        if (bytes.Length < size)
            bytes = GC.AllocateUninitializedArray<byte>(Math.Max(size, 2 * bytes.Length));
        return bytes;
    }
}
