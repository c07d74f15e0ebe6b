using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Decides what the rows of a folder hold: what its definition says, else what the numbers of columns tell.</summary>
static class YoloTasks
{
    public static YoloTask Of(YoloDefinition? definition, IEnumerable<SourceFile> sample, CompanionFiles companions)
    {
        if (definition?.Task is { } stated)
            return stated;
        if (definition?.KeypointShape.Keypoints > 0)
            return YoloTask.Pose;
        var (nine, longer) = (0, 0);
        foreach (var source in sample)
            Count(source, companions, ref nine, ref longer);
        // Nine columns may also be a polygon of four vertices; where all rows have them, they are corners.
        return longer > 0 ? YoloTask.Segment
            : nine > 0 ? YoloTask.OrientedBox
            : YoloTask.Detect;
    }

    static void Count(SourceFile source, CompanionFiles companions, ref int nine, ref int longer)
    {
        try
        {
            var rows = new YoloRows(source.Load(CancellationToken.None).From(0));
            while (rows.Next())
            {
                var columns = YoloTokens.Count(rows.Row);
                nine += columns == 9 ? 1 : 0;
                longer += columns > 6 && columns != 9 ? 1 : 0;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            companions.ReportUnreadable(source.Path, e.Message);
        }
    }
}
