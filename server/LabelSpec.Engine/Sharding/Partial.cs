using System.Collections.Immutable;

namespace LabelSpec.Engine.Sharding;

/// <summary>What a shard leaves behind for <c>labelspec merge</c>.</summary>
/// <param name="Tool">The version that wrote it; other versions may judge differently.</param>
/// <param name="Request">What was asked for, so that merging can ask for it again; the command line's own business.</param>
/// <param name="Shares">One for each data set that is judged on its own.</param>
public sealed record Partial(string Tool, Shard Shard, string Request, ImmutableArray<PartialShare> Shares);

/// <summary>A shard's share of one data set.</summary>
/// <param name="Digest"><see cref="AnalysisDigest"/> of the data set and all that judged it.</param>
public sealed record PartialShare(string Digest, JudgedShare Share);
