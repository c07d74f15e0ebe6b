using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Tests;

/// <summary>What a file becomes by a plan of edits.</summary>
static class EditedBytes
{
    public static byte[] Of(Dataset dataset, EditPlan plan, int file = 0)
    {
        var bytes = dataset.Files[file].Bytes;
        var result = new List<byte>();
        long at = 0;
        foreach (var edit in plan.Edits.Where(edit => edit.File == file))
        {
            Assert.True(edit.Start >= at, "edits overlap or are not in order");
            result.AddRange(bytes.Slice(at, (int)(edit.Start - at)));
            result.AddRange(Encoding.UTF8.GetBytes(edit.Text));
            at = edit.End;
        }

        result.AddRange(bytes.Slice(at, (int)(bytes.Length - at)));
        return [.. result];
    }
}
