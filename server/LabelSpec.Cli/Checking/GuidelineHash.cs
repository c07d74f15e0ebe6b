using System.Security.Cryptography;
using System.Text;

namespace LabelSpec.Cli.Checking;

/// <summary>The hash that names a guideline of one or several files.</summary>
static class GuidelineHash
{
    /// <summary>Of one file its own hash, as <c>sha256sum</c> prints it; of several the hash over their hashes.</summary>
    public static string Of(IEnumerable<string> hashes) =>
        hashes.ToList() is [var only]
            ? only
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));
}
