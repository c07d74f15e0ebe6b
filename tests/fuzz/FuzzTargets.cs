using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;

namespace LabelSpec.Fuzz.Tests;

/// <summary>Everything that reads files of others.</summary>
static class FuzzTargets
{
    public static ImmutableArray<IFuzzTarget> All { get; } =
    [
        .. AnnotationFormats.All.Select(format => new ReaderTarget(format)),
        new GuidelineTarget(),
        new ProjectTarget(),
        new BaselineTarget(),
        new PartialTarget(),
        new CacheTarget(),
        new ArchiveTarget(),
        new PictureTarget(),
    ];

    public static IFuzzTarget Find(string name) => All.Single(target => target.Name == name);
}
