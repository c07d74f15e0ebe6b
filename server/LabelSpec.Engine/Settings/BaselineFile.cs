using System.Collections.Immutable;
using System.Text.Json;

namespace LabelSpec.Engine.Settings;

/// <summary>
/// Baselines as JSON: <c>{"version": 1, "known": {"LS3203": {"4d5e…": 2}}}</c>, sorted, one fingerprint on a line, so that
/// version control shows what came and went.
/// </summary>
public static class BaselineFile
{
    const int Version = 1;

    /// <summary>Reads a baseline; where it is broken, says what is wrong and where.</summary>
    public static bool TryRead(ReadOnlySpan<byte> json, out Baseline baseline, out string? problem)
    {
        baseline = Baseline.Empty;
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip });
            problem = Read(ref reader, ref baseline);
        }
        catch (JsonException e)
        {
            problem = $"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}: this is no JSON";
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader says so of escapes that are half a character.
            problem = "it has a name that is no text";
        }

        return problem is null;
    }

    public static void Write(Baseline baseline, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteStartObject("known");
        foreach (var (rule, fingerprints) in baseline.Known)
        {
            writer.WriteStartObject(rule);
            foreach (var (fingerprint, count) in fingerprints)
                writer.WriteNumber(fingerprint, count);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    static string? Read(ref Utf8JsonReader reader, ref Baseline baseline)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return "a baseline is an object with \"version\" and \"known\"";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("version"))
            {
                reader.Read();
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var version))
                    return "\"version\" is no number";
                if (version != Version)
                    return $"\"version\" is {version}; this release reads version {Version}";
            }
            else if (reader.ValueTextEquals("known"))
            {
                reader.Read();
                if (ReadKnown(ref reader, out baseline) is { } problem)
                    return problem;
            }
            else
            {
                reader.Skip();
            }
        }

        return null;
    }

    static string? ReadKnown(ref Utf8JsonReader reader, out Baseline baseline)
    {
        baseline = Baseline.Empty;
        var rules = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, int>>(
            StringComparer.Ordinal
        );
        if (reader.TokenType != JsonTokenType.StartObject)
            return "\"known\" is no object";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var rule = reader.GetString()!;
            var counts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                return $"\"{rule}\" is no object of fingerprints";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var fingerprint = reader.GetString()!;
                reader.Read();
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var count) || count < 0)
                    return $"the count of {fingerprint} in \"{rule}\" is no whole number";
                counts[fingerprint] = count;
            }

            rules[rule] = counts.ToImmutable();
        }

        baseline = new(rules.ToImmutable());
        return null;
    }
}
