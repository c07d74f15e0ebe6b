using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Expressions;

/// <summary>The names that may stand behind the dot.</summary>
internal static class MemberNames
{
    public static List<string> Of(LabelType type, ImmutableArray<AttributeSymbol> imageAttributes)
    {
        var names = new List<string>();
        switch (type)
        {
            case AnnotationType annotation:
                foreach (var symbol in annotation.Classes)
                {
                    foreach (var attribute in symbol.Attributes)
                    {
                        names.Add(attribute.Name);
                    }
                    foreach (var shape in symbol.Shapes)
                    {
                        foreach (var point in shape.Skeleton?.Points ?? [])
                        {
                            names.Add(point.Name);
                        }
                    }
                }
                Add(AnnotationMembers.All, names);
                break;
            case ImageType:
                foreach (var attribute in imageAttributes)
                {
                    names.Add(attribute.Name);
                }
                Add(ImageMembers.All, names);
                break;
            case TrackType:
                Add(TrackMembers.All, names);
                break;
            case GroupType:
                Add(GroupMembers.All, names);
                break;
            case DatasetType:
                Add(DatasetMembers.All, names);
                break;
            case PointType:
                Add(PointMembers.All, names);
                break;
            default:
                break;
        }
        return names;
    }

    private static void Add<TMember>(ImmutableArray<MemberInfo<TMember>> members, List<string> names)
        where TMember : struct, Enum
    {
        foreach (var member in members)
        {
            names.Add(member.Name);
        }
    }
}
