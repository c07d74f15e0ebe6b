using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LabelSpec.Engine.Sharding;

/// <summary>
/// A hash of everything that decides what an analysis judges: the files by content, the guideline, and how checks are tuned.
/// Two shards of one data set have the same.
/// </summary>
public static class AnalysisDigest
{
    /// <returns>Lower-case hexadecimal SHA-256.</returns>
    public static string Of(AnalysisRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text + "\n"));

        Add(request.GuidelineSummary?.Sha256 ?? "");
        foreach (var file in request.Dataset.Files)
            Add(file.Format is null ? file.Path : $"{file.Path} {file.Sha256}");
        Add(FormattableString.Invariant($"{request.Dataset.Images.Count} {request.Dataset.Annotations.Count}"));
        var settings = Settings.SettingsResolution.Resolve(request.Settings, request.Project, request.Guideline);
        foreach (var (rule, severity) in settings.Severities.OrderBy(each => each.Key, StringComparer.Ordinal))
            Add($"{rule}={severity}");
        foreach (var (key, value) in settings.Parameters.OrderBy(each => each.Key))
            Add($"{key.Check}.{key.Parameter}={value.ToString("R", CultureInfo.InvariantCulture)}");
        foreach (var rule in settings.Only.Order(StringComparer.Ordinal))
            Add(rule);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
