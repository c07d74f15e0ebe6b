using System.Text;

namespace LabelSpec.Fuzz.Tests;

/// <summary>
/// Changes files as hand edits, broken exporters, bad disks and ill will do. What comes out depends on the seed and on the
/// files alone.
/// </summary>
sealed class Mutation(IReadOnlyList<FuzzCase> files, ulong seed)
{
    const int LargestResult = 256 << 10;

    static readonly byte[][] Numbers = Bytes(
        "0",
        "-0",
        "-1",
        "1",
        "2",
        "0.5",
        "1.0000001",
        "-0.001",
        "100",
        "101",
        "1e5",
        "65536",
        "-32769",
        "2147483647",
        "2147483648",
        "-2147483649",
        "4294967296",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551616",
        "123456789012345678901234567890",
        "1e-320",
        "1e308",
        "-1e308",
        "1e309",
        "NaN",
        "Infinity",
        "-Infinity",
        "1e",
        "0x10",
        "01",
        "1,5",
        "true",
        "null",
        "\"7\"",
        "[]",
        "{}"
    );

    static readonly byte[][] Strings = Bytes(
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"../../x\"",
        "\"/etc/passwd\"",
        "\"C:\\\\x\"",
        "\"a\\nb\"",
        "\"a\u202eb\"",
        "\"\ud83d\ude00\"",
        "\"<&>\"",
        "7",
        "null",
        "[\"a\"]",
        "{\"a\":1}"
    );

    static readonly byte[][] Marks = Bytes(
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "<",
        "</",
        "/>",
        "<!--",
        "<![CDATA[",
        "&#x0;",
        "&lt;",
        "&x;",
        "<!DOCTYPE a [<!ENTITY x \"y\">]>",
        "\"",
        "'",
        ",",
        ":",
        ";",
        ".",
        "/",
        "\\",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "#",
        "//",
        "/*",
        "---",
        "- ",
        "&a ",
        "*a",
        "!!x ",
        "? ",
        "| ",
        "\0",
        "\ufeff",
        "\u00a0",
        "[[[[[[[[[[[[[[[[",
        "{\"a\":{\"a\":{\"a\":"
    );

    readonly Random random = new(unchecked((int)(seed ^ (seed >> 32))));

    public FuzzCase Next()
    {
        var file = files[random.Next(files.Count)];
        var tokens = Tokens.Of(file.Bytes);
        for (var left = 1 + random.Next(random.Next(2) == 0 ? 2 : 8); left > 0 && tokens.Count > 0; left--)
            ChangeTokens(tokens);
        var bytes = Tokens.Join(tokens);
        if (random.Next(4) == 0)
            bytes = ChangeBytes(bytes);
        return file with { Bytes = bytes.Length > LargestResult ? bytes[..LargestResult] : bytes };
    }

    void ChangeTokens(List<byte[]> tokens)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(10))
        {
            case 0:
                tokens.RemoveRange(at, Math.Min(1 + random.Next(4), tokens.Count - at));
                break;
            case 1:
                tokens.RemoveRange(at, Tokens.EndOf(tokens, at) - at);
                break;
            case 2:
                tokens.InsertRange(at, tokens.GetRange(at, Tokens.EndOf(tokens, at) - at));
                break;
            case 3:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 4:
                tokens[at] = tokens[random.Next(tokens.Count)];
                break;
            case 5:
                tokens.Insert(at, Any(Marks));
                break;
            case 6:
                Splice(tokens, at);
                break;
            default:
                ChangeValue(tokens, at);
                break;
        }
    }

    // Most tokens are values that a reader has to take apart, so most changes are of them.
    void ChangeValue(List<byte[]> tokens, int at)
    {
        for (var tried = 0; tried < 50; tried++, at = random.Next(tokens.Count))
            if (Tokens.IsNumber(tokens[at]))
            {
                tokens[at] = random.Next(3) == 0 ? NumberLike(tokens[at]) : Any(Numbers);
                return;
            }
            else if (Tokens.IsQuoted(tokens[at]) && random.Next(3) == 0)
            {
                tokens[at] = random.Next(8) == 0 ? Long() : Any(Strings);
                return;
            }
    }

    // The beginning of one file, and the end of another.
    void Splice(List<byte[]> tokens, int at)
    {
        var other = Tokens.Of(files[random.Next(files.Count)].Bytes);
        if (other.Count == 0)
            return;
        tokens.RemoveRange(at, tokens.Count - at);
        tokens.AddRange(other.Skip(random.Next(other.Count)));
    }

    byte[] ChangeBytes(byte[] bytes)
    {
        if (bytes.Length == 0)
            return bytes;
        var changed = (byte[])bytes.Clone();
        switch (random.Next(3))
        {
            case 0:
                return changed[..random.Next(changed.Length)];
            case 1:
                changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
                return changed;
            default:
                for (var left = random.Next(6); left >= 0; left--)
                    changed[random.Next(changed.Length)] = (byte)random.Next(256);
                return changed;
        }
    }

    byte[] NumberLike(byte[] number)
    {
        var changed = (byte[])number.Clone();
        changed[random.Next(changed.Length)] = (byte)('0' + random.Next(10));
        return changed;
    }

    byte[] Long() => Encoding.UTF8.GetBytes($"\"{new string('x', 1 << random.Next(12))}\"");

    byte[] Any(byte[][] some) => some[random.Next(some.Length)];

    static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
