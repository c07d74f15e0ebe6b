namespace LabelSpec.Annotations.Sources;

sealed class ArraySourceBytes(byte[] bytes, int length) : SourceBytes
{
    public override long Length => length;

    protected override ReadOnlySpan<byte> SliceInside(long start, int length) => bytes.AsSpan((int)start, length);
}
