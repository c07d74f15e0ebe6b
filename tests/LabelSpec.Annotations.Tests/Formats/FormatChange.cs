using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Reads a fixture again with the text that a plan of edits makes of its files.</summary>
static class FormatChange
{
    public static Dataset Apply(Dataset dataset, string id, EditPlan plan)
    {
        var inputs = new List<ReadInput> { new(Path.Combine(FormatFixtures.Root, id)) };
        foreach (var file in plan.Edits.Select(edit => edit.File).Distinct())
            inputs.Add(
                new ReadInput(dataset.Files[file].FullPath, EditedBytes.Of(dataset, plan, file)) { IsNamed = false }
            );
        return DatasetReader.Read(inputs);
    }
}
