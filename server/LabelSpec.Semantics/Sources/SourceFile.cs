using System.Security.Cryptography;
using System.Text;

namespace LabelSpec.Semantics.Sources;

/// <summary>One file of guideline text, as it was when it was bound.</summary>
public sealed class SourceFile(string path, string text)
{
    private string? sha256;

    /// <summary>The path as the caller gave it, or as the import resolved it; <c>/</c> separates folders.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    /// <summary>SHA-256 of the UTF-8 text, in lower-case hexadecimal; computed when first asked for.</summary>
    public string Sha256 => sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    public override string ToString() => Path;
}
