namespace LabelSpec.Annotations.Writing;

/// <summary>
/// A file that is made anew. A file that grows beyond what the file system or a limit of the process allows is an
/// <see cref="IOException"/> as a full disk is; .NET says that an argument is out of range.
/// </summary>
public sealed class NewFileStream(string path)
    : FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferSize)
{
    const int BufferSize = 16 << 10;

    // Writing a span ends here too: FileStream sends what derived classes write through arrays.
    public override void Write(byte[] buffer, int offset, int count)
    {
        try
        {
            base.Write(buffer, offset, count);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw TooLarge();
        }
    }

    public override void WriteByte(byte value)
    {
        try
        {
            base.WriteByte(value);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw TooLarge();
        }
    }

    public override void Flush(bool flushToDisk)
    {
        try
        {
            base.Flush(flushToDisk);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw TooLarge();
        }
    }

    protected override void Dispose(bool disposing)
    {
        try
        {
            base.Dispose(disposing);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw TooLarge();
        }
    }

    IOException TooLarge() => new($"File too large : '{Name}'");
}
