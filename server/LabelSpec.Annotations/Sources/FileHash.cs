using System.Buffers.Binary;
using System.Security.Cryptography;

namespace LabelSpec.Annotations.Sources;

/// <summary>SHA-256 of a file as numbers: of a hundred thousand files, texts would take five times the memory.</summary>
readonly record struct FileHash(UInt128 High, UInt128 Low)
{
    /// <summary>Characters of a hash in hexadecimal.</summary>
    public const int TextLength = 2 * SHA256.HashSizeInBytes;

    const int ReadSize = 1 << 20;

    /// <param name="bytes">What to hash.</param>
    /// <param name="lines">Is laid along the bytes on the way; null for none.</param>
    public static FileHash Of(SourceBytes bytes, LineIndex? lines)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        if (!bytes.IsStreamed && bytes.Length <= SourceFile.LargestReread)
        {
            SHA256.HashData(bytes.From(0), hash);
            return Of(hash);
        }

        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[(int)Math.Min(bytes.Length, ReadSize)];
        for (long at = 0; at < bytes.Length; )
        {
            var read = bytes.CopyTo(at, buffer);
            sum.AppendData(buffer, 0, read);
            lines?.LayAlong(bytes, at, buffer.AsSpan(0, read));
            at += read;
        }

        sum.GetHashAndReset(hash);
        return Of(hash);
    }

    /// <summary>Lower-case hexadecimal, as <c>sha256sum</c> prints it.</summary>
    public override string ToString()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(hash, High);
        BinaryPrimitives.WriteUInt128BigEndian(hash[16..], Low);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Writes what <see cref="ToString"/> gives, as ASCII.</summary>
    public void CopyTo(Span<byte> text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteUInt128BigEndian(hash, High);
        BinaryPrimitives.WriteUInt128BigEndian(hash[16..], Low);
        for (var i = 0; i < hash.Length; i++)
        {
            text[2 * i] = Digits[hash[i] >> 4];
            text[2 * i + 1] = Digits[hash[i] & 15];
        }
    }

    static ReadOnlySpan<byte> Digits => "0123456789abcdef"u8;

    static FileHash Of(ReadOnlySpan<byte> hash) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
}
