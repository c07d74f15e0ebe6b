using System.Security.Cryptography;

namespace LabelSpec.Fuzz.Tests;

/// <summary>Files that end with the hash of what stands before it.</summary>
static class SealedCase
{
    /// <summary>With the right hash at the end, so that more than the hash is tried.</summary>
    public static byte[] Seal(byte[] bytes)
    {
        var content = bytes.AsSpan(0, Math.Max(0, bytes.Length - SHA256.HashSizeInBytes)).ToArray();
        return [.. content, .. SHA256.HashData(content)];
    }
}
