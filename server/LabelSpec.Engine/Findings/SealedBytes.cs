using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LabelSpec.Engine.Findings;

/// <summary>
/// Files of labelspec's own that only the same version reads: a magic line, little-endian binary fields, and at the end the
/// SHA-256 of all that stands before it, so that a cut or damaged file is told from a whole one.
/// </summary>
static class SealedBytes
{
    const int HashLength = 32;

    public static void Write(Stream stream, ReadOnlySpan<byte> magic, Action<BinaryWriter> write)
    {
        using var hash = SHA256.Create();
        using var hashing = new CryptoStream(stream, hash, CryptoStreamMode.Write, leaveOpen: true);
        using (var writer = new BinaryWriter(hashing, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(magic);
            write(writer);
        }

        hashing.FlushFinalBlock();
        stream.Write(hash.Hash!);
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="magic">How such files begin.</param>
    /// <param name="read">Reads the fields; may throw what <see cref="BinaryReader"/> throws.</param>
    /// <param name="value">What <paramref name="read"/> returned.</param>
    /// <param name="problem">What is wrong with the file, as the end of a sentence about it.</param>
    public static bool TryRead<T>(
        byte[] bytes,
        ReadOnlySpan<byte> magic,
        Func<BinaryReader, T> read,
        [NotNullWhen(true)] out T? value,
        [NotNullWhen(false)] out string? problem
    )
        where T : class
    {
        (value, problem) = (null, null);
        if (!bytes.AsSpan().StartsWith(magic))
            problem = "it is not a file of this version of labelspec";
        else if (bytes.Length < magic.Length + HashLength || !IsSealed(bytes))
            problem = "it is damaged or not whole";
        if (problem is not null)
            return false;
        try
        {
            using var stream = new MemoryStream(bytes, 0, bytes.Length - HashLength);
            stream.Position = magic.Length;
            using var reader = new BinaryReader(stream, Encoding.UTF8);
            value = read(reader);
            return true;
        }
        catch (Exception exception) when (exception is IOException or FormatException or InvalidDataException)
        {
            problem = "it is damaged";
            return false;
        }
    }

    /// <summary>A count that the rest of the file cannot hold is not believed, whatever the file says.</summary>
    /// <exception cref="InvalidDataException">The file cannot hold so many.</exception>
    public static int ReadCount(BinaryReader reader, int leastLength)
    {
        var count = reader.ReadInt32();
        var left = reader.BaseStream.Length - reader.BaseStream.Position;
        return count >= 0 && (long)count * leastLength <= left ? count : throw new InvalidDataException();
    }

    static bool IsSealed(byte[] bytes) =>
        SHA256
            .HashData(bytes.AsSpan(0, bytes.Length - HashLength))
            .AsSpan()
            .SequenceEqual(bytes.AsSpan(bytes.Length - HashLength));
}
